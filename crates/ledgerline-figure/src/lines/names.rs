//! Names beside the lines that they belong to, in the calculator's pictures: nearest to their own.

use super::marks::covered;
use super::room::{bounds, crosses, overlap, rule};
use super::{LABEL_SIZE, Mark, PlacedLine, PlacedLines};
use crate::Rect;
use crate::text::{Anchor, BOLD, PlacedText, width};

/// Heights of a name from its line, and those at the end of it.
const NEAR: [f64; 2] = [-10.0, 20.0];
const FAR: [f64; 2] = [-24.0, 34.0];
const STEPS: [f64; 6] = [-10.0, 20.0, -27.0, 37.0, -44.0, 54.0];

/// From a path to a name on one side of it, in pixels.
const ASIDE: f64 = 10.0;

/// From the ends of a level to its name beyond them.
const BEYOND: f64 = 6.0;

/// From a name at the end of its line to the line of the year there, in pixels.
const BEFORE: f64 = 4.0;

/// A place for a name. All other lines keep `apart` from it, a little further than its own. A higher `rank` is worse.
struct Place {
    x: f64,
    y: f64,
    anchor: Anchor,
    apart: f64,
    rank: u8,
}

impl Place {
    /// Above or below a mark, from a height of the baseline.
    fn at(mark: &Mark, dx: f64, dy: f64, anchor: Anchor, rank: u8) -> Self {
        // Letters reach a third below their baseline.
        let own = if dy < 0.0 { -dy - LABEL_SIZE / 3.0 } else { dy - LABEL_SIZE };
        Self { x: mark.x + dx, y: mark.y + dy, anchor, apart: own + 3.0, rank }
    }

    /// On one side of a mark.
    fn beside(mark: &Mark, dx: f64, dy: f64, rank: u8) -> Self {
        let anchor = if dx < 0.0 { Anchor::End } else { Anchor::Start };
        Self { x: mark.x + dx, y: mark.y + dy, anchor, apart: dx.abs() + 2.0, rank }
    }
}

/// What stands among lines whatever these are called: amounts, values, and marks of those below the scale.
fn words(PlacedLines { amounts, lines }: &PlacedLines) -> impl Iterator<Item = Rect> {
    let arrows = lines.iter().flat_map(|line| &line.below).map(covered);
    let marks = lines.iter().flat_map(|line| line.below.iter().chain(&line.mark)).map(|mark| &mark.label);
    amounts.iter().map(|amount| &amount.label).chain(marks).map(bounds).chain(arrows)
}

/// Where words would stand on no line, on no value and on no amount, within the area.
pub fn is_free(placed: &PlacedLines, text: &PlacedText, area: Rect) -> bool {
    let mut runs = placed.lines.iter().flat_map(|line| &line.runs);
    is_apart(placed, text, area) && !runs.any(|run| crosses(run, &bounds(text)))
}

/// The same, but lines may be in the way.
pub fn is_apart(placed: &PlacedLines, text: &PlacedText, area: Rect) -> bool {
    let rect = bounds(text);
    let inside = rect.x >= area.x - 2.0 && rect.right() <= area.right() + 3.0;
    let high = rect.y >= area.y - 24.0 && rect.bottom() <= area.bottom() + 4.0;
    inside && high && !words(placed).any(|word| overlap(&rect, &word))
}

/// Names the lines: where no line is in the way and their own is the nearest, else on their own, else not at all. No name stands on other words or on `others`, nor on the line of the marked year at `year` where there is room
/// beside it. Paths that part are named elsewhere.
pub fn name(placed: &mut PlacedLines, area: Rect, year: Option<f64>, others: &[Rect]) {
    let mut taken: Vec<Rect> = words(placed).chain(others.iter().copied()).collect();
    let lines = &mut placed.lines;
    let rule = year.map(|x| rule(x, area));
    let parting = lines.iter().filter(|line| line.path && !line.name.is_empty()).count() > 1;
    for place in 0..lines.len() {
        lines[place].label = None;
        let elsewhere = parting && lines[place].path;
        if !elsewhere && !lines[place].name.is_empty() {
            let beside: Vec<Rect> = taken.iter().copied().chain(rule).collect();
            let label = best(lines, place, area, &beside).or_else(|| best(lines, place, area, &taken));
            taken.extend(label.as_ref().map(bounds));
            lines[place].label = label;
        }
    }
}

fn best(lines: &[PlacedLine], own: usize, area: Rect, taken: &[Rect]) -> Option<PlacedText> {
    let line = &lines[own];
    let wide = width(&line.name, LABEL_SIZE * BOLD);
    let mut best: Option<(u8, Place)> = None;
    for place in places(line, area) {
        // The best come first.
        if best.as_ref().is_some_and(|(known, _)| *known <= place.rank) {
            break;
        }
        let left = place.anchor.left(place.x, wide);
        let rect = Rect { x: left - 2.0, y: place.y - LABEL_SIZE, width: wide + 4.0, height: LABEL_SIZE + 4.0 };
        let inside = left >= area.x && left + wide <= area.right() + 1.0;
        let high = rect.y >= area.y - 20.0 && place.y <= area.bottom();
        if !inside || !high || taken.iter().any(|other| overlap(&rect, other)) {
            continue;
        }
        let Some(rank) = rank(lines, own, &place, &rect) else { continue };
        if best.as_ref().is_none_or(|(known, _)| rank < *known) {
            best = Some((rank, place));
        }
    }
    let (_, Place { x, y, anchor, .. }) = best?;
    Some(PlacedText::new(x, y, anchor, &line.name))
}

/// How well a place says whose it is, the best first; `None` where another line is as near.
fn rank(lines: &[PlacedLine], own: usize, Place { apart, rank, .. }: &Place, rect: &Rect) -> Option<u8> {
    let mut others = lines.iter().enumerate().filter(|(other, _)| *other != own).map(|(_, line)| line);
    let (width, height) = (rect.width + 2.0 * apart, rect.height + 2.0 * apart);
    let wide = Rect { x: rect.x - apart, y: rect.y - apart, width, height };
    let crossed = |line: &PlacedLine, rect: &Rect| line.runs.iter().any(|run| crosses(run, rect));
    (!others.any(|line| crossed(line, &wide))).then(|| rank + 3 * u8::from(crossed(&lines[own], rect)))
}

/// Places above and below the values, from the middle of the line outwards; of a line that is supposed from its end on,
/// where it is furthest from the others that begin with it; of a level first those beyond its ends. Then those further
/// away, last those at the end.
fn places(line: &PlacedLine, area: Rect) -> Vec<Place> {
    let seen: Vec<&Mark> = line.marks.iter().filter(|mark| mark.x >= area.x && mark.x <= area.right()).collect();
    let first = if line.supposed { seen.len() } else { seen.len() / 2 };
    // Of a line that rises the left side is above it, of one that falls the right.
    let rises = seen.first().zip(seen.last()).is_some_and(|(first, last)| last.y < first.y);
    let (left, right) = if rises { (-2.0, 12.0) } else { (12.0, -2.0) };
    let sides =
        |mark: &Mark, rank: u8| [(-ASIDE, left), (ASIDE, right)].map(|(dx, dy)| Place::beside(mark, dx, dy, rank));
    let outwards = |step: usize| {
        let before = if step == 0 { None } else { first.checked_sub(step) };
        [before, Some(first + step)].into_iter().flatten().filter_map(|place| seen.get(place).copied())
    };
    let (mut places, mut further) = (Vec::new(), Vec::new());
    if line.supposed && !line.path {
        let ends = [(seen.first(), -BEYOND), (seen.last(), BEYOND)];
        places.extend(ends.into_iter().filter_map(|(mark, dx)| Some(Place::beside(mark?, dx, LABEL_SIZE / 3.0, 0))));
    }
    for (step, mark) in (0..=seen.len()).flat_map(|step| outwards(step).map(move |mark| (step, mark))) {
        places.extend(NEAR.map(|dy| Place::at(mark, 0.0, dy, Anchor::Middle, 0)));
        further.extend(FAR.map(|dy| Place::at(mark, 0.0, dy, Anchor::Middle, 1)));
        // A line may be so steep that there is room on its sides alone.
        if line.supposed && step > 1 {
            places.extend(sides(mark, 0));
        } else {
            further.extend(sides(mark, 1));
        }
    }
    if let Some(mark) = seen.last() {
        // A little before the end, where the line of the year stands at it.
        let ends = [0.0, -BEFORE];
        further.extend(ends.into_iter().flat_map(|dx| STEPS.map(|dy| Place::at(mark, dx, dy, Anchor::End, 2))));
    }
    places.extend(further);
    places
}

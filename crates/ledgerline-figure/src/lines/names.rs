//! Names beside the lines that they belong to, in the calculator's pictures: nearest to their own.

use super::room::{bounds, crosses, overlap, rule};
use super::{LABEL_SIZE, Mark, PlacedLine, PlacedLines};
use crate::Rect;
use crate::text::{Anchor, BOLD, PlacedText, width};

/// How far other lines keep from a name, in pixels: a little further than its own.
const APART: f64 = 9.0;

/// Heights of a name at the end of its line, from the end.
const STEPS: [f64; 6] = [-10.0, 20.0, -27.0, 37.0, -44.0, 54.0];

/// From a path to a name on one side of it, in pixels.
const ASIDE: f64 = 10.0;

/// From a name at the end of its line to the line of the year there, in pixels.
const BEFORE: f64 = 4.0;

/// A place for a name: along the line, or at its right end.
struct Place {
    x: f64,
    y: f64,
    anchor: Anchor,
    at_end: bool,
}

/// The words that stand among lines whatever these are called: amounts and values.
fn words(PlacedLines { amounts, lines }: &PlacedLines) -> impl Iterator<Item = Rect> {
    let marks = lines.iter().flat_map(|line| line.below.iter().chain(&line.mark)).map(|mark| &mark.label);
    amounts.iter().map(|amount| &amount.label).chain(marks).map(bounds)
}

/// Where words would stand on no line, on no value and on no amount, within the area.
pub fn is_free(placed: &PlacedLines, text: &PlacedText, area: Rect) -> bool {
    let rect = bounds(text);
    let inside = rect.x >= area.x - 2.0 && rect.right() <= area.right() + 3.0 && rect.bottom() <= area.bottom() + 4.0;
    let mut runs = placed.lines.iter().flat_map(|line| &line.runs);
    inside && !words(placed).any(|word| overlap(&rect, &word)) && !runs.any(|run| crosses(run, &rect))
}

/// Names the lines: where no line is in the way and their own is the nearest, else on their own, else at their right
/// ends. No name stands on other words or on `others`, nor on the line of the marked year at `year` where there is room
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
        if rank == 0 {
            break;
        }
    }
    let (_, Place { x, y, anchor, .. }) = best?;
    Some(PlacedText::new(x, y, anchor, &line.name))
}

/// How well a place says whose it is, the best first; `None` where another line is as near. At the ends of lines the order
/// of the names is that of the ends, where there is room for it.
fn rank(lines: &[PlacedLine], own: usize, place: &Place, rect: &Rect) -> Option<u8> {
    let mut others = lines.iter().enumerate().filter(|(other, _)| *other != own).map(|(_, line)| line);
    if place.at_end {
        let middle = place.y - LABEL_SIZE / 3.0;
        let from = |line: &PlacedLine| line.marks.last().map_or(f64::INFINITY, |mark| (mark.y - middle).abs());
        return Some(2 + u8::from(others.any(|line| from(line) < from(&lines[own]))));
    }
    let (width, height) = (rect.width + 2.0 * APART, rect.height + 2.0 * APART);
    let wide = Rect { x: rect.x - APART, y: rect.y - APART, width, height };
    let crossed = |line: &PlacedLine, rect: &Rect| line.runs.iter().any(|run| crosses(run, rect));
    (!others.any(|line| crossed(line, &wide))).then(|| u8::from(crossed(&lines[own], rect)))
}

/// Places above and below the values, from the middle of the line outwards; of a line that is supposed from its end on,
/// where it is furthest from the others that begin with it. Last those at the end.
fn places(line: &PlacedLine, area: Rect) -> Vec<Place> {
    let seen: Vec<&Mark> = line.marks.iter().filter(|mark| mark.x >= area.x && mark.x <= area.right()).collect();
    let first = if line.supposed { seen.len() } else { seen.len() / 2 };
    // Of a line that rises the left side is above it, of one that falls the right.
    let rises = seen.first().zip(seen.last()).is_some_and(|(first, last)| last.y < first.y);
    let (left, right) = if rises { (-2.0, 12.0) } else { (12.0, -2.0) };
    let sides = [(-ASIDE, Anchor::End), (ASIDE, Anchor::Start)];
    let mut places = Vec::new();
    for step in 0..=seen.len() {
        let before = if step == 0 { None } else { first.checked_sub(step) };
        for mark in [before, Some(first + step)].into_iter().flatten().filter_map(|place| seen.get(place)) {
            let at = |dx: f64, dy: f64, anchor| Place { x: mark.x + dx, y: mark.y + dy, anchor, at_end: false };
            places.extend([-10.0, 20.0].map(|dy| at(0.0, dy, Anchor::Middle)));
            // A path may be so steep that there is room on its sides alone.
            if line.supposed && step > 1 {
                places.extend(sides.map(|(dx, anchor)| at(dx, if dx < 0.0 { left } else { right }, anchor)));
            }
        }
    }
    if let Some(mark) = seen.last() {
        // A little before the end, where the line of the year stands at it.
        let ends = [mark.x, mark.x - BEFORE];
        places.extend(
            ends.into_iter()
                .flat_map(|x| STEPS.map(|dy| Place { x, y: mark.y + dy, anchor: Anchor::End, at_end: true })),
        );
    }
    places
}

//! Names beside the lines that they belong to.

use super::room::{bounds, crosses, overlap};
use super::{LABEL_SIZE, Mark, PlacedLine, PlacedLines, ends};
use crate::Rect;
use crate::text::{Anchor, BOLD, PlacedText};

/// How far other lines keep from a name, in pixels: a little further than its own.
const APART: f64 = 9.0;

/// A place for a name, by how well it says whose it is.
#[derive(Clone, Copy, PartialEq)]
enum Room {
    /// No line in it, and its own the nearest.
    Free,
    /// Its own line in it, and no other near. The ground around its letters keeps it readable.
    Own,
}

/// Names the lines: where no other line is as near as their own, else at their right ends. No name stands on other words.
pub(super) fn name(PlacedLines { amounts, lines }: &mut PlacedLines, area: Rect) {
    let marks = lines.iter().flat_map(|line| line.below.iter().chain(&line.mark)).map(|mark| &mark.label);
    let mut taken: Vec<Rect> = amounts.iter().map(|amount| &amount.label).chain(marks).map(bounds).collect();
    let apart = ends::apart(lines.iter().filter(|line| line.supposed).map(|line| line.name.as_str()));
    // Those that find a place of their own leave the ends to those that do not.
    for at_end in [false, true] {
        for place in 0..lines.len() {
            let line = &lines[place];
            if line.label.is_some() || line.name.is_empty() || (apart && line.supposed) {
                continue;
            }
            let label = if at_end { end(lines, place, area, &taken) } else { beside(lines, place, area, &taken) };
            taken.extend(label.as_ref().map(bounds));
            lines[place].label = label;
        }
    }
}

/// A place along the line.
fn beside(lines: &[PlacedLine], place: usize, area: Rect, taken: &[Rect]) -> Option<PlacedText> {
    let line = &lines[place];
    let found = |wanted: Room| {
        candidates(line, area).find(|text| {
            let rect = bounds(text);
            !taken.iter().any(|other| overlap(&rect, other)) && room(lines, place, &rect) == Some(wanted)
        })
    };
    found(Room::Free).or_else(|| found(Room::Own))
}

fn room(lines: &[PlacedLine], place: usize, rect: &Rect) -> Option<Room> {
    let wide = Rect {
        x: rect.x - APART,
        y: rect.y - APART,
        width: rect.width + 2.0 * APART,
        height: rect.height + 2.0 * APART,
    };
    let others = lines.iter().enumerate().filter(|(other, _)| *other != place);
    if others.flat_map(|(_, line)| &line.runs).any(|run| crosses(run, &wide)) {
        return None;
    }
    let own = lines[place].runs.iter().any(|run| crosses(run, rect));
    Some(if own { Room::Own } else { Room::Free })
}

/// Places above and below the values, from the middle of the line outwards; of a line that is supposed from its end on,
/// where it is furthest from the others that begin with it.
fn candidates(line: &PlacedLine, area: Rect) -> impl Iterator<Item = PlacedText> + '_ {
    let mut order: Vec<(usize, &Mark)> = seen(line, area).enumerate().collect();
    let first = if line.supposed { order.len() } else { order.len() / 2 };
    order.sort_by_key(|(place, _)| place.abs_diff(first));
    let order = order.into_iter().map(|(_, mark)| mark);
    let places = order.flat_map(|mark| [mark.y - 10.0, mark.y + 20.0].map(|y| (mark.x, y)));
    let texts = places.map(|(x, y)| PlacedText::new(x, y, Anchor::Middle, &line.name));
    texts.filter(move |text| inside(text, area))
}

fn seen(line: &PlacedLine, area: Rect) -> impl Iterator<Item = &Mark> {
    line.marks.iter().filter(move |mark| (area.x..=area.right()).contains(&mark.x))
}

fn inside(text: &PlacedText, area: Rect) -> bool {
    let (left, right) = text.ends(LABEL_SIZE * BOLD);
    let across = left >= area.x && right <= area.right() + 1.0;
    across && text.y - LABEL_SIZE >= area.y - 20.0 && text.y <= area.bottom()
}

/// A place at the right end of the line, in the order of the ends: a name stands nearer to its own than to any other.
fn end(lines: &[PlacedLine], place: usize, area: Rect, taken: &[Rect]) -> Option<PlacedText> {
    let own = seen(&lines[place], area).last()?;
    let steps = [-10.0, 20.0, -27.0, 37.0, -44.0, 54.0];
    let texts = steps.map(|step| PlacedText::new(own.x, own.y + step, Anchor::End, &lines[place].name));
    let texts = texts.iter().filter(|text| {
        let rect = bounds(text);
        inside(text, area) && !taken.iter().any(|other| overlap(&rect, other))
    });
    let ends = lines.iter().filter_map(|line| seen(line, area).last());
    let ends: Vec<&Mark> = ends.filter(|end| (end.x - own.x).abs() < LABEL_SIZE).collect();
    let nearest = |text: &&PlacedText| {
        let from = |mark: &Mark| (text.y - LABEL_SIZE / 3.0 - mark.y).abs();
        ends.iter().all(|end| from(own) <= from(end))
    };
    texts.clone().find(nearest).or_else(|| texts.clone().next()).cloned()
}

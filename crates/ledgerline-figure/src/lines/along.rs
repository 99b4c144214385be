//! Names beside the lines of the timeline, of which there are few: quick, and a name may cross a line.

use super::room::{bounds, crosses, overlap};
use super::{LABEL_SIZE, Mark, PlacedLine};
use crate::Rect;
use crate::text::{Anchor, BOLD, PlacedText};

/// Names beside the lines, where they cross no line and no other name. A name that finds no such place crosses lines,
/// but no words: the ground around its letters keeps it readable.
pub fn label(lines: &mut [PlacedLine], area: Rect) {
    let all: Vec<Vec<(f64, f64)>> = lines.iter().flat_map(|line| line.runs.clone()).collect();
    let marks = lines.iter().flat_map(|line| line.below.iter().chain(&line.mark));
    let mut taken: Vec<Rect> = marks.map(|mark| bounds(&mark.label)).collect();
    for line in lines.iter_mut() {
        let mut crossing = None;
        let free = candidates(line, &line.name, area).find(|text| {
            let rect = bounds(text);
            if taken.iter().any(|other| overlap(&rect, other)) {
                return false;
            }
            let crosses = all.iter().any(|run| crosses(run, &rect));
            if crosses && crossing.is_none() {
                crossing = Some(text.clone());
            }
            !crosses
        });
        line.label = free.or(crossing);
        taken.extend(line.label.as_ref().map(bounds));
    }
}

/// Places above and below the values, from the middle of the line outwards; of a line that is supposed from its end on,
/// where it is furthest from the others that begin with it.
fn candidates<'a>(line: &'a PlacedLine, name: &'a str, area: Rect) -> impl Iterator<Item = PlacedText> + 'a {
    let seen = |mark: &&Mark| (area.x..=area.right()).contains(&mark.x);
    let mut order: Vec<(usize, &Mark)> = line.marks.iter().filter(seen).enumerate().collect();
    let first = if line.supposed { order.len() } else { order.len() / 2 };
    order.sort_by_key(|(place, _)| place.abs_diff(first));
    let order = order.into_iter().map(|(_, mark)| mark);
    let places = order.flat_map(|mark| [mark.y - 10.0, mark.y + 20.0].map(|y| (mark.x, y)));
    let texts = places.map(|(x, y)| PlacedText::new(x, y, Anchor::Middle, name));
    texts.filter(move |text| {
        let (left, right) = text.ends(LABEL_SIZE * BOLD);
        left >= area.x && right <= area.right() && text.y - LABEL_SIZE >= area.y - 20.0 && text.y <= area.bottom()
    })
}

//! Where labels find room beside lines.

use super::{LABEL_SIZE, Mark};
use crate::Rect;
use crate::text::{Anchor, BOLD, PlacedText, SMALL_SIZE, width};

/// What a label covers, with a little ground around it.
pub(crate) fn bounds(text: &PlacedText) -> Rect {
    covered(text, LABEL_SIZE * BOLD)
}

/// The same for one in small letters, as values below the scale are.
pub(super) fn small_bounds(text: &PlacedText) -> Rect {
    covered(text, SMALL_SIZE)
}

fn covered(text: &PlacedText, size: f64) -> Rect {
    let (left, right) = text.ends(size);
    Rect { x: left - 2.0, y: text.y - LABEL_SIZE, width: right - left + 4.0, height: LABEL_SIZE + 4.0 }
}

/// What the line of the marked year at `x` covers.
pub(super) fn rule(x: f64, area: Rect) -> Rect {
    Rect { x: x - 0.5, width: 1.0, ..area }
}

/// Whether two rectangles have anything in common.
pub(crate) fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

/// Whether any part of the run runs through the rectangle.
pub(super) fn crosses(run: &[(f64, f64)], rect: &Rect) -> bool {
    let dot = run.len() == 1 && overlap(rect, &Rect { x: run[0].0 - 3.0, y: run[0].1 - 3.0, width: 6.0, height: 6.0 });
    dot || run.windows(2).any(|pair| {
        let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
        let (from, to) = (x1.max(rect.x), x2.min(rect.right()));
        if from > to {
            return false;
        }
        let y = |x: f64| y1 + (y2 - y1) * (x - x1) / (x2 - x1).max(0.1);
        let (upper, lower) = (y(from).min(y(to)), y(from).max(y(to)));
        upper < rect.bottom() && lower > rect.y
    })
}

/// Places to the right and the left of a mark, near ones first, within the area; last those above and below it that are
/// moved so far that they lie there.
pub(super) fn beside(mark: &Mark, area: Rect) -> Vec<PlacedText> {
    let (x, y) = (mark.x, mark.y);
    let heights = [y - 6.0, y + 16.0, y - 14.0, y + 24.0, y - 24.0, y + 34.0, y - 36.0, y + 46.0];
    let wide = width(&mark.label.text, LABEL_SIZE * BOLD);
    let least = (x - wide / 2.0).min(area.right() - wide).max(area.x);
    let mut places = Vec::new();
    let mut add = |x: f64, y: f64, anchor: Anchor| {
        let left = anchor.left(x, wide);
        let inside = left >= area.x && left + wide <= area.right() + 1.0;
        if inside && y - LABEL_SIZE >= area.y - 20.0 && y <= area.bottom() {
            places.push(PlacedText::new(x, y, anchor, &mark.label.text));
        }
    };
    for y in heights {
        add(x + 8.0, y, Anchor::Start);
        add(x - 8.0, y, Anchor::End);
    }
    for y in &heights[2..] {
        add(least, *y, Anchor::Start);
    }
    places
}

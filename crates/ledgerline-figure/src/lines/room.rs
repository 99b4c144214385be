//! Where labels find room beside lines.

use super::{LABEL_SIZE, Mark};
use crate::Rect;
use crate::text::{Anchor, BOLD, PlacedText};

/// What a label covers, with a little ground around it.
pub(super) fn bounds(text: &PlacedText) -> Rect {
    let (left, right) = text.ends(LABEL_SIZE * BOLD);
    Rect { x: left - 2.0, y: text.y - LABEL_SIZE, width: right - left + 4.0, height: LABEL_SIZE + 4.0 }
}

/// Whether two rectangles have anything in common.
pub(super) fn overlap(a: &Rect, b: &Rect) -> bool {
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

/// Places to the right and the left of a mark, near ones first, within the area.
pub(super) fn beside(mark: &Mark, area: Rect) -> impl Iterator<Item = PlacedText> {
    let (x, y, text) = (mark.x, mark.y, mark.label.text.clone());
    let heights = [y - 6.0, y + 16.0, y - 14.0, y + 24.0, y - 24.0, y + 34.0];
    let sides = heights.into_iter().flat_map(|y| [(8.0, y, Anchor::Start), (-8.0, y, Anchor::End)]);
    let texts = sides.map(move |(dx, y, anchor)| PlacedText::new(x + dx, y, anchor, &text));
    texts.filter(move |text| {
        let (left, right) = text.ends(LABEL_SIZE * BOLD);
        left >= area.x && right <= area.right() + 1.0
    })
}

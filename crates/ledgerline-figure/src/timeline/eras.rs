//! Background bands.

use ledgerline_core::story::Story;

use super::SMALL_SIZE;
use crate::Rect;
use crate::text::{self, Anchor, PlacedText};
use crate::time::TimeScale;

/// An era as a band.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedEra {
    /// The band.
    pub rect: Rect,
    /// Whether it is washed; every other one is.
    pub washed: bool,
    /// Its name, where there is room.
    pub label: Option<PlacedText>,
}

const BASELINE: f64 = 14.0;
const PADDING: f64 = 5.0;

/// The eras in sight, in the order of the story.
pub(super) fn place(story: &Story, scale: &TimeScale, height: f64) -> Vec<PlacedEra> {
    let mut free = f64::NEG_INFINITY;
    let mut placed = Vec::new();
    for (index, era) in story.eras.iter().enumerate() {
        let (from, to) = scale.span(era.when.interval());
        let (x, right) = (from.max(scale.left), to.min(scale.right));
        if right <= x {
            continue;
        }
        let fits = x >= free && text::width(&era.name, SMALL_SIZE) + 2.0 * PADDING <= right - x;
        if fits {
            free = x + text::width(&era.name, SMALL_SIZE) + 2.0 * PADDING;
        }
        let label = fits.then(|| PlacedText::new(x + PADDING, BASELINE, Anchor::Start, &era.name));
        placed.push(PlacedEra { rect: Rect { x, y: 0.0, width: right - x, height }, washed: index % 2 == 0, label });
    }
    placed
}

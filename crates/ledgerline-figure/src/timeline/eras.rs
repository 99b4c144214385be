//! Background bands.

use ledgerline_core::story::Story;

use crate::Rect;
use crate::text::{self, Anchor, PlacedText, SMALL_SIZE};
use crate::time::TimeScale;

/// An era as a band.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedEra {
    /// The band.
    pub rect: Rect,
    /// Whether it is washed; every other one is.
    pub washed: bool,
}

const BASELINE: f64 = 14.0;
const PADDING: f64 = 5.0;

/// The eras that are drawn, in the order of the story.
pub(super) fn place(story: &Story, scale: &TimeScale, drawn: (f64, f64), height: f64) -> Vec<PlacedEra> {
    let bands = story.eras.iter().enumerate().filter_map(|(index, era)| {
        let (x, right) = within(scale.ends(era.when.interval(), drawn), drawn)?;
        Some(PlacedEra { rect: Rect { x, y: 0.0, width: right - x, height }, washed: index % 2 == 0 })
    });
    bands.collect()
}

/// The names of the eras on a scale, each within its band and within `sight` (left and right end, in pixels): a name
/// stays in view as long as there is room for it in what is in view of its band.
pub fn era_names(story: &Story, scale: &TimeScale, sight: (f64, f64)) -> Vec<PlacedText> {
    let mut free = f64::NEG_INFINITY;
    let mut placed = Vec::new();
    for era in &story.eras {
        let Some((x, right)) = within(scale.ends(era.when.interval(), sight), sight) else { continue };
        let width = text::width(&era.name, SMALL_SIZE) + 2.0 * PADDING;
        if x >= free && width <= right - x {
            free = x + width;
            placed.push(PlacedText::new(x + PADDING, BASELINE, Anchor::Start, &era.name));
        }
    }
    placed
}

fn within((from, to): (f64, f64), (left, right): (f64, f64)) -> Option<(f64, f64)> {
    let (from, to) = (from.max(left), to.min(right));
    (to > from).then_some((from, to))
}

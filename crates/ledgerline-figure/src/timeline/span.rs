//! The span that the calculator asks about, under the events.

use ledgerline_core::words::Words;

use super::{MARGIN, PlacedYear, Years};
use crate::Rect;
use crate::text::{Anchor, PlacedText, SMALL_SIZE};
use crate::time::TimeScale;

/// A span of years that ends with the marked one, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedSpan {
    /// From the middle of its first year to the middle of its last, as far as it is drawn.
    pub wash: Rect,
    /// Its first year, on the axis beside where it begins.
    pub label: PlacedText,
}

/// From the plate of the marked year, and from the name of the first, to the middle of the grip.
const ASIDE: f64 = 10.0;

/// The middle of the grip: on the first year, but never on the plate of the marked one and never out of sight.
pub(super) fn grip(years: Years, scale: &TimeScale, plate: &Rect) -> f64 {
    let usual = plate.x - ASIDE;
    years.since.map_or(usual, |since| scale.year(since).max(scale.left).min(usual))
}

pub(super) fn place(
    words: &Words,
    years: Years,
    (scale, (left, right)): (&TimeScale, (f64, f64)),
    area: Rect,
    (baseline, year): (f64, Option<&PlacedYear>),
) -> Option<PlacedSpan> {
    let since = years.since?;
    let (first, last) = (scale.year(since), scale.year(years.year));
    let (from, to) = (first.max(left), last.min(right));
    let wash = Rect { x: from, y: area.y - MARGIN, width: to - from, height: area.height + 2.0 * MARGIN };
    let grip = year.map_or(first, |year| year.grip);
    let name = words.year(since.into());
    let before = PlacedText::new(grip - ASIDE, baseline, Anchor::End, &name);
    // Where the span begins out of sight, its name has no room but behind the grip.
    let label = match before.ends(SMALL_SIZE).0 < scale.left && grip >= scale.left {
        true => PlacedText::new(grip + ASIDE, baseline, Anchor::Start, &name),
        false => before,
    };
    (to > from).then_some(PlacedSpan { wash, label })
}

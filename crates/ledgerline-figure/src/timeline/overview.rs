//! The strip that shows the whole story and the window in sight.

use ledgerline_core::date::Day;
use ledgerline_core::story::{Colour, Story};
use ledgerline_core::words::Words;

use super::index::Index;
use super::{MARGIN, extent};
use crate::text::{self, Anchor, PlacedText, SMALL_SIZE};
use crate::time::{self, TimeScale};

/// The whole story in a strip.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedOverview {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// The scale of the dates.
    pub scale: TimeScale,
    /// Where its line runs.
    pub y: f64,
    /// Where the events' ticks begin; they end on the line.
    pub ticks_y: f64,
    /// Events: for each colour the whole pixels at which any of that colour stand, ascending.
    pub ticks: Vec<(Colour, Vec<i32>)>,
    /// Years.
    pub labels: Vec<PlacedText>,
}

const HEIGHT: f64 = 40.0;
const LINE: f64 = 34.0;
const TICK: f64 = 10.0;

/// Places the strip. It does not depend on what is in sight.
pub fn overview(story: &Story, words: &Words, index: &Index, width: f64) -> PlacedOverview {
    let width = width.max(120.0);
    let (first, last) = extent(story);
    let scale = TimeScale::new(first, last, MARGIN, width - MARGIN);
    let labels = time::ticks(&scale, 90.0, words).into_iter().filter_map(|tick| {
        let half = text::width(&tick.label, SMALL_SIZE) / 2.0;
        let inside = tick.x - half >= scale.left && tick.x + half <= scale.right;
        inside.then(|| PlacedText::new(tick.x, 12.0, Anchor::Middle, &tick.label))
    });
    PlacedOverview {
        width,
        height: HEIGHT,
        y: LINE,
        ticks_y: LINE - TICK,
        ticks: ticks(index, &scale),
        labels: labels.collect(),
        scale,
    }
}

impl PlacedOverview {
    /// The day at a place.
    pub fn day_at(&self, x: f64) -> Day {
        Day(self.scale.day(x.clamp(self.scale.left, self.scale.right)).floor() as i64)
    }
}

/// No more than one tick for a pixel and a colour.
fn ticks(index: &Index, scale: &TimeScale) -> Vec<(Colour, Vec<i32>)> {
    let mut found: Vec<(Colour, Vec<i32>)> = Vec::new();
    for entry in index.lanes.iter().flat_map(|lane| &lane.entries) {
        // Within the width of a screen.
        let x = scale.x(entry.at).clamp(scale.left, scale.right).round() as i32;
        match found.iter_mut().find(|(colour, _)| *colour == entry.colour) {
            Some((_, own)) => own.push(x),
            None => found.push((entry.colour, vec![x])),
        }
    }
    for (_, own) in &mut found {
        own.sort_unstable();
        own.dedup();
    }
    found
}

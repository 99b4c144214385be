//! Bars for a year, from zero, with direct labels and the spread as whiskers.

use ledgerline_core::story::{Colour, Story};
use ledgerline_core::words::Words;

use crate::text::{Anchor, PlacedText};
use crate::{Rect, colour_of_series};

/// Bars, in pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedBars {
    /// Width of all.
    pub width: f64,
    /// Height of all.
    pub height: f64,
    /// The bars, from top to bottom.
    pub bars: Vec<PlacedBar>,
}

/// A bar, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedBar {
    /// Id of the series.
    pub series: String,
    /// Its colour.
    pub colour: Colour,
    /// Name of the series.
    pub name: PlacedText,
    /// The value.
    pub value: PlacedText,
    /// The bar itself; left of zero for a negative value.
    pub rect: Rect,
    /// The spread as a line with two ends; `None` where all sources agree.
    pub whisker: Option<[Stroke; 3]>,
}

/// A line from one place to another.
pub type Stroke = ((f64, f64), (f64, f64));

const ROW: f64 = 48.0;
const BASELINE: f64 = 14.0;
const BAR: f64 = 14.0;
/// Half the height of a whisker's ends.
const END: f64 = 5.0;
/// Room for the ends of whiskers.
const EDGE: f64 = 1.0;
/// Something that is not nothing must be seen.
const LEAST: f64 = 1.0;

/// A bar for each of these series that has a value in the year, the greatest first.
pub fn bars(story: &Story, words: &Words, ids: &[&str], year: i32, width: f64) -> PlacedBars {
    let mut found: Vec<_> = ids
        .iter()
        .filter_map(|id| {
            let series = story.series.get(id)?;
            Some((*id, series, series.point(year)?))
        })
        .collect();
    found.sort_by(|a, b| b.2.value.total_cmp(&a.2.value));
    found.dedup_by_key(|(id, ..)| *id);
    let most = found.iter().fold(0.0, |most: f64, (.., point)| most.max(point.high));
    let least = found.iter().fold(0.0, |least: f64, (.., point)| least.min(point.low));
    let span = if most > least { most - least } else { 1.0 };
    let x = |value: f64| EDGE + (value - least) / span * (width - 2.0 * EDGE);
    let placed = found.into_iter().enumerate().map(|(row, (id, series, point))| {
        let top = ROW * row as f64;
        let (from, to) = (x(point.value.min(0.0)), x(point.value.max(0.0)));
        PlacedBar {
            series: id.to_owned(),
            colour: colour_of_series(story, id),
            name: PlacedText::new(0.0, top + BASELINE, Anchor::Start, words.series_short(story, id)),
            value: PlacedText::new(width, top + BASELINE, Anchor::End, &words.cell(series, year)),
            rect: Rect {
                x: from,
                y: top + BASELINE + 8.0,
                width: (to - from).max(if point.value == 0.0 { 0.0 } else { LEAST }),
                height: BAR,
            },
            whisker: (point.high > point.low)
                .then(|| whisker(x(point.low), x(point.high), top + BASELINE + 8.0 + BAR / 2.0)),
        }
    });
    let bars: Vec<PlacedBar> = placed.collect();
    PlacedBars { width, height: ROW * bars.len() as f64 - 8.0, bars }
}

fn whisker(low: f64, high: f64, y: f64) -> [Stroke; 3] {
    let end = |x: f64| ((x, y - END), (x, y + END));
    [((low, y), (high, y)), end(low), end(high)]
}

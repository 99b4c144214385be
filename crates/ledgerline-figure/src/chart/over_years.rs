//! Series over the years.

use ledgerline_core::date::Day;
use ledgerline_core::story::Story;
use ledgerline_core::words::Words;

use crate::Rect;
use crate::lines::{self, PlacedLines};
use crate::text::{Anchor, PlacedText};
use crate::time::{self, Tick, TimeScale};

/// Lines over the years, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedYears {
    /// Width of all.
    pub width: f64,
    /// Height of all.
    pub height: f64,
    /// Where the lines stand.
    pub area: Rect,
    /// Axis of the years.
    pub ticks: Vec<Tick>,
    /// Baseline of the axis labels.
    pub ticks_y: f64,
    /// The series and their amounts.
    pub lines: PlacedLines,
    /// The chosen year.
    pub year: Option<PlacedText>,
}

const TOP: f64 = 20.0;
const SIDE: f64 = 6.0;
/// Below this width there is room for few years.
const SPACING: f64 = 70.0;

/// The series with these ids over all years that any of them names, with the chosen year marked. `size` is the
/// width of all and the height of the lines.
pub fn over_years(story: &Story, words: &Words, ids: &[&str], year: i32, size: (f64, f64), log: bool) -> PlacedYears {
    let (width, height) = size;
    let spans = ids.iter().filter_map(|id| story.series.get(id)?.years());
    let span = spans.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)));
    let (first, last) = span.unwrap_or((year, year));
    let scale =
        TimeScale::new(Day::from_ymd(first.into(), 1, 1), Day::from_ymd(last.into(), 12, 31), SIDE, width - SIDE);
    let area = Rect { x: SIDE, y: TOP, width: width - 2.0 * SIDE, height: height - TOP };
    let mut ids: Vec<&str> = ids.to_vec();
    ids.dedup();
    let lines = lines::place(story, words, &ids, &scale, area, log, year);
    let ticks_y = height + 18.0;
    let mark = scale.year(year);
    let mut ticks = time::ticks(&scale, SPACING, words);
    ticks.retain(|tick| (tick.x - mark).abs() > SPACING / 2.0 && tick.x > 20.0 && tick.x < width - 20.0);
    let inside = (scale.left..=scale.right).contains(&mark);
    let label =
        PlacedText::new(mark.clamp(20.0, (width - 20.0).max(20.0)), ticks_y, Anchor::Middle, &words.year(year.into()));
    PlacedYears { width, height: ticks_y + 8.0, area, ticks, ticks_y, lines, year: inside.then_some(label) }
}

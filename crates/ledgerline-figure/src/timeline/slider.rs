//! The slider over the axis.

use ledgerline_core::story::Story;

use crate::time::TimeScale;

/// A slider whose thumb stands over the middle of its year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearSlider {
    /// First year.
    pub first: i32,
    /// Last year.
    pub last: i32,
    /// Left edge, in pixels.
    pub x: f64,
    /// Upper edge, in pixels.
    pub y: f64,
    /// Width, in pixels.
    pub width: f64,
}

/// Width of the thumb, in pixels; the style sheet gives it this width.
const THUMB: f64 = 44.0;
/// From the baseline of the axis labels up to the slider's edge.
const RISE: f64 = 19.0;

/// The slider over the years of the figures that are in sight.
pub(super) fn place(story: &Story, scale: &TimeScale, baseline: f64) -> Option<YearSlider> {
    let spans = story.series.iter().filter_map(|(_, series)| series.years());
    let (first, last) = spans.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))?;
    let inside = |year: &i32| (scale.left..=scale.right).contains(&scale.year(*year));
    let first = (first..=last).find(inside)?;
    let last = (first..=last).rev().find(inside)?;
    let (from, to) = (scale.year(first), scale.year(last));
    Some(YearSlider { first, last, x: from - THUMB / 2.0, y: baseline - RISE, width: to - from + THUMB })
}

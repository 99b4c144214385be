//! The strip that shows the whole story and the window in sight.

use ledgerline_core::story::{Colour, Story};
use ledgerline_core::words::Words;

use super::{MARGIN, Options, SMALL_SIZE, event_colour, extent, lanes, shown};
use crate::Rect;
use crate::text::{self, Anchor, PlacedText};
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
    /// The window in sight.
    pub window: Rect,
    /// Its two ends.
    pub edges: [Rect; 2],
    /// Where the events' ticks begin; they end on the line.
    pub ticks_y: f64,
    /// Events.
    pub ticks: Vec<OverviewTick>,
    /// Years outside the window.
    pub labels: Vec<PlacedText>,
}

/// An event in the strip.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OverviewTick {
    /// Pixels.
    pub x: f64,
    /// Colour of its lane.
    pub colour: Colour,
}

const HEIGHT: f64 = 32.0;
const LINE: f64 = 24.0;
const TICK: f64 = 9.0;
const WINDOW_TOP: f64 = 8.0;
const WINDOW_HEIGHT: f64 = 22.0;
const EDGE: f64 = 3.0;
/// More ticks than pixels would be drawn for nothing.
const MOST: usize = 1200;

pub(super) fn place(story: &Story, words: &Words, options: &Options<'_>, width: f64) -> PlacedOverview {
    let (first, last) = extent(story);
    let scale = TimeScale::new(first, last, MARGIN, width - MARGIN);
    let edge = |day: f64| scale.x(day).clamp(scale.left, scale.right);
    let (from, to) = (edge(time::days(options.range.0)), edge(time::days(options.range.1) + 1.0));
    let events = story.events.iter().filter(|event| shown(event, options.hidden));
    let ticks = events.filter_map(|event| {
        lanes::of(story, event)?;
        let (start, end) = scale.span(event.when.interval());
        let colour = event_colour(story, event);
        Some(OverviewTick { x: f64::midpoint(start, end).clamp(scale.left, scale.right), colour })
    });
    let mut ticks: Vec<OverviewTick> = ticks.collect();
    ticks.dedup_by_key(|tick| (tick.x.round(), tick.colour));
    ticks.truncate(MOST);
    let labels = time::ticks(&scale, 90.0, words).into_iter().filter_map(|tick| {
        let half = text::width(&tick.label, SMALL_SIZE) / 2.0;
        let outside = tick.x + half < from - 6.0 || tick.x - half > to + 6.0;
        let inside = tick.x - half >= scale.left && tick.x + half <= scale.right;
        (outside && inside).then(|| PlacedText::new(tick.x, 10.0, Anchor::Middle, &tick.label))
    });
    let upright = |x: f64, width: f64| Rect { x, y: WINDOW_TOP, width, height: WINDOW_HEIGHT };
    PlacedOverview {
        width,
        height: HEIGHT,
        scale,
        y: LINE,
        window: upright(from, to - from),
        edges: [upright(from, EDGE), upright(to - EDGE, EDGE)],
        ticks_y: LINE - TICK,
        labels: labels.collect(),
        ticks,
    }
}

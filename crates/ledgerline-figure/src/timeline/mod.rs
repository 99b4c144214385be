//! The placed timeline: eras, lanes, events, the series under them, axis and overview.
//!
//! A view calls [`place`] whenever an option changes and writes the result out: `eras` behind, then `lanes`,
//! `lines`, `events`, `year` and `ticks`. `targets` are what a pointer or a key can reach: no two overlap and
//! none is narrower than 24 pixels; [`PlacedTimeline::event_at`] tells which event a pointer means.

mod eras;
mod events;
mod labels;
mod lanes;
mod overview;
mod reach;
mod slider;

pub use eras::PlacedEra;
pub use events::PlacedEvent;
pub use lanes::PlacedLane;
pub use overview::{OverviewTick, PlacedOverview};
pub use reach::Target;
pub use slider::YearSlider;

use ledgerline_core::date::{Day, Edtf};
use ledgerline_core::story::{Colour, Event, Series, Story};
use ledgerline_core::words::Words;

use crate::lines::{self, PlacedLines};
use crate::text::{self, Anchor, PlacedText};
use crate::time::{self, Tick, TimeScale};
use crate::{Rect, amount, colour_of_actor};

/// Font size of event labels, in pixels.
pub const LABEL_SIZE: f64 = 12.5;
/// Font size of eras, lanes, ticks and amounts, in pixels.
pub const SMALL_SIZE: f64 = 11.5;

const MARGIN: f64 = 8.0;
/// Height of the row that names the eras.
const ERA_ROW: f64 = 22.0;
const LINES_HEIGHT: f64 = 165.0;
const TICK_SPACING: f64 = 96.0;

/// What is to be placed.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// Pixels.
    pub width: f64,
    /// First and last day in sight; see [`extent`].
    pub range: (Day, Day),
    /// The year that is marked.
    pub year: i32,
    /// The open event, as an index into the story's events.
    pub selected: Option<usize>,
    /// Ids of the categories that are not shown.
    pub hidden: &'a [String],
    /// Ids of the series that are drawn.
    pub series: &'a [&'a str],
}

/// The marked year, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedYear {
    /// Where the line that marks it runs: the middle of the year.
    pub x: f64,
    /// The year, on the axis.
    pub label: PlacedText,
    /// What is painted behind it.
    pub plate: Rect,
    /// Upper end of the line that marks it.
    pub top: f64,
    /// Lower end.
    pub bottom: f64,
}

/// The timeline, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedTimeline {
    /// Width of all.
    pub width: f64,
    /// Height of all but the overview, which is a picture of its own.
    pub height: f64,
    /// Where eras, lanes and lines stand.
    pub plot: Rect,
    /// Where the lines stand.
    pub area: Rect,
    /// The scale of the dates.
    pub scale: TimeScale,
    /// Background bands.
    pub eras: Vec<PlacedEra>,
    /// Rows of events.
    pub lanes: Vec<PlacedLane>,
    /// Events in sight, in the order of the story.
    pub events: Vec<PlacedEvent>,
    /// What can be reached, by date.
    pub targets: Vec<Target>,
    /// The series under the events.
    pub lines: PlacedLines,
    /// The axis.
    pub ticks: Vec<Tick>,
    /// Baseline of the axis labels.
    pub ticks_y: f64,
    /// The marked year, if it is in sight.
    pub year: Option<PlacedYear>,
    /// Where a slider chooses the year; `None` where no year of the figures is in sight.
    pub slider: Option<YearSlider>,
    /// The strip below.
    pub overview: PlacedOverview,
}

/// Places the story's timeline.
pub fn place(story: &Story, words: &Words, options: &Options<'_>) -> PlacedTimeline {
    let width = options.width.max(120.0);
    let scale = TimeScale::new(options.range.0, options.range.1, MARGIN, width - MARGIN);
    let lanes = lanes::place(story, &scale);
    let lanes_bottom = lanes.last().map_or(40.0, |lane| lane.y + 32.0);
    let area = Rect { x: MARGIN, y: lanes_bottom + 24.0, width: width - 2.0 * MARGIN, height: LINES_HEIGHT };
    let area = if options.series.is_empty() { Rect { height: 0.0, y: lanes_bottom, ..area } } else { area };
    let plot = Rect { x: MARGIN, y: 0.0, width: area.width, height: area.bottom() + 8.0 };
    let mut events = events::place(story, options, &scale, &lanes);
    labels::place(story, &mut events, &scale);
    let ticks_y = plot.bottom() + 18.0;
    PlacedTimeline {
        width,
        height: ticks_y + 10.0,
        eras: eras::place(story, &scale, plot.height),
        targets: reach::targets(&events, &lanes, width),
        lines: lines::place(
            story,
            words,
            options.series,
            &scale,
            area,
            logarithmic(story, options.series),
            options.year,
        ),
        year: year(words, options.year, &scale, plot.bottom(), ticks_y),
        ticks: ticks(words, options.year, &scale),
        slider: slider::place(story, &scale, ticks_y),
        overview: overview::place(story, words, options, width),
        lanes,
        events,
        plot,
        area,
        scale,
        ticks_y,
    }
}

impl PlacedTimeline {
    /// The year at a place.
    pub fn year_at(&self, x: f64) -> i32 {
        // Dates have nine digits of the year at most.
        i32::try_from(Day(self.scale.day(x).floor() as i64).ymd().0).unwrap_or_default()
    }
}

/// The days that a story spans: from the first event, era or value to the last, whole years.
pub fn extent(story: &Story) -> (Day, Day) {
    let events = story.events.iter().filter_map(|event| event.when.years());
    let values = story.series.iter().filter_map(|(_, series)| series.years());
    let years = events.chain(values).reduce(|(first, last), (from, to)| (first.min(from), last.max(to)));
    let (first, last) = years.unwrap_or((2000, 2001));
    (Day::from_ymd(first.into(), 1, 1), Day::from_ymd(last.into(), 12, 31))
}

/// The days of a range; open ends are those of the story.
pub fn range(story: &Story, range: Option<&Edtf>) -> (Day, Day) {
    let (first, last) = extent(story);
    let wanted = range.map(Edtf::interval);
    let from = wanted.and_then(|wanted| wanted.start).unwrap_or(first);
    let to = wanted.and_then(|wanted| wanted.end).unwrap_or(last);
    (from, to.max(from))
}

/// These days, moved just so far that some day of the date is among them.
pub fn reveal(story: &Story, (first, last): (Day, Day), date: &Edtf) -> (Day, Day) {
    let days = date.interval();
    let (from, to) = (days.start.unwrap_or(first), days.end.unwrap_or(last));
    if from <= last && to >= first {
        return (first, last);
    }
    TimeScale::new(first, last, 0.0, 1.0).centred(from.max(extent(story).0), extent(story))
}

/// Days in sight as a range of the story format; `None` for years that it cannot write.
pub fn as_range((first, last): (Day, Day)) -> Option<Edtf> {
    let date = |day: Day| {
        let (year, month, date) = day.ymd();
        let sign = if year < 0 { "-" } else { "" };
        format!("{sign}{:04}-{month:02}-{date:02}", year.abs())
    };
    Edtf::parse(&format!("{}/{}", date(first), date(last))).ok()
}

/// Whether the values of these series are better shown on a logarithmic scale.
pub fn logarithmic(story: &Story, ids: &[&str]) -> bool {
    let series = ids.iter().filter_map(|id| story.series.get(id));
    let points: Vec<f64> = series.flat_map(Series::points).map(|point| point.value).collect();
    amount::log_advised(points.into_iter())
}

fn ticks(words: &Words, year: i32, scale: &TimeScale) -> Vec<Tick> {
    let mark = scale.year(year);
    let mut ticks = time::ticks(scale, TICK_SPACING, words);
    for tick in &mut ticks {
        let half = text::width(&tick.label, SMALL_SIZE) / 2.0;
        tick.x = tick.x.clamp(scale.left + half, scale.right - half);
    }
    ticks.retain(|tick| (tick.x - mark).abs() > text::width(&tick.label, SMALL_SIZE) / 2.0 + 24.0);
    ticks
}

fn year(words: &Words, year: i32, scale: &TimeScale, bottom: f64, y: f64) -> Option<PlacedYear> {
    let x = scale.year(year);
    let name = words.year(year.into());
    let width = text::width(&name, SMALL_SIZE) + 10.0;
    let inside = (scale.left..=scale.right).contains(&x);
    inside.then(|| {
        let middle = x.clamp(scale.left + width / 2.0, (scale.right - width / 2.0).max(scale.left + width / 2.0));
        let plate = Rect { x: middle - width / 2.0, y: y - 14.0, width, height: 19.0 };
        PlacedYear { x, label: PlacedText::new(middle, y, Anchor::Middle, &name), plate, top: ERA_ROW, bottom }
    })
}

/// The colour of an event: that of its lane.
pub fn event_colour(story: &Story, event: &Event) -> Colour {
    let lane = lanes::of(story, event).and_then(|index| story.lanes.get(index));
    lane.and_then(|lane| lane.actors.first()).map_or(Colour::Grey, |actor| colour_of_actor(story, actor))
}

/// Whether the event is to be shown.
fn shown(event: &Event, hidden: &[String]) -> bool {
    event.category.as_ref().is_none_or(|category| !hidden.contains(category))
}

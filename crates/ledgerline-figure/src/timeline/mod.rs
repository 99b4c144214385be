//! The placed timeline: eras, lanes, events, the series under them, axis and overview.
//!
//! An [`Index`] is made once for a story and a filter. A view calls [`place`] whenever an option changes and [`mark`]
//! whenever another year is marked, too, and writes the results out: `eras` behind, then `lines`, `lanes`, `events`,
//! `clusters`, `ticks` and `year`. More is drawn than is in sight, so that a view can move the picture some way before
//! it needs another. `targets` are what a pointer or a key can reach: no two overlap and none is narrower than 24
//! pixels; [`PlacedTimeline::meant_at`] tells what a pointer means.

mod bars;
mod eras;
mod events;
mod index;
mod labels;
mod lanes;
mod overview;
mod reach;
mod slider;
mod span;

pub use bars::{Bar, Piece};
pub use eras::{PlacedEra, era_names};
pub use events::{PlacedCluster, PlacedEvent};
pub use index::{Index, Lanes};
pub use lanes::PlacedLane;
pub use overview::{PlacedOverview, overview};
pub use reach::{Meant, Target, apart};
pub use slider::YearSlider;
pub use span::PlacedSpan;

use ledgerline_core::date::{Day, Edtf};
use ledgerline_core::story::{Colour, Event, Series, Story};
use ledgerline_core::words::Words;

use crate::lines::{self, PlacedLines};
use crate::text::{self, Anchor, PlacedText, SMALL_SIZE};
use crate::time::{self, Tick, TimeScale};
use crate::{Rect, amount, colour_of_actor};

/// Font size of event labels, in pixels.
pub const LABEL_SIZE: f64 = 12.5;

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
    /// The open event, as an index into the story's events.
    pub selected: Option<usize>,
    /// Ids of the series that are drawn.
    pub series: &'a [&'a str],
    /// Whether their scale is logarithmic.
    pub log: bool,
    /// How far beyond either end is drawn, in pixels.
    pub beyond: f64,
}

impl Options<'_> {
    /// Where the drawing begins and ends, in pixels.
    fn drawn(&self, scale: &TimeScale) -> (f64, f64) {
        (scale.left - self.beyond, scale.right + self.beyond)
    }
}

/// The years that are asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The year that is marked.
    pub year: i32,
    /// The first year of a span that ends with it.
    pub since: Option<i32>,
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
    /// The middle of what a span is pulled open by: where that begins, else beside the plate.
    pub grip: f64,
}

/// The timeline whatever year is marked, in pixels.
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
    /// Their names; [`era_names`] tells them again when the picture has moved.
    pub era_names: Vec<PlacedText>,
    /// Rows of events.
    pub lanes: Vec<PlacedLane>,
    /// Events with marks of their own.
    pub events: Vec<PlacedEvent>,
    /// Events in clusters.
    pub clusters: Vec<PlacedCluster>,
    /// Bars of events whose marks are not drawn: what, at which height, in which colour.
    pub passing: Vec<(Bar, f64, Colour)>,
    /// What can be reached of what is in sight, by date.
    pub targets: Vec<Target>,
    /// Baseline of the axis labels.
    pub ticks_y: f64,
    /// Where a slider chooses the year; `None` where no year of the figures is in sight.
    pub slider: Option<YearSlider>,
}

/// What differs with the marked year, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Marked {
    /// The series under the events, with their values in that year.
    pub lines: PlacedLines,
    /// The axis, without the labels that would stand under the year's.
    pub ticks: Vec<Tick>,
    /// The year, if it is in sight.
    pub year: Option<PlacedYear>,
    /// The span that ends with it, if any of that is drawn.
    pub span: Option<PlacedSpan>,
}

/// Places the story's timeline.
pub fn place(story: &Story, index: &Index, options: &Options<'_>) -> PlacedTimeline {
    let width = options.width.max(120.0);
    let scale = TimeScale::new(options.range.0, options.range.1, MARGIN, width - MARGIN);
    let drawn = options.drawn(&scale);
    let lanes = lanes::place(index, &scale);
    let lanes_bottom = lanes.last().map_or(40.0, |lane| lane.y + 32.0);
    let area = Rect { x: MARGIN, y: lanes_bottom + 24.0, width: width - 2.0 * MARGIN, height: LINES_HEIGHT };
    let area = if options.series.is_empty() { Rect { height: 0.0, y: lanes_bottom, ..area } } else { area };
    let plot = Rect { x: MARGIN, y: 0.0, width: area.width, height: area.bottom() + 8.0 };
    let mut placed = events::place(story, index, options, &scale, &lanes);
    labels::place(story, &mut placed, &scale);
    let ticks_y = plot.bottom() + 18.0;
    PlacedTimeline {
        width,
        height: ticks_y + 10.0,
        eras: eras::place(story, &scale, drawn, plot.height),
        era_names: era_names(story, &scale, (scale.left, scale.right)),
        targets: reach::targets(index, &placed.cells, &scale),
        slider: slider::place(story, &scale, ticks_y),
        events: placed.events,
        clusters: placed.clusters,
        passing: placed.passing,
        lanes,
        plot,
        area,
        scale,
        ticks_y,
    }
}

/// Marks a year, or a span of years, in a timeline that was placed with these options.
pub fn mark(story: &Story, words: &Words, placed: &PlacedTimeline, options: &Options<'_>, years: Years) -> Marked {
    let (scale, area, baseline) = (&placed.scale, placed.area, placed.ticks_y);
    let drawn = options.drawn(scale);
    let year = mark_year(words, placed, options, years);
    Marked {
        lines: lines::place_beyond(story, words, options.series, (scale, drawn), area, options.log, years.year),
        span: span::place(words, years, (scale, drawn), area, (baseline, year.as_ref())),
        year,
        ticks: ticks(words, years, scale, drawn),
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

/// As many days as these, around one.
pub fn centred(story: &Story, (first, last): (Day, Day), day: Day) -> (Day, Day) {
    TimeScale::new(first, last, 0.0, 1.0).centred(day, extent(story))
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

fn ticks(words: &Words, years: Years, scale: &TimeScale, drawn: (f64, f64)) -> Vec<Tick> {
    let marks = [years.year, years.since.unwrap_or(years.year)].map(|year| scale.year(year));
    let mut ticks = time::ticks(&scale.reaching(drawn), TICK_SPACING, words);
    // No label is cut by an edge: that of a year in sight is put right, that of another put out of sight.
    for tick in &mut ticks {
        let half = text::width(&tick.label, SMALL_SIZE) / 2.0;
        let (first, last) = (scale.left - MARGIN + half, scale.right + MARGIN - half);
        tick.x = match tick.x {
            x if x < scale.left && x > first - 2.0 * half => first - 2.0 * half,
            x if x > scale.right && x < last + 2.0 * half => last + 2.0 * half,
            x if (scale.left..=scale.right).contains(&x) => x.clamp(first, last),
            x => x,
        };
    }
    ticks.retain(|tick| {
        let room = text::width(&tick.label, SMALL_SIZE) / 2.0 + 24.0;
        marks.iter().all(|mark| (tick.x - mark).abs() > room)
    });
    ticks
}

/// The year's own part of [`mark`], which takes much less time than the whole.
pub fn mark_year(words: &Words, placed: &PlacedTimeline, options: &Options<'_>, years: Years) -> Option<PlacedYear> {
    let (scale, bottom, y) = (&placed.scale, placed.plot.bottom(), placed.ticks_y);
    let drawn = options.drawn(scale);
    let x = scale.year(years.year);
    let name = words.year(years.year.into());
    let width = text::width(&name, SMALL_SIZE) + 10.0;
    let inside = (drawn.0..=drawn.1).contains(&x);
    inside.then(|| {
        let seen = (scale.left..=scale.right).contains(&x);
        let least = scale.left + width / 2.0;
        let middle = if seen { x.clamp(least, (scale.right - width / 2.0).max(least)) } else { x };
        let plate = Rect { x: middle - width / 2.0, y: y - 14.0, width, height: 19.0 };
        let grip = span::grip(years, scale, &plate);
        PlacedYear { x, label: PlacedText::new(middle, y, Anchor::Middle, &name), plate, top: ERA_ROW, bottom, grip }
    })
}

/// The colour of an event: that of its lane in the story, else that of the first of its actors who has one.
pub fn event_colour(story: &Story, event: &Event) -> Colour {
    let lane = lanes::of(story, event).and_then(|index| story.lanes.get(index));
    if let Some(lane) = lane {
        return lane.actors.first().map_or(Colour::Grey, |actor| colour_of_actor(story, actor));
    }
    let colours = event.actors.iter().map(|actor| colour_of_actor(story, actor));
    colours.into_iter().find(|colour| *colour != Colour::Grey).unwrap_or(Colour::Grey)
}

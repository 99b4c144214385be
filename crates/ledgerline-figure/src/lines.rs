//! Series as lines over time, with gaps as gaps.

mod axis;
mod drawn;
mod ends;
mod marks;
mod names;
mod room;

use ledgerline_core::amount::Money;
use ledgerline_core::series::Point;
use ledgerline_core::story::{Colour, Story};
use ledgerline_core::words::{Manner, Words};

use crate::text::{Anchor, BOLD, PlacedText};
use crate::time::TimeScale;
use crate::{Rect, colour_of_series};

pub use axis::{Axis, free_amounts};
use drawn::line;
pub use ends::{EndName, apart, column, end_names};
pub use marks::arrow;
use marks::part_marks;
pub use names::{is_apart, is_free, name};
pub(crate) use room::{bounds, overlap};
use room::{crosses, small_bounds};

/// Font size of the direct labels, in pixels.
pub const LABEL_SIZE: f64 = 13.0;

/// A line to be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// Id of the series.
    pub series: String,
    /// Its name, to stand beside the line.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
    /// What it runs through, ascending by year.
    pub points: Vec<Point>,
    /// How the spread is shown.
    pub reach: Reach,
    /// Whether it is supposed and no record, and so dashed.
    pub supposed: bool,
    /// Whether it stands beside what is asked about, so that its value in the chosen year is not written.
    pub aside: bool,
    /// Whether it is one value all along, such as a mean: no path that parts from another, so it is named at itself.
    pub level: bool,
}

/// How the spread of a line is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// Not at all.
    #[default]
    Hidden,
    /// As a band around the line.
    Band,
    /// No value goes first: a band between the least and the greatest, and no line but those.
    Ends,
}

/// A series as a line.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLine {
    /// Id of the series.
    pub series: String,
    /// Its name.
    pub name: String,
    /// Whether it is supposed and no record.
    pub supposed: bool,
    /// Whether it is a path that parts from others, whose names stand in a column at their ends.
    pub path: bool,
    /// The spread: a closed outline for every run that has one.
    pub bands: Vec<Vec<(f64, f64)>>,
    /// Its colour.
    pub colour: Colour,
    /// Runs of years without a gap; a run of one year is a dot.
    pub runs: Vec<Vec<(f64, f64)>>,
    /// Name of the series beside the line, where there is room.
    pub label: Option<PlacedText>,
    /// The value of the chosen year.
    pub mark: Option<Mark>,
    /// How the spread is shown.
    pub reach: Reach,
    /// Every value, for reading by pointer and keyboard.
    pub marks: Vec<Mark>,
    /// Values that lie below the scale, at its lower edge. Where there is no room, their labels are empty.
    pub below: Vec<Mark>,
}

/// A value in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// The year.
    pub year: i32,
    /// Pixels.
    pub x: f64,
    /// Pixels.
    pub y: f64,
    /// The value in a few letters, beside the mark; empty where it is not the chosen one.
    pub label: PlacedText,
}

/// An amount on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedAmount {
    /// Pixels.
    pub y: f64,
    /// The amount, such as "$100m".
    pub label: PlacedText,
    /// Whether it is zero, which is a rule and no mere grid line.
    pub zero: bool,
}

/// Lines and their amounts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedLines {
    /// Amounts on the axis.
    pub amounts: Vec<PlacedAmount>,
    /// The series.
    pub lines: Vec<PlacedLine>,
}

impl Track {
    /// Series of a story as they stand there, in the unit of the first; one that never adds to it has no line.
    pub fn all(story: &Story, words: &Words, ids: &[&str]) -> (Vec<Self>, Money) {
        let money = ids.iter().find_map(|id| Some(story.series.get(id)?.unit)).unwrap_or_default();
        (ids.iter().filter_map(|id| Self::of(story, words, id, money)).collect(), money)
    }

    fn of(story: &Story, words: &Words, id: &str, money: Money) -> Option<Self> {
        let series = story.series.get(id)?;
        let factor = series.unit.in_units_of(&money)?;
        let points = series.points().into_iter().map(|point| point.times(factor)).collect();
        let name = words.series_short(story, id).to_owned();
        let colour = colour_of_series(story, id);
        Some(Self {
            series: id.to_owned(),
            name,
            colour,
            points,
            reach: Reach::Hidden,
            supposed: false,
            aside: false,
            level: false,
        })
    }

    /// Everything that has to be in sight.
    fn values(&self) -> impl Iterator<Item = f64> {
        let ends = |point: &Point| match self.reach {
            Reach::Hidden => [point.value; 2],
            Reach::Band | Reach::Ends => [point.low, point.high],
        };
        self.points.iter().flat_map(ends)
    }
}

/// Tells the value of a point beside its mark.
pub type Tell<'a> = dyn Fn(&Track, &Point) -> String + 'a;

/// Places the series with these ids into `area`. `log` asks for a logarithmic scale.
pub fn place(
    story: &Story,
    words: &Words,
    ids: &[&str],
    time: &TimeScale,
    area: Rect,
    log: bool,
    year: i32,
) -> PlacedLines {
    place_beyond(story, words, ids, (time, (time.left, time.right)), area, log, year)
}

/// Places series of which more is drawn than lies in their area: from one place to another, in pixels.
pub fn place_beyond(
    story: &Story,
    words: &Words,
    ids: &[&str],
    time: (&TimeScale, (f64, f64)),
    area: Rect,
    log: bool,
    year: i32,
) -> PlacedLines {
    let (tracks, money) = Track::all(story, words, ids);
    if tracks.is_empty() {
        return PlacedLines::default();
    }
    let manner = Manner::Amount(money);
    let axis = Axis::of((words, manner), &tracks, area, log);
    put(axis, &of_sources(words, manner), &tracks, time, area, Some(year))
}

/// Tells values of sources.
pub fn of_sources(words: &Words, manner: Manner) -> impl Fn(&Track, &Point) -> String {
    move |_, point| words.in_digits(point.value, manner)
}

/// Places lines into `area`, on their axis. Values beside marks are told as `tell` does.
pub fn place_tracks(
    axis: Axis,
    tell: &Tell<'_>,
    tracks: &[Track],
    time: &TimeScale,
    area: Rect,
    year: Option<i32>,
) -> PlacedLines {
    put(axis, tell, tracks, (time, (time.left, time.right)), area, year)
}

fn put(
    Axis { scale, amounts }: Axis,
    tell: &Tell<'_>,
    tracks: &[Track],
    time: (&TimeScale, (f64, f64)),
    area: Rect,
    year: Option<i32>,
) -> PlacedLines {
    let mut lines: Vec<PlacedLine> = tracks.iter().map(|track| line(track, tell, time, &scale, year)).collect();
    let told: Vec<Rect> = amounts.iter().map(|amount| small_bounds(&amount.label)).collect();
    part_marks(&mut lines, area, year.map(|year| time.0.year(year)), &told);
    label(&mut lines, area);
    PlacedLines { amounts, lines }
}

/// Names beside the lines, where they cross no line and no other name. A name that finds no such place crosses lines,
/// but no words: the ground around its letters keeps it readable.
fn label(lines: &mut [PlacedLine], area: Rect) {
    let all: Vec<Vec<(f64, f64)>> = lines.iter().flat_map(|line| line.runs.clone()).collect();
    let marks = lines.iter().flat_map(|line| line.below.iter().chain(&line.mark));
    let mut taken: Vec<Rect> = marks.map(|mark| bounds(&mark.label)).collect();
    for line in lines.iter_mut() {
        let mut found = None;
        for text in candidates(line, area) {
            let rect = bounds(&text);
            if taken.iter().any(|other| overlap(&rect, other)) {
                continue;
            }
            if !all.iter().any(|run| crosses(run, &rect)) {
                found = Some(text);
                break;
            }
            if found.is_none() {
                found = Some(text);
            }
        }
        line.label = found;
        taken.extend(line.label.as_ref().map(bounds));
    }
}

/// Places above and below the values, from the middle of the line outwards; of a line that is supposed from its end on,
/// where it is furthest from the others that begin with it.
fn candidates(line: &PlacedLine, area: Rect) -> Vec<PlacedText> {
    let seen: Vec<&Mark> = line.marks.iter().filter(|mark| (area.x..=area.right()).contains(&mark.x)).collect();
    let first = if line.supposed { seen.len() } else { seen.len() / 2 };
    let mut places = Vec::new();
    let mut add = |mark: &Mark| {
        for y in [mark.y - 10.0, mark.y + 20.0] {
            let text = PlacedText::new(mark.x, y, Anchor::Middle, &line.name);
            let (left, right) = text.ends(LABEL_SIZE * BOLD);
            let inside = left >= area.x && right <= area.right();
            if inside && y - LABEL_SIZE >= area.y - 20.0 && y <= area.bottom() {
                places.push(text);
            }
        }
    };
    for away in 0..=seen.len() {
        let before = first.checked_sub(away);
        let behind = (away > 0).then_some(first + away);
        for place in [before, behind].into_iter().flatten() {
            if let Some(mark) = seen.get(place) {
                add(mark);
            }
        }
    }
    places
}

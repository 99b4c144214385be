//! Series over the years.

use ledgerline_core::date::Day;
use ledgerline_core::series::Point;
use ledgerline_core::story::Story;
use ledgerline_core::words::{Manner, Words};

use super::goal::{self, PlacedGoal};
use crate::Rect;
use crate::lines::{self, Axis, EndName, PlacedLines, Reach, Tell, Track};
use crate::text::{Anchor, BOLD, PlacedText, width as text_width, wrapped};
use crate::time::{self, Tick, TimeScale};

/// Lines over the years, in pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedYears {
    /// Width of all.
    pub width: f64,
    /// Height of all.
    pub height: f64,
    /// Where the lines stand.
    pub area: Rect,
    /// What the lines are, above them.
    pub title: Vec<PlacedText>,
    /// Axis of the years.
    pub ticks: Vec<Tick>,
    /// Baseline of the axis labels.
    pub ticks_y: f64,
    /// The series and their amounts.
    pub lines: PlacedLines,
    /// The chosen year.
    pub year: Option<PlacedText>,
    /// Where its line stands: its name may have to keep further in.
    pub rule: Option<f64>,
    /// As much of the span that is asked about as lies on the scale.
    pub span: Option<Rect>,
    /// What is aimed at.
    pub goal: Option<PlacedGoal>,
    /// Every year of the axis with its place.
    pub years: Vec<(i32, f64)>,
}

impl PlacedYears {
    /// The year that stands nearest to a place.
    pub fn year_at(&self, x: f64) -> Option<i32> {
        let nearest = self.years.iter().min_by(|(_, a), (_, b)| (a - x).abs().total_cmp(&(b - x).abs()));
        nearest.map(|(year, _)| *year)
    }

    /// Each series with the first and the last year of which it has a value here.
    pub fn ends(&self) -> impl Iterator<Item = (&str, i32, i32)> {
        self.lines.lines.iter().filter_map(|line| {
            let years = line.marks.iter().chain(&line.below).map(|mark| mark.year);
            let years = years.filter(|year| self.x_of(*year).is_some());
            Some((line.series.as_str(), years.clone().min()?, years.max()?))
        })
    }

    /// Where a year stands.
    pub fn x_of(&self, year: i32) -> Option<f64> {
        self.years.iter().find(|(known, _)| *known == year).map(|(_, x)| *x)
    }
}

/// What is to be drawn over the years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// The lines.
    pub tracks: Vec<Track>,
    /// How their points are told.
    pub manner: Manner,
    /// What they are, where it is not said by their names.
    pub title: Option<String>,
    /// The year to mark.
    pub year: Option<i32>,
    /// First and last year of the span that is asked about.
    pub span: Option<(i32, i32)>,
    /// Year, amount and name of what is aimed at.
    pub goal: Option<(i32, f64, String)>,
}

const TOP: f64 = 20.0;
const SIDE: f64 = 6.0;
/// Height of a line of the title.
const TITLE: f64 = 17.0;
/// From the amounts of the axis to the first year.
const GAP: f64 = 2.0;
/// Between two years of the axis, at the least.
const BETWEEN: f64 = 4.0;
/// The least width of the years beside the amounts of the axis.
const LEAST: f64 = 200.0;
/// Below this width there is room for few years.
const SPACING: f64 = 70.0;

/// The series with these ids over all years that any of them names, with the chosen year marked. `size` is the
/// width of all and the height of the lines.
pub fn over_years(story: &Story, words: &Words, ids: &[&str], year: i32, size: (f64, f64), log: bool) -> PlacedYears {
    let spans = ids.iter().filter_map(|id| story.series.get(id)?.years());
    let all = spans.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)));
    let chart = Chart { year: Some(year), ..of_series(story, words, ids) };
    let tell = lines::of_sources(words, chart.manner);
    place((words, &tell), &chart, all.unwrap_or((year, year)), size, log, false)
}

fn of_series(story: &Story, words: &Words, ids: &[&str]) -> Chart {
    let mut ids: Vec<&str> = ids.to_vec();
    ids.dedup();
    let (tracks, money) = Track::all(story, words, &ids);
    Chart { tracks, manner: Manner::Amount(money), ..Chart::default() }
}

/// The series with these ids in the ten years from `first` on, without words, on the scale of all their years. `size` is
/// that of the whole picture. `None` where fewer than two of their values lie there.
pub fn over_decade(
    story: &Story,
    words: &Words,
    ids: &[&str],
    first: i32,
    (width, height): (f64, f64),
    log: bool,
) -> Option<PlacedYears> {
    let chart = of_series(story, words, ids);
    let tell = lines::of_sources(words, chart.manner);
    let mut placed = place((words, &tell), &chart, (first, first + 9), (width, height), log, false);
    let marks = placed.lines.lines.iter().flat_map(|line| line.marks.iter().chain(&line.below));
    let values = marks.filter(|mark| placed.x_of(mark.year).is_some()).count();
    placed.height = height + SIDE;
    placed.ticks.clear();
    placed.lines.amounts.clear();
    for line in &mut placed.lines.lines {
        line.label = None;
        line.below.iter_mut().for_each(|below| below.label.text.clear());
    }
    (values > 1).then_some(placed)
}

/// A chart over the years of its lines. `size` is the width of all and the height of the lines. Where no line has a value
/// there is nothing in it.
pub fn years(words: &Words, chart: &Chart, size: (f64, f64), log: bool) -> PlacedYears {
    if chart.tracks.iter().all(|track| track.points.is_empty()) {
        return PlacedYears::default();
    }
    let years = chart.tracks.iter().flat_map(|track| track.points.iter().map(|point| point.year));
    let years = years.chain(chart.year).chain(chart.goal.iter().map(|(year, ..)| *year));
    let all = years.fold(None, |all: Option<(i32, i32)>, year| {
        Some(all.map_or((year, year), |(first, last)| (first.min(year), last.max(year))))
    });
    let column = column(chart, size.0);
    let tell = |track: &Track, point: &Point| beside_mark(words, chart.manner, track, point);
    let drawn = goal::among(chart);
    let mut placed = place((words, &tell), &drawn, all.unwrap_or_default(), (size.0 - column, size.1), log, true);
    lines::free_amounts(&mut placed.lines);
    goal::mark(words, &mut placed, chart);
    placed.width = size.0;
    let marked = chart.year.and_then(|year| placed.x_of(year));
    let goal = placed.goal.as_ref().map(PlacedGoal::covers);
    lines::name(&mut placed.lines, placed.area, marked, goal.as_ref().map_or(&[], |all| &all[..]));
    placed
}

/// A value beside its mark has the digits that it has wherever else it is read; where none goes first it is its ends.
fn beside_mark(words: &Words, manner: Manner, track: &Track, point: &Point) -> String {
    match (track.reach, track.supposed) {
        (Reach::Ends, true) => words.reckoned(point, manner, true),
        (Reach::Ends, false) => words.reading(point, manner, true),
        _ => words.beside_mark(point, manner, track.supposed),
    }
}

/// The names in the column at the right, where several paths part.
pub fn ends(placed: &PlacedYears) -> Vec<EndName> {
    let column = placed.area.right() + SIDE < placed.width;
    if column { lines::end_names(&placed.lines.lines, placed.area, placed.width) } else { Vec::new() }
}

/// The width of the column for names at the right, where several paths part.
fn column(chart: &Chart, width: f64) -> f64 {
    let supposed =
        || chart.tracks.iter().filter(|track| track.supposed && !track.level).map(|track| track.name.as_str());
    if lines::apart(supposed()) { lines::column(supposed(), width) } else { 0.0 }
}

/// `apart`: the years begin beside the amounts of the axis, where enough room is left for them.
fn place(
    (words, tell): (&Words, &Tell<'_>),
    chart: &Chart,
    (first, last): (i32, i32),
    (width, height): (f64, f64),
    log: bool,
    apart: bool,
) -> PlacedYears {
    let title = title(chart, width - 2.0 * SIDE);
    // As much lower as there are lines above.
    let top = TOP + TITLE * title.len() as f64;
    let whole = Rect { x: SIDE, y: top, width: width - 2.0 * SIDE, height: height - TOP };
    let axis = Axis::of((words, chart.manner), &chart.tracks, whole, log);
    let beside = axis.right() + GAP;
    let left = if apart && whole.right() - beside >= LEAST { beside } else { SIDE };
    let area = Rect { x: left, width: whole.right() - left, ..whole };
    let scale =
        TimeScale::new(Day::from_ymd(first.into(), 1, 1), Day::from_ymd(last.into(), 12, 31), left, area.right());
    let ticks_y = area.bottom() + 18.0;
    let marked =
        chart.year.map(|year| (scale.year(year), year)).filter(|(x, _)| (scale.left..=scale.right).contains(x));
    let mut ticks = time::ticks(&scale, SPACING, words);
    // Within the picture, whatever the years are called.
    let half = |name: &str, bold: f64| text_width(name, lines::LABEL_SIZE * bold) / 2.0;
    let inside = |x: f64, half: f64| x.clamp(half, (width - half).max(half));
    let year = marked.map(|(x, year)| {
        let name = words.year(year.into());
        PlacedText::new(inside(x, half(&name, BOLD)), ticks_y, Anchor::Middle, &name)
    });
    ticks.iter_mut().for_each(|tick| tick.x = inside(tick.x, half(&tick.label, 1.0)));
    let free = |tick: &Tick, year: &PlacedText| {
        (tick.x - year.x).abs() >= half(&tick.label, 1.0) + half(&year.text, BOLD) + BETWEEN
    };
    ticks.retain(|tick| year.as_ref().is_none_or(|year| free(tick, year)));
    let lines = lines::place_tracks(axis, tell, &chart.tracks, &scale, area, chart.year);
    let span = chart.span.and_then(|(from, to)| {
        let [from, to] = [from, to].map(|year| scale.year(year).clamp(scale.left, scale.right));
        (from < to).then_some(Rect { x: from, y: area.y, width: to - from, height: area.height })
    });
    let rule = marked.map(|(x, _)| x);
    let years = (first..=last).map(|year| (year, scale.year(year))).collect();
    PlacedYears {
        width,
        height: ticks_y + 8.0,
        area,
        title,
        ticks,
        ticks_y,
        lines,
        year,
        rule,
        span,
        goal: None,
        years,
    }
}

/// What the lines are, in as many lines as it takes.
fn title(chart: &Chart, width: f64) -> Vec<PlacedText> {
    let lines = chart.title.iter().flat_map(|title| wrapped(title, lines::LABEL_SIZE, width));
    let placed = lines
        .enumerate()
        .map(|(row, text)| PlacedText::new(SIDE, TITLE * (row as f64 + 1.0) - 4.0, Anchor::Start, &text));
    placed.collect()
}

//! The points of a picture as a table, year by year: the same columns and the same spreads.

use ledgerline_core::compare;
use ledgerline_core::series::Point;
use ledgerline_core::story::{Colour, Story};
use ledgerline_core::words::{Key, Manner};
use ledgerline_figure::chart::Chart;
use ledgerline_figure::lines::{Reach, Track};

use super::asked::Asked;
use super::picture;
use crate::parts::{El, Els, colour_class, el, on_demand, point_told, said, scroll};
use crate::reactive::Memo;
use crate::state::Shared;

/// What a line of the picture is in the table.
struct Column {
    series: String,
    name: String,
    colour: Colour,
    points: Vec<Point>,
    manner: Manner,
    ends: bool,
    supposed: bool,
}

impl Column {
    fn of(track: Track, manner: Manner) -> Self {
        let Track { series, name, colour, points, reach, supposed, .. } = track;
        let manner = manner.in_column();
        Self { series, name, colour, points, manner, ends: reach == Reach::Ends, supposed }
    }

    fn point(&self, year: i32) -> Option<&Point> {
        self.points.iter().find(|point| point.year == year)
    }
}

/// The figures of a comparison; over a span before them its answers.
pub(super) fn years(shared: Shared, asked: Memo<Asked>) -> El {
    table(shared, move || asked.with(|asked| of_comparison(shared, asked)))
}

/// The lines of a picture over the years.
pub(super) fn of_chart(shared: Shared, chart: Memo<Chart>) -> El {
    let rows = move || {
        chart.with(|chart| {
            let columns: Vec<Column> =
                chart.tracks.iter().map(|track| Column::of(track.clone(), chart.manner)).collect();
            rows(shared, &columns, &known(&columns), true)
        })
    };
    table(shared, rows)
}

fn table(shared: Shared, rows: impl Fn() -> Els + Clone + 'static) -> El {
    let table = move || scroll(shared.words().text(Key::CalculatorAllYears), el("table").bind(rows.clone()));
    on_demand(shared, "folded", said("summary", shared, Key::CalculatorAllYears), table)
}

/// Every year of which a line has a point.
fn known(columns: &[Column]) -> Vec<i32> {
    let mut years: Vec<i32> = columns.iter().flat_map(|column| column.points.iter().map(|point| point.year)).collect();
    years.sort_unstable();
    years.dedup();
    years
}

fn of_comparison(shared: Shared, asked: &Asked) -> Els {
    let Some(compared) = picture::compared(asked) else { return Els::new() };
    let words = shared.words();
    let figures = shared.with_story(|story| compared.series(story, &words));
    let of_figures = figures.tracks.into_iter().map(|track| Column::of(track, figures.manner));
    let mut columns: Vec<Column> = Vec::new();
    let chart = shared.with_story(|story| compared.answers(story, &words));
    // The level of the whole span is no line of years.
    let tracks = chart.tracks.into_iter().filter(|track| !track.supposed).zip(compared.yearly);
    columns.extend(tracks.map(|(track, line)| {
        let head = shared.with_story(|story| words.yearly_head(line, compared.comparison.measure, story));
        Column { name: head, ..Column::of(track, chart.manner) }
    }));
    columns.extend(of_figures);
    // What is asked of a span has answers in it alone.
    let (from, until) = if compared.yearly.is_empty() { (i32::MIN, i32::MAX) } else { asked.span };
    let ids = &asked.ids;
    let years = shared.with_story(|story| compare::years(story, &ids[0], ids.last().unwrap_or(&ids[0])));
    let years = years.into_iter().map(|(year, _)| year).filter(|year| (from..=until).contains(year));
    let mut found = known(&columns);
    found.retain(|year| (from..=until).contains(year));
    found.extend(years);
    found.sort_unstable();
    found.dedup();
    rows(shared, &columns, &found, asked.terms == Default::default())
}

/// A row a year, gaps in words; `plain` are terms on which a series can tell what it knows of a year without a value.
fn rows(shared: Shared, columns: &[Column], years: &[i32], plain: bool) -> Els {
    let words = shared.words();
    let head = |column: &Column| {
        let class = format!("n {}", colour_class(column.colour));
        el("th").attr("scope", "col").class(&class).text(&column.name)
    };
    let year = said("th", shared, Key::TableYear).attr("scope", "col");
    let heads = el("tr").child(year).children(columns.iter().map(head).collect());
    let row = |year: i32| {
        let cell = |column: &Column| {
            let told = match column.point(year) {
                Some(point) => point_told(shared, point, column.manner, (column.ends, column.supposed)),
                None => shared.with_story(|story| gap(shared, story, column, year, plain)),
            };
            el("td").class("n").text(&told)
        };
        let head = el("th").attr("scope", "row").text(&words.year(year.into()));
        el("tr").child(head).children(columns.iter().map(cell).collect())
    };
    let body = years.iter().map(|year| row(*year));
    vec![el("thead").child(heads), el("tbody").children(body.collect())]
}

/// What is to be said of a year without a point; before and behind a path nothing.
fn gap(shared: Shared, story: &Story, column: &Column, year: i32, plain: bool) -> String {
    let words = shared.words();
    let series = story.series.get(&column.series).filter(|_| plain && matches!(column.manner, Manner::Column(_)));
    match series {
        _ if column.supposed => String::new(),
        Some(series) => words.cell(series, year),
        None => words.text(Key::StatusNone).to_owned(),
    }
}

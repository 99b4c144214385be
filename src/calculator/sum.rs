//! "Show the sum": the formula, the values in it, the unrounded result, and the values that were not taken. Where
//! there is no sum, the values that are known of the year all the same.

use ledgerline_core::formula::{Outcome, TracedCell};
use ledgerline_core::series::bounds;
use ledgerline_core::story::{Story, ValueRow};
use ledgerline_core::words::{Answer, Key};
use ledgerline_figure::colour_of_series;
use leptos::prelude::*;

use super::asked::Asked;
use crate::parts::{El, Els, Entry, cell, el, folded, left, row, row_head, said, scroll, values};
use crate::reactive::Memo;
use crate::state::Shared;

/// Which folded parts the reader has left open.
#[derive(Clone, Copy)]
pub(super) struct Open {
    sum: StoredValue<bool>,
    others: StoredValue<bool>,
}

impl Open {
    /// The sum is open at first: it is what this instrument is for.
    pub(super) fn at_first() -> Self {
        Self { sum: StoredValue::new(true), others: StoredValue::new(false) }
    }
}

/// The sum, or what is known without one.
pub(super) fn sum(shared: Shared, asked: Memo<Asked>, open: Open) -> Els {
    asked.with(|asked| match (&asked.outcome, asked.answer(shared)) {
        (Ok(outcome), Some(answer)) => vec![told(shared, asked, outcome, &answer, open)],
        _ => known(shared, asked, open).into_iter().collect(),
    })
}

fn told(shared: Shared, asked: &Asked, outcome: &Outcome, answer: &Answer, open: Open) -> El {
    let words = shared.words();
    let formula = shared.with_story(|story| asked.comparison.expr(story).to_string());
    let formula = said("p", shared, Key::CalculatorFormula).class("formula").text(" ").child(el("code").text(&formula));
    let table =
        shared.with_story(|story| values(shared, &entries(story, outcome, |place, taken| place == taken), false));
    let table = table.child(el("tfoot").attr("role", "rowgroup").child(total(shared, asked, outcome, answer)));
    let part = folded(shared, "sum", said("summary", shared, Key::CalculatorSum)).attr("part", "sum");
    let part = part.child(formula).child(scroll(words.text(Key::CalculatorSum), table));
    left(part.maybe(others(shared, outcome, open)), open.sum)
}

fn total(shared: Shared, asked: &Asked, outcome: &Outcome, answer: &Answer) -> El {
    let words = shared.words();
    row()
        .class("total")
        .child(row_head(&shared.with_story(|story| words.sum(&asked.comparison.expr(story), outcome))))
        .child(cell().text(words.text(Key::CalculatorResult)))
        .child(cell().class("n").text(&answer.unrounded))
        .child(cell().attr("colspan", "3").text(&answer.rounding))
}

/// The values of the same cells that were not taken, under a sentence for each cell.
fn others(shared: Shared, outcome: &Outcome, open: Open) -> Option<El> {
    shared.with_story(|story| {
        let entries = entries(story, outcome, |place, taken| place != taken);
        let cells = entries.chunk_by(|a, b| std::ptr::eq(a.series, b.series) && a.row.when == b.row.when);
        let told = cells.filter_map(|cell| reach(shared, cell));
        let heading = told.fold(el("summary"), |heading, sentence| heading.text(&sentence).text(" "));
        let heading = heading.child(said("u", shared, Key::CalculatorSeeAll));
        listed(shared, &entries, heading, Key::CalculatorOthers, open.others)
    })
}

/// How far the other values of one cell reach: "4 other values for Russia in 2013 run from $104m to $123m."
fn reach(shared: Shared, entries: &[Entry]) -> Option<String> {
    let words = shared.words();
    let Entry { series, row, .. } = entries.first()?;
    let rows: Vec<&ValueRow> = entries.iter().map(|entry| entry.row).collect();
    let (low, high) = bounds(&rows)?;
    let told = |value: f64| {
        let row = rows.iter().find(|row| row.number() == Some(value));
        row.map(|row| words.value(row, &series.unit)).unwrap_or_default()
    };
    let (low, high, year) = (told(low), told(high), words.year(row.when.into()));
    let key = if low == high { Key::CalculatorOthersSame } else { Key::CalculatorOthersRun };
    Some(words.count(key, rows.len(), &[("name", &series.short), ("year", &year), ("low", &low), ("high", &high)]))
}

/// The values of a year that gave no answer. They stand where the sum would, open or closed as that was left.
fn known(shared: Shared, asked: &Asked, open: Open) -> Option<El> {
    let (words, comparison) = (shared.words(), &asked.comparison);
    let mut ids = vec![comparison.a.as_str(), comparison.b.as_str()];
    ids.dedup();
    shared.with_story(|story| {
        let all = ids.iter().flat_map(|id| of_year(story, id, comparison.year));
        let entries: Vec<Entry> = all.map(|(_, entry)| entry).collect();
        let year = words.year(comparison.year.into());
        let heading = el("summary").text(&words.count(Key::CalculatorKnown, entries.len(), &[("year", &year)]));
        listed(shared, &entries, heading, Key::CalculatorKnownTable, open.sum)
    })
}

fn listed(shared: Shared, entries: &[Entry], heading: El, label: Key, open: StoredValue<bool>) -> Option<El> {
    let words = shared.words();
    (!entries.is_empty()).then(|| {
        let table = scroll(words.text(label), values(shared, entries, true));
        left(folded(shared, "others", heading).child(table), open)
    })
}

/// The values of all cells: the taken ones or all others.
fn entries<'a>(story: &'a Story, outcome: &Outcome, wanted: fn(usize, usize) -> bool) -> Vec<Entry<'a>> {
    let of_cell = |cell: &TracedCell| {
        let taken = cell.row;
        let all = of_year(story, &cell.series, cell.year).into_iter();
        all.filter(move |(place, _)| wanted(*place, taken)).map(|(_, entry)| entry)
    };
    outcome.cells.iter().flat_map(of_cell).collect()
}

/// The values of a series in a year, each with its place among the rows.
fn of_year<'a>(story: &'a Story, id: &str, year: i32) -> Vec<(usize, Entry<'a>)> {
    let Some(series) = story.series.get(id) else { return Vec::new() };
    let colour = colour_of_series(story, id);
    let valued = |row: &&ValueRow| row.when == year && row.value.is_some();
    let rows = series.values.iter().enumerate().filter(|(_, row)| valued(row));
    rows.map(|(place, row)| (place, Entry { series, colour, row })).collect()
}

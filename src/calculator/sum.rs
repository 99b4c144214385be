//! "Show the sum": the formula, the values in it, the unrounded result, and the values that were not taken.

use ledgerline_core::formula::{Outcome, TracedCell};
use ledgerline_core::story::{Story, ValueRow};
use ledgerline_core::words::{Answer, Key};
use ledgerline_figure::colour_of_series;
use leptos::prelude::*;

use super::asked::Asked;
use crate::parts::{El, Els, cell_rows, colour_class, el, folded, head, said, scroll};
use crate::state::Shared;

/// The sum, open at first: it is what this instrument is for.
pub(super) fn sum(shared: Shared, asked: Memo<Asked>) -> Option<El> {
    let words = shared.words();
    asked.with(|asked| {
        let (outcome, answer) = (asked.outcome.as_ref().ok()?, asked.answer(shared)?);
        let formula = shared.with_story(|story| asked.comparison.expr(story).to_string());
        let formula = said("p", shared, Key::CalculatorFormula).class("formula").text(" ").child(el("code").text(&formula));
        let rows = rows(shared, outcome, |place, taken| place == taken);
        let table = el("table").child(head(shared, &unit(shared, outcome))).child(el("tbody").children(rows));
        let table = table.child(el("tfoot").child(total(shared, asked, outcome, &answer)));
        let part = folded("sum", said("summary", shared, Key::CalculatorSum)).attr("open", "").attr("part", "sum");
        let part = part.child(formula).child(scroll(words.text(Key::CalculatorSum), table));
        Some(part.maybe(others(shared, outcome)))
    })
}

fn total(shared: Shared, asked: &Asked, outcome: &Outcome, answer: &Answer) -> El {
    let words = shared.words();
    el("tr")
        .class("total")
        .child(el("th").attr("scope", "row").text(&words.sum(&asked.comparison, outcome)))
        .child(said("td", shared, Key::CalculatorResult))
        .child(el("td").class("n").text(&answer.unrounded))
        .child(el("td").attr("colspan", "3").text(&answer.rounding))
}

/// The values of the same cells that were not taken.
fn others(shared: Shared, outcome: &Outcome) -> Option<El> {
    let words = shared.words();
    let rows = rows(shared, outcome, |place, taken| place != taken);
    let heading = el("summary").text(&words.count(Key::CalculatorOthersCount, rows.len(), &[]));
    (!rows.is_empty()).then(|| {
        let table = el("table").child(head(shared, &unit(shared, outcome))).child(el("tbody").children(rows));
        folded("others", heading).child(scroll(words.text(Key::CalculatorOthers), table))
    })
}

fn unit(shared: Shared, outcome: &Outcome) -> String {
    let words = shared.words();
    outcome.cells.first().map(|cell| words.unit(&cell.money)).unwrap_or_default()
}

/// The rows of all cells: the taken ones or all others.
fn rows(shared: Shared, outcome: &Outcome, wanted: fn(usize, usize) -> bool) -> Els {
    shared.with_story(|story| {
        let of_cell = |cell: &TracedCell| {
            let series = story.series.get(&cell.series)?;
            let found = all(story, cell).into_iter().filter(|(place, _)| wanted(*place, cell.row));
            let found: Vec<&ValueRow> = found.map(|(_, row)| row).collect();
            Some(cell_rows(shared, series, colour_class(colour_of_series(story, &cell.series)), &found))
        };
        outcome.cells.iter().filter_map(of_cell).flatten().collect()
    })
}

fn all<'a>(story: &'a Story, cell: &TracedCell) -> Vec<(usize, &'a ValueRow)> {
    let rows = story.series.get(&cell.series).map(|series| series.values.as_slice()).unwrap_or_default();
    rows.iter().enumerate().filter(|(_, row)| row.when == cell.year && row.value.is_some()).collect()
}

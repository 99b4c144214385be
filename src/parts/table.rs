//! Rows of values as tables show them everywhere: series, year, value, basis, source, kind.

use ledgerline_core::story::{Series, ValueRow};
use ledgerline_core::words::Key;

use super::{El, Els, el, said, sources};
use crate::state::Shared;

/// The heads of the columns.
pub(crate) fn head(shared: Shared, unit: &str) -> El {
    let head = |key: Key| said("th", shared, key).attr("scope", "col");
    let unit = el("th").attr("scope", "col").class("n").text(unit);
    let row = el("tr").child(head(Key::CalculatorSeries)).child(head(Key::TableYear)).child(unit);
    let rest = [Key::TableBasis, Key::TableSource, Key::TableStatus];
    el("thead").child(row.children(rest.map(head).into()))
}

/// A row for each value of a series.
pub(crate) fn cell_rows(shared: Shared, series: &Series, colour: &str, rows: &[&ValueRow]) -> Els {
    rows.iter().map(|row| cell_row(shared, series, colour, row)).collect()
}

fn cell_row(shared: Shared, series: &Series, colour: &str, row: &ValueRow) -> El {
    let words = shared.words();
    let basis = shared.with_story(|story| Some(story.bases.get(row.basis.as_deref()?)?.name.clone()));
    let value = row.value.map(|value| words.written(value)).unwrap_or_default();
    let cell = |text: &str| el("td").text(text);
    el("tr")
        .child(el("th").attr("scope", "row").class(colour).text(&series.name))
        .child(cell(&words.year(row.when.into())))
        .child(cell(&value).class("n"))
        .child(cell(&basis.unwrap_or_default()))
        .child(el("td").children(sources(shared, row.source.iter())))
        .child(cell(words.status(row.status)))
}

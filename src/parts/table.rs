//! Values as tables show them everywhere: series, year, value, basis, source, kind.

use ledgerline_core::amount::Decimal;
use ledgerline_core::formula::{Flow, Unit};
use ledgerline_core::story::{Colour, Series, ValueRow};
use ledgerline_core::words::Key;

use super::{El, Els, colour_class, el, markup, sources};
use crate::state::Shared;

/// A value and whose it is.
pub(crate) struct Entry<'a> {
    /// The series.
    pub(crate) series: &'a Series,
    /// Its colour.
    pub(crate) colour: Colour,
    /// The value's row.
    pub(crate) row: &'a ValueRow,
    /// Which part of it.
    pub(crate) flow: Flow,
    /// That part as its source writes it.
    pub(crate) value: Decimal,
}

/// A table of values, as their sources write them. `listed` are values by themselves: their unit stands in the head, if
/// they share one, and the story's remark below each. In a sum other rows follow, so each bears its own unit. The roles are written out: on narrow widths
/// the cells are stacked, and then some browsers no longer take a table for one.
pub(crate) fn values(shared: Shared, entries: &[Entry], listed: bool) -> El {
    let unit = entries.first().map(|entry| entry.series.unit);
    let unit = unit.filter(|unit| listed && entries.iter().all(|entry| entry.series.unit == *unit));
    let words = shared.words();
    let named = unit.map(|unit| words.named_unit(Unit::Amount(unit)));
    let head = head(shared, named.as_deref().unwrap_or(words.text(Key::TableValue)));
    let rows = entries.iter().flat_map(|entry| {
        let remark = entry.row.note.as_deref().filter(|_| listed).map(remark);
        [Some(line(shared, entry, unit.is_none())), remark]
    });
    let body = el("tbody").attr("role", "rowgroup").children(rows.flatten().collect());
    el("table").attr("role", "table").child(head).child(body)
}

fn head(shared: Shared, unit: &str) -> El {
    let column = |text: &str| el("th").attr("scope", "col").attr("role", "columnheader").text(text);
    let head = |key: Key| column(shared.words().text(key));
    let row = row().child(head(Key::CalculatorSeries)).child(head(Key::TableYear)).child(column(unit).class("n"));
    let rest = [Key::TableBasis, Key::TableSource, Key::TableStatus];
    el("thead").attr("role", "rowgroup").child(row.children(rest.map(head).into()))
}

fn line(shared: Shared, Entry { series, colour, row, flow, value }: &Entry, with_unit: bool) -> El {
    let words = shared.words();
    let basis = shared.with_story(|story| Some(story.bases.get(row.basis.as_deref()?)?.name.clone()));
    let number = words.written(*value);
    let value = if with_unit { words.in_unit(&number, series.unit) } else { number };
    let part = part(*flow).map(|part| words.text(part));
    let name: Vec<&str> = [Some(series.name.as_str()), part].into_iter().flatten().collect();
    self::row()
        .child(row_head(&name.join(words.text(Key::NumberComma))).class(colour_class(*colour)))
        .child(cell().text(&words.year(row.when.into())))
        .child(cell().text(&value).class("n"))
        .child(cell().text(&basis.unwrap_or_default()))
        .child(cell().children(sources(shared, row.source.iter())))
        .child(cell().text(words.status(row.status)))
}

/// The name of a part of a value, behind that of its series.
fn part(flow: Flow) -> Option<Key> {
    match flow {
        Flow::Total => None,
        Flow::Exports => Some(Key::UnitExports),
        Flow::Imports => Some(Key::UnitImports),
        Flow::Balance => Some(Key::CalculatorBalance),
    }
}

fn remark(note: &str) -> El {
    let text: Els = markup(note).into_iter().map(|paragraph| paragraph.class("help")).collect();
    row().child(cell().attr("colspan", "6").children(text))
}

/// A row of such a table.
pub(crate) fn row() -> El {
    el("tr").attr("role", "row")
}

/// A cell that names its row.
pub(crate) fn row_head(text: &str) -> El {
    el("th").attr("scope", "row").attr("role", "rowheader").text(text)
}

/// A cell.
pub(crate) fn cell() -> El {
    el("td").attr("role", "cell")
}

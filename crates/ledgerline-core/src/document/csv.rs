//! Values as comma-separated text, with their units and sources.

use crate::float;
use crate::formula::TracedCell;
use crate::story::{Series, Story, ValueRow};
use crate::words::{Key, Words};

/// All values of these series, a line each, by series and year. `cells` are those that a sum took.
pub fn csv(story: &Story, words: &Words, ids: &[&str], cells: &[TracedCell]) -> String {
    let heads = [
        Key::CsvSeries,
        Key::TableYear,
        Key::TableValue,
        Key::CsvUnit,
        Key::UnitExports,
        Key::UnitImports,
        Key::TableStatus,
        Key::TableBasis,
        Key::TableSource,
        Key::CsvAddress,
        Key::CsvTaken,
    ];
    let mut text = line(&heads.map(|key| words.text(key).to_owned()));
    for id in ids {
        let Some(series) = story.series.get(id) else { continue };
        let mut rows: Vec<(usize, &ValueRow)> = series.values.iter().enumerate().collect();
        rows.sort_by_key(|(_, row)| row.when);
        for (place, row) in rows {
            let taken = cells.iter().any(|cell| cell.series == *id && cell.row == place);
            text += &line(&fields(story, words, series, row, taken));
        }
    }
    text
}

fn fields(story: &Story, words: &Words, series: &Series, row: &ValueRow, taken: bool) -> [String; 11] {
    let number = |value: Option<crate::amount::Decimal>| value.map(|value| value.to_string()).unwrap_or_default();
    let source = row.source.as_deref().and_then(|id| story.sources.get(id));
    let basis = row.basis.as_deref().map(|id| words.basis(story, id)).unwrap_or_default();
    [
        series.name.clone(),
        row.when.to_string(),
        number(row.value),
        series.unit.to_string(),
        number(row.exports),
        number(row.imports),
        words.status(row.status).to_owned(),
        basis.to_owned(),
        source.map(|source| source.publisher.clone()).unwrap_or_default(),
        source.and_then(|source| source.url.clone()).unwrap_or_default(),
        words.text(if taken { Key::CsvYes } else { Key::CsvNo }).to_owned(),
    ]
}

fn line(fields: &[String]) -> String {
    let fields: Vec<String> = fields.iter().map(|text| field(text)).collect();
    fields.join(",") + "\r\n"
}

/// A field, quoted where it has to be. What a spreadsheet would take for a formula of its own is kept from that.
fn field(text: &str) -> String {
    let number = float::parse(text).is_some();
    let text =
        if text.starts_with(['=', '+', '-', '@', '\t']) && !number { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_where_they_have_to_be() {
        assert_eq!(field("plain"), "plain");
        assert_eq!(field("a, \"b\""), "\"a, \"\"b\"\"\"");
    }

    #[test]
    fn no_spreadsheet_takes_a_name_for_a_formula() {
        assert_eq!(field("=cmd|' /C calc'!A0"), "'=cmd|' /C calc'!A0");
        assert_eq!(field("-12.5"), "-12.5");
    }
}

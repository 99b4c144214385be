//! Values as comma-separated text, with their units and sources.

use crate::float;
use crate::formula::{TracedCell, Unit};
use crate::series::Point;
use crate::story::{Series, Story, ValueRow};
use crate::words::{Key, Words};

/// A path that is supposed and no record.
#[derive(Clone, Debug, PartialEq)]
pub struct Path {
    /// Whose it is.
    pub series: String,
    /// What it supposes.
    pub kind: String,
    /// The unit of its points.
    pub unit: Unit,
    /// Its points, a year each.
    pub points: Vec<Point>,
}

/// All values of these series, a line each, by series and year; `cells` are those that a sum took. Behind them the
/// paths, year by year, unrounded and with their ends, for which there are two more columns then.
pub fn csv(story: &Story, words: &Words, ids: &[&str], cells: &[TracedCell], paths: &[Path]) -> String {
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
    let ends: &[Key] = if paths.is_empty() { &[] } else { &[Key::CsvLow, Key::CsvHigh] };
    let heads: Vec<String> = heads.iter().chain(ends).map(|key| words.text(*key).to_owned()).collect();
    let mut text = line(&heads);
    for id in ids {
        let Some(series) = story.series.get(id) else { continue };
        let mut rows: Vec<(usize, &ValueRow)> = series.values.iter().enumerate().collect();
        rows.sort_by_key(|(_, row)| row.when);
        for (place, row) in rows {
            let taken = cells.iter().any(|cell| cell.series == *id && cell.row == place);
            let mut fields = fields(story, words, series, row, taken).to_vec();
            fields.resize(heads.len(), String::new());
            text += &line(&fields);
        }
    }
    for path in paths {
        path.points.iter().for_each(|point| text += &line(&supposed(words, path, point)));
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

fn supposed(words: &Words, path: &Path, point: &Point) -> [String; 13] {
    let mut fields = [const { String::new() }; 13];
    fields[0].clone_from(&path.series);
    fields[1] = point.year.to_string();
    fields[2] = point.value.to_string();
    fields[3] = path.unit.to_string();
    fields[6].clone_from(&path.kind);
    words.text(Key::CsvNo).clone_into(&mut fields[10]);
    fields[11] = point.low.to_string();
    fields[12] = point.high.to_string();
    fields
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

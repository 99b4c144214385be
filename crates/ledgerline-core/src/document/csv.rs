//! Values as comma-separated text, with their units and sources.

use super::publishers_of_picture;
use crate::compare::Terms;
use crate::float;
use crate::formula::{Factor, Outcome, Unit};
use crate::series::Point;
use crate::story::{Series, Story, ValueRow};
use crate::words::{Key, Words};

/// A line of the picture: its points in their unit, converted as the reader asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Path {
    /// Whose it is.
    pub series: String,
    /// Ids of the series whose values it draws; none where it is supposed.
    pub of: Vec<String>,
    /// What it is: drawn from the record, or supposed.
    pub kind: String,
    /// The unit of its points.
    pub unit: String,
    /// Its points, a year each.
    pub points: Vec<Point>,
}

/// What a file tells of a result.
#[derive(Clone, Debug, Default)]
pub struct Answered<'a> {
    /// The answer in a sentence.
    pub sentence: &'a str,
    /// What stands against it, in sentences.
    pub doubts: &'a [String],
    /// The formulas behind it with their results.
    pub results: &'a [(String, &'a Outcome)],
    /// The lines of the picture.
    pub paths: &'a [Path],
    /// On what terms they are drawn.
    pub terms: Terms,
    /// Ids of the series that it is about.
    pub ids: &'a [&'a str],
}

const HEADS: [Key; 13] = [
    Key::CsvSeries,
    Key::TableYear,
    Key::TableValue,
    Key::CsvUnit,
    Key::CsvExports,
    Key::CsvImports,
    Key::TableStatus,
    Key::TableBasis,
    Key::TableSource,
    Key::CsvAddress,
    Key::CsvTaken,
    Key::CsvLow,
    Key::CsvHigh,
];

type Fields = [String; HEADS.len()];

/// A result as lines of a spreadsheet, unrounded: the answer in a sentence, what stands against it, the results of its
/// formulas, the points of the picture, the rates and price indices that entered, and all values of the series by year,
/// with a mark on those that count in the sum. Begins with a byte order mark, without which spreadsheets take another
/// encoding.
pub fn csv(story: &Story, words: &Words, answered: &Answered<'_>) -> String {
    let outcomes = || answered.results.iter().map(|(_, outcome)| *outcome);
    let mut rows: Vec<Fields> = vec![HEADS.map(|key| words.text(key).to_owned())];
    rows.extend((!answered.sentence.is_empty()).then(|| told(answered.sentence, words.text(Key::CsvAnswer))));
    rows.extend(answered.doubts.iter().map(|doubt| told(doubt, words.text(Key::CalculatorDoubts))));
    rows.extend(answered.results.iter().map(|(formula, outcome)| result(words, formula, outcome)));
    let points = answered.paths.iter().flat_map(|path| path.points.iter().map(move |point| (path, point)));
    rows.extend(points.map(|(path, point)| drawn((story, &answered.terms), path, point)));
    let mut factors: Vec<&Factor> = Vec::new();
    for factor in outcomes().flat_map(|outcome| &outcome.factors) {
        if !factors.contains(&factor) {
            factors.push(factor);
        }
    }
    factors.sort_by_key(|factor| (factor.rate, &factor.id, factor.year));
    rows.extend(factors.into_iter().map(|factor| entered(story, words, factor)));
    for id in answered.ids {
        let Some(series) = story.series.get(id) else { continue };
        let mut values: Vec<(usize, &ValueRow)> = series.values.iter().enumerate().collect();
        values.sort_by_key(|(_, row)| row.when);
        let taken = |place: usize| outcomes().any(|outcome| outcome.counts(id, place, &series.values[place]));
        rows.extend(values.into_iter().map(|(place, row)| value(story, words, series, row, taken(place))));
    }
    let lines: String = rows.iter().map(|fields| line(fields)).collect();
    format!("\u{feff}{lines}")
}

fn empty() -> Fields {
    [const { String::new() }; HEADS.len()]
}

/// A sentence, and what it is.
fn told(sentence: &str, kind: &str) -> Fields {
    let mut fields = empty();
    sentence.clone_into(&mut fields[0]);
    kind.clone_into(&mut fields[6]);
    fields
}

/// The result of a formula. Where no value goes first it has ends alone.
fn result(words: &Words, formula: &str, outcome: &Outcome) -> Fields {
    let mut fields = empty();
    formula.clone_into(&mut fields[0]);
    let told = |value: f64| number(value, outcome.unit);
    if !outcome.ranged {
        fields[2] = told(outcome.value);
    }
    fields[3] = outcome.unit.to_string();
    words.text(Key::CalculatorResult).clone_into(&mut fields[6]);
    if let Some(spread) = &outcome.spread {
        (fields[11], fields[12]) = (told(spread.low), told(spread.high));
    }
    fields
}

/// A number as a spreadsheet has it beside its unit: a part in hundredths, as the points of a picture are.
pub(super) fn number(value: f64, unit: Unit) -> String {
    let parts = if unit == Unit::Percent { 100.0 } else { 1.0 };
    (value * parts).to_string()
}

/// A point of the picture. Where several series are in it, or all sources are, it has the publishers of all.
fn drawn((story, terms): (&Story, &Terms), path: &Path, point: &Point) -> Fields {
    let mut fields = empty();
    fields[0].clone_from(&path.series);
    fields[1] = point.year.to_string();
    fields[2] = point.value.to_string();
    fields[3].clone_from(&path.unit);
    fields[6].clone_from(&path.kind);
    fields[8] = publishers_of_picture(story, [], terms, (&path.of, &[point.year])).join("; ");
    (fields[11], fields[12]) = (point.low.to_string(), point.high.to_string());
    fields
}

/// A rate or a price index with its source.
fn entered(story: &Story, words: &Words, factor: &Factor) -> Fields {
    let mut fields = empty();
    let (name, source) = factor.named(story).unwrap_or_default();
    let kind = if factor.rate { Key::CalculatorRate } else { Key::CalculatorPriceIndex };
    name.clone_into(&mut fields[0]);
    if let Some(rate) = story.rates.get(&factor.id).filter(|_| factor.rate) {
        fields[3] = format!("{}/{}", rate.to, rate.from);
    }
    fields[1] = factor.year.to_string();
    fields[2] = factor.value.to_string();
    words.text(kind).clone_into(&mut fields[6]);
    (fields[8], fields[9]) = from(story, source);
    words.text(Key::CsvYes).clone_into(&mut fields[10]);
    fields
}

fn value(story: &Story, words: &Words, series: &Series, row: &ValueRow, taken: bool) -> Fields {
    let number = |value: Option<crate::amount::Decimal>| value.map(|value| value.to_string()).unwrap_or_default();
    let basis = row.basis.as_deref().map(|id| words.basis(story, id)).unwrap_or_default();
    let (publisher, address) = from(story, row.source.as_deref());
    [
        series.name.clone(),
        row.when.to_string(),
        number(row.value),
        series.unit.to_string(),
        number(row.exports),
        number(row.imports),
        words.status(row.status).to_owned(),
        basis.to_owned(),
        publisher,
        address,
        words.text(if taken { Key::CsvYes } else { Key::CsvNo }).to_owned(),
        String::new(),
        String::new(),
    ]
}

/// Publisher and address of a source.
fn from(story: &Story, id: Option<&str>) -> (String, String) {
    let source = id.and_then(|id| story.sources.get(id));
    let url = source.and_then(|source| source.url.clone()).unwrap_or_default();
    (source.map(|source| source.publisher.clone()).unwrap_or_default(), url)
}

pub(super) fn line(fields: &[String]) -> String {
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

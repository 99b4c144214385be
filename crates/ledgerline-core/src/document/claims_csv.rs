//! Claims as comma-separated text: a line for each reading, with its number, its rule and its verdict.

use super::csv::line;
use crate::claim::{Checked, Reading};
use crate::formula::{Spread, Unit};
use crate::story::{Claim, Story};
use crate::words::{Key, Words};

const HEADS: [Key; 11] = [
    Key::CsvId,
    Key::ClaimsClaim,
    Key::ClaimsReading,
    Key::CalculatorFormula,
    Key::ClaimsSum,
    Key::CsvUnit,
    Key::CsvLow,
    Key::CsvHigh,
    Key::ClaimsRule,
    Key::ClaimsVerdict,
    Key::CsvWords,
];

/// Claims as they were checked, as lines of a spreadsheet, unrounded: the claim itself first, then its other readings.
/// Begins with a byte order mark, without which spreadsheets take another encoding.
pub fn claims_csv(story: &Story, words: &Words, claims: &[(&Claim, &Checked)]) -> String {
    let heads = line(&HEADS.map(|key| words.text(key).to_owned()));
    let lines = claims.iter().flat_map(|(claim, checked)| {
        let own = of(words, claim, words.text(Key::ClaimsOwn), &checked.own, words.claim(checked, story));
        let others = claim.variants.iter().zip(&checked.variants);
        let others =
            others.map(|(variant, reading)| of(words, claim, &variant.name, reading, words.variant(reading, story)));
        std::iter::once(own).chain(others).collect::<Vec<_>>()
    });
    format!("\u{feff}{heads}{}", lines.collect::<String>())
}

fn of(words: &Words, claim: &Claim, name: &str, reading: &Reading, sentence: String) -> String {
    let (value, unit, spread) = numbers(reading);
    let told = |number: Option<f64>| number.map(|number| number.to_string()).unwrap_or_default();
    let low_of = |ends: Spread| (Some(ends.low), Some(ends.high));
    let (low, high) = spread.map_or((None, None), low_of);
    line(&[
        claim.id.clone(),
        claim.statement.clone(),
        name.to_owned(),
        reading.formula.clone().unwrap_or_default(),
        told(value),
        unit.map(|unit| unit.to_string()).unwrap_or_default(),
        told(low),
        told(high),
        reading.rule.as_ref().map(|rule| words.rule(rule)).unwrap_or_default(),
        words.verdict(reading).unwrap_or_default().to_owned(),
        sentence,
    ])
}

/// The number, what it is, and its spread. Where no value goes first there are ends alone.
fn numbers(reading: &Reading) -> (Option<f64>, Option<Unit>, Option<Spread>) {
    match (&reading.result, &reading.range) {
        (Some(Ok(outcome)), _) => (Some(outcome.value).filter(|_| !outcome.ranged), Some(outcome.unit), outcome.spread),
        (_, Some(range)) => (None, Some(range.unit), Some(range.spread)),
        _ => (None, None, None),
    }
}

//! Claims as comma-separated text: a line for each reading, with its number, its rule and its verdict.

use super::csv::{line, number};
use super::publishers;
use crate::claim::{Checked, Reading};
use crate::compare::Terms;
use crate::formula::Unit;
use crate::story::{Claim, Story};
use crate::words::{Key, Words};

const HEADS: [Key; 15] = [
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
    Key::CsvTerms,
    Key::CsvEvents,
    Key::TableSource,
    Key::CalculatorDoubts,
];

/// Claims as they were checked on some terms, as lines of a spreadsheet, unrounded: the claim itself first, then its other
/// readings; each with the publishers of its values, and what stands against its number. Begins with a byte order mark,
/// without which spreadsheets take another encoding.
pub fn claims_csv(story: &Story, words: &Words, terms: &Terms, claims: &[(&Claim, &Checked)]) -> String {
    let heads = line(&HEADS.map(|key| words.text(key).to_owned()));
    let told = Told { story, words, terms: words.terms(terms, story).unwrap_or_default() };
    let lines = claims.iter().flat_map(|(claim, checked)| {
        let own = told.line(claim, words.text(Key::ClaimsOwn), &checked.own, told.claim(claim, checked));
        let others = claim.variants.iter().zip(&checked.variants).map(|(variant, reading)| {
            told.line(claim, &variant.name, reading, [words.variant(reading, story), String::new()])
        });
        std::iter::once(own).chain(others).collect::<Vec<_>>()
    });
    format!("\u{feff}{heads}{}", lines.collect::<String>())
}

/// What all lines are told with.
struct Told<'a> {
    story: &'a Story,
    words: &'a Words,
    terms: String,
}

impl Told<'_> {
    /// What a claim comes to with why it cannot be checked, and the events that it is about.
    fn claim(&self, claim: &Claim, checked: &Checked) -> [String; 2] {
        let told = [Some(self.words.claim(checked, self.story)), claim.why.clone()];
        let dated = |(id, _): &(String, _)| {
            let event = self.story.events.iter().find(|event| event.id == *id)?;
            let values = [("date", self.words.date(&event.when)), ("title", event.title.clone())];
            Some(self.words.say(Key::TimelineEvent, &values.each_ref().map(|(name, text)| (*name, text.as_str()))))
        };
        let events: Vec<String> = checked.events.iter().filter_map(dated).collect();
        let together = told.into_iter().flatten().collect::<Vec<_>>();
        [self.words.together(&together), events.join(self.words.text(Key::SumAnd))]
    }

    fn line(&self, claim: &Claim, name: &str, reading: &Reading, [told, events]: [String; 2]) -> String {
        let figure = reading.figure();
        let unit = figure.map(|figure| figure.unit).unwrap_or(Unit::Ratio);
        let number = |value: Option<f64>| value.map(|value| number(value, unit)).unwrap_or_default();
        let spread = figure.and_then(|figure| figure.spread);
        let publishers = publishers(self.story, figure);
        let rule = reading.rule.as_ref().map(|rule| self.words.rule(rule)).unwrap_or_default();
        let verdict = self.words.verdict(reading).unwrap_or_default().to_owned();
        let terms = if reading.formula.is_some() { self.terms.clone() } else { String::new() };
        line(&[
            claim.id.clone(),
            claim.statement.clone(),
            name.to_owned(),
            reading.formula.clone().unwrap_or_default(),
            number(figure.and_then(|figure| figure.value)),
            figure.map(|figure| figure.unit.to_string()).unwrap_or_default(),
            number(spread.map(|ends| ends.low)),
            number(spread.map(|ends| ends.high)),
            rule,
            verdict,
            told,
            terms,
            events,
            publishers.join(self.words.text(Key::SumAnd)),
            self.words.doubts_of(reading, self.story).join(" "),
        ])
    }
}

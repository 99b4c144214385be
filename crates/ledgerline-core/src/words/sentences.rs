//! The answer to a comparison, in words. Picture, caption and alternative text use the same sentences.

use super::rounding::{self, Precision, Shown};
use super::{Key, Words};
use crate::compare::{Comparison, Measure};
use crate::formula::{Outcome, Unit};
use crate::story::Story;

/// An answer, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The number that answers: "58 times".
    pub answer: String,
    /// The whole sentence.
    pub sentence: String,
    /// The spread: "53 to 67, depending on the source"; `None` where all sources agree.
    pub spread: Option<String>,
    /// The unrounded number.
    pub unrounded: String,
    /// What rounding did: "shown as 58: 2 digits, as far as the sources agree".
    pub rounding: String,
}

impl Words {
    /// The answer to a comparison. `outcome` is that comparison's.
    pub fn answer(&self, comparison: &Comparison, outcome: &Outcome, story: &Story) -> Answer {
        let measure = comparison.measure;
        let factor = if measure == Measure::Share { 100.0 } else { 1.0 };
        let spread = outcome.spread.map(|spread| (spread.low * factor, spread.high * factor));
        let value = outcome.value * factor;
        let precision = rounding::precision(value, spread);
        let told = |value: f64| self.result(rounding::round(value, precision.place), measure, outcome.unit);
        let answer = told(value);
        let sentence = self.sentence(comparison, outcome.value, &answer, story);
        let spread = spread.filter(|(low, high)| low < high).map(|(low, high)| {
            let (low, high) = (self.end(low, precision, measure, outcome.unit), told(high));
            self.say(Key::AnswerSpread, &[("low", &low), ("high", &high)])
        });
        let digits = usize::from(precision.digits);
        Answer {
            rounding: self.count(Key::AnswerRounding, digits, &[("shown", &answer)]),
            unrounded: self.unrounded(value, measure),
            answer,
            sentence,
            spread,
        }
    }

    /// The result, with its unit.
    fn result(&self, shown: Shown, measure: Measure, unit: Unit) -> String {
        let number = self.number(shown);
        match (measure, unit) {
            (_, Unit::Amount(money)) => self.amount(shown, &money),
            (Measure::Share, Unit::Ratio) => self.say(Key::AnswerPercent, &[("number", &number)]),
            (_, Unit::Ratio) => self.say(Key::AnswerTimes, &[("number", &number)]),
        }
    }

    /// The lower end of a spread, which leaves the unit to the upper one where that reads better.
    fn end(&self, value: f64, precision: Precision, measure: Measure, unit: Unit) -> String {
        let shown = rounding::round(value, precision.place);
        match unit {
            Unit::Amount(_) => self.result(shown, measure, unit),
            Unit::Ratio => self.number(shown),
        }
    }

    fn sentence(&self, comparison: &Comparison, value: f64, answer: &str, story: &Story) -> String {
        let (first, second) = comparison.sides(story);
        let key = match comparison.measure {
            Measure::Ratio if value == 1.0 => Key::AnswerRatioEqual,
            Measure::Ratio => Key::AnswerRatio,
            Measure::Difference if value == 0.0 => Key::AnswerDifferenceNone,
            Measure::Difference => Key::AnswerDifference,
            Measure::Share => Key::AnswerShare,
        };
        let year = self.year(comparison.year.into());
        let again = self.series_again(story, second);
        let all = [("a", self.series_long(story, first)), ("b", again), ("answer", answer), ("year", &year)];
        self.say(key, &all)
    }

    /// Six significant digits are more than any source gives.
    fn unrounded(&self, value: f64, measure: Measure) -> String {
        let shown = rounding::round(value, rounding::place_of(value, 6).clamp(0, 8));
        let number = self.number(shown);
        if measure == Measure::Share { self.say(Key::AnswerPercent, &[("number", &number)]) } else { number }
    }

    /// The sum as it is computed: "6,544.7 ÷ 112.71".
    pub fn sum(&self, comparison: &Comparison, outcome: &Outcome) -> String {
        let written = |place: usize| outcome.cells.get(place).map_or_else(String::new, |cell| self.written(cell.value));
        // The same series twice is one cell.
        let right = outcome.cells.len().saturating_sub(1);
        let key = if comparison.measure == Measure::Difference { Key::AnswerSubtracted } else { Key::AnswerDivided };
        self.say(key, &[("left", &written(0)), ("right", &written(right))])
    }

}

//! The answer to a comparison, in words. Picture, caption and alternative text use the same sentences.

use super::{Key, Manner, Words};
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
    /// The spread: "53 to 67, depending on the source"; `None` where all sources agree as far as it shows.
    pub spread: Option<String>,
    /// The unrounded number.
    pub unrounded: String,
    /// What rounding did: "shown as 58: two digits, as the spread allows".
    pub rounding: String,
}

impl Words {
    /// The answer to a comparison. `outcome` is that comparison's.
    pub fn answer(&self, comparison: &Comparison, outcome: &Outcome, story: &Story) -> Answer {
        let told = self.result(outcome, manner(comparison.measure, outcome.unit));
        let same = match comparison.measure {
            Measure::Ratio => outcome.value == 1.0,
            Measure::Difference => outcome.value == 0.0,
            Measure::Share => false,
        };
        let answer = if same { self.text(Key::AnswerSame).to_owned() } else { told.answer };
        let sentence = if same {
            self.sameness(comparison, story)
        } else if told.exact {
            self.sentence(comparison, &answer, story)
        } else {
            self.sentence(comparison, &self.say(Key::AnswerAbout, &[("answer", &answer)]), story)
        };
        let rounding = if same { self.text(Key::AnswerInFull).to_owned() } else { told.rounding };
        Answer { answer, sentence, spread: told.spread, unrounded: told.unrounded, rounding }
    }

    fn sameness(&self, comparison: &Comparison, story: &Story) -> String {
        let ratio = comparison.measure == Measure::Ratio;
        let key = if ratio { Key::AnswerRatioEqual } else { Key::AnswerDifferenceNone };
        self.compared(key, comparison, story, &[])
    }

    fn sentence(&self, comparison: &Comparison, answer: &str, story: &Story) -> String {
        let key = match comparison.measure {
            Measure::Ratio => Key::AnswerRatio,
            Measure::Difference => Key::AnswerDifference,
            Measure::Share => Key::AnswerShare,
        };
        self.compared(key, comparison, story, &[("answer", answer)])
    }

    /// A sentence on the two series and the year.
    fn compared(&self, key: Key, comparison: &Comparison, story: &Story, more: &[(&str, &str)]) -> String {
        let (first, second) = comparison.sides(story);
        let year = self.year(comparison.year.into());
        let names = [("a", self.series_long(story, first)), ("b", self.series_again(story, second)), ("year", &year)];
        self.say(key, &[&names, more].concat())
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

fn manner(measure: Measure, unit: Unit) -> Manner {
    match measure {
        Measure::Ratio => Manner::Times,
        Measure::Share => Manner::Percent,
        Measure::Difference => Manner::of(unit),
    }
}

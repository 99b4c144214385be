//! The years until an amount is reached, in digits that agree with the year that stands beside them.

use super::results::precision;
use super::rounding::{self, Precision};
use super::{Key, Manner, Told, Words};
use crate::formula::Outcome;
use crate::target::whole;

/// A place beyond that of the noise of a logarithm: every year that is told differs from the one before by then.
const FINEST: i32 = 10;

impl Words {
    /// A number of years for a sentence that names the year they lead to. 25.006 years from 2014 on lead to 2040, and
    /// "25.0 years" would to 2039: where rounding hides that a year is begun, there are the digits that show it.
    pub(super) fn years_to(&self, outcome: &Outcome) -> Told {
        let usual = precision(outcome, Manner::Years);
        let place = (usual.place..=FINEST).find(|place| agrees(outcome, *place)).unwrap_or(usual.place);
        let told = self.result_at(outcome, Manner::Years, Precision { place, ..usual });
        if place == usual.place {
            return told;
        }
        Told { rounding: self.say(Key::AnswerToDigitsYear, &[("shown", &told.answer)]), ..told }
    }
}

/// Whether the years that are told, rounded to a place, lead to the years that they lead to unrounded.
fn agrees(outcome: &Outcome, place: i32) -> bool {
    let same = |years: f64, shown: f64| whole(years) == whole(shown);
    let ends = outcome.spread.map(|spread| (spread.low, spread.high));
    let of_ends = ends.is_none_or(|(low, high)| {
        let [least, greatest] = rounding::ends(outcome.value, (low, high), place);
        same(low, least.value) && same(high, greatest.value)
    });
    of_ends && (outcome.ranged || same(outcome.value, rounding::round(outcome.value, place).value))
}

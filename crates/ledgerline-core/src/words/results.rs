//! A result in words: the number with its unit, its spread, and what rounding did to it.

use super::rounding::{self, Precision, Shown};
use super::{Key, Manner, Words};
use crate::amount::Money;
use crate::formula::{Outcome, Spread, Step, Unit, Warning};

/// Parts of a number that are the noise of a float.
const NOISE: f64 = 1e-12;

/// A result in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// The number with its unit: "58 times".
    pub answer: String,
    /// The spread: "53 to 67, depending on the source"; `None` where all sources agree as far as it shows. The year of its
    /// prices is that of the answer.
    pub spread: Option<String>,
    /// The ends of the spread with their unit: "53 to 67 times"; `None` as above.
    pub reach: Option<String>,
    /// The unrounded number, or where none goes first, both ends.
    pub unrounded: String,
    /// What rounding did: "shown as 58: two digits, as the spread allows".
    pub rounding: String,
    /// Whether the number is neither rounded nor one of several.
    pub exact: bool,
}

impl Words {
    /// A result in words.
    pub fn result(&self, outcome: &Outcome, manner: Manner) -> Told {
        self.result_at(outcome, manner, precision(outcome, manner))
    }

    /// The same with the last digit at another place.
    pub(super) fn result_at(&self, outcome: &Outcome, manner: Manner, precision: Precision) -> Told {
        let factor = manner.factor();
        let value = outcome.value * factor;
        let shown = rounding::round(value, precision.place);
        let spread = ends(outcome, factor, precision);
        // What a float leaves behind its last digit is no rounding of ours.
        let exact = spread.is_none() && (shown.value - value).abs() <= value.abs() * NOISE;
        let in_full = || self.text(Key::AnswerInFull).to_owned();
        // Noughts behind a number that is not rounded would claim what nobody said.
        let shown = if exact { rounding::trimmed(shown) } else { shown };
        if outcome.ranged {
            return self.ranged(outcome, spread, (shown, precision), manner);
        }
        Told {
            answer: self.manner(shown, manner),
            spread: spread.map(|ends| self.ends(outcome, ends, manner.at_current())),
            reach: spread.map(|ends| self.reach(ends, manner.at_current())),
            unrounded: self.unrounded(outcome.value, manner),
            rounding: match (exact, outcome.alone) {
                (true, _) => in_full(),
                (_, Some(_)) => self.say(Key::AnswerToDigitsCell, &[("shown", &self.plain(shown, manner))]),
                _ => self.digits(precision, outcome, &self.plain(shown, manner)),
            },
            exact,
        }
    }

    /// A result without a number that goes first: the ends are the answer.
    fn ranged(
        &self,
        outcome: &Outcome,
        ends: Option<[Shown; 2]>,
        (shown, precision): (Shown, Precision),
        manner: Manner,
    ) -> Told {
        let reach = ends.map(|ends| self.reach(ends, manner));
        let unrounded = outcome.spread.filter(|spread| spread.low < spread.high);
        let unrounded = unrounded.map(|spread| self.unrounded_ends(spread, manner));
        let answer = reach.clone().unwrap_or_else(|| self.manner(shown, manner));
        let within = outcome.spread.is_some_and(|spread| !spread.exact);
        let none = if within { Key::AnswerNoneFirstWithin } else { Key::AnswerNoneFirst };
        Told {
            rounding: self.digits(precision, outcome, &answer),
            // One value by all sources is what it is.
            spread: unrounded.is_some().then(|| self.text(none).to_owned()),
            unrounded: unrounded.unwrap_or_else(|| self.unrounded(outcome.value, manner)),
            // Ends need no "about": what lies between them is said.
            exact: true,
            reach,
            answer,
        }
    }

    /// The number as it stands in a sentence: "about 58 times" where it is rounded or one of several.
    pub(super) fn about(&self, told: &Told) -> String {
        if told.exact { told.answer.clone() } else { self.say(Key::AnswerAbout, &[("answer", &told.answer)]) }
    }

    /// A doubt about a result.
    pub fn warning(&self, warning: &Warning) -> String {
        match warning {
            Warning::YearsApart { apart, said } => {
                let apart = self.number(Shown { value: (*apart).into(), place: 0 });
                self.say(Key::AnswerYearsApart, &[("apart", &apart), ("said", &self.written(*said))])
            }
        }
    }

    pub(super) fn manner(&self, shown: Shown, manner: Manner) -> String {
        match manner {
            Manner::Plain => self.number(shown),
            Manner::Times => self.counted(Key::AnswerTimes, shown, &[]),
            Manner::Percent => self.say(Key::AnswerPercent, &[("number", &self.number(shown))]),
            Manner::Years => self.counted(Key::AnswerYears, shown, &[]),
            Manner::Amount(money) => self.amount(shown, &money),
            Manner::Column(money) => self.amount_in_unit(shown, &money),
        }
    }

    /// The spread of a result, where it is told without an answer beside it.
    pub(super) fn spread_alone(&self, outcome: &Outcome, manner: Manner) -> Option<String> {
        let factor = manner.factor();
        Some(self.ends(outcome, ends(outcome, factor, precision(outcome, manner))?, manner))
    }

    /// The ends of a spread, which may lie further in than these if they are bounds only. Pure numbers go without
    /// "times", and other units and the year of prices stand once.
    fn ends(&self, outcome: &Outcome, [low, high]: [Shown; 2], manner: Manner) -> String {
        let inner = outcome.spread.is_some_and(|spread| !spread.exact);
        let (low, high) = match manner {
            Manner::Amount(_) | Manner::Column(_) => (self.manner(low, manner.at_current()), self.manner(high, manner)),
            Manner::Percent | Manner::Years => (self.number(low), self.manner(high, manner)),
            Manner::Plain | Manner::Times => (self.number(low), self.number(high)),
        };
        let key = if inner { Key::AnswerSpreadWithin } else { Key::AnswerSpread };
        self.say(key, &[("low", &low), ("high", &high)])
    }

    pub(super) fn reach(&self, [low, high]: [Shown; 2], manner: Manner) -> String {
        let low = if matches!(manner, Manner::Amount(_) | Manner::Column(_)) {
            self.manner(low, manner.at_current())
        } else {
            self.number(low)
        };
        self.say(Key::AnswerReach, &[("low", &low), ("high", &self.manner(high, manner))])
    }

    /// The number as a note tells it.
    fn plain(&self, shown: Shown, manner: Manner) -> String {
        self.manner(shown, if manner == Manner::Times { Manner::Plain } else { manner })
    }

    fn digits(&self, precision: Precision, outcome: &Outcome, shown: &str) -> String {
        let key = match precision.digits {
            2 => Key::AnswerToDigits2,
            3 => Key::AnswerToDigits3,
            // One value a year is no proof that it is as sharp as that.
            _ if outcome.spread.is_none() => Key::AnswerToDigitsSingle,
            _ => Key::AnswerToDigits4,
        };
        self.say(key, &[("shown", shown)])
    }

    /// A step on the way to a result, unrounded: its number, or both ends where none goes first.
    pub fn stepped(&self, step: &Step) -> String {
        let manner = Manner::of(step.unit);
        match step.range.filter(|range| range.low < range.high) {
            Some(range) => self.unrounded_ends(range, manner),
            None => self.unrounded(step.value, manner),
        }
    }

    /// Both ends of a range; the unit stands behind the last.
    fn unrounded_ends(&self, Spread { low, high, .. }: Spread, manner: Manner) -> String {
        let (low, high) = (self.number(in_six_digits(low, manner)), self.unrounded(high, manner));
        self.say(Key::AnswerReach, &[("low", &low), ("high", &high)])
    }

    fn unrounded(&self, value: f64, manner: Manner) -> String {
        let shown = in_six_digits(value, manner);
        match manner {
            Manner::Plain | Manner::Times => self.number(shown),
            Manner::Percent | Manner::Years => self.manner(shown, manner),
            Manner::Amount(money) | Manner::Column(money) => self.in_unit(&self.number(shown), money),
        }
    }

    /// A number with its unit behind it: "6,544.7 US$ million".
    pub fn in_unit(&self, number: &str, money: Money) -> String {
        self.say(Key::TableAmount, &[("number", number), ("unit", &self.named_unit(Unit::Amount(money)))])
    }
}

/// Six significant digits are more than any source gives.
fn in_six_digits(value: f64, manner: Manner) -> Shown {
    let value = value * manner.factor();
    rounding::trimmed(rounding::round(value, rounding::place_of(value, 6).clamp(0, 8)))
}

/// The ends of a spread as they are shown; `None` where they are one.
fn ends(outcome: &Outcome, factor: f64, precision: Precision) -> Option<[Shown; 2]> {
    let Spread { low, high, .. } = outcome.spread?;
    let ends = rounding::ends(outcome.value * factor, (low * factor, high * factor), precision.place);
    Some(ends).filter(|[low, high]| low.value < high.value)
}

/// How a result is usually rounded.
pub(super) fn precision(outcome: &Outcome, manner: Manner) -> Precision {
    let factor = manner.factor();
    let spread = outcome.spread.map(|spread| (spread.low * factor, spread.high * factor));
    let usual = || rounding::precision(outcome.value * factor, spread);
    outcome.alone.map_or_else(usual, rounding::cell_precision)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Decimal;

    fn outcome(value: f64, spread: Option<(f64, f64)>, unit: Unit) -> Outcome {
        let spread = spread.map(|(low, high)| Spread { low, high, exact: true });
        Outcome::bare(value, unit, spread)
    }

    fn told(value: f64, spread: Option<(f64, f64)>, unit: Unit, manner: Manner) -> Told {
        Words::english().result(&outcome(value, spread, unit), manner)
    }

    #[test]
    fn the_unit_of_a_range_stands_once() {
        let step = |low, high, unit| {
            let range = Some(Spread { low, high, exact: true });
            Words::english().stepped(&Step { formula: String::new(), value: low, range, unit })
        };
        let unit = Unit::Amount(Money::parse("USD m").unwrap());
        assert_eq!(step(76.876, 90.9206, unit), "76.876 to 90.9206 US$ million");
        assert_eq!(step(0.1327, 0.1329, Unit::Percent), "13.27 to 13.29%");
        assert_eq!(step(2.0, 2.0, Unit::Years), "2 years");
    }

    #[test]
    fn results_are_told_in_their_unit() {
        let answer = |value, unit| told(value, None, unit, Manner::of(unit)).answer;
        assert_eq!(answer(0.365947, Unit::Percent), "36.59%");
        assert_eq!(answer(10.2448, Unit::Years), "10.24 years");
        assert_eq!(answer(1.0 / 6.0, Unit::Ratio), "0.1667");
        assert_eq!(answer(38.5597, Unit::Index), "38.56");
        assert_eq!(answer(-142.4357, Unit::Amount(Money::parse("USD m").unwrap())), "−$142.4m");
    }

    #[test]
    fn a_value_that_no_sum_changed_is_told_as_everywhere_else() {
        let money = Money::parse("USD m").unwrap();
        let unit = Unit::Amount(money);
        let told = |value: f64, alone| {
            let alone = Decimal::parse("6544.70").filter(|_| alone);
            let outcome = Outcome { alone, ..outcome(value, Some((6540.0, 6939.0)), unit) };
            Words::english().result(&outcome, Manner::of(unit))
        };
        assert_eq!((told(6544.7, true).answer.as_str(), told(6544.7, false).answer.as_str()), ("$6.545bn", "$6.54bn"));
        assert_eq!(
            told(6544.7, true).rounding,
            "shown as $6.545bn: a value as its source gives it, in four digits at most"
        );
    }

    #[test]
    fn the_year_of_prices_is_said_once() {
        let money = Money { prices: crate::amount::Prices::Constant(2025), ..Money::parse("USD m").unwrap() };
        let unit = Unit::Amount(money);
        let outcome = outcome(220.0, Some((208.0, 232.0)), unit);
        let words = Words::english();
        let found = words.result(&outcome, Manner::of(unit));
        assert_eq!(found.answer, "$220m (2025 prices)");
        assert_eq!(found.spread.as_deref(), Some("$210m to $230m, depending on the source"));
        assert_eq!(found.reach.as_deref(), Some("$210m to $230m"));
        let alone = words.spread_alone(&outcome, Manner::of(unit));
        assert_eq!(alone.as_deref(), Some("$210m to $230m (2025 prices), depending on the source"));
        let ranged = words.result(&Outcome { ranged: true, ..outcome }, Manner::of(unit));
        assert_eq!(ranged.answer, "$210m to $230m (2025 prices)");
    }

    #[test]
    fn the_ends_of_a_spread_stand_at_the_place_of_the_result() {
        let found = told(-0.182149, Some((-0.250569, -0.038462)), Unit::Percent, Manner::Percent);
        assert_eq!(found.answer, "−18%");
        assert_eq!(found.spread.as_deref(), Some("−25 to −4%, depending on the source"));
        assert_eq!(found.rounding, "shown as −18%: two digits, as the spread allows");
        let spread = Some(Spread { low: 1.0, high: 9.0, exact: false });
        let outcome = Outcome { spread, ..outcome(4.0, None, Unit::Ratio) };
        let bounds = Words::english().result(&outcome, Manner::Times).spread;
        assert_eq!(bounds.as_deref(), Some("at most 1.0 to 9.0, depending on the source"));
        let found = told(4.0, Some((4.0, 4.0)), Unit::Ratio, Manner::Times);
        assert_eq!((found.answer.as_str(), found.spread, found.exact), ("4 times", None, true));
    }
}

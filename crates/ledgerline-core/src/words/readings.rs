//! Points of a picture or a table in words.

use super::rounding::{self, Shown};
use super::{Key, Manner, Words};
use crate::series::Point;

impl Words {
    /// A number on an axis, which is round, or a value of a source: four digits at most.
    pub fn in_digits(&self, value: f64, manner: Manner) -> String {
        self.with_sign(rounding::trimmed(rounding::round(value, rounding::place_of(value, 4))), manner)
    }

    /// The value of a point beside its mark, with the digits that it has wherever it is read and without its spread.
    pub fn beside_mark(&self, point: &Point, manner: Manner, supposed: bool) -> String {
        if !supposed && of_sources(manner) {
            return self.in_digits(point.value, manner);
        }
        self.with_sign(rounding::trimmed(rounding::round(point.value, place(point))), manner)
    }

    /// The least and the greatest of a point: "$104m to $123m"; where they are one, that. What is told of both, such as
    /// the year of their prices, `told` is to say of the last alone (`true`).
    pub fn reach_of(&self, point: &Point, told: impl Fn(f64, bool) -> String) -> String {
        let high = told(point.high, true);
        if told(point.low, true) == high {
            return high;
        }
        self.say(Key::AnswerReach, &[("low", &told(point.low, false)), ("high", &high)])
    }

    /// A point in full, with its spread in brackets: "$112.7m ($104m to $123m)"; where none goes first, its ends alone.
    /// Amounts are those of sources; anything else was computed.
    pub fn reading(&self, point: &Point, manner: Manner, ranged: bool) -> String {
        if !of_sources(manner) {
            return self.reckoned(point, manner, ranged);
        }
        let full = |value: f64| self.in_digits(value, manner);
        if ranged {
            return self.reach_of(point, |value, _| full(value));
        }
        self.in_reach([point.value, point.low, point.high].map(full))
    }

    /// The same for a point that was computed: rounded like the answer, by its spread.
    pub fn reckoned(&self, point: &Point, manner: Manner, ranged: bool) -> String {
        let place = place(point);
        let told = |shown: Shown| self.with_sign(rounding::trimmed(shown), manner);
        let [low, high] = rounding::ends(point.value, (point.low, point.high), place).map(told);
        match (ranged, low == high) {
            (true, true) => low,
            (true, false) => self.say(Key::AnswerReach, &[("low", &low), ("high", &high)]),
            _ => self.in_reach([told(rounding::round(point.value, place)), low, high]),
        }
    }

    fn in_reach(&self, [value, low, high]: [String; 3]) -> String {
        if low == high {
            return value;
        }
        self.say(Key::CalculatorCursorReach, &[("value", &value), ("low", &low), ("high", &high)])
    }

    /// A computed number with its sign or unit; a ratio goes without "times", an amount without its base year.
    fn with_sign(&self, shown: Shown, manner: Manner) -> String {
        match manner {
            Manner::Amount(money) => self.amount(shown, &money.at_current()),
            Manner::Column(money) => self.amount_in_unit(shown, &money.at_current()),
            Manner::Percent => self.say(Key::AnswerPercent, &[("number", &self.number(shown))]),
            Manner::Plain | Manner::Times | Manner::Years => self.number(shown),
        }
    }
}

/// Whether points told like this are values of sources, where nothing is supposed.
fn of_sources(manner: Manner) -> bool {
    matches!(manner, Manner::Amount(_) | Manner::Column(_))
}

/// The place that the spread of a point allows.
fn place(point: &Point) -> i32 {
    rounding::precision(point.value, (point.low < point.high).then_some((point.low, point.high))).place
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_beside_a_mark_has_the_digits_of_the_answer() {
        let words = Words::english();
        let money = Manner::Amount(crate::amount::Money::parse("USD m").unwrap());
        let told = |value, (low, high), manner, supposed| {
            words.beside_mark(&Point { year: 2013, value, low, high }, manner, supposed)
        };
        assert_eq!(told(6544.7, (6540.0, 6939.0), money, false), "$6.545bn");
        assert_eq!(told(112.71, (104.0, 123.0), money, false), "$112.7m");
        assert_eq!(told(1000.27, (922.97, 1091.59), money, true), "$1bn");
        assert_eq!(told(213.4, (211.0, 215.0), money, true), "$213m");
        assert_eq!(told(58.0667, (53.17, 66.72), Manner::Times, false), "58");
        assert_eq!(told(0.0314, (0.0314, 0.0314), Manner::Plain, false), "0.0314");
    }

    #[test]
    fn a_point_that_was_computed_is_rounded_like_the_answer() {
        let words = Words::english();
        let point = Point { year: 2013, value: 58.0667, low: 53.17, high: 66.72 };
        let told = |ranged| words.reading(&point, Manner::Times, ranged);
        assert_eq!((told(false).as_str(), told(true).as_str()), ("58 (53 to 67)", "53 to 67"));
        let money = crate::amount::Money::parse("USD m").unwrap();
        let path = Point { year: 2020, value: 1000.27, low: 922.97, high: 1091.59 };
        assert_eq!(words.reckoned(&path, Manner::Amount(money), false), "$1bn ($900m to $1.1bn)");
        assert_eq!(words.reckoned(&path, Manner::Column(money), false), "$1,000m ($900m to $1,100m)");
        let small = Point { year: 2021, value: 0.040569, low: 0.040569, high: 0.040569 };
        assert_eq!(words.reading(&small, Manner::Amount(money), false), "$40,570");
    }
}

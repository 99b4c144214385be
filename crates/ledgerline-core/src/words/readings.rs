//! Points of a picture or a table in words.

use super::rounding::{self, Shown};
use super::{Key, Manner, Words};
use crate::series::Point;

impl Words {
    /// A number on an axis or beside a mark, with three digits at most.
    pub fn short(&self, value: f64, manner: Manner) -> String {
        self.at_most(3, value, manner)
    }

    /// The least and the greatest of a point: "$104m to $123m"; where they are one, that.
    pub fn reach_of(&self, point: &Point, told: impl Fn(f64) -> String) -> String {
        let (low, high) = (told(point.low), told(point.high));
        if low == high { low } else { self.say(Key::AnswerReach, &[("low", &low), ("high", &high)]) }
    }

    /// A point in full, with its spread in brackets: "$112.7m ($104m to $123m)"; where none goes first, its ends alone.
    /// Amounts are those of sources; anything else was computed.
    pub fn reading(&self, point: &Point, manner: Manner, ranged: bool) -> String {
        if !matches!(manner, Manner::Amount(_) | Manner::Column(_)) {
            return self.reckoned(point, manner, ranged);
        }
        let full = |value: f64| self.at_most(4, value, manner);
        if ranged {
            return self.reach_of(point, full);
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

    fn at_most(&self, digits: u8, value: f64, manner: Manner) -> String {
        let place = rounding::place_of(value, digits);
        let place = if digits == 3 { place.min(2) } else { place };
        self.with_sign(rounding::trimmed(rounding::round(value, place)), manner)
    }
}

/// The place that the spread of a point allows.
fn place(point: &Point) -> i32 {
    rounding::precision(point.value, (point.low < point.high).then_some((point.low, point.high))).place
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(words.reading(&small, Manner::Amount(money), false), "$0.04057m");
    }
}

//! What a rule lets through: the numbers between two ends.

use super::{Rule, Stated};
use crate::formula::Unit;

/// Two numbers this near to each other, as a part of the greater, are the same.
const NEAR: f64 = 1e-9;

/// The numbers that a rule lets through, in the unit of a result.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Region {
    /// The least; `None` where there is none.
    pub low: Option<End>,
    /// The greatest; `None` where there is none.
    pub high: Option<End>,
}

/// An end of a region.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct End {
    /// Where it is.
    pub at: f64,
    /// Whether it is inside.
    pub inside: bool,
}

impl Region {
    /// What a rule lets through; `None` for dates, and where the rule's numbers and the result do not go together.
    pub(super) fn of(rule: &Rule, unit: Unit) -> Option<Self> {
        let factor = rule.stated().first()?.factor(unit)?;
        let around = |x: &Stated, margin: f64| Self::between(x.value - margin, x.value + margin);
        let end = |x: &Stated, inside: bool| Some(End { at: x.value, inside });
        let region = match rule {
            Rule::Exactly(x) => Self::rounding_to(x),
            Rule::About(x, None) => around(x, x.value.abs() * 0.1),
            Rule::Roughly(x) => around(x, x.value.abs() * 0.25),
            Rule::About(x, Some(margin)) => around(x, margin.value),
            Rule::Between(low, high) => Self::between(low.value, high.value),
            Rule::AtLeast(x) => Self { low: end(x, true), high: None },
            Rule::AtMost(x) => Self { low: None, high: end(x, true) },
            Rule::MoreThan(x) => Self { low: end(x, false), high: None },
            Rule::FewerThan(x) => Self { low: None, high: end(x, false) },
            Rule::Within(_) => return None,
        };
        Some(region.times(factor))
    }

    fn between(low: f64, high: f64) -> Self {
        let end = |at: f64| Some(End { at, inside: true });
        Self { low: end(low), high: end(high) }
    }

    /// All that rounds to a number at its decimals, halves away from zero.
    fn rounding_to(x: &Stated) -> Self {
        let half = x.half_a_step();
        let end = |at: f64, inside: bool| Some(End { at, inside: inside || half == 0.0 });
        Self { low: end(x.value - half, x.value > 0.0), high: end(x.value + half, x.value < 0.0) }
    }

    /// The same in another unit.
    pub fn times(self, factor: f64) -> Self {
        let end = |end: End| End { at: end.at * factor, ..end };
        Self { low: self.low.map(end), high: self.high.map(end) }
    }

    /// Whether a number is let through.
    pub fn contains(&self, value: f64) -> bool {
        let beyond = |end: End, far: bool| if near(value, end.at) { end.inside } else { far };
        self.low.is_none_or(|low| beyond(low, value > low.at))
            && self.high.is_none_or(|high| beyond(high, value < high.at))
    }

    /// Whether all numbers from one to another are on one side of it.
    pub(super) fn misses(&self, low: f64, high: f64) -> bool {
        let beyond = |end: End, value: f64, far: bool| if near(value, end.at) { !end.inside } else { far };
        self.low.is_some_and(|end| beyond(end, high, high < end.at))
            || self.high.is_some_and(|end| beyond(end, low, low > end.at))
    }
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= NEAR * a.abs().max(b.abs())
}

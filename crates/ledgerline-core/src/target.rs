//! Solving for the unknown: the growth that leads to an amount, the year in which it is reached, or the amount that
//! comes of a growth.

use libm::{ceil, pow};

use crate::formula::{Expr, Function, Outcome, Refusal, Sources, Unit, evaluate_by};
use crate::link::{FASTEST, FURTHEST};
use crate::scenario::{LONGEST, Levers, through, within};
use crate::series::Point;
use crate::story::Story;

/// A value to start from, and what is asked of the years behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The value of the first year: a series in that year, on whatever terms.
    pub start: Expr,
    /// The first year.
    pub from: i32,
    /// What is asked.
    pub asked: Asked,
    /// Whose values the start takes.
    pub sources: Sources<'static>,
}

/// What is asked. Amounts are in the unit of the start; rates are parts of one: 0.1 is 10%.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Asked {
    /// The growth a year by which an amount is reached in a year.
    Growth {
        /// The amount.
        amount: f64,
        /// The year.
        by: i32,
    },
    /// The years until an amount is reached.
    Year {
        /// The amount.
        amount: f64,
        /// The growth a year.
        growth: f64,
    },
    /// The amount in a year.
    Amount {
        /// The growth a year.
        growth: f64,
        /// The year.
        by: i32,
    },
}

/// Years by which a number of years may miss a whole one and still be it: the last digits of a logarithm.
const NOISE: f64 = 1e-9;
/// Decimals of a rate in hundredths.
const RATE_PLACES: i32 = 6;

impl Target {
    /// The formula that answers: `growth(…)`, `years_to(…)` or `after(…)`. An amount in it bears the unit of the
    /// start, so that at constant prices it says which.
    ///
    /// # Errors
    /// As for the start.
    pub fn expr(&self, story: &Story) -> Result<Expr, Refusal> {
        Ok(self.over(self.start(story)?.unit))
    }

    fn over(&self, unit: Unit) -> Expr {
        let start = self.start.clone();
        let amount = |value: f64| {
            Expr::signed(value, |number| match unit {
                Unit::Amount(money) => Expr::Amount(number, money),
                _ => Expr::Number(number),
            })
        };
        let rate = |value: f64| {
            let hundredths = crate::words::rounding::round(value * 100.0, RATE_PLACES).value;
            Expr::signed(hundredths, Expr::Percent)
        };
        let years = |by: i32| Expr::signed(f64::from(by) - f64::from(self.from), Expr::Number);
        let (function, more) = match self.asked {
            Asked::Growth { amount: goal, by } => (Function::Growth, [amount(goal), years(by)]),
            Asked::Year { amount: goal, growth } => (Function::YearsTo, [rate(growth), amount(goal)]),
            Asked::Amount { growth, by } => (Function::After, [rate(growth), years(by)]),
        };
        Expr::Call(function, [start].into_iter().chain(more).collect())
    }

    /// The answer.
    ///
    /// # Errors
    /// As for the start; and what the function refuses: growth from or to zero, an amount that is never reached.
    /// [`Refusal::NoSpan`] for a growth by a year that is not behind the first. [`Refusal::OutOfRange`] where it is
    /// reached, by any source, beyond the years that figures have, and for amounts and growth that no figures have.
    pub fn evaluate(&self, story: &Story) -> Result<Outcome, Refusal> {
        if matches!(self.asked, Asked::Growth { by, .. } if by <= self.from) {
            return Err(Refusal::NoSpan { function: Function::Growth, year: self.from, first: true });
        }
        let unit = self.start(story)?.unit;
        self.asked.is_of_figures(unit)?;
        let outcome = evaluate_by(&self.over(unit), story, self.sources)?;
        let most = outcome.spread.map_or(outcome.value, |spread| spread.high);
        match self.asked {
            Asked::Year { .. } if self.year(most) > FURTHEST => Err(Refusal::OutOfRange),
            Asked::Amount { .. } => within(most, unit).map(|_| outcome),
            _ => Ok(outcome),
        }
    }

    fn start(&self, story: &Story) -> Result<Outcome, Refusal> {
        evaluate_by(&self.start, story, self.sources)
    }

    /// The path, year by year; one of more than 200 years in fewer steps, the last of which is the year it leads to.
    /// With an amount to be reached in a year, every source's value takes the growth that leads it there, so the band
    /// closes at the goal; else all grow alike.
    ///
    /// # Errors
    /// As [`Target::evaluate`].
    pub fn path(&self, story: &Story) -> Result<Vec<Point>, Refusal> {
        let (start, answer) = (self.start(story)?, self.evaluate(story)?);
        // Where none goes first, the path runs on until all are there.
        let years = answer.spread.filter(|_| answer.ranged).map_or(answer.value, |spread| spread.high);
        let grow = |growth: f64, until: i32| {
            through(&start, (self.from, steps(self.from, until)), &Levers { growth, ..Levers::default() })
        };
        match self.asked {
            Asked::Growth { amount, by } => Ok(closing(&start, (self.from, by), amount)),
            Asked::Year { growth, .. } => grow(growth, self.year(years)),
            Asked::Amount { growth, by } => grow(growth, by),
        }
    }

    /// The first whole year in which an amount that takes so many years is reached.
    pub fn year(&self, years: f64) -> i32 {
        // One beyond all that can be held becomes the greatest, which no answer tells.
        (f64::from(self.from) + whole(years)) as i32
    }
}

impl Asked {
    /// Refuses what is given where it is far from all figures.
    fn is_of_figures(self, unit: Unit) -> Result<(), Refusal> {
        let (amount, growth) = match self {
            Self::Growth { amount, .. } => (amount, 0.0),
            Self::Year { amount, growth } => (amount, growth),
            Self::Amount { growth, .. } => (0.0, growth),
        };
        if growth > FASTEST { Err(Refusal::OutOfRange) } else { within(amount, unit).map(drop) }
    }
}

/// The whole years after which what takes so many years is there.
pub(crate) fn whole(years: f64) -> f64 {
    ceil(years - NOISE).max(0.0)
}

/// The years that a path is drawn through: each, or as many of equal distance as are bearable; and the last.
fn steps(first: i32, last: i32) -> impl Iterator<Item = i32> {
    let last = last.max(first);
    let step = last.abs_diff(first).div_ceil(LONGEST.unsigned_abs()).max(1);
    (first..last).step_by(step as usize).chain([last])
}

/// The paths of all ends of the start to one amount.
fn closing(start: &Outcome, (from, by): (i32, i32), amount: f64) -> Vec<Point> {
    let years = f64::from(by) - f64::from(from);
    let (low, high) = start.spread.map_or((start.value, start.value), |spread| (spread.low, spread.high));
    let point = |year: i32| {
        let way = (f64::from(year) - f64::from(from)) / years;
        let at = |start: f64| if year == by { amount } else { start * pow(amount / start, way) };
        Point { year, value: at(start.value), low: at(low), high: at(high) }
    };
    steps(from, by).map(point).collect()
}

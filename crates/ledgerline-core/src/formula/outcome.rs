//! What an evaluation gives.

use std::fmt;

use crate::amount::{Decimal, Money};
use crate::series::Point;

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A pure number.
    Ratio,
    /// A pure number that is told in hundredths: 0.25 is 25%.
    Percent,
    /// A time in years.
    Years,
    /// A number whose base is 100.
    Index,
    /// Money.
    Amount(Money),
}

/// Least and greatest result over all sources.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The least.
    pub low: f64,
    /// The greatest.
    pub high: f64,
    /// False where the true ends may lie further in.
    pub exact: bool,
}

/// Whose values a formula takes, where it names no source or basis itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sources<'a> {
    /// The value of each year that is shown first.
    #[default]
    Preferred,
    /// The values of one source or basis in the years that have such a value, of any status; else the preferred.
    By(&'a str),
    /// All values that differ by source only, in disputed years too. There is a spread and no one value.
    All,
}

/// All results of a formula, without one that goes first.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The least and the greatest; they are the same where every cell has one value.
    pub spread: Spread,
    /// What the numbers are.
    pub unit: Unit,
    /// The values that entered; of those in a disputed year the first of the story's stands in the row.
    pub cells: Vec<TracedCell>,
    /// The price indices and exchange rates that entered, none twice.
    pub factors: Vec<Factor>,
}

/// A value that entered a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct TracedCell {
    /// Id of the series.
    pub series: String,
    /// The year.
    pub year: i32,
    /// Id of the source or basis by which the value was taken: that which the formula names, or the reader.
    pub tag: Option<String>,
    /// Which part of the value: the whole, exports, imports or their balance.
    pub flow: Flow,
    /// Place of the value taken, as an index into the values of the series.
    pub row: usize,
    /// That value as written, in the unit of the series.
    pub value: Decimal,
    /// Its unit.
    pub money: Money,
    /// All values that differ by source only, ascending, none twice.
    pub range: Vec<f64>,
}

/// Which part of a value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Flow {
    /// The whole.
    #[default]
    Total,
    /// What went out.
    Exports,
    /// What came in.
    Imports,
    /// Exports less imports.
    Balance,
}

/// A price index or an exchange rate that entered a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Factor {
    /// Id of the deflator or rate.
    pub id: String,
    /// True for an exchange rate, false for a price index.
    pub rate: bool,
    /// The year.
    pub year: i32,
    /// Its value in that year.
    pub value: Decimal,
}

/// A doubt about a result, which stands all the same.
#[derive(Clone, Debug, PartialEq)]
pub enum Warning {
    /// `growth` over a number of years that its two cells are not apart.
    YearsApart {
        /// The years between the cells.
        apart: i32,
        /// The years that the formula says.
        said: Decimal,
    },
}

/// The result of a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// By the preferred values, unrounded; where it is ranged, the middle of the spread, which nobody reported.
    pub value: f64,
    /// Whether all sources were asked and no value goes first, so that the spread alone answers.
    pub ranged: bool,
    /// What the number is.
    pub unit: Unit,
    /// By all sources; `None` where every cell has one value.
    pub spread: Option<Spread>,
    /// The value of a source that this is, where the formula is a cell by itself. A path that rests at it is none.
    pub alone: Option<Decimal>,
    /// The values that entered, in the order of the formula, none twice.
    pub cells: Vec<TracedCell>,
    /// The price indices and exchange rates that entered, none twice.
    pub factors: Vec<Factor>,
    /// Doubts.
    pub warnings: Vec<Warning>,
}

/// A part of a formula with its result.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The part, in the formula language.
    pub formula: String,
    /// Its value, unrounded; of a range the middle.
    pub value: f64,
    /// The ends, where all sources were asked and no value goes first.
    pub range: Option<Spread>,
    /// What the value is.
    pub unit: Unit,
}

impl Outcome {
    /// A result that no cells are told of.
    pub(crate) fn bare(value: f64, unit: Unit, spread: Option<Spread>) -> Self {
        let (cells, factors, warnings) = (Vec::new(), Vec::new(), Vec::new());
        Self { value, ranged: false, unit, spread, alone: None, cells, factors, warnings }
    }

    /// The result with its spread as a point of a line.
    pub fn in_year(&self, year: i32) -> Point {
        let (low, high) = self.spread.map_or((self.value, self.value), |spread| (spread.low, spread.high));
        Point { year, value: self.value, low, high }
    }

    /// The same with the sign turned, as a fall is told by its size.
    pub(crate) fn negated(&self) -> Self {
        let spread = self.spread.map(|spread| Spread { low: -spread.high, high: -spread.low, ..spread });
        Self { value: -self.value, spread, alone: None, ..self.clone() }
    }
}

impl TracedCell {
    /// The least value that can be picked.
    pub(crate) fn least(&self) -> f64 {
        self.range.first().copied().unwrap_or(self.value.value)
    }
}

impl<'a> Sources<'a> {
    /// The source or basis that is wanted.
    pub(super) fn tag(self) -> Option<&'a str> {
        match self {
            Self::By(tag) => Some(tag),
            Self::Preferred | Self::All => None,
        }
    }
}

impl Unit {
    /// Whether numbers of the two may be held against each other: the same money at the same prices, at any scale,
    /// or two that are no money.
    pub fn compares_to(self, other: Self) -> bool {
        match (self, other) {
            (Self::Amount(a), Self::Amount(b)) => a.adds_to(&b),
            (a, b) => a == b,
        }
    }

    /// How many single units one of it holds.
    pub fn scale(self) -> f64 {
        match self {
            Self::Amount(money) => money.scale.factor(),
            _ => 1.0,
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ratio => f.write_str("ratio"),
            Self::Percent => f.write_str("percent"),
            Self::Years => f.write_str("years"),
            Self::Index => f.write_str("index"),
            Self::Amount(money) => money.fmt(f),
        }
    }
}

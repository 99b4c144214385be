//! What an evaluation gives.

use crate::amount::{Decimal, Money};

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A pure number.
    Ratio,
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

/// A cell that entered a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct TracedCell {
    /// Id of the series.
    pub series: String,
    /// The year.
    pub year: i32,
    /// Place of the value taken, as an index into the values of the series.
    pub row: usize,
    /// That value as written.
    pub value: Decimal,
    /// Its unit.
    pub money: Money,
    /// All values that differ by source only, ascending, none twice.
    pub range: Vec<f64>,
}

/// The result of a formula.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    /// By the preferred values, unrounded.
    pub value: f64,
    /// What the number is.
    pub unit: Unit,
    /// By all sources; `None` where every cell has one value.
    pub spread: Option<Spread>,
    /// The cells that entered, in the order of the formula, none twice.
    pub cells: Vec<TracedCell>,
}

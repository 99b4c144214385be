//! What a reading comes to, whether a value goes first or not.

use super::{Checked, Reading};
use crate::formula::{Factor, Outcome, Spread, TracedCell, Unit};

/// The numbers of a formula: those of its result, or of all results where no value goes first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure<'a> {
    /// What the numbers are.
    pub unit: Unit,
    /// The number; `None` where no value goes first.
    pub value: Option<f64>,
    /// Least and greatest over all sources; `None` where every cell has one value.
    pub spread: Option<Spread>,
    /// The values that entered.
    pub cells: &'a [TracedCell],
    /// The price indices and exchange rates that entered.
    pub factors: &'a [Factor],
}

impl<'a> From<&'a Outcome> for Figure<'a> {
    fn from(found: &'a Outcome) -> Self {
        let value = Some(found.value).filter(|_| !found.ranged);
        Self { unit: found.unit, value, spread: found.spread, cells: &found.cells, factors: &found.factors }
    }
}

impl<'a> Figure<'a> {
    /// Least and greatest, which are the number itself where every cell has one value.
    pub fn ends(&self) -> Spread {
        let one = self.value.unwrap_or_default();
        self.spread.unwrap_or(Spread { low: one, high: one, exact: true })
    }
}

impl Reading {
    /// What it comes to; `None` where there is no number.
    pub fn figure(&self) -> Option<Figure<'_>> {
        match (&self.result, &self.range) {
            (Some(Ok(found)), _) => Some(found.into()),
            (_, Some(range)) => {
                let (cells, factors) = (&*range.cells, &*range.factors);
                Some(Figure { unit: range.unit, value: None, spread: Some(range.spread), cells, factors })
            }
            _ => None,
        }
    }
}

impl Checked {
    /// What the claim and its variants come to, without those that come to nothing.
    pub fn figures(&self) -> impl Iterator<Item = Figure<'_>> {
        std::iter::once(&self.own).chain(&self.variants).filter_map(Reading::figure)
    }
}

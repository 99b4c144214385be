//! What a reading comes to, whether a value goes first or not.

use super::{Checked, Reading};
use crate::formula::{Spread, TracedCell, Unit};

/// The numbers of a reading: those of its result, or of all results where no value goes first.
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
}

impl<'a> Figure<'a> {
    /// The values that entered, each with whether no value goes first.
    pub fn entered(self) -> impl Iterator<Item = (&'a TracedCell, bool)> {
        self.cells.iter().map(move |cell| (cell, self.value.is_none()))
    }

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
            (Some(Ok(found)), _) => {
                let value = Some(found.value).filter(|_| !found.ranged);
                Some(Figure { unit: found.unit, value, spread: found.spread, cells: &found.cells })
            }
            (_, Some(range)) => {
                Some(Figure { unit: range.unit, value: None, spread: Some(range.spread), cells: &range.cells })
            }
            _ => None,
        }
    }
}

impl Checked {
    /// The values that entered the claim and its variants, each with whether no value goes first.
    pub fn entered(&self) -> impl Iterator<Item = (&TracedCell, bool)> {
        let readings = std::iter::once(&self.own).chain(&self.variants);
        readings.filter_map(Reading::figure).flat_map(Figure::entered)
    }
}

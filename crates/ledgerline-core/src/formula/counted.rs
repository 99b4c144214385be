//! Which values of a series count in a result, and what the story calls the rates and indices in it.

use super::{Factor, Outcome, TracedCell, part};
use crate::story::{Story, ValueRow};

impl TracedCell {
    /// Whether a row of its series, at this place among the rows, counts: the one that was taken, or where no value goes
    /// first (`ranged`) every one that differs by its source.
    pub fn counts(&self, place: usize, row: &ValueRow, ranged: bool) -> bool {
        let all = ranged && self.tag.is_none() && row.status.in_spread();
        let of_cell = row.when == self.year && part(row, self.flow).is_some();
        of_cell && (place == self.row || all)
    }
}

impl Factor {
    /// Its name in the story and the id of its source; `None` where the story has no such rate or index.
    pub fn named<'a>(&self, story: &'a Story) -> Option<(&'a str, Option<&'a str>)> {
        if self.rate {
            story.rates.get(&self.id).map(|rate| (rate.name.as_str(), rate.source.as_deref()))
        } else {
            story.deflators.get(&self.id).map(|index| (index.name.as_str(), index.source.as_deref()))
        }
    }
}

impl Outcome {
    /// Whether a row of a series, at this place among its rows, counts in the result.
    pub fn counts(&self, series: &str, place: usize, row: &ValueRow) -> bool {
        self.cells.iter().any(|cell| cell.series == series && cell.counts(place, row, self.ranged))
    }
}

//! Whose values a file holds.

use crate::formula::TracedCell;
use crate::story::Story;

/// The publishers of the values that count, each once. Where no value goes first (`true` beside the cell) all that differ
/// by their source count.
pub fn publishers<'a, 'b>(story: &'a Story, cells: impl IntoIterator<Item = (&'b TracedCell, bool)>) -> Vec<&'a str> {
    let rows = cells.into_iter().flat_map(|(cell, ranged)| {
        let all = story.series.get(&cell.series).into_iter().flat_map(|series| series.values.iter().enumerate());
        all.filter(move |(place, row)| cell.counts(*place, row, ranged)).map(|(_, row)| row)
    });
    let names = rows.filter_map(|row| Some(story.sources.get(row.source.as_deref()?)?.publisher.as_str()));
    let mut found: Vec<&str> = Vec::new();
    for name in names {
        if !found.contains(&name) {
            found.push(name);
        }
    }
    found
}

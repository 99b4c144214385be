//! Whose values a file holds.

use crate::claim::Figure;
use crate::story::Story;

/// The publishers of the values, the price indices and the exchange rates that entered, each once. Where no value goes
/// first all values that differ by their source count.
pub fn publishers<'a, 'b>(story: &'a Story, figures: impl IntoIterator<Item = Figure<'b>>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for source in figures.into_iter().flat_map(|figure| sources(story, figure)) {
        let name = story.sources.get(source).map(|source| source.publisher.as_str());
        found.extend(name.filter(|name| !found.contains(name)));
    }
    found
}

/// The ids of the sources, as often as they come.
fn sources<'a>(story: &'a Story, figure: Figure<'_>) -> Vec<&'a str> {
    let ranged = figure.value.is_none();
    let cells = figure.cells.iter().flat_map(|cell| {
        let all = story.series.get(&cell.series).into_iter().flat_map(|series| series.values.iter().enumerate());
        all.filter(move |(place, row)| cell.counts(*place, row, ranged)).filter_map(|(_, row)| row.source.as_deref())
    });
    cells.chain(figure.factors.iter().filter_map(|factor| factor.named(story)?.1)).collect()
}

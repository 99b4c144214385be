//! Whose values a file holds.

use crate::claim::Figure;
use crate::compare::Terms;
use crate::story::Story;

/// The publishers of the values, the price indices and the exchange rates that entered, each once. Where no value goes
/// first all values that differ by their source count.
pub fn publishers<'a, 'b>(story: &'a Story, figures: impl IntoIterator<Item = Figure<'b>>) -> Vec<&'a str> {
    named(story, figures.into_iter().flat_map(|figure| sources(story, figure)))
}

/// The same with those of a picture: of every value of these series in these years, with its spread.
pub fn publishers_of_picture<'a, 'b>(
    story: &'a Story,
    figures: impl IntoIterator<Item = Figure<'b>>,
    terms: &Terms,
    (ids, years): (&[String], &[i32]),
) -> Vec<&'a str> {
    let drawn = ids.iter().flat_map(|id| years.iter().flat_map(|year| drawn(story, terms, id, *year)));
    named(story, figures.into_iter().flat_map(|figure| sources(story, figure)).chain(drawn))
}

fn named<'a>(story: &'a Story, sources: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    for source in sources {
        let name = story.sources.get(source).map(|source| source.publisher.as_str());
        found.extend(name.filter(|name| !found.contains(name)));
    }
    found
}

/// The ids of the sources, as often as they come.
pub(super) fn sources<'a>(story: &'a Story, figure: Figure<'_>) -> Vec<&'a str> {
    let ranged = figure.value.is_none();
    let cells = figure.cells.iter().flat_map(|cell| {
        let all = story.series.get(&cell.series).into_iter().flat_map(|series| series.values.iter().enumerate());
        all.filter(move |(place, row)| cell.counts(*place, row, ranged)).filter_map(|(_, row)| row.source.as_deref())
    });
    cells.chain(figure.factors.iter().filter_map(|factor| factor.named(story)?.1)).collect()
}

/// Those of a value with its spread. Beside a path it may be told at a rate of another year, where its own has none.
fn drawn<'a>(story: &'a Story, terms: &Terms, series: &str, year: i32) -> Vec<&'a str> {
    let plain = Terms { prices: None, currency: None, ..terms.clone() };
    let outcome = [terms, &plain].into_iter().find_map(|terms| terms.evaluate(&terms.cell(series, year), story).ok());
    outcome.map(|outcome| sources(story, Figure { value: None, ..Figure::from(&outcome) })).unwrap_or_default()
}

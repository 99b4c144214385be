//! Series on the reader's terms, ready to be drawn.

use ledgerline_core::amount::{Decimal, Money};
use ledgerline_core::compare::{Sources, Taken, Terms};
use ledgerline_core::series::Point;
use ledgerline_core::story::{Story, ValueRow};
use ledgerline_core::words::{Key, Words, rounding};

use super::Bar;
use crate::colour_of_series;
use crate::lines::{Reach, Track};

/// The bars of series in a year, drawn in the unit of the first. One that has no value on these terms, or none that
/// adds to that, has no bar.
pub fn bars_of(story: &Story, words: &Words, terms: &Terms, ids: &[&str], year: i32) -> Vec<Bar> {
    let taken = ids.iter().filter_map(|id| Some((*id, terms.take(story, id, year).ok()?)));
    let taken: Vec<(&str, Taken<'_>)> = taken.collect();
    let Some(money) = taken.first().map(|(_, taken)| taken.money) else { return Vec::new() };
    taken.into_iter().filter_map(|(id, taken)| bar(story, words, id, &taken, money)).collect()
}

fn bar(story: &Story, words: &Words, id: &str, taken: &Taken<'_>, money: Money) -> Option<Bar> {
    let factor = taken.money.in_units_of(&money)?;
    let source = |(value, row): &(f64, &ValueRow)| (*value * factor, of_source(story, words, taken, *value, row));
    Some(Bar {
        series: id.to_owned(),
        colour: colour_of_series(story, id),
        name: words.series_short(story, id).to_owned(),
        value: value(words, taken),
        ranged: taken.ranged,
        sources: taken.rows.iter().map(source).collect(),
        point: taken.point.times(factor),
    })
}

/// The lines of series over all their years, in the unit of the first, and that unit. One that has no value on these
/// terms, or none that adds to that, has no line.
pub fn tracks(story: &Story, words: &Words, terms: &Terms, ids: &[&str]) -> (Vec<Track>, Money) {
    in_one_unit(ids.iter().filter_map(|id| track(story, words, terms, id)).collect())
}

/// The same beside paths that start in a year.
pub(super) fn tracks_beside(
    story: &Story,
    words: &Words,
    terms: &Terms,
    ids: &[&str],
    from: i32,
) -> (Vec<Track>, Money) {
    in_one_unit(ids.iter().filter_map(|id| track_beside(story, words, terms, id, from)).collect())
}

/// Lines in the unit of the first.
fn in_one_unit(found: Vec<(Track, Money)>) -> (Vec<Track>, Money) {
    let money = found.first().map(|(_, money)| *money).unwrap_or_default();
    let alike = found.into_iter().filter_map(|(mut track, own)| {
        let factor = own.in_units_of(&money)?;
        track.points.iter_mut().for_each(|point| *point = point.times(factor));
        Some(track)
    });
    (alike.collect(), money)
}

/// The line of a series over all its years, and its unit; `None` where it has no value on these terms.
pub fn track(story: &Story, words: &Words, terms: &Terms, id: &str) -> Option<(Track, Money)> {
    of_points(story, words, terms, id, terms.points(story, id))
}

/// The same beside a path that starts in a year.
pub(super) fn track_beside(story: &Story, words: &Words, terms: &Terms, id: &str, from: i32) -> Option<(Track, Money)> {
    of_points(story, words, terms, id, terms.points_beside(story, id, from))
}

fn of_points(story: &Story, words: &Words, terms: &Terms, id: &str, points: Vec<Point>) -> Option<(Track, Money)> {
    let money = terms.take(story, id, points.first()?.year).ok()?.money;
    let track = Track {
        series: id.to_owned(),
        name: words.series_short(story, id).to_owned(),
        colour: colour_of_series(story, id),
        points,
        reach: reach(terms),
        supposed: false,
        aside: false,
        level: false,
    };
    Some((track, money))
}

/// How a line on these terms shows its spread.
pub fn reach(terms: &Terms) -> Reach {
    match terms.sources {
        Sources::Preferred => Reach::Band,
        Sources::All => Reach::Ends,
        Sources::Basis(_) => Reach::Hidden,
    }
}

/// The value taken, or where none goes first, from the least to the greatest, each without the decimals of the other.
fn value(words: &Words, taken: &Taken<'_>) -> String {
    let cell = |value: f64| rounding::cell(Decimal { value, ..taken.value });
    if !taken.ranged {
        return words.amount(cell(taken.value.value), &taken.money);
    }
    words.reach_of(&taken.point, |value, last| {
        let money = if last { taken.money } else { taken.money.at_current() };
        words.amount(rounding::trimmed(cell(value)), &money)
    })
}

/// "Radio Free Asia, Russian customs: $112.7m"
fn of_source(story: &Story, words: &Words, taken: &Taken<'_>, value: f64, row: &ValueRow) -> String {
    let publisher = row.source.as_deref().and_then(|id| story.sources.get(id)).map(|source| source.publisher.clone());
    let basis = row.basis.as_deref().map(|id| words.basis(story, id).to_owned());
    let names: Vec<String> = [publisher, basis].into_iter().flatten().collect();
    let decimals = row.value.map_or(taken.value.decimals, |value| value.decimals).max(taken.value.decimals);
    let amount = words.amount(rounding::trimmed(rounding::cell(Decimal { value, decimals })), &taken.money);
    words.say(Key::CalculatorBySource, &[("source", &names.join(words.text(Key::NumberComma))), ("value", &amount)])
}

//! Series on the reader's terms, ready to be drawn.

use ledgerline_core::amount::{Decimal, Money};
use ledgerline_core::compare::{Sources, Taken, Terms};
use ledgerline_core::story::{Story, ValueRow};
use ledgerline_core::words::{Key, Words, rounding};

use super::Bar;
use crate::colour_of_series;
use crate::lines::{Reach, Track};

/// The bar of a series in a year; `None` where it has no value on these terms.
pub fn bar(story: &Story, words: &Words, terms: &Terms, id: &str, year: i32) -> Option<Bar> {
    let taken = terms.take(story, id, year).ok()?;
    let source = |(value, row): &(f64, &ValueRow)| (*value, of_source(story, words, &taken, *value, row));
    Some(Bar {
        series: id.to_owned(),
        colour: colour_of_series(story, id),
        name: words.series_short(story, id).to_owned(),
        value: value(words, &taken),
        ranged: taken.ranged,
        sources: taken.rows.iter().map(source).collect(),
        point: taken.point,
    })
}

/// The line of a series over all its years, and its unit; `None` where it has no value on these terms.
pub fn track(story: &Story, words: &Words, terms: &Terms, id: &str) -> Option<(Track, Money)> {
    let points = terms.points(story, id);
    let money = terms.take(story, id, points.first()?.year).ok()?.money;
    let track = Track {
        series: id.to_owned(),
        name: words.series_short(story, id).to_owned(),
        colour: colour_of_series(story, id),
        points,
        reach: reach(terms),
        supposed: false,
        aside: false,
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
    words.reach_of(&taken.point, |value| words.amount(rounding::trimmed(cell(value)), &taken.money))
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

//! The nearest years that can be asked about instead.

use super::Terms;
use crate::story::{Series, Story};

/// The nearest years before and after these in which each of the series has a value on these terms: one that has only what
/// the terms leave out would be refused in its turn.
pub fn near(story: &Story, terms: &Terms, ids: &[&str], (first, last): (i32, i32)) -> (Option<i32>, Option<i32>) {
    let answers = |year: &i32| ids.iter().all(|id| terms.take(story, id, *year).is_ok());
    let named = ids.iter().filter_map(|id| story.series.get(id)).flat_map(Series::named_years);
    let mut years: Vec<i32> = named.collect();
    years.sort_unstable();
    let before = years.iter().rev().filter(|year| **year < first).find(|year| answers(year));
    let after = years.iter().filter(|year| **year > last).find(|year| answers(year));
    (before.copied(), after.copied())
}

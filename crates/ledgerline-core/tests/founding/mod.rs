//! The founding story, and what is asked of it.

use ledgerline_core::compare::{Comparison, Measure, Terms};
use ledgerline_core::story::{self, Story};

pub(crate) fn story() -> Story {
    story::read(include_bytes!("../../../../stories/dprk-russia.json")).story.unwrap()
}

/// Russia with China, in a year or over a span.
pub(crate) fn compare(measure: Measure, when: (i32, i32), terms: Terms) -> Comparison {
    let since = (when.0 < when.1).then_some(when.0);
    Comparison { a: "russia".to_owned(), b: "china".to_owned(), since, year: when.1, measure, terms }
}

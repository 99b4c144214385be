//! The calculator: a sentence to fill in, its answer, a picture, the sum behind it.

mod answer;
mod asked;
mod claims;
mod picture;
mod sentence;
mod sum;
mod years;

pub(crate) use claims::claims;

use ledgerline_core::words::Key;
use leptos::prelude::*;

use crate::parts::{El, el, folded, said};
use crate::state::Shared;
use asked::Asked;

/// The calculator, with the article's claims folded below it.
pub(crate) fn calculator(shared: Shared) -> El {
    let words = shared.words();
    let asked = Memo::new(move |_| Asked::of(shared));
    let result = el("div").class("result").child(answer::answer(shared, asked)).child(picture::picture(shared, asked));
    let section = el("section").class("calc").attr("aria-label", words.text(Key::CalculatorLabel));
    let section = section
        .attr("part", "calculator")
        .child(said("h3", shared, Key::CalculatorHeading).class("mode"))
        .child(sentence::sentence(shared))
        .child(result)
        .child(el("div").class("sums").bind(move || sum::sum(shared, asked).into_iter().collect()))
        .child(years::years(shared));
    let count = shared.with_story(|story| story.claims.len());
    if count == 0 {
        return section;
    }
    let heading = el("summary").text(&words.count(Key::ClaimsHeading, count, &[]));
    section.child(folded("folded", heading).child(claims(shared)))
}

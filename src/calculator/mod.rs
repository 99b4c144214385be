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

use crate::parts::{El, Els, el, folded, said};
use crate::reactive::Memo;
use crate::state::Shared;
use asked::Asked;

/// The calculator, with the article's claims folded below it.
pub(crate) fn calculator(shared: Shared) -> El {
    let words = shared.words();
    let section = el("section").class("calc").attr("aria-label", words.text(Key::CalculatorLabel));
    let section = section.attr("part", "calculator").child(said("h3", shared, Key::CalculatorHeading).class("mode"));
    let section = if shared.with_story(|story| story.series.iter().next().is_none()) {
        section.child(said("p", shared, Key::CalculatorEmpty).class("help"))
    } else {
        section.children(instrument(shared))
    };
    section.maybe(folded_claims(shared))
}

/// The sentence, its answer and what stands behind it.
fn instrument(shared: Shared) -> Els {
    let asked = Memo::new(move |_| Asked::of(shared));
    let open = sum::Open::at_first();
    let result = el("div").class("result").child(answer::answer(shared, asked)).child(picture::picture(shared, asked));
    let sums = el("div").class("sums").bind(move || sum::sum(shared, asked, open));
    vec![sentence::sentence(shared), result, sums, years::years(shared)]
}

fn folded_claims(shared: Shared) -> Option<El> {
    let count = shared.with_story(|story| story.claims.len());
    let heading = || el("summary").text(&shared.words().count(Key::ClaimsHeading, count, &[]));
    (count > 0).then(|| folded(shared, "folded", heading()).child(claims::list(shared)))
}

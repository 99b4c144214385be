//! On what terms the claims are checked: the article's own, or those that the reader chooses.

use ledgerline_core::compare::Terms;
use ledgerline_core::formula::Flow;
use ledgerline_core::words::Key;
use leptos::prelude::batch;

use super::super::asked;
use super::super::sentence::fill;
use super::super::terms;
use crate::parts::{Els, button, el};
use crate::reactive::Memo;
use crate::state::Shared;

/// The terms as the choices stand. Which part of the trade a claim is about is its own matter.
pub(in super::super) fn on(shared: Shared) -> Terms {
    Terms { flow: Flow::Total, ..asked::terms(shared) }
}

/// The sentence with the choices, and what they change. Nothing where no claim has a formula.
pub(super) fn choices(shared: Shared) -> Els {
    if !shared.with_story(|story| story.claims.iter().any(|claim| claim.formula.is_some())) {
        return Els::new();
    }
    let sentence = fill(shared, "p", Key::ClaimsSentence, move |name| match name {
        "sources" => vec![terms::sources_of(shared, Vec::new)],
        _ => terms::money(shared),
    });
    let counted = Memo::new(move |_| {
        let terms = on(shared);
        shared.with_story(|story| shared.words().terms_counted(&terms, story))
    });
    let told = move || {
        let told = |counted: String| shared.words().say(Key::ClaimsOnTerms, &[("counted", &counted)]);
        counted.get().map(told).unwrap_or_default()
    };
    let first = sentence.clone();
    let back = move || {
        let first = first.clone();
        let other = counted.with(Option::is_some);
        let press = move |_: &_| {
            own(shared);
            // The button is gone, and with it the focus.
            let _ = first.find("select").map(|choice| choice.focus());
        };
        other.then(|| button(shared.words().text(Key::ClaimsOwnTerms), press)).into_iter().collect()
    };
    let note = el("p").class("help").attr("role", "status").bind_text(told);
    vec![sentence, el("div").class("own-terms").child(note).child(el("div").bind(back))]
}

/// Back to the terms that the claims name themselves.
fn own(shared: Shared) {
    batch(|| {
        shared.ask.prices.set(None);
        shared.ask.currency.set(None);
        shared.ask.sources.set(None);
    });
}

//! Copies for the reader, and what stands in their place where the page refuses.

use std::rc::Rc;

use ledgerline_core::words::Key;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::{El, Els, button, el, said};
use crate::reactive::RwSignal;
use crate::state::Shared;

/// What became of a copy or a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum Outcome {
    /// Nothing was asked for yet, or it is done with nothing to say.
    #[default]
    Nothing,
    /// It lies on the clipboard.
    Copied,
    /// It was refused: the sentence that says so, and the text itself.
    Refused(Key, String),
}

/// A button that copies a text, and below it what became of it.
pub(crate) fn copier(shared: Shared, label: Key, text: impl Fn() -> String + 'static) -> (El, El) {
    let outcome = RwSignal::new(Outcome::default());
    let press = move |_: &_| copy(shared, text(), outcome);
    (button(shared.words().text(label), press), told(shared, outcome))
}

/// A copy of the link to all that is shown.
pub(crate) fn link_copier(shared: Shared) -> El {
    let (link, told) = copier(shared, Key::ActionLink, move || shared.host().address(&shared.link_text()));
    el("span").class("link").child(link).child(told)
}

/// Copies a text.
pub(crate) fn copy(shared: Shared, text: String, outcome: RwSignal<Outcome>) {
    outcome.set(Outcome::Nothing);
    let held = text.clone();
    let refused = move || outcome.set(Outcome::Refused(Key::CiteRefused, held));
    shared.host().copy(&text, Box::new(move || outcome.set(Outcome::Copied)), Box::new(refused));
}

/// What became of it, said to everybody; a text that could not be taken away stands there, selected.
pub(crate) fn told(shared: Shared, outcome: RwSignal<Outcome>) -> El {
    let shown = Rc::new(move || match outcome.get() {
        Outcome::Nothing => Els::new(),
        Outcome::Copied => vec![said("span", shared, Key::CiteCopied)],
        Outcome::Refused(key, text) => {
            let field = el("textarea").class("copy").attr("readonly", "").attr("rows", "3");
            let field = field.attr("aria-label", shared.words().text(Key::ActionText)).text(&text);
            let held = field.clone();
            leptos::prelude::queue_microtask(move || {
                // A browser that does not select leaves the text to be read.
                let _ = held.html().focus();
                held.html().unchecked_ref::<HtmlInputElement>().select();
            });
            vec![said("span", shared, key), field]
        }
    });
    el("div").class("told").attr("role", "status").bind(move || shown())
}

//! Steps back and forth, and the link to what is shown.

use ledgerline_core::words::Key;

use super::history::History;
use crate::parts::{El, button, copier, group};
use crate::state::Shared;

/// Undo, redo, start over, copy link.
pub(super) fn steps(shared: Shared) -> El {
    let words = shared.words();
    let history = History::follow(shared);
    let step = |key: Key, press: Box<dyn Fn()>| button(words.text(key), move |_| press());
    let undo = step(Key::ActionUndo, Box::new(move || history.undo(shared)));
    let undo = undo.bind_attr("aria-disabled", move || (!history.can_undo()).then(|| "true".to_owned()));
    let redo = step(Key::ActionRedo, Box::new(move || history.redo(shared)));
    let redo = redo.bind_attr("aria-disabled", move || (!history.can_redo()).then(|| "true".to_owned()));
    let reset = step(Key::ActionReset, Box::new(move || shared.start_over()));
    // The part that it was copied in comes into sight when it is followed.
    let address = move || shared.host().address(&(shared.link_text() + ";at=calculator"));
    let (link, told) = copier(shared, Key::ActionLink, address);
    let bar = group("actions", words.text(Key::ActionLabel));
    bar.child(undo).child(redo).child(reset).child(link).child(told)
}

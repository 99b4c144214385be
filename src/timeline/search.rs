//! Full-text search: what is found stays, the rest goes, and the count is told.

use ledgerline_core::words::Key;
use ledgerline_figure::reading;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::KeyboardEvent;

use super::local::{Focus, Local};
use crate::later;
use crate::parts::{El, button, el, value_of};
use crate::state::{Shared, Stage};

/// The field, the count, and the way from match to match.
pub(super) fn search(shared: Shared, local: Local) -> El {
    let words = shared.words();
    let label = words.text(Key::TimelineSearch);
    let typed = move |event: &_| {
        let query = value_of(event);
        shared.query.set((!query.trim().is_empty()).then_some(query));
    };
    let field = el("input").attr("type", "search").attr("aria-label", label).on("input", typed);
    let field = field.attr("placeholder", words.text(Key::TimelineSearchHint));
    let field = field.on("keydown", move |event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| key.key() == "Enter") {
            go(shared, local, usize::from(!key.shift_key()));
        }
    });
    let field = field.bind_value(move || JsValue::from_str(&shared.query.get().unwrap_or_default()));
    let count = el("span").class("found").attr("role", "status").bind_text(move || told(shared, local));
    let idle = move || (local.needles.with(Vec::is_empty) || local.shown.with(Vec::is_empty)).then(String::new);
    let step = |sign: &str, key: Key, side: usize| {
        let name = words.text(key);
        let go = move |_: &_| go(shared, local, side);
        button(sign, go).attr("aria-label", name).attr("title", name).bind_attr("hidden", idle)
    };
    let steps = [step("‹", Key::TimelineEarlierMatch, 0), step("›", Key::TimelineLaterMatch, 1)];
    el("div").class("search").attr("role", "search").child(field).children(steps.into()).child(count)
}

fn told(shared: Shared, local: Local) -> String {
    let (words, count) = (shared.words(), local.shown.with(Vec::len));
    if shared.later.get() == Stage::Missing && shared.query.with(Option::is_some) {
        return words.text(Key::LaterMissing).to_owned();
    }
    let searched = local.needles.with(|needles| !needles.is_empty());
    match (searched, count) {
        (true, 0) => words.text(Key::TimelineNothingFound).to_owned(),
        (true, count) => words.count(Key::TimelineFound, count, &[]),
        (false, 0) if !shared.hidden.with(Vec::is_empty) => words.text(Key::TimelineNoneShown).to_owned(),
        (false, _) => String::new(),
    }
}

/// Opens the match before or after the open event; from none the first or the last.
fn go(shared: Shared, local: Local, side: usize) {
    let to = local.shown.with_untracked(|shown| {
        let ends = [shown.last(), shown.first()];
        let beside = shared.event.get_untracked().and_then(|open| reading::beside(shown, open)[side]);
        beside.or_else(|| ends[side].copied())
    });
    if let Some(event) = to {
        local.open(shared, event, Focus::Stay);
    }
}

/// Appends a text with what is searched for marked in it.
pub(super) fn found(shared: Shared, local: Local, parent: El, text: &str) -> El {
    local.needles.with(|needles| match later::here().filter(|_| !needles.is_empty()) {
        Some(later) => (later.mark)(&shared, parent, text, needles),
        None => parent.text(text),
    })
}

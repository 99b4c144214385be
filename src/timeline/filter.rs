//! Kinds of events, each with its count, to be shown or hidden.

use ledgerline_core::words::Key;
use ledgerline_figure::reading;

use crate::parts::{El, Els, button, group};
use crate::reactive::RwSignal;
use crate::state::Shared;

/// A button for every category that has events.
pub(super) fn filter(shared: Shared, hidden: RwSignal<Vec<String>>) -> El {
    let words = shared.words();
    let buttons = shared.with_story(|story| {
        let kinds = reading::categories(story).into_iter();
        let kinds = kinds.map(|kind| {
            let text = words.count(Key::TimelineKind, kind.events, &[("name", kind.name)]);
            chip(kind.id.to_owned(), &text, hidden)
        });
        kinds.collect::<Els>()
    });
    group("filter", words.text(Key::TimelineFilter)).children(buttons)
}

fn chip(id: String, text: &str, hidden: RwSignal<Vec<String>>) -> El {
    let own = id.clone();
    let toggle = move |_: &_| {
        hidden.update(|hidden| {
            let before = hidden.len();
            hidden.retain(|other| *other != id);
            if hidden.len() == before {
                hidden.push(id.clone());
            }
        });
    };
    let shown = move || Some(hidden.with(|hidden| !hidden.contains(&own)).to_string());
    button(text, toggle).class("chip").bind_attr("aria-pressed", shown)
}

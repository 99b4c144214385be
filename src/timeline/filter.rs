//! Kinds of events, each with its count, to be shown or hidden.

use ledgerline_core::words::Key;
use ledgerline_figure::reading;
use ledgerline_figure::timeline::Lanes;

use crate::parts::{El, Els, Item, button, choice, el, group};
use crate::reactive::RwSignal;
use crate::state::Shared;

/// A button for every category that has events.
pub(super) fn filter(shared: Shared) -> El {
    let hidden = shared.hidden;
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

/// How the lanes are made.
pub(super) fn lanes(shared: Shared) -> El {
    let words = shared.words();
    let label = words.text(Key::TimelineLanes).to_owned();
    let (kinds, declared) = shared.with_story(|story| (!story.categories.0.is_empty(), !story.lanes.is_empty()));
    let items = move || {
        let chosen = shared.lanes.get().map_or(Lanes::Story, |name| Lanes::from_name(&name));
        let offered = Lanes::NAMES.into_iter().filter(|(way, _)| match way {
            Lanes::Categories => kinds,
            Lanes::One => declared,
            Lanes::Story | Lanes::Actors => true,
        });
        let items = offered.map(|(way, name)| {
            let text = words.text(match way {
                Lanes::Story if declared => Key::TimelineLanesStory,
                Lanes::Story => Key::TimelineLanesPlain,
                Lanes::Actors => Key::TimelineLanesActors,
                Lanes::Categories => Key::TimelineLanesCategories,
                Lanes::One => Key::TimelineLanesSingle,
            });
            Item { value: name.to_owned(), text: text.to_owned(), chosen: way == chosen }
        });
        items.collect()
    };
    let choose = move |name: String| shared.lanes.set((Lanes::from_name(&name) != Lanes::Story).then_some(name));
    let head = el("span").class("small").attr("aria-hidden", "true").text(&label).text(" ");
    el("span").class("lanes").child(head).child(choice(&label, items, choose))
}

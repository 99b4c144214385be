//! Kinds of events, each with its count: all of them, or those that the reader picks.

use ledgerline_core::words::Key;
use ledgerline_figure::reading;
use ledgerline_figure::timeline::Lanes;

use crate::parts::{El, Els, Item, button, choice, el, group};
use crate::state::Shared;

/// A button for every category that has events, and before them one for all. Where all are shown, a press on a kind
/// shows that alone, and a press on another adds it; the last one that is taken away brings all back.
pub(super) fn filter(shared: Shared) -> El {
    let words = shared.words();
    let mut chips = Els::new();
    shared.with_story(|story| {
        let name = |name: &str, count: usize| words.count(Key::TimelineKind, count, &[("name", name)]);
        chips.push(chip(shared, None, &name(words.text(Key::TimelineKinds), story.events.len())));
        for kind in reading::categories(story) {
            chips.push(chip(shared, Some(kind.id.to_owned()), &name(kind.name, kind.events)));
        }
    });
    // A choice of one is none.
    chips.truncate(if chips.len() > 2 { chips.len() } else { 0 });
    group("filter", words.text(Key::TimelineFilter)).children(chips)
}

/// A kind, or all of them.
fn chip(shared: Shared, kind: Option<String>, text: &str) -> El {
    let hidden = shared.hidden;
    let own = kind.clone();
    let on = move || {
        let on = hidden.with(|hidden| match &own {
            Some(own) => !hidden.is_empty() && !hidden.contains(own),
            None => hidden.is_empty(),
        });
        Some(on.to_string())
    };
    let press = move |_: &_| {
        let next = kind.as_ref().map(|kind| shared.with_story(|story| reading::pressed(story, &hidden.get(), kind)));
        hidden.set(next.unwrap_or_default());
    };
    button(text, press).class("chip").bind_attr("aria-pressed", on)
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

//! Kinds of events, each with its count: all of them, or those that the reader picks.

use std::rc::Rc;

use ledgerline_core::words::Key;
use ledgerline_figure::reading;
use ledgerline_figure::timeline::Lanes;

use crate::parts::{El, Els, Item, button, choice, el, group};
use crate::state::Shared;

/// A button for every category that has events, and before them one for all. Where all are shown, a press on a kind
/// shows that alone, and a press on another adds it; the last one that is taken away brings all back.
pub(super) fn filter(shared: Shared) -> El {
    let hidden = shared.hidden;
    let words = shared.words();
    let (all, kinds) = shared.with_story(|story| {
        let kinds = reading::categories(story).into_iter();
        let kinds = kinds.map(|kind| {
            let text = words.count(Key::TimelineKind, kind.events, &[("name", kind.name)]);
            (kind.id.to_owned(), text)
        });
        (story.events.len(), kinds.collect::<Vec<_>>())
    });
    let ids: Rc<[String]> = kinds.iter().map(|(id, _)| id.clone()).collect();
    let text = words.count(Key::TimelineKind, all, &[("name", words.text(Key::TimelineKinds))]);
    let every = chip(&text, move || hidden.with(Vec::is_empty), move || hidden.set(Vec::new()));
    let chips = kinds.into_iter().map(|(id, text)| {
        let (own, ids) = (id.clone(), ids.clone());
        let shown = move || hidden.with(|hidden| !hidden.is_empty() && !hidden.contains(&own));
        chip(&text, shown, move || hidden.update(|hidden| *hidden = reading::pressed(&ids, hidden, &id)))
    });
    let chips: Els = std::iter::once(every).chain(chips).collect();
    let several = ids.len() > 1;
    group("filter", words.text(Key::TimelineFilter)).children(if several { chips } else { Els::new() })
}

fn chip(text: &str, on: impl Fn() -> bool + 'static, press: impl Fn() + 'static) -> El {
    button(text, move |_| press()).class("chip").bind_attr("aria-pressed", move || Some(on().to_string()))
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

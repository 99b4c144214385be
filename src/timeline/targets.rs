//! What can be reached of the drawing: a button over each event, or over several that lie together. One of
//! them is in the tab order; arrow keys go on from there, by date. Pointers are seen to by the plot, which
//! knows better than a button which of several events they mean.

use ledgerline_core::words::Key;
use ledgerline_figure::reading;
use ledgerline_figure::timeline::{self, PlacedTimeline, Target};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, ShadowRoot};

use super::local::{Focus, Local};
use super::wide::part;
use crate::parts::{El, Els, button, el};
use crate::reactive::Memo;
use crate::state::Shared;

/// The buttons, by date: a list, of which as much is in the page as is in sight.
pub(super) fn targets(shared: Shared, local: Local, placed: Memo<PlacedTimeline>) -> El {
    let words = shared.words();
    // They stay in the page while an event opens, so that the focus stays where it is.
    let targets = Memo::new(move |_| placed.with(|placed| placed.targets.clone()));
    let all = el("ol").class("targets").attr("aria-label", words.text(Key::TimelinePlot));
    let before = all.clone();
    let make = move || {
        let all: Els = targets.get().into_iter().map(|target| reach(shared, local, placed, targets, target)).collect();
        if has_focus(&before) {
            // Zooming makes them anew: the focus goes on to the one that has its event now.
            let next =
                all.get(targets.with_untracked(|targets| stop(targets, untrack(|| local.stop(shared))))).cloned();
            let next = next.and_then(|next| next.find("button"));
            queue_microtask(move || next.map(|next| next.focus().unwrap_or_default()).unwrap_or_default());
        }
        all
    };
    let quiet = all.html().class_list();
    let hush = quiet.clone();
    let keys = move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        // The names are ours and hold no space.
        let _ = quiet.toggle_with_force("quiet", event.key() == "Escape");
        if event.key() == "Escape" {
            shared.event.set(None);
        }
        walk(shared, local, targets, event);
    };
    let again = move |_: &Event| hush.remove_1("quiet").unwrap_or_default();
    let all = all.attr("aria-description", words.text(Key::TimelinePlotHelp));
    all.on("keydown", keys).on("pointerover", again).bind(make)
}

/// Whether the focus is on something in it. The selector `:focus` would not tell while the window is not in front.
fn has_focus(all: &El) -> bool {
    let root = all.html().get_root_node().dyn_into::<ShadowRoot>().ok();
    root.and_then(|root| root.active_element()).is_some_and(|active| all.html().contains(Some(&active)))
}

/// The place of the button that is in the tab order.
fn stop(targets: &[Target], event: Option<usize>) -> usize {
    let place = |event: usize| targets.iter().position(|target| target.events.contains(&event));
    event.and_then(place).unwrap_or_default()
}

fn reach(shared: Shared, local: Local, placed: Memo<PlacedTimeline>, targets: Memo<Vec<Target>>, target: Target) -> El {
    let name = name(shared, &target);
    let first = target.events.first().copied();
    let (within, cluster) = (target.events.clone(), target.cluster);
    let press = move |event: &Event| {
        let keyed = event.dyn_ref::<MouseEvent>().is_some_and(|mouse| mouse.detail() == 0);
        if keyed && cluster {
            placed.with_untracked(|placed| part(shared, local, placed, &within, Focus::Heading));
            return;
        }
        let open = shared.event.get_untracked().filter(|open| within.contains(open));
        // The first of several; the card leads on to the others.
        if let Some(event) = open.or(first).filter(|_| keyed) {
            local.toggle(shared, event, Focus::Heading);
        }
    };
    let own = target.events.clone();
    let arrive = move |_: &Event| {
        // The event that led here stays the one that is meant, though others may share its button.
        if !untrack(|| local.stop(shared)).is_some_and(|stop| own.contains(&stop)) {
            local.stop_at(first);
        }
    };
    let stops = move || {
        let stop = targets.with(|targets| targets.get(stop(targets, local.stop(shared)))?.events.first().copied());
        Some(if stop == first { "0" } else { "-1" }.to_owned())
    };
    let tip = el("span").class(if target.late { "tip late" } else { "tip" }).text(&name);
    let rect = target.rect;
    let open = move || shared.event.get().is_some_and(|event| target.events.contains(&event)).to_string();
    let all = local.shown.with_untracked(Vec::len);
    let press = button("", press)
        .class("target")
        .px(&[("left", rect.x), ("top", rect.y), ("width", rect.width), ("height", rect.height)])
        .attr("aria-label", &name)
        .bind_attr("aria-expanded", move || Some(open()))
        .bind_attr("tabindex", stops)
        .on("focus", arrive)
        .child(tip);
    let item = el("li").attr("aria-posinset", &target.position.to_string());
    item.attr("aria-setsize", &all.to_string()).child(press)
}

fn name(shared: Shared, target: &Target) -> String {
    let words = shared.words();
    let named = shared.with_story(|story| {
        let event = story.events.get(*target.events.first()?)?;
        let date = words.date(&event.when);
        let values = [("date", date.as_str()), ("title", event.title.as_str())];
        Some(match target.events.len() {
            1 => words.say(Key::TimelineEvent, &values),
            all => words.count(Key::TimelineCluster, all.saturating_sub(1), &values),
        })
    });
    named.unwrap_or_default()
}

/// Arrow keys, Home and End go from event to event; beyond what is in sight the drawing follows.
fn walk(shared: Shared, local: Local, targets: Memo<Vec<Target>>, event: &KeyboardEvent) {
    let here = untrack(|| local.stop(shared));
    let to = targets.with_untracked(|targets| {
        let place = stop(targets, here);
        let ends = [
            targets.first().and_then(|first| first.events.first()),
            targets.last().and_then(|last| last.events.last()),
        ];
        local.shown.with_untracked(|shown| match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => match targets.get(place + 1) {
                Some(next) => next.events.first().copied(),
                None => reading::beside(shown, *ends[1]?)[1],
            },
            "ArrowLeft" | "ArrowUp" => match targets.get(place.checked_sub(1).unwrap_or(usize::MAX)) {
                Some(next) => next.events.first().copied(),
                None => reading::beside(shown, *ends[0]?)[0],
            },
            "Home" => shown.first().copied(),
            "End" => shown.last().copied(),
            _ => None,
        })
    });
    let Some(to) = to else { return };
    event.prevent_default();
    local.stop_at(Some(to));
    let button = targets.with_untracked(|targets| targets.iter().position(|target| target.events.contains(&to)));
    let list = event.current_target().and_then(|list| list.dyn_into::<Element>().ok());
    let within = |place: usize| format!(":scope > :nth-child({}) > *", place + 1);
    let button = button.and_then(|place| list?.query_selector(&within(place)).ok().flatten());
    match button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        // A button that is gone by now cannot take the focus, and nobody looks for it.
        Some(button) => button.focus().unwrap_or_default(),
        None => bring(shared, local, to),
    }
}

/// Brings an event that is out of sight to the middle.
fn bring(shared: Shared, local: Local, event: usize) {
    let range = shared.range.get_untracked();
    let days = shared.with_story(|story| {
        let when = &story.events.get(event)?.when;
        Some(timeline::reveal(story, timeline::range(story, range.as_ref()), when))
    });
    if let Some(days) = days {
        local.moved(shared, days, 0.0);
    }
}

//! What can be reached of the drawing: a button over each event, or over several that lie together. One of
//! them is in the tab order; arrow keys go on from there, by date. Pointers are seen to by the plot, which
//! knows better than a button which of several events they mean.

use ledgerline_core::words::Key;
use ledgerline_figure::timeline::{PlacedTimeline, Target};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent, ShadowRoot};

use super::local::{Focus, Local};
use crate::parts::{El, Els, button, el, group};
use crate::reactive::Memo;
use crate::state::Shared;

/// The buttons, by date.
pub(super) fn targets(shared: Shared, local: Local, placed: Memo<PlacedTimeline>) -> El {
    let words = shared.words();
    // They stay in the page while an event opens, so that the focus stays where it is.
    let targets = Memo::new(move |_| placed.with(|placed| placed.targets.clone()));
    let all = group("targets", words.text(Key::TimelinePlot));
    let before = all.clone();
    let make = move || {
        let all: Els = targets.get().into_iter().map(|target| reach(shared, local, targets, target)).collect();
        if has_focus(&before) {
            // Zooming makes them anew: the focus goes on to the one that has its event now.
            let next =
                all.get(targets.with_untracked(|targets| stop(targets, untrack(|| local.stop(shared))))).cloned();
            queue_microtask(move || next.map(|next| next.html().focus().unwrap_or_default()).unwrap_or_default());
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
        walk(event);
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

fn reach(shared: Shared, local: Local, targets: Memo<Vec<Target>>, target: Target) -> El {
    let name = name(shared, &target);
    let first = target.events.first().copied();
    let within = target.events.clone();
    let press = move |event: &Event| {
        let keyed = event.dyn_ref::<MouseEvent>().is_some_and(|mouse| mouse.detail() == 0);
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
    button("", press)
        .class("target")
        .px(&[("left", rect.x), ("top", rect.y), ("width", rect.width), ("height", rect.height)])
        .attr("aria-label", &name)
        .bind_attr("aria-expanded", move || Some(open()))
        .bind_attr("tabindex", stops)
        .on("focus", arrive)
        .child(tip)
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

/// Arrow keys, Home and End go from button to button.
fn walk(event: &KeyboardEvent) {
    let Some(from) = event.target().and_then(|node| node.dyn_into::<Element>().ok()) else { return };
    let all = from.parent_element();
    let to = match event.key().as_str() {
        "ArrowRight" | "ArrowDown" => from.next_element_sibling(),
        "ArrowLeft" | "ArrowUp" => from.previous_element_sibling(),
        "Home" => all.and_then(|all| all.first_element_child()),
        "End" => all.and_then(|all| all.last_element_child()),
        _ => return,
    };
    event.prevent_default();
    if let Some(button) = to.and_then(|node| node.dyn_into::<HtmlElement>().ok()) {
        // A button that is gone by now cannot take the focus, and nobody looks for it.
        let _ = button.focus();
    }
}

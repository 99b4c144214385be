//! What can be reached of the drawing: a button over each event, or over several that lie together. One of
//! them is in the tab order; arrow keys go on from there, by date.

use ledgerline_core::story::Story;
use ledgerline_core::words::{Key, Words};
use ledgerline_figure::timeline::{PlacedTimeline, Target};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent, MouseEvent};

use crate::parts::{El, Els, button, group};
use crate::state::Shared;

/// The buttons, by date.
pub(super) fn targets(shared: Shared, placed: Memo<PlacedTimeline>) -> El {
    let words = shared.words();
    // They stay in the page while an event opens, so that the focus stays where it is.
    let targets = Memo::new(move |_| placed.with(|placed| placed.targets.clone()));
    let current = RwSignal::new(0_usize);
    let make = move || {
        let (story, words) = (shared.story(), shared.words());
        let targets = targets.get();
        let last = targets.len().saturating_sub(1);
        let each = targets.into_iter().enumerate().map(|(place, target)| {
            let label = name(&story, &words, &target);
            let stop = move || Some(if current.get().min(last) == place { "0" } else { "-1" }.to_owned());
            let reach = reach(shared, placed, target).attr("aria-label", &label);
            reach.bind_attr("tabindex", stop).on("focus", move |_| current.set(place))
        });
        each.collect::<Els>()
    };
    let keys = move |event: &Event| {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else { return };
        if event.key() == "Escape" {
            shared.event.set(None);
        }
        walk(event);
    };
    let all = group("targets", words.text(Key::TimelinePlot));
    all.attr("aria-description", words.text(Key::TimelinePlotHelp)).on("keydown", keys).bind(make)
}

fn reach(shared: Shared, placed: Memo<PlacedTimeline>, target: Target) -> El {
    let (rect, events) = (target.rect, target.events.clone());
    let open = move || shared.event.get().is_some_and(|event| events.contains(&event)).to_string();
    let choose = move |event: &Event| {
        let Some(mouse) = event.dyn_ref::<MouseEvent>() else { return };
        // A key presses in the middle of nowhere: then the first event is meant.
        let keyed = mouse.detail() == 0;
        let x = rect.x + f64::from(mouse.offset_x());
        let near = placed.with_untracked(|placed| placed.nearest(&target.events, x)).filter(|_| !keyed);
        if let Some(event) = near.or_else(|| target.events.first().copied()) {
            shared.toggle(event, keyed);
        }
    };
    let place = [("left", rect.x), ("top", rect.y), ("width", rect.width), ("height", rect.height)];
    button("", choose).class("target").px(&place).bind_attr("aria-pressed", move || Some(open()))
}

fn name(story: &Story, words: &Words, target: &Target) -> String {
    let Some(event) = target.events.first().and_then(|index| story.events.get(*index)) else { return String::new() };
    let date = words.date(&event.when);
    let values = [("date", date.as_str()), ("title", event.title.as_str())];
    match target.events.len() {
        1 => words.say(Key::TimelineEvent, &values),
        all => words.count(Key::TimelineCluster, all.saturating_sub(1), &values),
    }
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

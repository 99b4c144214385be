//! The tabs: one for each thing that can be done with the numbers.

use ledgerline_core::link::Mode;
use ledgerline_core::words::Key;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use crate::parts::{El, Els, button, el};
use crate::reactive::Memo;
use crate::state::Shared;

/// The tabs, and the panel of the open one. `make` makes what a panel holds.
pub(super) fn tabs(shared: Shared, make: impl Fn(Mode) -> Els + 'static) -> Els {
    let modes = modes(shared);
    let mode = Memo::new(move |_| shared.ask.mode.get());
    let panel = el("div").class("panel").attr("role", "tabpanel").attr("id", "panel").attr("tabindex", "-1");
    let panel = panel.bind_attr("aria-labelledby", move || Some(id(mode.get())));
    let list = el("div").class("tabs").attr("role", "tablist");
    let list = list.attr("aria-label", shared.words().text(Key::CalculatorModes));
    let list = list.children(modes.iter().map(|own| tab(shared, *own, mode)).collect());
    let (keys, held) = (list.clone(), modes.clone());
    let list = list.on("keydown", move |event| step(shared, event, &held, &keys));
    vec![list, panel.bind(move || make(mode.get()))]
}

fn tab(shared: Shared, own: Mode, mode: Memo<Mode>) -> El {
    let words = shared.words();
    let text = words.text(match own {
        Mode::Compare => Key::CalculatorCompare,
        Mode::Target => Key::CalculatorTarget,
        Mode::WhatIf => Key::CalculatorWhatIf,
        Mode::Claims => Key::CalculatorCheck,
    });
    let chosen = move || mode.get() == own;
    let tab = button(text, move |_| shared.ask.mode.set(own)).attr("role", "tab").attr("id", &id(own));
    let tab = tab.attr("aria-controls", "panel");
    let tab = tab.bind_attr("aria-selected", move || Some(chosen().to_string()));
    let tab = tab.bind_attr("tabindex", move || Some(if chosen() { "0" } else { "-1" }.to_owned()));
    let count = shared.with_story(|story| story.claims.len());
    if own == Mode::Claims { tab.text(" ").child(el("sup").text(&words.whole(count))) } else { tab }
}

fn id(mode: Mode) -> String {
    format!("tab-{}", mode.name())
}

/// The modes that a story has something for.
fn modes(shared: Shared) -> Vec<Mode> {
    let (figures, claims) = shared.with_story(|story| (story.series.iter().next().is_some(), !story.claims.is_empty()));
    let has = |mode: &Mode| match mode {
        Mode::Claims => claims,
        _ => figures,
    };
    Mode::ALL.into_iter().filter(has).collect()
}

/// Arrow keys go from tab to tab.
fn step(shared: Shared, event: &Event, modes: &[Mode], list: &El) {
    let event: &KeyboardEvent = event.unchecked_ref();
    let Some(at) = modes.iter().position(|mode| *mode == shared.ask.mode.get_untracked()) else { return };
    let count = modes.len();
    let next = match event.key().as_str() {
        "ArrowRight" => (at + 1) % count,
        "ArrowLeft" => (at + count - 1) % count,
        "Home" => 0,
        "End" => count - 1,
        _ => return,
    };
    event.prevent_default();
    shared.ask.mode.set(modes[next]);
    if let Some(tab) = list.find(&format!("#{}", id(modes[next]))) {
        // A refused focus leaves the reader where they were.
        let _ = tab.focus();
    }
}

//! Bars that are read by pointer, finger and keys: what is known at the place under the cursor stands below them.

use ledgerline_core::words::Key;
use ledgerline_figure::chart::{PlacedBars, Stop};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, MouseEvent};

use super::{El, bars, colour_class, el, html, picture, rule};
use crate::reactive::{Memo, RwSignal};
use crate::state::Shared;

/// How far the cursor reaches above and below a mark, in pixels.
const REACH: f64 = 9.0;

/// The bars with their cursor and the reading. `label` says in words what they show, `help` stands where nothing is read.
pub(crate) fn read_bars(
    shared: Shared,
    placed: Memo<PlacedBars>,
    label: impl Fn() -> String + 'static,
    help: impl Fn() -> Option<Key> + 'static,
) -> El {
    let cursor = RwSignal::new(None::<usize>);
    let drawn = move || {
        // Without a value there is no bar, and the sentence says why.
        let some = placed.with(|placed| !placed.bars.is_empty());
        some.then(|| placed.with(|placed| bars(placed, &label())))
    };
    let stage = el("div").class("stage").draw(drawn).child(slider(shared, placed, cursor));
    el("div").child(stage).child(readout(shared, placed, cursor, help))
}

/// The cursor: a slider for keys, and the place that pointers move over and fingers touch.
fn slider(shared: Shared, placed: Memo<PlacedBars>, cursor: RwSignal<Option<usize>>) -> El {
    let count = Memo::new(move |_| placed.with(|placed| placed.stops.len()));
    let at = move || cursor.get().filter(|at| *at < count.get()).unwrap_or_default();
    let told = move || placed.with(|placed| placed.stops.get(at()).map(|stop| read(shared, stop)));
    let track = el("div").class("cursor").attr("role", "slider").attr("tabindex", "0");
    let track = track.attr("aria-label", shared.words().text(Key::CalculatorCursorBars));
    let track = track.bind_attr("hidden", move || (count.get() == 0).then(String::new)).attr("aria-valuemin", "1");
    let track = track.bind_attr("aria-valuemax", move || Some(count.get().to_string()));
    let track =
        track.bind_attr("aria-valuenow", move || Some((at() + 1).to_string())).bind_attr("aria-valuetext", told);
    let line = move || {
        placed.with(|placed| {
            let stop = cursor.get().and_then(|at| placed.stops.get(at));
            let svg = picture("over", (placed.width, placed.height), None);
            stop.map(|stop| svg.child(rule("cross", (stop.x, stop.y - REACH), (stop.x, stop.y + REACH))))
        })
    };
    let under = move |event: &Event| {
        let event: &MouseEvent = event.unchecked_ref();
        placed.with_untracked(|placed| placed.stop_at(f64::from(event.offset_x()), f64::from(event.offset_y())))
    };
    track
        .draw(line)
        .on("pointermove", move |event| cursor.set(under(event)))
        .on("pointerdown", move |event| cursor.set(under(event)))
        .on("focus", move |_| cursor.set(Some(untrack(at))))
        .on("blur", move |_| cursor.set(None))
        .on("keydown", move |event| {
            let event: &KeyboardEvent = event.unchecked_ref();
            let (now, last) = (untrack(at), count.get_untracked().saturating_sub(1));
            let next = match event.key().as_str() {
                "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
                "ArrowRight" | "ArrowUp" => now + 1,
                "Home" => 0,
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            cursor.set(Some(next.min(last)));
        })
}

/// "China: Daily NK, Chinese customs: $6.545bn"
fn read(shared: Shared, stop: &Stop) -> String {
    let words = shared.words();
    let told = stop.told.join(words.text(Key::SumAnd));
    words.say(Key::CalculatorBySource, &[("source", &stop.name), ("value", &told)])
}

/// What is known under the cursor, in the place of the help. It is read out by the slider.
fn readout(
    shared: Shared,
    placed: Memo<PlacedBars>,
    cursor: RwSignal<Option<usize>>,
    help: impl Fn() -> Option<Key> + 'static,
) -> El {
    let values = move || {
        placed.with(|placed| {
            let words = shared.words();
            let Some(stop) = cursor.get().and_then(|at| placed.stops.get(at)) else {
                return help().map(|key| html("p").class("help").text(words.text(key)));
            };
            let name = html("span").class(colour_class(stop.colour)).text(&stop.name);
            let value = html("span").text(&format!(" {}", stop.told.join(words.text(Key::SumAnd))));
            let told = html("p").class("readout").attr("aria-hidden", "true");
            Some(told.child(html("span").child(name).child(value)))
        })
    };
    el("div").class("reading").draw(values)
}

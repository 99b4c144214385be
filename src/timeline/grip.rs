//! What pulls a span of years open: a grip beside the marked year, and where there is a span on its first year.

use ledgerline_core::words::Key;
use ledgerline_figure::timeline::{Marked, PlacedTimeline};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, PointerEvent};

use super::drag::year_under;
use super::handles::{GRIP, hold};
use super::local::Local;
use crate::parts::{El, el};
use crate::reactive::Memo;
use crate::state::Shared;

/// From the baseline of the axis up to the grip's edge, in pixels.
const RISE: f64 = 18.0;

/// Where the span begins: what is pulled to the left for one.
pub(crate) fn grip(shared: Shared, local: Local, placed: Memo<PlacedTimeline>, marked: Memo<Marked>) -> El {
    let words = shared.words();
    let at = Memo::new(move |_| marked.with(|marked| marked.year.as_ref().map(|year| year.grip)));
    let (first, last) = shared.years().unwrap_or_default();
    let year = shared.drawn_year();
    let since = move || shared.ask.since.get().unwrap_or_else(|| year.get());
    let pull = move |event: &Event| {
        event.stop_propagation();
        if let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.buttons() != 0) {
            let year = shared.year.get_untracked();
            shared.span(placed.with_untracked(|placed| year_under(pointer, local, placed)).min(year), year);
        }
    };
    let keys = move |event: &Event| event.dyn_ref().into_iter().for_each(|key| stretch(&shared, key));
    el("div")
        .class("edge grip")
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-label", words.text(Key::SpanFirst))
        .attr("title", words.text(Key::SpanHelp))
        .attr("aria-valuemin", &first.to_string())
        .attr("aria-valuemax", &last.to_string())
        .bind_attr("aria-valuenow", move || Some(since().to_string()))
        .bind_attr("aria-valuetext", move || Some(shared.words().year(since().into())))
        .bind_attr("hidden", move || at.get().is_none().then(String::new))
        .bind_px(move || at.get().map(|x| ("left", x - GRIP / 2.0)).into_iter().collect())
        .bind_px(move || placed.with(|placed| vec![("top", placed.ticks_y - RISE)]))
        .on("keydown", keys)
        .on("pointerdown", hold)
        .on("pointermove", pull)
}

/// Begins the span earlier or later, as an arrow key asks. One that begins with its last year is none.
pub(crate) fn stretch(shared: &Shared, key: &KeyboardEvent) {
    let year = shared.year.get_untracked();
    let since = shared.ask.since.get_untracked().unwrap_or(year);
    let since = match key.key().as_str() {
        "ArrowLeft" | "ArrowDown" => since - 1,
        "ArrowRight" | "ArrowUp" => since + 1,
        "Home" => i32::MIN,
        "End" => year,
        _ => return,
    };
    key.prevent_default();
    key.stop_propagation();
    shared.span(since.min(year), year);
}

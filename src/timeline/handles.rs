//! The two ends of the window over the strip, as sliders for pointer and keys.

use ledgerline_core::date::Day;
use ledgerline_core::words::Key;
use ledgerline_figure::timeline::{self, PlacedOverview};
use leptos::prelude::untrack;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, PointerEvent};

use super::strip::{End, day_at, in_sight, of, put};
use crate::parts::{El, el};
use crate::reactive::Memo;
use crate::state::Shared;

/// Width of what can be taken hold of at an end, in pixels; the style sheet gives it the same.
pub(super) const GRIP: f64 = 24.0;
/// An arrow key moves an end by this part of what is in sight.
const STEP: i64 = 20;

/// Where the window begins and ends, in pixels.
pub(crate) type Frame = Memo<(f64, f64)>;

/// Both ends.
pub(crate) fn handles(shared: Shared, strip: Memo<PlacedOverview>, frame: Frame) -> El {
    let handle = |end| handle(shared, strip, frame, end);
    el("div").child(handle(End::First)).child(handle(End::Last))
}

/// An end of the window, as a slider.
fn handle(shared: Shared, strip: Memo<PlacedOverview>, frame: Frame, end: End) -> El {
    let words = shared.words();
    let label = words.text(if end == End::First { Key::TimelineFirstDate } else { Key::TimelineLastDate });
    let (first, last) = shared.with_story(timeline::extent);
    let x = move || if end == End::First { frame.get().0 } else { frame.get().1 };
    let day = move || of(end, in_sight(shared));
    let keys = move |event: &Event| {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if let Some(days) = untrack(|| by_key(shared, end, &key.key())) {
            event.prevent_default();
            shared.range.set(timeline::as_range(days));
        }
    };
    let drag = move |event: &Event| {
        event.stop_propagation();
        let pointer = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.buttons() != 0);
        if let Some(day) = pointer.and_then(|pointer| strip.with_untracked(|strip| day_at(strip, pointer))) {
            let days = untrack(|| put(shared, end, day));
            shared.range.set(timeline::as_range(days));
        }
    };
    el("div")
        .class("edge")
        .attr("role", "slider")
        .attr("tabindex", "0")
        .attr("aria-label", label)
        .attr("aria-valuemin", &first.ymd().0.to_string())
        .attr("aria-valuemax", &last.ymd().0.to_string())
        .bind_attr("aria-valuenow", move || Some(day().ymd().0.to_string()))
        .bind_attr("aria-valuetext", move || Some(shared.words().a_day(day())))
        .bind_px(move || vec![("left", (x() - GRIP / 2.0).clamp(0.0, strip.with(|strip| strip.width) - GRIP))])
        .on("keydown", keys)
        .on("pointerdown", hold)
        .on("pointermove", drag)
}

/// Takes hold of what can be pulled.
pub(super) fn hold(event: &Event) {
    event.stop_propagation();
    let target = event.target().and_then(|node| node.dyn_into::<Element>().ok());
    if let (Some(target), Some(pointer)) = (target, event.dyn_ref::<PointerEvent>()) {
        // A pointer that is already gone needs no capture.
        target.set_pointer_capture(pointer.pointer_id()).unwrap_or_default();
    }
}

fn by_key(shared: Shared, end: End, key: &str) -> Option<(Day, Day)> {
    let (first, last) = in_sight(shared);
    let (least, most) = shared.with_story(timeline::extent);
    let (here, step) = (of(end, (first, last)), ((last.0 - first.0) / STEP).max(1));
    let day = match key {
        "ArrowLeft" | "ArrowDown" => Day(here.0 - step),
        "ArrowRight" | "ArrowUp" => Day(here.0 + step),
        "PageDown" => Day(here.0 - step * 5),
        "PageUp" => Day(here.0 + step * 5),
        "Home" => least,
        "End" => most,
        _ => return None,
    };
    Some(put(shared, end, day))
}

//! The timeline as a drawing, with what can be reached laid over it and the open event below it.

use ledgerline_core::words::Key;
use ledgerline_figure::timeline::{self, Options, PlacedTimeline};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, KeyboardEvent, MouseEvent, WheelEvent};

use super::card::card;
use super::drawing::{drawing, overview};
use super::filter::filter;
use super::targets::targets;
use super::zoom::{self, Zoom};
use crate::parts::{El, Els, el, value_of};
use crate::state::Shared;

/// The drawing, its controls and the open event.
pub(super) fn wide(shared: Shared, hidden: RwSignal<Vec<String>>) -> Els {
    let placed = Memo::new(move |_| place(shared, hidden));
    let scale = Memo::new(move |_| placed.with(|placed| placed.scale));
    let zoom = move |zoom: Zoom, event: &Event| {
        event.prevent_default();
        zoom.apply(shared, &scale.get_untracked());
    };
    let keys = move |event: &Event| {
        if let Some(asked) = event.dyn_ref().and_then(asked_by_key) {
            zoom(asked, event);
        }
    };
    // A plain wheel scrolls the page; with Ctrl it zooms wherever it is.
    let wheel = move |event: &Event| {
        if let Some(wheel) = event.dyn_ref::<WheelEvent>().filter(|wheel| wheel.ctrl_key()) {
            zoom(if wheel.delta_y() < 0.0 { Zoom::In } else { Zoom::Out }, event);
        }
    };
    let click = move |event: &Event| {
        let x = event.dyn_ref::<MouseEvent>().map(MouseEvent::offset_x).unwrap_or_default();
        shared.choose(placed.with_untracked(|placed| placed.year_at(x.into())));
    };
    let drawn = el("div").class("canvas").bind(move || placed.with(|placed| vec![drawing(placed)])).on("click", click);
    let strip = Memo::new(move |_| placed.with(|placed| placed.overview.clone()));
    let plot = el("div").class("plot").on("keydown", keys).on("wheel", wheel).child(drawn);
    let plot = plot.child(targets(shared, placed)).bind(move || slider(shared, placed).into_iter().collect());
    let tools = el("div").class("tools").child(filter(shared, hidden)).child(zoom::buttons(shared, scale));
    let open = move || shared.event.get().and_then(|index| card(shared, index)).into_iter().collect();
    vec![tools, plot.bind(move || strip.with(|strip| vec![overview(strip)])), el("div").class("open").bind(open)]
}

fn asked_by_key(event: &KeyboardEvent) -> Option<Zoom> {
    let chord = event.ctrl_key() || event.meta_key() || event.alt_key();
    Zoom::of_key(&event.key()).filter(|_| !chord)
}

fn place(shared: Shared, hidden: RwSignal<Vec<String>>) -> PlacedTimeline {
    let (words, range) = (shared.words(), shared.range.get());
    let (a, b) = (shared.a.get(), shared.b.get());
    shared.with_story(|story| {
        let mut series = vec![a.as_str(), b.as_str()];
        series.retain(|id| story.series.get(id).is_some());
        series.dedup();
        hidden.with(|hidden| {
            let options = Options {
                width: shared.width.get(),
                range: timeline::range(story, range.as_ref()),
                year: shared.year.get(),
                selected: shared.event.get(),
                hidden,
                series: &series,
            };
            timeline::place(story, &words, &options)
        })
    })
}

/// A native slider over the axis, whose thumb is the year's label in the drawing.
fn slider(shared: Shared, placed: Memo<PlacedTimeline>) -> Option<El> {
    // Made anew when other years come into sight, and not while it is being moved.
    let slider = Memo::new(move |_| placed.with(|placed| placed.slider));
    let slider = slider.get()?;
    let typed = move |event: &Event| {
        if let Ok(year) = value_of(event).parse() {
            shared.choose(year);
        }
    };
    let input = el("input").attr("type", "range").class("years").attr("step", "1");
    let input = input.at(&[("min", slider.first.into()), ("max", slider.last.into())]);
    let input = input.attr("aria-label", shared.words().text(Key::TimelineYear)).on("input", typed);
    let input = input.px(&[("left", slider.x), ("top", slider.y), ("width", slider.width)]);
    Some(input.bind_prop("value", move || JsValue::from_str(&shared.year.get().to_string())))
}

//! The timeline as a drawing, with what can be reached laid over it and the open event below it.

use ledgerline_core::date::Edtf;
use ledgerline_figure::timeline::{self, Options, PlacedTimeline};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, WheelEvent};

use super::card::card;
use super::drag::Drag;
use super::drawing::{drawing, overview};
use super::filter::filter;
use super::local::{Focus, Local};
use super::targets::targets;
use super::year::slider;
use super::zoom::{self, Zoom};
use crate::parts::{El, Els, el};
use crate::reactive::{Memo, effect};
use crate::state::Shared;

/// The drawing, its controls and the open event.
pub(super) fn wide(shared: Shared, local: Local) -> Els {
    let placed = Memo::new(move |_| place(shared, local));
    let date = move || shared.with_story(|story| Some(story.events.get(shared.event.get()?)?.when.clone()));
    reveal(shared, Box::new(date));
    reveal(shared, Box::new(move || Some(Edtf::year(shared.year.get().into()))));
    let tools = el("div").class("tools").child(filter(shared, local.hidden)).child(zoom::buttons(shared, placed));
    let strip = Memo::new(move |_| placed.with(|placed| placed.overview.clone()));
    let open = move || shared.event.get().and_then(|index| card(shared, local, index)).into_iter().collect();
    vec![
        tools,
        plot(shared, local, placed).bind(move || strip.with(|strip| vec![overview(strip)])),
        el("div").class("open").bind(open),
    ]
}

fn plot(shared: Shared, local: Local, placed: Memo<PlacedTimeline>) -> El {
    let keys = move |event: &Event| {
        if let Some(zoom) = event.dyn_ref().and_then(Zoom::of_key) {
            event.prevent_default();
            placed.with_untracked(|placed| zoom.apply(shared, placed, placed.anchor()));
        }
    };
    let wheel = move |event: &Event| {
        let Some(wheel) = event.dyn_ref::<WheelEvent>() else { return };
        if let Some(zoom) = Zoom::of_wheel(wheel) {
            event.prevent_default();
            placed.with_untracked(|placed| zoom.apply(shared, placed, inside(wheel).0));
        }
    };
    let drag = Drag::default();
    let dragged = drag.clone();
    let click = move |event: &Event| {
        let mouse = event.dyn_ref::<MouseEvent>().filter(|mouse| mouse.detail() > 0);
        if let Some(mouse) = mouse.filter(|_| !dragged.ended()) {
            point(shared, local, placed, mouse);
        }
    };
    let scale = Memo::new(move |_| placed.with(|placed| placed.scale));
    let canvas = el("div").class("canvas").bind(move || placed.with(|placed| vec![drawing(placed)]));
    let plot =
        el("div").class("plot").child(canvas).child(targets(shared, local, placed)).child(slider(shared, placed));
    drag.on(plot, shared, scale).on("keydown", keys).on("wheel", wheel).on("click", click)
}

/// A pointer means the event under it, or else the year. The slider and the strip see to themselves.
fn point(shared: Shared, local: Local, placed: Memo<PlacedTimeline>, mouse: &MouseEvent) {
    let node = mouse.target().and_then(|node| node.dyn_into::<Element>().ok());
    let ours = node.and_then(|node| node.closest(".canvas, .targets").ok().flatten());
    if ours.is_none() {
        return;
    }
    let (x, y) = inside(mouse);
    let (event, year) = placed.with_untracked(|placed| (placed.event_at(x, y), placed.year_at(x)));
    match event {
        Some(event) => local.toggle(shared, event, Focus::Stay),
        None => shared.choose(year),
    }
}

/// Where in the plot a pointer is, in pixels from its upper left corner.
fn inside(mouse: &MouseEvent) -> (f64, f64) {
    let plot = mouse.current_target().and_then(|plot| plot.dyn_into::<Element>().ok());
    let (x, y) = (f64::from(mouse.client_x()), f64::from(mouse.client_y()));
    plot.map_or((x, y), |plot| {
        let corner = plot.get_bounding_client_rect();
        (x - corner.left(), y - corner.top())
    })
}

fn place(shared: Shared, local: Local) -> PlacedTimeline {
    let (words, range) = (shared.words(), shared.range.get());
    let (a, b) = (shared.a.get(), shared.b.get());
    shared.with_story(|story| {
        let mut series = vec![a.as_str(), b.as_str()];
        series.retain(|id| story.series.get(id).is_some());
        series.dedup();
        local.hidden.with(|hidden| {
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

/// Brings a date into sight whenever it changes, wherever it was chosen; not when the years in sight do.
fn reveal(shared: Shared, date: Box<dyn Fn() -> Option<Edtf> + Send + Sync>) {
    effect(move |before| {
        let Some(date) = date().filter(|_| before) else { return };
        let range = shared.range.get_untracked();
        let (now, then) = shared.with_story(|story| {
            let now = timeline::range(story, range.as_ref());
            (now, timeline::reveal(story, now, &date))
        });
        if now != then {
            shared.range.set(timeline::as_range(then));
        }
    });
}

//! The timeline as a drawing, with what can be reached laid over it and the open event below it.

use std::sync::Arc;

use ledgerline_core::date::Edtf;
use ledgerline_core::story::Story;
use ledgerline_figure::svg::fixed;
use ledgerline_figure::timeline::{self, Marked, Meant, Options, PlacedTimeline, PlacedYear, Years, apart, era_names};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, MouseEvent, WheelEvent};

use super::card::card;
use super::drag::Drag;
use super::drawing::{drawing, events, names, pieces};
use super::figures;
use super::filter::{filter, lanes};
use super::local::{Focus, Local};
use super::search::search;
use super::strip::{fields, strip};
use super::targets::targets;
use super::year::slider;
use super::zoom::{self, Zoom};
use crate::later;
use crate::parts::{El, Els, el};
use crate::reactive::{Memo, effect};
use crate::state::Shared;

/// So much more than is in sight is drawn on either side, in widths.
const BEYOND: f64 = 0.5;

/// How far past either end the drawing goes, in pixels.
pub(super) fn beyond(width: f64) -> f64 {
    width * BEYOND
}

/// The drawing, its controls and the open event.
pub(super) fn wide(shared: Shared, local: Local) -> Els {
    let placed = Memo::new(move |_| place(shared, local));
    let marked = shared.drawn(Memo::new(move |_| placed.with(|placed| mark(shared, local, placed))));
    let date = move || shared.with_story(|story| Some(story.events.get(shared.event.get()?)?.when.clone()));
    reveal(shared, local, placed, Box::new(date));
    reveal(shared, local, placed, Box::new(move || Some(Edtf::year(shared.year.get().into()))));
    let ways = el("div").class("tools").child(lanes(shared)).child(filter(shared));
    let tools = el("div").class("tools").child(search(shared, local)).child(fields(shared));
    let tools = tools.child(zoom::buttons(shared, local, placed));
    let open = move || match shared.event.get() {
        Some(index) => card(shared, local, index).into_iter().collect(),
        None => later::maybe(shared, |later| (later.crowd)(shared, local)),
    };
    vec![
        ways,
        tools,
        plot(shared, local, placed, marked),
        strip(shared, local, placed),
        figures::choice(shared, local),
        el("div").class("open").bind(open),
    ]
}

fn plot(shared: Shared, local: Local, placed: Memo<PlacedTimeline>, marked: Memo<Marked>) -> El {
    let keys = move |event: &Event| {
        if let Some(zoom) = event.dyn_ref().and_then(Zoom::of_key) {
            event.prevent_default();
            zoom.glide(shared, local, placed, zoom::anchor(shared, placed));
        }
    };
    let wheel = move |event: &Event| {
        let wheel: &WheelEvent = event.unchecked_ref();
        if let Some(zoom) = Zoom::of_wheel(wheel) {
            event.prevent_default();
            zoom.apply(shared, local, placed, inside(wheel).0);
        }
    };
    let twice = move |event: &Event| {
        if let Some(mouse) = event.dyn_ref::<MouseEvent>() {
            Zoom::In.glide(shared, local, placed, inside(mouse).0);
        }
    };
    let drag = Drag::default();
    let dragged = drag.clone();
    let click = move |event: &Event| {
        let mouse = event.dyn_ref::<MouseEvent>().filter(|mouse| mouse.detail() > 0);
        if let Some(mouse) = mouse.filter(|_| !dragged.ended()) {
            placed.with_untracked(|placed| point(shared, local, placed, mouse));
        }
    };
    let plot = el("div").class("plot").child(moving(shared, local, placed, marked));
    let plot = plot.child(standing(shared, local, placed));
    let plot = drag.on(plot, shared, local, placed);
    plot.on("keydown", keys).on("wheel", wheel).on("click", click).on("dblclick", twice)
}

/// What moves with the years.
fn moving(shared: Shared, local: Local, placed: Memo<PlacedTimeline>, marked: Memo<Marked>) -> El {
    let events = Memo::new(move |_| placed.with(|placed| Arc::new(events(placed))));
    let year = Memo::new(move |_| placed.with(|placed| mark_year(shared, local, placed)));
    let around = move |placed: &PlacedTimeline| marked.with(|marked| pieces(placed, marked, beyond(placed.width)));
    let around = Memo::new(move |_| placed.with(around));
    let draw = move || {
        let (events, around, year) = (events.get(), around.get(), year.get());
        placed.with(|placed| {
            let drawing = drawing(placed, around, year.as_ref(), events);
            Some(local.gliding(drawing, &placed.scale))
        })
    };
    let canvas = el("div").class("canvas").draw(draw);
    el("div")
        .class("moving")
        .child(canvas)
        .child(targets(shared, local, placed))
        .child(slider(shared, placed))
        .bind(move || later::once(shared, |later| (later.grip)(shared, local, placed, marked)))
        .bind_style("transform", move || format!("translateX({}px)", fixed(local.pan.get(), 1)))
}

/// What stays in its place while the years move.
fn standing(shared: Shared, local: Local, placed: Memo<PlacedTimeline>) -> El {
    let make = move || {
        let pan = local.pan.get();
        placed.with(|placed| {
            let scale = placed.scale.moved(pan);
            let sight = (placed.scale.left, placed.scale.right);
            let eras = shared.with_story(|story| era_names(story, &scale, sight));
            Some(names(placed, &eras))
        })
    };
    el("div").class("standing").draw(make)
}

/// A pointer means the event or the cluster under it, or else the year. The slider sees to itself.
fn point(shared: Shared, local: Local, placed: &PlacedTimeline, mouse: &MouseEvent) {
    let node = mouse.target().and_then(|node| node.dyn_into::<Element>().ok());
    if node.is_none_or(|node| node.closest(".years, .grip").ok().flatten().is_some()) {
        return;
    }
    let (x, y) = inside(mouse);
    let x = x - local.pan.get_untracked();
    match placed.meant_at(x, y) {
        Some(Meant::Event(event)) => local.toggle(shared, event, Focus::Stay),
        Some(Meant::Cluster(events)) => part(shared, local, placed, &events, Focus::Stay),
        // The second click of two zooms.
        None if mouse.detail() < 2 => shared.choose(placed.year_at(x)),
        None => {}
    }
}

/// Zooms to the events of a cluster, or lists them where no zooming parts them.
pub(super) fn part(shared: Shared, local: Local, placed: &PlacedTimeline, events: &[usize], focus: Focus) {
    match shared.with_story(|story| apart(story, events, &placed.scale)) {
        Some(days) => {
            local.stop_at(events.first().copied());
            local.glide(placed);
            shared.range.set(timeline::as_range(days));
        }
        None => local.list(shared, events.to_vec(), focus),
    }
}

/// Where in the plot a pointer is, in pixels from its upper left corner.
pub(super) fn inside(mouse: &MouseEvent) -> (f64, f64) {
    let part = mouse.current_target().and_then(|part| part.dyn_into::<Element>().ok());
    let plot = part.and_then(|part| part.closest(".plot").ok().flatten());
    let (x, y) = (f64::from(mouse.client_x()), f64::from(mouse.client_y()));
    plot.map_or((x, y), |plot| {
        let corner = plot.get_bounding_client_rect();
        (x - corner.left(), y - corner.top())
    })
}

fn place(shared: Shared, local: Local) -> PlacedTimeline {
    with_options(shared, local, |story, options| {
        let options = Options { selected: shared.event.get(), ..*options };
        local.index.with(|index| timeline::place(story, index, &options))
    })
}

fn mark(shared: Shared, local: Local, placed: &PlacedTimeline) -> Marked {
    with_options(shared, local, |story, options| timeline::mark(story, &shared.words(), placed, options, years(shared)))
}

fn mark_year(shared: Shared, local: Local, placed: &PlacedTimeline) -> Option<PlacedYear> {
    with_options(shared, local, |_, options| timeline::mark_year(&shared.words(), placed, options, years(shared)))
}

fn years(shared: Shared) -> Years {
    Years { year: shared.year.get(), since: shared.ask.since.get() }
}

fn with_options<T>(shared: Shared, local: Local, run: impl FnOnce(&Story, &Options<'_>) -> T) -> T {
    let (range, width) = (shared.range.get(), shared.width.get());
    let log = local.log.get();
    local.series.with(|series| {
        let series: Vec<&str> = series.iter().map(String::as_str).collect();
        shared.with_story(|story| {
            let range = timeline::range(story, range.as_ref());
            run(story, &Options { width, range, selected: None, series: &series, log, beyond: beyond(width) })
        })
    })
}

/// Brings a date into sight whenever it changes, wherever it was chosen; not when the years in sight do.
fn reveal(
    shared: Shared,
    local: Local,
    placed: Memo<PlacedTimeline>,
    date: Box<dyn Fn() -> Option<Edtf> + Send + Sync>,
) {
    effect(move |before| {
        let Some(date) = date().filter(|_| before) else { return };
        let range = shared.range.get_untracked();
        let (now, then) = shared.with_story(|story| {
            let now = timeline::range(story, range.as_ref());
            (now, timeline::reveal(story, now, &date))
        });
        if now != then {
            placed.with_untracked(|placed| local.glide(placed));
            shared.range.set(timeline::as_range(then));
        }
    });
}

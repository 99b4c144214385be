//! The cursor over a picture: a slider for keys, and the place that pointers move over and fingers touch.

use std::rc::Rc;

use ledgerline_core::words::Key;
use leptos::prelude::untrack;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent, MouseEvent};

use super::{El, Shape, el};
use crate::reactive::{Memo, RwSignal};
use crate::state::Shared;

/// The places of a picture that can be read, from the first to the last: years, or bars by their number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Places {
    pub(super) first: i32,
    pub(super) last: i32,
    /// The one that is read where nothing is pointed at.
    pub(super) rest: Option<i32>,
}

/// What a cursor needs to know of its picture.
pub(super) struct Cursor {
    pub(super) name: Key,
    /// The place that is pointed at.
    pub(super) at: RwSignal<Option<i32>>,
    /// `None` where there is nothing to read.
    pub(super) places: Memo<Option<Places>>,
    /// What is known at a place, in words.
    pub(super) told: Box<dyn Fn(i32) -> Option<String>>,
    /// The picture of the cursor at a place.
    pub(super) line: Box<dyn Fn(i32) -> Option<Shape>>,
    /// The place under a pointer, by its distance from the upper left corner in pixels.
    pub(super) under: Rc<dyn Fn(f64, f64) -> Option<i32>>,
    /// What a click or Enter does with a place, where it does anything.
    pub(super) choose: Option<Rc<dyn Fn(i32)>>,
}

impl Cursor {
    pub(super) fn slider(self, shared: Shared) -> El {
        let Self { name, at, places, told, line, under, choose } = self;
        let now = move || now(at, places);
        let end = |of: fn(Places) -> i32| move || places.get().map(|places| of(places).to_string());
        let track = el("div").class("cursor").attr("role", "slider").attr("tabindex", "0");
        let track = track.attr("aria-label", shared.words().text(name));
        let track = track.bind_attr("hidden", move || places.get().is_none().then(String::new));
        let track = track.bind_attr("aria-valuemin", end(|places| places.first));
        let track = track.bind_attr("aria-valuemax", end(|places| places.last));
        let track = track.bind_attr("aria-valuenow", move || now().map(|now| now.to_string()));
        let track = track.bind_attr("aria-valuetext", move || told(now()?));
        let track = pointed(track.draw(move || line(at.get()?)), at, &under);
        let track = left(track, at, places);
        let picked = choose.clone();
        let track = track.on("keydown", move |event| keyed(event.unchecked_ref(), at, places, picked.as_deref()));
        match choose {
            Some(choose) => track.on("click", move |event| place(event, &*under).into_iter().for_each(&*choose)),
            None => track,
        }
    }
}

/// The place that is read.
fn now(at: RwSignal<Option<i32>>, places: Memo<Option<Places>>) -> Option<i32> {
    let Places { first, last, rest } = places.get()?;
    at.get().filter(|at| (first..=last).contains(at)).or(rest).or(Some(first))
}

fn place(event: &Event, under: &dyn Fn(f64, f64) -> Option<i32>) -> Option<i32> {
    let event: &MouseEvent = event.unchecked_ref();
    untrack(|| under(f64::from(event.offset_x()), f64::from(event.offset_y())))
}

fn pointed(track: El, at: RwSignal<Option<i32>>, under: &Rc<dyn Fn(f64, f64) -> Option<i32>>) -> El {
    ["pointermove", "pointerdown"].into_iter().fold(track, |track, name| {
        let under = Rc::clone(under);
        track.on(name, move |event| at.set(place(event, &*under)))
    })
}

/// What a finger touched is read until it touches something else, unless there is something to read without it.
fn left(track: El, at: RwSignal<Option<i32>>, places: Memo<Option<Places>>) -> El {
    let rests = move || places.get_untracked().is_some_and(|places| places.rest.is_some());
    track
        .on("focus", move |_| {
            if !rests() {
                at.set(untrack(|| now(at, places)));
            }
        })
        .on("blur", move |_| at.set(None))
        .on("pointerleave", move |_| {
            if rests() {
                at.set(None);
            }
        })
}

fn keyed(event: &KeyboardEvent, at: RwSignal<Option<i32>>, places: Memo<Option<Places>>, choose: Option<&dyn Fn(i32)>) {
    let (Some(places), Some(now)) = (places.get_untracked(), untrack(|| now(at, places))) else { return };
    let next = match (event.key().as_str(), choose) {
        ("ArrowLeft" | "ArrowDown", _) => now.saturating_sub(1),
        ("ArrowRight" | "ArrowUp", _) => now.saturating_add(1),
        ("Home", _) => places.first,
        ("End", _) => places.last,
        ("Enter" | " ", Some(choose)) => {
            event.prevent_default();
            return choose(now);
        }
        _ => return,
    };
    event.prevent_default();
    at.set(Some(next.clamp(places.first, places.last)));
}

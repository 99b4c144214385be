//! The whole story in a strip, with a window over what is in sight, whose two ends can be typed as dates.

use ledgerline_core::date::{Day, Edtf};
use ledgerline_core::words::Key;
use ledgerline_figure::timeline::{self, PlacedOverview, PlacedTimeline};
use leptos::prelude::untrack;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, PointerEvent};

use super::drawing::overview;
use super::local::Local;
use crate::later;
use crate::parts::{El, el, group, value_of};
use crate::reactive::Memo;
use crate::state::Shared;

/// An end of the window.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum End {
    First,
    Last,
}

/// The strip.
pub(super) fn strip(shared: Shared, local: Local, placed: Memo<PlacedTimeline>) -> El {
    let words = shared.words();
    let strip = Memo::new(move |_| {
        let words = shared.words();
        local
            .index
            .with(|index| shared.with_story(|story| timeline::overview(story, &words, index, shared.width.get())))
    });
    // Follows the drawing while that is moved, too.
    let frame = Memo::new(move |_| {
        let pan = local.pan.get();
        let (from, to) = placed
            .with(|placed| (placed.scale.day(placed.scale.left - pan), placed.scale.day(placed.scale.right - pan)));
        strip.with(|strip| (strip.scale.x(from), strip.scale.x(to)))
    });
    let place = move || {
        let (from, to) = frame.get();
        vec![("left", from), ("width", (to - from).max(2.0))]
    };
    let go = move |event: &Event| {
        let pointer = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.buttons() != 0);
        if let Some(day) = pointer.and_then(|pointer| strip.with_untracked(|strip| day_at(strip, pointer))) {
            centre(shared, day);
        }
    };
    group("strip-all", words.text(Key::TimelineStrip))
        .draw(move || strip.with(|strip| Some(overview(strip))))
        .child(el("div").class("window").bind_px(place))
        .bind(move || later::once(shared, |later| (later.handles)(shared, strip, frame)))
        .on("pointerdown", go)
        .on("pointermove", go)
}

/// Two fields in which the first and the last date in sight can be typed.
pub(super) fn fields(shared: Shared) -> El {
    let words = shared.words();
    let field = |end: End, label: Key| {
        let value = move || JsValue::from_str(&shown(shared, of(end, in_sight(shared)), end));
        let field = el("input").attr("type", "text").attr("aria-label", words.text(label)).attr("size", "9");
        let own = field.clone();
        let typed = move |event: &Event| {
            if let Some(date) = read(&value_of(event)) {
                let days = date.interval();
                let day = if end == End::First { days.start } else { days.end };
                let range = untrack(|| day.map(|day| put(shared, end, day)));
                shared.range.set(range.and_then(timeline::as_range));
            }
            // Where the same is in sight as before, nothing else would change what was typed.
            own.hold(&untrack(value));
        };
        field.bind_value(value).on("change", typed)
    };
    el("div")
        .class("fields")
        .child(el("span").attr("aria-hidden", "true").text(words.text(Key::TimelineFrom)))
        .child(field(End::First, Key::TimelineFirstDate))
        .child(el("span").attr("aria-hidden", "true").text(words.text(Key::TimelineTo)))
        .child(field(End::Last, Key::TimelineLastDate))
}

/// A date as people write one, or as a story does.
fn read(text: &str) -> Option<Edtf> {
    let text = text.trim();
    Edtf::parse(text).ok().or_else(|| later::with(|later| (later.meant)(text))?)
}

/// A day for a field: the year alone where it begins or ends one.
fn shown(shared: Shared, day: Day, end: End) -> String {
    let (year, month, date) = day.ymd();
    let whole = if end == End::First { (1, 1) } else { (12, 31) };
    if (month, date) == whole { shared.words().year(year) } else { shared.words().a_day(day) }
}

pub(super) fn in_sight(shared: Shared) -> (Day, Day) {
    let range = shared.range.get();
    shared.with_story(|story| timeline::range(story, range.as_ref()))
}

pub(super) fn of(end: End, (first, last): (Day, Day)) -> Day {
    if end == End::First { first } else { last }
}

/// The days in sight when an end is put on a day: the other end gives way where it must.
pub(super) fn put(shared: Shared, end: End, day: Day) -> (Day, Day) {
    let (least, most) = shared.with_story(timeline::extent);
    let day = day.clamp(least, most);
    let (first, last) = in_sight(shared);
    if end == End::First { (day, last.max(day)) } else { (first.min(day), day) }
}

/// Brings a day to the middle.
fn centre(shared: Shared, day: Day) {
    let days = untrack(|| {
        let now = in_sight(shared);
        shared.with_story(|story| timeline::centred(story, now, day))
    });
    shared.range.set(timeline::as_range(days));
}

pub(super) fn day_at(strip: &PlacedOverview, pointer: &PointerEvent) -> Option<Day> {
    let node = pointer.target()?.dyn_into::<Element>().ok()?.closest(".strip-all").ok()??;
    let x = f64::from(pointer.client_x()) - node.get_bounding_client_rect().left();
    Some(strip.day_at(x))
}

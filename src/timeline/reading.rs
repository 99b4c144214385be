//! The timeline as a list to read, in the normal scroll of the page.

use std::cell::RefCell;
use std::sync::atomic::{AtomicUsize, Ordering};

use ledgerline_core::words::Key;
use ledgerline_figure::chart;
use ledgerline_figure::reading::{self, ReadingYear};
use ledgerline_figure::timeline::{event_colour, logarithmic};
use leptos::prelude::untrack;
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::card::body;
use super::filter::filter;
use super::local::Local;
use super::search::{found, search};
use crate::later;
use crate::parts::{El, Els, Shape, button, colour_class, el, years};
use crate::reactive::{Memo, RwSignal};
use crate::state::Shared;

/// So many events are shown at first.
const FIRST: usize = 10;
/// So many are shown then, and with every further step as many more.
const STEP: usize = 500;
/// So many are printed.
const PRINTED: usize = 500;
/// Height of the lines above the list, in pixels.
const STRIP: f64 = 96.0;

/// The figures in small, the kinds of events, and the events under their years.
pub(super) fn reading(shared: Shared, local: Local) -> Els {
    let most = RwSignal::new(FIRST);
    let joined = AtomicUsize::new(usize::MAX);
    let listed = Memo::new(move |_| {
        let searched = local.needles.with(|needles| !needles.is_empty());
        let most = if searched { most.get().max(STEP) } else { most.get() };
        local.shown.with(|shown| first(shared, shown, most, &joined))
    });
    let list = move || {
        let years = shared.with_story(|story| reading::by_year(story, &listed.get()));
        let entry = move |index| entry(shared, local, index);
        let (mut parts, mut before) = (Els::new(), None);
        for year in &years {
            let first = reading::decade(year.year);
            if before.replace(first) != Some(first) {
                parts.extend(decade(shared, first));
            }
            parts.extend(under_year(shared, year, &entry));
        }
        parts
    };
    vec![
        el("div").class("strip").draw(move || Some(strip(shared))),
        filter(shared),
        search(shared, local),
        el("div").class("reading").bind(list),
        more(shared, local, listed, most),
    ]
}

/// The most important events. One that is opened from elsewhere joins them and stays, so that nothing jumps
/// when it closes.
fn first(shared: Shared, shown: &[usize], most: usize, joined: &AtomicUsize) -> Vec<usize> {
    shared.with_story(|story| {
        let usual = reading::most_important(story, shown, most, None);
        if let Some(open) = shared.event.get().filter(|open| !usual.contains(open)) {
            joined.store(open, Ordering::Relaxed);
        }
        let joined = Some(joined.load(Ordering::Relaxed)).filter(|joined| shown.binary_search(joined).is_ok());
        reading::most_important(story, shown, most, joined)
    })
}

/// Every event with all it says, for paper; of more than fit the most important.
pub(super) fn in_full(shared: Shared, local: Local) -> Els {
    let years = shared.with_story(|story| {
        let printed = local.shown.with(|shown| reading::most_important(story, shown, PRINTED, None));
        reading::by_year(story, &printed)
    });
    let told = RefCell::new(None);
    let entry = |index| printed(shared, local, index, &told);
    let list = years.iter().flat_map(|year| under_year(shared, year, &entry)).collect();
    let all = local.shown.with(Vec::len);
    let rest = (all > PRINTED).then(|| el("p").text(&shared.words().count(Key::TimelineFirstEvents, PRINTED, &[])));
    vec![el("div").class("reading paper").maybe(rest).children(list)]
}

/// Shows all, or of very many so many more; where all are shown, the most important alone again.
fn more(shared: Shared, local: Local, listed: Memo<Vec<usize>>, most: RwSignal<usize>) -> El {
    let rest = move || local.shown.with(Vec::len).saturating_sub(listed.with(Vec::len));
    let text = move || {
        let (words, count, rest) = (shared.words(), local.shown.with(Vec::len), rest());
        match rest {
            0 => words.count(Key::TimelineFirstEvents, FIRST.min(count), &[]),
            _ if count <= STEP => words.count(Key::TimelineAllEvents, count, &[]),
            _ => words.count(Key::TimelineMoreEvents, rest.min(STEP), &[]),
        }
    };
    let go = move |_: &_| {
        let next = if untrack(rest) == 0 { FIRST } else { most.get_untracked() / STEP * STEP + STEP };
        most.set(next);
    };
    let needless = move || (local.shown.with(Vec::len) <= FIRST).then(String::new);
    let more = button("", go).class("more").bind_text(text);
    more.bind_attr("aria-expanded", move || Some((rest() == 0).to_string())).bind_attr("hidden", needless)
}

/// The compared series in small, with the chosen year.
fn strip(shared: Shared) -> Shape {
    let words = shared.words();
    let (a, b) = (shared.a.get(), shared.b.get());
    let ids = [a.as_str(), b.as_str()];
    let size = (shared.width.get(), STRIP);
    shared.with_story(|story| {
        let log = logarithmic(story, &ids);
        let mut placed = chart::over_years(story, &words, &ids, shared.year.get(), size, log);
        // So small that the amounts of the axis would lie on the lines; the marked ones stay.
        placed.lines.amounts.clear();
        years(&placed, None)
    })
}

/// The compared series in the ten years from the first on, where any series has figures of them.
fn decade(shared: Shared, first: i32) -> Option<El> {
    shared.years().filter(|(from, to)| first + 9 >= *from && first <= *to)?;
    Some(el("div").class("decade").bind(move || later::once(shared, |later| (later.decade)(shared, first))))
}

fn under_year(shared: Shared, year: &ReadingYear, entry: &dyn Fn(usize) -> Option<El>) -> [El; 2] {
    let heading = el("h3").class("year").text(&shared.words().year(year.year.into()));
    let entries = year.events.iter().filter_map(|index| entry(*index));
    [heading, el("ul").children(entries.collect())]
}

fn entry(shared: Shared, local: Local, index: usize) -> Option<El> {
    let open = Memo::new(move |_| shared.event.get() == Some(index));
    let toggle = move |_: &_| {
        if open.get_untracked() {
            shared.event.set(None);
        } else {
            shared.open(index);
        }
    };
    let press = named(shared, local, index, button("", toggle))?;
    let press = press.bind_attr("aria-expanded", move || Some(open.get().to_string()));
    let inside = move || if open.get() { inside(shared, index).into_iter().collect() } else { Els::new() };
    let heading = press.clone();
    let escape = move |event: &Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") && open.get_untracked() {
            // The link that may have the focus goes with the text, the headline stays.
            heading.html().focus().unwrap_or_default();
            shared.event.set(None);
        }
    };
    Some(line(shared, index)?.child(el("h4").child(press)).bind(inside).on("keydown", escape))
}

/// An entry on paper. Figures that were told just before are not told again.
fn printed(shared: Shared, local: Local, index: usize, told: &RefCell<Option<String>>) -> Option<El> {
    let heading = named(shared, local, index, el("h4"))?;
    let inside = inside(shared, index)?;
    if let Some(figures) = inside.html().query_selector(".numbers").ok().flatten() {
        let text = figures.text_content();
        if told.replace(text.clone()) == text {
            figures.remove();
        }
    }
    Some(line(shared, index)?.child(heading).child(inside))
}

fn line(shared: Shared, index: usize) -> Option<El> {
    let colour = shared.with_story(|story| Some(colour_class(event_colour(story, story.events.get(index)?))));
    Some(el("li").class(&format!("entry {}", colour?)))
}

fn named(shared: Shared, local: Local, index: usize, heading: El) -> Option<El> {
    let story = shared.story();
    let event = story.events.get(index)?;
    let when = el("span").class("when").text(&shared.words().date_in_year(&event.when));
    Some(heading.child(when).text(" ").child(found(shared, local, el("span").class("title"), &event.title)))
}

fn inside(shared: Shared, index: usize) -> Option<El> {
    let story = shared.story();
    let event = story.events.get(index)?;
    Some(el("div").class("entry-body").children(body(shared, event)))
}

//! The timeline as a list to read, in the normal scroll of the page.

use std::sync::atomic::{AtomicUsize, Ordering};

use ledgerline_core::words::Key;
use ledgerline_figure::chart;
use ledgerline_figure::reading::{self, ReadingYear};
use ledgerline_figure::timeline::{event_colour, logarithmic};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::card::body;
use super::filter::filter;
use super::local::Local;
use crate::parts::{El, Els, button, colour_class, el, years};
use crate::reactive::{Memo, RwSignal};
use crate::state::Shared;

/// So many events are shown at first.
const FIRST: usize = 10;
/// So many are printed.
const PRINTED: usize = 500;
/// Height of the lines above the list, in pixels.
const STRIP: f64 = 96.0;

/// The figures in small, the kinds of events, and the events under their years.
pub(super) fn reading(shared: Shared, local: Local) -> Els {
    let all = RwSignal::new(false);
    let shown = Memo::new(move |_| local.shown(shared));
    let joined = AtomicUsize::new(usize::MAX);
    let listed = Memo::new(move |_| if all.get() { shown.get() } else { first(shared, &shown.get(), &joined) });
    let list = move || {
        let years = shared.with_story(|story| reading::by_year(story, &listed.get()));
        years.iter().flat_map(|year| under_year(shared, year, entry)).collect()
    };
    vec![
        el("div").class("strip").bind(move || vec![strip(shared)]),
        filter(shared, local.hidden),
        el("div").class("reading").bind(list),
        more(shared, shown, all),
    ]
}

/// The most important events. One that is opened from elsewhere joins them and stays, so that nothing jumps
/// when it closes.
fn first(shared: Shared, shown: &[usize], joined: &AtomicUsize) -> Vec<usize> {
    shared.with_story(|story| {
        let usual = reading::most_important(story, shown, FIRST, None);
        if let Some(open) = shared.event.get().filter(|open| !usual.contains(open)) {
            joined.store(open, Ordering::Relaxed);
        }
        reading::most_important(story, shown, FIRST, Some(joined.load(Ordering::Relaxed)))
    })
}

/// Every event with all it says, for paper; of more than fit the most important.
pub(super) fn in_full(shared: Shared, local: Local) -> Els {
    let years = shared.with_story(|story| {
        let printed = reading::most_important(story, &local.shown(shared), PRINTED, None);
        reading::by_year(story, &printed)
    });
    let list = years.iter().flat_map(|year| under_year(shared, year, printed)).collect();
    let all = shared.with_story(|story| story.events.len());
    let rest = (all > PRINTED).then(|| el("p").text(&shared.words().count(Key::TimelineFirstEvents, PRINTED, &[])));
    vec![el("div").class("reading paper").maybe(rest).children(list)]
}

fn more(shared: Shared, shown: Memo<Vec<usize>>, all: RwSignal<bool>) -> El {
    let text = move || {
        let count = shown.with(Vec::len);
        let key = if all.get() { Key::TimelineFirstEvents } else { Key::TimelineAllEvents };
        shared.words().count(key, if all.get() { FIRST.min(count) } else { count }, &[])
    };
    let needless = move || (shown.with(Vec::len) <= FIRST).then(String::new);
    let more = button("", move |_| all.update(|all| *all = !*all)).class("more").bind_text(text);
    more.bind_attr("aria-expanded", move || Some(all.get().to_string())).bind_attr("hidden", needless)
}

/// The compared series in small, with the chosen year.
fn strip(shared: Shared) -> El {
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

fn under_year(shared: Shared, year: &ReadingYear, entry: fn(Shared, usize) -> Option<El>) -> [El; 2] {
    let heading = el("h3").class("year").text(&shared.words().year(year.year.into()));
    let entries = year.events.iter().filter_map(|index| entry(shared, *index));
    [heading, el("ul").children(entries.collect())]
}

fn entry(shared: Shared, index: usize) -> Option<El> {
    let open = Memo::new(move |_| shared.event.get() == Some(index));
    let toggle = move |_: &_| {
        if open.get_untracked() {
            shared.event.set(None);
        } else {
            shared.open(index);
        }
    };
    let press = named(shared, index, button("", toggle))?;
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

fn printed(shared: Shared, index: usize) -> Option<El> {
    let heading = named(shared, index, el("h4"))?;
    Some(line(shared, index)?.child(heading).maybe(inside(shared, index)))
}

fn line(shared: Shared, index: usize) -> Option<El> {
    let colour = shared.with_story(|story| Some(colour_class(event_colour(story, story.events.get(index)?))));
    Some(el("li").class(&format!("entry {}", colour?)))
}

fn named(shared: Shared, index: usize, heading: El) -> Option<El> {
    let story = shared.story();
    let event = story.events.get(index)?;
    let when = el("span").class("when").text(&shared.words().date_in_year(&event.when));
    Some(heading.child(when).text(" ").child(el("span").class("title").text(&event.title)))
}

fn inside(shared: Shared, index: usize) -> Option<El> {
    let story = shared.story();
    let event = story.events.get(index)?;
    Some(el("div").class("entry-body").children(body(shared, event)))
}

//! The timeline as a list to read, in the normal scroll of the page.

use ledgerline_core::words::Key;
use ledgerline_figure::chart;
use ledgerline_figure::reading::{self, ReadingYear};
use ledgerline_figure::timeline::{event_colour, logarithmic};
use leptos::prelude::*;

use super::card::body;
use super::filter::filter;
use crate::parts::{El, Els, button, colour_class, el, years};
use crate::state::Shared;

/// So many events are shown at first.
const FIRST: usize = 10;
/// Height of the lines above the list, in pixels.
const STRIP: f64 = 96.0;

/// The figures in small, the kinds of events, and the events under their years.
pub(super) fn reading(shared: Shared, hidden: RwSignal<Vec<String>>) -> Els {
    let all = RwSignal::new(false);
    let shown = Memo::new(move |_| shared.with_story(|story| hidden.with(|hidden| reading::shown(story, hidden))));
    // The event that is open at first is among the first; opening another one later reorders nothing.
    let open = shared.event.get_untracked();
    let list = move || {
        let events = shown.get();
        let years = shared.with_story(|story| {
            let some = if all.get() { events } else { reading::most_important(story, &events, FIRST, open) };
            reading::by_year(story, &some)
        });
        years.iter().flat_map(|year| under_year(shared, year)).collect()
    };
    let more = move || {
        let count = shown.with(Vec::len);
        let key = if all.get() { Key::TimelineFirstEvents } else { Key::TimelineAllEvents };
        shared.words().count(key, if all.get() { FIRST.min(count) } else { count }, &[])
    };
    let expanded = move || Some(all.get().to_string());
    let needless = move || (shown.with(Vec::len) <= FIRST).then(String::new);
    let more = button("", move |_| all.update(|all| *all = !*all)).class("more").bind_text(more);
    vec![
        el("div").class("strip").bind(move || vec![strip(shared)]),
        filter(shared, hidden),
        el("div").class("reading").bind(list),
        more.bind_attr("aria-expanded", expanded).bind_attr("hidden", needless),
    ]
}

/// The compared series in small, with the chosen year.
fn strip(shared: Shared) -> El {
    let words = shared.words();
    let (a, b) = (shared.a.get(), shared.b.get());
    let ids = [a.as_str(), b.as_str()];
    let size = (shared.width.get(), STRIP);
    shared.with_story(|story| {
        let log = logarithmic(story, &ids);
        years(&chart::over_years(story, &words, &ids, shared.year.get(), size, log), None)
    })
}

fn under_year(shared: Shared, year: &ReadingYear) -> [El; 2] {
    let heading = el("h3").class("year").text(&shared.words().year(year.year.into()));
    let entries = year.events.iter().filter_map(|index| entry(shared, *index));
    [heading, el("ul").children(entries.collect())]
}

fn entry(shared: Shared, index: usize) -> Option<El> {
    let story = shared.story();
    let event = story.events.get(index)?;
    let open = Memo::new(move |_| shared.event.get() == Some(index));
    let press = button("", move |_| shared.toggle(index, false));
    let press = press.child(el("span").class("when").text(&shared.words().date_in_year(&event.when))).text(" ");
    let press = press.child(el("span").class("title").text(&event.title));
    let press = press.bind_attr("aria-expanded", move || Some(open.get().to_string()));
    let colour = colour_class(event_colour(&story, event));
    let entry = el("li").class(&format!("entry {colour}")).child(el("h4").child(press));
    let inside = move || {
        let story = shared.story();
        let event = story.events.get(index).filter(|_| open.get());
        event.map(|event| el("div").class("entry-body").children(body(shared, event))).into_iter().collect()
    };
    Some(entry.bind(inside))
}

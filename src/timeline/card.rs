//! An open event: when, what, who, what the numbers did, and the sources.

use ledgerline_core::story::{Event, Story};
use ledgerline_core::words::{Key, Words};
use ledgerline_figure::around::{Around, around};
use ledgerline_figure::colour_of_series;
use leptos::prelude::{GetUntracked, Set, queue_microtask};
use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

use crate::parts::{El, Els, button, colour_class, el, markup, sources};
use crate::state::Shared;

/// The card below the drawing, with the way to the events before and after.
pub(super) fn card(shared: Shared, index: usize) -> Option<El> {
    let (story, words) = (shared.story(), shared.words());
    let event = story.events.get(index)?;
    let heading = el("h3").attr("tabindex", "-1").text(&event.title);
    if shared.take_focus() {
        // Once it is in the page; a browser that refuses leaves the reader with the card in sight.
        let heading = heading.clone();
        queue_microtask(move || heading.html().focus().unwrap_or_default());
    }
    let escape = move |event: &web_sys::Event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            shared.event.set(None);
        }
    };
    let card = el("article").class("card").attr("part", "card").attr("aria-label", &event.title).on("keydown", escape);
    let card = card.child(el("p").class("when").text(&words.date(&event.when))).child(heading);
    Some(card.children(body(shared, event)).child(steps(shared, &story, &words, index)))
}

fn steps(shared: Shared, story: &Story, words: &Words, index: usize) -> El {
    let step = |to: Option<usize>, key: Key, label: Key| {
        let to = to?;
        let label = words.say(label, &[("title", &story.events.get(to)?.title)]);
        Some(button(words.text(key), move |_| shared.open(to)).attr("aria-label", &label))
    };
    el("div")
        .class("steps")
        .maybe(step(index.checked_sub(1), Key::TimelinePrevious, Key::TimelinePreviousEvent))
        .maybe(step(index.checked_add(1), Key::TimelineNext, Key::TimelineNextEvent))
        .child(button(words.text(Key::TimelineClose), move |_| shared.event.set(None)))
}

/// What the event says below its headline.
pub(super) fn body(shared: Shared, event: &Event) -> Els {
    let words = shared.words();
    let mut parts = markup(&event.text);
    parts.extend(numbers(shared, event));
    let names = shared.with_story(|story| {
        let names = event.actors.iter().filter_map(|id| Some(story.actors.get(id)?.name.clone()));
        names.collect::<Vec<_>>()
    });
    if !names.is_empty() {
        parts.push(el("p").class("who").text(&words.say(Key::TimelineWith, &[("names", &words.list(&names))])));
    }
    let mentioned = event.in_article.then(|| el("span").class("mentioned").text(words.text(Key::TimelineInArticle)));
    parts.push(el("p").class("source").children(sources(shared, event.sources.iter())).maybe(mentioned));
    parts
}

/// The series one year before and after.
fn numbers(shared: Shared, event: &Event) -> Option<El> {
    let words = shared.words();
    let compared = [shared.a.get_untracked(), shared.b.get_untracked()];
    let otherwise: Vec<&str> = compared.iter().map(String::as_str).collect();
    let rows = shared.with_story(|story| {
        let found = around(story, event, &otherwise);
        found.iter().flat_map(|around| row(story, &words, around)).collect::<Els>()
    });
    let list = el("dl").class("numbers").attr("aria-label", words.text(Key::TimelineNumbers));
    (!rows.is_empty()).then(|| list.children(rows))
}

fn row(story: &Story, words: &Words, around: &Around<'_>) -> [El; 2] {
    let colour = colour_class(colour_of_series(story, around.id));
    let years = around.years.iter().map(|year| {
        let value = el("b").class(colour).text(&words.cell(around.series, *year));
        el("span").class("pair").text(&words.year((*year).into())).text(" ").child(value).text(" ")
    });
    [el("dt").text(&around.series.name), el("dd").children(years.collect())]
}

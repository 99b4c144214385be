//! An open event: when, what, who, what the numbers did, and the sources.

use ledgerline_core::series::Cell;
use ledgerline_core::story::{Event, Story};
use ledgerline_core::words::{Key, Words};
use ledgerline_figure::around::{Around, around};
use ledgerline_figure::{colour_of_series, reading};
use leptos::prelude::queue_microtask;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

use super::local::{Focus, Local};
use super::search::found;
use crate::later;
use crate::parts::{El, Els, button, colour_class, el, link, markup, sources};
use crate::state::Shared;

/// The card below the drawing, with the way to the events before and after.
pub(super) fn card(shared: Shared, local: Local, index: usize) -> Option<El> {
    let (story, words) = (shared.story(), shared.words());
    let event = story.events.get(index)?;
    let card = el("article").class("card").attr("part", "card").attr("aria-label", &event.title);
    let card = closed_by_key(card, shared, local);
    let heading = found(shared, local, el("h3").attr("tabindex", "-1"), &event.title);
    let card = card.child(el("p").class("when").text(&words.date(&event.when))).child(heading);
    let card = card.children(body(shared, event)).child(steps(shared, local, &story, index));
    lead(&card, local.take_focus());
    Some(card)
}

/// Leads the focus into a card, once that is in the page.
pub(super) fn lead(card: &El, focus: Focus) {
    let wanted = match focus {
        Focus::Stay => return,
        Focus::Heading => "h3",
        Focus::Earlier => ".earlier",
        Focus::Later => ".later",
    };
    let card = card.clone();
    queue_microtask(move || {
        // At either end of the story one button is missing, and the heading is there always.
        let found = card.find(wanted).or_else(|| card.find("h3"));
        // A browser that refuses leaves the reader with the card in sight.
        found.map(|part| part.focus().unwrap_or_default()).unwrap_or_default();
    });
}

/// Escape closes it.
pub(super) fn closed_by_key(card: El, shared: Shared, local: Local) -> El {
    card.on("keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|event| event.key() == "Escape") {
            close(shared, local, event);
        }
    })
}

/// Closes the card and leads the focus back to where it was opened.
pub(super) fn close(shared: Shared, local: Local, event: &web_sys::Event) {
    let from = event.target().and_then(|node| node.dyn_into::<Element>().ok());
    let timeline = from.and_then(|node| node.closest(".timeline").ok().flatten());
    let find = |what: &str| timeline.as_ref()?.query_selector(what).ok().flatten()?.dyn_into::<HtmlElement>().ok();
    let back = find(".target[aria-expanded=true]").or_else(|| find(".target[tabindex=\"0\"]"));
    // A browser that refuses leaves the reader with the drawing in sight.
    back.map(|target| target.focus().unwrap_or_default()).unwrap_or_default();
    shared.event.set(None);
    local.crowd.set(Vec::new());
}

fn steps(shared: Shared, local: Local, story: &Story, index: usize) -> El {
    let words = shared.words();
    let [before, after] = local.shown.with_untracked(|shown| reading::beside(shown, index));
    let step = |to: Option<usize>, class: &str, focus: Focus, key: Key, label: Key| {
        let to = to?;
        let label = words.say(label, &[("title", &story.events.get(to)?.title)]);
        let go = move |_: &_| local.open(shared, to, focus);
        Some(button(words.text(key), go).class(class).attr("aria-label", &label))
    };
    let earlier = step(before, "earlier", Focus::Earlier, Key::TimelinePrevious, Key::TimelinePreviousEvent);
    let next = step(after, "later", Focus::Later, Key::TimelineNext, Key::TimelineNextEvent);
    let closing = button(words.text(Key::TimelineClose), move |event| close(shared, local, event));
    let link = move || later::once(shared, |later| (later.link)(shared));
    el("div").class("steps").maybe(earlier).maybe(next).child(closing).bind(link)
}

/// What the event says below its headline.
pub(super) fn body(shared: Shared, event: &Event) -> Els {
    let words = shared.words();
    let mut parts = markup(&event.text);
    if let Some(media) = event.media.clone() {
        parts.push(el("div").bind(move || match later::once(shared, |later| (later.media)(shared, &media)) {
            there if !there.is_empty() => there,
            _ => vec![el("p").child(link(&media.src, &media.alt))],
        }));
    }
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

/// The series around.
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
        let known = matches!(around.series.cell(*year), Cell::Valued { .. });
        let value = el(if known { "b" } else { "span" }).class(if known { colour } else { "gap" });
        let value = value.text(&words.cell(around.series, *year));
        el("span").class("pair").text(&words.year((*year).into())).text(" ").child(value).text(" ")
    });
    [el("dt").text(&around.series.name), el("dd").children(years.collect())]
}

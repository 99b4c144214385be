//! The widget: a head and the instruments that the view asks for.

use ledgerline_core::link::View;
use ledgerline_core::words::Key;
use leptos::html::Div;
use leptos::prelude::*;
use web_sys::Element;

use crate::later;
use crate::parts::{El, Els, button, el, guarded, markup, said};
use crate::reactive::Memo;
use crate::state::Shared;
use crate::timeline::timeline;
use crate::tour::tour;

/// The whole widget.
#[component]
pub(crate) fn App(shared: Shared) -> impl IntoView {
    let root = NodeRef::<Div>::new();
    let owner = Owner::current();
    root.on_load(move |root| {
        // What is built here lives as long as the component, not as long as this call.
        let build = || story(shared, &root);
        match &owner {
            Some(owner) => owner.with(build),
            None => build(),
        }
    });
    view! { <div class="story" class:narrow=move || shared.narrow.get() node_ref=root></div> }
}

/// Puts everything into the root. An instrument is there before it is made, so that the loader sees what stops.
fn story(shared: Shared, root: &Element) {
    head(shared).put_into(root);
    tour(shared).put_into(root);
    let instrument = |views, name, make| instrument(shared, root, views, name, make);
    let timeline_at = instrument(&[View::Both, View::Timeline], "timeline", timeline);
    let calculator_at = instrument(&[View::Both, View::Calculator], "calculator", calculator);
    instrument(&[View::Claims], "claims", claims);
    leap(shared, timeline_at, calculator_at).put_into(root);
}

fn calculator(shared: Shared) -> El {
    later::place(shared, "calculator", shared.words().text(Key::CalculatorLabel), |later| later.calculator)
}

fn claims(shared: Shared) -> El {
    let count = shared.with_story(|story| story.claims.len());
    later::place(shared, "claims", &shared.words().count(Key::ClaimsHeading, count, &[]), |later| later.claims)
}

fn head(shared: Shared) -> El {
    let story = shared.story();
    let lead = el("div").class("lead").children(markup(&story.summary));
    let kicker = said("p", shared, Key::TimelineKicker).class("kicker");
    el("header").class("head").child(kicker).child(el("h2").text(&story.title)).child(lead).bind(move || told(shared))
}

/// What is to be said about the link that the reader came by, until they have read it.
fn told(shared: Shared) -> Els {
    let Some(sentence) = shared.notice.get() else { return Els::new() };
    let close = button(shared.words().text(Key::LinkClose), move |_| shared.notice.set(None));
    vec![el("div").class("notice").attr("role", "status").child(el("p").text(&sentence)).child(close)]
}

/// A part that is there when one of these views is asked for.
fn instrument(
    shared: Shared,
    root: &Element,
    views: &'static [View],
    name: &'static str,
    make: fn(Shared) -> El,
) -> El {
    let shown = Memo::new(move |_| views.contains(&shared.view.get()));
    let place = el("div").class("instrument").attr("tabindex", "-1");
    place.clone().put_into(root);
    let making = place.clone();
    place.bind(move || match shown.get() {
        true => vec![guarded(shared, &making, name, || make(shared))],
        false => Els::new(),
    })
}

/// Leads from one instrument to the other where the list between them is long.
fn leap(shared: Shared, timeline: El, calculator: El) -> El {
    let shown = Memo::new(move |_| shared.narrow.get() && shared.view.get() == View::Both);
    el("div").class("leaps").bind(move || {
        if !shown.get() {
            return Els::new();
        }
        let words = shared.words();
        let to = |key: Key, part: &El| {
            let part = part.clone();
            button(words.text(key), move |_| {
                part.html().scroll_into_view();
                // A refused focus leaves the reader where they looked for the part anyway.
                let _ = part.html().focus();
            })
        };
        let nav = el("nav").class("leap").attr("aria-label", words.text(Key::TimelineSwitch));
        vec![nav.child(to(Key::TimelineToTimeline, &timeline)).child(to(Key::TimelineToCalculator, &calculator))]
    })
}

//! The calculator: a sentence to fill in, its answer, a picture, the sum behind it, in four modes over one engine.

mod actions;
mod answer;
mod asked;
mod claims;
mod downloads;
mod history;
mod levers;
mod offers;
mod paths;
mod picture;
mod sentence;
mod sum;
mod tabs;
mod target;
mod terms;
mod what_if;
mod years;

pub(crate) use claims::claims;

use ledgerline_core::link::Mode;
use ledgerline_core::words::Key;

use crate::parts::{El, Els, el, said};
use crate::reactive::Memo;
use crate::state::Shared;
use asked::Asked;

/// The calculator.
pub(crate) fn calculator(shared: Shared) -> El {
    let words = shared.words();
    let section = el("section").class("calc").attr("aria-label", words.text(Key::CalculatorLabel));
    let section = section.attr("part", "calculator");
    let empty = shared.with_story(|story| story.series.iter().next().is_none());
    if empty && shared.with_story(|story| story.claims.is_empty()) {
        return section.child(said("p", shared, Key::CalculatorEmpty).class("help"));
    }
    if empty {
        shared.ask.mode.set(Mode::Claims);
    }
    let section = section.class("calc tabbed").children(tabs::tabs(shared, move |mode| match mode {
        Mode::Claims => claims::checking(shared),
        Mode::Target => target::target(shared),
        Mode::WhatIf => what_if::what_if(shared),
        Mode::Compare => compare(shared),
    }));
    section.child(actions::steps(shared)).bind(move || claims::in_short(shared))
}

/// The comparison as the choices stand, in a sentence; empty where the story has no figures.
pub(crate) fn told(shared: Shared) -> String {
    let empty = shared.with_story(|story| story.series.iter().next().is_none());
    if empty { String::new() } else { Asked::comparison(shared).told(shared) }
}

/// The sentence, its answer and what stands behind it.
fn compare(shared: Shared) -> Els {
    let asked = Memo::new(move |_| Asked::comparison(shared));
    let resting = asked.resting(shared.moving);
    let open = sum::Open::at_first();
    let result = el("div")
        .class("result")
        .child(answer::answer(shared, asked))
        .child(picture::picture(shared, shared.drawn(asked)));
    let sums = el("div").class("sums").bind(move || sum::sum(shared, resting, open));
    let downloads = downloads::downloads(shared, asked, result.clone(), move || {
        asked.with_untracked(|asked| paths::compared(shared, asked))
    });
    let mut parts = vec![claims::banner(shared)];
    parts.extend(sentence::sentence(shared));
    parts.extend([result, sums, years::years(shared, resting), downloads]);
    parts
}

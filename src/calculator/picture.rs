//! The picture: bars for the year, or lines over the years.

use ledgerline_core::words::Key;
use ledgerline_figure::{chart, timeline};
use leptos::prelude::*;

use super::asked::Asked;
use crate::parts::{El, Els, bars, button, el, group, years};
use crate::state::Shared;

/// Widest picture, in pixels; beside the answer there is no more room.
const WIDTH: f64 = 420.0;
const HEIGHT: f64 = 200.0;

/// Bars or lines, at the reader's choice. Both are described by the answer's sentence.
pub(super) fn picture(shared: Shared, asked: Memo<Asked>) -> El {
    let words = shared.words();
    let lines = RwSignal::new(false);
    let log = RwSignal::new(None::<bool>);
    let year = move || shared.words().say(Key::CalculatorBars, &[("year", &shared.words().year(shared.year.get().into()))]);
    let bars_button = button("", move |_| lines.set(false)).bind_text(year);
    let switch = group("switch", words.text(Key::CalculatorPicture))
        .child(bars_button.bind_attr("aria-pressed", move || Some((!lines.get()).to_string())))
        .child(pressed(words.text(Key::CalculatorLines), lines.into(), move || lines.set(true)));
    let drawn = move || if lines.get() { over_years(shared, asked, log) } else { in_year(shared, asked) };
    el("div").class("picture").attr("part", "picture").bind(drawn).child(switch)
}

fn pressed(text: &str, on: Signal<bool>, press: impl Fn() + 'static) -> El {
    button(text, move |_| press()).bind_attr("aria-pressed", move || Some(on.get().to_string()))
}

fn width(shared: Shared) -> f64 {
    shared.width.get().min(WIDTH)
}

fn in_year(shared: Shared, asked: Memo<Asked>) -> Els {
    let words = shared.words();
    asked.with(|asked| {
        let comparison = &asked.comparison;
        let ids = [comparison.a.as_str(), comparison.b.as_str()];
        let placed = shared.with_story(|story| chart::bars(story, &words, &ids, comparison.year, width(shared)));
        // Without a value there is no bar, and the sentence says why.
        if placed.bars.is_empty() { Els::new() } else { vec![bars(&placed, &asked.sentence(shared))] }
    })
}

fn over_years(shared: Shared, asked: Memo<Asked>, chosen: RwSignal<Option<bool>>) -> Els {
    let words = shared.words();
    let (a, b) = (shared.a.get(), shared.b.get());
    let ids = [a.as_str(), b.as_str()];
    let log = chosen.get().unwrap_or_else(|| shared.with_story(|story| timeline::logarithmic(story, &ids)));
    let size = (width(shared), HEIGHT);
    let placed = shared.with_story(|story| chart::over_years(story, &words, &ids, shared.year.get(), size, log));
    let label = asked.with(|asked| asked.sentence(shared));
    let scale = |key: Key, value: bool| {
        button(words.text(key), move |_| chosen.set(Some(value))).attr("aria-pressed", &(log == value).to_string())
    };
    let scales = group("switch", words.text(Key::CalculatorScale));
    let scales = scales.child(scale(Key::CalculatorLog, true)).child(scale(Key::CalculatorLinear, false));
    let help = words.text(if log { Key::CalculatorLogHelp } else { Key::CalculatorLinearHelp });
    vec![years(&placed, Some(&label)), scales, el("p").class("help").text(help)]
}

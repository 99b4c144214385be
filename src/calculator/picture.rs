//! The picture: bars for the year, or lines over the years.

use ledgerline_core::words::Key;
use ledgerline_figure::{chart, timeline};

use super::asked::Asked;
use crate::parts::{El, Els, bars, button, el, group, readable, years};
use crate::reactive::{Memo, RwSignal};
use crate::state::Shared;

/// Widest picture, in pixels; beside the answer there is no more room.
const WIDTH: f64 = 420.0;
const HEIGHT: f64 = 200.0;

/// Bars or lines, at the reader's choice. Both are described by the answer's sentence.
pub(super) fn picture(shared: Shared, asked: Memo<Asked>) -> El {
    let words = shared.words();
    let lines = RwSignal::new(false);
    let wanted = RwSignal::new(true);
    // Where no values lie far apart, a logarithmic scale would only hide the differences.
    let apart = Memo::new(move |_| {
        let (a, b) = (shared.a.get(), shared.b.get());
        shared.with_story(|story| timeline::logarithmic(story, &[&a, &b]))
    });
    let log = Memo::new(move |_| apart.get() && wanted.get());
    let year =
        move || shared.words().say(Key::CalculatorBars, &[("year", &shared.words().year(shared.year.get().into()))]);
    let bars_button = button("", move |_| lines.set(false)).bind_text(year);
    let switch = group("switch", words.text(Key::CalculatorPicture))
        .child(bars_button.bind_attr("aria-pressed", move || Some((!lines.get()).to_string())))
        .child(pressed(words.text(Key::CalculatorLines), move || lines.get(), move || lines.set(true)));
    let drawn = move || if lines.get() { over_years(shared, asked, log) } else { in_year(shared, asked) };
    // Apart from the drawing, so that the focus stays on the button that was pressed.
    let scale = move || if lines.get() && apart.get() { scales(shared, log, wanted) } else { Els::new() };
    // The switch comes first: below the drawing it would leap away from the finger that pressed it.
    el("div").class("picture").attr("part", "picture").child(switch).bind(drawn).bind(scale)
}

fn pressed(text: &str, on: impl Fn() -> bool + 'static, press: impl Fn() + 'static) -> El {
    button(text, move |_| press()).bind_attr("aria-pressed", move || Some(on().to_string()))
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

fn over_years(shared: Shared, asked: Memo<Asked>, log: Memo<bool>) -> Els {
    let words = shared.words();
    let (a, b) = (shared.a.get(), shared.b.get());
    let (ids, size) = ([a.as_str(), b.as_str()], (width(shared), HEIGHT));
    let year = shared.year.get();
    let placed = shared.with_story(|story| chart::over_years(story, &words, &ids, year, size, log.get()));
    let chart = years(&placed, Some(&asked.with(|asked| asked.sentence(shared))));
    vec![readable(chart, shared, &placed.lines)]
}

/// The choice of the scale, and what it means.
fn scales(shared: Shared, log: Memo<bool>, wanted: RwSignal<bool>) -> Els {
    let words = shared.words();
    let scale = |key: Key, value: bool| {
        let on = move || log.get() == value;
        pressed(words.text(key), on, move || wanted.set(value))
    };
    let group = group("switch", words.text(Key::CalculatorScale));
    let group = group.child(scale(Key::CalculatorLog, true)).child(scale(Key::CalculatorLinear, false));
    let help = move || {
        let key = if log.get() { Key::CalculatorLogHelp } else { Key::CalculatorLinearHelp };
        shared.words().text(key).to_owned()
    };
    vec![group, el("p").class("help").bind_text(help)]
}

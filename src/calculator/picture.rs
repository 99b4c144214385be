//! The picture of a comparison: bars for the year, or lines over the years.

use ledgerline_core::compare::Measure;
use ledgerline_core::words::Key;
use ledgerline_figure::chart::{self, Chart, Compared};

use super::asked::Asked;
use crate::parts::{El, button, chart as over_years, el, group, read_bars};
use crate::reactive::Memo;
use crate::state::Shared;

/// Widest picture, in pixels; beside the answer there is no more room.
const WIDTH: f64 = 420.0;

/// Bars or lines, at the reader's choice; of a span there are lines only.
pub(super) fn picture(shared: Shared, asked: Memo<Asked>) -> El {
    let words = shared.words();
    let wanted = shared.ask.lines;
    let span = Memo::new(move |_| shared.ask.since.get().is_some());
    let lines = Memo::new(move |_| wanted.get() || span.get());
    let year = move || {
        let (words, year) = (shared.words(), asked.with(|asked| asked.span.1));
        words.say(Key::CalculatorBars, &[("year", &words.year(year.into()))])
    };
    let switch =
        group("switch", words.text(Key::CalculatorPicture)).bind_attr("hidden", move || span.get().then(String::new));
    let pressed = |text: &str, value: bool| {
        let on = move || Some((lines.get() == value).to_string());
        button(text, move |_| wanted.set(value)).bind_attr("aria-pressed", on)
    };
    let switch = switch.child(pressed("", false).bind_text(year));
    let switch = switch.child(pressed(words.text(Key::CalculatorLines), true));
    let drawn = move || vec![if lines.get() { years(shared, asked) } else { in_year(shared, asked) }];
    // The switch comes first: below the drawing it would leap away from the finger that pressed it.
    el("div").class("picture").attr("part", "picture").child(switch).bind(drawn)
}

/// Width of a picture beside the answer, in pixels.
pub(super) fn width(shared: Shared) -> f64 {
    shared.width.get().min(WIDTH)
}

fn in_year(shared: Shared, asked: Memo<Asked>) -> El {
    let placed = Memo::new(move |_| {
        let (words, ladder) = (shared.words(), shared.measure.get() == Measure::Ratio);
        asked.with(|asked| {
            shared.with_story(|story| {
                let ids: Vec<&str> = asked.ids.iter().map(String::as_str).collect();
                let bars = chart::bars_of(story, &words, &asked.terms, &ids, asked.span.1);
                chart::bars(bars, width(shared), ladder)
            })
        })
    });
    let label = move || asked.with(|asked| asked.sentence(shared));
    let runged = Memo::new(move |_| placed.with(|placed| placed.bars.iter().any(|bar| !bar.rungs.is_empty())));
    read_bars(shared, placed, label, move || runged.get().then_some(Key::CalculatorLadder))
}

fn years(shared: Shared, asked: Memo<Asked>) -> El {
    let chart = Memo::new(move |_| asked.with(|asked| lines(shared, asked)));
    let label = move || asked.with(|asked| asked.sentence(shared));
    // A year of the answer's own line is part of the span that was asked about: to read it is not to ask anew.
    let choose = move |year| {
        if asked.with_untracked(|asked| asked.yearly().is_empty()) {
            shared.choose(year);
        }
    };
    over_years(shared, chart, move || width(shared), label, choose)
}

/// What is drawn over the years.
pub(super) fn lines(shared: Shared, asked: &Asked) -> Chart {
    let chart = |compared: Compared<'_>| shared.with_story(|story| compared.chart(story, &shared.words()));
    compared(asked).map(chart).unwrap_or_default()
}

/// A comparison to be drawn; `None` where another question is asked.
pub(super) fn compared(asked: &Asked) -> Option<Compared<'_>> {
    let (comparison, yearly) = asked.compared.as_ref()?;
    let outcomes = asked.sums.iter().filter_map(|sum| sum.outcome.as_ref().ok()).collect();
    Some(Compared { comparison, yearly, outcomes })
}

//! The picture of a comparison: bars for the year, or lines over the years.

use ledgerline_core::compare::{Measure, Yearly};
use ledgerline_core::formula::{Outcome, Unit};
use ledgerline_core::story::Colour;
use ledgerline_core::words::{Key, Manner};
use ledgerline_figure::chart::{self, Chart};
use ledgerline_figure::colour_of_series;
use ledgerline_figure::lines::Track;

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
        if !asked.with_untracked(|asked| asked.yearly.is_some()) {
            shared.choose(year);
        }
    };
    over_years(shared, chart, move || width(shared), label, choose)
}

/// What is drawn over the years.
pub(super) fn lines(shared: Shared, asked: &Asked) -> Chart {
    match &asked.yearly {
        Some((title, lines)) => answers(shared, asked, title, lines),
        None => {
            let mut chart = series(shared, asked);
            chart.tracks.extend(averages(shared, asked, chart.manner));
            chart
        }
    }
}

/// The series on the reader's terms.
pub(super) fn series(shared: Shared, asked: &Asked) -> Chart {
    let words = shared.words();
    shared.with_story(|story| {
        let ids: Vec<&str> = asked.ids.iter().map(String::as_str).collect();
        let (tracks, money) = chart::tracks(story, &words, &asked.terms, &ids);
        let span = Some(asked.span).filter(|(from, to)| from < to);
        Chart { tracks, manner: Manner::Amount(money), year: Some(asked.span.1), span, ..Chart::default() }
    })
}

/// The answer's own lines.
pub(super) fn answers(shared: Shared, asked: &Asked, title: &str, lines: &[Yearly]) -> Chart {
    let words = shared.words();
    shared.with_story(|story| {
        let track = |line: &Yearly| Track {
            series: line.series.clone(),
            name: words.yearly(line, story),
            colour: colour_of_series(story, &line.series),
            points: line.points.clone(),
            reach: chart::reach(&asked.terms),
            supposed: false,
            aside: false,
            level: false,
        };
        let tracks = lines.iter().map(track).chain(level(shared, asked)).collect();
        let title = Some(title.to_owned());
        Chart { tracks, manner: manner(shared), title, year: Some(asked.span.1), ..Chart::default() }
    })
}

/// The answer over all years together as a level beside the years by themselves, of which it is no mean.
fn level(shared: Shared, asked: &Asked) -> Option<Track> {
    let factor = match shared.measure.get() {
        Measure::Ratio => 1.0,
        Measure::Share => 100.0,
        _ => return None,
    };
    let outcome = asked.sums.first()?.outcome.as_ref().ok().filter(|outcome| !outcome.ranged)?;
    Some(flat(asked, shared.words().text(Key::YearlyTogether), (Colour::Grey, outcome, factor)))
}

/// The mean or the median of a span as a level through the years that it is of.
fn averages(shared: Shared, asked: &Asked, manner: Manner) -> Vec<Track> {
    let told = match shared.measure.get() {
        Measure::Mean => Key::YearlyHeadMean,
        Measure::Median => Key::YearlyHeadMedian,
        _ => return Vec::new(),
    };
    let track = |outcome: &Outcome| {
        let (Unit::Amount(own), Manner::Amount(shown)) = (outcome.unit, manner) else { return None };
        let cell = outcome.cells.first().filter(|_| !outcome.ranged)?;
        let words = shared.words();
        let (colour, of) = shared.with_story(|story| {
            let name = words.series_short(story, &cell.series);
            (colour_of_series(story, &cell.series), words.say(told, &[("name", name)]))
        });
        Some(flat(asked, &of, (colour, outcome, own.scale.factor() / shown.scale.factor())))
    };
    asked.sums.iter().filter_map(|sum| track(sum.outcome.as_ref().ok()?)).collect()
}

/// One answer in all years that are asked about.
fn flat(asked: &Asked, name: &str, (colour, outcome, factor): (Colour, &Outcome, f64)) -> Track {
    chart::level(name, colour, asked.span, outcome, factor)
}

/// How the answer of a year is told.
fn manner(shared: Shared) -> Manner {
    match shared.measure.get() {
        Measure::Share | Measure::Change => Manner::Percent,
        _ => Manner::Plain,
    }
}

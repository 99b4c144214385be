//! The sentence with its choices. Where they stand in it, the catalogue decides.

use ledgerline_core::compare::{Measure, Sources, total_of, usual_since, years};
use ledgerline_core::story::Story;
use ledgerline_core::words::{Key, Piece, pieces};
use leptos::prelude::*;

use super::terms;
use crate::parts::{El, Els, Item, choice, el};
use crate::reactive::{Memo, RwSignal};
use crate::state::Shared;

/// What a share took the place of, for the sentence that says so: the partner before, and the total.
type Replaced = RwSignal<Option<(String, String)>>;

/// Compare this with that, in a year or over a span, in a way, on some terms; and below it what a share changed.
pub(super) fn sentence(shared: Shared) -> Els {
    let replaced = Replaced::default();
    let told = move || total_taken(shared, replaced);
    vec![choices(shared, replaced), el("p").class("help").attr("role", "status").bind_text(told)]
}

fn choices(shared: Shared, replaced: Replaced) -> El {
    fill(shared, "p", Key::CalculatorSentence, move |name| match name {
        "a" => vec![chosen(shared, Key::CalculatorFirst, shared.a, move || keep_share(shared, replaced))],
        "b" => vec![chosen(shared, Key::CalculatorSecond, shared.b, move || keep_share(shared, replaced))],
        "when" => when(shared),
        "measure" => vec![measure(shared, replaced)],
        "flow" => terms::flow(shared, true),
        "sources" => vec![terms::sources(shared)],
        _ => terms::money(shared),
    })
}

/// A sentence of the catalogue with controls in the place of its names.
pub(super) fn fill(shared: Shared, tag: &str, key: Key, control: impl Fn(&str) -> Els) -> El {
    let words = shared.words();
    let start = if tag == "p" { el(tag).class("sentence") } else { el(tag) };
    let mut controls = Els::new();
    let sentence = pieces(words.text(key)).into_iter().fold(start, |sentence, piece| match piece {
        Piece::Slot(name) => {
            controls.extend(control(name));
            sentence
        }
        Piece::Text(text) => {
            let (mark, rest) = text.split_at(mark(text));
            let sentence = kept(sentence, std::mem::take(&mut controls), mark);
            if rest.is_empty() { sentence } else { sentence.text(rest) }
        }
    });
    sentence.children(controls)
}

/// How long the mark is that a text begins with, in bytes.
fn mark(text: &str) -> usize {
    if text.starts_with([',', '.', ':', ';', '?']) { text.find(' ').unwrap_or(text.len()) } else { 0 }
}

/// Controls with the mark behind them, which begins no line.
fn kept(sentence: El, controls: Els, mark: &str) -> El {
    if mark.is_empty() {
        return sentence.children(controls);
    }
    sentence.child(el("span").class("kept").children(controls).text(mark))
}

/// The choice of a series.
pub(super) fn partner(shared: Shared, label: Key, own: RwSignal<String>) -> El {
    chosen(shared, label, own, || ())
}

/// The choice of a series, and what is to be done behind it.
fn chosen(shared: Shared, label: Key, own: RwSignal<String>, then: impl Fn() + 'static) -> El {
    let items = move || {
        let words = shared.words();
        let current = own.get();
        // Beside itself a series would stand twice in the sentence, as if there were two.
        let first = (label == Key::CalculatorSecond).then(|| shared.a.get());
        shared.with_story(|story| {
            let text = |id: &str| match &first {
                Some(first) if first == id => words.text(Key::CalculatorItself).to_owned(),
                _ => words.series_short(story, id).to_owned(),
            };
            let item = |id: &str| Item { value: id.to_owned(), text: text(id), chosen: id == current };
            story.series.ids().map(item).collect()
        })
    };
    let choose = move |id: String| {
        own.set(id);
        then();
    };
    choice(shared.words().text(label), items, choose)
}

/// A year, or a first and a last one.
fn when(shared: Shared) -> Els {
    let spans = Memo::new(move |_| shared.ask.since.get().is_some());
    let since = move || {
        if !spans.get() {
            return Els::new();
        }
        vec![since(shared), el("span").text(shared.words().text(Key::CalculatorTo))]
    };
    vec![period(shared), el("span").text(" ").bind(since), year(shared, Key::CalculatorYear)]
}

fn period(shared: Shared) -> El {
    let items = move || {
        let words = shared.words();
        let (spans, over_time) = (shared.ask.since.get().is_some(), shared.measure.get().is_over_time());
        let item = |key: Key, value: &str, chosen: bool| Item {
            value: value.to_owned(),
            text: words.text(key).to_owned(),
            chosen,
        };
        let mut items = vec![item(Key::CalculatorFromYear, "span", spans)];
        if !over_time {
            items.insert(0, item(Key::CalculatorInYear, "year", !spans));
        }
        items
    };
    choice(shared.words().text(Key::CalculatorPeriod), items, move |name| {
        if name == "span" { open_span(shared) } else { shared.ask.since.set(None) }
    })
}

/// Asks about a span, if there is one that can be asked about.
fn open_span(shared: Shared) {
    if shared.ask.since.get_untracked().is_some() {
        return;
    }
    let (a, b, year) = (shared.a.get_untracked(), shared.b.get_untracked(), shared.year.get_untracked());
    let since =
        shared.with_story(|story| usual_since(story, &[&a, &b], year).or_else(|| usual_since(story, &[&a], year)));
    shared.ask.since.set(since);
}

fn since(shared: Shared) -> El {
    let (known, year) = (known(shared), shared.drawn_year());
    let items = move || {
        let (last, current) = (year.get(), shared.ask.since.get());
        let all = known.with(|known| years_with(shared, known, current.unwrap_or(last))).into_iter();
        all.filter(|(year, _)| *year < last).map(|year| year_item(year, current)).collect()
    };
    choice(shared.words().text(Key::CalculatorSince), items, move |year| shared.ask.since.set(year.parse().ok()))
}

/// The choice of the year.
pub(super) fn year(shared: Shared, label: Key) -> El {
    let (known, year) = (known(shared), shared.drawn_year());
    let items = move || {
        let current = year.get();
        let all = known.with(|known| years_with(shared, known, current));
        all.into_iter().map(|year| year_item(year, Some(current))).collect()
    };
    let choose = move |year: String| {
        if let Ok(year) = year.parse() {
            shared.choose(year);
            keep_span(shared);
        }
    };
    choice(shared.words().text(label), items, choose)
}

/// A year as it is told among the choices.
type Told = (i32, String);

/// The years of both series. They are the same at every step of a slider.
fn known(shared: Shared) -> Memo<Vec<Told>> {
    Memo::new(move |_| {
        let (a, b) = (shared.a.get(), shared.b.get());
        let sources = shared.ask.sources.with(|name| Sources::from_name(name.as_deref()));
        let has = |story: &Story, year: i32| {
            [&a, &b].iter().all(|id| story.series.get(id).is_some_and(|series| sources.answer(series, year)))
        };
        let told = |story: &Story, year: i32| (year, told_year(shared, year, has(story, year)));
        shared.with_story(|story| years(story, &a, &b).into_iter().map(|(year, _)| told(story, year)).collect())
    })
}

/// These years and the chosen one: the timeline may have chosen one that neither series names, and it stays to be seen.
fn years_with(shared: Shared, known: &[Told], current: i32) -> Vec<Told> {
    let mut all = known.to_vec();
    if let Err(place) = all.binary_search_by_key(&current, |(year, _)| *year) {
        all.insert(place, (current, told_year(shared, current, false)));
    }
    all
}

fn told_year(shared: Shared, year: i32, valued: bool) -> String {
    let words = shared.words();
    let text = words.year(year.into());
    if valued { text } else { words.say(Key::CalculatorYearGap, &[("year", &text)]) }
}

fn year_item((year, text): Told, current: Option<i32>) -> Item {
    Item { value: year.to_string(), text, chosen: current == Some(year) }
}

fn measure(shared: Shared, replaced: Replaced) -> El {
    // The first year of the span that a measure over time opened by itself.
    let opened = StoredValue::new(None::<i32>);
    let items = move || {
        let words = shared.words();
        let current = shared.measure.get();
        let item = |measure: Measure| {
            let text = words.text(name(measure)).to_owned();
            Item { value: measure.name().to_owned(), text, chosen: measure == current }
        };
        Measure::ALL.into_iter().map(item).collect()
    };
    let choose = move |name: String| {
        let measure = Measure::from_name(&name).unwrap_or_default();
        batch(move || {
            shared.measure.set(measure);
            let since = shared.ask.since.get_untracked();
            // A span that the reader chose stays.
            if !measure.is_over_time() && opened.get_value().is_some_and(|opened| Some(opened) == since) {
                shared.ask.since.set(None);
            }
            if keep_span(shared) {
                opened.set_value(shared.ask.since.get_untracked());
            }
            keep_share(shared, replaced);
        });
    };
    choice(shared.words().text(Key::CalculatorMeasure), items, choose)
}

fn name(measure: Measure) -> Key {
    match measure {
        Measure::Ratio => Key::CalculatorRatio,
        Measure::Difference => Key::CalculatorDifference,
        Measure::Share => Key::CalculatorShare,
        Measure::Change => Key::CalculatorChange,
        Measure::Growth => Key::CalculatorGrowth,
        Measure::Index => Key::CalculatorIndex,
        Measure::Mean => Key::CalculatorMean,
        Measure::Median => Key::CalculatorMedian,
    }
}

/// What is asked over time wants a span. Tells whether one was opened.
fn keep_span(shared: Shared) -> bool {
    let opens = shared.measure.get_untracked().is_over_time() && shared.ask.since.get_untracked().is_none();
    if opens {
        open_span(shared);
    }
    opens
}

/// A share wants a total on the other side: where there is one that holds the first partner, it is taken, and the
/// partner before comes back when no share is asked any more.
fn keep_share(shared: Shared, replaced: Replaced) {
    let (a, b) = (shared.a.get_untracked(), shared.b.get_untracked());
    let before = replaced.get_untracked().filter(|(_, total)| *total == b);
    if shared.measure.get_untracked() != Measure::Share {
        replaced.set(None);
        if let Some((partner, _)) = before {
            shared.b.set(partner);
        }
        return;
    }
    let total = shared.with_story(|story| {
        let holds = |whole: &str, part: &str| story.series.get(whole).is_some_and(|series| series.is_total_of(part));
        let fits = holds(&a, &b) || holds(&b, &a);
        total_of(story, &a).filter(|_| !fits).map(str::to_owned)
    });
    if let Some(total) = total {
        replaced.set(Some((b, total.clone())));
        shared.b.set(total);
    }
}

/// That a share is of a total, which took the place of the partner; empty where nothing was replaced.
fn total_taken(shared: Shared, replaced: Replaced) -> String {
    let Some((before, total)) = replaced.get().filter(|(_, total)| *total == shared.b.get()) else {
        return String::new();
    };
    let words = shared.words();
    shared.with_story(|story| {
        let values = [("total", words.series_short(story, &total)), ("before", words.series_short(story, &before))];
        words.say(Key::CalculatorTotalTaken, &values)
    })
}

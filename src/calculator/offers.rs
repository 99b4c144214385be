//! What could be asked instead of what was refused.

use ledgerline_core::compare::{near, total_of, usual_since};
use ledgerline_core::formula::{Flow, Refusal};
use ledgerline_core::link::Mode;
use ledgerline_core::words::Key;

use super::asked::terms;
use crate::parts::{El, Els, button, group};
use crate::state::Shared;

/// Buttons that lead to an answer. A button goes with the refusal, and the focus to the sentence.
pub(super) fn offers(shared: Shared, refusal: &Refusal, sentence: &El) -> Option<El> {
    let words = shared.words();
    let offer = |text: &str, press: Box<dyn Fn()>| {
        let sentence = sentence.clone();
        button(text, move |_| {
            // A browser that refuses leaves the reader with the answer in sight.
            let _ = sentence.html().focus();
            press();
        })
    };
    let plain = |key: Key, press: Box<dyn Fn()>| vec![offer(words.text(key), press)];
    let years = |refused: i32| -> Els {
        let near = near_to(shared, refused).into_iter().map(|year| {
            let text = words.say(asks(shared, refused), &[("year", &words.year(year.into()))]);
            offer(&text, Box::new(move || move_to(shared, refused, year)))
        });
        near.collect()
    };
    let ask = shared.ask;
    let (label, buttons): (Key, Els) = match refusal {
        Refusal::Missing { year, .. } | Refusal::Disputed { year, .. } | Refusal::Unusable { year, .. } => {
            let near = years(*year);
            if !matches!(refusal, Refusal::Disputed { .. }) {
                return some(words.text(Key::CalculatorOffers), near);
            }
            // In a disputed year all sources have an answer.
            let all = plain(Key::CalculatorUseAll, Box::new(move || ask.sources.set(Some("all".to_owned()))));
            (Key::CalculatorAnswers, all.into_iter().chain(near).collect())
        }
        Refusal::Gaps { years, .. } => {
            let from = years.last().map(|year| year + 1).filter(|year| *year < shared.year.get());
            let from = from.into_iter().map(|year| {
                let text = words.say(Key::CalculatorAskFrom, &[("year", &words.year(year.into()))]);
                offer(&text, Box::new(move || ask.since.set(Some(year))))
            });
            (Key::CalculatorOffers, from.collect())
        }
        Refusal::NoSpan { year, first: false, .. } => {
            let (a, b) = (shared.a.get(), shared.b.get());
            let since = |ids: &[&str]| shared.with_story(|story| usual_since(story, ids, *year));
            let since = since(&[&a, &b]).or_else(|| since(&[&a])).into_iter().map(|since| {
                let text = words.say(Key::CalculatorAskFrom, &[("year", &words.year(since.into()))]);
                offer(&text, Box::new(move || ask.since.set(Some(since))))
            });
            (Key::CalculatorOffers, since.collect())
        }
        Refusal::NotByTag { year, .. } => {
            let preferred = plain(Key::CalculatorUsePreferred, Box::new(move || ask.sources.set(None)));
            (Key::CalculatorAnswers, years(*year).into_iter().chain(preferred).collect())
        }
        // A balance may be below zero, which the whole trade is not.
        Refusal::Sign(..) | Refusal::ZeroDenominator(_) if ask.flow.get() == Flow::Total => return None,
        Refusal::NoSplit { year, .. } => {
            let total = plain(Key::CalculatorUseTotal, Box::new(move || ask.flow.set(Flow::Total)));
            (Key::CalculatorAnswers, years(*year).into_iter().chain(total).collect())
        }
        Refusal::Sign(..) | Refusal::ZeroDenominator(_) => {
            (Key::CalculatorFlow, plain(Key::CalculatorUseTotal, Box::new(move || ask.flow.set(Flow::Total))))
        }
        Refusal::BeyondIndex(..) | Refusal::NoDeflator(_) | Refusal::Undated(_) | Refusal::UnlikeUnits { .. } => {
            (Key::CalculatorMoney, plain(Key::CalculatorUseCurrent, Box::new(move || ask.prices.set(None))))
        }
        Refusal::BeyondRate(..) | Refusal::NoRate(..) => {
            (Key::CalculatorMoney, plain(Key::CalculatorUseOwn, Box::new(move || ask.currency.set(None))))
        }
        Refusal::NotATotal { part, .. } => (Key::CalculatorSecond, total(shared, part, &offer)),
        _ if ask.flow.get_untracked() != Flow::Total => {
            (Key::CalculatorFlow, plain(Key::CalculatorUseTotal, Box::new(move || ask.flow.set(Flow::Total))))
        }
        _ => return None,
    };
    some(words.text(label), buttons)
}

fn some(label: &str, buttons: Els) -> Option<El> {
    (!buttons.is_empty()).then(|| group("offers", label).children(buttons))
}

/// Makes a button of a text and of what it does.
type Offer<'a> = dyn Fn(&str, Box<dyn Fn()>) -> El + 'a;

/// The total that holds the part.
fn total(shared: Shared, part: &str, offer: &Offer<'_>) -> Els {
    let words = shared.words();
    shared.with_story(|story| {
        let total = total_of(story, part).map(str::to_owned);
        let button = total.map(|total| {
            let text = words.say(Key::CalculatorUseSeries, &[("name", words.series_short(story, &total))]);
            let part = part.to_owned();
            let press = move || {
                shared.a.set(part.clone());
                shared.b.set(total.clone());
            };
            offer(&text, Box::new(press))
        });
        button.into_iter().collect()
    })
}

/// The nearest years that have values on the reader's terms: an offer that is refused in its turn would be none.
fn near_to(shared: Shared, refused: i32) -> Vec<i32> {
    let (a, b, year) = (shared.a.get(), shared.b.get(), shared.year.get());
    let alone = shared.ask.mode.get() == Mode::Target;
    let ids: &[&str] = if alone { &[&a] } else { &[&a, &b] };
    let (before, after) = shared.with_story(|story| near(story, &terms(shared), ids, (refused, refused)));
    let inside = refused < year && shared.ask.since.get().is_some_and(|since| since < refused);
    // A span that has a gap inside is asked from behind the gap.
    let before = before.filter(|_| !inside);
    let after = after.filter(|later| refused >= year || *later < year);
    [before, after].into_iter().flatten().collect()
}

/// Whether it is the first year of a span that another one would take the place of.
fn at_start(shared: Shared, refused: i32) -> bool {
    refused < shared.year.get_untracked() && shared.ask.since.get_untracked().is_some()
}

/// What [`move_to`] does, in words.
fn asks(shared: Shared, refused: i32) -> Key {
    match shared.ask.since.get_untracked() {
        None => Key::CalculatorAskYear,
        Some(_) if at_start(shared, refused) => Key::CalculatorAskFrom,
        Some(_) => Key::CalculatorAskTo,
    }
}

/// Asks about another year: of a span, the end that was refused.
fn move_to(shared: Shared, refused: i32, year: i32) {
    if at_start(shared, refused) {
        shared.ask.since.set(Some(year));
    } else {
        shared.choose(year);
    }
}

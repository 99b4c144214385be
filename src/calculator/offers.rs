//! Buttons for what could be asked instead of what was refused.

use ledgerline_core::compare::{self, Comparison, Measure, Offer, Sources};
use ledgerline_core::formula::{Flow, Refusal};
use ledgerline_core::link::Mode;
use ledgerline_core::story::Story;
use ledgerline_core::words::Key;

use super::asked::comparison;
use super::{target, what_if};
use crate::parts::{El, Els, button, group};
use crate::state::Shared;

/// Buttons that lead to an answer. A button goes with the refusal, and the focus to the sentence.
pub(super) fn offers(shared: Shared, refusal: &Refusal, sentence: &El) -> Option<El> {
    let (mode, asked) = (shared.ask.mode.get(), asked(shared));
    let found = shared.with_story(|story| {
        compare::offers(story, &asked, refusal, &|other| match mode {
            Mode::Target => target::answers(shared, story, other),
            Mode::WhatIf => what_if::answers(shared, story, other),
            Mode::Compare | Mode::Claims => other.answers(story),
        })
    });
    let buttons: Els = found.iter().map(|offer| one(shared, offer, sentence)).collect();
    (!buttons.is_empty()).then(|| group("offers", shared.words().text(what(&found))).children(buttons))
}

/// The question as the choices stand. The futures begin in one year, and a target is that of one series.
fn asked(shared: Shared) -> Comparison {
    let asked = comparison(shared);
    match shared.ask.mode.get() {
        Mode::Target => Comparison { b: asked.a.clone(), since: None, measure: Measure::Ratio, ..asked },
        Mode::WhatIf => Comparison { since: None, measure: Measure::Ratio, ..asked },
        Mode::Compare | Mode::Claims => asked,
    }
}

/// What all of the offers are.
fn what(found: &[Offer]) -> Key {
    let all = |is: fn(&Offer) -> bool| found.iter().all(is);
    if all(|offer| matches!(offer, Offer::Year(_) | Offer::From(_) | Offer::Until(_) | Offer::Span(..))) {
        Key::CalculatorOffers
    } else if all(|offer| *offer == Offer::Total) {
        Key::CalculatorFlow
    } else if all(|offer| matches!(offer, Offer::CurrentPrices | Offer::OwnCurrency)) {
        Key::CalculatorMoney
    } else if all(|offer| matches!(offer, Offer::Whole { .. })) {
        Key::CalculatorSecond
    } else {
        Key::CalculatorAnswers
    }
}

fn one(shared: Shared, offer: &Offer, sentence: &El) -> El {
    let text = shared.with_story(|story| text(shared, story, offer));
    let (offer, sentence) = (offer.clone(), sentence.clone());
    button(&text, move |_| {
        // A browser that refuses leaves the reader with the answer in sight.
        let _ = sentence.html().focus();
        take(shared, &offer);
    })
}

fn text(shared: Shared, story: &Story, offer: &Offer) -> String {
    let words = shared.words();
    let of_year = |key: Key, year: i32| words.say(key, &[("year", &words.year(year.into()))]);
    let plain = |key: Key| words.text(key).to_owned();
    match offer {
        Offer::Year(year) => of_year(Key::CalculatorAskYear, *year),
        Offer::From(year) => of_year(Key::CalculatorAskFrom, *year),
        Offer::Until(year) => of_year(Key::CalculatorAskTo, *year),
        Offer::Span(since, year) => {
            let [since, year] = [since, year].map(|year| words.year((*year).into()));
            words.say(Key::CalculatorAskSpan, &[("since", &since), ("year", &year)])
        }
        Offer::Sources(Sources::All) => plain(Key::CalculatorUseAll),
        Offer::Sources(Sources::Preferred) => plain(Key::CalculatorUsePreferred),
        Offer::Sources(Sources::Basis(basis)) => {
            words.say(Key::CalculatorUseBasis, &[("basis", words.basis(story, basis))])
        }
        Offer::Total => plain(Key::CalculatorUseTotal),
        Offer::CurrentPrices => plain(Key::CalculatorUseCurrent),
        Offer::OwnCurrency => plain(Key::CalculatorUseOwn),
        Offer::Whole { whole, .. } => {
            words.say(Key::CalculatorUseSeries, &[("name", words.series_short(story, whole))])
        }
    }
}

/// Makes the choices those of the offer.
fn take(shared: Shared, offer: &Offer) {
    let ask = shared.ask;
    match offer.clone() {
        Offer::Year(year) | Offer::Until(year) => shared.choose(year),
        Offer::From(year) => ask.since.set(Some(year)),
        Offer::Span(since, year) => {
            shared.choose(year);
            ask.since.set(Some(since));
        }
        Offer::Sources(Sources::Preferred) => ask.sources.set(None),
        Offer::Sources(Sources::All) => ask.sources.set(Some("all".to_owned())),
        Offer::Sources(Sources::Basis(basis)) => ask.sources.set(Some(basis)),
        Offer::Total => ask.flow.set(Flow::Total),
        Offer::CurrentPrices => ask.prices.set(None),
        Offer::OwnCurrency => ask.currency.set(None),
        Offer::Whole { part, whole } => {
            shared.a.set(part);
            shared.b.set(whole);
        }
    }
}

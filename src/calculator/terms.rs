//! The choices of the terms: prices and currency, part of the values, sources. All modes have them.

use ledgerline_core::amount::{Currency, Money};
use ledgerline_core::compare::{has_split, price_years, shared_bases};
use ledgerline_core::formula::Flow;
use ledgerline_core::story::Story;
use ledgerline_core::words::{Key, Piece, Words, pieces};
use leptos::prelude::*;

use crate::parts::{El, Els, Item, choice, el};
use crate::reactive::Memo;
use crate::state::Shared;

/// Current or constant, and in which currency; for constant prices also of which year.
pub(super) fn money(shared: Shared) -> Els {
    let constant = Memo::new(move |_| shared.ask.prices.get().is_some());
    let base = move || {
        if !constant.get() {
            return Els::new();
        }
        vec![el("span").text(shared.words().text(Key::CalculatorOfYear)), base(shared)]
    };
    vec![kind(shared), el("span").bind(base)]
}

fn kind(shared: Shared) -> El {
    let items = move || {
        let words = shared.words();
        let chosen = (shared.ask.currency.get(), shared.ask.prices.get().is_some());
        shared.with_story(|story| {
            let known = currencies(story, &shared.a.get());
            let priced = !price_years(story).is_empty();
            let kinds = known.iter().flat_map(|(currency, own)| {
                let asked = (!own).then_some(*currency);
                [false, true].map(|constant| (asked, *currency, constant))
            });
            let offered = kinds.filter(|(asked, _, constant)| !constant || priced || (*asked, true) == chosen);
            offered.map(|(asked, currency, constant)| item(&words, asked, currency, constant, chosen)).collect()
        })
    };
    let choose = move |name: String| {
        let (currency, constant) = name.strip_suffix('=').map_or((name.as_str(), false), |name| (name, true));
        batch(move || {
            shared.ask.currency.set(Money::parse(currency).map(|money| money.currency));
            let base = shared.ask.prices.get_untracked().unwrap_or_else(|| usual_base(shared));
            shared.ask.prices.set(constant.then_some(base));
        });
    };
    choice(shared.words().text(Key::CalculatorMoney), items, choose)
}

/// The currency of the series, and those that the story has a rate to; true for the series' own.
fn currencies(story: &Story, id: &str) -> Vec<(Currency, bool)> {
    let own = story.series.get(id).map(|series| series.unit.currency).unwrap_or_default();
    let mut all = vec![(own, true)];
    for (_, rate) in story.rates.iter() {
        for name in [&rate.from, &rate.to] {
            let currency = Money::parse(name).map(|money| money.currency);
            all.extend(
                currency.filter(|other| !all.iter().any(|(known, _)| known == other)).map(|other| (other, false)),
            );
        }
    }
    all
}

fn item(
    words: &Words,
    asked: Option<Currency>,
    currency: Currency,
    constant: bool,
    chosen: (Option<Currency>, bool),
) -> Item {
    let code = asked.map(|currency| currency.to_string()).unwrap_or_default();
    let key = if constant { Key::CalculatorConstant } else { Key::CalculatorCurrent };
    let name = match currency.to_string().as_str() {
        "USD" => words.text(Key::CalculatorUsd).to_owned(),
        "RUB" => words.text(Key::CalculatorRub).to_owned(),
        other => other.to_owned(),
    };
    Item {
        value: if constant { code + "=" } else { code },
        text: words.say(key, &[("currency", &name)]),
        chosen: chosen == (asked, constant),
    }
}

/// Prices of the year that is asked about, or of the nearest that has an index.
fn usual_base(shared: Shared) -> i32 {
    let year = shared.year.get_untracked();
    let years = shared.with_story(price_years);
    years.into_iter().min_by_key(|known| known.abs_diff(year)).unwrap_or(year)
}

fn base(shared: Shared) -> El {
    let items = move || {
        let words = shared.words();
        let current = shared.ask.prices.get();
        let years = shared.with_story(price_years).into_iter();
        let item =
            |year: i32| Item { value: year.to_string(), text: words.year(year.into()), chosen: current == Some(year) };
        years.map(item).collect()
    };
    choice(shared.words().text(Key::CalculatorBase), items, move |year| shared.ask.prices.set(year.parse().ok()))
}

const FLOWS: [(&str, Flow, Key); 4] = [
    ("total", Flow::Total, Key::CalculatorTotal),
    ("exports", Flow::Exports, Key::CalculatorExports),
    ("imports", Flow::Imports, Key::CalculatorImports),
    ("balance", Flow::Balance, Key::CalculatorBalance),
];

/// Which part of the values, where some value tells exports and imports apart, and wherever a part is asked about; with
/// the second series where both are asked about.
pub(super) fn flow(shared: Shared, both: bool) -> Els {
    let split = Memo::new(move |_| {
        let (a, b) = (shared.a.get(), shared.b.get());
        let told = shared.with_story(|story| has_split(story, &a) && (!both || has_split(story, &b)));
        told || shared.ask.flow.get() != Flow::Total
    });
    let parts = move || {
        if !split.get() {
            return Els::new();
        }
        let words = shared.words();
        let pieces = pieces(words.text(Key::CalculatorSentenceFlow)).into_iter();
        let part = |piece| match piece {
            Piece::Text(text) => el("span").text(text),
            Piece::Slot(_) => part_of(shared),
        };
        pieces.map(part).collect()
    };
    vec![el("span").bind(parts)]
}

fn part_of(shared: Shared) -> El {
    let items = move || {
        let (words, current) = (shared.words(), shared.ask.flow.get());
        let item = |(name, flow, key): &(&str, Flow, Key)| Item {
            value: (*name).to_owned(),
            text: words.text(*key).to_owned(),
            chosen: *flow == current,
        };
        FLOWS.iter().map(item).collect()
    };
    choice(shared.words().text(Key::CalculatorFlow), items, move |name| {
        let found = FLOWS.iter().find(|(known, ..)| *known == name);
        shared.ask.flow.set(found.map(|(_, flow, _)| *flow).unwrap_or_default());
    })
}

/// Whose figures: the preferred ones, all, or those of a basis that both series have values of.
pub(super) fn sources(shared: Shared) -> El {
    sources_of(shared, move || vec![shared.a.get(), shared.b.get()])
}

/// The same with the bases that each of these series has values of.
pub(super) fn sources_of(shared: Shared, series: impl Fn() -> Vec<String> + 'static) -> El {
    let items = move || {
        let words = shared.words();
        let current = shared.ask.sources.get();
        let item = |name: &str, text: String| Item {
            value: name.to_owned(),
            text,
            chosen: name == current.as_deref().unwrap_or_default(),
        };
        let mut items = vec![
            item("", words.text(Key::CalculatorPreferred).to_owned()),
            item("all", words.text(Key::CalculatorAll).to_owned()),
        ];
        shared.with_story(|story| {
            let ids = series();
            let mut bases = shared_bases(story, &ids.iter().map(String::as_str).collect::<Vec<_>>());
            // A basis that came by a link or with another pair stays to be seen.
            let kept = current.as_deref().filter(|id| *id != "all" && !bases.contains(id));
            bases.extend(kept);
            items.extend(
                bases
                    .into_iter()
                    .map(|id| item(id, words.say(Key::CalculatorByBasis, &[("basis", words.basis(story, id))]))),
            );
        });
        items
    };
    choice(shared.words().text(Key::CalculatorSources), items, move |name| {
        shared.ask.sources.set(Some(name).filter(|name| !name.is_empty()));
    })
}

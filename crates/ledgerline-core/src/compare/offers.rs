//! What could be asked instead of what was refused. All of it was tried: an offer that is refused in its turn is none.

use super::{Comparison, Sources, shared_bases, total_of, usual_since};
use crate::formula::{Flow, Refusal};
use crate::story::{Series, Story};

/// A change of a question that leads to an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Another year.
    Year(i32),
    /// A span that starts in this year.
    From(i32),
    /// A span that ends in this year.
    Until(i32),
    /// Another span: the last resort where no move of one end leads to an answer.
    Span(i32, i32),
    /// Values of others.
    Sources(Sources),
    /// The whole trade in place of a part of it.
    Total,
    /// Current prices.
    CurrentPrices,
    /// The currency of the figures.
    OwnCurrency,
    /// A part and a total that holds it, by their ids.
    Whole {
        /// The part.
        part: String,
        /// The total.
        whole: String,
    },
}

/// So many years are tried in one direction.
const TRIED: usize = 100;
/// So many bases are offered.
const BASES: usize = 2;
/// So many years a span goes back.
const BACK: i32 = 10;

impl Offer {
    /// The question that it leads to.
    pub fn over(&self, asked: &Comparison) -> Comparison {
        let mut other = asked.clone();
        match self.clone() {
            Self::Year(year) | Self::Until(year) => other.year = year,
            Self::From(year) => other.since = Some(year),
            Self::Span(since, year) => (other.since, other.year) = (Some(since), year),
            Self::Sources(sources) => other.terms.sources = sources,
            Self::Total => other.terms.flow = Flow::Total,
            Self::CurrentPrices => other.terms.prices = None,
            Self::OwnCurrency => other.terms.currency = None,
            Self::Whole { part, whole } => (other.a, other.b) = (part, whole),
        }
        other
    }
}

/// What leads to an answer where a question was refused, in the order in which it is offered. `answers` tells whether a
/// changed question has one: of a comparison it is [`Comparison::answers`].
pub fn offers(
    story: &Story,
    asked: &Comparison,
    refusal: &Refusal,
    answers: &dyn Fn(&Comparison) -> bool,
) -> Vec<Offer> {
    let good = |offer: &Offer| {
        let other = offer.over(asked);
        other != *asked && answers(&other)
    };
    let nearest = |way: Vec<Offer>| way.into_iter().take(TRIED).find(good);
    let tried = |offers: Vec<Offer>, most: usize| offers.into_iter().filter(good).take(most).collect::<Vec<_>>();
    let (before, behind) = on_terms(story, asked, refusal);
    let mut found = tried(before, BASES);
    found.extend(years(story, asked, refusal).into_iter().filter_map(nearest));
    found.extend(tried(behind, usize::MAX));
    if found.is_empty() {
        found.extend(nearest(spans(story, asked)));
        found.extend(tried(vec![Offer::Total, Offer::Sources(Sources::Preferred)], usize::MAX));
    }
    found
}

/// Other terms: those that go before other years, and those that go behind them.
fn on_terms(story: &Story, asked: &Comparison, refusal: &Refusal) -> (Vec<Offer>, Vec<Offer>) {
    let behind = |offer: Offer| (Vec::new(), vec![offer]);
    match refusal {
        // In a disputed year all sources have an answer.
        Refusal::Disputed { .. } => (vec![Offer::Sources(Sources::All)], Vec::new()),
        Refusal::NoSplit { .. } => {
            let bases = shared_bases(story, &[&asked.a, &asked.b]).into_iter();
            let by = |basis: &str| Offer::Sources(Sources::Basis(basis.to_owned()));
            (bases.map(by).collect(), vec![Offer::Total])
        }
        Refusal::NotByTag { .. } | Refusal::Gaps { .. } => behind(Offer::Sources(Sources::Preferred)),
        Refusal::BeyondIndex(..) | Refusal::NoDeflator(_) | Refusal::Undated(_) | Refusal::UnlikeUnits { .. } => {
            behind(Offer::CurrentPrices)
        }
        Refusal::BeyondRate(..) | Refusal::NoRate(..) => behind(Offer::OwnCurrency),
        Refusal::NotATotal { part, .. } => {
            let whole = total_of(story, part).map(str::to_owned);
            (Vec::new(), whole.map(|whole| Offer::Whole { part: part.clone(), whole }).into_iter().collect())
        }
        // A balance may be below zero, which the whole trade is not.
        _ => behind(Offer::Total),
    }
}

/// Other years, the nearest first: a list a direction, and for a span an end.
fn years(story: &Story, asked: &Comparison, refusal: &Refusal) -> Vec<Vec<Offer>> {
    let known = named(story, asked);
    let (since, year) = asked.span();
    if let Refusal::NoSpan { first: false, .. } = refusal {
        let usual = usual_since(story, &[&asked.a, &asked.b], year).map(Offer::From);
        return vec![usual.into_iter().chain(back(&known, Offer::From, (i32::MIN, year))).collect()];
    }
    let refused = match refusal {
        Refusal::ZeroDenominator(_) | Refusal::Sign(..) => Vec::new(),
        _ => refusal.years(),
    };
    let (Some(first), Some(last)) = (refused.first().copied(), refused.last().copied()) else { return Vec::new() };
    if since >= year {
        return vec![back(&known, Offer::Year, (i32::MIN, first)), on(&known, Offer::Year, (last, i32::MAX))];
    }
    // What is refused inside of a span is left behind, or before, by moving one end over it.
    let earlier = if first <= since { back(&known, Offer::From, (i32::MIN, since)) } else { Vec::new() };
    let later = if last >= year { on(&known, Offer::Until, (year, i32::MAX)) } else { Vec::new() };
    vec![earlier, on(&known, Offer::From, (last, year)), back(&known, Offer::Until, (since, first)), later]
}

/// Other spans, those first that end nearest to the year that was asked about: each as far back as every year before has
/// values, else to the one before that has. Nothing where a year alone is asked about.
fn spans(story: &Story, asked: &Comparison) -> Vec<Offer> {
    if asked.since.is_none() && !asked.measure.is_over_time() {
        return Vec::new();
    }
    let has = |year: &i32| [&asked.a, &asked.b].iter().all(|id| asked.terms.take(story, id, *year).is_ok());
    let valued: Vec<i32> = named(story, asked).into_iter().filter(has).collect();
    let span = |(place, year): (usize, &i32)| {
        let run = valued[..place].iter().rev().zip(1..=BACK).take_while(|(known, back)| **known == year - back).last();
        let since = run.map_or_else(|| valued[..place].last(), |(known, _)| Some(known))?;
        Some((*since, *year))
    };
    let mut found: Vec<(i32, i32)> = valued.iter().enumerate().filter_map(span).collect();
    found.sort_by_key(|(_, year)| year.abs_diff(asked.year));
    found.into_iter().map(|(since, year)| Offer::Span(since, year)).collect()
}

/// The years between two others, from the last one back.
fn back(known: &[i32], offer: fn(i32) -> Offer, ends: (i32, i32)) -> Vec<Offer> {
    let mut found = on(known, offer, ends);
    found.reverse();
    found
}

/// The years between two others, from the first one on.
fn on(known: &[i32], offer: fn(i32) -> Offer, (after, before): (i32, i32)) -> Vec<Offer> {
    known.iter().copied().filter(|year| (after < *year) && (*year < before)).map(offer).collect()
}

/// The years that one of the series names, ascending, none twice.
fn named(story: &Story, asked: &Comparison) -> Vec<i32> {
    let series = [&asked.a, &asked.b].into_iter().filter_map(|id| story.series.get(id));
    let mut years: Vec<i32> = series.flat_map(Series::named_years).collect();
    years.sort_unstable();
    years.dedup();
    years
}

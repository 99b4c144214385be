//! The inputs of mode Target: what the reader gave, and what goes without saying.

use crate::amount::Money;
use crate::compare::{Comparison, Measure, Terms};
use crate::formula::parse;
use crate::link::{Link, Mode, Target as Given, Unknown};
use crate::series::Point;
use crate::story::Story;
use crate::target::{Asked, Target};
use crate::words::rounding;

/// Years that a path usually takes.
const USUAL_YEARS: i32 = 7;
const USUAL_GROWTH: f64 = 0.1;

/// An amount to be reached by growth from a year on.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// Id of the series.
    pub series: String,
    /// The year that it grows from.
    pub from: i32,
    /// What is solved for.
    pub unknown: Unknown,
    /// The amount, in the unit that the terms give the series.
    pub amount: f64,
    /// The same in the series' own unit, as the reader, a link or a claim has it.
    pub own: f64,
    /// The year to reach it by.
    pub by: i32,
    /// Growth a year: 0.1 is 10%.
    pub growth: f64,
    /// On what terms.
    pub terms: Terms,
}

impl Goal {
    /// The question for a series from a year on. What the reader did not give is as a claim of the story has it, and
    /// else the next power of ten, in seven years, at 10% a year.
    pub fn of(story: &Story, series: &str, from: i32, given: Given, terms: Terms) -> Self {
        let usual = usual(story, series).filter(|usual| usual.by.is_none_or(|by| by > from));
        let usual = usual.unwrap_or_default();
        let plain = Terms { prices: None, currency: None, ..terms.clone() };
        let value = || plain.point(story, series, from).map_or(1.0, |point| point.value);
        let own = given.amount.or(usual.amount).unwrap_or_else(|| power_above(value()));
        let factor = terms.factor(story, series, from);
        Self {
            series: series.to_owned(),
            from,
            unknown: given.unknown.unwrap_or_default(),
            amount: if factor == 1.0 { own } else { digits(own * factor, SHOWN) },
            own,
            by: given.by.or(usual.by).unwrap_or_else(|| from.saturating_add(USUAL_YEARS)),
            growth: given.growth.or(usual.growth).unwrap_or(USUAL_GROWTH),
            terms,
        }
    }

    /// An amount that is given in the unit of the terms, in the series' own.
    pub fn in_own(&self, amount: f64, story: &Story) -> f64 {
        let factor = self.terms.factor(story, &self.series, self.from);
        if factor == 1.0 { amount } else { digits(amount / factor, KEPT) }
    }

    /// The amount in the series' own unit, where the terms tell it in another or at other prices.
    pub fn converted_from(&self, story: &Story) -> Option<(f64, Money)> {
        let other = self.terms.factor(story, &self.series, self.from) != 1.0;
        story.series.get(&self.series).filter(|_| other).map(|series| (self.own, series.unit))
    }

    /// What is to be solved.
    pub fn target(&self) -> Target {
        let Self { amount, by, growth, .. } = *self;
        let asked = match self.unknown {
            Unknown::Growth => Asked::Growth { amount, by },
            Unknown::Year => Asked::Year { amount, growth },
            Unknown::Amount => Asked::Amount { growth, by },
        };
        let (start, sources) = (self.terms.cell(&self.series, self.from), self.terms.sources.of_formula());
        Target { start, from: self.from, asked, sources }
    }

    /// The unit of the amount; `None` where the story has no such series.
    pub fn money(&self, story: &Story) -> Option<Money> {
        Some(self.terms.money(story.series.get(&self.series)?.unit))
    }

    /// What really came in the last year, told as the path is; `None` where nobody knows.
    pub fn came(&self, story: &Story) -> Option<Point> {
        let came = self.terms.points_beside(story, &self.series, self.from);
        came.into_iter().find(|point| point.year == self.by && self.by > self.from)
    }

    /// What really happened until a year, as a question of its own. At the one rate of the path it is what it is in the
    /// series' own currency.
    pub fn record(&self, until: i32) -> Comparison {
        let currency = self.terms.currency.filter(|_| self.terms.prices.is_some());
        let (series, terms) = (self.series.clone(), Terms { currency, ..self.terms.clone() });
        let measure = Measure::Growth;
        Comparison { a: series.clone(), b: series, since: Some(self.from), year: until, measure, terms }
    }
}

/// The inputs of the first formula of a claim that asks the same of the series.
fn usual(story: &Story, series: &str) -> Option<Given> {
    let formulas = story
        .claims
        .iter()
        .flat_map(|claim| claim.formula.iter().chain(claim.variants.iter().map(|variant| &variant.formula)));
    let mut links = formulas.filter_map(|formula| Link::opening(&parse(formula).ok()?, story));
    let found = links.find(|link| link.mode == Some(Mode::Target) && link.a.as_deref() == Some(series));
    found.map(|link| link.target)
}

/// Digits of a converted amount, and those that it is kept with.
const SHOWN: u8 = 6;
const KEPT: u8 = 12;

fn digits(amount: f64, digits: u8) -> f64 {
    rounding::round(amount, rounding::place_of(amount, digits)).value
}

/// The power of ten above a value.
fn power_above(value: f64) -> f64 {
    const LEAST: f64 = 1e-6;
    let exponent = libm::log10(value.abs().max(LEAST)).floor() + 1.0;
    libm::pow(10.0, exponent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usual_amount_is_the_next_power_of_ten() {
        assert_eq!([112.71, 1000.0, 0.5].map(power_above), [1000.0, 10_000.0, 1.0]);
    }
}

//! Target: solves for the growth that is needed, the year in which an amount is reached, or the amount reached by a year.

use crate::amount::{Decimal, Money};
use crate::compare::{Comparison, Measure, Terms};
use crate::formula::{Expr, Function, Outcome, Refusal, evaluate};
use crate::link::{Link, Mode, Target, Unknown};
use crate::series::Point;
use crate::story::{Says, Story};

/// No path is longer, in years.
const LONGEST: i32 = 200;

/// An amount to be reached by growth from a year on.
#[derive(Clone, Debug, PartialEq)]
pub struct Goal {
    /// Id of the series.
    pub series: String,
    /// The year that it grows from.
    pub from: i32,
    /// What is solved for.
    pub unknown: Unknown,
    /// The amount, in the unit of the series and the currency of the terms.
    pub amount: f64,
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
    pub fn of(story: &Story, series: &str, from: i32, given: Target, terms: Terms) -> Self {
        let usual = usual(story, series).filter(|usual| usual.by.is_none_or(|by| by > from)).unwrap_or_default();
        let value = terms.point(story, series, from).map_or(1.0, |point| point.value);
        Self {
            series: series.to_owned(),
            from,
            unknown: given.unknown.unwrap_or_default(),
            amount: given.amount.or(usual.amount).unwrap_or_else(|| power_above(value)),
            by: given.by.or(usual.by).unwrap_or_else(|| from.saturating_add(7)),
            growth: given.growth.or(usual.growth).unwrap_or(0.1),
            terms,
        }
    }

    /// The unit of the amount.
    pub fn money(&self, story: &Story) -> Money {
        let own = story.series.get(&self.series).map(|series| series.unit).unwrap_or_default();
        Money { currency: self.terms.currency.unwrap_or(own.currency), ..own }
    }

    /// The formula that answers.
    pub fn expr(&self, story: &Story) -> Expr {
        let cell = self.terms.cell(&self.series, self.from);
        let amount = Expr::Amount(decimal(self.amount), self.money(story));
        match self.unknown {
            Unknown::Growth => Expr::Call(Function::Growth, vec![cell, amount, self.years()]),
            Unknown::Year => Expr::Call(Function::YearsTo, vec![cell, percent(self.growth), amount]),
            Unknown::Amount => Expr::Call(Function::After, vec![cell, percent(self.growth), self.years()]),
        }
    }

    /// The answer.
    ///
    /// # Errors
    /// As [`evaluate`]; [`Refusal::Sign`] for an amount that is not above zero, [`Refusal::NoYears`] for a year that is
    /// not behind the first.
    pub fn evaluate(&self, story: &Story) -> Result<Outcome, Refusal> {
        if self.unknown != Unknown::Amount && self.amount <= 0.0 {
            return Err(Refusal::Sign);
        }
        if self.unknown != Unknown::Year && self.by <= self.from {
            return Err(Refusal::NoYears);
        }
        evaluate(&self.expr(story), story)
    }

    /// The year in which the amount is reached, of an outcome in years.
    pub fn arrival(&self, outcome: &Outcome) -> i32 {
        // A hair of tolerance, so that seven years are not eight.
        self.from.saturating_add((outcome.value - 1e-9).ceil().max(0.0) as i32)
    }

    /// The path from the first year on, at the growth that is asked about or found.
    pub fn path(&self, story: &Story, outcome: &Outcome) -> Vec<Point> {
        let growth = if self.unknown == Unknown::Growth { outcome.value } else { self.growth };
        let last = if self.unknown == Unknown::Year { self.arrival(outcome) } else { self.by };
        let last = last.min(self.from.saturating_add(LONGEST));
        let point = |year: i32| {
            let years = Expr::Number(decimal(f64::from(year - self.from)));
            let cell = self.terms.cell(&self.series, self.from);
            let expr = Expr::Call(Function::After, vec![cell, percent(growth), years]);
            let value = evaluate(&expr, story).ok()?.value;
            Some(Point { year, value, low: value, high: value })
        };
        (self.from..=last).filter_map(point).collect()
    }

    /// What really happened until the year, as a question of its own.
    pub fn record(&self, until: i32) -> Comparison {
        let (series, terms) = (self.series.clone(), self.terms.clone());
        let measure = Measure::Growth;
        Comparison { a: series.clone(), b: series, since: Some(self.from), year: until, measure, terms }
    }

    fn years(&self) -> Expr {
        Expr::Number(decimal(f64::from(self.by.saturating_sub(self.from).max(0))))
    }
}

/// The inputs of the first formula of a claim that asks the same of the series.
fn usual(story: &Story, series: &str) -> Option<Target> {
    let formulas = story.claims.iter().flat_map(|claim| {
        let variants = claim.variants.iter().filter(|variant| variant.says != Says::Inherited || claim.says.is_some());
        claim.formula.iter().chain(variants.map(|variant| &variant.formula))
    });
    let mut links = formulas.filter_map(|formula| Link::opening(&crate::formula::parse(formula).ok()?, story));
    let found = links.find(|link| link.mode == Some(Mode::Target) && link.a.as_deref() == Some(series));
    found.map(|link| link.target)
}

/// The power of ten above a value.
fn power_above(value: f64) -> f64 {
    let exponent = libm::log10(value.abs().max(1e-6)).floor() + 1.0;
    libm::pow(10.0, exponent)
}

fn percent(rate: f64) -> Expr {
    let part = Expr::Percent(decimal((rate * 100.0).abs()));
    if rate < 0.0 { Expr::Negated(Box::new(part)) } else { part }
}

/// A number that a reader typed, with the decimals that it takes.
fn decimal(value: f64) -> Decimal {
    let text = value.to_string();
    let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    Decimal { value, decimals: u8::try_from(decimals).unwrap_or(u8::MAX) }
}

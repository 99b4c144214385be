//! Constant prices and other currencies: the factor that a value of a year is to be multiplied with.

use super::Refusal;
use super::outcome::Factor;
use crate::amount::{Currency, Decimal, Money, Prices};
use crate::story::{Deflator, Story};

/// What `real` and `in` around a cell ask of it; of several in each other the outermost holds, because each
/// starts from the cell's own year.
#[derive(Clone, Copy, Default)]
pub(super) struct Asked {
    pub(super) prices: Option<i32>,
    pub(super) currency: Option<Currency>,
}

impl Asked {
    pub(super) fn anything(self) -> bool {
        self.prices.is_some() || self.currency.is_some()
    }
}

/// Converts values of one story, and notes the indices and rates it took.
pub(super) struct Converter<'a> {
    story: &'a Story,
    pub(super) factors: Vec<Factor>,
}

impl<'a> Converter<'a> {
    pub(super) fn new(story: &'a Story) -> Self {
        Self { story, factors: Vec::new() }
    }

    /// The factor for a value of a year, and what it is then. The scale stays.
    pub(super) fn convert(&mut self, money: Money, year: i32, asked: Asked) -> Result<(f64, Money), Refusal> {
        let mut told = money;
        let mut at = match money.prices {
            Prices::Current => year,
            Prices::Constant(base) => base,
        };
        let mut factor = 1.0;
        if let Some(base) = asked.prices {
            factor = self.deflate(money.currency, at, base)?;
            told.prices = Prices::Constant(base);
            at = base;
        }
        if let Some(currency) = asked.currency {
            factor *= self.exchange(money.currency, currency, at)?;
            told.currency = currency;
        }
        Ok((factor, told))
    }

    /// From the prices of one year to those of another. A currency without an index of its own goes through one
    /// that has one: into it at the rate of the first year, and back at that of the other.
    fn deflate(&mut self, currency: Currency, from: i32, to: i32) -> Result<f64, Refusal> {
        let story = self.story;
        if from == to {
            return Ok(1.0);
        }
        let name = currency.to_string();
        if let Some((id, deflator)) = story.deflators.iter().find(|(_, deflator)| deflator.currency == name) {
            return self.index(id, deflator, from, to);
        }
        let found = story.deflators.iter().find_map(|(id, deflator)| {
            let through = Money::parse(&deflator.currency)?.currency;
            self.knows(currency, through).then_some((id, deflator, through))
        });
        let (id, deflator, through) = found.ok_or(Refusal::NoDeflator(currency))?;
        let there = self.exchange(currency, through, from)?;
        Ok(there * self.index(id, deflator, from, to)? * self.exchange(through, currency, to)?)
    }

    fn index(&mut self, id: &str, deflator: &Deflator, from: i32, to: i32) -> Result<f64, Refusal> {
        let mut at = |year| -> Result<f64, Refusal> {
            let value = usable(&deflator.values, year).ok_or_else(|| Refusal::BeyondIndex(id.to_owned(), year))?;
            self.note(Factor { id: id.to_owned(), rate: false, year, value });
            Ok(value.value)
        };
        let (from, to) = (at(from)?, at(to)?);
        Ok(to / from)
    }

    fn knows(&self, from: Currency, to: Currency) -> bool {
        let (from, to) = (from.to_string(), to.to_string());
        self.story
            .rates
            .iter()
            .any(|(_, rate)| (rate.from == from && rate.to == to) || (rate.from == to && rate.to == from))
    }

    /// Units of the second currency for one of the first, at the average of a year.
    fn exchange(&mut self, from: Currency, to: Currency, year: i32) -> Result<f64, Refusal> {
        if from == to {
            return Ok(1.0);
        }
        let names = (from.to_string(), to.to_string());
        let found = self.story.rates.iter().find_map(|(id, rate)| match (&rate.from, &rate.to) {
            (a, b) if *a == names.0 && *b == names.1 => Some((id, rate, false)),
            (a, b) if *a == names.1 && *b == names.0 => Some((id, rate, true)),
            _ => None,
        });
        let (id, rate, backwards) = found.ok_or(Refusal::NoRate(from, to))?;
        let value = usable(&rate.values, year).ok_or_else(|| Refusal::BeyondRate(id.to_owned(), year))?;
        self.note(Factor { id: id.to_owned(), rate: true, year, value });
        Ok(if backwards { 1.0 / value.value } else { value.value })
    }

    fn note(&mut self, factor: Factor) {
        if !self.factors.contains(&factor) {
            self.factors.push(factor);
        }
    }
}

/// The value of a year, where it can be divided by.
fn usable(values: &[(i32, Decimal)], year: i32) -> Option<Decimal> {
    values.iter().find(|(known, _)| *known == year).map(|(_, value)| *value).filter(|value| value.value > 0.0)
}

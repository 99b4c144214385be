//! The levers of one series: what can be moved, and by how much at a step.

use libm::pow;

use crate::amount::{Decimal, Money};
use crate::formula::{Expr, Function, Operator, Refusal};
use crate::link::FASTEST;
use crate::story::{Lever, Scenario};
use crate::words::rounding;

/// Digits of an amount in a formula; those behind are the noise of its conversion.
const AMOUNT_DIGITS: u8 = 12;
/// A part of an amount that is the noise of its conversion, too.
const NOISE: f64 = 1e-12;

/// How far the levers of one series are moved. Amounts are in the unit of its path.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levers {
    /// Rate of growth a year: 0.1 is 10%.
    pub growth: f64,
    /// Extra amount in every year behind the first. It neither grows nor adds up.
    pub extra: f64,
    /// Extra amount in one year only.
    pub once: Option<(i32, f64)>,
    /// Factor on the first value.
    pub base: f64,
}

/// A lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// [`Levers::growth`]
    Growth,
    /// [`Levers::extra`]
    Extra,
    /// [`Levers::once`]
    Once,
    /// [`Levers::base`]
    Base,
}

impl Default for Levers {
    fn default() -> Self {
        Self { growth: 0.0, extra: 0.0, once: None, base: 1.0 }
    }
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Growth, Self::Extra, Self::Once, Self::Base];

    /// The word that story files and links use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Growth => "growth",
            Self::Extra => "extra",
            Self::Once => "once",
            Self::Base => "base",
        }
    }
}

/// One step of a lever that is an amount, for a series that starts at this value: the power of ten next below a tenth
/// of it.
pub(crate) fn step_of_amount(start: f64) -> f64 {
    let tenth = start.abs() / 10.0;
    let power = if tenth > 0.0 { libm::floor(libm::log10(tenth)) } else { 0.0 };
    pow(10.0, power)
}

impl Levers {
    /// Those that a scenario of the story moves for a series; the others rest. Amounts are in the unit of the series.
    pub fn of(scenario: &Scenario, series: &str) -> Self {
        let mut levers = Self::default();
        for (name, lever) in &scenario.levers {
            match (name.rsplit_once('.'), lever) {
                (Some((id, "growth")), Lever::Number(rate)) if id == series => levers.growth = *rate,
                (Some((id, "extra")), Lever::Number(amount)) if id == series => levers.extra = *amount,
                (Some((id, "base")), Lever::Number(factor)) if id == series => levers.base = *factor,
                (Some((id, "once")), Lever::Once { when, amount }) if id == series => {
                    levers.once = Some((*when, *amount));
                }
                _ => {}
            }
        }
        levers
    }

    /// With the amounts in another unit, of which so many make one of theirs.
    pub fn converted(self, factor: f64) -> Self {
        Self { extra: self.extra * factor, once: self.once.map(|(when, amount)| (when, amount * factor)), ..self }
    }

    /// One step of a lever as it stands, for a series that starts at this value: a hundredth of growth, a tenth of the
    /// base, so that whatever it stands at the start is a tenth higher.
    pub fn step(&self, kind: Kind, start: f64) -> f64 {
        match kind {
            Kind::Growth => 0.01,
            Kind::Base => self.base / 10.0,
            Kind::Extra | Kind::Once => step_of_amount(start),
        }
    }

    /// With one lever moved by a step more. A one-off that is not chosen has no year to be moved in.
    pub(super) fn moved(self, kind: Kind, step: f64) -> Self {
        match kind {
            Kind::Growth => Self { growth: self.growth + step, ..self },
            Kind::Extra => Self { extra: self.extra + step, ..self },
            Kind::Once => Self { once: self.once.map(|(when, amount)| (when, amount + step)), ..self },
            Kind::Base => Self { base: self.base + step, ..self },
        }
    }

    /// Whether growth and base alone are moved, so that the path is one of compound growth.
    pub(crate) fn grow_only(&self) -> bool {
        self.extra == 0.0 && self.once.is_none_or(|(_, amount)| amount == 0.0)
    }

    /// The start as a formula, with the lever on it.
    pub(crate) fn started(&self, start: Expr) -> Expr {
        if self.base == 1.0 {
            return start;
        }
        start.with(Operator::Multiply, Expr::signed(self.base, Expr::Number))
    }

    /// The growth as a formula.
    pub(crate) fn rate(&self) -> Expr {
        Expr::signed(crate::rates::percent(self.growth), Expr::Percent)
    }

    /// The formula of the value in a year behind the first; amounts in it bear the unit of the start, if it has one.
    pub(crate) fn expr(&self, start: Expr, money: Option<Money>, (first, year): (i32, i32)) -> Expr {
        let start = self.started(start);
        if year <= first {
            return start;
        }
        let years = Expr::Number(Decimal::of(f64::from(year - first)));
        let grown = Expr::Call(Function::After, vec![start, self.rate(), years]);
        let once = self.once.filter(|(when, _)| *when == year).map_or(0.0, |(_, amount)| amount);
        let amounts = [self.extra, once].into_iter().filter(|amount| *amount != 0.0);
        amounts.fold(grown, |sum, amount| {
            let operator = if amount < 0.0 { Operator::Subtract } else { Operator::Add };
            let size = rounding::round(amount.abs(), rounding::place_of(amount, AMOUNT_DIGITS)).value;
            let size = Decimal::of(size);
            sum.with(operator, money.map_or(Expr::Number(size), |money| Expr::Amount(size, money)))
        })
    }

    /// The value so many years behind the first. One that is zero but for the noise of its computation is zero.
    pub(super) fn value(&self, start: f64, first: i32, year: i32) -> Result<f64, Refusal> {
        if self.growth <= -1.0 {
            return Err(Refusal::Rate);
        }
        if self.growth > FASTEST {
            return Err(Refusal::OutOfRange);
        }
        let years = f64::from(year - first);
        let extra = if year > first { self.extra } else { 0.0 };
        let once = self.once.filter(|(when, _)| *when == year).map_or(0.0, |(_, amount)| amount);
        let value = start * self.base * pow(1.0 + self.growth, years) + extra + once;
        let noise = value < 0.0 && -value < (extra.abs() + once.abs()) * NOISE;
        Ok(if noise { 0.0 } else { value })
    }
}

//! The numbers that rules are written with.

use libm::pow;

use crate::amount::{Decimal, Money};
use crate::formula::{Expr, Operator, Unit, parse};

/// A number as a rule writes it, with its sign.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stated {
    /// How it is written.
    pub form: Form,
    /// The value: hundredths are counted out, amounts are in single units of their currency.
    pub value: f64,
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// `60`
    Plain(Decimal),
    /// `75%`
    Percent(Decimal),
    /// `1/6`
    Fraction(Decimal, Decimal),
    /// `100 USD m`
    Amount(Decimal, Money),
}

impl Stated {
    /// Reads a number, a percentage, a fraction or an amount, as the formula language writes them.
    pub fn parse(text: &str) -> Option<Self> {
        Self::of(&parse(text).ok()?)
    }

    fn of(expr: &Expr) -> Option<Self> {
        let (form, value) = match expr {
            Expr::Number(number) => (Form::Plain(*number), number.value),
            Expr::Percent(number) => (Form::Percent(*number), number.value / 100.0),
            Expr::Amount(number, money) => (Form::Amount(*number, *money), number.value * money.scale.factor()),
            Expr::Negated(part) => return Self::of(part).map(Self::negated),
            Expr::Binary { operator: Operator::Divide, left, right } => {
                let (above, below) = (Self::of(left)?, Self::of(right)?);
                let (Form::Plain(over), Form::Plain(under)) = (above.form, below.form) else { return None };
                (Form::Fraction(over, under), above.value / below.value)
            }
            _ => return None,
        };
        value.is_finite().then_some(Self { form, value })
    }

    fn negated(self) -> Self {
        let minus = |number: Decimal| Decimal { value: -number.value, ..number };
        let form = match self.form {
            Form::Plain(number) => Form::Plain(minus(number)),
            Form::Percent(number) => Form::Percent(minus(number)),
            Form::Fraction(over, under) => Form::Fraction(minus(over), under),
            Form::Amount(number, money) => Form::Amount(minus(number), money),
        };
        Self { form, value: -self.value }
    }

    /// Whether it is written in hundredths, or as a fraction below one, which is best told so, too.
    pub fn in_percent(&self) -> bool {
        match self.form {
            Form::Percent(_) => true,
            Form::Fraction(..) => self.value.abs() < 1.0,
            Form::Plain(_) | Form::Amount(..) => false,
        }
    }

    /// Whether the two can be held against each other: pure numbers, or amounts of one currency.
    pub(super) fn goes_with(&self, other: &Self) -> bool {
        match (self.form, other.form) {
            (Form::Amount(_, a), Form::Amount(_, b)) => a.currency == b.currency,
            (Form::Amount(..), _) | (_, Form::Amount(..)) => false,
            _ => true,
        }
    }

    /// The factor from the value to a result's unit, or `None` where the two do not go together. An amount in a
    /// rule names no year; it is taken at the prices that the result is told in.
    pub(super) fn factor(&self, unit: Unit) -> Option<f64> {
        match (self.form, unit) {
            (Form::Amount(_, own), Unit::Amount(money)) => {
                (own.currency == money.currency).then(|| 1.0 / money.scale.factor())
            }
            (Form::Amount(..), _) | (_, Unit::Amount(_)) => None,
            _ => Some(1.0),
        }
    }

    /// Half a unit of the last decimal that is written, counted as the value is. A fraction has no decimals.
    pub(super) fn half_a_step(&self) -> f64 {
        let (decimals, scale) = match self.form {
            Form::Plain(number) => (number.decimals, 1.0),
            Form::Percent(number) => (number.decimals, 0.01),
            Form::Amount(number, money) => (number.decimals, money.scale.factor()),
            Form::Fraction(..) => return 0.0,
        };
        0.5 * pow(10.0, -f64::from(decimals)) * scale
    }
}

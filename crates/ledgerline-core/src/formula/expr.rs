//! The tree of a formula. It prints as the formula language.

use std::fmt;

use crate::amount::{Decimal, Money};

/// A formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A plain number.
    Number(Decimal),
    /// An amount of money that no series holds, such as `1000 USD m`.
    Amount(Decimal, Money),
    /// A series in a year, such as `china[2013]`.
    Cell {
        /// Id of the series.
        series: String,
        /// The year.
        year: i32,
    },
    /// Two parts and what is done with them.
    Binary {
        /// What is done.
        operator: Operator,
        /// Left part.
        left: Box<Expr>,
        /// Right part.
        right: Box<Expr>,
    },
}

/// What is done with two parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

impl Expr {
    /// A series in a year.
    pub fn cell(series: &str, year: i32) -> Self {
        Self::Cell { series: series.to_owned(), year }
    }

    /// This and another, joined.
    pub fn with(self, operator: Operator, right: Self) -> Self {
        Self::Binary { operator, left: Box::new(self), right: Box::new(right) }
    }

    fn binds(&self) -> u8 {
        match self {
            Self::Binary { operator, .. } => operator.binds(),
            _ => 3,
        }
    }
}

impl Operator {
    /// How tightly it binds: products before sums.
    fn binds(self) -> u8 {
        match self {
            Self::Add | Self::Subtract => 1,
            Self::Multiply | Self::Divide => 2,
        }
    }

    /// Its sign in the formula language.
    pub fn sign(self) -> char {
        match self {
            Self::Add => '+',
            Self::Subtract => '-',
            Self::Multiply => '*',
            Self::Divide => '/',
        }
    }
}

impl fmt::Display for Expr {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Amount(number, money) => write!(f, "{number} {money}"),
            Self::Cell { series, year } => write!(f, "{series}[{year}]"),
            Self::Binary { operator, left, right } => {
                side(f, left, left.binds() < operator.binds())?;
                write!(f, " {} ", operator.sign())?;
                // Left-associative: an equal one on the right wants its brackets.
                side(f, right, right.binds() <= operator.binds())
            }
        }
    }
}

fn side(f: &mut fmt::Formatter<'_>, part: &Expr, brackets: bool) -> fmt::Result {
    if brackets { write!(f, "({part})") } else { write!(f, "{part}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_stand_only_where_they_are_needed() {
        let (a, b) = (|| Expr::cell("a", 2013), || Expr::cell("b", 2013));
        let sum = a().with(Operator::Add, b());
        assert_eq!(a().with(Operator::Divide, sum.clone()).to_string(), "a[2013] / (a[2013] + b[2013])");
        assert_eq!(sum.clone().with(Operator::Subtract, a()).to_string(), "a[2013] + b[2013] - a[2013]");
        assert_eq!(a().with(Operator::Subtract, sum).to_string(), "a[2013] - (a[2013] + b[2013])");
    }
}

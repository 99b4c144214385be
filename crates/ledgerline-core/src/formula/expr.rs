//! The tree of a formula.

use super::{Flow, Function};
use crate::amount::{Currency, Decimal, Money};

/// A formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A plain number, not below zero.
    Number(Decimal),
    /// A number of hundredths, such as `75%`, not below zero.
    Percent(Decimal),
    /// An amount of money that no series holds, such as `1000 USD m`, not below zero.
    Amount(Decimal, Money),
    /// A series in a year or a range of years, such as `china[2013]`, `russia[2004..2013 @ kotra]`.
    Cell {
        /// Id of the series.
        series: String,
        /// The year, or the first of a range.
        year: i32,
        /// The last year of a range.
        until: Option<i32>,
        /// Id of a source or basis that the value has to be of.
        tag: Option<String>,
    },
    /// Less than zero by as much.
    Negated(Box<Expr>),
    /// Two parts and what is done with them.
    Binary {
        /// What is done.
        operator: Operator,
        /// Left part.
        left: Box<Expr>,
        /// Right part.
        right: Box<Expr>,
    },
    /// A function of some parts.
    Call(Function, Vec<Expr>),
    /// `real(part, year)`: each cell of the part at the prices of a year.
    Real(Box<Expr>, i32),
    /// `in(RUB, part)`: each cell of the part in a currency.
    In(Currency, Box<Expr>),
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
        Self::Cell { series: series.to_owned(), year, until: None, tag: None }
    }

    /// A number as the formula language writes it, where the sign stands in front.
    pub(crate) fn signed(value: f64, make: impl FnOnce(Decimal) -> Self) -> Self {
        let part = make(Decimal::of(value.abs()));
        if value < 0.0 { Self::Negated(Box::new(part)) } else { part }
    }

    /// This and another, joined.
    pub fn with(self, operator: Operator, right: Self) -> Self {
        Self::Binary { operator, left: Box::new(self), right: Box::new(right) }
    }

    /// The formula with every cell that has no tag taken from one source or basis.
    pub fn pinned(mut self, wanted: &str) -> Self {
        let mut left: Vec<&mut Self> = vec![&mut self];
        while let Some(part) = left.pop() {
            match part {
                Self::Number(_) | Self::Percent(_) | Self::Amount(..) => {}
                Self::Cell { tag, .. } => *tag = tag.take().or_else(|| Some(wanted.to_owned())),
                Self::Negated(part) | Self::Real(part, _) | Self::In(_, part) => left.push(part),
                Self::Binary { left: first, right, .. } => left.extend([&mut **first, &mut **right]),
                Self::Call(_, parts) => left.extend(parts),
            }
        }
        self
    }

    /// The formula with every value at the prices of a year and in a currency, where it does not say otherwise itself. An
    /// amount that no series holds names no year, so it is refused at other prices, and in another currency.
    pub fn converted(mut self, prices: Option<i32>, currency: Option<Currency>) -> Self {
        let mut left: Vec<&mut Self> = vec![&mut self];
        while let Some(part) = left.pop() {
            match part {
                Self::Number(_) | Self::Percent(_) => {}
                Self::Amount(_, money) => {
                    let other = currency.filter(|currency| *currency != money.currency);
                    part.convert(prices, other);
                }
                Self::Cell { .. } => part.convert(prices, currency),
                Self::Call(function, _) if function.splits() => part.convert(prices, currency),
                Self::Negated(part) | Self::Real(part, _) | Self::In(_, part) => left.push(part),
                Self::Binary { left: first, right, .. } => left.extend([&mut **first, &mut **right]),
                Self::Call(_, parts) => left.extend(parts),
            }
        }
        self
    }

    fn convert(&mut self, prices: Option<i32>, currency: Option<Currency>) {
        let mut part = std::mem::replace(self, Self::Number(Decimal::of(0.0)));
        if let Some(year) = prices {
            part = Self::Real(Box::new(part), year);
        }
        if let Some(currency) = currency {
            part = Self::In(currency, Box::new(part));
        }
        *self = part;
    }

    /// The parts it is made of, in order.
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Number(_) | Self::Percent(_) | Self::Amount(..) | Self::Cell { .. } => Vec::new(),
            Self::Negated(part) | Self::Real(part, _) | Self::In(_, part) => vec![part],
            Self::Binary { left, right, .. } => vec![left, right],
            Self::Call(_, parts) => parts.iter().collect(),
        }
    }

    /// The ids of the series that it names, in order.
    pub fn series(&self) -> Vec<&str> {
        let cells = self.inside_out(|_| false).into_iter();
        let named = cells.filter_map(|part| match part {
            Self::Cell { series, .. } => Some(series.as_str()),
            _ => None,
        });
        named.collect()
    }

    /// The part of the trade that its first series is taken by.
    pub fn flow(&self) -> Flow {
        let part = |part: &Self| match part {
            Self::Call(Function::Exports, _) => Some(Flow::Exports),
            Self::Call(Function::Imports, _) => Some(Flow::Imports),
            Self::Call(Function::Balance, _) => Some(Flow::Balance),
            _ => None,
        };
        self.inside_out(|_| false).into_iter().find_map(part).unwrap_or_default()
    }

    /// Whether some part of it is told at constant prices.
    pub fn is_real(&self) -> bool {
        self.inside_out(|_| false).into_iter().any(|part| matches!(part, Self::Real(..)))
    }

    /// The unit of the first amount in it.
    pub fn amount(&self) -> Option<Money> {
        self.inside_out(|_| false).into_iter().find_map(|part| match part {
            Self::Amount(_, money) => Some(*money),
            _ => None,
        })
    }

    /// All parts of all parts, from left to right, each behind its own, this one last; nothing inside of those
    /// that are kept shut. Sums of a thousand parts are deep trees, so this goes without recursion.
    pub(super) fn inside_out(&self, shut: fn(&Self) -> bool) -> Vec<&Self> {
        let mut found = Vec::new();
        let mut left = vec![self];
        while let Some(part) = left.pop() {
            found.push(part);
            if !shut(part) {
                left.extend(part.parts());
            }
        }
        found.reverse();
        found
    }

    /// The innermost left part of a chain of operations, and from there each operation with its right part and
    /// all that stands left of it.
    pub(super) fn chain(&self) -> (&Self, Vec<(Operator, &Self, &Self)>) {
        let mut first = self;
        let mut links = Vec::new();
        while let Self::Binary { operator, left, right } = first {
            links.push((*operator, &**right, &**left));
            first = left;
        }
        links.reverse();
        (first, links)
    }

    /// Whether it stands for several values, which only some functions take.
    pub(super) fn is_list(&self) -> bool {
        match self {
            Self::Cell { until, .. } => until.is_some(),
            Self::Call(function, parts) => function.splits() && parts.iter().any(Self::is_list),
            Self::Real(part, _) | Self::In(_, part) => part.is_list(),
            _ => false,
        }
    }
}

impl Operator {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_pinned_where_it_has_no_tag_of_its_own() {
        let tagged = Expr::cell("a", 2013).pinned("kotra");
        let both = tagged.with(Operator::Divide, Expr::cell("b", 2013)).pinned("cow4");
        assert_eq!(both.to_string(), "a[2013 @ kotra] / b[2013 @ cow4]");
    }
}

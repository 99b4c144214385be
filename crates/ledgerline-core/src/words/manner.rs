//! How numbers are told: as a pure number, a part, a time or money.

use crate::amount::Money;
use crate::formula::Unit;

/// How a result is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Manner {
    /// "58"
    #[default]
    Plain,
    /// "58 times"
    Times,
    /// "89.2%"
    Percent,
    /// "5.5 years"
    Years,
    /// "$112.7m", "$6.545bn"
    Amount(Money),
    /// "$6,545m": an amount in a column that keeps one unit
    Column(Money),
}

impl Manner {
    /// The usual manner for a unit; a pure number may also be told as times or as a percentage.
    pub fn of(unit: Unit) -> Self {
        match unit {
            Unit::Ratio | Unit::Index => Self::Plain,
            Unit::Percent => Self::Percent,
            Unit::Years => Self::Years,
            Unit::Amount(money) => Self::Amount(money),
        }
    }

    /// What a value is multiplied by to be told so.
    pub(super) fn factor(self) -> f64 {
        if self == Self::Percent { 100.0 } else { 1.0 }
    }

    /// The same without the year of its prices, where that is said beside it.
    pub(super) fn at_current(self) -> Self {
        match self {
            Self::Amount(money) => Self::Amount(money.at_current()),
            Self::Column(money) => Self::Column(money.at_current()),
            other => other,
        }
    }

    /// How the same is told in a column of a table, where values are compared down the page.
    pub fn in_column(self) -> Self {
        if let Self::Amount(money) = self { Self::Column(money) } else { self }
    }
}

//! The functions of the formula language.

use std::fmt;
use std::ops::RangeInclusive;

/// A function. `real` and `in` are no functions but parts of the tree, because they change what a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Function {
    /// `change(a, b)` = b/a − 1
    Change,
    /// `growth(a, b, n)` = (b/a)^(1/n) − 1
    Growth,
    /// `after(a, g, n)` = a·(1+g)^n
    After,
    /// `years_to(a, g, b)`: years until a, growing by g, is b.
    YearsTo,
    /// `catch_up(a, ga, b, gb)` and `catch_up(a, ga, b, gb, f)`: years until a is b, or the fraction f of b.
    CatchUp,
    /// `index(a, base)` = 100·a/base
    Index,
    /// `exports(c)`: the part that went out.
    Exports,
    /// `imports(c)`: the part that came in.
    Imports,
    /// `balance(c)`: exports less imports.
    Balance,
    /// `mean(…)`
    Mean,
    /// `median(…)`
    Median,
    /// `sum(…)`
    Sum,
    /// `min(…)`
    Min,
    /// `max(…)`
    Max,
    /// `falls(r)`: the share of the changes from one year to the next that are strict falls.
    Falls,
}

/// What a reader may write in the place of a function: the functions, and the two that are parts of the tree.
pub(crate) const NAMES: [&str; 17] = [
    "change", "growth", "after", "years_to", "catch_up", "index", "exports", "imports", "balance", "mean", "median",
    "sum", "min", "max", "falls", "real", "in",
];

impl Function {
    const ALL: [Self; 15] = [
        Self::Change,
        Self::Growth,
        Self::After,
        Self::YearsTo,
        Self::CatchUp,
        Self::Index,
        Self::Exports,
        Self::Imports,
        Self::Balance,
        Self::Mean,
        Self::Median,
        Self::Sum,
        Self::Min,
        Self::Max,
        Self::Falls,
    ];

    /// The function of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        let place = NAMES.iter().position(|known| *known == name)?;
        Self::ALL.get(place).copied()
    }

    /// Its name in the formula language.
    pub fn name(self) -> &'static str {
        NAMES[self as usize]
    }

    /// How many arguments it takes.
    pub fn arity(self) -> RangeInclusive<usize> {
        match self {
            Self::Change | Self::Index => 2..=2,
            Self::Growth | Self::After | Self::YearsTo => 3..=3,
            Self::CatchUp => 4..=5,
            Self::Exports | Self::Imports | Self::Balance | Self::Falls => 1..=1,
            Self::Mean | Self::Median | Self::Sum | Self::Min | Self::Max => 1..=usize::MAX,
        }
    }

    /// An example of its use.
    pub fn usage(self) -> &'static str {
        match self {
            Self::Change => "change(russia[2012], russia[2013])",
            Self::Growth => "growth(china[2000], china[2013], 13)",
            Self::After => "after(russia[2013], 10%, 7)",
            Self::YearsTo => "years_to(russia[2013], 10%, 1000 USD m)",
            Self::CatchUp => "catch_up(russia[2013], 30%, china[2013], 10%, 1/6)",
            Self::Index => "index(russia[2013], russia[2000])",
            Self::Exports => "exports(russia[2013])",
            Self::Imports => "imports(russia[2013])",
            Self::Balance => "balance(russia[2013])",
            Self::Mean => "mean(russia[2004..2013])",
            Self::Median => "median(russia[2004..2013])",
            Self::Sum => "sum(russia[2004..2013])",
            Self::Min => "min(russia[2004..2013])",
            Self::Max => "max(russia[2004..2013])",
            Self::Falls => "falls(russia[2004..2013])",
        }
    }

    /// Whether it takes ranges.
    pub(super) fn takes_ranges(self) -> bool {
        matches!(self, Self::Mean | Self::Median | Self::Sum | Self::Min | Self::Max | Self::Falls)
    }

    /// Whether it takes a part of a value and so wants a cell.
    pub(super) fn splits(self) -> bool {
        matches!(self, Self::Exports | Self::Imports | Self::Balance)
    }
}

impl fmt::Display for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_is_found_by_its_name() {
        for (place, function) in Function::ALL.into_iter().enumerate() {
            assert_eq!(function as usize, place);
            assert_eq!(Function::from_name(function.name()), Some(function));
        }
        assert_eq!(Function::from_name("real"), None);
    }
}

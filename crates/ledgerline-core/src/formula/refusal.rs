//! Why a formula has no result.

use super::outcome::{Flow, TracedCell};
use super::{Function, Unit};
use crate::amount::Currency;

/// Why a formula has no result. Words for it are in `words`.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The story has no such series.
    UnknownSeries(String),
    /// A year without a value.
    Missing {
        /// Id of the series.
        series: String,
        /// The year.
        year: i32,
        /// What the story says of the gap (markup).
        note: Option<String>,
    },
    /// A year with values of which none is to be shown first.
    Disputed {
        /// Id of the series.
        series: String,
        /// The year.
        year: i32,
        /// The least, in the unit of the series.
        low: f64,
        /// The greatest.
        high: f64,
    },
    /// A year with nothing but derived, contradicted or outlying values.
    Unusable {
        /// Id of the series.
        series: String,
        /// The year.
        year: i32,
    },
    /// Several years of a range have no value that can be used.
    Gaps {
        /// Id of the series.
        series: String,
        /// Those years, ascending.
        years: Vec<i32>,
        /// Id of the source or basis that is asked for, where it is that which has none.
        tag: Option<String>,
    },
    /// A year without a value of the source or basis that is asked for.
    NotByTag {
        /// Id of the series.
        series: String,
        /// The year.
        year: i32,
        /// Id of the source or basis.
        tag: String,
    },
    /// The value taken is not split into exports and imports.
    NoSplit {
        /// Id of the series.
        series: String,
        /// The year.
        year: i32,
        /// The part that is asked for.
        flow: Flow,
    },
    /// The denominator is zero; with the first cell that is, if one is.
    ZeroDenominator(Option<Box<TracedCell>>),
    /// What is counted from amounts above zero alone; with the first cell that is not above it, if one is.
    Sign(Above, Option<Box<TracedCell>>),
    /// A path that its levers lead below zero.
    BelowZero {
        /// Id of the series that it starts from.
        series: String,
        /// The first year in which it is there.
        year: i32,
        /// Whether that is the year that it starts in.
        first: bool,
        /// Whether the value taken leads there, else one of another source.
        taken: bool,
    },
    /// A series (its id) that is to be held against itself.
    Itself(String),
    /// A growth of -100% a year or less, from which no other amount comes.
    Rate,
    /// An amount, or for `catch_up` another path, that is never reached at this growth.
    Never(Function),
    /// A number of years that is not above zero.
    NoYears,
    /// `falls` over less than two years.
    OneYear,
    /// What is told of two years, asked of one or backwards.
    NoSpan {
        /// What computes it: `growth`, `change` or `index`.
        function: Function,
        /// The year that is given.
        year: i32,
        /// Whether it is the first of the two, so that a later one is wanted; else an earlier one is.
        first: bool,
    },
    /// Parts that neither add nor compare.
    UnlikeUnits {
        /// The first, in the formula language, and what it is.
        left: (String, Unit),
        /// The second.
        right: (String, Unit),
    },
    /// An argument that has to be a pure number.
    NotPure {
        /// The function.
        function: Function,
        /// The argument, in the formula language.
        part: String,
        /// What it is.
        unit: Unit,
    },
    /// An amount of no year cannot be converted.
    Undated(String),
    /// The story has no price index for a currency.
    NoDeflator(Currency),
    /// The price index of this id has no value for the year.
    BeyondIndex(String, i32),
    /// The story has no rate between two currencies.
    NoRate(Currency, Currency),
    /// The exchange rate of this id has no value for the year.
    BeyondRate(String, i32),
    /// The second series is no total that holds the first.
    NotATotal {
        /// Id of the part.
        part: String,
        /// Id of what is no total of it.
        whole: String,
    },
    /// The numbers leave what a computer can hold.
    OutOfRange,
}

/// What wants amounts above zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Above {
    /// A growth a year, of both its amounts.
    Growth,
    /// A change in per cent, of its first amount; the second may be zero.
    Change,
    /// An index, of its base; the amount told by it may be zero.
    Index,
    /// A number of years to an amount, of both.
    Years,
    /// A share, of part and total.
    Share,
    /// A ratio, of both amounts or of none.
    Ratio,
    /// A path that catches up with another, of both starts.
    Path,
}

/// Why a computation has no result, whatever the cells are called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    ZeroDenominator,
    Sign(Above),
    Rate,
    Never(Function),
    NoYears,
    OutOfRange,
}

impl Fault {
    /// The refusal of a formula with these cells.
    pub(super) fn over(self, cells: &[TracedCell]) -> Refusal {
        match self {
            Self::ZeroDenominator => Refusal::ZeroDenominator(first(cells, |cell| cell.range.contains(&0.0))),
            Self::Sign(above) => Refusal::Sign(above, first(cells, |cell| cell.least() <= 0.0)),
            Self::Rate => Refusal::Rate,
            Self::Never(function) => Refusal::Never(function),
            Self::NoYears => Refusal::NoYears,
            Self::OutOfRange => Refusal::OutOfRange,
        }
    }
}

fn first(cells: &[TracedCell], is: impl Fn(&TracedCell) -> bool) -> Option<Box<TracedCell>> {
    cells.iter().find(|cell| is(cell)).cloned().map(Box::new)
}

impl Refusal {
    /// A short name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownSeries(_) => "unknown-series",
            Self::Missing { .. } | Self::Gaps { .. } => "missing",
            Self::Disputed { .. } => "disputed",
            Self::Unusable { .. } => "unusable",
            Self::NotByTag { .. } => "not-by-source",
            Self::NoSplit { .. } => "no-split",
            Self::ZeroDenominator(_) => "zero-denominator",
            Self::Sign(..) | Self::Rate => "growth-across-zero",
            Self::BelowZero { .. } => "below-zero",
            Self::Itself(_) => "one-series",
            Self::Never(_) => "never-reached",
            Self::NoYears | Self::OneYear | Self::NoSpan { .. } => "no-years",
            Self::UnlikeUnits { .. } | Self::NotPure { .. } => "unlike-units",
            Self::Undated(_) => "undated-amount",
            Self::NoDeflator(_) | Self::BeyondIndex(..) | Self::NoRate(..) | Self::BeyondRate(..) => "beyond-the-rates",
            Self::NotATotal { .. } => "not-a-total",
            Self::OutOfRange => "out-of-range",
        }
    }

    /// The years that it is about, ascending; empty where it is about no year in particular.
    pub fn years(&self) -> Vec<i32> {
        match self {
            Self::Missing { year, .. }
            | Self::Disputed { year, .. }
            | Self::Unusable { year, .. }
            | Self::NotByTag { year, .. }
            | Self::NoSplit { year, .. } => vec![*year],
            Self::Gaps { years, .. } => years.clone(),
            Self::ZeroDenominator(Some(cell)) | Self::Sign(_, Some(cell)) => vec![cell.year],
            _ => Vec::new(),
        }
    }

    /// Id of the series that it is about, if it is about one.
    pub fn series(&self) -> Option<&str> {
        match self {
            Self::UnknownSeries(series)
            | Self::Itself(series)
            | Self::BelowZero { series, .. }
            | Self::Missing { series, .. }
            | Self::Disputed { series, .. }
            | Self::Unusable { series, .. }
            | Self::Gaps { series, .. }
            | Self::NotByTag { series, .. }
            | Self::NoSplit { series, .. } => Some(series),
            Self::ZeroDenominator(Some(cell)) | Self::Sign(_, Some(cell)) => Some(&cell.series),
            _ => None,
        }
    }
}

/// Where the text of a formula names the series, the part or the function that a refusal is about, in characters
/// from 0.
pub fn locate(text: &str, refusal: &Refusal) -> Option<usize> {
    let part = match refusal {
        Refusal::UnlikeUnits { right: (part, _), .. } | Refusal::NotPure { part, .. } | Refusal::Undated(part) => part,
        Refusal::Never(function) => function.name(),
        Refusal::NoYears => "growth",
        Refusal::OneYear => "falls",
        _ => return named(text, refusal.series()?),
    };
    text.find(part).map(|at| text[..at].chars().count())
}

fn named(text: &str, series: &str) -> Option<usize> {
    let places = text.match_indices(series).map(|(at, _)| at);
    let named = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut whole = places.filter(|at| {
        let behind = text[at + series.len()..].trim_start();
        !text[..*at].ends_with(named) && behind.starts_with('[')
    });
    whole.next().map(|at| text[..at].chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_series_of_a_refusal_is_found_in_the_text() {
        let refusal = |series: &str| Refusal::UnknownSeries(series.to_owned());
        assert_eq!(locate("mychina[2013] + china [2013]", &refusal("china")), Some(16));
        assert_eq!(locate("china[2013]", &refusal("chin")), None);
        assert_eq!(locate("china[2013]", &Refusal::Never(Function::CatchUp)), None);
        assert_eq!(locate("1 + years_to(1, 2%, 0.5)", &Refusal::Never(Function::YearsTo)), Some(4));
        assert_eq!(locate("1 + real(5 USD m, 2013)", &Refusal::Undated("5 USD m".to_owned())), Some(9));
    }
}

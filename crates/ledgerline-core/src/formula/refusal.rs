//! Why a formula has no result.

use super::Unit;

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
    /// The denominator is zero.
    ZeroDenominator,
    /// Units that do not go together.
    UnlikeUnits(Unit, Unit),
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

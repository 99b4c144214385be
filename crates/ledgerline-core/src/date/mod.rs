//! Dates as EDTF (ISO 8601-2:2019) levels 0 and 1 without date-times: intervals of civil days with a precision.

mod day;
mod error;
mod form;
mod parse;
mod suggest;

pub use day::{Day, days_in_month, is_leap_year};
pub use error::{DateError, DateErrorKind};
pub use form::{Bound, Form, Parts, Point, Qualifier};

use std::fmt;

/// An interval of days, both ends included. `None`: open or unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// First day.
    pub start: Option<Day>,
    /// Last day.
    pub end: Option<Day>,
}

/// A date as written: a point at its precision, or an interval of such points.
///
/// Every text that parses is canonical, so printing gives back what was read.
/// Two dates are equal when they are written alike; [`Edtf::order_key`] orders them in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edtf {
    parts: Parts,
}

/// Places dates in time: the earliest start first, then the earliest end. An absent start comes before all
/// days, an absent end after all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OrderKey(Day, Day);

impl Edtf {
    /// Reads a date. The error says what was found and, where it can be guessed, the right way to write it.
    pub fn parse(text: &str) -> Result<Self, DateError> {
        parse::parts(text).map(|parts| Self { parts }).map_err(|kind| DateError::new(kind, text))
    }

    /// The date that a text means which people would write so, such as `4 May 2016`; `None` where that cannot be guessed.
    pub fn meant(text: &str) -> Option<Self> {
        suggest::suggest(text).and_then(|meant| Self::parse(&meant).ok())
    }

    /// A whole year, such as `2014`. Years go to nine digits; one further out is taken as the outermost.
    pub fn year(year: i64) -> Self {
        let year = year.clamp(-parse::MAX_YEAR, parse::MAX_YEAR);
        Self { parts: Parts::One(Point { form: Form::Year(year), qualifier: Qualifier::Certain }) }
    }

    /// What was written: what is needed to draw and to say the date.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// The days that the date covers.
    pub fn interval(&self) -> Interval {
        match &self.parts {
            Parts::One(point) => {
                let (start, end) = point.form.days();
                Interval { start: Some(start), end: Some(end) }
            }
            Parts::Span { from, to } => {
                Interval { start: from.form().map(|form| form.days().0), end: to.form().map(|form| form.days().1) }
            }
        }
    }

    /// Where the date stands in time.
    pub fn order_key(&self) -> OrderKey {
        let Interval { start, end } = self.interval();
        OrderKey(start.unwrap_or(Day(i64::MIN)), end.unwrap_or(Day(i64::MAX)))
    }

    /// First and last year, both included; `None` where an end is open or unknown.
    pub fn years(&self) -> Option<(i32, i32)> {
        let Interval { start, end } = self.interval();
        let year = |day: Day| i32::try_from(day.ymd().0).ok();
        Some((year(start?)?, year(end?)?))
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.parts.fmt(f)
    }
}

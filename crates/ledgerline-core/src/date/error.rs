//! What is wrong with a date, and how to write it.

#[cfg(feature = "check")]
use super::suggest::suggest;
use std::fmt;

/// Why a text is not a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateError {
    /// What is wrong.
    pub kind: DateErrorKind,
    /// The text, cut after forty characters.
    pub found: String,
    /// The date that was probably meant, as it should be written.
    pub meant: Option<String>,
}

/// What can be wrong with a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateErrorKind {
    /// Nothing is written.
    Empty,
    /// None of the known forms.
    NotADate,
    /// A time of day stands behind the date.
    DateTime,
    /// Neither a month nor a season: the number found.
    NoSuchMonth(u8),
    /// The month is shorter.
    NoSuchDay {
        /// The day found.
        day: u8,
        /// The last day of that month.
        last: u8,
    },
    /// `-0000`: the year 0 has no sign.
    MinusZero,
    /// A year of more than nine digits.
    TooFar,
    /// Unspecified digits in an end of an interval.
    UnspecifiedInInterval,
    /// An interval without any known end.
    NoEnd,
    /// The interval ends before it starts.
    EndBeforeStart,
}

impl DateError {
    pub(super) fn new(kind: DateErrorKind, text: &str) -> Self {
        let kind = if kind == DateErrorKind::NotADate && has_time(text) { DateErrorKind::DateTime } else { kind };
        Self { kind, found: text.chars().take(40).collect(), meant: suggest(text) }
    }

    /// What to do, a whole sentence.
    pub fn hint(&self) -> String {
        match (&self.meant, self.kind) {
            (Some(meant), DateErrorKind::NotADate | DateErrorKind::DateTime) => format!("Write “{meant}”."),
            (Some(meant), _) => format!("Perhaps “{meant}” is meant."),
            (None, DateErrorKind::NoSuchMonth(_)) => {
                "Months go from 01 to 12; 21 is spring, 22 summer, 23 autumn and 24 winter.".into()
            }
            (None, DateErrorKind::NoSuchDay { .. }) => "Correct the day or the month.".into(),
            (None, DateErrorKind::TooFar) => "Write a year of at most nine digits.".into(),
            (None, _) => "Write a year (2014), a month (2014-03), a day (2014-03-21) or an interval of them \
                          (2014-03-21/2014-03-25)."
                .into(),
        }
    }
}

/// What a widget makes of a date that it cannot read: nothing; see the feature `check`.
#[cfg(not(feature = "check"))]
fn suggest(_: &str) -> Option<String> {
    None
}

/// Whether something like `T10:00` follows a date.
fn has_time(text: &str) -> bool {
    text.get(8..).is_some_and(|rest| rest.contains(':'))
}

impl fmt::Display for DateError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let found = &self.found;
        match self.kind {
            DateErrorKind::Empty => write!(f, "The date is empty."),
            DateErrorKind::NotADate => write!(f, "“{found}” is not a date in the form that stories use (EDTF)."),
            DateErrorKind::DateTime => write!(f, "“{found}” has a time of day; stories have days only."),
            DateErrorKind::NoSuchMonth(month) => write!(f, "“{found}” names a month {month:02}, which does not exist."),
            DateErrorKind::NoSuchDay { day, last } => {
                write!(f, "“{found}” names a day {day:02}, but that month has days 01 to {last}.")
            }
            DateErrorKind::MinusZero => write!(f, "“{found}” has a minus sign before the year 0."),
            DateErrorKind::TooFar => write!(f, "“{found}” is a year of more than nine digits."),
            DateErrorKind::UnspecifiedInInterval => {
                write!(f, "“{found}” has unspecified digits in an interval.")
            }
            DateErrorKind::NoEnd => write!(f, "“{found}” is an interval with neither a start nor an end."),
            DateErrorKind::EndBeforeStart => write!(f, "“{found}” ends before it starts."),
        }
    }
}

impl std::error::Error for DateError {}

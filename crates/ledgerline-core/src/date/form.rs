//! What a date says: its precision, its qualifiers, the ends of an interval; and the canonical way to write it.

use super::day::{Day, days_in_month};
use std::fmt;

/// A date taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parts {
    /// One point at its own precision, such as `2014-03`.
    One(Point),
    /// From one point to another, such as `2014-03-21/2014-03-22`. At least one end is known.
    Span {
        /// Where it starts.
        from: Bound,
        /// Where it ends.
        to: Bound,
    },
}

/// An end of an interval.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Given.
    Known(Point),
    /// Written `..`: it goes on.
    Open,
    /// Not written: nobody knows.
    Unknown,
}

/// A date without an interval, with its qualifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The date itself.
    pub form: Form,
    /// How sure it is.
    pub qualifier: Qualifier,
}

/// The mark at the end of a date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Qualifier {
    /// No mark.
    #[default]
    Certain,
    /// `~`: about then.
    Approximate,
    /// `?`: perhaps then.
    Uncertain,
    /// `%`: perhaps, and about then.
    Both,
}

/// A date at its precision. Years are astronomical: 0 is 1 BCE, −43 is 44 BCE.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// `2014`, or `Y17000` beyond four digits.
    Year(i64),
    /// `2014-03`: year, month.
    Month(i64, u8),
    /// `2014-03-21`: year, month, day.
    Day(i64, u8, u8),
    /// `2014-21`: year, season from 21 (spring) to 24 (winter, which ends in the next year). Northern.
    Season(i64, u8),
    /// `199X`: some year of ten; the year is written with 0 for the X.
    Decade(i64),
    /// `19XX`: some year of a hundred; the year is written with 00 for the XX.
    Century(i64),
    /// `2004-XX`: some month of the year.
    SomeMonth(i64),
    /// `2004-07-XX`: some day of the month.
    SomeDay(i64, u8),
    /// `1999-XX-XX`: some day of the year.
    SomeDayOfYear(i64),
}

impl Bound {
    /// The point, where it is known.
    pub fn point(&self) -> Option<&Point> {
        match self {
            Self::Known(point) => Some(point),
            Self::Open | Self::Unknown => None,
        }
    }

    pub(super) fn form(&self) -> Option<&Form> {
        self.point().map(|point| &point.form)
    }
}

impl Form {
    /// First and last day.
    pub fn days(&self) -> (Day, Day) {
        match *self {
            Self::Year(year) | Self::SomeMonth(year) | Self::SomeDayOfYear(year) => years(year, year),
            Self::Month(year, month) | Self::SomeDay(year, month) => months(year, month, year, month),
            Self::Day(year, month, day) => (Day::from_ymd(year, month, day), Day::from_ymd(year, month, day)),
            Self::Season(year, season) => match season.clamp(21, 24) {
                24 => months(year, 12, year.saturating_add(1), 2),
                season => months(year, (season - 20) * 3, year, (season - 20) * 3 + 2),
            },
            Self::Decade(year) => digits(year, 9),
            Self::Century(year) => digits(year, 99),
        }
    }
}

/// All years that begin with the digits of `year`: before the common era they go back from it.
fn digits(year: i64, more: i64) -> (Day, Day) {
    if year < 0 { years(year.saturating_sub(more), year) } else { years(year, year.saturating_add(more)) }
}

fn years(first: i64, last: i64) -> (Day, Day) {
    months(first, 1, last, 12)
}

fn months(year: i64, month: u8, last_year: i64, last_month: u8) -> (Day, Day) {
    let last_day = days_in_month(last_year, last_month);
    (Day::from_ymd(year, month, 1), Day::from_ymd(last_year, last_month, last_day))
}

impl fmt::Display for Parts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::One(point) => point.fmt(f),
            Self::Span { from, to } => write!(f, "{from}/{to}"),
        }
    }
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Known(point) => point.fmt(f),
            Self::Open => f.write_str(".."),
            Self::Unknown => Ok(()),
        }
    }
}

impl fmt::Display for Point {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.form.fmt(f)?;
        f.write_str(match self.qualifier {
            Qualifier::Certain => "",
            Qualifier::Approximate => "~",
            Qualifier::Uncertain => "?",
            Qualifier::Both => "%",
        })
    }
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Year(year)
        | Self::Month(year, _)
        | Self::Day(year, ..)
        | Self::Season(year, _)
        | Self::Decade(year)
        | Self::Century(year)
        | Self::SomeMonth(year)
        | Self::SomeDay(year, _)
        | Self::SomeDayOfYear(year)) = *self;
        let (sign, size) = (if year < 0 { "-" } else { "" }, year.unsigned_abs());
        match *self {
            Self::Year(_) if size > 9999 => write!(f, "Y{sign}{size}"),
            Self::Year(_) => write!(f, "{sign}{size:04}"),
            Self::Month(_, second) | Self::Season(_, second) => write!(f, "{sign}{size:04}-{second:02}"),
            Self::Day(_, month, day) => write!(f, "{sign}{size:04}-{month:02}-{day:02}"),
            Self::Decade(_) => write!(f, "{sign}{:03}X", size / 10),
            Self::Century(_) => write!(f, "{sign}{:02}XX", size / 100),
            Self::SomeMonth(_) => write!(f, "{sign}{size:04}-XX"),
            Self::SomeDay(_, month) => write!(f, "{sign}{size:04}-{month:02}-XX"),
            Self::SomeDayOfYear(_) => write!(f, "{sign}{size:04}-XX-XX"),
        }
    }
}

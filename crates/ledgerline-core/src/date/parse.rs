//! Reads EDTF text, strictly.

use super::day::days_in_month;
use super::error::DateErrorKind as Kind;
use super::form::{Bound, Form, Parts, Point, Qualifier};

/// Years go to nine digits, so that every one fits an `i32`.
pub(super) const MAX_YEAR: i64 = 999_999_999;

/// Reads a whole date, intervals included.
pub(super) fn parts(text: &str) -> Result<Parts, Kind> {
    let Some((from, to)) = text.split_once('/') else {
        return point(text).map(Parts::One);
    };
    let (from, to) = (bound(from)?, bound(to)?);
    match (from.form(), to.form()) {
        (None, None) => Err(Kind::NoEnd),
        (Some(first), Some(last)) if first.days().0 > last.days().1 => Err(Kind::EndBeforeStart),
        _ => Ok(Parts::Span { from, to }),
    }
}

fn bound(text: &str) -> Result<Bound, Kind> {
    match text {
        "" => Ok(Bound::Unknown),
        ".." => Ok(Bound::Open),
        _ => known(point(text)?),
    }
}

fn known(point: Point) -> Result<Bound, Kind> {
    match point.form {
        Form::Year(_) | Form::Month(..) | Form::Day(..) | Form::Season(..) => Ok(Bound::Known(point)),
        // Level 2 of the standard knows these in intervals; levels 0 and 1 do not.
        _ => Err(Kind::UnspecifiedInInterval),
    }
}

/// Reads a date without an interval.
pub(super) fn point(text: &str) -> Result<Point, Kind> {
    let marks = [("~", Qualifier::Approximate), ("?", Qualifier::Uncertain), ("%", Qualifier::Both)];
    let found = marks.into_iter().find_map(|(mark, qualifier)| Some((text.strip_suffix(mark)?, qualifier)));
    let (bare, qualifier) = found.unwrap_or((text, Qualifier::Certain));
    Ok(Point { form: form(bare)?, qualifier })
}

fn form(text: &str) -> Result<Form, Kind> {
    if text.is_empty() {
        return Err(Kind::Empty);
    }
    if let Some(rest) = text.strip_prefix('Y') {
        return long_year(rest);
    }
    let (negative, rest) = sign(text);
    let mut pieces = rest.split('-');
    let year = pieces.next().unwrap_or_default();
    let rest = (pieces.next(), pieces.next(), pieces.next());
    match rest {
        (None, _, _) => year_or_more(year, negative),
        (Some(month), None, _) => month_or_season(plain_year(year, negative)?, month),
        (Some(month), Some(day), None) => day_of(plain_year(year, negative)?, month, day),
        _ => Err(Kind::NotADate),
    }
}

fn sign(text: &str) -> (bool, &str) {
    text.strip_prefix('-').map_or((false, text), |rest| (true, rest))
}

/// The rest of `Y17000` or `Y-17000`: more than four digits, the first not 0.
fn long_year(text: &str) -> Result<Form, Kind> {
    let (negative, digits) = sign(text);
    let size = number(digits, digits.len()).ok_or(Kind::NotADate)?;
    if digits.len() > 9 {
        return Err(Kind::TooFar);
    }
    if digits.len() < 5 || digits.starts_with('0') {
        return Err(Kind::NotADate);
    }
    Ok(Form::Year(if negative { -size } else { size }))
}

/// `2014`, `199X` or `19XX`.
fn year_or_more(text: &str, negative: bool) -> Result<Form, Kind> {
    let known = text.trim_end_matches('X');
    let (form, size): (fn(i64) -> Form, i64) = match text.len().saturating_sub(known.len()) {
        0 => (Form::Year, 1),
        1 => (Form::Decade, 10),
        2 => (Form::Century, 100),
        _ => return Err(Kind::NotADate),
    };
    if text.len() != 4 {
        return Err(Kind::NotADate);
    }
    let year = number(known, known.len()).ok_or(Kind::NotADate)? * size;
    signed(year, negative).map(form)
}

fn plain_year(text: &str, negative: bool) -> Result<i64, Kind> {
    signed(number(text, 4).ok_or(Kind::NotADate)?, negative)
}

fn signed(year: i64, negative: bool) -> Result<i64, Kind> {
    match (year, negative) {
        (0, true) => Err(Kind::MinusZero),
        (year, true) => Ok(-year),
        (year, false) => Ok(year),
    }
}

fn month_or_season(year: i64, month: &str) -> Result<Form, Kind> {
    if month == "XX" {
        return Ok(Form::SomeMonth(year));
    }
    match two_digits(month)? {
        month @ 1..=12 => Ok(Form::Month(year, month)),
        season @ 21..=24 => Ok(Form::Season(year, season)),
        other => Err(Kind::NoSuchMonth(other)),
    }
}

fn day_of(year: i64, month: &str, day: &str) -> Result<Form, Kind> {
    if (month, day) == ("XX", "XX") {
        return Ok(Form::SomeDayOfYear(year));
    }
    let month = two_digits(month)?;
    if !(1..=12).contains(&month) {
        return Err(Kind::NoSuchMonth(month));
    }
    if day == "XX" {
        return Ok(Form::SomeDay(year, month));
    }
    let (day, last) = (two_digits(day)?, days_in_month(year, month));
    if (1..=last).contains(&day) { Ok(Form::Day(year, month, day)) } else { Err(Kind::NoSuchDay { day, last }) }
}

fn two_digits(text: &str) -> Result<u8, Kind> {
    let value = number(text, 2).ok_or(Kind::NotADate)?;
    u8::try_from(value).map_err(|_| Kind::NotADate)
}

/// A number of exactly so many digits, no sign.
fn number(text: &str, length: usize) -> Option<i64> {
    let digits = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    // A number too long for an `i64` is longer than any year that may be written.
    digits.then(|| text.parse().unwrap_or(i64::MAX)).filter(|_| !text.is_empty())
}

//! A state from text, which may come from anywhere.

use super::names::flow;
use super::{LONGEST, Link, LinkError, Mode, Part, Unknown, VERSION, View};
use crate::amount::{Currency, Money};
use crate::compare::Measure;
use crate::date::Edtf;
use crate::story::Lever;

/// Years beyond these are no years of figures.
pub const FURTHEST: i32 = 9999;
/// Nor are amounts beyond this amounts of figures, in single units of their money: a thousand million billions.
pub(crate) const GREATEST: f64 = 1e18;
/// Nor is growth beyond this in a year: 100,000%.
pub(crate) const FASTEST: f64 = 1e3;

impl Link {
    /// Reads what stands behind `#ll=`. Keys that are not known are skipped: a later program may have written them.
    ///
    /// # Errors
    /// A [`LinkError`] for the first part that makes no sense.
    pub fn parse(text: &str) -> Result<Self, LinkError> {
        if text.len() > LONGEST {
            return Err(LinkError::TooLong);
        }
        let mut parts = text.split(';');
        let first = parts.next().unwrap_or_default();
        match first.parse() {
            Ok(VERSION) => {}
            Ok(other) => return Err(LinkError::Version(other)),
            Err(_) => return Err(damaged(first)),
        }
        let mut link = Self::default();
        for part in parts.filter(|part| !part.is_empty()) {
            part.split_once('=').and_then(|(key, value)| link.put(key, value)).ok_or_else(|| damaged(part))?;
        }
        Ok(link)
    }

    /// Takes one part over; `None` where its value makes no sense.
    fn put(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "v" => self.view = Some(View::from_name(value)?),
            "m" => self.mode = Some(Mode::from_name(value)?),
            "a" => self.a = Some(decoded(value)?),
            "b" => self.b = Some(decoded(value)?),
            "y" => self.when = Some(years(value)?),
            "as" => self.measure = Some(Measure::from_name(value)?),
            "f" => self.flow = Some(flow(value)?),
            "p" => self.prices = part(value, year)?,
            "c" => self.currency = part(value, currency)?,
            "s" => self.sources = part(value, decoded)?,
            "t" => self.target.unknown = Some(Unknown::from_name(value)?),
            "to" => self.target.amount = Some(number(value)?),
            "by" => self.target.by = Some(year(value)?),
            "g" => self.target.growth = Some(number(value)?),
            "sc" => self.scenario = part(value, decoded)?,
            "l" => self.levers = list(value, lever)?,
            "u" => self.until = Some(year(value)?),
            "fr" => self.fraction = Some(number(value).filter(|part| *part > 0.0)?),
            "d" => self.lines = Some(one_of(value, ["bars", "lines"])?),
            "k" => self.linear = Some(one_of(value, ["log", "linear"])?),
            "cl" => self.claim = part(value, decoded)?,
            _ => return self.put_timeline(key, value),
        }
        Some(())
    }

    fn put_timeline(&mut self, key: &str, value: &str) -> Option<()> {
        match key {
            "r" => self.range = part(value, |text| Edtf::parse(&decoded(text)?).ok())?,
            "ln" => self.lanes = part(value, decoded)?,
            "h" => self.hidden = list(value, decoded)?,
            "q" => self.query = part(value, decoded)?,
            "e" => self.event = part(value, decoded)?,
            "n" => self.scene = part(value, |text| text.parse().ok().filter(|scene| *scene > 0))?,
            _ => {}
        }
        Some(())
    }
}

/// Whether it is the second of two names.
fn one_of(value: &str, names: [&str; 2]) -> Option<bool> {
    names.iter().position(|name| *name == value).map(|place| place == 1)
}

fn damaged(part: &str) -> LinkError {
    const SHOWN: usize = 40;
    LinkError::Damaged(part.chars().take(SHOWN).collect())
}

/// A part that is cleared by an empty value.
fn part<T>(text: &str, read: fn(&str) -> Option<T>) -> Option<Part<T>> {
    if text.is_empty() { Some(Part::Nothing) } else { read(text).map(Part::Is) }
}

fn list<T>(text: &str, read: fn(&str) -> Option<T>) -> Option<Vec<T>> {
    text.split(',').filter(|item| !item.is_empty()).map(read).collect()
}

fn lever(text: &str) -> Option<(String, Lever)> {
    let mut parts = text.split(':');
    let name = decoded(parts.next()?)?;
    let lever = match (parts.next()?, parts.next(), parts.next()) {
        (amount, None, _) => Lever::Number(number(amount)?),
        (when, Some(amount), None) => Lever::Once { when: year(when)?, amount: number(amount)? },
        _ => return None,
    };
    Some((name, lever))
}

fn years(text: &str) -> Option<(i32, i32)> {
    let (from, until) = text.split_once('/').unwrap_or((text, text));
    let (from, until) = (year(from)?, year(until)?);
    (from <= until).then_some((from, until))
}

fn year(text: &str) -> Option<i32> {
    text.parse::<i32>().ok().and_then(|year| year_of(year.into()))
}

/// The year that a number is, as a reader typed it: without what it has behind the point. `None` where no figures could
/// be of it.
pub fn year_of(number: f64) -> Option<i32> {
    // Beyond all years it becomes the last that can be held, which is none of them.
    Some(number as i32).filter(|year| !number.is_nan() && (-FURTHEST..=FURTHEST).contains(year))
}

fn number(text: &str) -> Option<f64> {
    let plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'.'));
    crate::float::parse(text).filter(|number| plain && number.is_finite())
}

/// Three capitals.
pub(super) fn currency(text: &str) -> Option<Currency> {
    Money::parse(text).filter(|_| text.len() == 3).map(|money| money.currency)
}

/// Percent-encoded text as it was; `None` where a code is broken or what comes out is no UTF-8.
fn decoded(text: &str) -> Option<String> {
    let mut parts = text.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (code, rest) = part.as_bytes().split_at_checked(2)?;
        let digit = |byte: u8| char::from(byte).to_digit(16);
        let byte = digit(code[0])? * 16 + digit(code[1])?;
        bytes.push(u8::try_from(byte).ok()?);
        bytes.extend_from_slice(rest);
    }
    String::from_utf8(bytes).ok()
}

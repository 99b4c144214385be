//! How each type is read from its value.

use super::super::json::{Node, Value};
use super::super::report::{Report, quoted};
use super::super::{Says, Series, Story};
use super::field::wrong_type;
use super::form::{self, Form};
use crate::amount::{self, Decimal, Money};
use crate::date::Edtf;

/// Something that can be read from a value of the file. Reading always gives something, so that lists keep their
/// order and checks find what they look for; where it had to be made up, an error was reported.
pub(in super::super) trait Read: Sized {
    /// Reads the value and reports what is wrong with it.
    fn read<'n>(node: &'n Node<'n>, form: Form, report: &mut Report<'n>) -> Self;

    /// What it is if nothing is written.
    fn absent() -> Self;
}

impl Read for String {
    fn read<'n>(node: &'n Node<'n>, form: Form, report: &mut Report<'n>) -> Self {
        form::text(node, form, report)
    }

    fn absent() -> Self {
        Self::new()
    }
}

impl<T: Read> Read for Option<T> {
    fn read<'n>(node: &'n Node<'n>, form: Form, report: &mut Report<'n>) -> Self {
        match node.value {
            Value::Null => None,
            _ => Some(T::read(node, form, report)),
        }
    }

    fn absent() -> Self {
        None
    }
}

impl<T: Read> Read for Vec<T> {
    fn read<'n>(node: &'n Node<'n>, form: Form, report: &mut Report<'n>) -> Self {
        match &node.value {
            Value::List(items) => items.iter().map(|item| T::read(item, form, report)).collect(),
            _ if form == Form::OneOrMany => vec![T::read(node, form, report)],
            _ => {
                wrong_type(node, "a list", report);
                Self::new()
            }
        }
    }

    fn absent() -> Self {
        Self::new()
    }
}

impl Read for bool {
    fn read<'n>(node: &'n Node<'n>, _: Form, report: &mut Report<'n>) -> Self {
        match node.value {
            Value::Bool(value) => value,
            _ => {
                wrong_type(node, "true or false", report);
                false
            }
        }
    }

    fn absent() -> Self {
        false
    }
}

/// An importance from 1 to 5; 3 if nothing is written.
impl Read for u8 {
    fn read<'n>(node: &'n Node<'n>, _: Form, report: &mut Report<'n>) -> Self {
        whole(node, 1, 5, report).try_into().unwrap_or(3)
    }

    fn absent() -> Self {
        3
    }
}

/// A number of pixels.
impl Read for u32 {
    fn read<'n>(node: &'n Node<'n>, _: Form, report: &mut Report<'n>) -> Self {
        whole(node, 1, 100_000, report)
    }

    fn absent() -> Self {
        1
    }
}

/// A year, which is written as a text like every date.
impl Read for i32 {
    fn read<'n>(node: &'n Node<'n>, _: Form, report: &mut Report<'n>) -> Self {
        let Value::Text(text) = &node.value else {
            wrong_type(node, "a text with a year", report);
            return Self::absent();
        };
        form::year(text).unwrap_or_else(|| {
            let message = format!("{} is not a year.", quoted(text));
            report.error(node.at, "bad-year", message, "Years here have four digits: “2013”.".into());
            Self::absent()
        })
    }

    /// No year of a story, so that two unreadable years are not taken for the same.
    fn absent() -> Self {
        Self::MIN
    }
}

impl Read for Edtf {
    fn read<'n>(node: &'n Node<'n>, _: Form, report: &mut Report<'n>) -> Self {
        let Value::Text(text) = &node.value else {
            wrong_type(node, "a text with a date", report);
            return Self::absent();
        };
        Self::parse(text).unwrap_or_else(|error| {
            report.error(node.at, "bad-date", error.to_string(), error.hint());
            Self::absent()
        })
    }

    fn absent() -> Self {
        Self::year(0)
    }
}

impl Read for Decimal {
    fn read<'n>(node: &'n Node<'n>, _: Form, report: &mut Report<'n>) -> Self {
        let Value::Number(written) = node.value else {
            wrong_type(node, "a number", report);
            return Self::absent();
        };
        Self::parse(written).unwrap_or_else(|| {
            let message = format!("{} is not written as a plain decimal number.", quoted(written));
            report.error(node.at, "bad-number", message, "Write digits and a decimal point, no exponent.".into());
            Self::absent()
        })
    }

    fn absent() -> Self {
        Self::default()
    }
}

impl Read for Money {
    fn read<'n>(node: &'n Node<'n>, _: Form, report: &mut Report<'n>) -> Self {
        let Value::Text(text) = &node.value else {
            wrong_type(node, "a text with a unit of money", report);
            return Self::absent();
        };
        Self::parse(text).unwrap_or_else(|| {
            let message = format!("{} is not a unit of money.", quoted(text));
            let hint = "Write the currency and its scale: “USD m”, “USD bn”, “RUB k” or “EUR”.";
            report.error(node.at, "bad-unit", message, hint.into());
            Self::absent()
        })
    }

    fn absent() -> Self {
        Self::default()
    }
}

/// A rule that may be left out, or be `null`, which is not the same.
impl Read for Says {
    fn read<'n>(node: &'n Node<'n>, form: Form, report: &mut Report<'n>) -> Self {
        match node.value {
            Value::Null => Self::Nothing,
            _ => Self::Rule(form::text(node, form, report)),
        }
    }

    fn absent() -> Self {
        Self::Inherited
    }
}

/// The version of the format.
pub(in super::super) struct Version;

impl Version {
    /// Nothing of it stays in the story.
    pub(in super::super) fn pass(self, _: &mut Story) {}
}

impl Read for Version {
    fn read<'n>(node: &'n Node<'n>, _: Form, report: &mut Report<'n>) -> Self {
        if node.value != Value::Number("1") {
            let message = "The version of the format can only be the number 1.".into();
            report.error(node.at, "wrong-version", message, "Begin the story with \"ledgerline\": 1.".into());
        }
        Self
    }

    fn absent() -> Self {
        Self
    }
}

/// The address of the schema, which many editors look for in a file.
pub(in super::super) struct SchemaAddress;

impl SchemaAddress {
    /// Nothing of it stays in the story.
    pub(in super::super) fn pass(self, _: &mut Story) {}
}

impl Read for SchemaAddress {
    fn read<'n>(node: &'n Node<'n>, form: Form, report: &mut Report<'n>) -> Self {
        form::text(node, form, report);
        Self
    }

    fn absent() -> Self {
        Self
    }
}

/// The prices of a series: `current`, or the base year as text or number.
pub(in super::super) struct Prices(amount::Prices);

impl Prices {
    /// In the series they are a part of the unit.
    pub(in super::super) fn put(self, series: &mut Series) {
        series.unit.prices = self.0;
    }
}

impl Read for Prices {
    fn read<'n>(node: &'n Node<'n>, form: Form, report: &mut Report<'n>) -> Self {
        let text = match node.value {
            Value::Number(year) if form::year(year).is_some() => year.to_owned(),
            _ => form::text(node, form, report),
        };
        Self(form::year(&text).map_or(amount::Prices::Current, amount::Prices::Constant))
    }

    fn absent() -> Self {
        Self(amount::Prices::Current)
    }
}

/// A whole number between the bounds.
fn whole(node: &Node<'_>, least: u32, most: u32, report: &mut Report<'_>) -> u32 {
    let Value::Number(written) = node.value else {
        wrong_type(node, "a number", report);
        return least;
    };
    written.parse().ok().filter(|value| (least..=most).contains(value)).unwrap_or_else(|| {
        let message = format!("{} is not a whole number from {least} to {most}.", quoted(written));
        report.error(node.at, "out-of-range", message, format!("Write a whole number from {least} to {most}."));
        least
    })
}

//! Objects whose names are ids, years or levers.

use super::super::json::{Node, Value};
use super::super::report::{Kind, Report, quoted};
use super::super::{Lever, Map};
use super::field::{Field, Fields, members, wrong_type};
use super::form::{self, Form};
use super::value::Read;
use crate::amount::Decimal;

/// More named things of a kind than these are refused: every reference to one is a walk.
pub(in super::super) const MAX_NAMES: usize = 10_000;

impl<T: Read> Read for Map<T> {
    fn read<'n>(node: &'n Node<'n>, form: Form, report: &mut Report<'n>) -> Self {
        let Form::Named(kind) = form else { return Self::default() };
        let named = named(node, kind, report).into_iter();
        Self(named.map(|(id, node)| (id.to_owned(), T::read(node, Form::Plain, report))).collect())
    }

    fn absent() -> Self {
        Self::default()
    }
}

/// Ids and values. Reports ids that cannot be one.
fn named<'n>(node: &'n Node<'n>, kind: Kind, report: &mut Report<'n>) -> Vec<(&'n str, &'n Node<'n>)> {
    let members = members(node, report);
    if members.len() > MAX_NAMES {
        let message = format!("There are {} entries here; a story may have {MAX_NAMES}.", members.len());
        report.error(node.at, "too-many", message, "Remove those that nothing refers to.".into());
        return Vec::new();
    }
    for member in &members {
        form::id(member.at, &member.name, kind, report);
    }
    members.into_iter().map(|member| (&*member.name, &member.node)).collect()
}

/// Numbers by year, ascending.
impl Read for Vec<(i32, Decimal)> {
    fn read<'n>(node: &'n Node<'n>, _: Form, report: &mut Report<'n>) -> Self {
        let mut table = Self::new();
        for member in members(node, report) {
            let value = Decimal::read(&member.node, Form::Plain, report);
            match form::year(&member.name) {
                Some(year) => table.push((year, value)),
                None => {
                    let message = format!("{} is not a year.", quoted(&member.name));
                    let hint = "The names here are years with four digits: “2013”.";
                    report.error(member.at, "bad-year", message, hint.into());
                }
            }
        }
        table.sort_by_key(|(year, _)| *year);
        table
    }

    fn absent() -> Self {
        Self::new()
    }
}

/// Levers by name, in file order. The names are checked later, when the series are known.
impl Read for Vec<(String, Lever)> {
    fn read<'n>(node: &'n Node<'n>, _: Form, report: &mut Report<'n>) -> Self {
        let members = members(node, report);
        members
            .iter()
            .map(|member| (member.name.clone().into_owned(), Lever::read(&member.node, Form::Plain, report)))
            .collect()
    }

    fn absent() -> Self {
        Self::new()
    }
}

impl Lever {
    /// The fields of a lever that is moved once.
    pub(in super::super) const ONCE: &'static [Field] = &[
        Field {
            name: "when",
            required: true,
            form: Form::Plain,
            #[cfg(feature = "schema")]
            doc: "The year.",
            #[cfg(feature = "schema")]
            schema: super::super::schema::of::<i32>,
        },
        Field {
            name: "amount",
            required: true,
            form: Form::Plain,
            #[cfg(feature = "schema")]
            doc: "In the unit of the series.",
            #[cfg(feature = "schema")]
            schema: super::super::schema::of::<Decimal>,
        },
    ];
}

impl Read for Lever {
    fn read<'n>(node: &'n Node<'n>, form: Form, report: &mut Report<'n>) -> Self {
        match node.value {
            Value::Number(_) => Self::Number(Decimal::read(node, form, report).value),
            Value::Object(_) => {
                let mut fields = Fields::of(node, Self::ONCE, report);
                let when = fields.next(report);
                Self::Once { when, amount: fields.next::<Decimal>(report).value }
            }
            _ => {
                wrong_type(node, "a number, or an object with “when” and “amount”", report);
                Self::absent()
            }
        }
    }

    fn absent() -> Self {
        Self::Number(0.0)
    }
}

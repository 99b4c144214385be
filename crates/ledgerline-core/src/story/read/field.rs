//! Objects whose fields are known.

use super::super::json::{Member, Node, Value};
use super::super::report::{Report, listed, quoted};
use super::{Form, Read};
use std::collections::BTreeSet;

/// One field of a record: the single place that reader and schema know it from.
pub(in super::super) struct Field {
    /// Its name in the file.
    pub(in super::super) name: &'static str,
    /// Whether it may not be left out.
    pub(in super::super) required: bool,
    /// What its text must look like.
    pub(in super::super) form: Form,
    /// What it means.
    #[cfg(feature = "schema")]
    pub(in super::super) doc: &'static str,
    /// The schema of its type.
    #[cfg(feature = "schema")]
    pub(in super::super) schema: fn(Form, &mut schemars::SchemaGenerator) -> schemars::Schema,
}

/// The fields that an object has, handed out in the order of the record's own list.
pub(in super::super) struct Fields<'n> {
    found: std::vec::IntoIter<Option<&'n Node<'n>>>,
    known: std::slice::Iter<'static, Field>,
}

impl<'n> Fields<'n> {
    /// Sorts the members of an object to the fields of a record. Reports what is unknown, missing or there twice.
    pub(in super::super) fn of(node: &'n Node<'n>, known: &'static [Field], report: &mut Report<'n>) -> Self {
        let mut found = vec![None; known.len()];
        match &node.value {
            Value::Object(members) => {
                sort(members, known, &mut found, report);
                for (field, _) in known.iter().zip(&found).filter(|(field, slot)| field.required && slot.is_none()) {
                    missing(node, field, report);
                }
            }
            _ => wrong_type(node, "an object", report),
        }
        Self { found: found.into_iter(), known: known.iter() }
    }

    /// Reads the next field.
    pub(in super::super) fn next<T: Read>(&mut self, report: &mut Report<'n>) -> T {
        match (self.known.next(), self.found.next().flatten()) {
            (Some(field), Some(node)) => T::read(node, field.form, report),
            _ => T::absent(),
        }
    }
}

fn sort<'n>(
    members: &'n [Member<'n>],
    known: &'static [Field],
    found: &mut [Option<&'n Node<'n>>],
    report: &mut Report<'n>,
) {
    for member in members {
        match known.iter().position(|field| field.name == member.name) {
            Some(slot) => {
                if found[slot].replace(&member.node).is_some() {
                    twice(member, report);
                }
            }
            None => unknown(member, known, report),
        }
    }
}

fn unknown<'n>(member: &Member<'n>, known: &'static [Field], report: &mut Report<'n>) {
    let names = || known.iter().map(|field| field.name);
    let hint = match report.nearest(&member.name, &mut names()) {
        Some(name) => format!("Perhaps “{name}” is meant."),
        None => format!("The fields here are {}.", listed(&names().collect::<Vec<_>>())),
    };
    report.warning(member.at, "unknown-field", format!("There is no field {} here.", quoted(&member.name)), hint);
}

fn missing(node: &Node<'_>, field: &Field, report: &mut Report<'_>) {
    let (code, hint) = match field.name {
        "ledgerline" => ("missing-version", "Begin the story with \"ledgerline\": 1.".into()),
        name => ("missing-field", format!("Add “{name}”.")),
    };
    report.error(node.at, code, format!("The field “{}” is missing.", field.name), hint);
}

fn twice(member: &Member<'_>, report: &mut Report<'_>) {
    let message = format!("{} stands here twice; the last one counts.", quoted(&member.name));
    report.warning(member.at, "duplicate-field", message, "Remove one of them.".into());
}

/// The members of an object whose names are ids or years, without those that a later one replaces.
pub(in super::super) fn members<'n>(node: &'n Node<'n>, report: &mut Report<'n>) -> Vec<&'n Member<'n>> {
    let Value::Object(members) = &node.value else {
        wrong_type(node, "an object", report);
        return Vec::new();
    };
    let mut seen = BTreeSet::new();
    let mut kept: Vec<&Member<'n>> = Vec::with_capacity(members.len());
    for member in members.iter().rev() {
        if seen.insert(&*member.name) {
            kept.push(member);
        } else {
            twice(member, report);
        }
    }
    kept.reverse();
    kept
}

/// Reports that something else should stand here.
pub(in super::super) fn wrong_type(node: &Node<'_>, expected: &str, report: &mut Report<'_>) {
    let hint = match (&node.value, expected) {
        (Value::Null, _) => "Leave the field out if there is nothing to say.",
        (Value::Number(_), text) if text.starts_with("a text") => "Put it in double quotation marks.",
        (Value::Text(_), "a number" | "true or false") => "Remove the quotation marks.",
        (Value::List(_), "an object") => "Put it in braces, and give every entry in it its name.",
        (_, "a list") => "Put it in square brackets.",
        _ => "",
    };
    report.error(node.at, "wrong-type", format!("Expected {expected}, found {}.", node.kind()), hint.into());
}

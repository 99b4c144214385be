//! What a text must look like, beyond being a text.

use super::super::json::{Node, Value};
use super::super::markup;
use super::super::report::{Kind, Reference, Report, listed, quoted};
use super::field::wrong_type;
use crate::link::FURTHEST;

/// What the content of a field must look like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Form {
    /// Any text that says something; any value of the field's type.
    Plain,
    /// Paragraphs with emphasis and links.
    Markup,
    /// An id of its own.
    Id(Kind),
    /// An object whose names are ids.
    Named(Kind),
    /// The id of something else.
    Ref(Kind),
    /// One of a few words, or the id of something else.
    RefOr(Kind, &'static [&'static str]),
    /// One of a few words.
    OneOf(&'static [&'static str]),
    /// `http:` or `https:`.
    Link,
    /// `https:`.
    SecureLink,
    /// BCP 47.
    Language,
    /// Three capitals.
    Currency,
    /// `current` or a year.
    Prices,
    /// A list, or its only item.
    OneOrMany,
}

/// Reads a text and checks its form. An unfit text is reported and given back as it is.
pub(in super::super) fn text<'n>(node: &'n Node<'n>, form: Form, report: &mut Report<'n>) -> String {
    let Value::Text(text) = &node.value else {
        wrong_type(node, "a text", report);
        return String::new();
    };
    match form {
        Form::Markup => markup_text(node.at, text, report),
        Form::Plain if text.trim().is_empty() => {
            let hint = "Write something, or leave the field out if it may be left out.";
            report.warning(node.at, "empty-text", "This text is empty.".into(), hint.into());
        }
        Form::Id(kind) => id(node.at, text, kind, report),
        Form::Ref(kind) => report.references.push(Reference { kind, id: text, at: node.at }),
        Form::RefOr(_, words) if words.contains(&&**text) => {}
        Form::RefOr(kind, _) => report.references.push(Reference { kind, id: text, at: node.at }),
        Form::OneOf(words) => one_of(node.at, text, words, report),
        Form::Link => link(node.at, text, &["https://", "http://"], report),
        Form::SecureLink => link(node.at, text, &["https://"], report),
        Form::Language => language(node.at, text, report),
        Form::Currency => currency(node.at, text, report),
        Form::Prices => prices(node.at, text, report),
        Form::Plain | Form::Named(_) | Form::OneOrMany => {}
    }
    text.clone().into_owned()
}

/// Reports a word that is not one of those that may stand here.
pub(in super::super) fn one_of(at: usize, text: &str, words: &[&'static str], report: &mut Report<'_>) {
    if words.contains(&text) {
        return;
    }
    let near = report.nearest(text, &mut words.iter().copied());
    let perhaps = near.map(|word| format!("Perhaps “{word}” is meant. ")).unwrap_or_default();
    let hint = format!("{perhaps}It can be {}.", listed(words));
    report.error(at, "wrong-value", format!("{} cannot stand here.", quoted(text)), hint);
}

/// Reports an id that others could not refer to.
pub(in super::super) fn id(at: usize, text: &str, kind: Kind, report: &mut Report<'_>) {
    let other = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_' | '.' | '+');
    let (fits, hint) = match kind {
        Kind::Series => (
            text.starts_with(|c: char| c.is_ascii_lowercase())
                && !text.contains(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit() && c != '_'),
            "Formulas name series, so their ids are a small letter and then small letters, digits and “_”.",
        ),
        _ => (
            text.starts_with(|c: char| c.is_ascii_alphanumeric()) && !text.contains(other),
            "Ids are letters without accents, digits and “-”, “_”, “.” or “+”, and begin with a letter or digit.",
        ),
    };
    if !fits || text.len() > 80 {
        let message = format!("{} cannot be the id of {}.", quoted(text), kind.noun());
        let hint = if fits { "Ids have at most 80 characters." } else { hint };
        report.error(at, "bad-id", message, hint.into());
    }
}

fn link(at: usize, text: &str, schemes: &[&str], report: &mut Report<'_>) {
    if !markup::is_link(text, schemes) {
        let message = format!("{} is not an address that can be linked to.", quoted(text));
        let hint = format!("Write a whole address without spaces that begins with {}.", schemes.join(" or "));
        report.error(at, "bad-link", message, hint);
    }
}

fn language(at: usize, text: &str, report: &mut Report<'_>) {
    let fits = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let first = text.split('-').next().unwrap_or_default();
    let named = first.len() > 1 && first.bytes().all(|byte| byte.is_ascii_alphabetic());
    if !named || !text.split('-').all(fits) {
        let hint = "Write a language tag such as en, ko or pt-BR.";
        report.error(at, "bad-language", format!("{} is not a language tag.", quoted(text)), hint.into());
    }
}

fn currency(at: usize, text: &str, report: &mut Report<'_>) {
    if text.len() != 3 || !text.bytes().all(|byte| byte.is_ascii_uppercase()) {
        let hint = "Write the three capitals of the currency, such as USD.";
        report.error(at, "bad-currency", format!("{} is not a currency.", quoted(text)), hint.into());
    }
}

fn prices(at: usize, text: &str, report: &mut Report<'_>) {
    if text != "current" && year(text).is_none() {
        let hint = "Write “current”, or the base year of constant prices, such as “2013”.";
        report.error(at, "wrong-value", format!("{} does not name prices.", quoted(text)), hint.into());
    }
}

/// A whole year that figures can have, written as in a date: what goes through years goes through each of them.
pub(in super::super) fn year(text: &str) -> Option<i32> {
    use crate::date::{Edtf, Form, Parts, Point, Qualifier};
    match Edtf::parse(text).ok()?.parts() {
        Parts::One(Point { form: Form::Year(year), qualifier: Qualifier::Certain }) => {
            i32::try_from(*year).ok().filter(|year| (-FURTHEST..=FURTHEST).contains(year))
        }
        _ => None,
    }
}

fn markup_text(at: usize, text: &str, report: &mut Report<'_>) {
    for problem in markup::problems(text) {
        let (code, message, hint) = problem.words();
        report.warning(at, code, message, hint.into());
    }
}

/// Reads one of a few words and gives its place among them; the first if it is none of them.
pub(in super::super) fn word<'n>(node: &'n Node<'n>, words: &'static [&'static str], report: &mut Report<'n>) -> usize {
    let text = text(node, Form::OneOf(words), report);
    words.iter().position(|word| *word == text).unwrap_or(0)
}

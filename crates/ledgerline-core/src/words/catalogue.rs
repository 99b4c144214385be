//! The messages of one language.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::Plural;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// Messages whose keys follow each other: English is compiled in, another language may own its texts.
#[derive(Clone)]
struct Sheet {
    /// The number of the first of the keys.
    start: usize,
    /// The texts, one behind the other in the order of the keys; of messages with plural forms the form `other`.
    text: Cow<'static, str>,
    /// Where the text of each key ends.
    ends: Cow<'static, [u16]>,
    /// The other plural forms.
    plurals: Cow<'static, [(Key, Plural, Cow<'static, str>)]>,
}

impl Sheet {
    fn text(&self, key: Key) -> Option<&str> {
        let place = (key as usize).checked_sub(self.start)?;
        let end = |place: usize| self.ends.get(place).map(|end| usize::from(*end));
        let start = place.checked_sub(1).map_or(Some(0), end)?;
        self.text.get(start..end(place)?)
    }

    fn form(&self, key: Key, plural: Plural) -> Option<&str> {
        let own = self.plurals.iter().find(|(other, form, _)| (*other, *form) == (key, plural));
        own.map(|(_, _, text)| &**text)
    }
}

/// The messages of one language: those of the widget's first half, and those that come later.
pub(super) struct Catalogue {
    first: Sheet,
    later: OnceCell<Sheet>,
}

impl Catalogue {
    /// What the first half of the widget says.
    pub(super) fn first_of_english() -> Self {
        Self { first: FIRST, later: OnceCell::new() }
    }

    /// Adds what comes later.
    pub(super) fn complete(&self) {
        self.later.get_or_init(|| LATER);
    }

    fn sheets(&self) -> impl Iterator<Item = &Sheet> {
        std::iter::once(&self.first).chain(self.later.get())
    }

    /// The message, without a count.
    pub(super) fn text(&self, key: Key) -> &str {
        let text = self.sheets().find_map(|sheet| sheet.text(key));
        debug_assert!(text.is_some(), "{key:?} is said before the later half is there: see FIRST in build.rs");
        text.unwrap_or_default()
    }

    /// The message in the form that a count asks for; the form `other` where the language has no such form.
    pub(super) fn form(&self, key: Key, plural: Plural) -> &str {
        self.sheets().find_map(|sheet| sheet.form(key, plural)).unwrap_or_else(|| self.text(key))
    }
}

/// Puts values in the place of `{{name}}`. A name that has no value is left out; a debug build stops there,
/// and at a value that the text has no place for, so that the tests find both.
pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, behind) = after.split_once("}}").unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name.trim());
        debug_assert!(value.is_some(), "“{text}” wants a value for `{name}`");
        filled.push_str(before);
        filled.push_str(value.map_or("", |(_, value)| value));
        rest = behind;
    }
    filled.push_str(rest);
    debug_assert_eq!(unused(text, values), None, "“{text}” has no place for this value");
    filled
}

/// The first value that the text has no place for. Many a singular leaves its count unsaid.
fn unused<'a>(text: &str, values: &[(&'a str, &str)]) -> Option<&'a str> {
    let placed =
        |name: &str| text.split("{{").any(|part| part.split("}}").next().is_some_and(|inner| inner.trim() == name));
    values.iter().map(|(name, _)| *name).find(|name| *name != "count" && !placed(name))
}

/// A piece of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Text as it stands.
    Text(&'a str),
    /// The name of a placeholder.
    Slot(&'a str),
}

/// A message taken apart at its placeholders, so that a view can put controls in their place.
pub fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    for part in text.split("{{") {
        match part.split_once("}}") {
            Some((name, behind)) => found.extend([Piece::Slot(name.trim()), Piece::Text(behind)]),
            None => found.push(Piece::Text(part)),
        }
    }
    found.retain(|piece| *piece != Piece::Text(""));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_by_name() {
        assert_eq!(fill("{{a}} and {{ b }}, {{a}}", &[("a", "1"), ("b", "2")]), "1 and 2, 1");
    }

    #[test]
    fn a_placeholder_that_does_not_close_loses_nothing_before_it() {
        assert_eq!(fill("so far {{a", &[("a", "1")]), "so far 1");
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "wants a value for `b`")]
    fn a_placeholder_without_a_value_stops_a_test() {
        fill("{{a}} and {{b}}", &[("a", "1")]);
    }

    #[test]
    #[cfg(debug_assertions)]
    #[should_panic(expected = "has no place for this value")]
    fn a_value_without_a_placeholder_stops_a_test() {
        fill("{{a}}", &[("a", "1"), ("b", "2")]);
    }

    #[test]
    fn a_message_comes_apart_at_its_placeholders() {
        use Piece::{Slot, Text};
        assert_eq!(
            pieces("Compare {{a}} with {{b}}."),
            [Text("Compare "), Slot("a"), Text(" with "), Slot("b"), Text(".")]
        );
    }

    #[test]
    fn every_key_has_a_text_and_every_count_its_form() {
        let english = Catalogue::first_of_english();
        english.complete();
        assert_eq!((FIRST.start, LATER.start), (0, FIRST.ends.len()));
        for sheet in [FIRST, LATER] {
            assert!(sheet.ends.is_sorted_by(|before, after| before < after) && sheet.ends[0] > 0);
            assert_eq!(sheet.ends.last().copied().map(usize::from), Some(sheet.text.len()));
            for (key, plural, text) in sheet.plurals.iter() {
                assert_eq!(english.form(*key, *plural), text);
                assert_eq!(english.form(*key, Plural::Other), english.text(*key));
            }
        }
    }

    #[test]
    fn the_first_half_has_its_messages_before_the_later_one_is_there() {
        let english = Catalogue::first_of_english();
        assert_eq!(english.text(Key::LaterAgain), "Try again");
        assert_eq!(english.sheets().find_map(|sheet| sheet.text(Key::ClaimsAll)), None);
        english.complete();
        assert_eq!(english.text(Key::ClaimsAll), "All claims");
    }
}

//! The messages of one language.

use super::Plural;

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// The message in the form that a count asks for; the form `other` where the language has no such form.
pub(super) fn form(key: Key, plural: Plural) -> &'static str {
    let own = PLURALS.iter().find(|(other, form, _)| (*other, *form) == (key, plural));
    own.map_or_else(|| text(key), |(_, _, text)| text)
}

/// The message, without a count.
pub(super) fn text(key: Key) -> &'static str {
    TEXTS[key as usize]
}

/// Puts values in the place of `{{name}}`. A name that has no value is left out; a test build stops there.
pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, behind) = after.split_once("}}").unwrap_or((after, ""));
        let value = values.iter().find(|(known, _)| *known == name.trim());
        debug_assert!(value.is_some(), "`{text}` wants a value for `{name}`");
        filled.push_str(before);
        filled.push_str(value.map_or("", |(_, value)| value));
        rest = behind;
    }
    filled.push_str(rest);
    filled
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
    fn every_key_has_a_text() {
        assert!(TEXTS.iter().all(|text| !text.is_empty()));
        assert_eq!(text(PLURALS[0].0), TEXTS[PLURALS[0].0 as usize]);
    }
}

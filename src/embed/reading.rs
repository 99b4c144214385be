//! From the bytes of a story file to a story, or to the sentence that the loader frames.

use ledgerline_core::story::{self, Finding, Severity, Story};
use ledgerline_core::words::{Key, Words};
use serde::Serialize;
use wasm_bindgen::JsValue;

/// Why a story cannot be shown, as the loader and `ledgerline:error` have it.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub(super) struct Refusal {
    /// A stable name: `not-json`, `newer-version` or `errors`.
    code: &'static str,
    /// What is wrong, where, and how much more.
    sentence: String,
    /// What to do about the first error.
    hint: String,
}

impl From<Refusal> for JsValue {
    fn from(refusal: Refusal) -> Self {
        serde_wasm_bindgen::to_value(&refusal).unwrap_or(Self::NULL)
    }
}

/// Reads a story; one with warnings still shows.
pub(super) fn story(bytes: &[u8], words: &Words) -> Result<Story, Refusal> {
    let reading = story::read(bytes);
    reading.story.ok_or_else(|| refusal(&reading.findings, words))
}

fn refusal(findings: &[Finding], words: &Words) -> Refusal {
    let mut errors = findings.iter().filter(|finding| finding.severity == Severity::Error);
    let Some(first) = errors.next() else {
        return Refusal {
            code: "errors",
            sentence: words.say(Key::FrameErrors, &[("message", "")]),
            hint: String::new(),
        };
    };
    let mut parts = vec![words.say(Key::FrameErrors, &[("message", &first.message)]), place(first, words)];
    let more = errors.count();
    if more > 0 {
        parts.push(words.count(Key::FrameMore, more, &[]));
    }
    Refusal { code: code(first), sentence: parts.join(" "), hint: first.hint.clone() }
}

fn place(finding: &Finding, words: &Words) -> String {
    let (line, column) = (finding.place.line.to_string(), finding.place.column.to_string());
    let (line, column) = (("line", line.as_str()), ("column", column.as_str()));
    match finding.place.path.as_str() {
        "" => words.say(Key::FrameLine, &[line, column]),
        path => words.say(Key::FramePlace, &[("path", path), line, column]),
    }
}

fn code(finding: &Finding) -> &'static str {
    match finding.code {
        "syntax" | "not-utf8" => "not-json",
        "newer-version" => "newer-version",
        _ => "errors",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(text: &str) -> Option<Refusal> {
        story(text.as_bytes(), &Words::english()).err()
    }

    #[test]
    fn a_file_that_is_not_json_is_refused_with_its_line() {
        let refusal = refused("{\n \"ledgerline\": 1,\n oops }");
        assert_eq!(refusal.as_ref().map(|it| it.code), Some("not-json"));
        assert!(refusal.is_some_and(|it| it.sentence.contains("Line 3, column 2.")));
    }

    #[test]
    fn a_newer_file_is_refused_as_that() {
        assert_eq!(refused(r#"{"ledgerline": 99}"#).map(|it| it.code), Some("newer-version"));
    }

    #[test]
    fn of_many_errors_the_first_is_said_and_the_rest_counted() {
        let text = r#"{"ledgerline": 1, "id": "a", "lang": "en", "title": 3, "summary": 4, "events": 5}"#;
        let sentence = refused(text).map(|it| it.sentence).unwrap_or_default();
        assert!(sentence.contains("“title”, line 1"), "{sentence}");
        assert!(sentence.contains("There are 2 more errors."), "{sentence}");
    }

    #[test]
    fn no_bytes_at_all_are_refused_in_words() {
        assert!(refused("").is_some_and(|it| !it.sentence.is_empty()));
    }
}

//! From bytes to a story and its findings.

mod field;
mod form;
mod macros;
mod table;
mod value;

pub(super) use field::{Field, Fields};
pub(super) use form::{Form, word};
pub(super) use macros::{choices, record};

pub(super) use value::{Prices, Read, SchemaAddress, Version};

#[cfg(feature = "check")]
use super::check;
use super::json::{self, Node, SyntaxError, Value};
use super::report::{Report, quoted};
use super::{Finding, Reading, Story};

/// The version of the format that is read here.
pub(super) const VERSION: u32 = 1;
/// Bytes that a story file may have: some 20,000 events.
pub(super) const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Reads a story file. All findings are listed, in the order of the file (up to 200, then a count); there is a story
/// if none of them is an error. A byte order mark at the start is passed over.
pub fn read(bytes: &[u8]) -> Reading {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    if bytes.len() > MAX_BYTES {
        let message = format!("The file has {} bytes; a story may have {MAX_BYTES}.", bytes.len());
        return refused("", 0, "too-large", message, "Leave pictures out of the file and link to them.");
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => read_text(text),
        Err(error) => {
            let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
            let good = std::str::from_utf8(good).unwrap_or_default();
            let message = "The file is not in the encoding UTF-8 from here on.".into();
            refused(good, good.len(), "not-utf8", message, "Save the file as UTF-8.")
        }
    }
}

fn read_text(text: &str) -> Reading {
    match json::parse(text) {
        Ok(root) => read_tree(text, &root),
        Err(error) => refused(text, error.at, "syntax", syntax(text, &error), error.hint),
    }
}

fn syntax(text: &str, error: &SyntaxError) -> String {
    let rest = text.get(error.at..).unwrap_or_default();
    let found: String = rest.chars().take_while(|c| !c.is_whitespace() && !c.is_control()).take(12).collect();
    let found = match (rest.is_empty(), found.is_empty()) {
        (true, _) => "the end of the file".into(),
        (_, true) => "a line break or another control character".into(),
        _ => quoted(&found),
    };
    format!("This is not JSON: expected {}, found {found}.", error.expected)
}

/// A reading that ends at its only finding.
fn refused(text: &str, at: usize, code: &'static str, message: String, hint: &str) -> Reading {
    let mut report = Report::default();
    report.error(at, code, message, hint.into());
    Reading { story: None, findings: report.finish(text, None) }
}

fn read_tree(text: &str, root: &Node<'_>) -> Reading {
    if let Some(version) = newer_version(root) {
        let message =
            format!("This story is written in version {version} of the format; version {VERSION} is read here.");
        let hint = "Load a newer Ledgerline, or write the story in version 1.";
        let at = root.get("ledgerline").map_or(0, |node| node.at);
        let mut report = Report::default();
        report.error(at, "newer-version", message, hint.into());
        return Reading { story: None, findings: report.finish(text, Some(root)) };
    }
    let mut report = Report::default();
    let mut story = Story::read(root, Form::Plain, &mut report);
    #[cfg(feature = "check")]
    check::check(&story, root, &mut report);
    let fit = !report.has_errors();
    let findings: Vec<Finding> = report.finish(text, Some(root));
    complete(&mut story);
    Reading { story: fit.then_some(story), findings }
}

/// What the rest of the program may rely on and an editor need not write.
fn complete(story: &mut Story) {
    story.events.sort_by_key(|event| event.when.order_key());
    for (_, series) in &mut story.series.0 {
        if series.short.is_empty() {
            series.short.clone_from(&series.name);
        }
    }
}

fn newer_version(root: &Node<'_>) -> Option<u32> {
    match root.get("ledgerline")?.value {
        Value::Number(version) => version.parse().ok().filter(|version| *version > VERSION),
        _ => None,
    }
}

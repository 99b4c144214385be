//! Small stories for tests of the engine.

use ledgerline_core::formula::{Outcome, Refusal, evaluate, parse};
use ledgerline_core::story::{self, Story};
use serde_json::{Value, json};

/// A story with these parts, which may be any of a story file.
pub(crate) fn read(parts: Value) -> Story {
    let mut file = json!({ "ledgerline": 1, "id": "test", "lang": "en", "title": "Test" });
    for (name, part) in parts.as_object().unwrap() {
        file[name] = part.clone();
    }
    let reading = story::read(file.to_string().as_bytes());
    reading.story.unwrap_or_else(|| panic!("{:?}", reading.findings))
}

/// The result of a formula.
pub(crate) fn calc(text: &str, story: &Story) -> Result<Outcome, Refusal> {
    evaluate(&parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}")), story)
}

//! The committed schema: that it is the one the types give, and that it says the same as the reader.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jsonschema::Validator;
use serde_json::{Value, json};

const COMMITTED: &str = include_str!("../../../stories/schema.json");
const FOUNDING: &str = include_str!("../../../stories/dprk-russia.json");
const BROKEN: &str = include_str!("../../ledgerline-core/tests/broken/many-faults.json");

fn validator() -> Validator {
    jsonschema::draft202012::new(&serde_json::from_str(COMMITTED).unwrap()).unwrap()
}

fn story(more: &Value) -> Value {
    let mut story = json!({ "ledgerline": 1, "id": "a", "lang": "en", "title": "A" });
    for (name, value) in more.as_object().unwrap() {
        story[name] = value.clone();
    }
    story
}

#[test]
fn the_committed_schema_is_the_one_that_the_types_give() {
    let same = serde_json::from_str::<Value>(COMMITTED).unwrap() == ledgerline_core::story::schema();
    assert!(same, "stories/schema.json is old. Run: cargo run -p ledgerline-cli -- schema > stories/schema.json");
}

#[test]
fn the_schema_is_a_schema() {
    assert!(jsonschema::meta::is_valid(&serde_json::from_str(COMMITTED).unwrap()));
}

#[test]
fn the_founding_story_is_valid() {
    let story = serde_json::from_str(FOUNDING).unwrap();
    let faults: Vec<String> =
        validator().iter_errors(&story).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_broken_story_is_not_valid() {
    assert!(!validator().is_valid(&serde_json::from_str(BROKEN).unwrap()));
}

#[test]
fn the_schema_and_the_reader_agree() {
    let validator = validator();
    for (more, fits) in [
        (json!({}), true),
        (json!({ "$schema": "schema.json", "updated": null }), true),
        (json!({ "start": { "compare": { "as": "ratio", "prices": "2013", "sources": "all" } } }), true),
        (json!({ "start": { "compare": { "as": "ration" } } }), false),
        (json!({ "start": { "view": "chart" } }), false),
        (json!({ "notes": [{ "id": "a", "text": "A", "applies": { "when": "2014/.." } }] }), true),
        (json!({ "notes": [{ "id": "a", "text": "A", "applies": [{ "when": "2014/.." }] }] }), true),
        (json!({ "notes": [{ "id": "a", "text": "A", "applies": [{ "wen": "2014/.." }] }] }), false),
        (json!({ "actors": { "a": { "name": "A", "colour": "teal" } } }), true),
        (json!({ "actors": { "a": { "name": "A", "colour": "pink" } } }), false),
        (json!({ "actors": { "a b": { "name": "A" } } }), false),
        (json!({ "series": { "a": { "name": "A", "unit": "USD m", "prices": 2013, "values": [] } } }), true),
        (json!({ "series": { "A": { "name": "A", "unit": "USD m", "values": [] } } }), false),
        (json!({ "series": { "a": { "name": "A", "unit": "USD x", "values": [] } } }), false),
        (
            json!({ "series": { "a": { "name": "A", "unit": "USD", "values": [{ "when": "2013", "value": 1.5 }] } } }),
            true,
        ),
        (
            json!({ "series": { "a": { "name": "A", "unit": "USD", "values": [{ "when": 2013, "value": 1.5 }] } } }),
            false,
        ),
        (json!({ "eras": [{ "when": "199X~", "name": "A" }] }), true),
        (json!({ "eras": [{ "when": "1990s", "name": "A" }] }), false),
        (json!({ "events": [{ "id": "a", "when": "Y-17000/..", "title": "A", "importance": 5 }] }), true),
        (json!({ "events": [{ "id": "a", "when": "2014", "title": "A", "importance": 6 }] }), false),
        (json!({ "events": [{ "id": "a", "title": "A" }] }), false),
        (
            json!({ "claims": [{ "id": "a", "statement": "A", "kind": "unchecked", "why": "B", "variants": [
            { "name": "C", "formula": "1", "says": null }] }] }),
            true,
        ),
        (json!({ "rates": { "r": { "from": "USD", "to": "RUB", "name": "R", "values": { "2013": 31.837 } } } }), true),
        (json!({ "rates": { "r": { "from": "USD", "to": "RUB", "name": "R", "values": { "13": 31.837 } } } }), false),
        (json!({ "article": { "title": "A", "url": "ftp://example.org" } }), false),
        (json!({ "colour": "red" }), false),
        (json!({ "ledgerline": 2 }), false),
        (json!({ "title": 7 }), false),
    ] {
        let story = story(&more);
        let reading = ledgerline_core::story::read(story.to_string().as_bytes());
        assert_eq!(validator.is_valid(&story), fits, "the schema on {more}");
        assert_eq!(reading.findings.is_empty(), fits, "the reader on {more}: {:?}", reading.findings);
    }
}

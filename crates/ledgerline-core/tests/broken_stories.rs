//! What the reader says of stories that are not as they should be.

use ledgerline_core::story::{self, Finding, Severity};
use proptest::prelude::*;

const FOUNDING: &[u8] = include_bytes!("../../../stories/dprk-russia.json");

fn told(findings: &[Finding]) -> String {
    let tell = |found: &Finding| {
        let Finding { severity, code, place, message, hint } = found;
        let (line, column, path) = (place.line, place.column, &place.path);
        format!("{line}:{column} {path} {severity:?} {code}: {message}\n    {hint}\n")
    };
    findings.iter().map(tell).collect()
}

fn said(text: &str) -> String {
    told(&story::read(text.as_bytes()).findings)
}

fn codes(bytes: &[u8]) -> Vec<&'static str> {
    story::read(bytes).findings.iter().map(|found| found.code).collect()
}

#[test]
fn every_fault_of_a_broken_story_is_told_at_once() {
    let reading = story::read(include_bytes!("broken/many-faults.json"));
    assert!(reading.story.is_none());
    insta::assert_snapshot!(told(&reading.findings));
}

#[test]
fn a_story_with_warnings_still_shows() {
    let text = br#"{ "ledgerline": 1, "id": "a", "lang": "en", "title": "A", "colour": "red", "summary": "*open" }"#;
    let reading = story::read(text);
    assert!(reading.story.is_some());
    assert!(reading.findings.iter().all(|found| found.severity == Severity::Warning));
    assert_eq!(codes(text), ["unknown-field", "unclosed-markup"]);
}

#[test]
fn the_smallest_story_has_nothing_to_say() {
    let text = "\u{feff}{ \"$schema\": \"schema.json\", \"ledgerline\": 1, \"id\": \"a\", \"lang\": \"en\", \"title\": \"A\" }";
    assert_eq!(said(text), "");
}

#[test]
fn a_file_that_cannot_be_read_at_all_has_one_finding() {
    let newer = "{ \"ledgerline\": 2, \"id\": 7, \"events\": {} }";
    let comment = "{\n  \"ledgerline\": 1, // the version\n}";
    let texts = ["", "nothing", "[1, 2", newer, comment, "{ \"ledgerline\": 1, \"title\": \"A\tB\" }"];
    let all: Vec<String> = texts.iter().map(|text| format!("{text}\n{}", said(text))).collect();
    insta::assert_snapshot!(all.join("\n"));
    assert_eq!(codes(b"{ \"title\": \"\xff\" }"), ["not-utf8"]);
    assert_eq!(codes(&vec![b' '; 9 * 1024 * 1024]), ["too-large"]);
}

#[test]
fn what_is_no_story_is_told_what_it_lacks() {
    let texts = ["{}", "[]", "7", "{ \"ledgerline\": \"1\" }", "{ \"ledgerline\": 0, \"ledgerline\": 1.5 }"];
    let all: Vec<String> = texts.iter().map(|text| format!("{text}\n{}", said(text))).collect();
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn more_than_two_hundred_findings_are_counted() {
    let fields: Vec<String> = (0..500).map(|number| format!("\"extra{number}\": 1")).collect();
    let start = "\"ledgerline\": 1, \"id\": \"a\", \"lang\": \"en\"";
    let shown = story::read(format!("{{ {start}, \"title\": \"A\", {} }}", fields.join(", ")).as_bytes());
    assert!(shown.story.is_some());
    assert_eq!(shown.findings.len(), 201);
    assert_eq!(shown.findings[200].message, "There are 300 more findings, which are not listed.");
    assert_eq!(shown.findings[200].severity, Severity::Warning);
    let refused = story::read(format!("{{ {start}, {} }}", fields.join(", ")).as_bytes());
    assert!(refused.story.is_none());
    assert_eq!(refused.findings[200].severity, Severity::Error);
}

#[test]
fn years_of_figures_have_four_digits_and_those_of_events_nine() {
    let begin = "{ \"ledgerline\": 1, \"id\": \"a\", \"lang\": \"en\", \"title\": \"A\"";
    let series = |year: &str| {
        format!(
            "\"series\": {{ \"a\": {{ \"name\": \"A\", \"unit\": \"USD m\", \"values\": [{{ \"when\": \"{year}\", \"value\": 1 }}] }} }}"
        )
    };
    let start = |years: &str| format!("\"start\": {{ \"compare\": {{ \"when\": \"{years}\" }} }}");
    let table = |year: &str| format!("\"values\": {{ \"{year}\": 1 }} }} }}");
    let deflator =
        |year: &str| format!("\"deflators\": {{ \"d\": {{ \"name\": \"D\", \"currency\": \"USD\", {}", table(year));
    let rate = |year: &str| {
        format!("\"rates\": {{ \"r\": {{ \"name\": \"R\", \"from\": \"USD\", \"to\": \"EUR\", {}", table(year))
    };
    let far =
        [series("Y10000"), start("Y-999999999/Y999999999"), start("2013/Y10000"), deflator("Y-10000"), rate("Y10000")];
    let all: Vec<String> = far.iter().map(|part| said(&format!("{begin}, {part} }}"))).collect();
    insta::assert_snapshot!(all.join("\n"));
    let event = "\"events\": [{ \"id\": \"e\", \"when\": \"Y-999999999/Y999999999\", \"title\": \"E\" }]".to_owned();
    let near = [series("9999"), start("-9999/9999"), deflator("-9999"), rate("9999"), event];
    for part in near {
        assert!(story::read(format!("{begin}, {part} }}").as_bytes()).story.is_some(), "{part}");
    }
}

#[test]
fn hostile_files_take_no_long_time() {
    let begin = "{ \"ledgerline\": 1, \"id\": \"a\", \"lang\": \"en\", \"title\": \"A\"";
    let many = |item: &str, count: usize| vec![item; count].join(", ");
    let names: Vec<String> = (0..9_000).map(|number| format!("\"s{number}\": {{ \"publisher\": \"P\" }}")).collect();
    let files = [
        format!("{begin}, \"summary\": \"{}\" }}", "*a [b]( **c [[".repeat(200_000)),
        format!("{begin}, \"summary\": \"{}\" }}", "[a](x".repeat(500_000)),
        format!("{begin}, {} }}", many("\"a\": 1", 500_000)),
        format!("{begin}, \"events\": [{}] }}", many("0", 1_000_000)),
        format!(
            "{begin}, \"scenarios\": [{{ \"id\": \"a\", \"name\": \"A\", \"levers\": {{ {} }} }}] }}",
            many("\"b.growth\": 1", 300_000)
        ),
        format!(
            "{begin}, \"sources\": {{ {} }}, \"events\": [{{ \"id\": \"e\", \"when\": \"2014\", \"title\": \"E\", \"sources\": [{}] }}] }}",
            names.join(", "),
            many("\"s8999x\"", 300_000)
        ),
    ];
    let start = std::time::Instant::now();
    for file in &files {
        assert!(!codes(file.as_bytes()).is_empty());
    }
    // Unoptimised, on a busy machine; anything quadratic takes hours.
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

/// The founding story with some of its bytes changed.
fn damaged() -> impl Strategy<Value = Vec<u8>> {
    let piece = prop_oneof![
        prop::collection::vec(any::<u8>(), 0..4),
        prop::sample::select(vec!["\"", "{", "}", "[", "]", ",", ":", "null", "1", "-", "X", "*", "\\", "/..", "0.5"])
            .prop_map(|piece| piece.as_bytes().to_vec()),
    ];
    prop::collection::vec((any::<prop::sample::Index>(), piece, 0..40usize), 1..6).prop_map(|changes| {
        let mut bytes = FOUNDING.to_vec();
        for (index, piece, removed) in changes {
            let at = index.index(bytes.len() + 1);
            let end = (at + removed).min(bytes.len());
            bytes.splice(at..end, piece);
        }
        bytes
    })
}

/// The founding story with one of its values replaced by another one.
fn replaced() -> impl Strategy<Value = Vec<u8>> {
    let other =
        prop::sample::select(vec!["null", "7", "-0.5", "\"\"", "\"x\"", "[]", "{}", "true", "[[]]", "\"2014\""]);
    (any::<prop::sample::Index>(), other).prop_map(|(index, other)| {
        let mut story: serde_json::Value = serde_json::from_slice(FOUNDING).unwrap();
        let mut places = Vec::new();
        collect(&story, &mut String::new(), &mut places);
        let place = &places[index.index(places.len())];
        *story.pointer_mut(place).unwrap() = serde_json::from_str(other).unwrap();
        serde_json::to_vec_pretty(&story).unwrap()
    })
}

fn collect(value: &serde_json::Value, path: &mut String, places: &mut Vec<String>) {
    places.push(path.clone());
    let children: Vec<(String, &serde_json::Value)> = match value {
        serde_json::Value::Array(items) => items.iter().enumerate().map(|(at, item)| (at.to_string(), item)).collect(),
        serde_json::Value::Object(members) => members.iter().map(|(name, item)| (name.clone(), item)).collect(),
        _ => Vec::new(),
    };
    for (name, child) in children {
        let length = path.len();
        path.push('/');
        path.push_str(&name);
        collect(child, path, places);
        path.truncate(length);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_change_of_a_story_makes_the_reader_panic(bytes in prop_oneof![damaged(), replaced()]) {
        let reading = story::read(&bytes);
        let errors = reading.findings.iter().any(|found| found.severity == Severity::Error);
        prop_assert_eq!(reading.story.is_none(), errors);
        let lines = bytes.split(|byte| *byte == b'\n').count();
        prop_assert!(reading.findings.iter().all(|found| (1..=lines).contains(&found.place.line)));
    }

    #[test]
    fn whatever_serde_json_refuses_is_no_story(bytes in damaged()) {
        if serde_json::from_slice::<serde_json::Value>(&bytes).is_err() {
            prop_assert!(story::read(&bytes).story.is_none());
        }
    }
}

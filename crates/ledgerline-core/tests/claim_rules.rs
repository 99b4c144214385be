//! The text of rules: what is read, how it is told, and what is said of what cannot be read.

use ledgerline_core::claim::Rule;
use ledgerline_core::story;
use ledgerline_core::words::Words;
use proptest::prelude::*;

#[test]
fn rules_are_told_in_words_with_what_they_let_through() {
    let words = Words::english();
    let told = [
        ("exactly 3.0", "exactly 3.0"),
        ("about 60", "about 60, from 54 to 66"),
        ("  about 1/6 ", "about 1/6, from 15% to 18.33%"),
        ("about 100 USD m", "about $100m, from $90m to $110m"),
        ("about 75% ± 5%", "about 75% ± 5%, from 70% to 80%"),
        ("roughly -1", "roughly −1, from −1.25 to −0.75"),
        ("between 5% and 15%", "between 5% and 15%"),
        ("at least 1000 USD m", "at least $1bn"),
        ("at most 2%", "at most 2%"),
        ("more than 10", "more than 10"),
        ("fewer than 10", "fewer than 10"),
        ("within 2014-03/2014-04", "within March – April 2014"),
        ("within 1998/..", "within the time from 1998"),
        ("within ../2013", "within the time until 2013"),
        ("within 2014-06/", "within the time from June 2014, end not known"),
    ];
    for (says, expected) in told {
        assert_eq!(words.rule(&Rule::parse(says).unwrap()), expected);
    }
}

#[test]
fn a_margin_around_the_largest_numbers_is_told_as_a_number() {
    let most = format!("17{}", "6".repeat(307));
    for says in [format!("about {most}"), format!("roughly -{most}"), format!("about {most}%")] {
        let told = Words::english().rule(&Rule::parse(&says).unwrap());
        assert!(!told.contains("inf") && told.len() < 2_000, "{told}");
    }
}

#[test]
fn rules_that_cannot_be_read_are_told_with_a_hint() {
    let words = Words::english();
    let wrong = [
        "",
        "sixty",
        "about",
        "about60",
        "about sixty",
        "about china[2013]",
        "about 1 + 1",
        "about 1/0",
        "less than 5",
        "about 0",
        "roughly 0%",
        "about 60 ± 5%",
        "about 5% ± 5",
        "about 100 USD m ± 5 EUR m",
        "about 60 ± -5",
        "between 5",
        "between 5 and",
        "between 15% and 5%",
        "between 5 and 10 USD m",
        "within June 2014",
        "exactly 1e3",
        "about 1,000 USD m",
        "within 2014",
    ];
    let told = wrong.map(|says| {
        let error = Rule::for_numbers(says).expect_err(says);
        let explained = words.rule_error(&error);
        format!("{says}\n    {} {}", explained.message, explained.hint)
    });
    insta::assert_snapshot!(told.join("\n"));
    assert!(Rule::for_dates("about 60").is_err());
}

#[test]
fn formulas_and_rules_that_cannot_be_read_are_found_in_the_file() {
    let text = r#"{ "ledgerline": 1, "id": "a", "lang": "en", "title": "A",
  "series": { "china": { "name": "C", "unit": "USD m", "values": [] } },
  "claims": [
    { "id": "a", "statement": "A.", "kind": "number", "formula": "chin[2013]", "says": "some 60" },
    { "id": "b", "statement": "B.", "kind": "unchecked", "why": "No.", "formula": "china[2013",
      "variants": [{ "name": "V", "formula": "1 +", "says": "within 2014" }, { "name": "W", "formula": "1" }] }
  ] }"#;
    let reading = story::read(text.as_bytes());
    assert!(reading.story.is_some());
    let told = reading.findings.iter().map(|found| {
        let place = &found.place;
        format!("{}:{} {} {}: {}\n    {}", place.line, place.column, place.path, found.code, found.message, found.hint)
    });
    insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n"));
}

proptest! {
    #[test]
    fn no_rule_makes_the_reader_panic(text in "(exactly|about|roughly|between|at least|within)?[ 0-9.%/±USDmand-]{0,20}") {
        let _ = Rule::parse(&text).map_err(|error| Words::english().rule_error(&error));
    }
}

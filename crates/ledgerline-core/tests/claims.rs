//! Claims: rules, what they let through, and the verdicts.

mod helpers;

use helpers::{calc, read};
use ledgerline_core::amount::Money;
use ledgerline_core::claim::{Checked, Fit, Reading, Reason, Verdict, check, check_on};
use ledgerline_core::compare::{self, Terms};
use ledgerline_core::document;
use ledgerline_core::formula::{Sources, Spread, evaluate_by, over_all, parse};
use ledgerline_core::story::{self, Story};
use ledgerline_core::words::Words;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Series `a` and `b` with several values a year, a claim with this formula and rule, and two events.
fn story(formula: &str, says: Value) -> Story {
    let row = |when: &str, value: f64, preferred: Value| json!({ "when": when, "value": value, "basis": format!("b{value}"), "preferred": preferred });
    let bases: serde_json::Map<String, Value> =
        ["b50", "b55", "b60", "b10", "b20", "b40"].iter().map(|id| (id.to_string(), json!({ "name": id }))).collect();
    read(json!({
        "bases": bases,
        "series": {
            "a": { "name": "A", "unit": "USD m", "values": [
                row("2013", 50.0, json!(true)), row("2013", 55.0, Value::Null), row("2013", 60.0, Value::Null),
                row("2014", 10.0, Value::Null), row("2014", 20.0, Value::Null) ] },
            "b": { "name": "B", "unit": "USD bn", "values": [row("2013", 10.0, Value::Null)] } },
        "events": [ { "id": "day", "when": "2014-03-21", "title": "A day" }, { "id": "year", "when": "2014", "title": "A year" },
                    { "id": "open", "when": "2014/..", "title": "Goes on" } ],
        "claims": [{ "id": "c", "statement": "C.", "kind": "number", "formula": formula, "says": says }]
    }))
}

fn checked(formula: &str, says: &str) -> Reading {
    let story = story(formula, json!(says));
    check(&story.claims[0], &story).own
}

fn verdict(formula: &str, says: &str) -> Verdict {
    checked(formula, says).verdict.unwrap()
}

#[test]
fn rules_let_through_what_they_say() {
    let rules: [(&str, &[&str], &[&str]); 17] = [
        ("exactly 3", &["3", "2.5", "3.49"], &["2.49", "3.5", "-3"]),
        ("exactly 3.0", &["3", "2.95", "3.049"], &["2.94", "3.05"]),
        ("exactly -3", &["-3", "-3.49", "-2.5"], &["-3.5", "-2.49"]),
        ("exactly 75%", &["0.75", "74.5%", "0.7549"], &["0.744", "0.755"]),
        ("exactly 1/6", &["1/6"], &["0.16667"]),
        ("exactly 0", &["0", "0.49", "-0.49"], &["0.5", "-0.5"]),
        ("about 60", &["54", "60", "66"], &["53.99", "66.01"]),
        ("about -60", &["-54", "-66"], &["-53", "60"]),
        ("about 75%", &["0.675", "0.825"], &["0.67", "0.83"]),
        ("about 1/6", &["0.15", "0.1833"], &["0.1499", "0.18334"]),
        ("about 75% ± 5%", &["0.7", "0.8"], &["0.69", "0.81"]),
        ("about 0 ± 5", &["-5", "5"], &["5.1", "-5.1"]),
        ("roughly 1", &["0.75", "1.25"], &["0.74", "1.26"]),
        ("between 5% and 15%", &["0.05", "0.15", "0.1"], &["0.049", "0.151"]),
        ("at least 0.75", &["0.75", "75%", "2"], &["0.7499"]),
        ("more than 10", &["10.001"], &["10", "10.000000001", "9"]),
        ("fewer than 10", &["9.99", "-50"], &["10", "9.9999999999"]),
    ];
    for (says, inside, outside) in rules {
        for value in inside {
            assert_eq!(verdict(value, says).name(), "holds", "{value} {says}");
        }
        for value in outside {
            assert_eq!(verdict(value, says).name(), "fails", "{value} {says}");
        }
    }
}

#[test]
fn amounts_are_compared_across_scales_and_with_nothing_else() {
    assert_eq!(verdict("b[2013]", "about 10000 USD m").name(), "holds");
    assert_eq!(verdict("a[2013] - a[2013]", "at most 1 USD k").name(), "holds");
    assert_eq!(verdict("b[2013]", "exactly 10 USD bn").name(), "holds");
    let unlike = Verdict::Unchecked(Reason::Unlike);
    let [dollars, euros] = ["USD", "EUR"].map(|name| Money::parse(name).unwrap().currency);
    let currencies = Verdict::Unchecked(Reason::Currencies(euros, dollars));
    assert_eq!(verdict("b[2013]", "about 10 EUR bn"), currencies);
    for (formula, says) in [("a[2013]", "about 50"), ("a[2013] / b[2013]", "about 50 USD m")] {
        assert_eq!(verdict(formula, says), unlike, "{formula} {says}");
    }
}

#[test]
fn a_verdict_looks_at_every_source() {
    let verdicts = [
        ("a[2013]", "between 40 USD m and 70 USD m", Verdict::Holds { unanimous: true }),
        ("a[2013]", "at most 55 USD m", Verdict::Holds { unanimous: false }),
        ("a[2013]", "at least 60 USD m", Verdict::Depends),
        ("a[2013]", "between 54 USD m and 56 USD m", Verdict::Depends),
        // Inside of the spread, but no source says so.
        ("a[2013]", "between 56 USD m and 59 USD m", Verdict::Fails),
        ("a[2013]", "more than 60 USD m", Verdict::Fails),
        ("a[2013 @ b55]", "at most 50 USD m", Verdict::Fails),
        // No value goes first.
        ("a[2014]", "at most 10 USD m", Verdict::Depends),
        ("a[2014]", "at most 30 USD m", Verdict::Depends),
        ("a[2014]", "more than 20 USD m", Verdict::Fails),
        ("mean(a[2013..2014])", "about 35 USD m", Verdict::Depends),
    ];
    for (formula, says, expected) in verdicts {
        assert_eq!(verdict(formula, says), expected, "{formula} {says}");
    }
    assert_eq!(
        checked("a[2014]", "at most 10 USD m").range.unwrap().spread,
        Spread { low: 10.0, high: 20.0, exact: true }
    );
    for formula in ["a[1990]", "a[2013"] {
        assert_eq!(verdict(formula, "about 1 USD m"), Verdict::Unchecked(Reason::NoResult), "{formula}");
    }
    assert!(matches!(checked("a[1990]", "about 1 USD m").result, Some(Err(Reason::Refused(_)))));
    assert!(matches!(checked("a[2013", "about 1 USD m").result, Some(Err(Reason::Formula(_)))));
    assert!(matches!(verdict("a[2013]", "sixty"), Verdict::Unchecked(Reason::Rule(_))));
}

#[test]
fn a_part_is_in_hundredths_in_a_spreadsheet() {
    let founding = story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap();
    let words = Words::english();
    let claim = founding.claims.iter().find(|claim| claim.id == "steadily-declined").unwrap();
    let checked = check(claim, &founding);
    let text = document::claims_csv(&founding, &words, &Terms::default(), &[(claim, &checked)]);
    assert!(text.contains(",falls(russia[1997..2013]),56.25,percent,"), "{text}");
    let outcome = evaluate_by(&parse("falls(russia[1997..2013])").unwrap(), &founding, Sources::Preferred).unwrap();
    let results = [(String::new(), &outcome)];
    let answered = document::Answered { results: &results, ..document::Answered::default() };
    assert!(document::csv(&founding, &words, &answered).contains(",,56.25,percent,"));
}

#[test]
fn only_a_verdict_has_sources_that_agree() {
    let told = |verdict: Verdict| (verdict.name(), verdict.unanimous());
    assert_eq!(told(Verdict::Holds { unanimous: false }), ("holds", Some(false)));
    assert_eq!(told(Verdict::Depends), ("depends", Some(false)));
    assert_eq!(told(Verdict::Fails), ("fails", Some(true)));
    assert_eq!(told(Verdict::Unchecked(Reason::Story)), ("unchecked", None));
}

#[test]
fn variants_take_the_rule_of_the_claim_unless_they_have_or_refuse_one() {
    let variants = json!([
        { "name": "inherits", "formula": "1" },
        { "name": "alone", "formula": "1", "says": null },
        { "name": "own", "formula": "1", "says": "at most 1" } ]);
    let claim = |kind: &str, more: Value| {
        let mut claim = json!({ "id": "c", "statement": "C.", "kind": kind, "formula": "2", "says": "more than 1", "variants": variants });
        claim.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let story = read(json!({ "claims": [claim] }));
        check(&story.claims[0], &story)
    };
    let names = |checked: &Checked| -> Vec<Option<&'static str>> {
        let all = [&checked.own].into_iter().chain(&checked.variants);
        all.map(|reading| reading.verdict.as_ref().map(Verdict::name)).collect()
    };
    assert_eq!(names(&claim("number", json!({}))), [Some("holds"), Some("fails"), None, Some("holds")]);
    let unchecked = claim("unchecked", json!({ "why": "No." }));
    assert_eq!(names(&unchecked), [Some("unchecked"), Some("fails"), None, Some("holds")]);
    // The number stays, as context.
    assert_eq!(unchecked.own.result.unwrap().unwrap().value, 2.0);
    assert_eq!(unchecked.own.rule, None);
}

#[test]
fn events_lie_within_dates_wholly_partly_or_not() {
    let claim = |events: &[&str], says: &str| {
        let mut story = story("1", json!(null));
        let found = read(json!({ "events": [{ "id": "x", "when": "2014", "title": "X" }],
            "claims": [{ "id": "c", "statement": "C.", "kind": "dates", "events": ["x"], "says": says }] }));
        story.claims = found.claims;
        story.claims[0].events = events.iter().map(ToString::to_string).collect();
        let checked = check(&story.claims[0], &story);
        (checked.own.verdict.unwrap().name(), checked.events.into_iter().map(|(_, fit)| fit).collect::<Vec<_>>())
    };
    use Fit::{Inside, Outside, Partly};
    assert_eq!(claim(&["day", "year"], "within 2014"), ("holds", vec![Inside, Inside]));
    assert_eq!(claim(&["day", "year"], "within 2014-03"), ("depends", vec![Inside, Partly]));
    assert_eq!(claim(&["year"], "within 2014-03"), ("depends", vec![Partly]));
    assert_eq!(claim(&["day"], "within 2014-06/2015"), ("fails", vec![Outside]));
    assert_eq!(claim(&["day", "year"], "within 2014-06/.."), ("depends", vec![Outside, Partly]));
    assert_eq!(claim(&["open"], "within 2014/2020"), ("depends", vec![Partly]));
    assert_eq!(claim(&["open"], "within 2014/.."), ("holds", vec![Inside]));
    assert_eq!(claim(&["open"], "within ../2013"), ("fails", vec![Outside]));
    assert_eq!(claim(&[], "within 2014"), ("unchecked", vec![]));
}

#[test]
fn the_founding_claims_have_their_verdicts() {
    let story = story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap();
    let words = Words::english();
    let mut told = Vec::new();
    for claim in &story.claims {
        let checked = check(claim, &story);
        told.push(format!("{}: {}\n    {}", claim.id, claim.statement, words.claim(&checked, &story)));
        for (variant, reading) in claim.variants.iter().zip(&checked.variants) {
            told.push(format!("    - {}: {}", variant.name, words.variant(reading, &story)));
        }
    }
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_reader_can_choose_whose_values_are_taken() {
    let story = story("1", json!(null));
    let value = |text: &str, sources: Sources<'_>| evaluate_by(&parse(text).unwrap(), &story, sources);
    assert_eq!(calc("a[2013]", &story).unwrap().value, 50.0);
    assert_eq!(value("a[2013]", Sources::By("b60")).unwrap().value, 60.0);
    let mixed = value("a[2013] / b[2013]", Sources::By("b60")).unwrap();
    // Where the basis has no value the preferred one stands, and only the other cell has a spread.
    assert_eq!((mixed.value, mixed.spread), (60.0 / 10_000.0, None));
    assert_eq!(mixed.cells.iter().map(|cell| cell.tag.as_deref()).collect::<Vec<_>>(), [Some("b60"), None]);
    let named = value("a[2013 @ b55] / a[2013]", Sources::By("b60")).unwrap();
    assert_eq!((named.value, named.spread), (55.0 / 60.0, None));
    let all = over_all(&parse("a[2014] / a[2013]").unwrap(), &story).unwrap();
    assert_eq!((all.spread.low, all.spread.high, all.spread.exact), (10.0 / 60.0, 20.0 / 50.0, true));
    assert_eq!(over_all(&parse("a[1990]").unwrap(), &story).unwrap_err().code(), "missing");
    let ranged = value("a[2014] / a[2013]", Sources::All).unwrap();
    assert_eq!((ranged.ranged, ranged.spread), (true, Some(all.spread)));
    // Where there is one value and it is preferred, all sources say it.
    let single = value("b[2013]", Sources::All).unwrap();
    assert_eq!((single.ranged, single.value), (false, 10.0));
    assert_eq!(value("a[2014 @ b55]", Sources::All).is_ok(), value("a[2014 @ b55]", Sources::Preferred).is_ok());
}

proptest! {
    #[test]
    fn a_verdict_agrees_with_a_look_at_every_pick(
        first in prop::collection::vec(1u32..20, 1..4), second in prop::collection::vec(1u32..20, 1..4),
        low in 0u32..40, width in 0u32..20,
    ) {
        let rows = |values: &[u32]| values.iter().enumerate()
            .map(|(place, value)| json!({ "when": "2013", "value": value, "preferred": if place == 0 { Some(true) } else { None } }))
            .collect::<Vec<_>>();
        let (low, high) = (f64::from(low) / 8.0, f64::from(low + width) / 8.0);
        let story = read(json!({
            "series": { "a": { "name": "A", "unit": "USD m", "values": rows(&first) }, "b": { "name": "B", "unit": "USD m", "values": rows(&second) } },
            "claims": [{ "id": "c", "statement": "C.", "kind": "number", "formula": "a[2013] / b[2013]", "says": format!("between {low} and {high}") }]
        }));
        let inside = |a: u32, b: u32| (low..=high).contains(&(f64::from(a) / f64::from(b)));
        let all = || first.iter().flat_map(|a| second.iter().map(|b| inside(*a, *b)));
        let expected = match (inside(first[0], second[0]), all().all(|inside| inside), all().any(|inside| inside)) {
            (true, unanimous, _) => Verdict::Holds { unanimous },
            (false, _, true) => Verdict::Depends,
            _ => Verdict::Fails,
        };
        prop_assert_eq!(check(&story.claims[0], &story).own.verdict, Some(expected));
    }
}

/// The verdicts of the founding claims on other terms, in short.
#[test]
fn the_founding_claims_are_checked_on_the_terms_of_a_reader() {
    let story = story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap();
    let words = Words::english();
    let rubles = Money::parse("RUB").unwrap().currency;
    let terms = [
        Terms { prices: Some(2013), ..Terms::default() },
        Terms { currency: Some(rubles), ..Terms::default() },
        Terms { sources: compare::Sources::All, ..Terms::default() },
        Terms { sources: compare::Sources::Basis("kotra".to_owned()), ..Terms::default() },
    ];
    let mut told = Vec::new();
    for terms in &terms {
        told.push(words.terms(terms, &story).unwrap());
        for claim in story.claims.iter().filter(|claim| claim.formula.is_some()) {
            let checked = check_on(claim, &story, terms);
            let formula = checked.own.formula.clone().unwrap_or_default();
            told.push(format!("  {}: {formula}\n    {}", claim.id, words.claim(&checked, &story)));
        }
    }
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn an_amount_of_the_article_names_no_year_and_is_held_against_nothing_at_other_prices() {
    let deflated = |formula: &str, says: &str| {
        let mut story = story(formula, json!(says));
        let index = json!({ "cpi": { "name": "CPI", "currency": "USD", "base": 2013, "values": { "2013": 100, "2014": 110 } } });
        story.deflators = read(json!({ "deflators": index })).deflators;
        let terms = Terms { prices: Some(2014), ..Terms::default() };
        check_on(&story.claims[0], &story, &terms).own
    };
    let money = deflated("a[2013]", "at most 100 USD m");
    assert_eq!((&money.verdict, money.region), (&Some(Verdict::Unchecked(Reason::Undated(2014))), None));
    assert!(money.result.unwrap().is_ok(), "the number stands all the same");
    let inside = deflated("10 USD m / a[2013]", "at most 1");
    assert_eq!(inside.result.unwrap().unwrap_err().code(), "undated-amount");
    // What is told on these terms can be read again.
    let formula = inside.formula.unwrap();
    assert_eq!(parse(&formula).unwrap().to_string(), formula);
    // A ratio has no prices, and whoever asks for prices meant the amount for those.
    assert_eq!(deflated("b[2013] / a[2013]", "at least 1").verdict, Some(Verdict::Holds { unanimous: true }));
    assert_eq!(deflated("real(a[2013], 2013)", "at most 100 USD m").verdict, Some(Verdict::Holds { unanimous: true }));
}

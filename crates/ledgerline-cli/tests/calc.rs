//! `calc` and `claims` as an editor or a program runs them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use serde_json::Value;
use std::process::{Command, Output};

const FOUNDING: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../stories/dprk-russia.json");
const BROKEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ledgerline-core/tests/broken/many-faults.json");
/// The same table is asked of the widget.
const FORMULAS: &str = include_str!("../../../tests/formulas.json");

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_ledgerline-tool")).args(arguments).output().unwrap()
}

fn told(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The digits behind a name, as they are printed.
fn digits<'a>(text: &'a str, name: &str) -> &'a str {
    let (_, behind) = text.split_once(&format!("\"{name}\": ")).unwrap();
    behind.split([',', '\n']).next().unwrap()
}

#[test]
fn a_table_of_formulas_gives_the_expected_digits() {
    let rows: Vec<Value> = serde_json::from_str(FORMULAS).unwrap();
    assert!(rows.len() > 60);
    for row in rows {
        let formula = row["formula"].as_str().unwrap();
        let source = row["source"].as_str().map_or(vec![], |source| vec!["--source", source]);
        let output = run(&[&["calc", FOUNDING, "--json"], source.as_slice(), &["--", formula]].concat());
        let (code, text) = (output.status.code(), told(&output));
        let Some(value) = row["value"].as_str() else {
            assert_eq!((code, &json(&output)["refused"]["code"]), (Some(1), &row["refused"]), "{formula}");
            continue;
        };
        assert_eq!((code, &json(&output)["unit"]), (Some(0), &row["unit"]), "{formula}");
        for (name, expected) in
            [("value", value), ("low", row["low"].as_str().unwrap()), ("high", row["high"].as_str().unwrap())]
        {
            assert_eq!(digits(&text, name), expected, "{formula}: {name}");
        }
        if row["doubts"].is_array() {
            assert_eq!(json(&output)["doubts"], row["doubts"], "{formula}");
        }
    }
}

#[test]
fn a_result_is_printed_with_its_values_and_steps() {
    let output = run(&["calc", FOUNDING, "real(russia[2000], 2013) / 2 + 0 * russia[2013]"]);
    assert_eq!(output.status.code(), Some(1), "constant and current prices do not add");
    insta::assert_snapshot!(told(&run(&["calc", FOUNDING, "growth(real(russia[2000], 2013), russia[2013], 12) * 2"])));
    insta::assert_snapshot!(told(&run(&["calc", FOUNDING, "growth(russia[2000], russia[2013], 12) * 2"])));
}

#[test]
fn values_that_were_not_counted_alike_are_told_with_the_number() {
    let share = "china[2014] / total[2014]";
    let told_of = |arguments: &[&str]| {
        let text = told(&run(&[&["calc", FOUNDING], arguments].concat()));
        text.lines().filter_map(|line| Some(line.strip_prefix("doubt: ")?.to_owned())).collect::<Vec<_>>()
    };
    let found = told_of(&[share]);
    assert!(found[0].starts_with("These values were not counted alike: Chinese customs and KOTRA"), "{found:?}");
    assert_eq!(json(&run(&["calc", FOUNDING, "--json", share]))["doubts"], Value::from(found));
    // By one source there are no other ends than its own.
    let ratio = "china[2013] / russia[2013]";
    assert_eq!((told_of(&[ratio]).len(), told_of(&[ratio, "--source", "kotra"]).len()), (1, 0));
    assert_eq!(json(&run(&["calc", FOUNDING, "--json", "russia[2013]"]))["doubts"], Value::Array(vec![]));
}

#[test]
fn claims_tell_what_stands_against_their_numbers_as_their_documents_do() {
    let text = told(&run(&["claims", FOUNDING]));
    let mut told = text.lines().filter_map(|line| Some(line.trim_start().strip_prefix("doubt: ")?.to_owned()));
    let found = json(&run(&["claims", FOUNDING, "--json"]));
    let each = |claim: &Value| {
        let variants = claim["variants"].as_array().unwrap().clone();
        let results =
            [vec![claim.clone()], variants].concat().into_iter().map(|reading| reading["result"]["doubts"].clone());
        results.flat_map(|doubts| doubts.as_array().cloned().unwrap_or_default()).collect::<Vec<_>>()
    };
    let documents: Vec<Value> = found.as_array().unwrap().iter().flat_map(each).collect();
    assert!(documents.len() > 3 && documents.iter().all(|doubt| told.next().as_deref() == doubt.as_str()));
    assert_eq!(told.next(), None);
}

#[test]
fn a_refusal_points_to_the_place_and_says_what_there_is_instead() {
    let output = run(&["calc", FOUNDING, "china[2013] / rusia[2013]"]);
    assert_eq!(output.status.code(), Some(1));
    let expected = "china[2013] / rusia[2013]\n              ^\nrefused[unknown-series]: The story has no series “rusia”.\n    Did you mean “russia”?\n";
    assert_eq!(told(&output), expected);
    let refused = json(&run(&["calc", FOUNDING, "--json", "mean(russia[1995..1997]"]))["refused"].clone();
    assert_eq!((&refused["code"], &refused["at"]), (&"bad-formula".into(), &24.into()));
    let refused = json(&run(&["calc", FOUNDING, "--json", "china[2013] + russia[1996]"]))["refused"].clone();
    assert_eq!((&refused["code"], &refused["at"]), (&"unusable".into(), &15.into()));
    assert!(refused["hint"].as_str().unwrap().contains("1995 and 1997"), "{refused}");
    let refused = json(&run(&["calc", FOUNDING, "--json", "in(RUB, russia[1994]) / 2"]))["refused"].clone();
    assert!(refused["hint"].as_str().unwrap().contains("1993 and 1996"), "{refused}");
    let table: Vec<Value> = serde_json::from_str(FORMULAS).unwrap();
    for row in table.iter().filter(|row| !row["refused"].is_null()) {
        let output = run(&["calc", FOUNDING, "--json", "--", row["formula"].as_str().unwrap()]);
        let refused = json(&output)["refused"].clone();
        assert!(!refused["hint"].as_str().unwrap().is_empty(), "{row}: {refused}");
        let nowhere = refused["at"].is_null();
        assert!(
            !nowhere
                || ["out-of-range", "beyond-the-rates", "growth-across-zero", "zero-denominator"]
                    .contains(&refused["code"].as_str().unwrap()),
            "{row}: {refused}"
        );
    }
}

#[test]
fn a_formula_may_begin_with_a_minus_sign() {
    let output = run(&["calc", FOUNDING, "-russia[2013] * 2 + 5 USD m", "--json"]);
    assert_eq!((output.status.code(), json(&output)["value"].as_f64()), (Some(0), Some(-220.42)));
    assert_eq!(run(&["calc", FOUNDING, "--source", "kotra", "-(1 + 2)"]).status.code(), Some(0));
    assert!(told(&run(&["calc", FOUNDING, "-h"])).contains("Usage"));
    assert_eq!(run(&["calc", FOUNDING, "--nothing"]).status.code(), Some(2));
    // The last digit of a float is no rounding of ours, and noughts behind a number claim what nobody said.
    assert!(told(&run(&["calc", FOUNDING, "0.1 + 0.2"])).contains("0.1 + 0.2 is 0.3."));
}

#[test]
fn a_source_that_the_story_does_not_have_stops_the_tool() {
    let output = run(&["calc", FOUNDING, "china[2013]", "--source", "nobody"]);
    assert_eq!((output.status.code(), told(&output)), (Some(2), String::new()));
    assert!(String::from_utf8(output.stderr).unwrap().contains("“nobody”"));
}

#[test]
fn a_story_that_does_not_show_is_not_computed() {
    for arguments in [&["calc", BROKEN, "1 + 1"][..], &["claims", BROKEN, "--json"]] {
        let output = run(arguments);
        assert_eq!((output.status.code(), told(&output)), (Some(1), String::new()), "{arguments:?}");
        assert!(String::from_utf8(output.stderr).unwrap().contains("error["));
    }
    assert_eq!(run(&["claims", "nowhere.json"]).status.code(), Some(2));
}

#[test]
fn every_claim_is_printed_with_its_number_and_verdict() {
    let output = run(&["claims", FOUNDING]);
    assert_eq!(output.status.code(), Some(0));
    insta::assert_snapshot!(told(&output));
}

#[test]
fn claims_can_be_read_by_programs() {
    let output = run(&["claims", FOUNDING, "--json"]);
    let claims = json(&output);
    assert_eq!((output.status.code(), claims.as_array().unwrap().len()), (Some(0), 20));
    let claim = |id: &str| claims.as_array().unwrap().iter().find(|claim| claim["id"] == id).unwrap().clone();
    let sixty = claim("sixty-times");
    for name in ["id", "statement", "says", "result", "verdict", "variants"] {
        assert!(!sixty[name].is_null(), "{name}");
    }
    assert_eq!((&sixty["verdict"], &sixty["unanimous"]), (&"holds".into(), &false.into()));
    assert_eq!(sixty["result"]["value"], 6544.7 / 112.71);
    assert_eq!(sixty["result"]["spread"]["low"], 6540.0 / 123.0);
    let goal = claim("goal-1bn-2020");
    assert_eq!((&goal["events"][0]["fit"], &goal["result"]), (&"inside".into(), &Value::Null));
    assert_eq!((&goal["variants"][1]["verdict"], &goal["variants"][0]["verdict"]), (&Value::Null, &"fails".into()));
    let unchecked = claim("displeasure-2005");
    assert_eq!((&unchecked["verdict"], unchecked["result"]["value"].is_number()), (&"unchecked".into(), true));
    assert!(unchecked["why"].is_string());
}

#[test]
fn a_result_names_the_sources_of_its_trace() {
    let constant = ["real(china[2013] - russia[2013], 2024)"].as_slice();
    for asked in [constant, &["--source", "all", "total[1991]"]] {
        let answer = json(&run(&[&["calc", FOUNDING, "--json"], asked].concat()));
        let named = answer["sources"].as_array().unwrap_or_else(|| panic!("{answer}"));
        let traced = answer["trace"].as_array().unwrap().iter().filter_map(|part| part["source"].as_str());
        for id in traced {
            let source = named.iter().find(|source| source["id"] == id).unwrap_or_else(|| panic!("{id}: {answer}"));
            assert!(source["publisher"].is_string() && source["url"].is_string(), "{source}");
        }
        // In a disputed year there are more than the one that the trace names.
        assert!(named.len() > 1, "{answer}");
    }
}

#[test]
fn a_claim_that_cannot_be_computed_is_a_finding() {
    let folder = std::env::temp_dir().join(format!("ledgerline-claims-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join("story.json");
    let story = r#"{ "ledgerline": 1, "id": "a", "lang": "en", "title": "A", "series": { "a": { "name": "A", "unit": "USD m", "definition": "Goods.",
        "values": [{ "when": "2013", "value": 1 }, { "when": "2014", "value": 1 }, { "when": "2014", "value": 3 }] },
        "b": { "name": "B", "unit": "USD m", "definition": "Services.", "values": [{ "when": "2014", "value": 2 }] } },
        "claims": [
          { "id": "gap", "statement": "A.", "kind": "number", "formula": "a[2012]", "says": "about 1 USD m" },
          { "id": "disputed", "statement": "A.", "kind": "number", "formula": "a[2014]", "says": "about 1 USD m" },
          { "id": "unlike", "statement": "A.", "kind": "number", "formula": "a[2014] / b[2014]", "says": "about 1" } ] }"#;
    std::fs::write(&path, story).unwrap();
    let output = run(&["claims", "--json", &path.display().to_string()]);
    std::fs::remove_dir_all(&folder).unwrap();
    let claims = json(&output);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        (&claims[0]["verdict"], &claims[0]["result"]["refused"]["code"]),
        (&"unchecked".into(), &"missing".into())
    );
    assert_eq!((&claims[1]["verdict"], &claims[1]["result"]["spread"]["high"]), (&"depends".into(), &3.into()));
    assert_eq!(claims[2]["result"]["refused"]["code"], "disputed");
    assert_eq!(claims[2]["result"]["doubts"][0], "A and B do not count the same things.");
}

#[test]
fn all_sources_answer_a_disputed_year_with_the_spread() {
    let output = run(&["calc", FOUNDING, "--json", "--source", "all", "total[1991] / russia[1991]"]);
    let answer = json(&output);
    assert_eq!((output.status.code(), &answer["value"]), (Some(0), &Value::Null), "{answer}");
    assert_eq!(answer["spread"]["high"].as_f64(), Some(3500.0 / 1420.0));
    assert_eq!(answer["trace"].as_array().unwrap().last().unwrap()["value"], Value::Null);
    let text = told(&run(&["calc", FOUNDING, "--source", "all", "china[2013] / russia[2013]"]));
    assert!(text.contains(" is 53 to 67; by all sources, none of which goes first."), "{text}");
    let one = json(&run(&["calc", FOUNDING, "--json", "--source", "all", "russia[2013 @ kotra]"]));
    assert!(one["value"].is_number(), "{one}");
}

#[test]
fn claims_are_put_on_the_terms_that_are_asked_for() {
    let found = |arguments: &[&str], id: &str| -> Value {
        let output = run(&[&["claims", FOUNDING, "--json"], arguments].concat());
        let all = json(&output);
        all.as_array().unwrap().iter().find(|claim| claim["id"] == id).unwrap().clone()
    };
    let all = found(&["--source", "all"], "sixty-times");
    assert_eq!((&all["verdict"], &all["result"]["value"]), (&Value::from("depends"), &Value::Null));
    let kotra = found(&["--source", "kotra"], "sixty-times");
    assert_eq!(kotra["result"]["formula"], "china[2013 @ kotra] / russia[2013 @ kotra]");
    let real = found(&["--prices", "2024"], "around-100m");
    assert_eq!(real["result"]["unit"], "USD m (2024 prices)");
    let rubles = found(&["--currency", "RUB"], "china-6-5bn");
    assert_eq!(rubles["verdict"], "unchecked");
    assert!(rubles["sentence"].as_str().unwrap().contains("The rule speaks of US$ and the result is in rubles."));
}

#[test]
fn terms_that_a_story_does_not_know_are_named() {
    let refused = |arguments: &[&str]| {
        let output = run(&[&["claims", FOUNDING], arguments].concat());
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    let basis = refused(&["--source", "kotar"]);
    assert!(basis.contains("no basis “kotar”; it has ") && basis.contains("kotra"), "{basis}");
    assert!(refused(&["--currency", "rubles"]).contains("“rubles” is no currency: write it like RUB"));
    assert!(refused(&["--prices", "now"]).contains("now"));
    let calc = run(&["calc", FOUNDING, "1", "--prices", "2013"]);
    assert!(String::from_utf8(calc.stderr).unwrap().contains("only “claims” takes --prices"));
}

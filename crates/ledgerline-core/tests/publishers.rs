//! Whose values files and pictures name.

mod helpers;

use helpers::{calc, read};
use ledgerline_core::amount::Currency;
use ledgerline_core::claim::check;
use ledgerline_core::compare::{self, Terms};
use ledgerline_core::document;
use ledgerline_core::formula::Sources;
use ledgerline_core::story;
use ledgerline_core::words::Words;
use serde_json::json;

#[test]
fn the_values_of_a_disputed_year_have_their_publishers() {
    let row = |value: f64, source: &str| json!({ "when": "2014", "value": value, "source": source });
    let story = read(json!({
        "sources": { "kita": { "publisher": "KITA" }, "kotra": { "publisher": "KOTRA" }, "un": { "publisher": "UN" } },
        "series": {
            "a": { "name": "A", "unit": "USD m", "values": [row(10.0, "kita"), row(20.0, "kotra")] },
            "b": { "name": "B", "unit": "USD m", "values": [row(5.0, "un")] } },
        "claims": [{ "id": "c", "statement": "C.", "kind": "number", "formula": "a[2014]", "says": "about 10 USD m",
            "variants": [{ "name": "Of both", "formula": "a[2014] + b[2014]" }, { "name": "Of B", "formula": "b[2014]" }] }]
    }));
    let checked = check(&story.claims[0], &story);
    let figure = checked.own.figure().unwrap();
    assert_eq!((figure.value, figure.ends().low, figure.ends().high), (None, 10.0, 20.0));
    assert_eq!(document::publishers(&story, checked.figures()), ["KITA", "KOTRA", "UN"]);
}

#[test]
fn rates_and_price_indices_have_publishers_as_values_have() {
    let values = json!({ "2013": 30, "2014": 40 });
    let index = json!({ "name": "Prices", "currency": "USD", "source": "bls", "values": values });
    let rate = json!({ "name": "Rubles", "from": "USD", "to": "RUB", "source": "cbr", "values": values });
    let story = read(json!({
        "sources": { "kita": { "publisher": "KITA" }, "bls": { "publisher": "BLS" }, "cbr": { "publisher": "CBR" } },
        "deflators": { "cpi": index },
        "rates": { "ruble": rate },
        "series": { "a": { "name": "A", "unit": "USD m", "values": [{ "when": "2014", "value": 10, "source": "kita" }] } },
        "claims": [{ "id": "c", "statement": "C.", "kind": "number", "formula": "real(a[2014], 2013)",
            "variants": [{ "name": "In rubles", "formula": "in(RUB, a[2014])" }] }]
    }));
    let checked = check(&story.claims[0], &story);
    assert_eq!(document::publishers(&story, checked.own.figure()), ["KITA", "BLS"]);
    assert_eq!(document::publishers(&story, checked.figures()), ["KITA", "BLS", "CBR"]);
    let written =
        document::claim(&story.claims[0], &checked, Sources::Preferred, &story, &Words::english()).to_string();
    assert!(written.contains(r#""kind":"index","id":"cpi","year":2014,"value":40,"source":"bls""#), "{written}");
}

#[test]
fn a_picture_names_whose_values_are_drawn_in_it_besides_those_of_the_sum() {
    let founding = story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap();
    let names = |terms: Terms, years: &[i32]| {
        let outcome = calc("russia[2013]", &founding).unwrap();
        let ids = ["russia".to_owned()];
        document::publishers_of_picture(&founding, [(&outcome).into()], &terms, (&ids, years)).join(", ")
    };
    assert_eq!(names(Terms::default(), &[]), "Radio Free Asia (Korean)");
    let of_year = names(Terms::default(), &[2013]);
    assert_eq!(of_year, "Radio Free Asia (Korean), Correlates of War 4.0, Yonhap News Agency, Reuters");
    let by_kotra = Terms { sources: compare::Sources::Basis("kotra".to_owned()), ..Terms::default() };
    assert_eq!(names(by_kotra, &[2013]), "Radio Free Asia (Korean), Yonhap News Agency");
    // Rates do not reach that far, and what is drawn at another's has its source all the same.
    let rubles = Terms { currency: Some(Currency(*b"RUB")), ..Terms::default() };
    assert!(names(rubles.clone(), &[1994]).contains("Correlates of War 4.0"));
    assert!(names(rubles, &[2013]).ends_with("World Bank"));
    assert_eq!(names(Terms::default(), &[1996]), "Radio Free Asia (Korean)");
}

//! What is asked of a story that is not the founding one: its own scales, signs and bases.

mod helpers;

use helpers::{calc, read};
use ledgerline_core::compare::{Comparison, Measure};
use ledgerline_core::formula::{Above, Refusal, TracedCell};
use ledgerline_core::story::Story;
use ledgerline_core::words::Words;
use serde_json::json;

/// Wheat in billions, with two values for 2013, and rye in millions.
fn crops() -> Story {
    let row = |when: i32, value: f64| json!({ "when": when.to_string(), "value": value, "basis": "x" });
    let rows = |values: [f64; 4]| {
        let rows = (2010..).zip(values).map(|(when, value)| row(when, value));
        rows.collect::<Vec<_>>()
    };
    read(json!({ "bases": { "x": { "name": "X" } }, "series": {
        "wheat": { "name": "Wheat", "short": "Wheat", "unit": "EUR bn", "values": rows([0.0, 5.5, -3.0, 7.0]) },
        "rye": { "name": "Rye", "short": "Rye", "unit": "EUR m", "values": rows([100.0, 0.0, 200.0, 300.0]) } } }))
}

fn asked(measure: Measure, (since, year): (Option<i32>, i32)) -> (Comparison, Story) {
    let (a, b) = ("wheat".to_owned(), "rye".to_owned());
    (Comparison { a, b, since, year, measure, ..Comparison::default() }, crops())
}

/// Sentence and sum.
fn told(measure: Measure, when: (Option<i32>, i32)) -> (String, String) {
    let ((comparison, story), words) = (asked(measure, when), Words::english());
    let outcome = comparison.evaluate(&story).unwrap();
    let sum = words.sum(&comparison.expr(&story), &outcome);
    (words.answer(&comparison, &outcome, &story).sentence, sum)
}

#[test]
fn billions_are_greater_than_millions_and_the_sum_says_which_is_which() {
    let (sentence, sum) = told(Measure::Ratio, (None, 2013));
    assert_eq!(sentence, "Wheat was about 23.33 times Rye in 2013.");
    assert_eq!(sum, "7.0 EUR billion ÷ 300.0 EUR million");
    let (sentence, _) = told(Measure::Difference, (None, 2013));
    assert_eq!(sentence, "Wheat was 6.7bn EUR more than Rye in 2013.");
    assert!((calc("rye[2013] / wheat[2013]", &crops()).unwrap().value - 0.3 / 7.0).abs() < 1e-12);
}

#[test]
fn nothing_that_was_or_is_below_zero_rises_by_so_many_per_cent() {
    let refused = [
        "change(wheat[2012], wheat[2011])",
        "change(wheat[2011], wheat[2012])",
        "change(wheat[2010], wheat[2011])",
        "index(wheat[2012], wheat[2011])",
        "index(wheat[2011], wheat[2012])",
        "growth(wheat[2012], wheat[2013], 1)",
        "catch_up(wheat[2012], 5%, wheat[2013], 1%)",
        "years_to(rye[2011], 5%, 1 EUR bn)",
    ];
    let (story, words) = (crops(), Words::english());
    let told = refused.map(|text| {
        let refusal = calc(text, &story).expect_err(text);
        assert_eq!((refusal.code(), refusal.series().is_some()), ("growth-across-zero", true), "{text}");
        words.refusal(&refusal, &story)
    });
    insta::assert_snapshot!(told.join("\n"));
    assert_eq!(calc("change(rye[2010], rye[2011])", &story).unwrap().value, -1.0);
    let refusal = calc("wheat[2011] / wheat[2010]", &story).unwrap_err();
    assert!(words.refusal(&refusal, &story).ends_with("Wheat was 0bn EUR in 2010."));
}

#[test]
fn a_deficit_is_no_share_and_not_so_many_times_a_surplus() {
    let (ratio, story) = asked(Measure::Ratio, (None, 2012));
    let refusal = ratio.evaluate(&story).unwrap_err();
    assert_eq!(refusal, Refusal::Sign(Above::Ratio, refusal_cell(&refusal)));
    assert_eq!(refusal.years(), [2012]);
    let (span, story) = asked(Measure::Ratio, (Some(2011), 2013));
    assert_eq!(span.yearly(&story)[0].points.iter().map(|point| point.year).collect::<Vec<_>>(), [2013]);
}

fn refusal_cell(refusal: &Refusal) -> Option<Box<TracedCell>> {
    match refusal {
        Refusal::Sign(_, cell) => cell.clone(),
        _ => None,
    }
}

//! What sums, refusals and futures say of the founding story.

use ledgerline_core::amount::Decimal;
use ledgerline_core::claim::Reason;
use ledgerline_core::compare::{Comparison, Doubt, Measure, Sources, Terms};
use ledgerline_core::document;
use ledgerline_core::formula::{Above, Refusal, TracedCell, evaluate, parse};
use ledgerline_core::story::{self, Story};
use ledgerline_core::supposed::Supposed;
use ledgerline_core::words::Words;

fn story() -> Story {
    story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap()
}

#[test]
fn the_sum_of_all_sources_has_every_value_as_its_source_wrote_it() {
    let (story, terms) = (story(), Terms { sources: Sources::All, ..Terms::default() });
    let sum = |year| {
        let (a, b, terms) = ("russia".to_owned(), "china".to_owned(), terms.clone());
        let comparison = Comparison { a, b, since: None, year, measure: Measure::Ratio, terms };
        Words::english().sum(&comparison.expr(&story), &comparison.evaluate(&story).unwrap())
    };
    assert_eq!(sum(2024), "(2,180 to 2,640.87) ÷ 34");
    assert_eq!(sum(2013), "(6,540 to 6,939) ÷ (104 to 123)");
}

#[test]
fn a_refusal_names_the_value_that_counts_where_that_stands_against_it() {
    let story = story();
    let refused = |text: &str| {
        let refusal = evaluate(&parse(text).unwrap(), &story).unwrap_err();
        Words::english().refusal(&refusal, &story)
    };
    let preferred = refused("growth(balance(russia[2013]), balance(russia[2014]), 1)");
    assert!(preferred.contains("−$94.13m") && !preferred.contains("source"), "{preferred}");
    // Nothing stands against the value that counts here, but against another by which the spread is computed.
    let outcome = evaluate(&parse("balance(russia[2013])").unwrap(), &story).unwrap();
    let value = Decimal { value: 5.0, decimals: 0 };
    let cell = TracedCell { value, range: vec![-3.0, 5.0], ..outcome.cells[0].clone() };
    let other = Words::english().refusal(&Refusal::Sign(Above::Growth, Some(Box::new(cell))), &story);
    assert!(other.ends_with("was −$3m in 2013 by one of the sources."), "{other}");
}

#[test]
fn what_stands_against_two_results_that_are_told_together_is_told_once() {
    let (story, words) = (story(), Words::english());
    let pair = |left: &str, right: &str| (left.to_owned(), right.to_owned());
    let of_one = Doubt::Ends(vec![pair("kotra", "chinese-customs")]);
    let of_two = Doubt::Ends(vec![pair("chinese-customs", "kotra"), pair("kotra", "un-comtrade")]);
    let alone = Doubt::Definitions("russia".to_owned(), "china".to_owned());
    let lines = words.doubts(&[of_one.clone(), alone.clone(), of_two], &story);
    let ends = words.doubt(&Doubt::Ends(vec![pair("kotra", "chinese-customs"), pair("kotra", "un-comtrade")]), &story);
    assert_eq!(lines, [words.doubt(&alone, &story), ends]);
    assert_eq!(words.doubts(std::slice::from_ref(&of_one), &story), [words.doubt(&of_one, &story)]);
}

#[test]
fn a_part_that_is_passed_at_the_start_is_told_as_the_least() {
    let story = story();
    let told = |a: &str, b: &str| {
        let (scenario, terms, fraction) = (Some("trend".to_owned()), Terms::default(), 1.0 / 6.0);
        let (a, b, moved) = (a.to_owned(), b.to_owned(), Vec::new());
        let supposed = Supposed { a, b, from: 2013, until: 2024, scenario, moved, fraction, terms };
        let what_if = supposed.what_if(&story);
        Words::english().what_if(&what_if, &what_if.evaluate(&story).unwrap(), &story)
    };
    assert!(told("china", "russia").contains(" China’s is at least 1/6 of Russia’s from the start."));
    let all = told("total", "china");
    assert!(all.contains(". That with all partners is at least 1/6 of China’s from the start."), "{all}");
}

#[test]
fn a_document_has_the_sentence_that_answers_and_that_of_the_formula_where_there_is_none() {
    let story = story();
    let formula = "china[2013] / russia[2013]";
    let outcome = evaluate(&parse(formula).unwrap(), &story).map_err(Reason::Refused);
    let told = |sentence| {
        let asked = document::Asked { formula, outcome: &outcome, sources: Default::default(), sentence };
        document::result(asked, &story, &Words::english()).to_string()
    };
    assert!(told(Some("So it is.")).contains("\"sentence\":\"So it is.\""), "{}", told(Some("So it is.")));
    assert!(told(None).contains("\"sentence\":\"China 2013 ÷ Russia 2013 is about 58;"), "{}", told(None));
}

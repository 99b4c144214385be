//! Sentences that readers stumbled over, over the founding story.

use ledgerline_core::compare::{Comparison, Measure, Terms, doubts};
use ledgerline_core::formula::{Expr, Flow, Refusal, Sources};
use ledgerline_core::scenario::{Levers, Side, WhatIf};
use ledgerline_core::story::{self, Story};
use ledgerline_core::target::{Asked, Target};
use ledgerline_core::words::Words;

fn founding() -> Story {
    story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap()
}

fn compare(a: &str, b: &str, measure: Measure, year: i32) -> Comparison {
    Comparison { a: a.to_owned(), b: b.to_owned(), year, measure, ..Comparison::default() }
}

fn told(comparison: &Comparison) -> String {
    let (story, words) = (founding(), Words::english());
    match comparison.evaluate(&story) {
        Ok(outcome) => words.answer(comparison, &outcome, &story).sentence,
        Err(refusal) => words.refusal_on(&refusal, &comparison.terms, &comparison.asked_of(), &story),
    }
}

#[test]
fn what_is_told_of_two_years_is_refused_for_one() {
    let told = |measure| told(&compare("russia", "china", measure, 2013));
    assert_eq!(told(Measure::Growth), "Growth is counted between two years. Choose a first year before 2013.");
    assert_eq!(told(Measure::Change), "A change is counted between two years. Choose a first year before 2013.");
    assert_eq!(told(Measure::Index), "An index is counted between two years. Choose a first year before 2013.");
    assert!(told(Measure::Mean).starts_with("Russia’s trade with North Korea came to "));
    for by in [2013, 2010] {
        let start = Expr::cell("russia", 2013);
        let asked = Asked::Growth { amount: 1000.0, by };
        let target = Target { start, from: 2013, asked, sources: Sources::Preferred };
        let refusal = target.evaluate(&founding()).unwrap_err();
        let told = Words::english().refusal(&refusal, &founding());
        assert_eq!(told, "Growth is counted between two years. Choose a last year after 2013.");
    }
}

#[test]
fn what_is_said_of_two_alike_is_said_once() {
    let said =
        |told: &[&str]| Words::english().together(&told.iter().map(|told| (*told).to_owned()).collect::<Vec<_>>());
    assert_eq!(said(&["It grew.", "", "It grew.", "It fell."]), "It grew. It fell.");
}

#[test]
fn years_in_a_row_are_told_by_their_ends() {
    let words = Words::english();
    let told = |years: &[i32]| words.years_listed(years);
    assert_eq!(told(&[1990, 1991, 1992, 1996, 1998, 1999]), "1990 to 1992, 1996, 1998 and 1999");
    assert_eq!(told(&[1991, 1996]), "1991 and 1996");
    assert_eq!(told(&[2001, 2002, 2003]), "2001 to 2003");
    let gaps = Refusal::Gaps { series: "russia".to_owned(), years: (1990..=2010).collect(), tag: None };
    let sentence = words.refusal(&gaps, &founding());
    assert!(
        sentence.starts_with("There is no usable value of Russia’s trade with North Korea for 1990 to 2010."),
        "{sentence}"
    );
}

/// Two series from 2013 on, growing by so much.
fn supposed((a, own): (&str, f64), (b, other): (&str, f64), until: i32, fraction: f64) -> String {
    let story = founding();
    let side =
        |series: &str, growth| Side { start: Expr::cell(series, 2013), levers: Levers { growth, ..Levers::default() } };
    let asked =
        WhatIf { a: side(a, own), b: side(b, other), years: (2013, until), fraction, sources: Sources::Preferred };
    Words::english().what_if(&asked, &asked.evaluate(&story).unwrap(), &story)
}

#[test]
fn a_part_that_outgrows_its_whole_is_doubted() {
    let doubt = "No part is larger than its whole: the path of All partners does not follow that of China here.";
    assert!(supposed(("china", 0.2), ("total", 0.0), 2024, 1.0).contains(doubt));
    assert!(supposed(("total", 0.0), ("china", 0.2), 2024, 1.0).contains(doubt));
    assert!(!supposed(("china", 0.0), ("total", 0.0), 2024, 1.0).contains("No part"));
    assert!(!supposed(("china", 0.2), ("russia", 0.0), 2024, 1.0).contains("No part"));
}

#[test]
fn two_ends_far_apart_are_rounded_each_by_itself() {
    let story = founding();
    let start = |series: &str| Expr::cell(series, 2013);
    let levers = Levers { growth: -0.2, ..Levers::default() };
    let a = Side { start: start("russia"), levers };
    let b = Side { start: start("china"), levers: Levers::default() };
    let asked = WhatIf { a, b, years: (2013, 2040), fraction: 1.0, sources: Sources::Preferred };
    let projected = asked.evaluate(&story).unwrap();
    let told = Words::english().sway(&projected.sways[0], &asked, &projected, &story);
    assert!(told.ends_with("would be 0.157% of China’s in 2040 instead of 0.00416%."), "{told}");
}

#[test]
fn a_part_of_one_is_drawn_level_with_and_more_is_so_many_times() {
    let told = |fraction| supposed(("russia", 0.5), ("china", 0.0), 2040, fraction);
    assert!(told(1.0).contains("Russia’s would draw level with China’s in 2024"), "{}", told(1.0));
    assert!(told(2.0).contains("Russia’s would reach 2 times China’s in 202"), "{}", told(2.0));
    assert!(told(0.25).contains("Russia’s would reach 1/4 of China’s in 202"), "{}", told(0.25));
    let there = supposed(("china", 0.0), ("russia", 0.0), 2020, 1.0);
    assert!(there.contains("China’s is at least level with Russia’s from the start."), "{there}");
}

#[test]
fn a_series_beside_itself_is_said_to_be_and_not_doubted() {
    let story = founding();
    for measure in [Measure::Ratio, Measure::Difference] {
        let asked = Comparison { since: Some(2004), ..compare("russia", "russia", measure, 2013) };
        assert_eq!(
            told(&asked),
            "Russia’s trade with North Korea stands on both sides, so there is nothing to compare. Choose another beside it."
        );
        let outcome = asked.evaluate(&story).unwrap();
        assert_eq!(doubts(&story, &asked.expr(&story), &outcome), []);
    }
}

#[test]
fn of_two_deficits_it_is_told_which_is_the_deeper() {
    let asked = |measure| {
        let terms = Terms { flow: Flow::Balance, ..Terms::default() };
        told(&Comparison { terms, ..compare("russia", "china", measure, 2013) })
    };
    let difference = asked(Measure::Difference);
    assert!(difference.contains("North Korea’s trade balance with Russia was about $"), "{difference}");
    assert!(
        difference.ends_with(" less in deficit than North Korea’s trade balance with China in 2013."),
        "{difference}"
    );
    let ratio = "North Korea’s trade balance with China was about 7.7 times as far in deficit as North Korea’s trade balance with Russia in 2013.";
    assert_eq!(asked(Measure::Ratio), ratio);
}

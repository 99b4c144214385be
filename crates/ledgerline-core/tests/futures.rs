//! Targets and scenarios: formulas, paths, years and sentences.

mod helpers;

use helpers::{calc, read};
use ledgerline_core::claim::check;
use ledgerline_core::compare::{Comparison, Terms};
use ledgerline_core::formula::{Expr, Sources, evaluate, parse};
use ledgerline_core::scenario::{Kind, Levers, Side, WhatIf};
use ledgerline_core::story::{self, Story};
use ledgerline_core::target::{Asked, Target};
use ledgerline_core::words::{Answered, Words};
use proptest::prelude::*;
use serde_json::json;

fn founding() -> Story {
    story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap()
}

fn target(asked: Asked) -> Target {
    Target { start: Expr::cell("russia", 2013), from: 2013, asked, sources: Sources::Preferred }
}

fn told(target: &Target, story: &Story) -> String {
    let words = Words::english();
    match target.evaluate(story) {
        Ok(outcome) => {
            let answer = words.target(target, &outcome, story);
            format!("{}\n    {} | {}", target.expr(story).unwrap(), answer.sentence, answer.spread.unwrap_or_default())
        }
        Err(refusal) => words.refusal(&refusal, story),
    }
}

#[test]
fn targets_are_formulas_and_sentences() {
    let story = founding();
    let mut asked: Vec<Target> = [
        Asked::Growth { amount: 1000.0, by: 2020 },
        Asked::Growth { amount: 42.74, by: 2020 },
        Asked::Growth { amount: 112.71, by: 2020 },
        Asked::Growth { amount: 0.0, by: 2020 },
        Asked::Growth { amount: 1000.0, by: 2013 },
        Asked::Year { amount: 1000.0, growth: 0.1 },
        Asked::Year { amount: 1000.0, growth: -0.1 },
        Asked::Year { amount: 50.0, growth: -0.125 },
        Asked::Amount { growth: 0.366, by: 2020 },
        Asked::Amount { growth: 0.0, by: 2020 },
    ]
    .map(target)
    .to_vec();
    let terms = Terms { prices: Some(2010), ..Terms::default() };
    asked.push(Target { start: terms.cell("russia", 2013), ..target(Asked::Growth { amount: 1000.0, by: 2020 }) });
    let rubles = Terms { currency: Some(ledgerline_core::amount::Currency(*b"RUB")), ..Terms::default() };
    asked.push(Target { start: rubles.cell("russia", 2013), ..target(Asked::Year { amount: 36000.0, growth: 0.366 }) });
    let lines: Vec<String> = asked.iter().map(|target| told(target, &story)).collect();
    insta::assert_snapshot!(lines.join("\n"));
}

#[test]
fn the_band_closes_at_the_goal_and_holds_its_path() {
    let path = target(Asked::Growth { amount: 1000.0, by: 2020 }).path(&founding()).unwrap();
    let (first, last) = (path[0], path[7]);
    assert_eq!((first.year, first.value, first.low, first.high), (2013, 112.71, 104.0, 123.0));
    assert_eq!((last.year, last.value, last.low, last.high), (2020, 1000.0, 1000.0, 1000.0));
    assert!(path.iter().all(|point| point.low <= point.value && point.value <= point.high));
}

#[test]
fn a_path_to_a_year_ends_in_the_year_that_is_told() {
    let asked = target(Asked::Year { amount: 1000.0, growth: 0.1 });
    let path = asked.path(&founding()).unwrap();
    let last = path.last().unwrap();
    assert_eq!(last.year, asked.year(asked.evaluate(&founding()).unwrap().value));
    assert!(last.value >= 1000.0 && path[path.len() - 2].value < 1000.0);
    assert_eq!(asked.year(7.000_000_000_1), 2020);
    assert_eq!(asked.year(f64::MAX), i32::MAX);
}

/// A scenario of the founding story, as the calculator asks for it.
fn what_if(story: &Story, id: &str, until: i32) -> WhatIf {
    let scenario = story.scenarios.iter().find(|scenario| scenario.id == id).unwrap();
    let side = |series: &str| Side { start: Expr::cell(series, 2013), levers: Levers::of(scenario, series) };
    WhatIf {
        a: side("russia"),
        b: side("china"),
        years: (2013, until),
        fraction: 1.0 / 6.0,
        sources: Sources::Preferred,
    }
}

#[test]
fn the_scenarios_of_the_founding_story_are_told() {
    let (story, words) = (founding(), Words::english());
    let lines = story.scenarios.iter().flat_map(|scenario| {
        [2020, 2040].map(|until| {
            let asked = what_if(&story, &scenario.id, until);
            let projected = asked.evaluate(&story).unwrap();
            let sways: Vec<String> =
                projected.sways.iter().map(|sway| words.sway(sway, &asked, &projected, &story)).collect();
            let told = words.what_if(&asked, &projected, &story);
            format!("{} {until}: {told}\n    {}", scenario.id, sways.join("\n    "))
        })
    });
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn levers_are_ordered_by_what_they_do_to_the_one_as_a_part_of_the_other() {
    let story = founding();
    let mut asked = what_if(&story, "goal", 2025);
    (asked.a.start, asked.b.start, asked.years.0) = (Expr::cell("russia", 2005), Expr::cell("china", 2005), 2005);
    let projected = asked.evaluate(&story).unwrap();
    let part = |asked: &WhatIf| {
        let projected = asked.evaluate(&story).unwrap();
        projected.a.last().unwrap().value / projected.b.last().unwrap().value
    };
    let sizes: Vec<f64> = projected.sways.iter().map(|sway| (sway.moved - sway.end).abs()).collect();
    assert!(sizes.is_sorted_by(|a, b| a >= b), "{sizes:?}");
    let mut faster = asked.clone();
    faster.b.levers.growth += 0.01;
    let first = projected.sways[0];
    assert_eq!((first.of_a, first.kind), (false, Kind::Growth));
    assert!((first.end - part(&asked)).abs() < 1e-9 && (first.moved - part(&faster)).abs() < 1e-9, "{first:?}");
}

#[test]
fn a_lever_without_effect_is_not_told_and_both_ends_are_in_one_measure() {
    let (story, words) = (founding(), Words::english());
    let mut asked = what_if(&story, "goal", 2024);
    asked.a.levers.once = Some((2018, 500.0));
    let projected = asked.evaluate(&story).unwrap();
    assert!(projected.sways.iter().all(|sway| sway.kind != Kind::Once));
    asked.a.levers = Levers { base: 2.0, ..asked.a.levers };
    let projected = asked.evaluate(&story).unwrap();
    for sway in &projected.sways {
        let told = words.sway(sway, &asked, &projected, &story);
        assert_eq!(told.matches(" times").count(), 2, "{told}");
    }
    // A part of the trade stands within the sentence as it does elsewhere there.
    asked.a.start = parse("exports(russia[2013])").unwrap();
    let projected = asked.evaluate(&story).unwrap();
    let told = words.sway(&projected.sways[0], &asked, &projected, &story);
    assert!(told.contains(", the value of "), "{told}");
}

#[test]
fn one_function_tells_any_result() {
    let (story, words) = (founding(), Words::english());
    let expr = parse("china[2013] / russia[2013]").unwrap();
    let outcome = evaluate(&expr, &story).unwrap();
    let (goal, future) = (target(Asked::Growth { amount: 1000.0, by: 2020 }), what_if(&story, "goal", 2020));
    let comparison = Comparison { a: "russia".to_owned(), b: "china".to_owned(), year: 2013, ..Comparison::default() };
    let checked = check(&story.claims[0], &story);
    let told = [
        Answered::Formula(&expr, &outcome),
        Answered::Comparison(&comparison, &outcome),
        Answered::Target(&goal, &goal.evaluate(&story).unwrap()),
        Answered::WhatIf(&future, &future.evaluate(&story).unwrap()),
        Answered::Claim(&checked),
        Answered::Refused(&evaluate(&Expr::cell("russia", 1996), &story).unwrap_err()),
    ]
    .map(|answered| words.summary(answered, &story));
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn steps_of_amounts_go_with_the_size_of_the_start() {
    let levers = Levers::default();
    let steps = [112.71, 6544.7, 0.5, 0.0].map(|start| levers.step(Kind::Extra, start));
    assert_eq!(steps, [10.0, 100.0, 0.01, 1.0]);
    assert_eq!((levers.step(Kind::Growth, 5.0), levers.step(Kind::Base, 5.0)), (0.01, 0.1));
}

#[test]
fn two_sides_at_other_scales_are_held_against_each_other_and_two_currencies_are_not() {
    let row = |value: f64| json!([{ "when": "2013", "value": value }]);
    let story = read(json!({ "series": {
        "m": { "name": "M", "unit": "USD m", "values": row(500.0) },
        "bn": { "name": "B", "unit": "USD bn", "values": row(1.0) },
        "rub": { "name": "R", "unit": "RUB m", "values": row(1.0) } } }));
    let side = |series: &str, growth: f64| Side {
        start: Expr::cell(series, 2013),
        levers: Levers { growth, extra: 0.0, ..Levers::default() },
    };
    let asked = |b: &str| WhatIf {
        a: side("m", 1.0),
        b: side(b, 0.0),
        years: (2013, 2016),
        fraction: 1.0,
        sources: Sources::Preferred,
    };
    let found = asked("bn").evaluate(&story).unwrap();
    assert_eq!(
        (found.reached.year, found.b[0].value, found.unit.to_string()),
        (Some(2014), 1000.0, "USD m".to_owned())
    );
    assert_eq!(asked("rub").evaluate(&story).unwrap_err().code(), "unlike-units");
    assert_eq!(asked("nobody").evaluate(&story).unwrap_err().code(), "unknown-series");
}

#[test]
fn parts_are_told_as_fractions_where_they_are_meant_so() {
    let words = Words::english();
    let told = [1.0 / 6.0, 0.5, 0.1667, 0.4, 1.0, 2.0].map(|part| words.part_of(part));
    assert_eq!(told, ["1/6", "1/2", "16.67%", "40%", "100%", "200%"]);
}

proptest! {
    #[test]
    fn the_year_of_reaching_is_the_one_after_catching_up(
        a in 1u32..1000, b in 1000u32..100_000, own in 5u32..60, other in 0u32..4, under in 1u32..10,
    ) {
        prop_assume!(a * under < b);
        let row = |value: u32| json!([{ "when": "2013", "value": value }]);
        let story = read(json!({ "series": {
            "a": { "name": "A", "unit": "USD m", "values": row(a) }, "b": { "name": "B", "unit": "USD m", "values": row(b) } } }));
        let side = |series: &str, percent: u32| Side {
            start: Expr::cell(series, 2013),
            levers: Levers { growth: f64::from(percent) / 100.0, ..Levers::default() },
        };
        let years = calc(&format!("catch_up(a[2013], {own}%, b[2013], {other}%, 1/{under})"), &story).unwrap().value;
        // Apart from a hair's breadth around whole years.
        prop_assume!((years - libm::rint(years)).abs() > 1e-6 && years < 199.0);
        let until = 2014 + libm::ceil(years) as i32;
        let asked = WhatIf { a: side("a", own), b: side("b", other), years: (2013, until), fraction: 1.0 / f64::from(under), sources: Sources::Preferred };
        let reached = asked.evaluate(&story).unwrap().reached;
        prop_assert_eq!(reached.year, Some(2013 + libm::ceil(years) as i32));
        prop_assert_eq!((reached.earliest, reached.latest), (reached.year, reached.year));
    }

    #[test]
    fn the_spread_of_reaching_is_that_of_all_sources(
        a in prop::collection::vec(10u32..200, 1..4), b in prop::collection::vec(500u32..2000, 1..4), own in 10u32..60,
    ) {
        let rows = |values: &[u32]| values.iter().enumerate()
            .map(|(place, value)| json!({ "when": "2013", "value": value, "preferred": if place == 0 { Some(true) } else { None } }))
            .collect::<Vec<_>>();
        let asked = |a: &[u32], b: &[u32]| {
            let story = read(json!({ "series": {
                "a": { "name": "A", "unit": "USD m", "values": rows(a) }, "b": { "name": "B", "unit": "USD m", "values": rows(b) } } }));
            let side = |series: &str, percent: u32| Side {
                start: Expr::cell(series, 2013),
                levers: Levers { growth: f64::from(percent) / 100.0, ..Levers::default() },
            };
            // No longer than the smallest takes to grow two hundredfold: on from there no figures are so great.
            let until = 2016 + 680 / own as i32;
            WhatIf { a: side("a", own), b: side("b", 0), years: (2013, until), fraction: 1.0, sources: Sources::Preferred }.evaluate(&story).unwrap().reached
        };
        let all: Vec<i32> = a.iter().flat_map(|a| b.iter().map(|b| asked(&[*a], &[*b]).year.unwrap())).collect();
        let found = asked(&a, &b);
        prop_assert_eq!((found.earliest, found.latest), (all.iter().min().copied(), all.iter().max().copied()));
    }
}

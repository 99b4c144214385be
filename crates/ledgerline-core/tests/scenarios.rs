//! Paths of what might be.

use ledgerline_core::formula::Expr;
use ledgerline_core::scenario::{Kind, Levers, path, reaches, sensitivity};
use ledgerline_core::story::{self, Story};
use proptest::prelude::*;

fn founding() -> Story {
    story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap()
}

fn russia() -> Expr {
    Expr::cell("russia", 2013)
}

fn growth(rate: f64) -> Levers {
    Levers { growth: rate, ..Levers::default() }
}

#[test]
fn the_scenarios_of_the_founding_story_have_their_paths() {
    let story = founding();
    let told = story.scenarios.iter().flat_map(|scenario| {
        ["russia", "china"].map(|series| {
            let path = path(&story, &Expr::cell(series, 2013), (2013, 2020), &Levers::of(scenario, series)).unwrap();
            let last = path.last().unwrap();
            format!(
                "{} {series}: {} years, {:.1}, {:.1} to {:.1}",
                scenario.id,
                path.len(),
                last.value,
                last.low,
                last.high
            )
        })
    });
    insta::assert_snapshot!(told.collect::<Vec<_>>().join("\n"));
}

#[test]
fn an_extra_neither_grows_nor_adds_up_and_a_one_off_is_gone_the_year_after() {
    let levers = Levers { extra: 100.0, once: Some((2015, 50.0)), base: 2.0, ..Levers::default() };
    let values: Vec<f64> =
        path(&founding(), &russia(), (2013, 2016), &levers).unwrap().iter().map(|point| point.value).collect();
    let near = |expected: &[f64]| values.iter().zip(expected).all(|(value, expected)| (value - expected).abs() < 1e-9);
    assert!(values.len() == 4 && near(&[225.42, 325.42, 375.42, 325.42]), "{values:?}");
}

#[test]
fn the_year_of_reaching_a_fraction_is_found() {
    let story = founding();
    let china = path(&story, &Expr::cell("china", 2013), (2013, 2040), &growth(0.0)).unwrap();
    let russia = path(&story, &russia(), (2013, 2040), &growth(0.366)).unwrap();
    assert_eq!(reaches(&russia, &china, 1.0 / 6.0), Some(2021));
    assert_eq!(reaches(&russia, &china, 100.0), None);
}

#[test]
fn the_lever_that_matters_most_comes_first() {
    let steps = [(Kind::Base, 0.01), (Kind::Extra, 1.0), (Kind::Growth, 0.01), (Kind::Once, 1.0)];
    let found = sensitivity(&founding(), &russia(), (2013, 2020), &growth(0.1), &steps).unwrap();
    let kinds: Vec<Kind> = found.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [Kind::Growth, Kind::Base, Kind::Extra, Kind::Once]);
}

#[test]
fn a_path_from_a_year_without_a_value_is_refused() {
    let refused = |series, year, rate| {
        path(&founding(), &Expr::cell(series, year), (year, year + 5), &growth(rate)).unwrap_err().code()
    };
    assert_eq!(refused("russia", 1996, 0.0), "unusable");
    assert_eq!(refused("nobody", 2013, 0.0), "unknown-series");
    assert_eq!([-1.5, -1.0].map(|rate| refused("russia", 2013, rate)), ["growth-across-zero"; 2]);
    assert_eq!(refused("russia", 2013, 1e300), "out-of-range");
    assert_eq!(path(&founding(), &russia(), (2013, i32::MAX), &growth(0.0)).unwrap().len(), 201);
    assert_eq!(path(&founding(), &russia(), (2013, i32::MIN), &growth(0.0)).unwrap().len(), 1);
}

proptest! {
    #[test]
    fn every_point_of_a_path_lies_within_its_spread(rate in -0.999f64..2.0, extra in -500.0f64..500.0, base in -2.0f64..2.0) {
        let levers = Levers { growth: rate, extra, base, once: None };
        for point in path(&founding(), &russia(), (2013, 2030), &levers).unwrap() {
            prop_assert!(point.low <= point.value && point.value <= point.high);
        }
    }
}

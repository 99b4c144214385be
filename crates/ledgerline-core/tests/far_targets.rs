//! Targets that lie far off: the year of arrival, the path to it, and the words for both, held against closed forms.

mod helpers;

use helpers::{calc, read};
use ledgerline_core::formula::{Expr, Refusal, Sources};
use ledgerline_core::scenario::{self, Levers};
use ledgerline_core::series::Point;
use ledgerline_core::story::Story;
use ledgerline_core::target::{Asked, Target};
use ledgerline_core::words::{Answer, Words};
use proptest::prelude::*;
use serde_json::json;

const START: f64 = 112.71;
const FROM: i32 = 2013;
/// The last year that is told.
const FURTHEST: i32 = 9999;

/// A series with values of one year, the first of which is shown first.
fn story(from: i32, values: &[f64]) -> Story {
    let row = |(place, value): (usize, &f64)| {
        let preferred = (place == 0).then_some(true);
        json!({ "when": from.to_string(), "value": value, "preferred": preferred })
    };
    let rows: Vec<_> = values.iter().enumerate().map(row).collect();
    read(json!({ "series": { "a": { "name": "A", "unit": "USD m", "values": rows } } }))
}

fn target(from: i32, asked: Asked) -> Target {
    Target { start: Expr::cell("a", from), from, asked, sources: Sources::Preferred }
}

/// The year in which 1,000 is reached from 112.71 in 2013.
fn arrival(growth: f64) -> Result<i32, Refusal> {
    let target = target(FROM, Asked::Year { amount: 1000.0, growth });
    Ok(target.year(target.evaluate(&story(FROM, &[START]))?.value))
}

fn path(asked: Asked) -> Vec<Point> {
    target(FROM, asked).path(&story(FROM, &[START])).unwrap()
}

fn told(target: &Target, story: &Story) -> Answer {
    Words::english().target(target, &target.evaluate(story).unwrap(), story)
}

#[test]
fn slow_growth_arrives_in_its_own_year_or_is_refused() {
    assert_eq!(arrival(0.01), Ok(2233));
    assert_eq!(arrival(0.001), Ok(4198));
    assert_eq!(arrival(0.000_001), Err(Refusal::OutOfRange));
    let story = story(FROM, &[START]);
    let years = calc("years_to(a[2013], 0.0001%, 1000 USD m)", &story).unwrap().value;
    assert!(years > f64::from(FURTHEST - FROM), "{years}");
    let told = Words::english().refusal(&Refusal::OutOfRange, &story);
    assert_eq!(
        told,
        "This leads beyond the numbers and years that are computed. Amounts and years that are less far off would do, or a growth that gets there sooner."
    );
}

#[test]
fn an_end_of_the_spread_that_arrives_too_late_is_told_as_no_year() {
    let asked = target(FROM, Asked::Year { amount: 101.0, growth: 0.000_01 });
    assert!(asked.evaluate(&story(FROM, &[100.0])).is_ok());
    assert_eq!(asked.evaluate(&story(FROM, &[100.0, 50.0])), Err(Refusal::OutOfRange));
    assert_eq!(asked.path(&story(FROM, &[100.0, 50.0])), Err(Refusal::OutOfRange));
}

#[test]
fn amounts_and_growth_that_no_figures_have_are_refused_whatever_is_asked() {
    let story = story(FROM, &[START]);
    for asked in [
        Asked::Growth { amount: 1e300, by: 2020 },
        Asked::Growth { amount: -1e300, by: 2020 },
        Asked::Year { amount: 1e300, growth: 0.1 },
        Asked::Year { amount: 1000.0, growth: 1e298 },
        Asked::Amount { growth: 1e20, by: 2020 },
    ] {
        let target = target(FROM, asked);
        assert_eq!(
            (target.evaluate(&story), target.path(&story)),
            (Err(Refusal::OutOfRange), Err(Refusal::OutOfRange))
        );
    }
    assert!(target(FROM, Asked::Growth { amount: 1e12, by: 2020 }).evaluate(&story).is_ok());
    assert!(target(FROM, Asked::Growth { amount: 1.1e12, by: 2020 }).evaluate(&story).is_err());
    for levers in [
        Levers { growth: 1e298, ..Levers::default() },
        Levers { extra: 1e300, ..Levers::default() },
        Levers { extra: -1e300, ..Levers::default() },
        Levers { base: 1e300, ..Levers::default() },
        Levers { once: Some((2014, 1e300)), ..Levers::default() },
    ] {
        let path = scenario::path(&story, &Expr::cell("a", FROM), (FROM, FROM + 1), &levers);
        assert_eq!(path, Err(Refusal::OutOfRange), "{levers:?}");
    }
}

#[test]
fn what_comes_of_growth_is_refused_where_no_figure_is_so_great() {
    let story = story(FROM, &[START]);
    let amount = |by: i32| target(FROM, Asked::Amount { growth: 9.0, by });
    assert!(amount(FROM + 9).evaluate(&story).is_ok());
    assert_eq!(amount(FROM + 10).evaluate(&story), Err(Refusal::OutOfRange));
    let levers = Levers { growth: 9.0, ..Levers::default() };
    let path = |years: i32| scenario::path(&story, &Expr::cell("a", FROM), (FROM, FROM + years), &levers);
    assert!(path(9).is_ok());
    assert_eq!(path(10), Err(Refusal::OutOfRange));
}

#[test]
fn a_long_path_ends_in_its_last_year_and_has_no_more_points_than_a_short_one() {
    let most = path(Asked::Amount { growth: 0.01, by: 2213 }).len();
    for by in [2213, 2214, 2500, FURTHEST] {
        let closing = path(Asked::Growth { amount: 1000.0, by });
        let growing = path(Asked::Amount { growth: 0.001, by });
        for path in [&closing, &growing] {
            assert_eq!((path[0].year, path.last().unwrap().year), (FROM, by));
            assert!(path.len() <= most && path.is_sorted_by(|a, b| a.year < b.year), "{by}: {}", path.len());
        }
        for point in &growing {
            let value = START * libm::pow(1.001, f64::from(point.year - FROM));
            assert!((point.value / value - 1.0).abs() < 1e-9, "{by}: {point:?}");
        }
        assert_eq!(closing.last().unwrap().value, 1000.0);
    }
    let arriving = path(Asked::Year { amount: 1000.0, growth: 0.01 });
    assert_eq!(arriving.last().map(|point| point.year), Some(2233));
}

#[test]
fn the_years_that_are_told_agree_with_the_year() {
    let told_over = |years: f64, values: &[f64]| {
        let amount = values[0] * libm::pow(1.05, years);
        let answer = told(&target(2014, Asked::Year { amount, growth: 0.05 }), &story(2014, values));
        answer.sentence.split_once(" in ").unwrap().1.to_owned()
    };
    assert_eq!(
        told_over(25.006, &[100.0, 102.0]),
        "2040, after about 25.01 years; by other sources between 2039 and 2040."
    );
    assert_eq!(
        told_over(25.06, &[100.0, 102.0]),
        "2040, after about 25.1 years; by other sources between 2039 and 2040."
    );
    assert_eq!(told_over(24.973, &[100.0]), "2039, after about 24.97 years.");
    assert_eq!(told_over(25.0012, &[100.0]), "2040, after about 25.001 years.");
    assert_eq!(told_over(25.0, &[100.0]), "2039, after 25 years.");
    assert_eq!(
        told_over(219.38, &[100.0, 140.0]),
        "2234, after about 219.4 years; by other sources between 2227 and 2234."
    );
}

#[test]
fn a_source_that_is_beyond_the_goal_does_not_keep_the_value_taken_from_it() {
    let values = [112.71, 104.0, 123.0];
    let story = story(FROM, &values);
    let reached = |amount: f64, growth: f64| {
        let asked = target(FROM, Asked::Year { amount, growth });
        let told = match asked.evaluate(&story) {
            Ok(outcome) => {
                let answer = Words::english().target(&asked, &outcome, &story);
                [answer.sentence, answer.spread.unwrap_or_default()].join(" | ")
            }
            Err(refusal) => Words::english().refusal(&refusal, &story),
        };
        told.replace("A of 2013 ", "")
    };
    assert_eq!(
        reached(113.0, 0.1),
        "At 10% a year, reaches $113m in 2014, after about 0.027 years; by other sources it is there from the start, or in 2014 at the latest. | 0.000 to 0.871 years, depending on the source"
    );
    assert_eq!(
        reached(110.0, -0.05),
        "At −5% a year, reaches $110m in 2014, after about 0.47 years; by other sources it is there from the start, or in 2016 at the latest. | 0.00 to 2.18 years, depending on the source"
    );
    // The value taken lies beyond this one itself.
    assert_eq!(
        reached(110.0, 0.1),
        "From the value taken the amount is never reached at this growth. A greater amount is reached by growing, a smaller one by shrinking."
    );
    let all = Target { sources: Sources::All, ..target(FROM, Asked::Year { amount: 113.0, growth: 0.1 }) };
    assert_eq!(
        told(&all, &story).sentence,
        "At 10% a year, A of 2013 reaches $113m between 2013 and 2014, after 0.00 to 0.87 years."
    );
    let beyond = Target { sources: Sources::All, ..target(FROM, Asked::Year { amount: 100.0, growth: 0.1 }) };
    assert_eq!(beyond.evaluate(&story).unwrap_err().code(), "never-reached");
}

#[test]
fn the_note_at_the_sum_names_the_years_as_the_sentence_does() {
    let asked = target(2014, Asked::Year { amount: 100.0 * libm::pow(1.05, 25.006), growth: 0.05 });
    let answer = told(&asked, &story(2014, &[100.0, 102.0]));
    assert_eq!(answer.rounding, "shown as 25.01 years: in digits that agree with the year");
    let usual = target(2014, Asked::Year { amount: 100.0 * libm::pow(1.05, 25.5), growth: 0.05 });
    let answer = told(&usual, &story(2014, &[100.0, 102.0]));
    assert_eq!(answer.rounding, "shown as 25.5 years: three digits, as the spread allows");
}

proptest! {
    #[test]
    fn the_year_is_that_of_the_closed_form_or_none(hundredths in 0.000_001f64..30.0) {
        let growth = libm::round(hundredths * 1e6) / 1e8;
        let years = libm::log(1000.0 / START) / libm::log1p(growth);
        prop_assume!((years - libm::rint(years)).abs() > 1e-3);
        let year = f64::from(FROM) + libm::ceil(years);
        match arrival(growth) {
            Ok(found) => prop_assert_eq!(f64::from(found), year),
            Err(refusal) => prop_assert!(refusal == Refusal::OutOfRange && year > f64::from(FURTHEST), "{} {}", growth, year),
        }
    }

    #[test]
    fn the_number_of_years_rounded_up_leads_to_the_year(from in 1900i32..2030, goal in 101u32..100_000, percent in 1u32..60, other in 60.0f64..140.0) {
        let asked = target(from, Asked::Year { amount: goal.into(), growth: f64::from(percent) / 100.0 });
        let story = story(from, &[100.0, other]);
        let Ok(outcome) = asked.evaluate(&story) else { return Ok(()) };
        let sentence = Words::english().target(&asked, &outcome, &story).sentence;
        let (before, after) = sentence.split_once(", after ").unwrap();
        let number = |text: &str| text.replace(',', "").parse::<f64>();
        let year = number(before.rsplit_once(' ').unwrap().1).unwrap();
        let years = after.split_whitespace().find_map(|word| number(word).ok()).unwrap();
        prop_assert_eq!(f64::from(from) + libm::ceil(years), year, "{}", sentence);
    }
}

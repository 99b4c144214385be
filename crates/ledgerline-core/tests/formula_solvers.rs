//! The solvers against their closed forms, and constant prices against published figures.

mod helpers;

use helpers::{calc, read};
use ledgerline_core::story::Story;
use proptest::prelude::*;
use serde_json::json;

fn founding() -> Story {
    ledgerline_core::story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap()
}

fn value(text: &str) -> Result<f64, &'static str> {
    calc(text, &Story::default()).map(|outcome| outcome.value).map_err(|refusal| refusal.code())
}

/// As near as a chain of a few operations on floats comes.
fn near(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= 1e-9 * expected.abs().max(1e-9)
}

/// $100 of each year at the prices of others, with the annual averages of the CPI-U, U.S. city average, all items,
/// not seasonally adjusted, 1982–84 = 100 (U.S. Bureau of Labor Statistics, series CUUR0000SA0): 130.7 for 1990,
/// 172.2 for 2000, 195.3 for 2005, 232.957 for 2013, 258.811 for 2020; by the formula of the bureau, the amount
/// times the later index by the earlier one.
#[test]
fn constant_prices_follow_the_consumer_price_index() {
    let years = [(1990, 130.7), (2000, 172.2), (2005, 195.3), (2013, 232.957), (2020, 258.811)];
    let index: serde_json::Map<_, _> = years.iter().map(|(year, value)| (year.to_string(), json!(value))).collect();
    let rows: Vec<_> = years.iter().map(|(year, _)| json!({ "when": year.to_string(), "value": 100 })).collect();
    let story = read(json!({
        "series": { "a": { "name": "A", "unit": "USD", "values": rows } },
        "deflators": { "cpi": { "currency": "USD", "name": "CPI-U", "values": index } }
    }));
    let published = [
        ("real(a[1990], 2013)", 178.24),
        ("real(a[2000], 2013)", 135.28),
        ("real(a[2005], 2013)", 119.28),
        ("real(a[2013], 1990)", 56.1),
        ("real(a[1990], 2020)", 198.02),
        ("real(a[2013], 2013)", 100.0),
    ];
    for (text, expected) in published {
        let found = calc(text, &story).unwrap().value;
        assert!((found - expected).abs() <= 0.005, "{text}: {found}");
    }
}

/// The founding story's table is that of the bureau, above.
#[test]
fn the_founding_story_has_the_index_of_the_bureau() {
    let story = founding();
    let (_, index) = story.deflators.iter().next().unwrap();
    for (year, expected) in [(1990, 130.7), (2000, 172.2), (2005, 195.3), (2013, 232.957), (2020, 258.811)] {
        let found = index.values.iter().find(|(known, _)| *known == year).unwrap().1;
        assert_eq!(found.value, expected, "{year}");
    }
}

#[test]
fn a_value_of_2000_at_the_prices_of_2013_uses_the_story_s_index() {
    let story = founding();
    let outcome = calc("real(russia[2000], 2013)", &story).unwrap();
    assert!(near(outcome.value, 46.285 * 232.957 / 172.2));
    assert_eq!(outcome.unit.to_string(), "USD m (2013 prices)");
}

#[test]
fn what_is_reached_at_once_takes_no_years_and_what_is_never_reached_is_refused() {
    assert_eq!(value("catch_up(100, 5%, 200, 5%, 1/2)"), Ok(0.0));
    assert_eq!(value("catch_up(100, 5%, 200, 5%)"), Err("never-reached"));
    assert_eq!(value("catch_up(100, 2%, 200, 5%)"), Err("never-reached"));
    // Already beyond: the time would lie in the past.
    assert_eq!(value("catch_up(300, 5%, 200, 2%)"), Err("never-reached"));
    assert_eq!(value("years_to(100, 0%, 100)"), Ok(0.0));
    assert_eq!(value("catch_up(100, -100%, 200, 5%)"), Err("growth-across-zero"));
    assert_eq!(value("growth(100, 200, 0)"), Err("no-years"));
    assert_eq!(value("growth(100, -200, 3)"), Err("growth-across-zero"));
}

proptest! {
    #[test]
    fn growth_is_the_root_of_the_ratio(a in 1u32..1_000_000, b in 1u32..1_000_000, years in 1u32..200) {
        let expected = libm::exp(libm::log(f64::from(b) / f64::from(a)) / f64::from(years)) - 1.0;
        let found = value(&format!("growth({a}, {b}, {years})")).unwrap();
        prop_assert!(near(found + 1.0, expected + 1.0));
    }

    #[test]
    fn an_amount_after_whole_years_is_that_of_year_upon_year(a in 1u32..1_000_000, percent in -99i32..300, years in 0u32..40) {
        let rate = f64::from(percent) / 100.0;
        let expected = (0..years).fold(f64::from(a), |amount, _| amount * (1.0 + rate));
        let found = value(&format!("after({a}, {percent} / 100, {years})")).unwrap();
        prop_assert!(near(found, expected), "{found} {expected}");
    }

    #[test]
    fn the_years_to_an_amount_are_the_ratio_of_the_logarithms(a in 1u32..10_000, more in 1u32..10_000, percent in 1u32..300) {
        let b = a + more;
        let expected = libm::log(f64::from(b) / f64::from(a)) / libm::log(1.0 + f64::from(percent) / 100.0);
        let found = value(&format!("years_to({a}, {percent}%, {b})")).unwrap();
        prop_assert!(near(found, expected));
        // And back at the same shrinking.
        let back = value(&format!("years_to({b}, 1 / (1 + {percent}%) - 1, {a})")).unwrap();
        prop_assert!(near(back, expected));
    }

    #[test]
    fn at_the_time_of_catching_up_the_one_is_the_fraction_of_the_other(
        a in 1u32..1_000, b in 1u32..1_000_000, own in 0u32..300, other in 0u32..300, over in 1u32..20, under in 1u32..20,
    ) {
        let text = format!("catch_up({a}, {own}%, {b}, {other}%, {over}/{under})");
        let goal = f64::from(b) * f64::from(over) / f64::from(under);
        let (way, gain) = (libm::log(goal / f64::from(a)), libm::log((100.0 + f64::from(own)) / (100.0 + f64::from(other))));
        match value(&text) {
            Ok(years) => {
                let at = |start: f64, rate: u32| start * libm::pow(1.0 + f64::from(rate) / 100.0, years);
                let ratio = at(f64::from(a), own) / (at(f64::from(b), other) * f64::from(over) / f64::from(under));
                // Long times and slow gains magnify the last digits.
                prop_assume!(years < 2_000.0 && ratio.is_finite());
                prop_assert!((ratio - 1.0).abs() < 1e-6, "{text}: {years} {ratio}");
            }
            Err(code) => {
                prop_assert_eq!(code, "never-reached");
                prop_assert!(gain == 0.0 || way / gain < 1e-9, "{}", text);
            }
        }
    }

    #[test]
    fn an_index_is_a_hundred_times_a_ratio(a in 0u32..1_000_000, base in 1u32..1_000_000) {
        let found = value(&format!("index({a}, {base})")).unwrap();
        prop_assert!(near(found, 100.0 * f64::from(a) / f64::from(base)));
    }
}

//! What formulas give: worked examples with their sources, units, sources picked by name, prices, currencies,
//! and every refusal.

mod helpers;

use helpers::{calc, read};
use ledgerline_core::formula::{Warning, parse, steps};
use ledgerline_core::story::Story;
use ledgerline_core::words::Words;
use proptest::prelude::*;
use serde_json::json;

fn founding() -> Story {
    let bytes = include_bytes!("../../../stories/dprk-russia.json");
    ledgerline_core::story::read(bytes).story.unwrap()
}

fn small() -> Story {
    let row = |year: i32, value: f64| json!({ "when": year.to_string(), "value": value });
    read(json!({
        "bases": { "customs": { "name": "Customs" }, "office": { "name": "Office" } },
        "sources": { "paper": { "publisher": "Paper" } },
        "series": {
            "a": { "name": "A", "unit": "USD m", "values": [
                { "when": "2000", "value": 100, "exports": 30, "imports": 70, "basis": "customs", "preferred": true },
                { "when": "2000", "value": 110, "basis": "office", "source": "paper" },
                { "when": "2000", "value": 111, "exports": 33, "imports": 77, "basis": "office" },
                { "when": "2000", "value": 500, "basis": "office", "status": "outlier", "preferred": false },
                row(2001, 150.0), row(2002, 0.0), row(2004, -5.0),
                { "when": "2005", "value": 7, "status": "derived" },
                { "when": "2006", "value": 7 }, { "when": "2006", "value": 9 },
                { "when": "2007", "value": null, "status": "missing", "note": "Not published." } ] },
            "bn": { "name": "In billions", "unit": "USD bn", "values": [row(2000, 1.5), row(2010, 3.0)] },
            "fixed": { "name": "At 2010 prices", "unit": "USD m", "prices": "2010", "values": [row(2000, 80.0)] },
            "francs": { "name": "Francs", "unit": "CHF m", "values": [row(2000, 300.0)] },
            "roubles": { "name": "Roubles", "unit": "RUB m", "values": [row(2000, 300.0)] } },
        "deflators": { "cpi": { "currency": "USD", "name": "Prices", "values": { "2000": 80, "2001": 82, "2010": 120 } } },
        "rates": { "rub": { "from": "USD", "to": "RUB", "name": "Roubles for a dollar", "values": { "2000": 30, "2010": 40 } } }
    }))
}

fn value(text: &str) -> f64 {
    calc(text, &small()).unwrap_or_else(|refusal| panic!("{text}: {refusal:?}")).value
}

fn near(found: f64, expected: f64, within: f64) -> bool {
    (found - expected).abs() <= within
}

#[test]
fn published_examples_come_out_as_published() {
    let examples = [
        // Alaska Department of Labor, "Calculating index changes": Anchorage CPI 2011 to 2012, and 2010 to 2011.
        ("change(201.427, 205.916)", 0.022_285_9, 5e-7),
        ("change(195.144, 201.427)", 0.032_197, 5e-7),
        // finplan.com, "Inflation how-to": a price of $3.00 in the base year and $6.00 now.
        ("index(6.00 USD, 3.00 USD)", 200.0, 0.0),
        // ZCubes wiki, CAGR: 1,000 grows to 10,000 in three years.
        ("growth(1000 USD, 10000 USD, 3)", 1.1544, 5e-5),
        // Oregon State University, CPI conversion factors: $1,000 of 1950 at 0.121 is $8,264 of 2013.
        ("1000 USD / 0.121", 8264.0, 0.5),
        // The years in which an amount doubles, as tables beside the "rule of 72" give them.
        ("years_to(1, 1%, 2)", 69.66, 5e-3),
        ("years_to(1, 7%, 2)", 10.24, 5e-3),
        ("years_to(1, 72%, 2)", 1.28, 5e-3),
        // Wikipedia, "Compound interest": $1,500 at 4.3% a year, compounded quarterly for six years.
        ("after(1500 USD, 4.3% / 4, 6 * 4)", 1938.84, 5e-3),
    ];
    for (text, expected, within) in examples {
        assert!(near(value(text), expected, within), "{text}: {}", value(text));
    }
}

#[test]
fn arithmetic_is_what_it_says() {
    let sums = [
        ("1 - 2 - 3", -4.0),
        ("8 / 4 / 2", 1.0),
        ("2 + 3 * 4", 14.0),
        ("-(2 + 3) * -4", 20.0),
        ("75%", 0.75),
        ("a[2000] + 1 USD bn", 1100.0),
        ("bn[2000] - a[2000]", 1.4),
        ("a[2000] - bn[2000]", -1400.0),
        ("bn[2000] / a[2000]", 15.0),
        ("mean(a[2000..2001])", 125.0),
        ("mean(a[2000], a[2001], 5 USD m)", 85.0),
        ("median(1, 5, 2, 4)", 3.0),
        ("median(a[2000..2002])", 100.0),
        ("sum(a[2000..2001]) - max(a[2000..2001]) - min(a[2000..2001])", 0.0),
        ("falls(a[2000..2002])", 0.5),
        ("exports(a[2000]) + imports(a[2000])", 100.0),
        ("balance(a[2000])", -40.0),
        ("mean(balance(a[2000..2000]))", -40.0),
        ("catch_up(1 USD, 100%, 8 USD, 0)", 3.0),
        ("catch_up(1 USD, 100%, 16 USD, 0, 1/2)", 3.0),
        ("years_to(5, 0, 5)", 0.0),
        ("change(a[2000], a[2002])", -1.0),
        ("0 * -1", 0.0),
    ];
    for (text, expected) in sums {
        assert!(near(value(text), expected, 1e-12), "{text}: {}", value(text));
    }
    assert_eq!(value("0 * -1").to_bits(), 0.0_f64.to_bits());
}

#[test]
fn results_bear_their_unit() {
    let units = [
        ("a[2000] / a[2001]", "ratio"),
        ("change(a[2000], a[2001])", "percent"),
        ("growth(a[2000], a[2001], 1) + 5%", "percent"),
        ("falls(a[2000..2001])", "percent"),
        ("years_to(a[2000], 5%, a[2001]) + 2000", "years"),
        ("index(a[2001], a[2000])", "index"),
        ("a[2000] * 2 / 3", "USD m"),
        ("bn[2000] + a[2000]", "USD bn"),
        ("1 USD k + a[2000]", "USD m"),
        ("after(a[2000], 5%, 2)", "USD m"),
        ("real(a[2000], 2010)", "USD m (2010 prices)"),
        ("in(RUB, a[2000])", "RUB m"),
        ("in(RUB, real(a[2000], 2010))", "RUB m (2010 prices)"),
        ("real(in(RUB, a[2000]), 2010)", "RUB m (2010 prices)"),
    ];
    for (text, expected) in units {
        assert_eq!(calc(text, &small()).unwrap().unit.to_string(), expected, "{text}");
    }
}

#[test]
fn a_source_or_basis_can_be_picked_by_name() {
    assert_eq!(value("a[2000 @ paper]"), 110.0);
    assert_eq!(value("a[2000 @ customs]"), 100.0);
    let outcome = calc("a[2000 @ customs] / a[2000]", &small()).unwrap();
    assert_eq!(outcome.cells.len(), 2);
    assert_eq!((outcome.cells[0].tag.as_deref(), outcome.cells[0].range.len()), (Some("customs"), 1));
    let spread = outcome.spread.unwrap();
    assert_eq!((spread.low, spread.high), (100.0 / 111.0, 1.0));
    assert_eq!(calc("a[2000 @ customs]", &small()).unwrap().spread, None);
}

#[test]
fn prices_and_currencies_are_converted_in_the_year_of_each_cell() {
    let converted = [
        ("real(a[2000], 2010)", 150.0),
        ("real(a[2000], 2000)", 100.0),
        ("real(fixed[2000], 2000)", 80.0 * 80.0 / 120.0),
        ("in(RUB, a[2000])", 3000.0),
        ("in(USD, roubles[2000])", 10.0),
        ("in(RUB, bn[2010]) / in(RUB, bn[2000])", 3.0 * 40.0 / (1.5 * 30.0)),
        // In dollars first, then at the rate of the base year.
        ("in(RUB, real(a[2000], 2010))", 150.0 * 40.0),
        ("real(in(RUB, a[2000]), 2010)", 150.0 * 40.0),
        ("real(roubles[2000], 2010)", 300.0 / 30.0 * 1.5 * 40.0),
        ("mean(real(a[2000..2001], 2010))", (150.0 + 150.0 * 120.0 / 82.0) / 2.0),
        ("real(exports(a[2000]) / exports(a[2000]) * a[2000], 2010)", 150.0),
    ];
    for (text, expected) in converted {
        assert!(near(value(text), expected, 1e-9), "{text}: {}", value(text));
    }
    let factors = calc("in(RUB, real(a[2000], 2010))", &small()).unwrap().factors;
    let told: Vec<_> = factors.iter().map(|factor| (factor.id.as_str(), factor.year, factor.value.value)).collect();
    assert_eq!(told, [("cpi", 2000, 80.0), ("cpi", 2010, 120.0), ("rub", 2010, 40.0)]);
}

#[test]
fn every_refusal_is_told() {
    let refused = [
        "b[2000]",
        "nothing[2000]",
        "a[2003]",
        "a[2005]",
        "a[2006]",
        "a[2007]",
        "mean(a[2000..2008])",
        "mean(a[2000..2003])",
        "a[2000 @ nobody]",
        "a[2000 @ office]",
        "a[2003 @ customs]",
        "exports(a[2001])",
        "balance(a[2000 @ paper])",
        "exports(a[2000 @ paper])",
        "1 / 0",
        "a[2000] / a[2002]",
        "change(a[2002], a[2000])",
        "growth(a[2002], a[2000], 2)",
        "growth(a[2000], a[2004], 4)",
        "growth(a[2000], a[2001], 0)",
        "years_to(a[2000], -5%, a[2001])",
        "years_to(1, 0, 2)",
        "years_to(1, -100%, 2)",
        "catch_up(1, 5%, 2, 5%)",
        "catch_up(1, 5%, 2, 7%)",
        "falls(a[2000..2000])",
        "a[2000] + 2",
        "a[2000] * a[2001]",
        "2 / a[2000]",
        "a[2000] + roubles[2000]",
        "a[2000] / fixed[2000]",
        "real(a[2000], 2010) + real(a[2000], 2001)",
        "growth(a[2000], a[2001], a[2000])",
        "change(a[2000], 5)",
        "real(1000 USD m, 2010)",
        "in(RUB, a[2000] + 5 USD m)",
        "real(a[2000], 1990)",
        "real(a[2004], 2010)",
        "in(RUB, a[2001])",
        "in(EUR, a[2000])",
        "real(francs[2000], 2010)",
        "after(1 USD, 1000000000, 1000000000)",
        "after(1, -200%, 0.5)",
    ];
    let (story, words) = (small(), Words::english());
    let told = refused.map(|text| {
        let refusal = calc(text, &story).expect_err(text);
        format!("{text}\n  {}: {}", refusal.code(), words.refusal(&refusal, &story))
    });
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn a_growth_over_other_years_than_its_cells_are_apart_is_doubted() {
    let warnings = |text: &str| calc(text, &small()).unwrap().warnings;
    assert_eq!(warnings("growth(a[2000], a[2001], 1)"), []);
    for text in ["growth(a[2000], a[2001], 2)", "growth(real(a[2000], 2010), real(a[2001], 2010), 2)"] {
        assert!(matches!(warnings(text)[..], [Warning::YearsApart { apart: 1, .. }]), "{text}");
    }
}

#[test]
fn the_steps_of_a_formula_lead_to_its_result() {
    let expr = parse("(a[2000] - a[2001]) / sum(a[2000..2001]) * 100").unwrap();
    let told: Vec<String> = steps(&expr, &small())
        .unwrap()
        .iter()
        .map(|step| format!("{} = {} {}", step.formula, step.value, step.unit))
        .collect();
    let expected = [
        "a[2000] - a[2001] = -50 USD m",
        "sum(a[2000..2001]) = 250 USD m",
        "(a[2000] - a[2001]) / sum(a[2000..2001]) = -0.2 ratio",
        "(a[2000] - a[2001]) / sum(a[2000..2001]) * 100 = -20 ratio",
    ];
    assert_eq!(told, expected);
}

#[test]
fn the_claims_of_the_founding_story_are_computed() {
    let (story, words) = (founding(), Words::english());
    let mut told = Vec::new();
    for claim in &story.claims {
        let variants = claim.variants.iter().map(|variant| &variant.formula);
        for formula in claim.formula.iter().chain(variants) {
            told.push(match calc(formula, &story) {
                Ok(outcome) => {
                    let spread = outcome
                        .spread
                        .map(|spread| format!("{:.6} to {:.6} exact {}", spread.low, spread.high, spread.exact));
                    format!(
                        "{}: {formula} = {:.6} {} | {}",
                        claim.id,
                        outcome.value,
                        outcome.unit,
                        spread.unwrap_or_default()
                    )
                }
                Err(refusal) => format!("{}: {formula} refused: {}", claim.id, words.refusal(&refusal, &story)),
            });
        }
    }
    insta::assert_snapshot!(told.join("\n"));
}

proptest! {
    #[test]
    fn growth_after_and_years_to_undo_each_other(a in 1u32..100_000, b in 1u32..100_000, years in 1u32..50) {
        let rate = value(&format!("growth({a}, {b}, {years})"));
        let there = value(&format!("after({a}, growth({a}, {b}, {years}), {years})"));
        prop_assert!(near(there / f64::from(b), 1.0, 1e-9));
        if rate.abs() > 1e-6 {
            let back = value(&format!("years_to({a}, growth({a}, {b}, {years}), {b})"));
            prop_assert!(near(back / f64::from(years), 1.0, 1e-6));
        }
    }

    #[test]
    fn the_two_are_equal_in_the_year_of_catching_up(a in 1u32..1000, more in 1u32..1000, own in 50u32..100, other in 0u32..49) {
        let years = value(&format!("catch_up({a}, {own}%, {b}, {other}%)", b = a + more));
        let at = |start: u32, rate: u32| value(&format!("after({start}, {rate}%, {years})"));
        prop_assert!(near(at(a, own) / at(a + more, other), 1.0, 1e-9));
    }
}

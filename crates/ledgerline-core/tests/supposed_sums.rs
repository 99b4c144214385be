//! The sums behind what is supposed: formulas that come to the ends of the paths and to the year of arrival.

use ledgerline_core::amount::Currency;
use ledgerline_core::compare::Terms;
use ledgerline_core::document;
use ledgerline_core::scenario::{Kind, Projected};
use ledgerline_core::story::{self, Lever, Story};
use ledgerline_core::supposed::Supposed;
use ledgerline_core::words::{Manner, Words};

fn story() -> Story {
    story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap()
}

fn supposed(scenario: &str, terms: Terms) -> Supposed {
    let (a, b) = ("russia".to_owned(), "china".to_owned());
    let (from, until, fraction) = (2013, 2024, 1.0 / 6.0);
    Supposed { a, b, from, until, scenario: Some(scenario.to_owned()), moved: Vec::new(), fraction, terms }
}

fn projected(supposed: &Supposed) -> Projected {
    supposed.what_if(&story()).evaluate(&story()).unwrap()
}

/// With an extra, a one-off in the last year, another base and another growth.
fn all_moved(terms: Terms) -> Supposed {
    let mut all = supposed("subsidy", terms);
    let once = Lever::Once { when: 2024, amount: 500.0 };
    for (kind, lever) in [
        (Kind::Extra, Lever::Number(-50.0)),
        (Kind::Once, once),
        (Kind::Base, Lever::Number(1.5)),
        (Kind::Growth, Lever::Number(-0.02)),
    ] {
        all.moved = all.moved_to("russia", kind, lever);
    }
    all
}

#[test]
fn the_formula_of_an_end_comes_to_the_end_of_the_path_whatever_lever_is_moved() {
    let story = story();
    let rubles = || Terms { currency: Some(Currency(*b"RUB")), prices: Some(2010), ..Terms::default() };
    let plain = supposed("subsidy", Terms::default());
    let all = all_moved(Terms::default());
    let told = |supposed: &Supposed| supposed.expr(&story, "russia", 2024).to_string();
    assert_eq!(told(&plain), "after(russia[2013], 0%, 11) + 100 USD m");
    assert_eq!(told(&all), "after(russia[2013] * 1.5, -2%, 11) - 50 USD m + 500 USD m");
    for supposed in [plain, all, all_moved(rubles()), supposed("goal", rubles())] {
        for (id, path) in [("russia", &projected(&supposed).a), ("china", &projected(&supposed).b)] {
            for point in path {
                let outcome = supposed.terms.evaluate(&supposed.expr(&story, id, point.year), &story).unwrap();
                assert!((outcome.value / point.value - 1.0).abs() < 1e-9, "{id} {}: {}", point.year, outcome.value);
            }
        }
    }
}

#[test]
fn the_end_of_a_path_has_the_same_digits_in_its_sentence_its_sum_and_its_picture() {
    let (story, words) = (story(), Words::english());
    let goal = supposed("goal", Terms::default());
    let outcome = goal.terms.evaluate(&goal.expr(&story, "china", 2024), &story).unwrap();
    let manner = Manner::of(outcome.unit);
    assert_eq!(words.result(&outcome, manner).answer, "$6.54bn");
    let projected = projected(&goal);
    let sentence = words.what_if(&goal.what_if(&story), &projected, &story);
    assert!(sentence.contains("China’s about $6.54bn."), "{sentence}");
    let end = words.reckoned(projected.b.last().unwrap(), manner, false);
    assert!(end.starts_with("$6.54bn ("), "{end}");
}

#[test]
fn the_year_of_arrival_has_a_formula() {
    let (story, words) = (story(), Words::english());
    let goal = supposed("goal", Terms::default());
    let expr = goal.arrival(&story, &projected(&goal));
    assert_eq!(expr.to_string(), "catch_up(russia[2013], 36.6%, china[2013], 0%, 1 / 6)");
    let outcome = goal.terms.evaluate(&expr, &story).unwrap();
    assert_eq!(Some(2013 + libm::ceil(outcome.value) as i32), projected(&goal).reached.year);
    let in_words = "years until Russia 2013, growing by 36.6% a year, is 1 ÷ 6 of China 2013, growing by 0% a year";
    assert_eq!(words.formula(&expr, &story), in_words);
    // Amounts that are added have no closed form: the part in the year of arrival, or in the last.
    let mut subsidy = supposed("subsidy", Terms::default());
    let part = "(after(russia[2013], 0%, 11) + 100 USD m) / after(china[2013], 0%, 11)";
    assert_eq!(subsidy.arrival(&story, &projected(&subsidy)).to_string(), part);
    subsidy.moved = subsidy.moved_to("russia", Kind::Growth, Lever::Number(0.5));
    let year = projected(&subsidy).reached.year.unwrap();
    let at = |year: i32| {
        let until = Supposed { until: year, fraction: 1e9, ..subsidy.clone() };
        let expr = until.arrival(&story, &projected(&until));
        until.terms.evaluate(&expr, &story).unwrap().value
    };
    assert!(at(year) >= subsidy.fraction && at(year - 1) < subsidy.fraction);
}

#[test]
fn a_supposition_is_a_document_with_levers_paths_and_arrival() {
    let all = all_moved(Terms::default());
    let told = document::what_if(&all, &projected(&all), &story()).to_string();
    let read: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!((&read["kind"], &read["until"]), (&"what-if".into(), &2024.into()));
    assert_eq!(read["levers"][0]["once"], serde_json::json!({ "when": 2024, "amount": 500 }));
    assert_eq!(
        (&read["arrival"]["year"], read["paths"][1]["points"].as_array().unwrap().len()),
        (&serde_json::Value::Null, 12)
    );
    assert_eq!(
        (&read["paths"][0]["unit"], &read["paths"][0]["points"][0]["value"]),
        (&"USD m".into(), &169.065.into())
    );
}

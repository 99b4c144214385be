//! Paths whose levers lead them nowhere, and what they are told in.

use ledgerline_core::amount::Currency;
use ledgerline_core::compare::Terms;
use ledgerline_core::formula::{Expr, Sources, evaluate, parse};
use ledgerline_core::goal::Goal;
use ledgerline_core::link::Target;
use ledgerline_core::scenario::{Kind, Levers, Side, WhatIf};
use ledgerline_core::story::{self, Story};
use ledgerline_core::words::Words;

fn founding() -> Story {
    story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap()
}

/// The founding story's two partners from 2013 to 2020, the first with levers.
fn what_if(levers: Levers) -> WhatIf {
    let side = |series: &str, levers: Levers| Side { start: Expr::cell(series, 2013), levers };
    WhatIf {
        a: side("russia", levers),
        b: side("china", Levers::default()),
        years: (2013, 2020),
        fraction: 1.0 / 6.0,
        sources: Sources::Preferred,
    }
}

#[test]
fn a_step_of_the_start_makes_it_a_tenth_higher_whatever_it_stands_at() {
    let (story, words) = (founding(), Words::english());
    for base in [0.1, 1.0, 3.0] {
        let asked = what_if(Levers { growth: 0.2, base, ..Levers::default() });
        let projected = asked.evaluate(&story).unwrap();
        let sway = projected.sways.iter().find(|sway| sway.of_a && sway.kind == Kind::Base).unwrap();
        assert!((sway.moved / sway.end - 1.1).abs() < 1e-12, "{base}: {sway:?}");
        let told = words.sway(sway, &asked, &projected, &story);
        assert!(told.starts_with("With a start that is a tenth higher for Russia, "), "{told}");
    }
    // A tenth of nothing is nothing.
    let projected = what_if(Levers { base: 0.0, ..Levers::default() }).evaluate(&story).unwrap();
    assert!(projected.sways.iter().all(|sway| !(sway.of_a && sway.kind == Kind::Base)));
}

#[test]
fn no_path_goes_below_zero() {
    let (story, words) = (founding(), Words::english());
    let refused = |levers: Levers| {
        let asked = what_if(levers);
        asked.evaluate(&story).map_err(|refusal| (refusal.code(), words.refusal(&refusal, &story)))
    };
    let below = |levers: Levers| refused(levers).unwrap_err();
    assert_eq!(
        below(Levers { base: -1.0, ..Levers::default() }),
        (
            "below-zero",
            "With these levers the path of Russia would be below zero in 2013. Multiply its start by 0 or more."
                .to_owned()
        )
    );
    let later = "Let its extra amount a year or its one-off take less away.";
    assert_eq!(
        below(Levers { extra: -500.0, ..Levers::default() }).1,
        format!("With these levers the path of Russia would be below zero in 2014. {later}")
    );
    assert_eq!(
        below(Levers { once: Some((2016, -500.0)), ..Levers::default() }).1,
        format!("With these levers the path of Russia would be below zero in 2016. {later}")
    );
    // Some source tells 104.
    assert_eq!(
        below(Levers { extra: -110.0, ..Levers::default() }).1,
        format!("With these levers the path of Russia would be below zero in 2014 by one of the sources. {later}")
    );
    assert!(refused(Levers { base: 0.0, ..Levers::default() }).is_ok());
    assert!(refused(Levers { extra: -104.0, ..Levers::default() }).is_ok());
}

#[test]
fn a_growth_that_leaves_nothing_is_refused_as_the_formula_refuses_it() {
    let story = founding();
    let mut asked = what_if(Levers::default());
    asked.a.levers.growth = -1.0;
    let refused = asked.evaluate(&story).unwrap_err();
    let by_formula = |text: &str| evaluate(&parse(text).unwrap(), &story);
    assert_eq!(by_formula("after(russia[2013], -100%, 7)"), Err(refused.clone()));
    // A year with a single value, too.
    assert_eq!(by_formula("after(russia[2010], -100%, 7)"), Err(refused));
    asked.a.levers.growth = -0.999;
    assert!(asked.evaluate(&story).is_ok());
}

#[test]
fn a_series_is_not_held_against_itself() {
    let (story, words) = (founding(), Words::english());
    let mut asked = what_if(Levers::default());
    asked.b = asked.a.clone();
    let refusal = asked.evaluate(&story).unwrap_err();
    assert_eq!(
        words.refusal(&refusal, &story),
        "Russia’s trade with North Korea stands on both sides, so there is nothing to compare. Choose another beside it."
    );
}

#[test]
fn what_came_is_told_at_the_rate_of_the_path_beside_it() {
    let story = founding();
    let at = |terms: &Terms, year: i32| {
        let beside = terms.points_beside(&story, "russia", 2013);
        beside.into_iter().find(|point| point.year == year).map(|point| point.value)
    };
    let (plain, rubles) = (Terms::default(), Terms { currency: Some(Currency(*b"RUB")), ..Terms::default() });
    let rate = rubles.factor(&story, "russia", 2013);
    let near = |a: Option<f64>, b: Option<f64>| (a.unwrap() / b.unwrap() - 1.0).abs() < 1e-12;
    assert!(near(at(&rubles, 2020), at(&plain, 2020).map(|value| value * rate)));
    assert!(near(at(&rubles, 2012), rubles.point(&story, "russia", 2012).map(|point| point.value)));
    let constant = Terms { prices: Some(2010), ..rubles };
    assert_eq!(at(&constant, 2020), constant.point(&story, "russia", 2020).map(|point| point.value));
}

#[test]
fn the_unit_of_a_goal_is_known_where_its_first_year_has_no_value() {
    let rubles = Terms { currency: Some(Currency(*b"RUB")), prices: Some(2010), ..Terms::default() };
    let unit =
        |terms: Terms| Goal::of(&founding(), "russia", 1996, Target::default(), terms).money(&founding()).unwrap();
    assert_eq!([unit(Terms::default()), unit(rubles)].map(|unit| unit.to_string()), ["USD m", "RUB m (2010 prices)"]);
}

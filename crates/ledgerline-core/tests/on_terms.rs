//! What all sources answer, what a formula opens on which terms, and the answer year by year, over the founding story.

mod founding;

use founding::{compare, story};
use ledgerline_core::amount::Currency;
use ledgerline_core::compare::{Comparison, Doubt, Measure, Sources, Terms, doubts, doubts_by};
use ledgerline_core::document;
use ledgerline_core::formula;
use ledgerline_core::formula::{Flow, Refusal, evaluate, evaluate_by, parse};
use ledgerline_core::goal::Goal;
use ledgerline_core::link::{Link, Part, Target, Unknown};
use ledgerline_core::story;
use ledgerline_core::supposed::Supposed;
use ledgerline_core::words::{Cited, Words};

#[test]
fn all_sources_answer_with_the_spread_and_a_named_basis_with_its_value() {
    let on = |sources| Terms { sources, ..Terms::default() };
    let ask = |measure, when, sources| {
        let comparison = compare(measure, when, on(sources));
        let outcome = comparison.evaluate(&story())?;
        Ok::<_, Refusal>(Words::english().answer(&comparison, &outcome, &story()))
    };
    assert_eq!(ask(Measure::Ratio, (1991, 1991), Sources::Preferred).unwrap_err().code(), "disputed");
    let all = ask(Measure::Ratio, (1991, 1991), Sources::All).unwrap();
    assert_eq!((all.answer.as_str(), all.unrounded.as_str()), ("2.14 to 2.33 times", "2.14178 to 2.32787"));
    let sentence = "Russia’s trade with North Korea was 2.14 to 2.33 times China’s in 1991, by all sources.";
    assert_eq!(all.sentence, sentence);
    assert_eq!(all.spread.as_deref(), Some("by all sources, none of which goes first"));
    let named = ask(Measure::Ratio, (1991, 1991), Sources::Basis("rok-mofa".to_owned())).unwrap();
    assert_eq!(named.unrounded, "2.32787");
    let moved = ask(Measure::Change, (2012, 2013), Sources::All).unwrap();
    assert!(moved.sentence.contains(" to ") && !moved.sentence.contains("about"), "{}", moved.sentence);
    let story = story();
    let taken = on(Sources::All).take(&story, "total", 1991).unwrap();
    assert!(taken.ranged && taken.rows.len() > 1);
}

#[test]
fn a_span_takes_no_more_values_than_a_formula_may() {
    let over = |measure, when| compare(measure, when, Terms::default());
    let far = (-999_999_999, 999_999_999);
    for measure in [Measure::Ratio, Measure::Mean, Measure::Median, Measure::Difference] {
        assert_eq!(over(measure, far).evaluate(&story()).unwrap_err(), Refusal::OutOfRange);
        assert_eq!(over(measure, (1014, 2013)).evaluate(&story()).unwrap_err().code(), "missing");
    }
    let years = |when| over(Measure::Ratio, when).yearly(&story())[0].points.len();
    assert_eq!(years(far), years((1900, 2100)));
}

#[test]
fn a_formula_on_terms_that_all_its_cells_share_opens_on_those_terms() {
    let opening = |text: &str| Link::opening(&parse(text).unwrap(), &story());
    let kotra = opening("china[2013 @ kotra] / russia[2013 @ kotra]").unwrap();
    assert_eq!((kotra.measure, kotra.sources), (Some(Measure::Ratio), Part::Is("kotra".to_owned())));
    let real = opening("growth(real(exports(russia[2000]), 2013), real(exports(russia[2013]), 2013), 13)").unwrap();
    assert_eq!((real.flow, real.prices, real.when), (Some(Flow::Exports), Part::Is(2013), Some((2000, 2013))));
    let mean = opening("mean(in(RUB, russia[2004..2013]))").unwrap();
    assert_eq!((mean.currency, mean.when), (Part::Is(Currency(*b"RUB")), Some((2004, 2013))));
    // One source among several, sums of series and falls are no choice of any mode; nor is a source in place of a basis.
    for text in [
        "china[2013] / russia[2013 @ kotra]",
        "china[2013] + russia[2013]",
        "falls(russia[2004..2013])",
        "china[2013 @ reuters-2014] / russia[2013 @ reuters-2014]",
    ] {
        assert_eq!(opening(text), None, "{text}");
    }
}

#[test]
fn the_answer_over_a_span_is_a_line_of_its_own_with_gaps_as_gaps() {
    let lines = |measure, when, terms| compare(measure, when, terms).yearly(&story());
    let ratio = lines(Measure::Ratio, (1990, 2013), Terms::default());
    assert_eq!((ratio.len(), ratio[0].series.as_str(), ratio[0].by.as_deref()), (1, "china", Some("russia")));
    let years: Vec<i32> = ratio[0].points.iter().map(|point| point.year).collect();
    assert!(years.contains(&1990) && !years.contains(&1991) && !years.contains(&1996), "{years:?}");
    let last = ratio[0].points.last().unwrap();
    assert!((58.0..58.1).contains(&last.value) && last.low < 54.0 && last.high > 66.0, "{last:?}");
    let index = lines(Measure::Index, (2003, 2013), Terms::default());
    assert_eq!(index.iter().map(|line| line.points[0].value).collect::<Vec<_>>(), [100.0, 100.0]);
    let change = lines(Measure::Change, (2003, 2013), Terms::default());
    assert_eq!((change.len(), change[0].points[0].value), (2, 0.0));
    assert!(lines(Measure::Ratio, (2013, 2013), Terms::default()).is_empty());
    assert!(lines(Measure::Mean, (2003, 2013), Terms::default()).is_empty());
    // No series is a share of one that does not hold it.
    assert!(lines(Measure::Share, (1997, 2013), Terms::default()).is_empty());
    // All sources have a say in a disputed year too.
    let all = lines(Measure::Ratio, (1990, 1992), Terms { sources: Sources::All, ..Terms::default() });
    assert!(all[0].points.iter().any(|point| point.year == 1991));
}

#[test]
fn a_goal_is_the_same_goal_in_another_currency_and_at_other_prices() {
    let (story, words) = (story(), Words::english());
    let goal = |terms: Terms, amount| Goal::of(&story, "russia", 2013, Target { amount, ..Target::default() }, terms);
    let told = |goal: &Goal| {
        let outcome = goal.target().evaluate(&story).unwrap();
        words.goal(goal, &outcome, &story)
    };
    let rubles = Terms { currency: Some(Currency(*b"RUB")), ..Terms::default() };
    let constant = Terms { prices: Some(2010), ..Terms::default() };
    let both = Terms { prices: Some(2010), ..rubles.clone() };
    let plain = told(&goal(Terms::default(), None));
    assert!(plain.sentence.contains("To reach $1bn in 2020"), "{}", plain.sentence);
    for terms in [rubles.clone(), constant, both] {
        let other = goal(terms, None);
        assert_eq!((told(&other).answer, other.own), (plain.answer.clone(), 1000.0));
    }
    let other = goal(rubles, None);
    assert!((other.amount - 31_837.1).abs() < 0.1, "{}", other.amount);
    let rate =
        "Later years are told at the rate of 2013 as well, 31.83714 rubles per US$: a path has no rates of its own.";
    let end = format!("by about 36.6% a year. {rate} $1bn of 2013 is ₽31.84bn.");
    assert!(told(&other).sentence.ends_with(&end), "{}", told(&other).sentence);
    // What came of it is the same by one rate and in dollars, and nobody is told the rates of the years between.
    assert_eq!(other.record(2020).evaluate(&story), goal(Terms::default(), None).record(2020).evaluate(&story));
    // What is typed in rubles comes back as it was typed.
    let typed = goal(other.terms.clone(), Some(other.in_own(2000.0, &story)));
    assert_eq!(typed.amount, 2000.0);
    let claimed = Link::opening(&parse("growth(in(RUB, russia[2013]), 31837 RUB m, 7)").unwrap(), &story).unwrap();
    assert!((claimed.target.amount.unwrap() - 1000.0).abs() < 0.1, "{claimed}");
}

#[test]
fn a_target_and_a_supposition_over_all_sources_have_no_one_year() {
    let (story, words) = (story(), Words::english());
    let terms = Terms { sources: Sources::All, ..Terms::default() };
    let given = Target { unknown: Some(Unknown::Year), amount: Some(2000.0), growth: Some(0.1), by: None };
    let target = Goal::of(&story, "russia", 2013, given, terms.clone()).target();
    let outcome = target.evaluate(&story).unwrap();
    let sentence = words.target(&target, &outcome, &story).sentence;
    assert!(outcome.ranged && sentence.contains(" reaches $2bn between 204"), "{sentence}");
    let given = Target { unknown: Some(Unknown::Growth), by: Some(2000), amount: Some(1000.0), growth: None };
    let target = Goal::of(&story, "russia", 1991, given, terms.clone()).target();
    let sentence = words.target(&target, &target.evaluate(&story).unwrap(), &story).sentence;
    assert!(sentence.contains(" has to shrink by 3.821% a year"), "{sentence}");
    let supposed = Supposed {
        a: "russia".to_owned(),
        b: "china".to_owned(),
        from: 2013,
        until: 2024,
        scenario: Some("goal".to_owned()),
        moved: Vec::new(),
        fraction: 1.0 / 6.0,
        terms,
    };
    let what_if = supposed.what_if(&story);
    let projected = what_if.evaluate(&story).unwrap();
    let sentence = words.what_if(&what_if, &projected, &story);
    assert!(projected.ranged && projected.sways.is_empty());
    insta::assert_snapshot!(sentence);
}

#[test]
fn constant_rubles_are_told_with_the_one_rate_that_they_go_by_and_their_year_once() {
    let terms = Terms { prices: Some(2013), currency: Some(Currency(*b"RUB")), ..Terms::default() };
    let mean = compare(Measure::Mean, (2004, 2013), terms);
    let answer = Words::english().answer(&mean, &mean.evaluate(&story()).unwrap(), &story());
    let end = " a year on average from 2004 to 2013, in rubles at prices and at the average rate of 2013.";
    assert!(answer.sentence.ends_with(&end) && !answer.sentence.contains("(2013 prices)"), "{}", answer.sentence);
    assert!(answer.answer.contains("(2013 prices)"), "{}", answer.answer);
}

#[test]
fn all_sources_on_one_series_twice_are_the_same() {
    let terms = || Terms { sources: Sources::All, ..Terms::default() };
    for (measure, when) in [(Measure::Ratio, (2013, 2013)), (Measure::Difference, (2013, 2013))] {
        let twice = Comparison { b: "russia".to_owned(), ..compare(measure, when, terms()) };
        let answer = Words::english().answer(&twice, &twice.evaluate(&story()).unwrap(), &story());
        assert_eq!(answer.answer, "the same", "{}", answer.sentence);
    }
    let year = compare(Measure::Mean, (2013, 2013), Terms::default());
    let answer = Words::english().answer(&year, &year.evaluate(&story()).unwrap(), &story());
    assert!(answer.sentence.ends_with(" a year on average in 2013."), "{}", answer.sentence);
}

#[test]
fn a_balance_has_the_decimals_of_what_it_is_made_of() {
    let story = story();
    let outcome = evaluate(&parse("balance(china[2013])").unwrap(), &story).unwrap();
    assert_eq!((outcome.value, outcome.cells[0].value.to_string()), (-721.61, "-721.61".to_owned()));
    assert!(outcome.cells[0].range.iter().all(|value| value.to_string().len() < 9), "{:?}", outcome.cells[0].range);
}

#[test]
fn values_that_only_the_ends_of_a_spread_set_side_by_side_are_doubted_too() {
    let (story, words) = (story(), Words::english());
    let told = |text: &str, sources| {
        let expr = parse(text).unwrap();
        let outcome = evaluate_by(&expr, &story, sources).unwrap();
        let found = doubts(&story, &expr, &outcome);
        found.iter().map(|doubt| words.doubt(doubt, &story)).collect::<Vec<_>>().join(" ")
    };
    let preferred = formula::Sources::Preferred;
    let ends = "The ends of the spread mix figures that were not counted alike: KOTRA and Correlates of War, trade 4.0. The story does not call them comparable.";
    assert_eq!(told("china[2013] / russia[2013]", preferred), ends);
    assert_eq!(told("china[2013 @ kotra] / russia[2013 @ kotra]", preferred), "");
    // Where none goes first, the first row of the story is no more than one among them.
    let all = told("china[2019] / total[2019]", formula::Sources::All);
    assert!(all.contains("KOTRA with an estimate of Chinese crude oil"), "{all}");
}

#[test]
fn a_part_of_a_total_with_something_added_is_a_share_all_the_same() {
    let story = story();
    let expr = parse("china[2013] / (total[2013] + inter_korean[2013])").unwrap();
    let found = doubts(&story, &expr, &evaluate(&expr, &story).unwrap());
    assert_eq!(found[0], Doubt::Share("chinese-customs".to_owned(), "kotra".to_owned()));
    let shares = found.iter().filter(|doubt| matches!(doubt, Doubt::Share(..)));
    assert_eq!(shares.count(), 1, "what is added to a total is no part of it: {found:?}");
}

#[test]
fn doubts_leave_the_page_with_their_number() {
    let (story, words) = (story(), Words::english());
    let expr = parse("sum(russia[2003..2013])").unwrap();
    let outcome = evaluate(&expr, &story).unwrap();
    // Two pairs of bases in one sentence.
    let lines = words.doubts(&doubts(&story, &expr, &outcome), &story);
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    assert!(line.ends_with(" The story does not call any of these pairs comparable."), "{line}");
    let cited = |sentence| {
        let text = words.citation(Cited { sentence, expr: &expr, outcome: &outcome, link: "" }, &story);
        text.lines().next().unwrap().to_owned()
    };
    assert_eq!((cited("That is so."), cited("")), (format!("That is so. {line}"), line.clone()));
    let answered = document::Answered { sentence: "That is so.", doubts: &lines, ..document::Answered::default() };
    let text = document::csv(&story, &words, &answered);
    assert_eq!(text.lines().nth(2), Some(&*format!("\"{line}\",,,,,,Before you compare,,,,,,")));
}

#[test]
fn the_ends_that_are_doubted_are_those_by_the_source_that_was_named() {
    let value = |value: i32, basis: &str| {
        format!(r#"{{ "when": "2013", "value": {value}, "basis": "{basis}", "preferred": {} }}"#, value < 3)
    };
    let series = |rows: [String; 3]| format!(r#"{{ "name": "A", "unit": "USD m", "values": [{}] }}"#, rows.join(","));
    let a = series([value(1, "y"), value(3, "x"), value(5, "y")]);
    let b = series([value(2, "y"), value(4, "z"), value(3, "y")]);
    let bases = r#"{ "x": { "name": "X", "comparable_with": ["y"] }, "y": { "name": "Y" }, "z": { "name": "Z" } }"#;
    let text = format!(
        r#"{{ "ledgerline": 1, "id": "a", "lang": "en", "title": "A", "bases": {bases}, "series": {{ "a": {a}, "b": {b} }} }}"#
    );
    let story = story::read(text.as_bytes()).story.unwrap();
    let (expr, by) = (parse("a[2013] / b[2013]").unwrap(), formula::Sources::By("x"));
    let outcome = evaluate_by(&expr, &story, by).unwrap();
    let ends = Doubt::Ends(vec![("x".to_owned(), "z".to_owned())]);
    assert_eq!((outcome.value, doubts_by(&story, &expr, &outcome, by)), (1.5, vec![ends]));
}

//! What the calculator asks, over the founding story: spans, terms, doubts, openings, goals and suppositions.

mod founding;

use founding::{compare, story};
use ledgerline_core::amount::Currency;
use ledgerline_core::compare::{Comparison, Doubt, Measure, Sources, Terms, common_basis, doubts, row, usual_since};
use ledgerline_core::document;
use ledgerline_core::formula::{Flow, parse};
use ledgerline_core::goal::Goal;
use ledgerline_core::link::{Link, Mode, Target, Unknown};
use ledgerline_core::scenario::Kind;
use ledgerline_core::story::Lever;
use ledgerline_core::supposed::Supposed;
use ledgerline_core::words::{Cited, Words};

fn told(comparison: &Comparison) -> String {
    let (story, words) = (story(), Words::english());
    let formula = comparison.expr(&story).to_string();
    let told = match comparison.evaluate(&story) {
        Ok(outcome) => {
            let answer = words.answer(comparison, &outcome, &story);
            let sum = words.sum(&comparison.expr(&story), &outcome);
            format!("{} | {} | {sum}", answer.answer, answer.sentence)
        }
        Err(refusal) => words.refusal(&refusal, &story),
    };
    let terms = words.terms(&comparison.terms, &story).unwrap_or_default();
    format!("{formula}\n    {told}\n    {terms}")
}

#[test]
fn a_sentence_on_a_part_of_the_trade_names_that_part() {
    let sentence = |flow, measure| {
        let comparison = compare(measure, (2013, 2013), Terms { flow, ..Terms::default() });
        let outcome = comparison.evaluate(&story()).unwrap();
        Words::english().answer(&comparison, &outcome, &story()).sentence
    };
    assert!(
        sentence(Flow::Exports, Measure::Ratio).starts_with("The value of North Korea’s exports to China was about "),
        "{}",
        sentence(Flow::Exports, Measure::Ratio)
    );
    assert!(
        sentence(Flow::Exports, Measure::Ratio).ends_with(" times that of North Korea’s exports to Russia in 2013.")
    );
    assert!(sentence(Flow::Balance, Measure::Difference).contains("North Korea’s trade balance with Russia"));
    let mut unnamed = story();
    unnamed.series.0.iter_mut().for_each(|(_, series)| series.in_words = None);
    let comparison = compare(Measure::Ratio, (2013, 2013), Terms { flow: Flow::Imports, ..Terms::default() });
    let outcome = comparison.evaluate(&unnamed).unwrap();
    let sentence = Words::english().answer(&comparison, &outcome, &unnamed).sentence;
    assert!(sentence.starts_with("The value of the imports in DPRK–China trade was about "), "{sentence}");
}

#[test]
fn every_measure_is_asked_of_a_year_or_a_span_and_on_terms() {
    let plain = Terms::default;
    let rubles = Terms { currency: Some(Currency(*b"RUB")), ..plain() };
    let constant = Terms { prices: Some(2010), ..plain() };
    let exports = Terms { flow: Flow::Exports, ..plain() };
    let kotra = Terms { sources: Sources::Basis("kotra".to_owned()), ..plain() };
    let asked = [
        compare(Measure::Change, (2013, 2020), plain()),
        compare(Measure::Growth, (2000, 2013), plain()),
        compare(Measure::Index, (2000, 2013), plain()),
        compare(Measure::Mean, (2004, 2013), plain()),
        compare(Measure::Median, (2004, 2013), plain()),
        compare(Measure::Ratio, (2004, 2013), plain()),
        compare(Measure::Mean, (1990, 1999), plain()),
        compare(Measure::Difference, (2013, 2013), rubles.clone()),
        compare(Measure::Growth, (2000, 2013), constant),
        compare(Measure::Ratio, (2013, 2013), exports),
        compare(Measure::Ratio, (2013, 2013), kotra),
        compare(Measure::Difference, (1988, 1988), rubles),
    ];
    insta::assert_snapshot!(asked.iter().map(told).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_share_by_two_counts_is_told_and_one_count_is_offered() {
    let story = story();
    let comparison = Comparison {
        a: "china".to_owned(),
        b: "total".to_owned(),
        ..compare(Measure::Share, (2013, 2013), Terms::default())
    };
    let outcome = comparison.evaluate(&story).unwrap();
    let found = doubts(&story, &comparison.expr(&story), &outcome);
    let ends = Doubt::Ends(vec![("cow4".to_owned(), "kotra".to_owned())]);
    assert_eq!(found, [Doubt::Share("chinese-customs".to_owned(), "kotra".to_owned()), ends]);
    assert_eq!(common_basis(&story, &outcome), Some("kotra"));
    let sources = Sources::Basis("kotra".to_owned());
    let picked = Comparison { terms: Terms { sources, ..Terms::default() }, ..comparison };
    assert_eq!(doubts(&story, &picked.expr(&story), &picked.evaluate(&story).unwrap()), []);
}

#[test]
fn a_count_that_is_offered_is_one_that_the_story_does_not_doubt() {
    let story = story();
    let mut offered = 0;
    for flow in [Flow::Total, Flow::Exports, Flow::Imports] {
        for (a, b, measure) in [
            ("russia", "china", Measure::Ratio),
            ("china", "total", Measure::Share),
            ("russia", "total", Measure::Share),
            ("china", "russia", Measure::Difference),
        ] {
            for year in 1970..2025 {
                let terms = Terms { flow, ..Terms::default() };
                let asked =
                    Comparison { a: a.to_owned(), b: b.to_owned(), ..compare(measure, (year, year), terms.clone()) };
                let Some(outcome) = asked.evaluate(&story).ok() else { continue };
                let Some(basis) = common_basis(&story, &outcome) else { continue };
                offered += 1;
                let sources = Sources::Basis(basis.to_owned());
                let picked = Comparison { terms: Terms { sources, ..terms }, ..asked };
                let taken =
                    picked.evaluate(&story).unwrap_or_else(|_| panic!("{} by {basis} is refused", picked.expr(&story)));
                assert_eq!(doubts(&story, &picked.expr(&story), &taken), [], "{}", picked.expr(&story));
                for cell in &taken.cells {
                    let status = row(&story, cell).unwrap().status;
                    assert!(status.in_spread(), "{} by {basis} is {status:?}", picked.expr(&story));
                }
            }
        }
    }
    assert!(offered > 20, "{offered}");
}

#[test]
fn bases_that_the_story_does_not_call_comparable_are_told() {
    let story = story();
    let comparison = compare(Measure::Change, (2003, 2013), Terms::default());
    let found = doubts(&story, &comparison.expr(&story), &comparison.evaluate(&story).unwrap());
    assert_eq!(found[0], Doubt::Bases("cow4".to_owned(), "russian-customs".to_owned()));
}

#[test]
fn a_span_usually_reaches_back_as_far_as_there_are_values() {
    let story = story();
    assert_eq!(usual_since(&story, &["russia", "china"], 2013), Some(2003));
    assert_eq!(usual_since(&story, &["russia"], 1995), Some(1992));
}

#[test]
fn claims_open_in_the_mode_that_does_their_sum() {
    let story = story();
    let opened = |formula: &str| {
        let link = Link::opening(&parse(formula).unwrap(), &story);
        link.map(|link| link.to_string())
    };
    let all: Vec<String> = story
        .claims
        .iter()
        .flat_map(|claim| claim.formula.iter().chain(claim.variants.iter().map(|variant| &variant.formula)))
        .map(|formula| format!("{formula}: {}", opened(formula).unwrap_or_default()))
        .collect();
    insta::assert_snapshot!(all.join("\n"));
}

#[test]
fn what_a_claim_opens_comes_to_the_same_number() {
    let story = story();
    let formula = parse("growth(russia[2013], 1000 USD m, 7)").unwrap();
    let link = Link::opening(&formula, &story).unwrap();
    assert_eq!(link.mode, Some(Mode::Target));
    let goal = Goal::of(&story, "russia", 2013, link.target, Terms::default());
    let own = ledgerline_core::formula::evaluate(&formula, &story).unwrap();
    assert_eq!(goal.target().evaluate(&story).unwrap().value, own.value);
}

#[test]
fn years_that_no_state_can_say_open_nowhere() {
    let opened = |formula: &str| Link::opening(&parse(formula).unwrap(), &story());
    assert!(opened("after(china[2013], 2%, 7)").is_some());
    for years in ["2.5", "0.5", "999999999", "99999999999999", "8000"] {
        assert_eq!(opened(&format!("after(china[2013], 2%, {years})")), None, "{years}");
        assert_eq!(opened(&format!("growth(china[2013], 10000 USD m, {years})")), None, "{years}");
    }
    assert!(opened("real(china[2013], 2000) / real(russia[2013], 2000)").is_some());
    for formula in ["years_to(russia[201953], 10%, 1000 USD m)", "real(china[2013], 20000) / real(russia[2013], 20000)"]
    {
        assert_eq!(opened(formula), None, "{formula}");
    }
}

#[test]
fn a_goal_without_inputs_is_that_of_the_claim() {
    let goal = Goal::of(&story(), "russia", 2013, Target::default(), Terms::default());
    assert_eq!((goal.unknown, goal.amount, goal.by), (Unknown::Growth, 1000.0, 2020));
    let other = Goal::of(&story(), "china", 2013, Target::default(), Terms::default());
    assert_eq!((other.amount, other.by), (10_000.0, 2020));
}

#[test]
fn an_amount_is_told_beside_what_it_was_in_fact() {
    let (story, words) = (story(), Words::english());
    let told = |by: i32, terms: Terms| {
        let given = Target { unknown: Some(Unknown::Amount), by: Some(by), growth: Some(0.1), ..Target::default() };
        let goal = Goal::of(&story, "russia", 2013, given, terms);
        words.goal(&goal, &goal.target().evaluate(&story).unwrap(), &story).sentence
    };
    let start = "At 10% a year, Russia’s trade with North Korea of 2013 comes to about $220m in 2020.";
    assert_eq!(told(2020, Terms::default()), format!("{start} In fact it was $42.74m in that year."));
    // At the one rate of the path.
    let rubles = Terms { currency: Some(Currency(*b"RUB")), ..Terms::default() };
    assert!(told(2020, rubles).ends_with(" In fact it was ₽1.361bn in that year."));
    for by in [2013, 2022, 2030] {
        assert!(!told(by, Terms::default()).contains("In fact"), "{by}");
    }
}

fn supposed(scenario: &str) -> Supposed {
    let (a, b) = ("russia".to_owned(), "china".to_owned());
    let (from, until, fraction) = (2013, 2024, 1.0 / 6.0);
    let terms = Terms::default();
    Supposed { a, b, from, until, scenario: Some(scenario.to_owned()), moved: Vec::new(), fraction, terms }
}

#[test]
fn a_lever_that_is_moved_counts_over_the_scenario() {
    let (story, goal) = (story(), supposed("goal"));
    assert_eq!(goal.levers(&story, "russia").growth, 0.366);
    assert_eq!(goal.what_if(&story).evaluate(&story).unwrap().reached.year, Some(2021));
    let moved = goal.moved_to("russia", Kind::Growth, Lever::Number(0.5));
    let faster = Supposed { moved, ..goal.clone() };
    assert_eq!(faster.levers(&story, "russia").growth, 0.5);
    assert_eq!(faster.what_if(&story).evaluate(&story).unwrap().reached.year, Some(2019));
    assert_eq!(faster.with_scenario("goal"), goal);
}

#[test]
fn levers_in_dollars_move_paths_in_rubles() {
    let story = story();
    let rubles = Terms { currency: Some(Currency(*b"RUB")), ..Terms::default() };
    let told = |terms: Terms| {
        let supposed = Supposed { terms, ..supposed("subsidy") };
        supposed.what_if(&story).evaluate(&story).unwrap().a.last().unwrap().value
    };
    let rate = told(rubles) / told(Terms::default());
    assert!((rate - 31.837_14).abs() < 1e-3, "{rate}");
}

#[test]
fn the_note_on_a_scenario_is_shown_at_the_start_that_it_is_written_for_alone() {
    let story = story();
    let goal = supposed("goal");
    assert!(goal.note(&story).unwrap().contains("in 2013") && goal.carried_from(&story).is_none());
    let earlier = Supposed { from: 2005, ..goal.clone() };
    assert_eq!((earlier.note(&story), earlier.carried_from(&story)), (None, Some(2013)));
    let moved = goal.moved_to("russia", Kind::Growth, Lever::Number(0.5));
    assert_eq!(Supposed { moved, ..goal }.note(&story), None);
}

#[test]
fn the_values_of_a_sum_are_marked_in_its_table() {
    let (story, words) = (story(), Words::english());
    let outcome = compare(Measure::Ratio, (2013, 2013), Terms::default()).evaluate(&story).unwrap();
    let results = [(String::new(), &outcome)];
    let answered = document::Answered { results: &results, ids: &["russia"], ..document::Answered::default() };
    let text = document::csv(&story, &words, &answered);
    let taken: Vec<&str> = text.lines().filter(|line| line.ends_with(",yes,,")).collect();
    assert_eq!(taken.len(), 1);
    assert!(taken[0].starts_with("DPRK–Russia trade,2013,112.71,USD m,9.29,103.42,reported,Russian customs,"));
    assert_eq!(text.lines().count(), 2 + story.series.get("russia").unwrap().values.len());
}

#[test]
fn a_citation_names_every_value_and_its_source() {
    let (story, words) = (story(), Words::english());
    let cited = |comparison: &Comparison| {
        let outcome = comparison.evaluate(&story).unwrap();
        let sentence = words.answer(comparison, &outcome, &story).sentence;
        let expr = comparison.expr(&story);
        let link = "https://example.org/#ll=1";
        words.citation(Cited { sentence: &sentence, expr: &expr, outcome: &outcome, link }, &story)
    };
    insta::assert_snapshot!(cited(&compare(Measure::Ratio, (2013, 2013), Terms::default())));
    let terms = Terms { prices: Some(2013), currency: Some(Currency(*b"RUB")), ..Terms::default() };
    insta::assert_snapshot!(
        "a_citation_names_rates_and_indices",
        cited(&compare(Measure::Difference, (2012, 2012), terms))
    );
    let terms = Terms { sources: Sources::All, ..Terms::default() };
    insta::assert_snapshot!(
        "a_citation_names_all_sources_that_count",
        cited(&compare(Measure::Ratio, (2013, 2013), terms))
    );
}

//! The spread against brute force: every pick is made into a story of its own that has no other values.

mod helpers;

use helpers::{calc, read};
use ledgerline_core::formula::{Outcome, evaluate, over_all, parse, steps};
use ledgerline_core::story::Story;
use proptest::prelude::*;
use serde_json::{Value, json};

/// A story with these series in `USD m`; each value is a row of the story file.
fn story(series: &[(&str, Vec<Value>)]) -> Story {
    let series: serde_json::Map<String, Value> = series
        .iter()
        .map(|(id, values)| (id.to_string(), json!({ "name": id, "unit": "USD m", "values": values })))
        .collect();
    read(json!({ "series": series }))
}

/// Values of series `a` and `b` in the years 2001 to 2003, one or more each; the first is preferred.
type Figures = Vec<Vec<u32>>;

const IDS: [&str; 2] = ["a", "b"];

fn built(figures: &Figures, keep: &dyn Fn(usize, usize) -> bool) -> Story {
    let row = |cell: usize, place: usize, value: u32| {
        let preferred = keep(cell, 0) && place == 0;
        json!({ "when": (cell % 3 + 2001).to_string(), "value": value, "exports": value / 3, "imports": value - value / 3,
                "preferred": if preferred { Value::Bool(true) } else { Value::Null } })
    };
    let rows = |series: usize| -> Vec<Value> {
        let cells = series * 3..series * 3 + 3;
        cells
            .flat_map(|cell| figures[cell].iter().enumerate().map(move |(place, value)| (cell, place, *value)))
            .filter(|(cell, place, _)| keep(*cell, *place))
            .map(|(cell, place, value)| row(cell, place, value))
            .collect()
    };
    story(&[(IDS[0], rows(0)), (IDS[1], rows(1))])
}

/// All ways to take one value of each cell.
fn picks(figures: &Figures) -> Vec<Vec<usize>> {
    figures.iter().fold(vec![vec![]], |picks, cell| {
        let further =
            |pick: &Vec<usize>| (0..cell.len()).map(|place| [pick.as_slice(), &[place]].concat()).collect::<Vec<_>>();
        picks.iter().flat_map(further).collect()
    })
}

/// Least and greatest result over all picks; `None` if a pick has no result.
fn brute(text: &str, figures: &Figures) -> Option<(f64, f64)> {
    let expr = parse(text).unwrap();
    let mut found: Option<(f64, f64)> = None;
    for pick in picks(figures) {
        let value = evaluate(&expr, &built(figures, &|cell, place| pick[cell] == place)).ok()?.value;
        let (low, high) = found.unwrap_or((value, value));
        found = Some((value.min(low), value.max(high)));
    }
    found
}

const FORMULAS: [&str; 26] = [
    "a[2001] / b[2001]",
    "a[2001] - a[2001]",
    "a[2001] / (a[2001] + b[2001])",
    "(a[2001] - b[2001]) * (a[2002] - b[2002])",
    "a[2001] / (a[2002] - b[2002])",
    "(a[2001] - b[2001]) / (a[2001] + b[2001])",
    "mean(a[2001..2003])",
    "median(a[2001..2003], b[2001..2002])",
    "sum(a[2001..2003]) / a[2002]",
    "min(a[2001..2003]) - max(b[2001..2003])",
    "max(a[2001..2003]) / mean(a[2001..2003])",
    "falls(a[2001..2003])",
    "falls(a[2001..2003]) * a[2002]",
    "change(a[2001], a[2002])",
    "change(a[2001], b[2001]) - change(a[2001], b[2002])",
    "growth(a[2001], a[2003], 2)",
    "after(a[2001], growth(a[2001], a[2002], 1), 3)",
    "after(a[2001], b[2001] / 1000 USD m, 5)",
    "years_to(a[2001], 10%, 2000 USD m)",
    "catch_up(a[2001], 30%, b[2001] + 1000 USD m, b[2002] / 10000 USD m)",
    "index(a[2002], a[2001])",
    "exports(a[2001]) / a[2001]",
    "imports(a[2001]) - exports(b[2001])",
    "balance(a[2001]) / balance(b[2002])",
    "-a[2001] * 2 + 5 USD m",
    "mean(exports(a[2001..2003])) / mean(imports(a[2001..2003]))",
];

fn figures() -> impl Strategy<Value = Figures> {
    prop::collection::vec(prop::collection::vec(0u32..1000, 1..4), 6)
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1e-9)
}

fn same(outcome: &Outcome, brute: (f64, f64)) -> bool {
    match outcome.spread {
        Some(spread) => spread.exact && near(spread.low, brute.0) && near(spread.high, brute.1),
        None => near(outcome.value, brute.0) && near(outcome.value, brute.1),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_spread_is_that_of_all_picks(figures in figures(), place in 0..FORMULAS.len()) {
        let text = FORMULAS[place];
        let told = calc(text, &built(&figures, &|_, _| true));
        match (brute(text, &figures), told) {
            (Some(brute), Ok(outcome)) => prop_assert!(same(&outcome, brute), "{text}: {outcome:?} {brute:?}"),
            (None, Err(_)) => {}
            (brute, told) => prop_assert!(false, "{text}: {told:?} {brute:?}"),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn in_disputed_years_the_range_is_that_of_all_picks(figures in figures(), place in 0..FORMULAS.len()) {
        let text = FORMULAS[place];
        let mut story = built(&figures, &|_, _| true);
        story.series.0.iter_mut().flat_map(|(_, series)| &mut series.values).for_each(|row| row.preferred = None);
        match (brute(text, &figures), over_all(&parse(text).unwrap(), &story)) {
            (Some((low, high)), Ok(found)) => {
                let spread = found.spread;
                prop_assert!(spread.exact && near(spread.low, low) && near(spread.high, high), "{text}: {spread:?} {low} {high}");
            }
            (None, Err(_)) => {}
            (brute, told) => prop_assert!(false, "{text}: {told:?} {brute:?}"),
        }
    }
}

/// A start with its growth, and a goal with its own.
type Way = [&'static str; 4];

/// Ways to a goal, the years of which are added.
const ARRIVALS: [&[Way]; 6] = [
    &[["a[2001]", "10%", "b[2001]", "0%"]],
    &[["a[2001]", "-10%", "b[2001]", "0%"]],
    &[["a[2001]", "5%", "b[2001] / 2", "8%"]],
    &[["a[2001]", "30%", "b[2001]", "b[2002] / 1 USD bn"]],
    &[["a[2001]", "b[2002] / 500 USD m - 1", "b[2001]", "0%"]],
    &[["a[2001]", "10%", "a[2002]", "0%"], ["a[2002]", "5%", "b[2001]", "0%"]],
];

fn years([start, own, goal, other]: &Way) -> String {
    match *other {
        "0%" => format!("years_to({start}, {own}, {goal})"),
        _ => format!("catch_up({start}, {own}, {goal}, {other})"),
    }
}

/// Least and greatest number of years over all picks. One that lies beyond the goal is there from the start, where all
/// picks go the same way and some pick gets there; else one that never does refuses the whole.
fn brute_years(ways: &[Way], figures: &Figures) -> Option<(f64, f64)> {
    let story = |pick: &Vec<usize>| built(figures, &|cell, place| pick[cell] == place);
    let stories: Vec<Story> = picks(figures).iter().map(story).collect();
    let value = |text: &str, story: &Story| calc(text, story).map(|outcome| outcome.value);
    let gain = |[_, own, _, other]: &Way, story: &Story| value(own, story).unwrap() - value(other, story).unwrap();
    let one_way = |way: &Way| {
        let gains: Vec<f64> = stories.iter().map(|story| gain(way, story)).collect();
        gains.iter().all(|gain| *gain > 0.0) || gains.iter().all(|gain| *gain < 0.0)
    };
    let (mut found, mut gets_there): (Option<(f64, f64)>, bool) = (None, false);
    for story in &stories {
        let (mut sum, mut arrives) = (0.0, true);
        for way in ways {
            match value(&years(way), story) {
                Ok(years) => sum += years,
                Err(refusal) => {
                    let [start, goal] = [way[0], way[2]].map(|text| value(text, story).unwrap());
                    let beyond = (goal - start) * gain(way, story) < 0.0;
                    arrives = false;
                    (refusal.code() == "never-reached" && beyond && one_way(way)).then_some(())?;
                }
            }
        }
        gets_there |= arrives;
        found = Some(found.map_or((sum, sum), |(low, high)| (sum.min(low), sum.max(high))));
    }
    found.filter(|_| gets_there)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn a_source_that_is_beyond_the_goal_is_there_from_the_start(
        figures in prop::collection::vec(prop::collection::vec(300u32..700, 1..4), 6), place in 0..ARRIVALS.len(),
    ) {
        let ways = ARRIVALS[place];
        let text = &ways.iter().map(years).collect::<Vec<_>>().join(" + ");
        let mut story = built(&figures, &|_, _| true);
        let brute = brute_years(ways, &figures);
        match (brute, calc(text, &story)) {
            (Some(brute), Ok(outcome)) => prop_assert!(same(&outcome, brute), "{text}: {outcome:?} {brute:?}"),
            (_, Err(refusal)) => {
                // The value taken is beyond the goal itself, or some pick never gets there.
                let taken = built(&figures, &|_, place| place == 0);
                prop_assert!(brute.is_none() || calc(text, &taken).is_err(), "{text}: {refusal:?} {brute:?}");
            }
            (brute, told) => prop_assert!(false, "{text}: {told:?} {brute:?}"),
        }
        story.series.0.iter_mut().flat_map(|(_, series)| &mut series.values).for_each(|row| row.preferred = None);
        let told = over_all(&parse(text).unwrap(), &story).ok().map(|found| (found.spread.low, found.spread.high));
        let alike = |(told, brute): ((f64, f64), (f64, f64))| near(told.0, brute.0) && near(told.1, brute.1);
        prop_assert!(told.zip(brute).map_or(told == brute, alike), "{text}: {told:?} {brute:?}");
    }
}

#[test]
fn every_formula_is_checked_against_all_picks_once_at_least() {
    let figures = vec![vec![120, 100, 130], vec![90, 95], vec![200], vec![70, 60, 80], vec![50, 300], vec![10]];
    for text in FORMULAS {
        let outcome = calc(text, &built(&figures, &|_, _| true));
        match brute(text, &figures) {
            Some(brute) => assert!(same(outcome.as_ref().unwrap(), brute), "{text}: {outcome:?} {brute:?}"),
            None => assert!(outcome.is_err(), "{text}: {outcome:?}"),
        }
    }
}

/// Thirty years with three values each: 3³⁰ picks.
fn long() -> Story {
    let rows = |factor: i32| -> Vec<Value> {
        let year = |year: i32| {
            let value = factor * (100 + year % 7);
            [0, 5, -4].map(|more| json!({ "when": (1990 + year).to_string(), "value": value + more, "preferred": if more == 0 { Some(true) } else { None } }))
        };
        (0..30).flat_map(year).collect()
    };
    story(&[("a", rows(1)), ("b", rows(3))])
}

#[test]
fn many_picks_are_exact_where_no_cell_occurs_twice() {
    let story = long();
    let spread = calc("mean(a[1990..2019]) / sum(b[1990..2019])", &story).unwrap().spread.unwrap();
    let mean = |more: f64| (0..30).map(|year| f64::from(100 + year % 7) + more).sum::<f64>() / 30.0;
    let sum = |more: f64| (0..30).map(|year| 3.0 * f64::from(100 + year % 7) + more).sum::<f64>();
    assert!(spread.exact);
    assert!(near(spread.low, mean(-4.0) / sum(5.0)) && near(spread.high, mean(5.0) / sum(-4.0)));
    let falls = calc("falls(a[1990..2019])", &story).unwrap().spread.unwrap();
    assert!(falls.exact && falls.low < falls.high);
}

#[test]
fn many_picks_are_exact_where_the_result_goes_one_way_with_each_cell() {
    let outcome = calc("a[2000] / mean(a[1990..2019])", &long()).unwrap();
    let spread = outcome.spread.unwrap();
    let others =
        |more: f64| (0..30).filter(|year| *year != 10).map(|year| f64::from(100 + year % 7) + more).sum::<f64>();
    let ratio = |own: f64, others: f64| own / ((own + others) / 30.0);
    assert!(spread.exact);
    assert!(near(spread.low, ratio(99.0, others(5.0))) && near(spread.high, ratio(108.0, others(-4.0))));
}

#[test]
fn beyond_that_the_spread_is_an_outer_bound_and_says_so() {
    let outcome = calc("sum(a[1990..2019]) * 0 - a[2000] * a[2000] + 200 * a[2000] * 1 USD m / 1 USD m", &long());
    assert!(outcome.is_err(), "an amount times an amount has no unit");
    let outcome = calc("falls(a[1990..2019]) + a[2000] / a[1990]", &long()).unwrap();
    let spread = outcome.spread.unwrap();
    assert!(!spread.exact);
    assert!((spread.low..=spread.high).contains(&outcome.value));
}

#[test]
fn a_source_with_nothing_to_divide_by_refuses_the_whole() {
    let rows = |values: [f64; 2]| {
        values.map(|value| json!({ "when": "2013", "value": value, "preferred": value > 0.5 })).to_vec()
    };
    let story = story(&[("a", rows([1.0, 0.0])), ("b", rows([2.0, 0.25]))]);
    assert_eq!(calc("b[2013] / a[2013]", &story).unwrap_err().code(), "zero-denominator");
    assert_eq!(calc("a[2013] / b[2013]", &story).unwrap().spread.unwrap().low, 0.0);
}

#[test]
fn long_chains_need_no_deep_stack() {
    let story = story(&[(
        "a",
        vec![json!({ "when": "2001", "value": 2 }), json!({ "when": "2001", "value": 3, "preferred": true })],
    )]);
    let text = format!("a[2001]{}", "+a[2001]".repeat(248));
    let run = move || {
        let outcome = calc(&text, &story).unwrap();
        assert_eq!((outcome.value, outcome.spread.unwrap().low), (747.0, 498.0));
        assert_eq!(steps(&parse(&text).unwrap(), &story).unwrap().last().unwrap().value, 747.0);
    };
    // Half of what a browser gives a program.
    std::thread::Builder::new().stack_size(512 * 1024).spawn(run).unwrap().join().unwrap();
}

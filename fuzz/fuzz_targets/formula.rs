//! Any text as a formula over the founding story: it is read or refused, prints as something that reads back the
//! same, and its result is a finite number inside of its spread, or a refusal with words. The state it opens in, if
//! any, can be said in a link.
#![no_main]

use std::sync::LazyLock;

use ledgerline_core::formula::{Outcome, Sources, evaluate, evaluate_by, over_all, parse, steps};
use ledgerline_core::link::Link;
use ledgerline_core::story::{self, Story};
use ledgerline_core::words::{Manner, Words};
use libfuzzer_sys::fuzz_target;

static STORY: LazyLock<Story> =
    LazyLock::new(|| story::read(include_bytes!("../../stories/dprk-russia.json")).story.expect("the story reads"));

fn sound(outcome: &Outcome, words: &Words) {
    assert!(outcome.value.is_finite());
    if let Some(spread) = outcome.spread {
        assert!(spread.low <= outcome.value && outcome.value <= spread.high, "{outcome:?}");
        assert!(spread.low.is_finite() && spread.high.is_finite());
    }
    let told = words.result(outcome, Manner::of(outcome.unit));
    assert!(!told.answer.contains("NaN") && !told.answer.contains("inf"), "{told:?}");
}

fuzz_target!(|text: &str| {
    let words = Words::english();
    let expr = match parse(text) {
        Ok(expr) => expr,
        Err(error) => {
            assert!(error.at <= text.chars().count());
            assert!(!words.syntax(&error).message.is_empty());
            return;
        }
    };
    let printed = expr.to_string();
    // Printing adds spaces, so a formula of full length may become too long.
    if printed.chars().count() <= 2_000 {
        assert_eq!(parse(&printed).as_ref(), Ok(&expr), "{printed}");
    }
    if let Some(link) = Link::opening(&expr, &STORY) {
        assert_eq!(Link::parse(&link.to_string()).as_ref(), Ok(&link), "{printed}");
    }
    for outcome in [evaluate(&expr, &STORY), evaluate_by(&expr, &STORY, Sources::By("kotra"))] {
        match outcome {
            Ok(outcome) => sound(&outcome, &words),
            Err(refusal) => assert!(!words.refusal(&refusal, &STORY).is_empty()),
        }
    }
    if let (Ok(outcome), Ok(range)) = (evaluate(&expr, &STORY), over_all(&expr, &STORY)) {
        assert!(range.spread.low <= range.spread.high);
        let steps = steps(&expr, &STORY).expect("what has a result has steps");
        assert_eq!(steps.last().map(|step| step.value), Some(outcome.value));
    }
});

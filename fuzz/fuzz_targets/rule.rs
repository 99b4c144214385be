//! Any text as the rule of a claim: it is read and told, or it is told what is wrong with it.
#![no_main]

use ledgerline_core::claim::{Rule, Verdict, check};
use ledgerline_core::story::{Claim, ClaimKind, Story};
use ledgerline_core::words::Words;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let words = Words::english();
    match Rule::parse(text) {
        Ok(rule) => {
            let told = words.rule(&rule);
            assert!(!told.is_empty() && !told.contains("NaN") && !told.contains("inf"), "{told}");
        }
        Err(error) => assert!(!words.rule_error(&error).message.is_empty()),
    }
    let claim = Claim {
        kind: ClaimKind::Number,
        formula: Some("3 / 4".to_owned()),
        says: Some(text.to_owned()),
        ..Claim::default()
    };
    let checked = check(&claim, &Story::default());
    let readable = Rule::for_numbers(text).is_ok();
    let judged = !matches!(checked.own.verdict, Some(Verdict::Unchecked(_)));
    // An amount does not go with a plain number.
    assert!(readable || !judged);
});

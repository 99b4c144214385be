//! Any bytes as a story file: they are read to the end, every finding has a place, and a story that shows can be
//! worked with.
#![no_main]

use ledgerline_core::claim::check;
use ledgerline_core::story::{self, Severity};
use ledgerline_core::words::Words;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let reading = story::read(bytes);
    let errors = reading.findings.iter().any(|found| found.severity == Severity::Error);
    assert_eq!(reading.story.is_none(), errors);
    assert!(reading.findings.iter().all(|found| found.place.line > 0 && found.place.column > 0));
    let Some(story) = reading.story else { return };
    let words = Words::english();
    for claim in story.claims.iter().take(4) {
        assert!(!words.claim(&check(claim, &story), &story).contains("NaN"));
    }
    for (_, series) in story.series.iter() {
        assert!(series.points().iter().all(|point| point.low <= point.value && point.value <= point.high));
    }
    for event in &story.events {
        assert!(!words.date(&event.when).is_empty());
    }
});

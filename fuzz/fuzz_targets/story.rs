//! Any bytes as a story file: they are read to the end, every finding has a place, and a story that shows can be
//! worked with: it is compared, drawn and told in markup in a time that does not hang on how far its years lie apart.
#![no_main]

use ledgerline_core::claim::check;
use ledgerline_core::story::{self, Severity, Story};
use ledgerline_core::words::Words;
use ledgerline_figure::html::static_edition;
use ledgerline_figure::timeline::{self, Index, Options, Years};
use ledgerline_figure::{chart, reading};
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
    draw(&story, &words);
});

fn draw(story: &Story, words: &Words) {
    let ids: Vec<&str> = story.series.ids().take(2).collect();
    let range = timeline::range(story, story.start.range.as_ref());
    let options = Options { width: 640.0, range, selected: None, series: &ids, log: false, beyond: 320.0 };
    let index = Index::whole(story, words);
    let placed = timeline::place(story, &index, &options);
    let (since, year) = story.start.compare.as_ref().and_then(|compare| compare.years()).unwrap_or((2013, 2013));
    timeline::mark(story, words, &placed, &options, Years { year, since: (since < year).then_some(since) });
    timeline::overview(story, words, &index, options.width);
    chart::over_years(story, words, &ids, year, (420.0, 220.0), true);
    reading::by_year(story, index.shown());
    assert!(!static_edition(story, words).contains("NaN"));
}

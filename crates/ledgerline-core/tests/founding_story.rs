//! The story that ships with the project.

use ledgerline_core::story::{self, Finding};

const STORY: &[u8] = include_bytes!("../../../stories/dprk-russia.json");

fn told(findings: &[Finding]) -> String {
    let tell = |found: &Finding| {
        format!("{}:{} {} {} {}", found.place.line, found.place.column, found.place.path, found.message, found.hint)
    };
    findings.iter().map(tell).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_founding_story_reads_without_a_finding() {
    let reading = story::read(STORY);
    assert!(reading.findings.is_empty(), "{}", told(&reading.findings));
    assert!(reading.story.is_some());
}

#[test]
fn its_events_come_in_the_order_of_their_dates() {
    let story = story::read(STORY).story.unwrap();
    assert!(story.events.len() >= 60);
    assert!(story.events.is_sorted_by_key(|event| event.when.order_key()));
}

#[test]
fn its_values_keep_the_decimals_of_their_sources() {
    let story = story::read(STORY).story.unwrap();
    let russia = story.series.get("russia").unwrap();
    let row = russia.values.iter().find(|row| row.when == 2013 && row.preferred == Some(true)).unwrap();
    let value = row.value.unwrap();
    assert_eq!((value.value, value.decimals), (112.71, 2));
}

mod numbers {
    use ledgerline_core::compare::{Comparison, Measure};
    use ledgerline_core::story::{self, Story};
    use ledgerline_core::words::Words;

    fn story() -> Story {
        story::read(super::STORY).story.unwrap()
    }

    fn compare(a: &str, b: &str, year: i32, measure: Measure) -> Comparison {
        Comparison { a: a.to_owned(), b: b.to_owned(), year, measure, ..Comparison::default() }
    }

    fn told(comparison: &Comparison) -> String {
        let (story, words) = (story(), Words::english());
        match comparison.evaluate(&story) {
            Ok(outcome) => {
                let answer = words.answer(comparison, &outcome, &story);
                format!("{} | {} | {}", answer.answer, answer.sentence, answer.spread.unwrap_or_default())
            }
            Err(refusal) => words.refusal(&refusal, &story),
        }
    }

    #[test]
    fn china_had_58_times_the_trade_of_russia_in_2013() {
        let comparison = compare("russia", "china", 2013, Measure::Ratio);
        let outcome = comparison.evaluate(&story()).unwrap();
        let spread = outcome.spread.unwrap();
        assert_eq!(outcome.value, 6544.7 / 112.71);
        assert_eq!((spread.low, spread.high, spread.exact), (6540.0 / 123.0, 6939.0 / 104.0, true));
        assert_eq!(comparison.expr(&story()).to_string(), "china[2013] / russia[2013]");
    }

    #[test]
    fn answers_and_refusals_are_told_in_sentences() {
        let asked = [
            compare("russia", "china", 2013, Measure::Ratio),
            compare("russia", "china", 2013, Measure::Difference),
            compare("total", "china", 2013, Measure::Share),
            compare("russia", "china", 2013, Measure::Share),
            compare("china", "china", 2013, Measure::Ratio),
            compare("china", "china", 2013, Measure::Difference),
            compare("russia", "china", 1991, Measure::Ratio),
            compare("russia", "china", 1996, Measure::Ratio),
            compare("russia", "china", 2022, Measure::Ratio),
            compare("inter_korean", "china", 1990, Measure::Ratio),
            compare("inter_korean", "china", 2020, Measure::Ratio),
            compare("russia", "china", 2021, Measure::Ratio),
        ];
        insta::assert_snapshot!(asked.iter().map(told).collect::<Vec<_>>().join("\n"));
    }

    #[test]
    fn every_comparison_of_the_story_is_within_its_own_spread() {
        let story = story();
        let ids: Vec<&str> = story.series.ids().collect();
        for (a, b) in ids.iter().flat_map(|a| ids.iter().map(move |b| (a, b))) {
            for (year, measure) in (1985..2027).flat_map(|year| Measure::ALL.map(|measure| (year, measure))) {
                let Ok(outcome) = compare(a, b, year, measure).evaluate(&story) else { continue };
                assert!(outcome.value.is_finite());
                let Some(spread) = outcome.spread else { continue };
                assert!((spread.low..=spread.high).contains(&outcome.value), "{a} {b} {year}");
                assert!(a != b || measure != Measure::Difference || (spread.low, spread.high) == (0.0, 0.0));
            }
        }
    }
}

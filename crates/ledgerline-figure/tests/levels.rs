//! The answer over a span beside its years: the same digits in the picture as in the sentence.

use ledgerline_core::compare::{Comparison, Measure};
use ledgerline_core::story::{self, Colour};
use ledgerline_core::words::{Manner, Words};
use ledgerline_figure::chart;

#[test]
fn the_level_of_a_span_has_the_digits_of_its_answer() {
    let story = story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap();
    let words = Words::english();
    let mut spread = 0;
    for (b, measure, manner, factor) in
        [("china", Measure::Ratio, Manner::Plain, 1.0), ("total", Measure::Share, Manner::Percent, 100.0)]
    {
        let spans = (2000..2013).flat_map(|since| (since + 1..=2013).map(move |year| (since, year)));
        for (since, year) in spans {
            let (a, b) = ("russia".to_owned(), b.to_owned());
            let comparison = Comparison { a, b, since: Some(since), year, measure, ..Comparison::default() };
            let Ok(outcome) = comparison.evaluate(&story) else { continue };
            let answer = words.answer(&comparison, &outcome, &story).answer;
            let level = chart::level("", Colour::Grey, (since, year), &outcome, factor);
            let told = words.reckoned(&level.points[0], manner, false);
            let shown = told.split(" (").next().unwrap();
            assert_eq!(shown, words.beside_mark(&level.points[0], manner, true));
            // Words and noughts behind the point apart, which a picture leaves out.
            let number = |text: &str| {
                let digits = text.split(['%', ' ']).next().unwrap();
                if digits.contains('.') {
                    digits.trim_end_matches('0').trim_end_matches('.').to_owned()
                } else {
                    digits.to_owned()
                }
            };
            assert_eq!(number(shown), number(&answer), "{measure:?} {since} to {year}");
            spread += usize::from(told != shown);
        }
    }
    assert!(spread > 10, "{spread} have a spread");
}

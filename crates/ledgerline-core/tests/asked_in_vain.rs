//! What the calculator says where it has no answer, over the founding story.

mod founding;

use founding::{compare, story};
use ledgerline_core::compare::{Comparison, Measure, Sources, Terms, near};
use ledgerline_core::formula::Flow;
use ledgerline_core::words::Words;

#[test]
fn a_refusal_names_the_nearest_years_that_answer_on_the_chosen_terms() {
    let story = story();
    let told = |year: i32, flow, basis: Option<&str>| {
        let sources = basis.map_or(Sources::Preferred, |id| Sources::Basis(id.to_owned()));
        let asked = compare(Measure::Ratio, (year, year), Terms { flow, sources, ..Terms::default() });
        let refusal = asked.evaluate(&story).unwrap_err();
        let (before, after) = near(&story, &asked.terms, &asked.asked_of(), (year, year));
        for near in [before, after].into_iter().flatten() {
            let moved = Comparison { year: near, ..asked.clone() };
            assert!(moved.evaluate(&story).is_ok(), "{}", moved.expr(&story));
        }
        Words::english().refusal_on(&refusal, &asked.terms, &asked.asked_of(), &story)
    };
    insta::assert_snapshot!(
        [
            told(1996, Flow::Total, None),
            told(1996, Flow::Exports, None),
            told(2020, Flow::Imports, None),
            told(2020, Flow::Total, Some("kotra")),
            told(1985, Flow::Exports, Some("kotra")),
            told(1985, Flow::Exports, Some("chinese-embassy")),
        ]
        .join("\n")
    );
}

#[test]
fn gaps_of_one_source_are_told_as_such() {
    let terms = Terms { sources: Sources::Basis("kotra".to_owned()), ..Terms::default() };
    let mean = compare(Measure::Mean, (2000, 2013), terms);
    let refusal = mean.evaluate(&story()).unwrap_err();
    assert_eq!(
        Words::english().refusal(&refusal, &story()),
        "There is no value of Russia’s trade with North Korea for 2001 to 2003, 2007 and 2008 by KOTRA. Outside of \
         these years the nearest ones with values are 2000 and 2009."
    );
}

#[test]
fn a_reason_that_two_refusals_share_is_said_once() {
    let (story, words) = (story(), Words::english());
    let terms = Terms { flow: Flow::Balance, ..Terms::default() };
    let first =
        Comparison { b: "total".to_owned(), a: "china".to_owned(), ..compare(Measure::Index, (2012, 2016), terms) };
    let second = first.of_second().unwrap();
    let refusals = [&first, &second].map(|asked| asked.evaluate(&story).unwrap_err());
    let told: Vec<_> = refusals.iter().map(|refusal| (words.refusal(refusal, &story), Some(refusal))).collect();
    let together = words.told_together(&told, &story);
    assert_eq!(together.matches("There is no index").count(), 1, "{together}");
    assert_eq!(together.matches("in 2016.").count(), 2, "{together}");
}

//! What is offered instead of what was refused, over the founding story.

use ledgerline_core::amount::Currency;
use ledgerline_core::compare::{Comparison, Measure, Offer, Sources, Terms, offers};
use ledgerline_core::formula::{Flow, Refusal};
use ledgerline_core::story::{self, Story};

const FLOWS: [Flow; 4] = [Flow::Total, Flow::Exports, Flow::Imports, Flow::Balance];
const SPANS: [(i32, i32); 8] =
    [(1991, 1991), (1996, 1996), (2021, 2021), (1990, 1998), (1997, 2021), (2000, 2013), (2004, 2009), (2016, 2019)];

fn story() -> Story {
    story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap()
}

fn asked((a, b): (&str, &str), measure: Measure, (since, year): (i32, i32), terms: Terms) -> Comparison {
    let since = Some(since).filter(|since| *since < year);
    Comparison { a: a.to_owned(), b: b.to_owned(), since, year, measure, terms }
}

/// Why it is refused, whichever of two series is.
fn refusal(asked: &Comparison, story: &Story) -> Option<Refusal> {
    let second = || asked.of_second()?.evaluate(story).err();
    asked.evaluate(story).err().or_else(second)
}

fn offered(asked: &Comparison, story: &Story) -> Vec<Offer> {
    let refusal = refusal(asked, story).expect("it is refused");
    offers(story, asked, &refusal, &|other| other.answers(story))
}

fn by(basis: &str) -> Sources {
    Sources::Basis(basis.to_owned())
}

#[test]
fn every_offer_answers() {
    let story = story();
    let ids: Vec<&str> = story.series.ids().collect();
    let pairs = ids.iter().flat_map(|a| ids.iter().map(move |b| (*a, *b)));
    let terms = FLOWS
        .into_iter()
        .flat_map(|flow| [Sources::Preferred, by("kotra")].map(|sources| Terms { flow, sources, ..Terms::default() }));
    let ways = terms.flat_map(|terms| Measure::ALL.map(|measure| (measure, terms.clone())));
    let mut refused = 0;
    for ((pair, (measure, terms)), span) in pairs
        .flat_map(|pair| ways.clone().map(move |way| (pair, way)))
        .flat_map(|way| SPANS.map(|span| (way.clone(), span)))
    {
        let asked = asked(pair, measure, span, terms);
        if asked.answers(&story) {
            continue;
        }
        refused += 1;
        let found = offered(&asked, &story);
        for offer in &found {
            assert!(offer.over(&asked).answers(&story), "{offer:?} of {asked:?}");
        }
        // On the usual terms there is a way on from all but a share of what is no part of another.
        let usual = asked.terms == Terms::default() && measure != Measure::Share;
        assert!(!usual || !found.is_empty(), "{asked:?}");
    }
    assert!(refused > 5000, "{refused}");
}

#[test]
fn an_offer_goes_on_to_the_nearest_year_that_answers() {
    let story = story();
    let found = |pair, measure, span, terms| offered(&asked(pair, measure, span, terms), &story);
    let total = ("china", "total");
    let usual = Terms::default;
    // 1996 would be refused for 1997 as well.
    assert_eq!(found(total, Measure::Difference, (1997, 2021), usual()), [Offer::From(1998)]);
    // Growth to 2016 from 2016 is none, and no figures of one of them go on behind.
    let korean = ("inter_korean", "china");
    assert_eq!(found(korean, Measure::Growth, (2016, 2019), usual()), [Offer::Span(2006, 2016)]);
    // One partner has a value by KOTRA in 2009, and the other has none.
    let kotra = Terms { sources: by("kotra"), ..usual() };
    let since = [Offer::From(2010), Offer::Sources(Sources::Preferred)];
    assert_eq!(found(("russia", "china"), Measure::Mean, (2000, 2013), kotra), since);
    // No span with these ends has a split throughout.
    let rubles = Terms { flow: Flow::Exports, currency: Some(Currency(*b"RUB")), ..usual() };
    let others = [Offer::Sources(by("cow4")), Offer::Total];
    assert_eq!(found(total, Measure::Median, (2004, 2009), rubles), others);
}

#[test]
fn a_basis_that_tells_the_part_for_both_is_offered() {
    let imports = Terms { flow: Flow::Imports, ..Terms::default() };
    let found = offered(&asked(("china", "total"), Measure::Share, (2021, 2021), imports), &story());
    assert_eq!(found.first(), Some(&Offer::Sources(by("kotra+crude-estimate"))));
}

#[test]
fn what_a_mode_does_not_answer_is_not_offered() {
    let story = story();
    let asked = asked(("russia", "china"), Measure::Ratio, (1996, 1996), Terms::default());
    let refusal = refusal(&asked, &story).unwrap();
    assert_eq!(offers(&story, &asked, &refusal, &|other| other.year == 1990), [Offer::Year(1990)]);
    assert_eq!(offers(&story, &asked, &refusal, &|_| false), []);
}

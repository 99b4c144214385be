//! States as text: what is printed reads back, and no text stops the reader.

use ledgerline_core::amount::Currency;
use ledgerline_core::compare::Measure;
use ledgerline_core::date::Edtf;
use ledgerline_core::formula::Flow;
use ledgerline_core::link::{InVain, Link, LinkError, Mode, Part, Target, Unknown, View, year_of};
use ledgerline_core::story::{self, Lever, State};
use ledgerline_core::words::Words;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![-1e6..1e6, select(vec![0.0, 1.0, 0.1, 1.0 / 6.0, 1000.0, -0.5, 1e15, 1e-9])]
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z][a-z0-9-]{0,12}", "\\PC{1,12}", Just("a;b=c,d:e%f#g&h +i".to_owned())]
}

fn lever() -> impl Strategy<Value = (String, Lever)> {
    let lever = prop_oneof![
        number().prop_map(Lever::Number),
        (-9999..=9999, number()).prop_map(|(when, amount)| Lever::Once { when, amount }),
    ];
    (name(), lever)
}

fn part<T: std::fmt::Debug + Clone + 'static>(
    of: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Part<T>> {
    prop_oneof![Just(Part::Unsaid), Just(Part::Nothing), of.prop_map(Part::Is)]
}

fn range() -> impl Strategy<Value = Edtf> {
    let texts = vec!["1985/2025", "2014-06", "1948/..", "../1991", "1995~", "2004?/2006%", "199X", "-0043/1991"];
    select(texts).prop_map(|text| Edtf::parse(text).unwrap())
}

fn when() -> impl Strategy<Value = (i32, i32)> {
    (-9999..=9999, -9999..=9999).prop_map(|(a, b): (i32, i32)| (a.min(b), a.max(b)))
}

fn asked() -> impl Strategy<Value = Link> {
    let currency = select(vec!["USD", "RUB"]).prop_map(|name: &str| Currency(name.as_bytes().try_into().unwrap()));
    let flow = select(vec![Flow::Total, Flow::Exports, Flow::Imports, Flow::Balance]);
    let first = (of(select(View::ALL.to_vec())), of(select(Mode::ALL.to_vec())), of(name()), of(name()), of(when()));
    let second = (of(select(Measure::ALL.to_vec())), of(flow), part(-9999..=9999), part(currency), part(name()));
    (first, second).prop_map(|((view, mode, a, b, when), (measure, flow, prices, currency, sources))| Link {
        view,
        mode,
        a,
        b,
        when,
        measure,
        flow,
        prices,
        currency,
        sources,
        ..Link::default()
    })
}

fn target() -> impl Strategy<Value = Target> {
    (of(select(Unknown::ALL.to_vec())), of(number()), of(-9999..=9999), of(number()))
        .prop_map(|(unknown, amount, by, growth)| Target { unknown, amount, by, growth })
}

fn link() -> impl Strategy<Value = Link> {
    let levers = prop::collection::vec(lever(), 0..4);
    let hidden = prop::collection::vec(name(), 0..4);
    let inputs = (
        target(),
        part(name()),
        levers,
        (of(-9999..=9999), of(number().prop_filter("above zero", |part| *part > 0.0))),
        part(name()),
    );
    let drawn = (of(any::<bool>()), of(any::<bool>()));
    let timeline = (part(range()), part(name()), hidden, part(name()), part(name()), part(1..=u32::MAX));
    (asked(), inputs, drawn, timeline).prop_map(|(asked, inputs, (lines, linear), timeline)| {
        let (target, scenario, levers, (until, fraction), claim) = inputs;
        let (range, lanes, hidden, query, event, scene) = timeline;
        Link {
            target,
            scenario,
            levers,
            until,
            fraction,
            lines,
            linear,
            claim,
            range,
            lanes,
            hidden,
            query,
            event,
            scene,
            ..asked
        }
    })
}

proptest! {
    #[test]
    fn what_is_printed_reads_back(link in link()) {
        let text = link.to_string();
        prop_assert_eq!(Link::parse(&text), Ok(link));
        prop_assert!(text.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'#' | b'&' | b'"' | b'<' | b'+')));
    }

    #[test]
    fn no_text_stops_the_reader(text in "\\PC*") {
        if let Ok(link) = Link::parse(&text) {
            prop_assert_eq!(Link::parse(&link.to_string()), Ok(link));
        }
    }

    #[test]
    fn no_damage_stops_the_reader(link in link(), at in any::<prop::sample::Index>(), put in "[;=,:%/0-9a-z-]{0,3}") {
        let mut text: Vec<char> = link.to_string().chars().collect();
        let at = at.index(text.len());
        text.splice(at..=at, put.chars());
        let text: String = text.into_iter().collect();
        match Link::parse(&text) {
            Ok(link) => prop_assert_eq!(Link::parse(&link.to_string()), Ok(link)),
            Err(error) => prop_assert!(!Words::english().link_error(&error).is_empty()),
        }
    }
}

#[test]
fn what_is_typed_as_a_year_is_one_that_figures_could_be_of() {
    let typed = [2020.0, 2020.9, -43.0, 9999.0, -9999.0].map(year_of);
    assert_eq!(typed, [2020, 2020, -43, 9999, -9999].map(Some));
    assert_eq!([10_000.0, -10_000.0, 99_999.0, 1e99, f64::NAN, f64::INFINITY].map(year_of), [None; 6]);
}

#[test]
fn a_state_is_short_and_legible() {
    let link = Link {
        mode: Some(Mode::Target),
        a: Some("russia".to_owned()),
        when: Some((2013, 2013)),
        target: Target { unknown: Some(Unknown::Growth), amount: Some(1000.0), by: Some(2020), growth: None },
        levers: vec![("russia.once".to_owned(), Lever::Once { when: 2018, amount: 500.0 })],
        event: Part::Nothing,
        ..Link::default()
    };
    assert_eq!(link.to_string(), "1;m=target;a=russia;y=2013;t=growth;to=1000;by=2020;l=russia.once:2018:500;e=");
}

#[test]
fn unknown_keys_are_skipped_and_the_rest_is_read() {
    let link = Link::parse("1;zz=%;y=1990/2013;sparkles=yes").unwrap();
    assert_eq!(link, Link { when: Some((1990, 2013)), ..Link::default() });
}

#[test]
fn what_makes_no_sense_is_told_by_its_part() {
    let damaged = |part: &str| Err(LinkError::Damaged(part.to_owned()));
    for (text, part) in [
        ("", ""),
        ("one", "one"),
        ("1;y", "y"),
        ("1;y=2013/1990", "y=2013/1990"),
        ("1;y=2013;a=%e9", "a=%e9"),
        ("1;q=%4", "q=%4"),
        ("1;to=1e9", "to=1e9"),
        ("1;to=NaN", "to=NaN"),
        ("1;m=guess", "m=guess"),
        ("1;l=russia.growth", "l=russia.growth"),
        ("1;r=yesterday", "r=yesterday"),
        ("1;fr=0", "fr=0"),
        ("1;fr=-1", "fr=-1"),
        ("1;n=0", "n=0"),
    ] {
        assert_eq!(Link::parse(text), damaged(part), "{text}");
    }
    assert_eq!(Link::parse("2;y=2013"), Err(LinkError::Version(2)));
    assert_eq!(Link::parse(&"1;".repeat(9000)), Err(LinkError::TooLong));
}

#[test]
fn what_the_story_does_not_have_is_left_out_and_the_first_of_it_named() {
    let story = story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap();
    let known = |text: &str| {
        let (link, in_vain) = Link::parse(text).unwrap().known(&Link::default(), &story);
        let gone = in_vain.map(|said| match said {
            InVain::Gone(name) => name,
            InVain::Idle(name) => panic!("{name} is idle"),
        });
        (link.to_string(), gone)
    };
    let of_levers = known("1;l=atlantis.growth:0.1,russia.growth:0.2,mu:1");
    assert_eq!(of_levers, ("1;l=russia.growth:0.2".to_owned(), Some("atlantis".to_owned())));
    assert_eq!(known("1;l=atlantis.once:2018:500").0, "1");
    assert_eq!(known("1;a=atlantis;l=mu.growth:1;e=none"), ("1".to_owned(), Some("atlantis".to_owned())));
    let whole = "1;a=russia;l=china.once:2018:500";
    assert_eq!(known(whole), (whole.to_owned(), None));
    for (text, rest, gone) in [
        ("1;as=difference;c=EUR", "1;as=difference", "EUR"),
        ("1;y=2013;n=99", "1;y=2013", "n=99"),
        ("1;l=russia.luck:1", "1", "russia.luck"),
        ("1;l=russia.once:1,china.growth:2018:1", "1", "russia.once"),
    ] {
        assert_eq!(known(text), (rest.to_owned(), Some(gone.to_owned())), "{text}");
    }
    for text in ["1;c=USD", "1;c=RUB", "1;c=", "1;n=1", "1;n="] {
        assert_eq!(known(text), (text.to_owned(), None));
    }
}

#[test]
fn what_makes_no_difference_in_what_if_is_left_out_and_told() {
    let story = story::read(include_bytes!("../../../stories/dprk-russia.json")).story.unwrap();
    let opening = Link::parse("1;a=russia;b=china;y=2013").unwrap();
    let known = |text: &str| {
        let (link, in_vain) = Link::parse(text).unwrap().known(&opening, &story);
        (link.to_string(), in_vain.map(|said| Words::english().in_vain(&said)))
    };
    let told = |part: &str| {
        format!("The link speaks of “{part}”, which changes nothing in what it asks; the rest of it is shown.")
    };
    for part in ["u=1900", "u=2012", "u=2013", "u=9999", "u=2214"] {
        assert_eq!(known(&format!("1;m=whatif;{part}")), ("1;m=whatif".to_owned(), Some(told(part))));
    }
    let levers = known("1;m=whatif;l=russia.growth:0.2,inter_korean.growth:0.5");
    assert_eq!(levers, ("1;m=whatif;l=russia.growth:0.2".to_owned(), Some(told("inter_korean.growth"))));
    for late in ["once:1990:5", "once:2013:5", "once:2021:5"] {
        let found = known(&format!("1;m=whatif;l=russia.growth:0.2,russia.{late};u=2020"));
        assert_eq!(found, ("1;m=whatif;l=russia.growth:0.2;u=2020".to_owned(), Some(told("russia.once"))));
    }
    let fits = [
        "1;m=whatif;l=russia.once:2014:5;u=2020",
        "1;m=whatif;l=russia.once:2020:5;u=2020",
        "1;m=whatif;l=russia.once:2030:5",
        "1;m=whatif;b=inter_korean;l=inter_korean.growth:0.5;u=2213",
        "1;m=compare;l=inter_korean.growth:0.5;u=1900",
    ];
    for text in fits {
        assert_eq!(known(text), (text.to_owned(), None));
    }
    // What a reader moved for another question does not go into the link.
    let moved = Link::parse("1;m=whatif;a=russia;b=china;y=2013;l=inter_korean.growth:0.5;u=2013").unwrap();
    assert_eq!(moved.to_the_point().to_string(), "1;m=whatif;a=russia;b=china;y=2013");
}

#[test]
fn every_error_has_a_sentence() {
    let words = Words::english();
    insta::assert_snapshot!(
        [LinkError::Version(7), LinkError::TooLong, LinkError::Damaged("y=soon".to_owned()),]
            .map(|error| words.link_error(&error))
            .join("\n")
    );
}

#[test]
fn a_state_of_a_story_is_taken_over() {
    let state = State { event: Some("goal".to_owned()), view: Some("claims".to_owned()), ..State::default() };
    let link = Link::from(&state);
    assert_eq!((link.view, link.event), (Some(View::Claims), Part::Is("goal".to_owned())));
    assert!(Link::from(&State::default()).is_empty());
}

#[test]
fn a_state_reads_back_as_chosen_whatever_the_story_opens_with() {
    let openings = [Part::Unsaid, Part::Nothing, Part::Is(1)];
    for opening in &openings {
        for chosen in [None, Some(1), Some(2)] {
            assert_eq!(Part::told(chosen, opening).over(opening), chosen);
        }
    }
}

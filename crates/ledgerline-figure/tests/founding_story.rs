//! The founding story, placed: snapshots to be looked at, and laws that hold at every size.

use ledgerline_core::compare::{Sources, Terms};
use ledgerline_core::date::Edtf;
use ledgerline_core::story::{self, Story};
use ledgerline_core::words::{Manner, Words};
use ledgerline_figure::chart::Chart;
use ledgerline_figure::timeline::{self, Index, Marked, Options, PlacedTimeline, Years};
use ledgerline_figure::{chart, html, svg};

const STORY: &[u8] = include_bytes!("../../../stories/dprk-russia.json");
const SERIES: [&str; 2] = ["russia", "china"];

fn story() -> Story {
    story::read(STORY).story.expect("the founding story reads")
}

fn place(
    story: &Story,
    width: f64,
    range: &str,
    selected: Option<usize>,
    since: Option<i32>,
) -> (PlacedTimeline, Marked) {
    let words = Words::english();
    let range = timeline::range(story, Some(&Edtf::parse(range).unwrap()));
    let options = Options { width, range, selected, series: &SERIES, log: true, beyond: 0.0 };
    let placed = timeline::place(story, &Index::whole(story, &words), &options);
    let marked = timeline::mark(story, &words, &placed, &options, Years { year: 2013, since });
    (placed, marked)
}

#[test]
fn the_timeline_looks_as_it_did() {
    let story = story();
    let goal = story.events.iter().position(|event| Some(&event.id) == story.start.event.as_ref());
    for (name, range, selected) in [("all", "1945/2025", None), ("wide", "1985/2025", goal), ("month", "2014-03", None)]
    {
        for width in [560.0, 800.0, 1040.0] {
            let (placed, marked) = place(&story, width, range, selected, None);
            insta::assert_snapshot!(format!("timeline_{name}_{width}"), svg::timeline(&placed, &marked, &story.title));
        }
    }
}

#[test]
fn the_charts_look_as_they_did() {
    let (story, words) = (story(), Words::english());
    let bars = chart::bars_of(&story, &words, &Terms::default(), &SERIES, 2013);
    let bars = chart::bars(bars, 420.0, true);
    insta::assert_snapshot!("bars", svg::bars(&bars, "2013"));
    for (name, log) in [("linear", false), ("log", true)] {
        let placed = chart::over_years(&story, &words, &SERIES, 2013, (420.0, 220.0), log);
        insta::assert_snapshot!(format!("years_{name}"), svg::years(&placed, "1988–2024"));
    }
}

#[test]
fn a_chart_on_terms_shows_span_spread_and_goal() {
    let (story, words) = (story(), Words::english());
    let terms = Terms { prices: Some(2013), ..Terms::default() };
    let (tracks, money) = chart::tracks(&story, &words, &terms, &SERIES);
    let goal = Some((2020, 1000.0, "the goal".to_owned()));
    let chart =
        Chart { tracks, manner: Manner::Amount(money), year: Some(2013), span: Some((2004, 2013)), goal, title: None };
    insta::assert_snapshot!(svg::years(&chart::years(&words, &chart, (420.0, 220.0), true), "1988–2024"));
}

#[test]
fn decades_in_small_share_one_scale() {
    let (story, words) = (story(), Words::english());
    let decade = |first: i32| chart::over_decade(&story, &words, &SERIES, first, (300.0, 40.0), true);
    let all = chart::over_years(&story, &words, &SERIES, 2013, (300.0, 40.0), true);
    for first in [1990, 2000, 2010] {
        let placed = decade(first).expect("there are values");
        assert!(placed.ends().all(|(_, from, until)| first <= from && until < first + 10));
        for line in &placed.lines.lines {
            let whole = all.lines.lines.iter().find(|other| other.series == line.series).unwrap();
            for mark in &line.marks {
                // One more on either side, where the line comes from and goes to.
                assert!((first - 1..=first + 10).contains(&mark.year));
                assert_eq!(whole.marks.iter().find(|other| other.year == mark.year).unwrap().y, mark.y);
            }
        }
    }
    assert!(decade(1950).is_none(), "there are no figures of the fifties");
}

#[test]
fn a_span_is_washed_from_its_first_year_to_the_marked_one() {
    let story = story();
    let place = |since: Option<i32>| place(&story, 1040.0, "1985/2025", None, since);
    let (placed, marked) = place(Some(1995));
    let span = marked.span.unwrap();
    assert_eq!((span.wash.x, span.wash.right()), (placed.scale.year(1995), placed.scale.year(2013)));
    assert_eq!(span.label.text, "1995");
    assert!(marked.ticks.iter().all(|tick| tick.label != "1995"), "the year is named twice");
    let (placed, marked) = place(Some(1945));
    assert_eq!(marked.span.unwrap().wash.x, placed.scale.left);
    assert_eq!(place(None).1.span, None);
}

#[test]
fn the_static_edition_reads_as_it_did() {
    insta::assert_snapshot!(html::static_edition(&story(), &Words::english()));
}

#[test]
fn hostile_text_is_escaped_everywhere() {
    let mut story = story();
    let evil = "<img src=x onerror=alert(1)>\"'&";
    story.title = evil.to_owned();
    for event in &mut story.events {
        event.title = evil.to_owned();
        event.short = None;
        event.text = format!("{evil} [x](javascript:alert(1))");
    }
    for source in &mut story.sources.0 {
        source.1.url = Some("javascript:alert(1)".to_owned());
    }
    let page = html::static_edition(&story, &Words::english());
    let (placed, marked) = place(&story, 1040.0, "1985/2025", None, None);
    let picture = svg::timeline(&placed, &marked, evil);
    assert!(!page.contains("<img") && !page.contains("href=\"javascript"));
    assert!(!picture.contains("<img"));
}

#[test]
fn a_range_names_the_year_of_its_prices_once() {
    let terms = Terms { prices: Some(2000), sources: Sources::All, ..Terms::default() };
    let bars = chart::bars_of(&story(), &Words::english(), &terms, &["russia"], 2013);
    let value: Vec<&str> = bars.iter().map(|bar| bar.value.as_str()).collect();
    assert_eq!(value, ["$76.9m to $90.9m (2000 prices)"]);
}

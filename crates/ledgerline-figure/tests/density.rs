//! However many events there are: no two labels and no two targets overlap, and every event is where it should be.

use ledgerline_core::date::{Day, Edtf};
use ledgerline_core::story::{self, Event, Story};
use ledgerline_core::words::Words;
use ledgerline_figure::text::{Anchor, PlacedText, SMALL_SIZE};
use ledgerline_figure::time::Tick;
use ledgerline_figure::timeline::{self, Index, LABEL_SIZE, Lanes, Options, PlacedCluster, PlacedTimeline, Years};
use proptest::prelude::*;

const STORY: &[u8] = include_bytes!("../../../stories/dprk-russia.json");
const LANES: [Lanes; 4] = [Lanes::Story, Lanes::Actors, Lanes::Categories, Lanes::One];

fn founding() -> Story {
    story::read(STORY).story.expect("the founding story reads")
}

/// The founding story with events on these days (counted from 1970) in place of its own, sorted.
fn on_days(days: &[i64]) -> Story {
    let mut story = founding();
    let some = story.events.clone();
    let mut days = days.to_vec();
    days.sort_unstable();
    let event = |(place, day): (usize, &i64)| {
        let (year, month, date) = Day(*day).ymd();
        let when = Edtf::parse(&format!("{year:04}-{month:02}-{date:02}")).unwrap();
        Event { when, ..some[place % some.len()].clone() }
    };
    story.events = days.iter().enumerate().map(event).collect();
    story
}

fn place(story: &Story, way: Lanes, width: f64, range: (Day, Day), beyond: f64) -> PlacedTimeline {
    let index = Index::new(story, &Words::english(), way, (0..story.events.len()).collect());
    timeline::place(story, &index, &options(width, range, beyond))
}

fn options(width: f64, range: (Day, Day), beyond: f64) -> Options<'static> {
    Options { width, range, selected: Some(3), series: &[], log: false, beyond }
}

/// The labels of the axis, with 2013 marked.
fn ticks(story: &Story, placed: &PlacedTimeline, range: (Day, Day), beyond: f64) -> Vec<Tick> {
    let years = Years { year: 2013, since: None };
    timeline::mark(story, &Words::english(), placed, &options(placed.width, range, beyond), years).ticks
}

/// Indices of the events whose marks are within the scale.
fn in_sight(story: &Story, placed: &PlacedTimeline) -> Vec<usize> {
    let scale = &placed.scale;
    let seen = |event: &Event| {
        let days = event.when.interval();
        let (from, to) = (days.start.or(days.end).unwrap(), days.end.or(days.start).unwrap());
        let (from, to) = if days.start.is_some() && days.end.is_some() {
            (from.0 as f64, to.0 as f64 + 1.0)
        } else {
            let known = if days.start.is_some() { from.0 as f64 } else { to.0 as f64 + 1.0 };
            (known, known)
        };
        (scale.left..=scale.right).contains(&scale.x(f64::midpoint(from, to)))
    };
    (0..story.events.len()).filter(|event| seen(&story.events[*event])).collect()
}

fn reached(placed: &PlacedTimeline) -> Vec<usize> {
    let mut all: Vec<usize> = placed.targets.iter().flat_map(|target| target.events.clone()).collect();
    all.sort_unstable();
    all
}

fn check(story: &Story, placed: &PlacedTimeline) -> Result<(), TestCaseError> {
    let own = placed.events.iter().filter_map(|event| event.label.as_ref());
    let labels: Vec<_> = own.chain(placed.clusters.iter().filter_map(|cluster| cluster.label.as_ref())).collect();
    for (index, label) in labels.iter().enumerate() {
        let (left, right) = label.ends(LABEL_SIZE);
        for other in &labels[index + 1..] {
            let (from, to) = other.ends(LABEL_SIZE);
            let apart = right <= from || to <= left || (label.y - other.y).abs() >= LABEL_SIZE;
            prop_assert!(apart, "{label:?} and {other:?} overlap");
        }
    }
    for (index, target) in placed.targets.iter().enumerate() {
        prop_assert!(target.rect.width >= 24.0 && target.rect.height >= 24.0);
        for other in &placed.targets[index + 1..] {
            let (a, b) = (&target.rect, &other.rect);
            // Cells touch, and a float may take a hair from either.
            let close = 1e-6;
            prop_assert!(
                a.right() <= b.x + close
                    || b.right() <= a.x + close
                    || a.bottom() <= b.y + close
                    || b.bottom() <= a.y + close
            );
        }
    }
    let all = reached(placed);
    prop_assert!(all.windows(2).all(|pair| pair[0] != pair[1]), "an event is in two places");
    prop_assert!(in_sight(story, placed).iter().all(|event| all.binary_search(event).is_ok()), "an event is lost");
    let firsts: Vec<usize> = placed.targets.iter().map(|target| target.events[0]).collect();
    prop_assert!(firsts.is_sorted(), "the targets are not by date");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_founding_story_is_placed_without_overlap_and_whole(
        width in 320.0f64..1400.0, first in 1940i32..2020, years in 0i32..80, way in 0usize..4,
    ) {
        let story = founding();
        let range = timeline::range(&story, Some(&Edtf::parse(&format!("{first}/{}", first + years)).unwrap()));
        check(&story, &place(&story, LANES[way], width, range, 0.0))?;
    }

    #[test]
    fn any_crowd_is_placed_without_overlap_and_whole(
        days in prop::collection::vec(0i64..9000, 1..400), from in 0i64..8000, length in 0i64..9000, way in 0usize..4,
    ) {
        let story = on_days(&days);
        check(&story, &place(&story, LANES[way], 900.0, (Day(from), Day(from + length)), 0.0))?;
    }

    #[test]
    fn no_year_of_the_axis_is_cut_by_an_edge(
        width in 320.0f64..1400.0, from in -9000i64..18000, length in 0i64..20000, beyond in 0.0f64..700.0,
    ) {
        let (story, range) = (founding(), (Day(from), Day(from + length)));
        let placed = place(&story, Lanes::Story, width, range, beyond);
        for tick in ticks(&story, &placed, range, beyond) {
            let (left, right) = PlacedText::new(tick.x, 0.0, Anchor::Middle, &tick.label).ends(SMALL_SIZE);
            let hair = 0.01;
            let cut = |edge: f64| left < edge - hair && right > edge + hair;
            let cut = cut(0.0) || cut(placed.width);
            prop_assert!(!cut, "{tick:?} is cut at a width of {width}");
        }
    }

    #[test]
    fn the_open_event_of_a_cluster_marks_the_cluster_and_hides_no_count(
        days in prop::collection::vec(0i64..9000, 4..400), way in 0usize..4,
    ) {
        let placed = place(&on_days(&days), LANES[way], 900.0, (Day(0), Day(9000)), 0.0);
        for event in placed.events.iter().filter(|event| event.selected) {
            let around = |cluster: &&PlacedCluster| {
                cluster.lane == event.lane && (cluster.count.x - event.x).abs() <= 12.0
            };
            prop_assert_eq!(event.crowded, placed.clusters.iter().any(|cluster| cluster.selected));
            prop_assert!(event.crowded || placed.clusters.iter().find(around).is_none_or(|near| !near.selected));
        }
        prop_assert!(placed.clusters.iter().filter(|cluster| cluster.selected).count() <= 1);
    }

    #[test]
    fn zooming_in_loses_no_event_that_stays_in_sight(
        days in prop::collection::vec(0i64..9000, 1..200), x in 100.0f64..800.0, factor in 1.1f64..9.0,
    ) {
        let story = on_days(&days);
        let before = place(&story, Lanes::Story, 900.0, (Day(0), Day(9000)), 0.0);
        let range = before.scale.zoomed(factor, x, (Day(0), Day(9000)));
        let after = place(&story, Lanes::Story, 900.0, range, 0.0);
        let (known, kept) = (reached(&before), reached(&after));
        prop_assert!(kept.iter().all(|event| known.binary_search(event).is_ok()));
        prop_assert!(in_sight(&story, &after).iter().all(|event| kept.binary_search(event).is_ok()));
    }

    #[test]
    fn moving_leaves_every_event_in_its_company(
        days in prop::collection::vec(0i64..9000, 50..300), pixels in -300.0f64..300.0,
    ) {
        let story = on_days(&days);
        let before = place(&story, Lanes::One, 900.0, (Day(3000), Day(4000)), 450.0);
        let range = before.scale.panned(pixels, (Day(0), Day(9000)));
        let after = place(&story, Lanes::One, 900.0, range, 450.0);
        let sizes = |placed: &PlacedTimeline| {
            placed.targets.iter().map(|target| target.events.clone()).collect::<Vec<_>>()
        };
        let (old, new) = (sizes(&before), sizes(&after));
        for target in &new {
            let shared = old.iter().find(|other| other.iter().any(|event| target.contains(event)));
            prop_assert!(shared.is_none_or(|other| other == target));
        }
    }
}

#[test]
fn ten_thousand_events_have_bounded_marks_and_targets() {
    let days: Vec<i64> = (0..10_000).map(|place| place * 7919 % 20_000).collect();
    let story = on_days(&days);
    let placed = place(&story, Lanes::Story, 1040.0, (Day(0), Day(20_000)), 520.0);
    assert_eq!(reached(&placed).len(), 10_000);
    assert!(placed.targets.len() <= 3 * 44);
    assert!(placed.events.len() + placed.clusters.len() <= 3 * 88 + 1);
    let strip = timeline::overview(&story, &Words::english(), &Index::whole(&story, &Words::english()), 1040.0);
    assert!(strip.ticks.iter().all(|(_, places)| places.len() <= 1040));
}

#[test]
fn a_day_and_ten_thousand_years_both_have_a_scale() {
    let mut story = founding();
    story.series.0.clear();
    story.eras.clear();
    for (when, range) in [("2014-06-05", "2014-06-05"), ("-7999", "-7999/2014")] {
        story.events.truncate(1);
        story.events[0].when = Edtf::parse(when).unwrap();
        let days = timeline::range(&story, Some(&Edtf::parse(range).unwrap()));
        let placed = place(&story, Lanes::One, 900.0, days, 0.0);
        assert_eq!(placed.targets.len(), 1, "{when}");
        let ticks = ticks(&story, &placed, days, 0.0);
        assert!(!ticks.is_empty());
        assert!(ticks.iter().all(|tick| tick.label != "0"), "a year 0 is shown");
    }
}

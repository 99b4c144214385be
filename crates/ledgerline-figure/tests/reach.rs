//! What a pointer means on the timeline, and which days come into sight.

use ledgerline_core::date::{Day, Edtf};
use ledgerline_core::story::{self, Story};
use ledgerline_core::words::Words;
use ledgerline_figure::time::TimeScale;
use ledgerline_figure::timeline::{self, Index, Meant, Options, PlacedTimeline};
use ledgerline_figure::{chart, html};
use proptest::prelude::*;

const STORY: &[u8] = include_bytes!("../../../stories/dprk-russia.json");

fn story() -> Story {
    story::read(STORY).story.expect("the founding story reads")
}

fn place(story: &Story) -> PlacedTimeline {
    let range = timeline::range(story, story.start.range.as_ref());
    let words = Words::english();
    let options = Options { width: 1040.0, range, selected: None, series: &["china"], log: false, beyond: 0.0 };
    timeline::place(story, &Index::whole(story, &words), &options)
}

fn days(text: &str) -> (Day, Day) {
    let interval = Edtf::parse(text).unwrap().interval();
    (interval.start.unwrap(), interval.end.unwrap())
}

#[test]
fn a_pointer_on_a_dot_means_that_event() {
    let (story, mut found) = (story(), 0);
    let placed = place(&story);
    for event in &placed.events {
        let alone = placed
            .events
            .iter()
            .all(|other| other.index == event.index || other.lane != event.lane || (other.x - event.x).abs() > 1.0);
        if alone {
            found += 1;
            assert_eq!(placed.meant_at(event.x, event.y + 3.0), Some(Meant::Event(event.index)));
        }
    }
    assert!(found > 25, "{found}");
}

#[test]
fn a_pointer_on_a_count_means_the_events_of_the_cluster() {
    let story = story();
    let placed = place(&story);
    let cluster = placed.clusters.first().expect("2014 is crowded");
    let Some(Meant::Cluster(events)) = placed.meant_at(cluster.count.x, cluster.count.y) else {
        panic!("the cluster is not meant");
    };
    assert!(events.len() > 4 && events.contains(&cluster.lead));
    assert_eq!(cluster.count.text, events.len().to_string());
}

#[test]
fn a_pointer_on_a_name_means_its_event_and_on_bare_ground_none() {
    let story = story();
    let placed = place(&story);
    let (event, label) = placed.events.iter().find_map(|event| Some((event, event.label.as_ref()?))).unwrap();
    assert_eq!(placed.meant_at(label.x + 20.0, label.y - 4.0), Some(Meant::Event(event.index)));
    assert_eq!(placed.meant_at(500.0, placed.area.y + 40.0), None);
}

#[test]
fn a_date_out_of_sight_comes_to_the_middle_and_one_in_sight_moves_nothing() {
    let story = story();
    let date = Edtf::parse("1961-07-06").unwrap();
    let (first, last) = timeline::reveal(&story, days("2000/2009"), &date);
    assert_eq!(Edtf::parse("1961-07-06").unwrap().interval().start, Some(Day(i64::midpoint(first.0, last.0))));
    assert_eq!(timeline::reveal(&story, days("1961/1970"), &date), days("1961/1970"));
}

proptest! {
    #[test]
    fn zooming_leaves_in_its_place_what_is_pointed_at(x in 100.0f64..900.0, factor in 1.1f64..4.0) {
        let scale = TimeScale::new(days("1985").0, days("2025").1, 0.0, 1000.0);
        let (first, last) = scale.zoomed(factor, x, days("1900/2100"));
        let zoomed = TimeScale::new(first, last, 0.0, 1000.0);
        // Days in sight are whole, so it may be off by a day at either end.
        let day = 2.0 * zoomed.pixels_a_day();
        prop_assert!((zoomed.x(scale.day(x)) - x).abs() <= day);
    }
}

#[test]
fn a_scale_laid_over_another_has_every_day_in_its_place() {
    let scale = |first: i32, last: i32| {
        TimeScale::new(Day::from_ymd(first.into(), 1, 1), Day::from_ymd(last.into(), 12, 31), 8.0, 1000.0)
    };
    let (wide, near) = (scale(1945, 2024), scale(2010, 2014).moved(3.0));
    let (stretch, shift) = near.seen_on(&wide);
    for year in [1950, 2012, 2020] {
        assert!((near.year(year) * stretch + shift - wide.year(year)).abs() < 1e-6);
    }
}

#[test]
fn the_farthest_years_of_events_and_of_figures_are_drawn_at_once() {
    let (mut story, words) = (story(), Words::english());
    let far = || Edtf::parse("Y-999999999/Y999999999").unwrap();
    story.events[0].when = far();
    story.start.range = Some(far());
    story.start.compare.as_mut().unwrap().when = Some(far());
    let values = &mut story.series.0.iter_mut().next().unwrap().1.values;
    (values[0].when, values[1].when) = (-9999, 9999);
    let started = std::time::Instant::now();
    let placed = place(&story);
    assert!(placed.slider.is_some());
    timeline::overview(&story, &words, &Index::whole(&story, &words), 640.0);
    chart::over_years(&story, &words, &["china", "russia"], 9999, (420.0, 220.0), true);
    assert!(!html::static_edition(&story, &words).is_empty());
    assert!(started.elapsed().as_secs() < 20, "{:?}", started.elapsed());
}

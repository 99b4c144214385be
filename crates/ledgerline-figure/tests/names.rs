//! Names beside lines: each stands nearest to its own.

use ledgerline_core::compare::Terms;
use ledgerline_core::series::Point;
use ledgerline_core::story::{self, Story};
use ledgerline_core::supposed::Supposed;
use ledgerline_core::words::{Manner, Words};
use ledgerline_figure::chart::{self, Chart, Ground, PlacedYears};
use ledgerline_figure::lines::{EndName, PlacedLine, Track};
use ledgerline_figure::text::PlacedText;

const STORY: &[u8] = include_bytes!("../../../stories/dprk-russia.json");

fn story() -> Story {
    story::read(STORY).story.expect("the founding story reads")
}

fn what_if(story: &Story, scenario: &str, width: f64, log: bool) -> PlacedYears {
    let words = Words::english();
    let supposed = Supposed {
        a: "russia".to_owned(),
        b: "china".to_owned(),
        from: 2013,
        until: 2024,
        scenario: Some(scenario.to_owned()),
        moved: Vec::new(),
        fraction: 1.0 / 6.0,
        terms: Terms::default(),
    };
    let projected = supposed.what_if(story).evaluate(story).unwrap();
    let ground = Ground::of(story, &words, &supposed);
    let chart = chart::supposed(story, &words, &supposed, Some(&projected), &ground);
    chart::years(&words, &chart, (width, 200.0), log)
}

/// How near a line comes to a stroke through the middle of a name, in pixels.
fn distance(line: &PlacedLine, name: &PlacedText) -> f64 {
    let ((left, right), y) = (name.ends(13.0), name.y - 4.5);
    let near = |(from, to): ((f64, f64), (f64, f64))| {
        let steps = (0..=100).map(|step| f64::from(step) / 100.0);
        let points = steps.map(move |part| (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part));
        points.map(|(px, py)| libm::hypot(px - px.clamp(left, right), py - y)).fold(f64::INFINITY, f64::min)
    };
    let parts = line.runs.iter().flat_map(|run| run.windows(2).map(|pair| (pair[0], pair[1])));
    parts.map(near).fold(f64::INFINITY, f64::min)
}

/// The pictures of every scenario of the story, narrow and wide, on both scales, with their titles.
fn pictures() -> Vec<(String, PlacedYears)> {
    let story = story();
    let sizes = [(320.0, true), (420.0, true), (320.0, false), (420.0, false)];
    let of =
        |id: &str| sizes.map(|(width, log)| (format!("{id} at {width}, log {log}"), what_if(&story, id, width, log)));
    story.scenarios.iter().flat_map(|scenario| of(&scenario.id)).collect()
}

/// A target's picture: the record of Russia, and a path from 2013 to a goal.
fn target(story: &Story, (by, amount): (i32, f64), width: f64, log: bool) -> PlacedYears {
    let words = Words::english();
    let (mut record, money) = chart::track(story, &words, &Terms::default(), "russia").unwrap();
    record.points.retain(|point| point.year >= 2009);
    let start = record.points.iter().find(|point| point.year == 2013).unwrap().value;
    let growth = libm::pow(amount / start, 1.0 / f64::from(by - 2013));
    let point = |year: i32| {
        let value = start * libm::pow(growth, f64::from(year - 2013));
        Point { year, value, low: value, high: value }
    };
    let path = Track {
        series: String::new(),
        name: "path to $1bn".to_owned(),
        points: (2013..=by).map(point).collect(),
        supposed: true,
        ..record.clone()
    };
    let goal = Some((by, amount, "goal $1bn".to_owned()));
    let manner = Manner::Amount(money);
    let chart = Chart { tracks: vec![record, path], manner, year: Some(by), goal, ..Chart::default() };
    chart::years(&words, &chart, (width, 200.0), log)
}

#[test]
fn the_line_of_the_year_runs_through_no_name() {
    let story = story();
    for (by, width, log) in [
        (2016, 388.0, true),
        (2018, 388.0, false),
        (2020, 388.0, true),
        (2020, 388.0, false),
        (2020, 296.0, true),
        (2024, 420.0, false),
        (2030, 388.0, false),
    ] {
        let placed = target(&story, (by, 1000.0), width, log);
        let x = placed.year.as_ref().and_then(|_| placed.x_of(by)).unwrap();
        let goal = placed.goal.as_ref().map(|goal| &goal.label);
        let names: Vec<&PlacedText> =
            placed.lines.lines.iter().filter_map(|line| line.label.as_ref()).chain(goal).collect();
        assert_eq!(names.len(), 3, "{by} at {width}, log {log}");
        for name in names {
            let (left, right) = name.ends(13.0);
            assert!(right <= x || left >= x, "{by} at {width}, log {log}: {name:?} and {x}");
        }
    }
}

#[test]
fn a_name_beside_a_line_is_nearer_to_it_than_to_any_other_or_its_colour_is_named_at_the_end_of_a_path() {
    for (title, placed) in pictures() {
        let lines = &placed.lines.lines;
        for line in lines.iter().filter(|line| !line.supposed) {
            let Some(name) = &line.label else {
                let ends = chart::ends(&placed);
                assert!(ends.iter().any(|end| end.colour == line.colour), "{title}: {} has no name", line.name);
                continue;
            };
            let others = lines.iter().filter(|other| other.name != line.name);
            let nearest = others.map(|other| distance(other, name)).fold(f64::INFINITY, f64::min);
            assert!(distance(line, name) < nearest, "{title}: {} stands at another line", line.name);
        }
    }
}

#[test]
fn a_path_of_another_scenario_says_whose_it_is() {
    let story = story();
    for (title, placed) in pictures() {
        let said = |line: &PlacedLine| story.scenarios.iter().any(|other| line.name.ends_with(&other.name));
        let others: Vec<&PlacedLine> = placed.lines.lines.iter().filter(|line| said(line)).collect();
        assert_eq!(others.len(), story.scenarios.len() - 1, "{title}");
        assert!(others.iter().all(|line| line.name.starts_with("Russia: ")), "{title}: {others:?}");
    }
}

#[test]
fn paths_are_named_in_the_order_of_their_ends_each_with_a_stroke_from_its_own() {
    for (title, placed) in pictures() {
        let names = chart::ends(&placed);
        let named = |line: &PlacedLine| names.iter().find(|end| end.name == line.name);
        let supposed = placed.lines.lines.iter().filter(|line| line.supposed);
        let mut ends: Vec<(&PlacedLine, &EndName)> = supposed
            .map(|line| (line, named(line).unwrap_or_else(|| panic!("{title}: {} has no name", line.name))))
            .collect();
        assert_eq!(ends.len(), 4, "{title}");
        ends.sort_by(|(_, a), (_, b)| a.words[0].y.total_cmp(&b.words[0].y));
        for (line, EndName { words, stroke: [from, to], .. }) in &ends {
            let last = line.marks.last().unwrap();
            assert_eq!(*from, (last.x, last.y), "{title}: {}", line.name);
            assert!(words[0].y - 13.0 < to.1 && to.1 < words.last().unwrap().y + 4.0, "{title}: {}", line.name);
            assert!(words.iter().all(|words| words.x > placed.area.right() && words.ends(13.0).1 <= placed.width));
            assert!(words.last().unwrap().y <= placed.area.bottom(), "{title}: {}", line.name);
        }
        for pair in ends.windows(2) {
            let ((_, upper), (_, lower)) = (pair[0], pair[1]);
            assert!(upper.stroke[0].1 <= lower.stroke[0].1, "{title}: names cross");
            assert!(upper.words.last().unwrap().y + 13.0 <= lower.words[0].y, "{title}: names overlap");
        }
    }
}

//! The picture of What if: the record, the paths that are supposed, and those of the story's other scenarios.

use ledgerline_core::compare::Terms;
use ledgerline_core::scenario::Projected;
use ledgerline_core::series::Point;
use ledgerline_core::story::{Colour, Story};
use ledgerline_core::supposed::Supposed;
use ledgerline_core::words::{Key, Manner, Words};

use super::on_terms::tracks_beside;
use super::{Chart, reach};
use crate::colour_of_series;
use crate::lines::{Reach, Track};

/// The years before the first that the picture shows for comparison.
const BEFORE: i32 = 8;

/// What the picture shows whatever the levers are moved to: the record, with its unit, and the paths of the other
/// scenarios.
#[derive(Clone, Debug, PartialEq)]
pub struct Ground {
    /// The record of both series.
    pub record: Vec<Track>,
    /// How its points are told.
    pub manner: Manner,
    /// The path of the first series by each other scenario, with the scenario's name.
    pub others: Vec<(String, Vec<Point>)>,
}

impl Ground {
    /// What stays while the levers move.
    pub fn of(story: &Story, words: &Words, supposed: &Supposed) -> Self {
        let (terms, ids) = (&supposed.terms, [&*supposed.a, &*supposed.b]);
        let (mut record, money) = tracks_beside(story, words, terms, &ids, supposed.from);
        let manner = Manner::Amount(money);
        record.iter_mut().for_each(|track| track.points.retain(|point| point.year >= supposed.from - BEFORE));
        record.dedup_by(|a, b| a.series == b.series);
        Self { record, manner, others: others(story, supposed) }
    }
}

/// The record, the paths of the levers as they stand, if they lead anywhere, and those of the story's other scenarios.
pub fn supposed(
    story: &Story,
    words: &Words,
    supposed: &Supposed,
    projected: Option<&Projected>,
    ground: &Ground,
) -> Chart {
    let (mut tracks, manner) = (ground.record.clone(), ground.manner);
    let Some(projected) = projected else {
        return Chart { tracks, manner, year: Some(supposed.from), ..Chart::default() };
    };
    let path = |points: &[Point], name: String, colour: Colour| Track {
        series: String::new(),
        name,
        colour,
        points: points.to_vec(),
        reach: path_reach(&supposed.terms),
        supposed: true,
        aside: false,
        level: false,
    };
    let named = |id: &str| words.say(Key::SupposedPath, &[("name", words.series_short(story, id))]);
    tracks.push(path(&projected.a, named(&supposed.a), colour_of_series(story, &supposed.a)));
    tracks.push(path(&projected.b, named(&supposed.b), colour_of_series(story, &supposed.b)));
    // Their bands would hide the two that are asked about.
    let beside = if projected.ranged { Reach::Ends } else { Reach::Hidden };
    let of_first = words.series_short(story, &supposed.a);
    let other = |scenario: &str| words.say(Key::SupposedOther, &[("name", of_first), ("scenario", scenario)]);
    tracks.extend(ground.others.iter().map(|(scenario, points)| Track {
        reach: beside,
        aside: true,
        level: false,
        ..path(points, other(scenario), Colour::Grey)
    }));
    // The record is told by its line; what is asked is what the paths come to in the year of the answer.
    tracks.iter_mut().filter(|track| !track.supposed).for_each(|track| track.aside = true);
    Chart { tracks, manner, year: projected.reached.year, ..Chart::default() }
}

/// The first series by the other scenarios of the story.
pub fn others(story: &Story, supposed: &Supposed) -> Vec<(String, Vec<Point>)> {
    let others = story.scenarios.iter().filter(|scenario| Some(&scenario.id) != supposed.scenario.as_ref());
    let found = others.filter_map(|scenario| {
        let projected = supposed.with_scenario(&scenario.id).what_if(story).evaluate(story).ok()?;
        Some((scenario.name.clone(), projected.a))
    });
    found.collect()
}

/// How a path shows its spread.
pub fn path_reach(terms: &Terms) -> Reach {
    if reach(terms) == Reach::Ends { Reach::Ends } else { Reach::Band }
}

//! The lines of a picture as a file has them.

use ledgerline_core::document::Path;
use ledgerline_core::formula::{Refusal, Unit};
use ledgerline_core::scenario::Projected;
use ledgerline_core::series::Point;
use ledgerline_core::supposed::Supposed;
use ledgerline_core::words::{Key, Manner};
use ledgerline_figure::chart::{self, Chart};
use ledgerline_figure::lines::Track;

use super::asked::Asked;
use super::picture::lines;
use super::what_if::Future;
use crate::state::Shared;

/// The lines of a chart: those of the record, and one that is supposed where it has a name of its own.
pub(super) fn drawn(shared: Shared, asked: &Asked, chart: &Chart) -> Vec<Path> {
    let words = shared.words();
    let unit = match chart.manner {
        Manner::Amount(money) => Unit::Amount(money),
        Manner::Percent => Unit::Percent,
        _ => asked.sums.first().and_then(|sum| sum.outcome.as_ref().ok()).map_or(Unit::Ratio, |outcome| outcome.unit),
    };
    let path = |track: &Track| {
        // Where the answer itself is drawn its name says more than that of a series.
        let of_series = chart.title.is_none().then_some(&track.series);
        let name = |id: &String| shared.with_story(|story| Some(story.series.get(id)?.name.clone()));
        let series = of_series.and_then(name);
        let (kind, series) = match (track.supposed, series) {
            (true, _) => (words.say(Key::CsvPath, &[("name", &track.name)]), asked_of(shared, asked)),
            (false, series) => (words.text(Key::CsvDrawn).to_owned(), series.unwrap_or_else(|| track.name.clone())),
        };
        let of = match (track.supposed, chart.title.is_none()) {
            (true, _) => Vec::new(),
            (false, true) => vec![track.series.clone()],
            (false, false) => asked.ids.clone(),
        };
        Path { series, of, kind, unit: unit.to_string(), points: track.points.clone() }
    };
    chart.tracks.iter().map(path).collect()
}

/// The name of the first series that is asked about.
fn asked_of(shared: Shared, asked: &Asked) -> String {
    let name = |id: &String| shared.with_story(|story| Some(story.series.get(id)?.name.clone()));
    asked.ids.first().and_then(name).unwrap_or_default()
}

/// What the picture of a comparison shows: the year by itself, or the lines without their level.
pub(super) fn compared(shared: Shared, asked: &Asked) -> Vec<Path> {
    let mut chart = lines(shared, asked);
    chart.tracks.retain(|track| !track.supposed);
    let over = shared.ask.lines.get_untracked() || asked.span.0 < asked.span.1;
    let shown = |point: &Point| over || point.year == asked.span.1;
    chart.tracks.iter_mut().for_each(|track| track.points.retain(shown));
    drawn(shared, asked, &chart)
}

/// The record, the paths of the levers as they stand, and those of the other scenarios.
pub(super) fn of_what_if(shared: Shared, asked: &Asked, chart: &Chart, future: &Future) -> Vec<Path> {
    let mut record = chart.clone();
    record.tracks.retain(|track| !track.supposed);
    let mut paths = drawn(shared, asked, &record);
    paths.extend(supposed(shared, &future.supposed, &future.projected));
    paths
}

/// The paths of the levers as they stand, and those of the other scenarios.
fn supposed(shared: Shared, supposed: &Supposed, projected: &Result<Projected, Refusal>) -> Vec<Path> {
    let Ok(projected) = projected else { return Vec::new() };
    let words = shared.words();
    shared.with_story(|story| {
        let path = |id: &str, name: &str, points: Vec<Point>| Path {
            series: story.series.get(id).map(|series| series.name.clone()).unwrap_or_default(),
            of: Vec::new(),
            kind: words.say(Key::CsvPath, &[("name", name)]),
            unit: projected.unit.to_string(),
            points,
        };
        let own = story.scenarios.iter().find(|scenario| Some(&scenario.id) == supposed.scenario.as_ref());
        let own = own.map_or_else(|| words.text(Key::SupposedOwn).to_owned(), |scenario| scenario.name.clone());
        let own = if supposed.moved.is_empty() { own } else { words.say(Key::SupposedMoved, &[("name", &own)]) };
        let mut paths =
            vec![path(&supposed.a, &own, projected.a.clone()), path(&supposed.b, &own, projected.b.clone())];
        paths.extend(chart::others(story, supposed).into_iter().map(|(name, points)| path(&supposed.a, &name, points)));
        paths
    })
}

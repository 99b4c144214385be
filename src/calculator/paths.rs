//! The paths of What if year by year, as a file has them.

use ledgerline_core::document::Path;
use ledgerline_core::formula::Refusal;
use ledgerline_core::scenario::Projected;
use ledgerline_core::series::Point;
use ledgerline_core::supposed::Supposed;
use ledgerline_core::words::Key;
use ledgerline_figure::chart;

use crate::state::Shared;

/// The paths of the levers as they stand, and those of the other scenarios, as a file has them.
pub(super) fn of_file(shared: Shared, supposed: &Supposed, projected: &Result<Projected, Refusal>) -> Vec<Path> {
    let Ok(projected) = projected else { return Vec::new() };
    let words = shared.words();
    shared.with_story(|story| {
        let path = |id: &str, name: &str, points: Vec<Point>| Path {
            series: story.series.get(id).map(|series| series.name.clone()).unwrap_or_default(),
            kind: words.say(Key::CsvPath, &[("name", name)]),
            unit: projected.unit,
            points,
        };
        let own = story.scenarios.iter().find(|scenario| Some(&scenario.id) == supposed.scenario.as_ref());
        let own = own.map_or_else(|| words.text(Key::SupposedOwn).to_owned(), |scenario| scenario.name.clone());
        let own = if supposed.moved.is_empty() { own } else { words.say(Key::SupposedMoved, &[("name", &own)]) };
        let mut paths = vec![path(&supposed.a, &own, projected.a.clone())];
        if supposed.a != supposed.b {
            paths.push(path(&supposed.b, &own, projected.b.clone()));
        }
        paths.extend(chart::others(story, supposed).into_iter().map(|(name, points)| path(&supposed.a, &name, points)));
        paths
    })
}

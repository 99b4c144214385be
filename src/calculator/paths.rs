//! The paths of What if year by year: as a table, and as a file has them.

use ledgerline_core::document::Path;
use ledgerline_core::formula::{Refusal, Unit};
use ledgerline_core::scenario::Projected;
use ledgerline_core::series::Point;
use ledgerline_core::supposed::Supposed;
use ledgerline_core::words::{Key, Manner};
use ledgerline_figure::colour_of_series;

use super::what_if::{Future, others};
use crate::parts::{El, Els, colour_class, el, on_demand, said, scroll};
use crate::reactive::Memo;
use crate::state::Shared;

/// The paths, year by year.
pub(super) fn years(shared: Shared, future: Memo<Future>) -> El {
    let table = move || {
        let table = el("table").bind(move || future.with(|future| table(shared, future)));
        scroll(shared.words().text(Key::SupposedYears), table)
    };
    on_demand(shared, "folded", said("summary", shared, Key::SupposedYears), table)
}

fn table(shared: Shared, Future { supposed, projected }: &Future) -> Els {
    let Ok(projected) = projected else { return Els::new() };
    let words = shared.words();
    let money = match projected.unit {
        Unit::Amount(money) => money,
        _ => return Els::new(),
    };
    shared.with_story(|story| {
        let head = |id: &str| {
            let class = format!("n {}", colour_class(colour_of_series(story, id)));
            el("th").attr("scope", "col").class(&class).text(words.series_short(story, id))
        };
        let year = said("th", shared, Key::TableYear).attr("scope", "col");
        let heads = el("tr").child(year).child(head(&supposed.a)).child(head(&supposed.b));
        let rows = projected.a.iter().zip(&projected.b).map(|(a, b)| {
            let cell = |point: &Point| {
                el("td").class("n").text(&words.reckoned(point, Manner::Amount(money), projected.ranged))
            };
            el("tr").child(el("th").attr("scope", "row").text(&words.year(a.year.into()))).child(cell(a)).child(cell(b))
        });
        vec![el("thead").child(heads), el("tbody").children(rows.collect())]
    })
}

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
        paths.extend(others(story, supposed).into_iter().map(|(name, points)| path(&supposed.a, &name, points)));
        paths
    })
}

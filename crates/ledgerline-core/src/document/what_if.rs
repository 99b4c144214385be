//! What a supposition leads to, as a document: its levers, its paths, the year of arrival.

use super::Json;
use crate::scenario::{Levers, Projected};
use crate::series::Point;
use crate::story::Story;
use crate::supposed::Supposed;

/// `{"kind": "what-if", "from", "until", "scenario", "fraction", "arrival", "levers", "paths"}`. Levers are in the unit
/// of their series, paths in their own.
pub fn what_if(supposed: &Supposed, projected: &Projected, story: &Story) -> Json {
    let year = |year: Option<i32>| Json::or_null(year, Json::whole);
    let reached = projected.reached;
    let arrival = Json::Object(vec![
        ("year", year(reached.year.filter(|_| !projected.ranged))),
        ("earliest", year(reached.earliest)),
        ("latest", year(reached.latest)),
    ]);
    let mut sides = vec![(&supposed.a, &projected.a), (&supposed.b, &projected.b)];
    sides.dedup();
    let lever = |(id, _): &(&String, &Vec<Point>)| levers(id, &supposed.levers(story, id));
    let unit = projected.unit.to_string();
    let path = |(id, points): &(&String, &Vec<Point>)| {
        let points = points.iter().map(|at| point(at, projected.ranged));
        let unit = ("unit", Json::text(&unit));
        Json::Object(vec![("series", Json::text(id)), unit, ("points", Json::List(points.collect()))])
    };
    Json::Object(vec![
        ("kind", Json::text("what-if")),
        ("from", Json::whole(supposed.from)),
        ("until", Json::whole(supposed.until)),
        ("scenario", Json::or_null(supposed.scenario.as_ref(), |id| Json::text(id))),
        ("fraction", Json::Number(supposed.fraction)),
        ("arrival", arrival),
        ("levers", Json::List(sides.iter().map(lever).collect())),
        ("paths", Json::List(sides.iter().map(path).collect())),
    ])
}

fn levers(id: &str, levers: &Levers) -> Json {
    let once =
        |(when, amount): (i32, f64)| Json::Object(vec![("when", Json::whole(when)), ("amount", Json::Number(amount))]);
    Json::Object(vec![
        ("series", Json::text(id)),
        ("growth", Json::Number(levers.growth)),
        ("extra", Json::Number(levers.extra)),
        ("once", Json::or_null(levers.once, once)),
        ("base", Json::Number(levers.base)),
    ])
}

fn point(point: &Point, ranged: bool) -> Json {
    Json::Object(vec![
        ("year", Json::whole(point.year)),
        ("value", Json::or_null((!ranged).then_some(point.value), Json::Number)),
        ("low", Json::Number(point.low)),
        ("high", Json::Number(point.high)),
    ])
}

//! The timeline written out as SVG. It is a picture for the eye: what can be reached lies over it.

use std::sync::Arc;

use ledgerline_core::story::Colour;
use ledgerline_figure::svg::fixed;
use ledgerline_figure::text::{Anchor, PlacedText};
use ledgerline_figure::time::Tick;
use ledgerline_figure::timeline::{
    Bar, Marked, PlacedCluster, PlacedEvent, PlacedLane, PlacedOverview, PlacedTimeline, PlacedYear,
};

use crate::parts::{Shape, Shapes, colour_class, html, lines, picture, plate, rule, shapes, svg, text};

/// The pieces around the marked year, from the ground up; each stays what it is until its own values change.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Pieces {
    /// Eras, the span and the lanes' lines.
    behind: Arc<Shape>,
    /// The series.
    series: Arc<Shape>,
    /// The axis.
    axis: Arc<Shape>,
}

/// What is marked, and what stays. `beyond`: how far past either end it is drawn.
pub(super) fn pieces(placed: &PlacedTimeline, marked: &Marked, beyond: f64) -> Pieces {
    let span = marked.span.as_ref();
    let behind = placed.eras.iter().filter(|era| era.washed).map(|era| plate("era", &era.rect));
    let lane =
        |lane: &PlacedLane| rule("rule", (placed.plot.x - beyond, lane.y), (placed.plot.right() + beyond, lane.y));
    let behind = behind.chain(span.map(|span| plate("wash", &span.wash))).chain(placed.lanes.iter().map(lane));
    let behind = shapes(behind.collect());
    let tick = |tick: &Tick| text("small", &PlacedText::new(tick.x, placed.ticks_y, Anchor::Middle, &tick.label));
    let axis = shapes(marked.ticks.iter().map(tick).chain(span.map(|span| text("year-plain", &span.label))).collect());
    let series = shapes(lines(&marked.lines, placed.plot.right() + beyond));
    Pieces { behind: Arc::new(behind), series: Arc::new(series), axis: Arc::new(axis) }
}

/// What moves with the years. `year`: the marked one, which may be ahead of the values that are marked with it;
/// `events`: see below. What a step of its slider changes lies in pictures of its own: in one with the events a browser
/// would look through all of them to paint it. Each has something that stays and reaches as far: where the bounds of a
/// picture change, Chromium composes all layers anew.
pub(super) fn drawing(placed: &PlacedTimeline, pieces: Pieces, year: Option<&PlacedYear>, events: Arc<Shape>) -> Shape {
    // On paper all of them are as wide as that.
    let layer = || picture("layer", (placed.width, placed.height), None);
    // Before everything with words, so that no name is crossed out by it.
    let line = year.map(|year| rule("mark", (year.x, year.top), (year.x, year.bottom)));
    let main = picture("main", (placed.width, placed.height), None).kept(pieces.series).kept(events);
    let axis = layer().kept(pieces.axis).maybe(year.map(ground)).maybe(year.map(|year| text("year", &year.label)));
    html("div").class("drawing").child(layer().kept(pieces.behind).maybe(line)).child(main).child(axis)
}

/// What the year stands on. A thick line: where a rectangle moves, Chromium styles it anew, and as the largest opaque
/// thing of its layer has that composed anew, at every step of a slider.
fn ground(PlacedYear { plate, .. }: &PlacedYear) -> Shape {
    let y = plate.y + plate.height / 2.0;
    rule("plate", (plate.x, y), (plate.x + plate.width, y)).at(&[("stroke-width", plate.height)])
}

/// The events in their lanes, which are the same whatever year is marked.
pub(super) fn events(placed: &PlacedTimeline) -> Shape {
    let passing = placed.passing.iter().flat_map(|(bar, y, colour)| bars(bar, *y, *colour)).collect();
    // The open one before its neighbours, and every count before the ring around that.
    let (open, rest): (Vec<_>, Vec<_>) = placed.events.iter().partition(|event| event.selected);
    let all = svg("g").child(shapes(passing));
    let all = all.child(shapes(rest.into_iter().chain(open).map(event).collect()));
    all.child(shapes(placed.clusters.iter().map(cluster).collect()))
}

/// What stays while the years move: names of lanes and eras.
pub(super) fn names(placed: &PlacedTimeline, eras: &[PlacedText]) -> Shape {
    let lanes = placed.lanes.iter().map(|lane| &lane.name).filter(|name| !name.text.is_empty());
    let names = lanes.chain(eras).map(|name| text("small", name)).collect();
    picture("drawing names", (placed.width, placed.height), None).children(names)
}

fn event(event: &PlacedEvent) -> Shape {
    let chosen = if event.selected { " chosen" } else { "" };
    let dot = || {
        let dot = svg("circle").class(&format!("dot{chosen}"));
        dot.at(&[("cx", event.x), ("cy", event.y), ("r", event.radius)])
    };
    let label = event.label.as_ref().map(|label| text(&format!("label{chosen}"), label));
    let group = svg("g").class(colour_class(event.colour));
    group.children(bars(&event.bar, event.y, event.colour)).maybe((!event.crowded).then(dot)).maybe(label)
}

fn bars(bar: &Bar, y: f64, colour: Colour) -> Shapes {
    let loose = if bar.loose { " loose" } else { "" };
    let piece = |strength: u8| format!("span s{strength}{loose} {}", colour_class(colour));
    bar.pieces.iter().map(|part| rule(&piece(part.strength), (part.from, y), (part.to, y))).collect()
}

fn cluster(cluster: &PlacedCluster) -> Shape {
    let class = if cluster.selected { "cluster chosen" } else { "cluster" };
    let rect = plate(class, &cluster.plate).at(&[("rx", cluster.plate.height / 2.0)]);
    let group = svg("g").class(colour_class(cluster.colour)).child(rect).child(text("count", &cluster.count));
    group.maybe(cluster.label.as_ref().map(|label| text("label", label)))
}

/// The strip below: the whole story.
pub(super) fn overview(placed: &PlacedOverview) -> Shape {
    let (left, right) = (placed.scale.left, placed.scale.right);
    let strip = picture("overview", (placed.width, placed.height), None);
    let strip = strip.child(rule("rule", (left, placed.y), (right, placed.y)));
    // One path a colour: of thousands of events each would be an element else.
    let ticks = placed.ticks.iter().map(|(colour, places)| {
        let (top, tall) = (fixed(placed.ticks_y, 1), fixed(placed.y - placed.ticks_y, 1));
        let path: String = places.iter().map(|x| format!("M{x} {top}v{tall}")).collect();
        svg("path").attr("d", &path).class(&format!("tick {}", colour_class(*colour)))
    });
    strip.child(shapes(ticks.collect())).children(placed.labels.iter().map(|label| text("small", label)).collect())
}

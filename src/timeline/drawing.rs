//! The timeline written out as SVG. It is a picture for the eye: what can be reached lies over it.

use ledgerline_figure::text::{Anchor, PlacedText};
use ledgerline_figure::timeline::{PlacedEvent, PlacedOverview, PlacedTimeline};

use crate::parts::{El, colour_class, lines, picture, plate, rule, svg, text};

/// The drawing.
pub(super) fn drawing(placed: &PlacedTimeline) -> El {
    let (left, right) = (placed.plot.x, placed.plot.right());
    let mut svg = picture("drawing", (placed.width, placed.height), None);
    for era in &placed.eras {
        svg = svg.maybe(era.washed.then(|| plate("era", &era.rect)));
        svg = svg.maybe(era.label.as_ref().map(|label| text("small", label)));
    }
    let year = placed.year.as_ref();
    // Before everything with words, so that no name is crossed out by it.
    svg = svg.maybe(year.map(|year| rule("mark", (year.x, year.top), (year.x, year.bottom))));
    for lane in &placed.lanes {
        svg = svg.child(rule("rule", (left, lane.y), (right, lane.y))).child(text("small", &lane.name));
    }
    svg = svg.children(lines(&placed.lines, placed.area.right()));
    let (open, rest): (Vec<_>, Vec<_>) = placed.events.iter().partition(|event| event.selected);
    svg = svg.children(rest.into_iter().chain(open).map(event).collect());
    for tick in &placed.ticks {
        svg = svg.child(text("small", &PlacedText::new(tick.x, placed.ticks_y, Anchor::Middle, &tick.label)));
    }
    svg.maybe(year.map(|year| plate("plate", &year.plate))).maybe(year.map(|year| text("year", &year.label)))
}

fn event(event: &PlacedEvent) -> El {
    let chosen = if event.selected { " chosen" } else { "" };
    let span = event.span.map(|(from, to)| {
        let class = if event.fuzzy { "span fuzzy" } else { "span" };
        rule(class, (from, event.y), (to, event.y))
    });
    let dot = svg("circle").class(&format!("dot{chosen}"));
    let dot = dot.at(&[("cx", event.x), ("cy", event.y), ("r", event.radius)]);
    let label = event.label.as_ref().map(|label| text(&format!("label{chosen}"), label));
    svg("g").class(colour_class(event.colour)).maybe(span).child(dot).maybe(label)
}

/// The strip below: the whole story, and the window in sight.
pub(super) fn overview(placed: &PlacedOverview) -> El {
    let (left, right) = (placed.scale.left, placed.scale.right);
    let svg = picture("overview", (placed.width, placed.height), None);
    let svg = svg.child(rule("rule", (left, placed.y), (right, placed.y))).child(plate("window", &placed.window));
    let ticks = placed.ticks.iter().map(|tick| {
        let class = format!("tick {}", colour_class(tick.colour));
        rule(&class, (tick.x, placed.ticks_y), (tick.x, placed.y))
    });
    let svg = svg.children(ticks.collect()).children(placed.labels.iter().map(|label| text("small", label)).collect());
    svg.children(placed.edges.iter().map(|edge| plate("edge", edge)).collect())
}

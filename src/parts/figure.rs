//! Placed figures written out as SVG.

use ledgerline_core::story::Colour;
use ledgerline_figure::Rect;
use ledgerline_figure::chart::{PlacedBar, PlacedBars, PlacedYears, Zone};
use ledgerline_figure::lines::{PlacedLine, PlacedLines, Reach, arrow};
use ledgerline_figure::svg::{fixed, points};
use ledgerline_figure::text::{Anchor, PlacedText};
use ledgerline_figure::time::Tick;

use super::shape::{Shape, Shapes, svg};

/// The class that gives a part its colour.
pub(crate) fn colour_class(colour: Colour) -> &'static str {
    match colour {
        Colour::Red => "c-red",
        Colour::Blue => "c-blue",
        Colour::Green => "c-green",
        Colour::Purple => "c-purple",
        Colour::Orange => "c-orange",
        Colour::Teal => "c-teal",
        Colour::Brown => "c-brown",
        Colour::Grey => "c-grey",
    }
}

/// A picture of this size. Described it is an image, without words it is for the eye alone.
pub(crate) fn picture(class: &str, (width, height): (f64, f64), label: Option<&str>) -> Shape {
    let picture = svg("svg").class(class).at(&[("width", width), ("height", height)]);
    let picture = picture.attr("viewBox", &format!("0 0 {} {}", fixed(width, 1), fixed(height, 1)));
    match label {
        Some(label) => picture.attr("role", "img").attr("aria-label", label),
        None => picture.attr("aria-hidden", "true"),
    }
}

/// A line of text.
pub(crate) fn text(class: &str, text: &PlacedText) -> Shape {
    let place = svg("text").class(class).at(&[("x", text.x), ("y", text.y)]);
    place.attr("text-anchor", text.anchor.name()).text(&text.text)
}

/// A rectangle.
pub(crate) fn plate(class: &str, rect: &Rect) -> Shape {
    svg("rect").class(class).at(&[("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)])
}

/// A straight line.
pub(crate) fn rule(class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> Shape {
    svg("line").class(class).at(&[("x1", x1), ("y1", y1), ("x2", x2), ("y2", y2)])
}

fn dot(class: &str, (x, y): (f64, f64), radius: f64) -> Shape {
    svg("circle").class(class).at(&[("cx", x), ("cy", y), ("r", radius)])
}

/// Pieces of which there may be more or fewer: what comes behind them keeps its place.
pub(crate) fn group(pieces: Shapes) -> Shape {
    svg("g").children(pieces)
}

/// Series as lines, with the amounts on their axis, which no line runs through. Grid lines run to `right`.
pub(crate) fn lines(placed: &PlacedLines, right: f64) -> Shapes {
    let grid = placed.amounts.iter().map(|amount| {
        let class = if amount.zero { "rule" } else { "grid" };
        rule(class, (amount.label.x, amount.y), (right, amount.y))
    });
    let amounts = placed.amounts.iter().map(|amount| text("small", &amount.label));
    vec![group(grid.collect()), group(placed.lines.iter().map(line).collect()), group(amounts.collect())]
}

fn line(line: &PlacedLine) -> Shape {
    let bands = line.bands.iter().map(|band| svg("polygon").class("band").attr("points", &points(band)));
    let class = match (line.supposed, line.reach) {
        (true, _) => "line supposed",
        (false, Reach::Ends) => "line end",
        _ => "line",
    };
    let runs = line.runs.iter().map(|run| match run.as_slice() {
        [place] => dot("alone", *place, 3.0),
        run => svg("polyline").class(class).attr("points", &points(run)),
    });
    // A picture that stands alone names it below, where there was no room.
    let group = svg("g").class(colour_class(line.colour)).attr("data-name", &line.name);
    let mut group = group.children(bands.chain(runs).collect());
    group = group.maybe(line.label.as_ref().map(|label| text("name", label)));
    for below in &line.below {
        group = group.child(svg("polygon").class("below").attr("points", &points(&arrow(below))));
        group = group.child(text("low", &below.label));
    }
    match &line.mark {
        // A dot would be a value that goes first.
        Some(mark) if line.reach == Reach::Ends => group.child(text("value", &mark.label)),
        Some(mark) => group.child(dot("point", (mark.x, mark.y), 4.0)).child(text("value", &mark.label)),
        None => group,
    }
}

/// Bars. `label` says in words what they show.
pub(crate) fn bars(placed: &PlacedBars, label: &str) -> Shape {
    let svg = picture("chart", (placed.width, placed.height), Some(label));
    let svg = svg.maybe(placed.zero.map(|(from, to)| rule("rule", from, to)));
    let svg =
        svg.maybe(placed.zone.as_ref().map(|zone| group(zone.rects.iter().map(|rect| plate("zone", rect)).collect())));
    let svg = svg.children(placed.bars.iter().map(bar).collect());
    svg.maybe(placed.zone.as_ref().map(ends))
}

/// The ends of what a rule lets through, before the bars, and the rule.
fn ends(zone: &Zone) -> Shape {
    let ends = zone.ends.iter().map(|(from, to)| rule("limit", *from, *to));
    let words = zone.words.iter().map(|line| text("small", line));
    group(ends.chain(words).collect())
}

fn bar(bar: &PlacedBar) -> Shape {
    let group = svg("g").class(colour_class(bar.colour));
    let words = |class: &'static str, lines: &[PlacedText]| lines.iter().map(|line| text(class, line)).collect();
    let group = group.children(words("name", &bar.name)).children(words("value", &bar.value));
    let group = group.child(plate("bar", &bar.rect));
    let (top, bottom) = (bar.rect.y, bar.rect.bottom());
    // In one path: a ladder may have fifty.
    let rungs: String =
        bar.rungs.iter().map(|x| format!("M{} {}V{}", fixed(*x, 1), fixed(top, 1), fixed(bottom, 1))).collect();
    let part = group.child(svg("path").class("rung").attr("d", &rungs));
    let part =
        part.child(self::group(bar.whisker.iter().flatten().map(|(from, to)| rule("whisker", *from, *to)).collect()));
    part.children(bar.marks.iter().map(|(at, told)| dot("by", *at, 3.0).child(svg("title").text(told))).collect())
}

/// Lines over the years. `label` says in words what they show; without it they are a picture for the eye.
pub(crate) fn years(placed: &PlacedYears, label: Option<&str>) -> Shape {
    let mut above: Shapes = placed.title.iter().map(|line| text("title", line)).collect();
    above.extend(placed.span.as_ref().map(|span| plate("wash", span)));
    let mut year = Shapes::new();
    if let Some((x, label)) = placed.rule.zip(placed.year.as_ref()) {
        year.push(rule("mark", (x, placed.area.y), (x, placed.area.bottom())));
        year.push(text("year-plain", label));
    }
    let tick = |tick: &Tick| text("small", &PlacedText::new(tick.x, placed.ticks_y, Anchor::Middle, &tick.label));
    let svg = picture("chart", (placed.width, placed.height), label).child(group(above)).child(group(year));
    let svg = svg.children(lines(&placed.lines, placed.area.right()));
    let svg = svg.child(group(placed.ticks.iter().map(tick).collect()));
    match &placed.goal {
        Some(goal) => svg.child(dot("goal", (goal.x, goal.y), 5.0)).child(text("value", &goal.label)),
        None => svg,
    }
}

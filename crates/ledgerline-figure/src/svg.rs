//! Placed figures as SVG text that stands alone, with classes for the parts: numbers are rounded to a tenth
//! of a pixel, all text is escaped.

use ledgerline_core::story::Colour;

use crate::chart::{self, PlacedBars, PlacedYears};
use crate::html::escape;
use crate::lines::{EndName, Mark, PlacedLine, PlacedLines, arrow};
use crate::text::PlacedText;
use crate::timeline::{Bar, Marked, Piece, PlacedCluster, PlacedEvent, PlacedTimeline};

/// The name of a colour in classes and tokens.
pub fn colour_name(colour: Colour) -> &'static str {
    match colour {
        Colour::Red => "red",
        Colour::Blue => "blue",
        Colour::Green => "green",
        Colour::Purple => "purple",
        Colour::Orange => "orange",
        Colour::Teal => "teal",
        Colour::Brown => "brown",
        Colour::Grey => "grey",
    }
}

/// A number with so many decimals, a half away from nought. The standard library does it to any precision, and brings
/// what it takes for that.
pub fn fixed(value: f64, decimals: u8) -> String {
    let mut text = String::new();
    append(&mut text, value, decimals);
    text
}

/// The same at the end of a text: a line has hundreds of them.
fn append(text: &mut String, value: f64, decimals: u8) {
    let mut rest = (value.abs() * 10_u64.pow(decimals.into()) as f64).round() as u64;
    if value < 0.0 && rest > 0 {
        text.push('-');
    }
    // From the end: the decimals, the point, and one digit before it at least.
    let mut digits = Vec::with_capacity(24);
    while rest > 0 || digits.len() < usize::from(decimals) + 2 {
        if digits.len() == usize::from(decimals) {
            digits.push('.');
        }
        digits.push(char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
    }
    text.extend(digits.iter().rev());
}

/// Points of a line as SVG's `points` has them.
pub fn points(run: &[(f64, f64)]) -> String {
    let mut text = String::new();
    for (x, y) in run {
        append(&mut text, *x, 1);
        text.push(',');
        append(&mut text, *y, 1);
        text.push(' ');
    }
    text.truncate(text.trim_end().len());
    text
}

/// The timeline.
pub fn timeline(placed: &PlacedTimeline, marked: &Marked, title: &str) -> String {
    let mut svg = Svg::new(placed.width, placed.height, title);
    for era in &placed.eras {
        if era.washed {
            svg.rect("era", era.rect.x, era.rect.y, era.rect.width, era.rect.height);
        }
    }
    for name in &placed.era_names {
        svg.text("small", name);
    }
    if let Some(span) = &marked.span {
        let wash = &span.wash;
        svg.rect("era", wash.x, wash.y, wash.width, wash.height);
        svg.text("small", &span.label);
    }
    for lane in &placed.lanes {
        svg.line("rule", (placed.plot.x, lane.y), (placed.plot.right(), lane.y));
        svg.text("small", &lane.name);
    }
    svg.lines(&marked.lines, placed.area.right());
    for (bar, y, colour) in &placed.passing {
        svg.bar(bar, *y, *colour);
    }
    for event in &placed.events {
        svg.event(event);
    }
    for cluster in &placed.clusters {
        svg.cluster(cluster);
    }
    for tick in &marked.ticks {
        svg.text("small", &PlacedText::new(tick.x, placed.ticks_y, crate::text::Anchor::Middle, &tick.label));
    }
    if let Some(year) = &marked.year {
        svg.line("mark", (year.x, year.top), (year.x, year.bottom));
        svg.text("year", &year.label);
    }
    svg.end()
}

/// Bars for a year.
pub fn bars(placed: &PlacedBars, title: &str) -> String {
    let mut svg = Svg::new(placed.width, placed.height, title);
    for bar in &placed.bars {
        let colour = colour_name(bar.colour);
        bar.name.iter().for_each(|line| svg.text(&format!("name {colour}"), line));
        bar.value.iter().for_each(|line| svg.text(&format!("value {colour}"), line));
        let rect = &bar.rect;
        svg.rect(&format!("bar {colour}"), rect.x, rect.y, rect.width, rect.height);
        for x in &bar.rungs {
            svg.line("rung", (*x, rect.y), (*x, rect.bottom()));
        }
        for (from, to) in bar.whisker.iter().flatten() {
            svg.line("whisker", *from, *to);
        }
        for ((x, y), _) in &bar.marks {
            svg.dot("by", *x, *y, 2.5);
        }
    }
    svg.end()
}

/// Lines over the years.
pub fn years(placed: &PlacedYears, title: &str) -> String {
    let mut svg = Svg::new(placed.width, placed.height, title);
    if let Some(span) = &placed.span {
        svg.rect("era", span.x, span.y, span.width, span.height);
    }
    svg.lines(&placed.lines, placed.area.right());
    for EndName { colour, words, stroke: [from, to], .. } in chart::ends(placed) {
        let colour = colour_name(colour);
        svg.line(&format!("lead {colour}"), from, to);
        words.iter().for_each(|words| svg.text(&format!("name {colour}"), words));
    }
    for tick in &placed.ticks {
        svg.text("small", &PlacedText::new(tick.x, placed.ticks_y, crate::text::Anchor::Middle, &tick.label));
    }
    if let Some((x, year)) = placed.rule.zip(placed.year.as_ref()) {
        svg.line("mark", (x, placed.area.y), (x, placed.area.bottom()));
        svg.text("year", year);
    }
    if let Some(goal) = &placed.goal {
        svg.dot("goal", goal.x, goal.y, 5.0);
        svg.text("value", &goal.label);
    }
    svg.end()
}

struct Svg(String);

impl Svg {
    fn new(width: f64, height: f64, title: &str) -> Self {
        let title = escape(title);
        Self(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.1} {height:.1}\" role=\"img\">\n<title>{title}</title>\n"
        ))
    }

    fn end(self) -> String {
        self.0 + "</svg>\n"
    }

    fn put(&mut self, element: &str) {
        self.0.push_str(element);
        self.0.push('\n');
    }

    fn rect(&mut self, class: &str, x: f64, y: f64, width: f64, height: f64) {
        self.put(&format!(
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>"
        ));
    }

    fn line(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        self.put(&format!("<line class=\"{class}\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"/>"));
    }

    fn dot(&mut self, class: &str, x: f64, y: f64, radius: f64) {
        self.put(&format!("<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\"/>"));
    }

    fn text(&mut self, class: &str, text: &PlacedText) {
        let (x, y, anchor, words) = (text.x, text.y, text.anchor.name(), escape(&text.text));
        self.put(&format!("<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{words}</text>"));
    }

    fn maybe_text(&mut self, class: &str, text: Option<&PlacedText>) {
        if let Some(text) = text {
            self.text(class, text);
        }
    }

    fn bar(&mut self, bar: &Bar, y: f64, colour: Colour) {
        let (colour, loose) = (colour_name(colour), if bar.loose { " loose" } else { "" });
        for Piece { from, to, strength } in &bar.pieces {
            self.line(&format!("span s{strength}{loose} {colour}"), (*from, y), (*to, y));
        }
    }

    fn cluster(&mut self, cluster: &PlacedCluster) {
        let (rect, colour) = (&cluster.plate, colour_name(cluster.colour));
        let class = if cluster.selected { "cluster selected" } else { "cluster" };
        self.rect(&format!("{class} {colour}"), rect.x, rect.y, rect.width, rect.height);
        self.text("count", &cluster.count);
        self.maybe_text("label", cluster.label.as_ref());
    }

    fn event(&mut self, event: &PlacedEvent) {
        let colour = colour_name(event.colour);
        self.bar(&event.bar, event.y, event.colour);
        let class = if event.selected { "dot selected" } else { "dot" };
        if !event.crowded {
            self.dot(&format!("{class} {colour}"), event.x, event.y, event.radius);
        }
        self.maybe_text("label", event.label.as_ref());
    }

    fn lines(&mut self, placed: &PlacedLines, right: f64) {
        for amount in &placed.amounts {
            let class = if amount.zero { "rule" } else { "grid" };
            self.line(class, (amount.label.x, amount.y), (right, amount.y));
        }
        for line in &placed.lines {
            self.series(line);
        }
        for amount in &placed.amounts {
            self.text("small", &amount.label);
        }
    }

    fn series(&mut self, line: &PlacedLine) {
        let colour = colour_name(line.colour);
        for band in &line.bands {
            self.put(&format!("<polygon class=\"band {colour}\" points=\"{}\"/>", points(band)));
        }
        let class = if line.supposed { "line supposed" } else { "line" };
        for run in &line.runs {
            match run.as_slice() {
                [(x, y)] => self.dot(&format!("alone {colour}"), *x, *y, 3.0),
                run => self.put(&format!("<polyline class=\"{class} {colour}\" points=\"{}\"/>", points(run))),
            }
        }
        self.maybe_text(&format!("name {colour}"), line.label.as_ref());
        if let Some(Mark { x, y, label, .. }) = &line.mark {
            self.dot(&format!("point {colour}"), *x, *y, 4.0);
            self.text(&format!("value {colour}"), label);
        }
        for below in &line.below {
            self.put(&format!("<polygon class=\"below {colour}\" points=\"{}\"/>", points(&arrow(below))));
            self.text(&format!("small {colour}"), &below.label);
        }
    }
}

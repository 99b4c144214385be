//! A drawing of ours as shapes with the colours that the browser gave them, to be written or painted.

use ledgerline_core::float;
use ledgerline_figure::html::escape;
use ledgerline_figure::text;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element};

use crate::state::Around;

/// Room around the drawing, in pixels.
const MARGIN: f64 = 16.0;
/// Height of a line of text over its size.
const LEADING: f64 = 4.0 / 3.0;
const TITLE: f64 = 15.0;
const SIZE: f64 = 12.0;
const SMALL: f64 = 10.5;
/// Length of the piece of a line before its name, in pixels.
const KEY: f64 = 20.0;
const SHAPES: &str = "rect,line,path,polyline,polygon,circle,text";

/// A drawing with the words around it.
pub(super) struct Drawing {
    /// Pixels.
    pub(super) width: f64,
    /// Pixels, of all.
    pub(super) height: f64,
    /// How far the words above the drawing go beyond its own origin, in pixels.
    pub(super) rise: f64,
    /// Ground.
    pub(super) ground: String,
    /// From back to front.
    pub(super) shapes: Vec<Shape>,
    caption: String,
}

/// A line, an area or a text.
pub(super) struct Shape {
    /// The outline as SVG's `d`; of a text none.
    pub(super) path: Option<String>,
    /// The text, and where it stands.
    pub(super) text: Option<(String, f64, f64)>,
    /// Which point of the text stands there: `start`, `middle` or `end`.
    pub(super) anchor: String,
    /// The font, as CSS writes it.
    pub(super) font: String,
    pub(super) fill: String,
    pub(super) stroke: String,
    pub(super) stroke_width: f64,
    pub(super) dash: Vec<f64>,
    pub(super) opacity: f64,
}

impl Drawing {
    /// Reads it from the page.
    pub(super) fn of(drawing: &Element, around: &Around) -> Self {
        let number = |name: &str| number(drawing, name);
        let mut all = Self {
            width: number("width") + 2.0 * MARGIN,
            height: number("height") + 2.0 * MARGIN,
            rise: 0.0,
            ground: property(&style(drawing.closest(".root").ok().flatten().as_ref()), "background-color"),
            shapes: parts(drawing, SHAPES).iter().filter_map(Shape::of).collect(),
            caption: around.caption.clone(),
        };
        let ink = Ink::of(drawing);
        all.above(&around.title, &ink);
        let ended: Vec<_> = parts(drawing, "g[data-end]").iter().map(|end| end.get_attribute("data-end")).collect();
        let lines = parts(drawing, "g[data-name]");
        let open = lines.iter().filter(|line| !ended.contains(&line.get_attribute("data-name")));
        open.for_each(|line| all.key(line, &ink));
        all.below(&around.caption, SIZE, &ink);
        all.below(&around.sources, SMALL, &ink);
        all.height += MARGIN / 2.0;
        all
    }

    fn above(&mut self, text: &str, ink: &Ink) {
        let lines = text::wrapped(text, TITLE, self.width - 2.0 * MARGIN);
        self.rise = LEADING * TITLE * lines.len() as f64;
        for (at, line) in lines.into_iter().enumerate() {
            let y = MARGIN - self.rise + TITLE + LEADING * TITLE * at as f64;
            self.shapes.push(Shape::words(
                (line, MARGIN, y - 4.0),
                &ink.colour,
                &format!("bold {TITLE}px {}", ink.face),
            ));
        }
        self.height += self.rise;
    }

    fn below(&mut self, text: &str, size: f64, ink: &Ink) {
        for line in text::wrapped(text, size, self.width - 2.0 * MARGIN) {
            let place = (line, MARGIN, self.height - self.rise);
            self.shapes.push(Shape::words(place, &ink.colour, &format!("{size}px {}", ink.face)));
            self.height += LEADING * size;
        }
    }

    /// The name of a line that had no room for it in the drawing, behind a piece of the line.
    fn key(&mut self, line: &Element, ink: &Ink) {
        let named = line.query_selector("text.name").is_ok_and(|name| name.is_some());
        let drawn = line.query_selector("polyline,.point").ok().flatten();
        let Some(mut piece) = drawn.filter(|_| !named).and_then(|drawn| Shape::of(&drawn)) else { return };
        let y = self.height - self.rise;
        piece.path = Some(format!("M{MARGIN:.1} {:.1}h{KEY:.1}", y - SIZE / 3.0));
        piece.fill = "none".to_owned();
        self.shapes.push(piece);
        let name = line.get_attribute("data-name").unwrap_or_default();
        let place = (name, MARGIN + KEY + 6.0, y);
        self.shapes.push(Shape::words(place, &ink.colour, &format!("{SIZE}px {}", ink.face)));
        self.height += LEADING * SIZE;
    }

    /// As SVG that stands alone.
    pub(super) fn svg(&self) -> String {
        let (width, height, title) = (self.width, self.height, escape(&self.caption));
        let top = -self.rise;
        let shapes: String = self.shapes.iter().map(Shape::svg).collect();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 {top:.1} {width:.1} {height:.1}\" role=\"img\"><title>{title}</title><rect y=\"{top:.1}\" width=\"100%\" height=\"100%\" fill=\"{}\"/>{shapes}</svg>\n",
            escape(&self.ground)
        )
    }
}

/// What words are written in.
struct Ink {
    colour: String,
    face: String,
}

impl Ink {
    fn of(drawing: &Element) -> Self {
        let style = style(Some(drawing));
        Self { colour: property(&style, "color"), face: property(&style, "font-family") }
    }
}

impl Shape {
    fn of(part: &Element) -> Option<Self> {
        let style = style(Some(part));
        let get = |name: &str| property(&style, name);
        if get("display") == "none" {
            return None;
        }
        let own = |name: &str| number(part, name) + MARGIN;
        let text = (part.tag_name() == "text").then(|| (own_text(part), own("x"), own("y")));
        let font = format!("{} {} {}", get("font-weight"), get("font-size"), get("font-family"));
        let dash = get("stroke-dasharray");
        Some(Self {
            path: outline(part),
            text,
            anchor: get("text-anchor"),
            font,
            fill: get("fill"),
            stroke: get("stroke"),
            stroke_width: pixels(&get("stroke-width")),
            dash: dash.split([',', ' ']).map(pixels).filter(|length| *length > 0.0).collect(),
            opacity: float::parse(&get("opacity")).unwrap_or(1.0),
        })
    }

    fn words(text: (String, f64, f64), colour: &str, font: &str) -> Self {
        Self {
            path: None,
            text: Some(text),
            anchor: "start".to_owned(),
            font: font.to_owned(),
            fill: colour.to_owned(),
            stroke: "none".to_owned(),
            stroke_width: 0.0,
            dash: Vec::new(),
            opacity: 1.0,
        }
    }

    fn svg(&self) -> String {
        let (fill, stroke, opacity) = (escape(&self.fill), escape(&self.stroke), self.opacity);
        if let Some((text, x, y)) = &self.text {
            let (anchor, font, text) = (escape(&self.anchor), escape(&self.font), escape(text));
            return format!(
                "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{}\" style=\"font:{font};paint-order:stroke;stroke-linejoin:round\">{text}</text>",
                self.stroke_width
            );
        }
        let dash: Vec<String> = self.dash.iter().map(ToString::to_string).collect();
        let (path, width, dash) = (self.path.clone().unwrap_or_default(), self.stroke_width, dash.join(" "));
        format!(
            "<path d=\"{path}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{width}\" stroke-dasharray=\"{dash}\" opacity=\"{opacity}\"/>"
        )
    }
}

/// What of the drawing a selector finds, from back to front.
fn parts(drawing: &Element, selector: &str) -> Vec<Element> {
    let Ok(all) = drawing.query_selector_all(selector) else { return Vec::new() };
    (0..all.length()).filter_map(|at| all.get(at)?.dyn_into().ok()).collect()
}

/// The outline of a shape, as SVG's `d`.
fn outline(part: &Element) -> Option<String> {
    let at = |name: &str| number(part, name) + MARGIN;
    let plain = |name: &str| number(part, name);
    Some(match part.tag_name().as_str() {
        "rect" => {
            let (width, height) = (plain("width"), plain("height"));
            format!("M{:.1} {:.1}h{width:.1}v{height:.1}h{:.1}z", at("x"), at("y"), -width)
        }
        "line" => format!("M{:.1} {:.1}L{:.1} {:.1}", at("x1"), at("y1"), at("x2"), at("y2")),
        "circle" => {
            let r = plain("r");
            let (left, y) = (at("cx") - r, at("cy"));
            format!("M{left:.1} {y:.1}a{r:.1} {r:.1} 0 1 0 {:.1} 0a{r:.1} {r:.1} 0 1 0 {:.1} 0z", 2.0 * r, -2.0 * r)
        }
        "polyline" => points(part)?,
        "polygon" => points(part)? + "z",
        "path" => upright(&part.get_attribute("d")?),
        _ => return None,
    })
}

fn points(part: &Element) -> Option<String> {
    let text = part.get_attribute("points")?;
    let each = text.split(' ').filter_map(|pair| {
        let (x, y) = pair.split_once(',')?;
        Some(format!("{:.1} {:.1}", pixels(x) + MARGIN, pixels(y) + MARGIN))
    });
    Some(format!("M{}", each.collect::<Vec<_>>().join("L")))
}

/// Upright strokes one after the other, as a ladder's rungs are written: `M10.0 22.0V36.0`.
fn upright(strokes: &str) -> String {
    let each = strokes.split('M').filter_map(|stroke| {
        let (x, ends) = stroke.split_once(' ')?;
        let (from, to) = ends.split_once('V')?;
        let [x, from, to] = [x, from, to].map(|place| pixels(place) + MARGIN);
        Some(format!("M{x:.1} {from:.1}V{to:.1}"))
    });
    each.collect()
}

/// The text of an element, without that of what is inside of it.
fn own_text(part: &Element) -> String {
    part.first_child().and_then(|first| first.text_content()).unwrap_or_default()
}

fn number(part: &Element, name: &str) -> f64 {
    part.get_attribute(name).map(|text| pixels(&text)).unwrap_or_default()
}

fn pixels(text: &str) -> f64 {
    float::parse(text.trim().trim_end_matches("px")).unwrap_or_default()
}

fn style(part: Option<&Element>) -> Option<CssStyleDeclaration> {
    window().get_computed_style(part?).ok().flatten()
}

fn property(style: &Option<CssStyleDeclaration>, name: &str) -> String {
    style.as_ref().and_then(|style| style.get_property_value(name).ok()).unwrap_or_default()
}

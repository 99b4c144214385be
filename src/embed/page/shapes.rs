//! A drawing of ours as shapes with the colours that the browser gave them, to be written or painted.

use ledgerline_core::float;
use ledgerline_figure::html::escape;
use ledgerline_figure::text;
use leptos::prelude::window;
use wasm_bindgen::JsCast;
use web_sys::{CssStyleDeclaration, Element};

/// Room around the drawing, in pixels.
const MARGIN: f64 = 16.0;
const LINE: f64 = 16.0;
const SIZE: f64 = 12.0;

/// A drawing with its caption.
pub(super) struct Drawing {
    /// Pixels.
    pub(super) width: f64,
    /// Pixels.
    pub(super) height: f64,
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
    pub(super) fn of(drawing: &Element, caption: &str) -> Self {
        let number = |name: &str| number(drawing, name);
        let width = number("width") + 2.0 * MARGIN;
        let ink = style(drawing);
        let mut shapes = Vec::new();
        let all = drawing.query_selector_all("rect,line,polyline,polygon,circle,text");
        if let Ok(all) = all {
            let each = (0..all.length()).filter_map(|at| all.get(at)?.dyn_into().ok());
            shapes.extend(each.filter_map(|part: Element| Shape::of(&part)));
        }
        let top = number("height") + 2.0 * MARGIN;
        let lines = text::wrapped(caption, SIZE, number("width"));
        let height = top + LINE * lines.len() as f64 + MARGIN / 2.0;
        let (colour, face) = (property(&ink, "color"), property(&ink, "font-family"));
        shapes.extend(lines.into_iter().enumerate().map(|(at, line)| {
            let y = top + LINE * at as f64;
            Shape::caption((line, MARGIN, y), &colour, &format!("{SIZE}px {face}"))
        }));
        let ground = drawing.closest(".root").ok().flatten().map(|root| property(&style(&root), "background-color"));
        Self { width, height, ground: ground.unwrap_or_default(), shapes, caption: caption.to_owned() }
    }

    /// As SVG that stands alone.
    pub(super) fn svg(&self) -> String {
        let (width, height, title) = (self.width, self.height, escape(&self.caption));
        let shapes: String = self.shapes.iter().map(Shape::svg).collect();
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.1} {height:.1}\" role=\"img\"><title>{title}</title><rect width=\"100%\" height=\"100%\" fill=\"{}\"/>{shapes}</svg>\n",
            escape(&self.ground)
        )
    }
}

impl Shape {
    fn of(part: &Element) -> Option<Self> {
        let style = style(part);
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

    fn caption(text: (String, f64, f64), colour: &str, font: &str) -> Self {
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
                "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" fill=\"{fill}\" style=\"font:{font}\">{text}</text>"
            );
        }
        let dash: Vec<String> = self.dash.iter().map(ToString::to_string).collect();
        let (path, width, dash) = (self.path.clone().unwrap_or_default(), self.stroke_width, dash.join(" "));
        format!(
            "<path d=\"{path}\" fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"{width}\" stroke-dasharray=\"{dash}\" opacity=\"{opacity}\"/>"
        )
    }
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

fn style(part: &Element) -> Option<CssStyleDeclaration> {
    window().get_computed_style(part).ok().flatten()
}

fn property(style: &Option<CssStyleDeclaration>, name: &str) -> String {
    style.as_ref().and_then(|style| style.get_property_value(name).ok()).unwrap_or_default()
}

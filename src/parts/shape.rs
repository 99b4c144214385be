//! Drawings and lines of words, described before they are made. Of one that follows its signals only what differs is
//! changed: most steps of a slider move a few points of a few lines, and to make all anew would cost the frame.

use std::sync::Arc;

use ledgerline_figure::svg::fixed;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Text};

use super::el::{El, created, words};

/// A piece of a drawing that is not made yet.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Shape {
    tag: &'static str,
    html: bool,
    attributes: Vec<(&'static str, Value)>,
    text: String,
    children: Vec<Arc<Self>>,
    fresh: bool,
}

/// Several, or none.
pub(crate) type Shapes = Vec<Shape>;

/// What an attribute is set to. A number is written only when it is set: most are the same at every step.
#[derive(Clone, Debug, PartialEq)]
enum Value {
    Words(String),
    Tenths(f64),
}

/// A piece that stands in the page. Its text comes before its parts, which are the children of its shape.
pub(crate) struct Made {
    shape: Arc<Shape>,
    element: Element,
    text: Option<Text>,
    parts: Vec<Made>,
}

/// An SVG element.
pub(crate) fn svg(tag: &'static str) -> Shape {
    Shape { tag, ..Shape::default() }
}

/// An HTML element: words that follow a slider are changed in the same way.
pub(crate) fn html(tag: &'static str) -> Shape {
    Shape { tag, html: true, ..Shape::default() }
}

impl Shape {
    /// Gives it a class, or several.
    pub(crate) fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Sets an attribute; one that begins with `--` is a property of its style.
    pub(crate) fn attr(mut self, name: &'static str, value: &str) -> Self {
        self.attributes.retain(|(known, _)| *known != name);
        self.attributes.push((name, Value::Words(value.to_owned())));
        self
    }

    /// Sets attributes to numbers, rounded to a tenth.
    pub(crate) fn at(mut self, numbers: &[(&'static str, f64)]) -> Self {
        self.attributes.extend(numbers.iter().map(|(name, value)| (*name, Value::Tenths((value * 10.0).round()))));
        self
    }

    /// The text in it, before its children.
    pub(crate) fn text(mut self, text: &str) -> Self {
        text.clone_into(&mut self.text);
        self
    }

    /// Appends a piece.
    pub(crate) fn child(self, child: Self) -> Self {
        self.kept(Arc::new(child))
    }

    /// Appends a piece that others may hold, too: where it is the very one that stands there, nobody looks into it.
    pub(crate) fn kept(mut self, child: Arc<Self>) -> Self {
        self.children.push(child);
        self
    }

    /// Appends pieces.
    pub(crate) fn children(mut self, children: Shapes) -> Self {
        self.children.extend(children.into_iter().map(Arc::new));
        self
    }

    /// Appends a piece, if there is one.
    pub(crate) fn maybe(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Takes the place of what is there as a whole, so that a movement begins anew.
    pub(crate) fn fresh(mut self) -> Self {
        self.fresh = true;
        self
    }

    /// Makes it, to stay as it is.
    pub(crate) fn made(self) -> El {
        El::from(Made::new(Arc::new(self)).element)
    }

    /// Whether one can turn into the other by the values of its attributes.
    fn is_like(&self, other: &Self) -> bool {
        let (own, others) = (self.attributes.iter(), other.attributes.iter());
        self.tag == other.tag && own.map(|(name, _)| name).eq(others.map(|(name, _)| name))
    }
}

impl Made {
    /// Makes a piece, to be changed later.
    pub(super) fn new(shape: Arc<Shape>) -> Self {
        let element = created(shape.tag, shape.html);
        shape.attributes.iter().for_each(|(name, value)| value.set(&element, name));
        let parts = Vec::with_capacity(shape.children.len());
        let mut made = Self { shape: shape.clone(), element, text: None, parts };
        made.say(&shape.text);
        made.fill(&shape.children);
        made
    }

    /// What stands in the page.
    pub(super) fn element(&self) -> &Element {
        &self.element
    }

    /// Turns it into another one.
    pub(super) fn turn(&mut self, next: &Arc<Shape>) {
        if Arc::ptr_eq(&self.shape, next) {
            return;
        }
        if next.fresh || !self.shape.is_like(next) {
            let made = Self::new(next.clone());
            // It has a parent as long as it is shown.
            let _ = self.element.replace_with_with_node_1(&made.element);
            *self = made;
            return;
        }
        for ((name, before), (_, value)) in self.shape.attributes.iter().zip(&next.attributes) {
            if before != value {
                value.set(&self.element, name);
            }
        }
        if self.shape.text != next.text {
            self.say(&next.text);
        }
        self.fill(&next.children);
        self.shape = next.clone();
    }

    /// Another text, in the node of the one before: a browser need not lay out anew what is around it.
    fn say(&mut self, text: &str) {
        match &self.text {
            Some(node) => node.set_data(text),
            None if text.is_empty() => {}
            None => {
                let node = words(text);
                let first = self.parts.first().map(|part| part.element.as_ref());
                // A fresh node fits anywhere.
                let _ = self.element.insert_before(&node, first);
                self.text = Some(node);
            }
        }
    }

    /// Turns its parts into these: the first into the first, and so on.
    fn fill(&mut self, next: &[Arc<Shape>]) {
        for (place, shape) in next.iter().enumerate() {
            match self.parts.get_mut(place) {
                Some(part) => part.turn(shape),
                None => {
                    let part = Self::new(shape.clone());
                    // A fresh node fits anywhere.
                    let _ = self.element.append_child(&part.element);
                    self.parts.push(part);
                }
            }
        }
        self.parts.drain(next.len()..).for_each(|part| part.element.remove());
    }
}

impl Value {
    fn set(&self, element: &Element, name: &str) {
        let written;
        let value = match self {
            Self::Words(text) => text,
            Self::Tenths(count) => {
                written = tenth(count / 10.0);
                &written
            }
        };
        // The names are ours, so no document refuses them.
        if name.starts_with("--") {
            // By CSSOM, which works where a policy forbids `style` attributes.
            let _ = element.unchecked_ref::<HtmlElement>().style().set_property(name, value);
        } else {
            let _ = element.set_attribute(name, value);
        }
    }
}

/// A number for an attribute, rounded to a tenth.
pub(super) fn tenth(value: f64) -> String {
    let text = fixed(value, 1);
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

//! Drawings and lines of words, described before they are made. Of one that follows its signals only what differs is
//! changed: most steps of a slider move a few points of a few lines, and to make all anew would cost the frame.

use ledgerline_figure::svg::fixed;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::el::{El, created};

/// A piece of a drawing that is not made yet.
#[derive(Default)]
pub(crate) struct Shape {
    tag: &'static str,
    html: bool,
    attributes: Vec<(&'static str, String)>,
    text: String,
    children: Shapes,
    fresh: bool,
}

/// Several, or none.
pub(crate) type Shapes = Vec<Shape>;

/// A piece that stands in the page. Its children are those of `parts`.
pub(crate) struct Made {
    shape: Shape,
    element: Element,
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
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// Sets attributes to numbers, rounded to a tenth.
    pub(crate) fn at(mut self, numbers: &[(&'static str, f64)]) -> Self {
        for (name, value) in numbers {
            self.attributes.push((name, tenth(*value)));
        }
        self
    }

    /// The text in it, in the place of children.
    pub(crate) fn text(mut self, text: &str) -> Self {
        text.clone_into(&mut self.text);
        self
    }

    /// Appends a piece.
    pub(crate) fn child(mut self, child: Self) -> Self {
        self.children.push(child);
        self
    }

    /// Appends pieces.
    pub(crate) fn children(mut self, mut children: Shapes) -> Self {
        self.children.append(&mut children);
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
        El::from(self.make().element)
    }

    /// Makes it, to be changed later.
    pub(super) fn make(mut self) -> Made {
        let element = created(self.tag, self.html);
        self.attributes.iter().for_each(|(name, value)| set(&element, name, value));
        if !self.text.is_empty() {
            element.set_text_content(Some(&self.text));
        }
        let children = std::mem::take(&mut self.children);
        let mut made = Made { shape: self, element, parts: Vec::with_capacity(children.len()) };
        made.fill(children);
        made
    }
}

impl Made {
    /// What stands in the page.
    pub(super) fn element(&self) -> &Element {
        &self.element
    }

    /// Turns it into another one.
    pub(super) fn turn(&mut self, mut next: Shape) {
        if next.fresh || !self.shape.is_like(&next) {
            let made = next.make();
            // It has a parent as long as it is shown.
            let _ = self.element.replace_with_with_node_1(&made.element);
            *self = made;
            return;
        }
        for ((name, before), (_, value)) in self.shape.attributes.iter().zip(&next.attributes) {
            if before != value {
                set(&self.element, name, value);
            }
        }
        if self.shape.text != next.text {
            self.element.set_text_content(Some(&next.text));
        }
        self.fill(std::mem::take(&mut next.children));
        self.shape = next;
    }

    /// Turns its parts into these: the first into the first, and so on.
    fn fill(&mut self, next: Shapes) {
        let count = next.len();
        for (place, shape) in next.into_iter().enumerate() {
            match self.parts.get_mut(place) {
                Some(part) => part.turn(shape),
                None => {
                    let part = shape.make();
                    // A fresh node fits anywhere.
                    let _ = self.element.append_child(&part.element);
                    self.parts.push(part);
                }
            }
        }
        self.parts.drain(count..).for_each(|part| part.element.remove());
    }
}

impl Shape {
    /// Whether one can turn into the other by the values of its attributes.
    fn is_like(&self, other: &Self) -> bool {
        let (own, others) = (self.attributes.iter(), other.attributes.iter());
        self.tag == other.tag && own.map(|(name, _)| name).eq(others.map(|(name, _)| name))
    }
}

fn set(element: &Element, name: &str, value: &str) {
    // The names are ours, so no document refuses them.
    if name.starts_with("--") {
        // By CSSOM, which works where a policy forbids `style` attributes.
        let _ = element.unchecked_ref::<HtmlElement>().style().set_property(name, value);
    } else {
        let _ = element.set_attribute(name, value);
    }
}

/// A number for an attribute, rounded to a tenth.
pub(super) fn tenth(value: f64) -> String {
    let text = fixed(value, 1);
    text.strip_suffix(".0").map(str::to_owned).unwrap_or(text)
}

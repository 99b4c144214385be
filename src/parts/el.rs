//! Elements without a type of their own.
//!
//! A `view!` gives every piece of markup its own type with code of its own, which for the drawings of this
//! widget came to two thirds of the module. Here all elements are of one type. Signals, effects and owners
//! are Leptos's own: what is bound follows its signals until the owner that made it goes.

use std::sync::Arc;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, Node, Text};

use super::shape::{Made, Shape, tenth};
use crate::reactive::{effect, keep};

const SVG: &str = "http://www.w3.org/2000/svg";

/// An element of the page, or several that have no parent of their own.
#[derive(Clone)]
pub(crate) struct El(Element);

/// What a binding shows: nothing, or some elements.
pub(crate) type Els = Vec<El>;

/// An HTML element.
pub(crate) fn el(tag: &str) -> El {
    El(created(tag, true))
}

/// An element of HTML or SVG as the browser has it.
pub(super) fn created(tag: &str, html: bool) -> Element {
    let element = if html { page().create_element(tag) } else { page().create_element_ns(Some(SVG), tag) };
    // The names are ours, so no document refuses them.
    element.unwrap_or_else(|error| wasm_bindgen::throw_val(error))
}

/// A node of text.
pub(super) fn words(text: &str) -> Text {
    page().create_text_node(text)
}

fn page() -> Document {
    document()
}

impl From<Element> for El {
    fn from(element: Element) -> Self {
        Self(element)
    }
}

impl El {
    /// Gives it a class, or several.
    pub(crate) fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Sets an attribute.
    pub(crate) fn attr(self, name: &str, value: &str) -> Self {
        set(&self.0, name, value);
        self
    }

    /// Sets an attribute, if there is a value for it.
    pub(crate) fn maybe_attr(self, name: &str, value: Option<&str>) -> Self {
        if let Some(value) = value {
            set(&self.0, name, value);
        }
        self
    }

    /// Sets lengths in pixels by CSSOM, which works where a policy forbids `style` attributes.
    pub(crate) fn px(self, lengths: &[(&str, f64)]) -> Self {
        let style = self.html().style();
        for (name, value) in lengths {
            // A name that the browser does not know changes nothing.
            let _ = style.set_property(name, &(tenth(*value) + "px"));
        }
        self
    }

    /// Sets a property by CSSOM, as [`El::px`] does.
    pub(crate) fn style(self, name: &str, value: &str) -> Self {
        // A name that the browser does not know changes nothing.
        let _ = self.html().style().set_property(name, value);
        self
    }

    /// Lengths in pixels that follow their signals.
    pub(crate) fn bind_px(self, lengths: impl Fn() -> Vec<(&'static str, f64)> + 'static) -> Self {
        let element = self.clone();
        follow(Box::new(move || {
            element.clone().px(&lengths());
        }));
        self
    }

    /// A property of its style that follows its signals, set by CSSOM too.
    pub(crate) fn bind_style(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        let element = self.clone();
        follow_new(Box::new(move || Some(value())), move |value| {
            // A name that the browser does not know changes nothing.
            let _ = element.html().style().set_property(name, value.unwrap_or_default());
        });
        self
    }

    /// Appends text.
    pub(crate) fn text(self, text: &str) -> Self {
        add(&self.0, &words(text));
        self
    }

    /// Appends an element.
    pub(crate) fn child(self, child: Self) -> Self {
        add(&self.0, &child.0);
        self
    }

    /// Appends elements.
    pub(crate) fn children(self, children: Els) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Appends an element, if there is one.
    pub(crate) fn maybe(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Calls back on an event.
    pub(crate) fn on(self, event: &'static str, call: impl FnMut(&Event) + 'static) -> Self {
        self.on_boxed(event, Box::new(call))
    }

    // Boxed, here and below: the code around a closure is then there once, and not with each closure.
    fn on_boxed(self, event: &'static str, call: Box<dyn FnMut(&Event)>) -> Self {
        let options = EventListenerOptions::enable_prevent_default();
        let listener = EventListener::new_with_options(&self.0, event, options, call);
        keep(listener);
        self
    }

    /// An attribute that follows its signals; without a value it goes.
    pub(crate) fn bind_attr(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.bind_attr_boxed(name, Box::new(value))
    }

    fn bind_attr_boxed(self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) -> Self {
        let element = self.0.clone();
        follow_new(value, move |value| match value {
            Some(value) => set(&element, name, value),
            // An attribute that was never there is as good as gone.
            None => element.remove_attribute(name).unwrap_or_default(),
        });
        self
    }

    /// Whether `details` are open, following their signals.
    pub(crate) fn bind_open(self, open: impl Fn() -> bool + 'static) -> Self {
        let element = self.clone();
        // The name is ours, so no document refuses it.
        follow(Box::new(move || drop(element.0.toggle_attribute_with_force("open", open()))));
        self
    }

    /// Text that follows its signals.
    pub(crate) fn bind_text(self, text: impl Fn() -> String + 'static) -> Self {
        let node = words("");
        add(&self.0, &node);
        follow_new(Box::new(move || Some(text())), move |text| node.set_data(text.unwrap_or_default()));
        self
    }

    /// Elements that follow their signals: made anew whenever one changes.
    pub(crate) fn bind(self, make: impl Fn() -> Els + 'static) -> Self {
        self.bind_boxed(Box::new(make))
    }

    fn bind_boxed(self, make: Box<dyn Fn() -> Els>) -> Self {
        let end = words("");
        add(&self.0, &end);
        let parent = self.0.clone();
        let mut shown: Els = Vec::new();
        follow(Box::new(move || {
            let fresh = make();
            shown.drain(..).for_each(|old| old.0.remove());
            for new in &fresh {
                // The end was put there by us and stays.
                let _ = parent.insert_before(&new.0, Some(&end));
            }
            shown = fresh;
        }));
        self
    }

    /// A drawing that follows its signals: what differs from the one before is changed, the rest stays.
    pub(crate) fn draw(self, make: impl Fn() -> Option<Shape> + 'static) -> Self {
        self.draw_boxed(Box::new(make))
    }

    fn draw_boxed(self, make: Box<dyn Fn() -> Option<Shape>>) -> Self {
        let end = words("");
        add(&self.0, &end);
        let parent = self.0.clone();
        let mut shown: Option<Made> = None;
        follow(Box::new(move || match (make().map(Arc::new), shown.as_mut()) {
            (Some(next), Some(made)) => made.turn(&next),
            (Some(next), None) => {
                let made = Made::new(next);
                // The end was put there by us and stays.
                let _ = parent.insert_before(made.element(), Some(&end));
                shown = Some(made);
            }
            (None, _) => shown.take().into_iter().for_each(|made| made.element().remove()),
        }));
        self
    }

    /// Appends it to an element that is not ours.
    pub(crate) fn put_into(self, parent: &Element) {
        add(parent, &self.0);
    }

    /// The first element in it that a selector of ours finds.
    pub(crate) fn find(&self, selector: &str) -> Option<HtmlElement> {
        self.0.query_selector(selector).ok().flatten()?.dyn_into().ok()
    }

    /// The first element in it that a selector of ours finds, of any kind.
    pub(crate) fn find_any(&self, selector: &str) -> Option<Element> {
        self.0.query_selector(selector).ok().flatten()
    }

    /// The element as the browser has it.
    pub(crate) fn html(&self) -> &HtmlElement {
        self.0.unchecked_ref()
    }
}

/// Runs at once, and again whenever a signal that it read changes.
pub(super) fn follow(mut run: Box<dyn FnMut()>) {
    effect(move |_| run());
}

/// The same for a text: what is told to the browser is only what differs from the one before.
fn follow_new(value: Box<dyn Fn() -> Option<String>>, tell: impl Fn(Option<&str>) + 'static) {
    let mut before: Option<Option<String>> = None;
    follow(Box::new(move || {
        let value = value();
        if before.as_ref() != Some(&value) {
            tell(value.as_deref());
            before = Some(value);
        }
    }));
}

fn set(element: &Element, name: &str, value: &str) {
    // The names are ours, so no document refuses them.
    let _ = element.set_attribute(name, value);
}

fn add(parent: &Element, child: &Node) {
    // A fresh node fits anywhere.
    let _ = parent.append_child(child);
}

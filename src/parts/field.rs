//! Numbers that the reader types or slides.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::untrack;

use super::el::follow;
use super::{El, el, number_of};
use crate::state::Shared;

/// A field for a number. `value` is what it shows, also where the reader typed something else that counts as this, such
/// as half a year; what is no number changes nothing.
pub(crate) fn field(label: &str, value: impl Fn() -> f64 + 'static, put: impl Fn(f64) + 'static) -> El {
    field_boxed(label, Box::new(value), Box::new(put))
}

// Boxed: the code around the closures is then there once.
fn field_boxed(label: &str, value: Box<dyn Fn() -> f64>, put: Box<dyn Fn(f64)>) -> El {
    let input = el("input").attr("type", "number").attr("step", "any").attr("inputmode", "decimal");
    let input = input.class("field").attr("aria-label", label);
    let value = Rc::new(value);
    let counts = Rc::clone(&value);
    let input = input.bind_value(move || value().into());
    let own = input.clone();
    input.on("change", move |event| {
        if let Some(number) = number_of(event) {
            put(number);
        }
        // Where the same counts as before nothing else would change what was typed, or left empty.
        own.hold(&untrack(|| counts()).into());
    })
}

/// A slider over a range, in steps. It answers while it is moved.
pub(crate) fn slider(
    shared: Shared,
    label: &str,
    (least, most, step): (f64, f64, f64),
    value: impl Fn() -> f64 + 'static,
    told: impl Fn() -> String + 'static,
    put: impl Fn(f64) + 'static,
) -> El {
    let input = el("input").attr("type", "range").class("slider").attr("aria-label", label);
    let input = input.attr("min", &least.to_string()).attr("max", &most.to_string()).attr("step", &step.to_string());
    let given = Rc::new(Cell::new(f64::NAN));
    let (own, held) = (input.clone(), Rc::clone(&given));
    follow(Box::new(move || {
        let value = value();
        // What the reader slid it to it holds already, and to be told so costs the browser a look at its thumb.
        if held.replace(f64::NAN) != value {
            own.hold(&value.into());
        }
    }));
    let input = input.bind_attr("aria-valuetext", move || Some(told()));
    input.on("input", move |event| {
        if let Some(number) = number_of(event) {
            given.set(number);
            shared.step();
            put(number);
        }
    })
}

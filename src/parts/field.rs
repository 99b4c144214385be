//! Numbers that the reader types or slides.

use std::cell::Cell;
use std::rc::Rc;

use ledgerline_core::float::text;
use ledgerline_core::link::year_of;
use ledgerline_core::words::Key;
use leptos::prelude::untrack;

use super::el::follow;
use super::{El, el, number_of};
use crate::reactive::RwSignal;
use crate::state::Shared;

/// A part of a number by which what counts may differ from what was typed.
const ALIKE: f64 = 1e-5;

/// A line below a group of fields. It says of the last of them that could not take what was typed what it stands at, and
/// goes with the next input that can be taken.
#[derive(Clone, Copy)]
pub(crate) struct Remark {
    /// Names the line for the field that it describes.
    id: &'static str,
    /// The label of the field, and the sentence.
    said: RwSignal<Option<(String, String)>>,
}

impl Remark {
    pub(crate) fn new(id: &'static str) -> Self {
        Self { id, said: RwSignal::default() }
    }

    /// The line.
    pub(crate) fn line(self) -> El {
        let text = move || self.said.get().map(|(_, text)| text).unwrap_or_default();
        el("p").class("help").attr("id", self.id).attr("role", "status").bind_text(text)
    }

    /// Takes back what was said. Where nothing was, a step of a slider is to wake nothing.
    pub(crate) fn clear(self) {
        if self.said.get_untracked().is_some() {
            self.said.set(None);
        }
    }

    /// The line's id, for the field that it speaks of.
    fn of(self, label: &str) -> Option<String> {
        self.said.with(|said| said.as_ref().is_some_and(|(whose, _)| whose == label)).then(|| self.id.to_owned())
    }
}

/// What a field shows, what it does with a number, and the years that it takes, where it is for a year.
struct Asked {
    value: Box<dyn Fn() -> f64>,
    put: Box<dyn Fn(f64)>,
    years: Option<Box<dyn Fn() -> (i32, i32)>>,
}

/// A field for a number. `value` is what it shows, also where the reader typed less than the least, which counts as
/// that; what is no number changes nothing. In both cases the remark says so.
pub(crate) fn field(
    (shared, remark): (Shared, Remark),
    label: &str,
    value: impl Fn() -> f64 + 'static,
    put: impl Fn(f64) + 'static,
) -> El {
    boxed(shared, remark, label, Asked { value: Box::new(value), put: Box::new(put), years: None })
}

/// The same for a year from a first to a last one; others count as the nearest of these, and half a year as its whole.
pub(crate) fn year_field(
    (shared, remark): (Shared, Remark),
    label: &str,
    years: impl Fn() -> (i32, i32) + 'static,
    value: impl Fn() -> i32 + 'static,
    put: impl Fn(i32) + 'static,
) -> El {
    let put = move |number: f64| {
        if let Some(year) = year_of(number) {
            put(year);
        }
    };
    let value = move || f64::from(value());
    boxed(shared, remark, label, Asked { value: Box::new(value), put: Box::new(put), years: Some(Box::new(years)) })
}

// Boxed: the code around the closures is then there once.
fn boxed(shared: Shared, remark: Remark, label: &str, asked: Asked) -> El {
    let input = el("input").attr("type", "number").attr("step", "any").attr("inputmode", "decimal");
    let input = input.class("field").attr("aria-label", label);
    let (asked, label) = (Rc::new(asked), label.to_owned());
    let (counts, whose) = (Rc::clone(&asked), label.clone());
    let input = input.bind_value(move || (counts.value)().into());
    let input = input.bind_attr("aria-describedby", move || remark.of(&whose));
    let own = input.clone();
    input.on("change", move |event| {
        let refused = untrack(|| asked.take(number_of(event)));
        // Where the same counts as before nothing else would change what was typed, or left empty.
        let value = untrack(|| (asked.value)());
        own.hold(&value.into());
        match refused {
            Some(key) => {
                let text = asked.refusal(shared, key, &label, value);
                remark.said.set(Some((label.clone(), text)));
            }
            None => remark.clear(),
        }
    })
}

impl Asked {
    /// Takes what was typed; or else tells what is to be said of it.
    fn take(&self, typed: Option<f64>) -> Option<Key> {
        let Some(number) = typed else { return Some(Key::FieldNumber) };
        let nearest = |(first, last): (i32, i32)| number.clamp(first.into(), last.max(first).into());
        let nearest = self.years.as_ref().map_or(number, |years| nearest(years()));
        (self.put)(nearest);
        let counts = (self.value)();
        // Converted amounts are told in six digits.
        let other = nearest != number || (number - counts).abs() > counts.abs() * ALIKE;
        other.then_some(if self.years.is_some() { Key::FieldYears } else { Key::FieldLeast })
    }

    fn refusal(&self, shared: Shared, key: Key, label: &str, value: f64) -> String {
        let words = shared.words();
        let (first, last) = self.years.as_ref().map(|years| untrack(years)).unwrap_or_default();
        let (first, last) = (words.year(first.into()), words.year(last.into()));
        words.say(key, &[("label", label), ("value", &text(value)), ("first", &first), ("last", &last)])
    }
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

//! Pieces that both instruments use.

mod bar_reading;
mod chart;
mod choice;
mod copied;
mod cursor;
mod el;
mod field;
mod figure;
mod held;
mod markup;
mod shape;
mod sources;
mod table;

pub(crate) use bar_reading::read_bars;
pub(crate) use chart::{chart, point_told};
pub(crate) use choice::{Item, choice};
pub(crate) use copied::{Outcome, copier, link_copier, told};
pub(crate) use el::{El, Els, el};
pub(crate) use field::{Remark, field, slider, year_field};
use figure::bars;
pub(crate) use figure::{colour_class, group as shapes, lines, picture, plate, rule, text, years};
pub(crate) use held::{number_of, value_of};
pub(crate) use markup::{link, markup};
pub(crate) use shape::{Shape, Shapes, html, svg};
pub(crate) use sources::sources;
pub(crate) use table::{Entry, cell, row, row_head, values};

use ledgerline_core::words::Key;
use leptos::prelude::{GetValue, SetValue, StoredValue};

use crate::reactive::RwSignal;
use crate::state::Shared;

/// Makes a part whose name stands at its place until it is made: should the program stop meanwhile, the loader finds the
/// name there and makes the next widget without that part.
pub(crate) fn guarded(shared: Shared, place: &El, name: &str, make: impl FnOnce() -> El) -> El {
    if shared.host().without().split(' ').any(|part| part == name) {
        return said("p", shared, Key::FramePart).class("help").attr("role", "status");
    }
    let place = place.clone().attr(MAKING, name);
    let made = make();
    // It was set a moment ago.
    let _ = place.html().remove_attribute(MAKING);
    made
}

/// The attribute with the name; the loader knows it too.
const MAKING: &str = "data-making";

/// A message of the catalogue as an element's text.
pub(crate) fn said(tag: &str, shared: Shared, key: Key) -> El {
    el(tag).text(shared.words().text(key))
}

/// A button with a text.
pub(crate) fn button(text: &str, press: impl FnMut(&web_sys::Event) + 'static) -> El {
    el("button").attr("type", "button").text(text).on("click", press)
}

/// A group of controls with a name.
pub(crate) fn group(class: &str, label: &str) -> El {
    el("div").class(class).attr("role", "group").attr("aria-label", label)
}

/// A folded part. On paper nothing can be opened, so there it is open.
pub(crate) fn folded(shared: Shared, class: &str, heading: El) -> El {
    let part = el("details").class(class).child(heading);
    let (details, before) = (part.clone(), StoredValue::new(false));
    part.bind_open(move || {
        if shared.printing.get() {
            before.set_value(details.html().has_attribute("open"));
            return true;
        }
        before.get_value()
    })
}

/// A folded part whose content is there while it is open, or on paper: what nobody sees need not follow every choice.
pub(crate) fn on_demand(shared: Shared, class: &str, heading: El, make: impl Fn() -> El + 'static) -> El {
    let open = RwSignal::new(false);
    let part = folded(shared, class, heading);
    let details = part.clone();
    part.on("toggle", move |_| open.set(details.html().has_attribute("open")))
        .bind(move || if open.get() || shared.printing.get() { vec![make()] } else { Els::new() })
}

/// A folded part that is made anew with every answer: it comes back open or closed as the reader left it.
pub(crate) fn left(part: El, open: StoredValue<bool>) -> El {
    let part = if open.get_value() { part.attr("open", "") } else { part };
    let details = part.clone();
    part.on("toggle", move |_| open.set_value(details.html().has_attribute("open")))
}

/// A part that scrolls sideways where it must, and can be reached for that by key.
pub(crate) fn scroll(label: &str, inner: El) -> El {
    el("div").class("scroll").attr("role", "region").attr("tabindex", "0").attr("aria-label", label).child(inner)
}

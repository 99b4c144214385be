//! Pieces that both instruments use.

mod choice;
mod el;
mod figure;
mod markup;
mod sources;
mod table;

pub(crate) use choice::{Item, choice};
pub(crate) use el::{El, Els, el, svg, value_of};
pub(crate) use figure::{bars, colour_class, lines, picture, plate, rule, text, years};
pub(crate) use markup::markup;
pub(crate) use sources::sources;
pub(crate) use table::{cell_rows, head};

use ledgerline_core::words::Key;

use crate::state::Shared;

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

/// A folded part.
pub(crate) fn folded(class: &str, heading: El) -> El {
    el("details").class(class).child(heading)
}

/// A part that scrolls sideways where it must, and can be reached for that by key.
pub(crate) fn scroll(label: &str, inner: El) -> El {
    el("div").class("scroll").attr("role", "region").attr("tabindex", "0").attr("aria-label", label).child(inner)
}

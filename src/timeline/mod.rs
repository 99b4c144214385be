//! The timeline: a drawing with a card below it, or on narrow widths a list to read.

mod card;
mod drawing;
mod filter;
mod reading;
mod targets;
mod wide;
mod zoom;

use ledgerline_core::words::Key;
use leptos::prelude::*;

use crate::parts::{El, el};
use crate::state::Shared;

/// The timeline in the form that the width asks for.
pub(crate) fn timeline(shared: Shared) -> El {
    let hidden = RwSignal::new(Vec::<String>::new());
    let label = shared.words().text(Key::TimelineLabel).to_owned();
    let section = el("section").class("timeline").attr("aria-label", &label).attr("part", "timeline");
    section.bind(move || if shared.narrow.get() { reading::reading(shared, hidden) } else { wide::wide(shared, hidden) })
}

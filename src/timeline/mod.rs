//! The timeline: a drawing with a card below it, or on narrow widths a list to read.

mod card;
mod crowd;
mod decade;
mod drag;
mod drawing;
mod figures;
mod filter;
mod find;
mod grip;
mod handles;
mod local;
mod media;
mod reading;
mod search;
mod strip;
mod targets;
mod wide;
mod year;
mod zoom;

use ledgerline_core::words::Key;

use crate::parts::{El, el};
use crate::state::Shared;
pub(crate) use crowd::crowd;
pub(crate) use decade::decade;
pub(crate) use find::{Sieve, mark, needles, sieve};
pub(crate) use grip::{grip, stretch};
pub(crate) use handles::{Frame, handles};
pub(crate) use local::Local;
pub(crate) use media::media;

/// The timeline in the form that the width asks for, and on paper every event in full.
pub(crate) fn timeline(shared: Shared) -> El {
    let local = Local::new(shared);
    let label = shared.words().text(Key::TimelineLabel).to_owned();
    let section = el("section").class("timeline").attr("aria-label", &label).attr("part", "timeline");
    section
        .bind(move || if shared.narrow.get() { reading::reading(shared, local) } else { wide::wide(shared, local) })
        .bind(move || if shared.printing.get() { reading::in_full(shared, local) } else { Vec::new() })
}

//! Which years are in sight: buttons, keys and the wheel with Ctrl or sideways.

use ledgerline_core::words::Key;
use ledgerline_figure::timeline::{self, PlacedTimeline};
use web_sys::{KeyboardEvent, WheelEvent};

use super::drag::{commit, pan};
use super::local::Local;
use crate::parts::{El, button, group};
use crate::reactive::Memo;
use crate::state::Shared;

/// One press zooms by this factor.
const STEP: f64 = 1.6;
/// One notch of a wheel that counts lines moves by so many pixels.
const LINE: f64 = 24.0;
/// A page is this part of the width, so that something of the one before stays in sight.
const PAGE: f64 = 0.8;

/// What brings other years into sight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Zoom {
    In,
    Out,
    All,
    /// By so many pixels to the right.
    Move(f64),
    /// By so many screens to the right.
    Page(f64),
}

/// What zooming keeps in its place, in pixels.
pub(super) fn anchor(shared: Shared, placed: Memo<PlacedTimeline>) -> f64 {
    placed.with_untracked(|placed| placed.anchor(shared.year.get_untracked()))
}

impl Zoom {
    /// The zoom that a key asks for.
    pub(super) fn of_key(event: &KeyboardEvent) -> Option<Self> {
        let chord = event.ctrl_key() || event.meta_key() || event.alt_key();
        match event.key().as_str() {
            _ if chord => None,
            "+" | "=" => Some(Self::In),
            "-" => Some(Self::Out),
            "0" => Some(Self::All),
            "PageUp" => Some(Self::Page(-PAGE)),
            "PageDown" => Some(Self::Page(PAGE)),
            _ => None,
        }
    }

    /// The zoom that a wheel asks for. Up and down it scrolls the page.
    pub(super) fn of_wheel(event: &WheelEvent) -> Option<Self> {
        let unit = if event.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { LINE };
        match (event.delta_x(), event.delta_y()) {
            (_, y) if event.ctrl_key() => Some(if y < 0.0 { Self::In } else { Self::Out }),
            (x, y) if x.abs() > y.abs() => Some(Self::Move(x * unit)),
            _ => None,
        }
    }

    /// Brings the years into sight. What lies at `x` stays there.
    pub(super) fn apply(self, shared: Shared, local: Local, all: Memo<PlacedTimeline>, x: f64) {
        all.with_untracked(|placed| self.go(shared, local, placed, x));
        if let Self::Move(_) = self {
            local.once_at_rest(move || all.with_untracked(|placed| commit(shared, local, placed)));
        }
    }

    /// The same in a movement that can be followed.
    pub(super) fn glide(self, shared: Shared, local: Local, all: Memo<PlacedTimeline>, x: f64) {
        all.with_untracked(|placed| local.glide(placed));
        self.apply(shared, local, all, x);
    }

    fn go(self, shared: Shared, local: Local, placed: &PlacedTimeline, x: f64) {
        let scale = placed.scale.moved(local.pan.get_untracked());
        let days = shared.with_story(|story| {
            let all = timeline::extent(story);
            match self {
                Self::In => Some(scale.zoomed(STEP, x, all)),
                Self::Out => Some(scale.zoomed(STEP.recip(), x, all)),
                _ => None,
            }
        });
        match (self, days) {
            (Self::Move(pixels), _) => pan(shared, local, placed, -pixels),
            (Self::Page(screens), _) => pan(shared, local, placed, -screens * (scale.right - scale.left)),
            (_, days) => shared.range.set(days.and_then(timeline::as_range)),
        }
    }
}

/// The buttons.
pub(super) fn buttons(shared: Shared, local: Local, placed: Memo<PlacedTimeline>) -> El {
    let words = shared.words();
    let press = move |zoom: Zoom| move |_: &_| zoom.glide(shared, local, placed, anchor(shared, placed));
    let sign = |sign: &str, key: Key, zoom: Zoom| {
        let name = words.text(key);
        button(sign, press(zoom)).attr("aria-label", name).attr("title", name)
    };
    group("zoom", words.text(Key::TimelineZoom))
        .child(sign("−", Key::TimelineZoomOut, Zoom::Out))
        .child(sign("+", Key::TimelineZoomIn, Zoom::In))
        .child(button(words.text(Key::TimelineAllYears), press(Zoom::All)))
}

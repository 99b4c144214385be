//! Which years are in sight: buttons, keys and the wheel with Ctrl.

use ledgerline_core::words::Key;
use ledgerline_figure::time::TimeScale;
use ledgerline_figure::timeline;
use leptos::prelude::*;

use crate::parts::{El, button, group};
use crate::state::Shared;

/// One press zooms by this factor.
const STEP: f64 = 1.6;

/// What brings other years into sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zoom {
    In,
    Out,
    All,
}

impl Zoom {
    /// The zoom that a key asks for.
    pub(super) fn of_key(key: &str) -> Option<Self> {
        match key {
            "+" | "=" => Some(Self::In),
            "-" => Some(Self::Out),
            "0" => Some(Self::All),
            _ => None,
        }
    }

    /// Brings the years into sight, from those of the scale.
    pub(super) fn apply(self, shared: Shared, scale: &TimeScale) {
        let factor = match self {
            Self::In => STEP,
            Self::Out => STEP.recip(),
            Self::All => return shared.range.set(None),
        };
        let days = shared.with_story(|story| scale.zoomed(factor, timeline::extent(story)));
        shared.range.set(timeline::as_range(days));
    }
}

/// The buttons.
pub(super) fn buttons(shared: Shared, scale: Memo<TimeScale>) -> El {
    let words = shared.words();
    let press = move |zoom: Zoom| move |_: &_| zoom.apply(shared, &scale.get_untracked());
    let sign = |sign: &str, key: Key, zoom: Zoom| {
        let name = words.text(key);
        button(sign, press(zoom)).attr("aria-label", name).attr("title", name)
    };
    group("zoom", words.text(Key::TimelineZoom))
        .child(sign("−", Key::TimelineZoomOut, Zoom::Out))
        .child(sign("+", Key::TimelineZoomIn, Zoom::In))
        .child(button(words.text(Key::TimelineAllYears), press(Zoom::All)))
}

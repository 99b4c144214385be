//! A step of a slider: its answer comes in its own frame, pictures in the one after it, and what takes long to make once
//! the slider rests.

use gloo_timers::callback::Timeout;
use leptos::prelude::{UpdateValue, request_animation_frame};

use super::Shared;

/// A slider that has not moved for so many milliseconds rests.
const REST: u32 = 120;

/// What a step waits for. Taken away, it comes no more.
#[derive(Default)]
pub(super) struct Waits {
    rest: Option<Timeout>,
    painted: Option<Timeout>,
}

impl Shared {
    /// Takes note of a step of a slider, before its choice is made.
    pub(crate) fn step(&self) {
        let (shared, waits) = (*self, self.waits);
        if !self.moving.get_untracked() {
            self.moving.set(true);
            // Where nothing is drawn no frame comes.
            self.rest();
        }
        if self.answering.get_untracked() {
            return;
        }
        self.answering.set(true);
        // A frame calls back before it is painted; what comes behind it then is the first that follows the answer.
        request_animation_frame(move || {
            let painted = Timeout::new(0, move || {
                shared.answering.set(false);
                shared.rest();
            });
            // Gone with the widget, it waits for nothing.
            let _ = waits.try_update_value(|waits| waits.painted = Some(painted));
        });
    }

    /// Waits, from now on, for the slider to rest.
    fn rest(&self) {
        let (moving, answering) = (self.moving, self.answering);
        let rests = move || {
            answering.set(false);
            moving.set(false);
        };
        let rest = Timeout::new(REST, rests);
        self.waits.update_value(|waits| waits.rest = Some(rest));
    }
}

//! A step of a slider: its answer comes in its own frame, pictures in the one after it, and what takes long to make once
//! the slider rests.

use gloo_render::{AnimationFrame, request_animation_frame};
use gloo_timers::callback::Timeout;
use leptos::prelude::UpdateValue;

use super::Shared;

/// A slider that has not moved for so many milliseconds rests.
const REST: u32 = 120;

/// What a step waits for. Taken away, it comes no more.
#[derive(Default)]
pub(super) struct Waits {
    rest: Option<Timeout>,
    frame: Option<AnimationFrame>,
    painted: Option<Timeout>,
}

impl Shared {
    /// Takes note of a step of a slider, before its choice is made.
    pub(crate) fn step(&self) {
        let (moving, answering, waits) = (self.moving, self.answering, self.waits);
        if !moving.get_untracked() {
            moving.set(true);
        }
        let rests = move || {
            // Where nothing is drawn no frame comes.
            answering.set(false);
            moving.set(false);
        };
        let rest = Timeout::new(REST, rests);
        waits.update_value(|waits| waits.rest = Some(rest));
        if answering.get_untracked() {
            return;
        }
        answering.set(true);
        // A frame calls back before it is painted; what comes behind it then is the first that follows the answer.
        let painted = move |_| {
            let painted = Timeout::new(0, move || answering.set(false));
            waits.update_value(|waits| waits.painted = Some(painted));
        };
        let frame = request_animation_frame(painted);
        waits.update_value(|waits| waits.frame = Some(frame));
    }
}

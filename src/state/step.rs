//! A step of a slider: its answer comes in its own frame, pictures in the one after it or, where they take longer than a
//! frame, as soon as the slider pauses, and what takes long to make once it rests.

use std::rc::Rc;

use gloo_timers::callback::Timeout;
use js_sys::Date;
use leptos::prelude::{UpdateValue, WithValue, request_animation_frame};

use super::Shared;

/// A slider that has not moved for so many milliseconds rests.
const REST: u32 = 120;
/// Pictures that take longer than so many milliseconds would keep the next answer waiting.
const FRAME: f64 = 10.0;
/// For those it is a pause if a slider has not moved for so many milliseconds,
const PAUSE: f64 = 48.0;
/// and without one they come after so many.
const LONGEST: f64 = 250.0;

/// What a step waits for. Taken away, it comes no more.
#[derive(Default)]
pub(super) struct Waits {
    rest: Option<Timeout>,
    painted: Option<Timeout>,
    pictures: Option<Timeout>,
    pace: Pace,
    /// Gives what is told its height, before the frame that shows it.
    fit: Option<Rc<dyn Fn()>>,
}

/// How long pictures take, and how long they have been waiting.
#[derive(Clone, Copy, Default)]
struct Pace {
    /// Whether a frame is on its way that will show an answer.
    framing: bool,
    /// Milliseconds that the last pictures took.
    cost: f64,
    /// Since when some wait.
    since: Option<f64>,
}

impl Pace {
    /// How many milliseconds pictures are to wait from now on.
    fn wait(&mut self, now: f64) -> f64 {
        if self.cost <= FRAME {
            return 0.0;
        }
        let since = *self.since.get_or_insert(now);
        PAUSE.min(since + LONGEST - now).max(0.0)
    }
}

impl Shared {
    /// Takes note of a step of a slider, before its choice is made.
    pub(crate) fn step(&self) {
        let shared = *self;
        if !self.moving.get_untracked() {
            self.moving.set(true);
            // Where nothing is drawn no frame comes.
            self.rest();
        }
        let framing = self.waits.try_update_value(|waits| {
            // Pictures of the step before would come into this one's frame.
            waits.pictures = None;
            std::mem::replace(&mut waits.pace.framing, true)
        });
        if framing != Some(false) {
            return;
        }
        if !self.answering.get_untracked() {
            self.answering.set(true);
        }
        let waits = self.waits;
        let before = move || {
            // Gone with the widget, it gives nothing any more.
            let fit = waits.try_with_value(|waits| waits.fit.clone());
            fit.flatten().into_iter().for_each(|fit| fit());
        };
        request_animation_frame(move || {
            before();
            let painted = Timeout::new(0, move || shared.painted());
            // Gone with the widget, it waits for nothing.
            let _ = waits.try_update_value(|waits| waits.painted = Some(painted));
        });
    }

    /// What is called before the frame of each step of a slider, from now on.
    pub(crate) fn fit_by(&self, fit: Option<Rc<dyn Fn()>>) {
        // Gone with the widget, it is called no more.
        let _ = self.waits.try_update_value(|waits| waits.fit = fit);
    }

    /// The answer is on the screen.
    fn painted(&self) {
        let shared = *self;
        self.rest();
        let wait = self.waits.try_update_value(|waits| {
            waits.pace.framing = false;
            waits.pace.wait(Date::now())
        });
        match wait {
            Some(wait) if wait > 0.0 => {
                let pictures = Timeout::new(wait as u32, move || shared.pictures());
                let _ = self.waits.try_update_value(|waits| waits.pictures = Some(pictures));
            }
            _ => self.pictures(),
        }
    }

    /// Draws what waits for the answer, and takes note of what that takes.
    fn pictures(&self) {
        let (waits, start) = (self.waits, Date::now());
        let _ = waits.try_update_value(|waits| waits.pace.since = None);
        if !self.answering.get_untracked() {
            return;
        }
        self.answering.set(false);
        let made = Date::now() - start;
        let note = move |drawn: f64| {
            let _ = waits.try_update_value(|waits| waits.pace.cost = made + drawn);
        };
        request_animation_frame(move || {
            let frame = Date::now();
            Timeout::new(0, move || note(Date::now() - frame)).forget();
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
        let _ = self.waits.try_update_value(|waits| waits.rest = Some(rest));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quick_pictures_follow_at_once() {
        let mut pace = Pace { cost: FRAME, ..Pace::default() };
        assert_eq!((pace.wait(1000.0), pace.since), (0.0, None));
    }

    #[test]
    fn slow_pictures_wait_for_a_pause_and_not_for_ever() {
        let mut pace = Pace { cost: FRAME + 1.0, ..Pace::default() };
        let waits = [0.0, 100.0, 220.0, 249.0, 300.0].map(|now| pace.wait(1000.0 + now));
        assert_eq!(waits, [PAUSE, PAUSE, 30.0, 1.0, 0.0]);
    }
}

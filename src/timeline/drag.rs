//! Other years come into sight when the drawing is drawn sideways, by mouse or finger, or pinched by two. Up and down
//! a finger scrolls the page: `touch-action` in the style sheet leaves that to the browser. With Shift the mouse draws
//! a span of years for the calculator instead.
//!
//! While it is drawn, the picture that is there is moved as one. Another is made only where it comes to its end.

use std::cell::RefCell;
use std::rc::Rc;

use ledgerline_core::date::Day;
use ledgerline_figure::time::TimeScale;
use ledgerline_figure::timeline::{self, PlacedTimeline};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use super::local::Local;
use super::wide::{beyond, inside};
use crate::parts::El;
use crate::reactive::Memo;
use crate::state::Shared;

/// A press that goes less far is a click, in pixels.
const CLICK: f64 = 4.0;

/// The pointers that are down, with the place where each was last.
#[derive(Default)]
struct Hand {
    down: Vec<(i32, f64)>,
    /// Where the first went down.
    start: f64,
    moved: bool,
    /// The year in which a span began to be drawn.
    since: Option<i32>,
    /// The scale and the fingers' distance when a pinch began.
    pinch: Option<(TimeScale, f64)>,
}

/// Tells whether a click is the end of a drag.
#[derive(Clone, Default)]
pub(super) struct Drag(Rc<RefCell<Hand>>);

impl Drag {
    /// Whether the pointer that has just come up had dragged; asking once settles it.
    pub(super) fn ended(&self) -> bool {
        self.0.try_borrow_mut().is_ok_and(|mut hand| std::mem::take(&mut hand.moved))
    }

    /// Whether a pointer is down.
    fn held(&self) -> bool {
        self.0.try_borrow().is_ok_and(|hand| !hand.down.is_empty())
    }

    /// Makes the plot draggable.
    pub(super) fn on(&self, plot: El, shared: Shared, local: Local, placed: Memo<PlacedTimeline>) -> El {
        let (pressed, dragged, released, lost) = (self.clone(), self.clone(), self.clone(), self.clone());
        let down = move |event: &Event| {
            let pointer = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.button() == 0);
            placed.with_untracked(|placed| pressed.press(pointer, local, placed));
        };
        let go = move |event: &Event| {
            if !dragged.held() {
                return;
            }
            if let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.buttons() != 0) {
                placed.with_untracked(|placed| dragged.go(pointer, shared, local, placed));
            }
        };
        let up = move |drag: &Self, event: &Event| {
            if drag.release(event) {
                placed.with_untracked(|placed| commit(shared, local, placed));
            }
        };
        plot.on("pointerdown", down)
            .on("pointermove", go)
            .on("pointerup", move |event| up(&released, event))
            .on("pointercancel", move |event| up(&lost, event))
    }

    fn press(&self, pointer: Option<&PointerEvent>, local: Local, placed: &PlacedTimeline) {
        let (Some(pointer), Ok(mut hand)) = (pointer, self.0.try_borrow_mut()) else { return };
        let x = f64::from(pointer.client_x());
        if pointer.is_primary() {
            let since = pointer.shift_key().then(|| year_under(pointer, local, placed));
            *hand = Hand { start: x, since, ..Hand::default() };
        }
        hand.down.push((pointer.pointer_id(), x));
        if let [(_, first), (_, second)] = hand.down[..] {
            hand.pinch = Some((placed.scale.moved(local.pan.get_untracked()), (first - second).abs().max(1.0)));
        }
    }

    /// Takes a pointer away; tells whether that was the end of a drag.
    fn release(&self, event: &Event) -> bool {
        let (Some(pointer), Ok(mut hand)) = (event.dyn_ref::<PointerEvent>(), self.0.try_borrow_mut()) else {
            return false;
        };
        hand.down.retain(|(id, _)| *id != pointer.pointer_id());
        let pinched = hand.pinch.take().is_some();
        hand.moved && hand.down.is_empty() && !pinched && hand.since.is_none()
    }

    fn go(&self, pointer: &PointerEvent, shared: Shared, local: Local, placed: &PlacedTimeline) {
        let Ok(mut hand) = self.0.try_borrow_mut() else { return };
        let x = f64::from(pointer.client_x());
        let Some(own) = hand.down.iter().position(|(id, _)| *id == pointer.pointer_id()) else { return };
        if hand.pinch.is_none() && !hand.moved && (x - hand.start).abs() <= CLICK {
            return;
        }
        let plot = pointer.current_target().and_then(|plot| plot.dyn_into::<Element>().ok());
        let corner = plot.as_ref().map_or(0.0, |plot| plot.get_bounding_client_rect().left());
        if !hand.moved {
            // What lies under the pointer may be made anew on the way; the plot stays. A pointer that is
            // already gone needs no capture.
            plot.map(|plot| plot.set_pointer_capture(pointer.pointer_id()).unwrap_or_default()).unwrap_or_default();
        }
        hand.moved = true;
        let far = x - std::mem::replace(&mut hand.down[own].1, x);
        if let Some(since) = hand.since {
            shared.span(since, year_under(pointer, local, placed));
            return;
        }
        match (hand.pinch, &hand.down[..]) {
            (Some((scale, before)), [(_, first), (_, second)]) => {
                let (apart, middle) = ((first - second).abs().max(1.0), f64::midpoint(*first, *second) - corner);
                let days = shared.with_story(|story| scale.zoomed(apart / before, middle, timeline::extent(story)));
                shared.range.set(timeline::as_range(days));
            }
            _ => pan(shared, local, placed, far),
        }
    }
}

/// The year under a pointer.
pub(super) fn year_under(pointer: &PointerEvent, local: Local, placed: &PlacedTimeline) -> i32 {
    placed.year_at(inside(pointer).0 - local.pan.get_untracked())
}

/// Moves the drawing to the right, as far as the story goes. Where what is drawn comes to its end, more is made.
pub(super) fn pan(shared: Shared, local: Local, placed: &PlacedTimeline, pixels: f64) {
    let (first, last) = shared.with_story(timeline::extent);
    let scale = placed.scale;
    let (least, most) = (scale.right - scale.x(end(last)), scale.left - scale.x(end(Day(first.0 - 1))));
    let pan = (local.pan.get_untracked() + pixels).clamp(least.min(most), most);
    local.pan.set(pan);
    if pan.abs() > beyond(placed.width) {
        commit(shared, local, placed);
    }
}

/// Makes the drawing for the days that have come into sight. Days are whole, so it may stand moved by part of one.
pub(super) fn commit(shared: Shared, local: Local, placed: &PlacedTimeline) {
    let pan = local.pan.get_untracked();
    let days = shared.with_story(|story| placed.scale.panned(-pan, timeline::extent(story)));
    let rest = pan + placed.scale.x(end(Day(days.0.0 - 1))) - placed.scale.left;
    local.moved(shared, days, rest);
}

/// Where a day ends, in days.
fn end(day: Day) -> f64 {
    day.0 as f64 + 1.0
}

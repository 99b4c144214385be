//! Other years come into sight when the drawing is drawn sideways, by mouse or finger. Up and down a finger
//! scrolls the page: `touch-action` in the style sheet leaves that to the browser.

use std::cell::Cell;
use std::rc::Rc;

use ledgerline_figure::time::TimeScale;
use ledgerline_figure::timeline;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, PointerEvent};

use crate::parts::El;
use crate::reactive::Memo;
use crate::state::Shared;

/// A press that goes less far is a click, in pixels.
const CLICK: f64 = 4.0;

/// A pointer that is down, or that was when it last moved.
#[derive(Clone, Copy)]
struct Grip {
    x: f64,
    scale: TimeScale,
    moved: bool,
}

/// Tells whether a click is the end of a drag.
#[derive(Clone, Default)]
pub(super) struct Drag(Rc<Cell<Option<Grip>>>);

impl Drag {
    /// Whether the pointer that has just come up had dragged; asking once settles it.
    pub(super) fn ended(&self) -> bool {
        self.0.take().is_some_and(|grip| grip.moved)
    }

    /// Makes the plot draggable.
    pub(super) fn on(&self, plot: El, shared: Shared, scale: Memo<TimeScale>) -> El {
        let (pressed, dragged) = (self.clone(), self.clone());
        let down = move |event: &Event| {
            let pointer = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.button() == 0);
            let grip = |pointer: &PointerEvent| Grip {
                x: pointer.client_x().into(),
                scale: scale.get_untracked(),
                moved: false,
            };
            pressed.0.set(pointer.filter(|pointer| pointer.is_primary()).map(grip));
        };
        let drag = move |event: &Event| {
            if let Some(pointer) = event.dyn_ref::<PointerEvent>().filter(|pointer| pointer.buttons() != 0) {
                dragged.go(pointer, shared);
            }
        };
        plot.on("pointerdown", down).on("pointermove", drag)
    }

    fn go(&self, pointer: &PointerEvent, shared: Shared) {
        let Some(mut grip) = self.0.get() else { return };
        let far = grip.x - f64::from(pointer.client_x());
        if !grip.moved && far.abs() <= CLICK {
            return;
        }
        if !grip.moved {
            let plot = pointer.current_target().and_then(|plot| plot.dyn_into::<Element>().ok());
            // What lies under the pointer may be made anew on the way; the plot stays. A pointer that is
            // already gone needs no capture.
            plot.map(|plot| plot.set_pointer_capture(pointer.pointer_id()).unwrap_or_default()).unwrap_or_default();
        }
        grip.moved = true;
        self.0.set(Some(grip));
        let days = shared.with_story(|story| grip.scale.panned(far, timeline::extent(story)));
        shared.range.set(timeline::as_range(days));
    }
}

//! What the page around the element does for the instruments: addresses, copies, and what comes near.

use js_sys::{Function, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::*;

use crate::parts::El;
use crate::state::Host;

/// The page that the element stands in.
pub(super) struct Page {
    /// What is to be left out.
    pub(super) without: String,
    /// The loader's function that waits until a place comes near, and knows the address of a state.
    pub(super) ask: Function,
}

impl Host for Page {
    fn address(&self, state: &str) -> String {
        let address = self.ask.call1(&JsValue::NULL, &JsValue::from_str(state));
        address.ok().and_then(|address| address.as_string()).unwrap_or_default()
    }

    fn copy(&self, text: &str, done: Box<dyn FnOnce()>, refused: Box<dyn FnOnce()>) {
        let navigator = window().navigator();
        // Pages without a secure origin have none.
        let there = Reflect::get(&navigator, &"clipboard".into()).is_ok_and(|board| !board.is_undefined());
        if !there {
            return refused();
        }
        let done = Closure::once(move |_: JsValue| done());
        let refused = Closure::once(move |_: JsValue| refused());
        // The promise that comes of it is nobody's.
        let _ = navigator.clipboard().write_text(text).then2(&done, &refused);
        done.forget();
        refused.forget();
    }

    fn without(&self) -> &str {
        &self.without
    }

    fn nearby(&self, place: &El) {
        // It waits by itself, and what it throws is nobody's.
        let _ = self.ask.call1(&JsValue::NULL, place.html());
    }
}

//! What fields, sliders and choices hold.

use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::El;
use super::el::follow;

#[wasm_bindgen]
extern "C" {
    /// Whatever holds what a reader typed or chose: a field, a slider or a choice. Which of them need not be asked.
    type Field;

    #[wasm_bindgen(method, getter, structural)]
    fn value(this: &Field) -> String;

    #[wasm_bindgen(method, getter, structural, js_name = valueAsNumber)]
    fn number(this: &Field) -> f64;

    #[wasm_bindgen(method, setter, structural)]
    fn set_value(this: &Field, value: &JsValue);
}

impl El {
    /// What a field holds, following its signals.
    pub(crate) fn bind_value(self, value: impl Fn() -> JsValue + 'static) -> Self {
        let element = self.clone();
        follow(Box::new(move || element.hold(&value())));
        self
    }

    /// Changes what a field holds.
    pub(crate) fn hold(&self, value: &JsValue) {
        self.html().unchecked_ref::<Field>().set_value(value);
    }
}

/// The number that a field or a slider holds after the reader changed it, unless it is none.
pub(crate) fn number_of(event: &Event) -> Option<f64> {
    let number = event.target()?.unchecked_ref::<Field>().number();
    number.is_finite().then_some(number)
}

/// What a field holds after the reader changed it.
pub(crate) fn value_of(event: &Event) -> String {
    event.target().map(|field| field.unchecked_ref::<Field>().value()).unwrap_or_default()
}

//! What happens when the program itself fails: a panic stops the instance, and the loader is told.

use std::cell::RefCell;

use js_sys::Function;
use wasm_bindgen::prelude::*;

thread_local! {
    static LISTENER: RefCell<Option<Function>> = const { RefCell::new(None) };
}

/// Prepares a fresh instance. The module's `main` calls it once.
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        // Taken, not borrowed: the loader hears of the first panic only, and nothing here may fail.
        let listener = LISTENER.try_with(|slot| slot.try_borrow_mut().ok()?.take());
        if let Ok(Some(listener)) = listener {
            let message = JsValue::from_str(&panic.to_string());
            let _ = listener.call1(&JsValue::NULL, &message);
        }
    }));
}

/// Names the function that is called with a line for the console when this instance has panicked. After
/// that nothing of the instance may be called.
#[wasm_bindgen]
pub fn on_panic(listener: Function) {
    LISTENER.with(|slot| slot.replace(Some(listener)));
}

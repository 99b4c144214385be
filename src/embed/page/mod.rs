//! What the page around the element does for the instruments: addresses, copies, files.

mod paint;
mod shapes;

use js_sys::{Reflect, encode_uri_component};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};

use crate::state::{Around, Host};

/// The page that the element stands in.
pub(super) struct Page {
    /// What a state is put behind for a link: the page's address as the loader knows it, up to `#ll=`.
    pub(super) address: String,
}

impl Host for Page {
    fn address(&self, state: &str) -> String {
        format!("{}{state}", self.address)
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

    fn save(&self, name: &str, kind: &str, text: &str) -> bool {
        let data: String = encode_uri_component(text).into();
        follow(name, &format!("data:{kind};charset=utf-8,{data}"))
    }

    fn svg(&self, drawing: &Element, around: &Around) -> String {
        shapes::Drawing::of(drawing, around).svg()
    }

    fn save_png(&self, name: &str, drawing: &Element, around: &Around) -> bool {
        match paint::png(&shapes::Drawing::of(drawing, around)) {
            Some(address) => follow(name, &address),
            None => false,
        }
    }
}

/// Follows a link that saves. A frame of no origin may not, and says nothing about it.
fn follow(name: &str, address: &str) -> bool {
    let origin = Reflect::get(&window(), &"origin".into()).ok().and_then(|origin| origin.as_string());
    if origin.as_deref() == Some("null") && window().location().protocol().is_ok_and(|protocol| protocol != "file:") {
        return false;
    }
    let Ok(link) = document().create_element("a") else { return false };
    let set = link.set_attribute("href", address).and_then(|()| link.set_attribute("download", name));
    if set.is_err() {
        return false;
    }
    link.unchecked_ref::<HtmlElement>().click();
    true
}

//! Files for the reader: texts, drawings that stand alone, paintings of them.

mod paint;
mod shapes;

use js_sys::{Reflect, encode_uri_component};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use crate::state::{Around, Files};

/// The browser's way to save.
pub(crate) struct Saved;

/// It holds nothing, so one is enough.
pub(crate) static FILES: Saved = Saved;

impl Files for Saved {
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

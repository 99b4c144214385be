//! What the page hears of the reader: `ledgerline:change` after every choice, `ledgerline:select` when an
//! event opens or closes. The loader passes them on.

use std::cell::Cell;

use ledgerline_core::story::Story;
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

use crate::later;
use crate::reactive::effect;
use crate::state::Shared;

/// The state that the widget shows, in the words of the story format.
#[derive(Serialize)]
struct State<'a> {
    view: &'static str,
    event: Option<&'a str>,
    compare: Compare,
}

#[derive(Serialize)]
struct Compare {
    a: String,
    b: String,
    when: String,
    #[serde(rename = "as")]
    measure: &'static str,
}

#[derive(Serialize)]
struct Change<'a> {
    state: State<'a>,
    /// The whole state, as it stands behind `#ll=`.
    link: String,
    /// What the calculator says of it.
    sentence: String,
}

#[derive(Serialize)]
struct Select<'a> {
    event: Option<&'a str>,
}

/// Tells `ear` of every change from now on, for as long as the current owner lives.
pub(super) fn tell(ear: HtmlElement, shared: Shared) {
    let other = ear.clone();
    // The first run only takes note of what is there: nothing has changed yet.
    effect(move |before| {
        // The page is told where a slider comes to rest, not of every step on its way there.
        if shared.moving.get() {
            return;
        }
        // Reads every choice, so that this effect follows them all.
        let link = shared.link_text();
        shared.with_story(|story| {
            let state = state(shared, story);
            if before {
                let sentence = later::with(|later| (later.told)(shared)).unwrap_or_default();
                dispatch(&ear, "ledgerline:change", &Change { state, link, sentence });
            }
        });
    });
    let open = Cell::new(shared.event.get_untracked());
    effect(move |_| {
        let event = shared.event.get();
        // What is open already is opened again by many a choice.
        if open.replace(event) != event {
            shared.with_story(|story| dispatch(&other, "ledgerline:select", &Select { event: id(story, event) }));
        }
    });
}

/// The choices that have names in the story format.
fn state(shared: Shared, story: &Story) -> State<'_> {
    State {
        view: shared.view.get().name(),
        event: id(story, shared.event.get()),
        compare: Compare {
            a: shared.a.get(),
            b: shared.b.get(),
            when: shared.year.get().to_string(),
            measure: shared.measure.get().name(),
        },
    }
}

fn id(story: &Story, event: Option<usize>) -> Option<&str> {
    Some(story.events.get(event?)?.id.as_str())
}

fn dispatch(ear: &HtmlElement, name: &str, detail: &impl Serialize) {
    let detail = detail.serialize(&Serializer::json_compatible()).unwrap_or(JsValue::NULL);
    let init = CustomEventInit::new();
    init.set_detail(&detail);
    if let Ok(event) = CustomEvent::new_with_event_init_dict(name, &init) {
        // Refused only while the same event is on its way, which a new one never is.
        let _ = ear.dispatch_event(&event);
    }
}

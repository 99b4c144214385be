//! One element's widget, from the loader's call to its end.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::Function;
use ledgerline_core::link::{Link, View};
use ledgerline_core::story::Story;
use ledgerline_core::words::Words;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

use super::locale::Intl;
use super::options::{self, Asked, Options, Target};
use super::page::Page;
use super::{events, print, reading};
use crate::app::App;
use crate::later;
use crate::state::{Shared, Stage};

/// Shows a story in `root`, the element's inner root, and tells `ear` what happens in it. `ask` is called with the
/// places of what is fetched later, and with a state for the address that leads to it.
///
/// # Errors
/// `{code, sentence, hint}` where the story cannot be shown.
#[wasm_bindgen]
pub fn mount(
    root: HtmlElement,
    ear: HtmlElement,
    story: &[u8],
    options: Asked,
    ask: Function,
) -> Result<Mounted, JsValue> {
    let options = Options::of(&options);
    let words = words(&options.language(&Story::default()));
    let mounted =
        Mounted { root, ear, ask, story: Arc::new(reading::story(story, &words)?), shown: RefCell::new(None) };
    mounted.show(&options, options.width, None);
    Ok(mounted)
}

/// A widget in its element. Dropping it takes the widget out of the page.
#[wasm_bindgen]
pub struct Mounted {
    root: HtmlElement,
    ear: HtmlElement,
    ask: Function,
    story: Arc<Story>,
    shown: RefCell<Option<Shown>>,
}

/// What is in the page now. The view goes before the state that it reads.
struct Shown {
    _view: Box<dyn Any>,
    _owner: Owner,
    shared: Shared,
    language: String,
    /// The view that the page asked for; the reader, or a claim in the article, may have come to another since.
    asked: View,
}

#[wasm_bindgen]
impl Mounted {
    /// Follows the element's attributes. Another language builds the view anew; the choices stay.
    pub fn update(&self, options: Asked) {
        let options = Options::of(&options);
        // Taken out: while a view goes, the page may call back, and then finds nothing to change.
        let Some(mut shown) = self.shown.take() else { return };
        let view = options.view(&self.story);
        if shown.language == options.language(&self.story) {
            if std::mem::replace(&mut shown.asked, view) != view {
                shown.shared.view.set(view);
            }
            self.shown.replace(Some(shown));
        } else {
            let mut choices = untrack(|| shown.shared.link());
            choices.view = choices.view.filter(|_| shown.asked == view);
            let width = shown.shared.width.get_untracked();
            drop(shown);
            self.show(&options, width, Some(choices));
        }
    }

    /// Follows the width of the element, in CSS pixels.
    pub fn resize(&self, width: f64) {
        if let Some(shared) = self.shared() {
            shared.width.set(width);
        }
    }

    /// Takes note that the later half of the module is there, or that it cannot be had.
    pub fn arrived(&self, there: bool) {
        if there {
            later::arrived();
        }
        if let Some(shared) = self.shared() {
            shared.complete();
            let stage = if there { Stage::There } else { Stage::Missing };
            // Told again, what is there already must not be made anew under the reader's hand.
            if shared.later.get_untracked() != stage {
                shared.later.set(stage);
            }
        }
    }

    /// The reader's choices as text, as it stands behind `#ll=`.
    pub fn state(&self) -> String {
        self.shared().map(|shared| untrack(|| shared.link_text())).unwrap_or_default()
    }

    /// Makes the choices of such a text. What is wrong with it is told in the widget.
    pub fn set_state(&self, text: &str) {
        if let Some(shared) = self.shared() {
            later::with(|later| (later.read_link)(&shared, text));
        }
    }

    /// The story's own id, by which an address may name this widget.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.story.id.clone()
    }

    /// Opens an event or goes to a year; tells whether the story has it.
    pub fn select(&self, target: Asked) -> bool {
        let target = Target::of(&target);
        self.shared().is_some_and(|shared| target.choose(shared))
    }

    /// Saves what the calculator shows as `csv`, `svg`, `png` or `json`, as its button does; tells whether there is one.
    pub fn download(&self, kind: &str) -> bool {
        let button = self.root.query_selector(&format!("[data-save=\"{kind}\"]")).ok().flatten();
        let button = button.and_then(|button| button.dyn_into::<HtmlElement>().ok());
        button.inspect(HtmlElement::click).is_some()
    }
}

impl Mounted {
    fn show(&self, options: &Options, width: f64, choices: Option<Link>) {
        let (language, asked) = (options.language(&self.story), options.view(&self.story));
        let owner = Owner::new();
        let (shared, view) = owner.with(|| {
            let page = Rc::new(Page { without: options.without.clone(), ask: self.ask.clone() });
            let shared = Shared::new(self.story.clone(), words(&language), page, asked, width);
            if let Some(choices) = choices {
                // The story is the same, so nothing of it is gone.
                shared.restore(choices);
            }
            let ear = self.ear.clone();
            let view = mount_to(self.root.clone(), move || {
                events::tell(ear, shared);
                print::follow(shared);
                view! { <App shared=shared/> }
            });
            (shared, Box::new(view) as Box<dyn Any>)
        });
        self.root.set_lang(&language);
        self.root.set_dir(options::direction(&language));
        self.shown.replace(Some(Shown { _view: view, _owner: owner, shared, language, asked }));
    }

    fn shared(&self) -> Option<Shared> {
        self.shown.try_borrow().ok()?.as_ref().map(|shown| shown.shared)
    }
}

fn words(language: &str) -> Words {
    Words::first(Box::new(Intl::new(language)))
}

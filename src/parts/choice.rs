//! A choice within a sentence: a native select, so that touch, keys and screen readers just work.

use ledgerline_figure::svg::fixed;
use ledgerline_figure::text::{BOLD, width};

use super::el::follow;
use super::{El, el, value_of};

/// Room for the arrow, in pixels.
const ARROW: u8 = 20;

/// Something to choose.
pub(crate) struct Item {
    /// What it is called among the choices.
    pub(crate) value: String,
    /// What the reader sees.
    pub(crate) text: String,
    /// Whether it is the one that is chosen.
    pub(crate) chosen: bool,
}

/// The choice. `label` names it for those who do not see the sentence around it.
pub(crate) fn choice(label: &str, items: impl Fn() -> Vec<Item> + 'static, choose: impl Fn(String) + 'static) -> El {
    choice_boxed(label, Box::new(items), Box::new(choose))
}

// Boxed: the code around the closures is then there once.
fn choice_boxed(label: &str, items: Box<dyn Fn() -> Vec<Item>>, choose: Box<dyn Fn(String)>) -> El {
    let select = el("select").attr("aria-label", label);
    let own = select.clone();
    let mut before: Vec<Item> = Vec::new();
    follow(Box::new(move || {
        let items = items();
        // Where the browser makes a select as wide as its longest option, it is made as wide as the chosen one.
        let chosen = items.iter().find(|item| item.chosen);
        let wide = chosen.map_or(0.0, |item| width(&item.text, 1.0));
        let own = own.clone();
        // To set it costs, even to what it is.
        if before.iter().find(|item| item.chosen).map(|item| &item.text) != chosen.map(|item| &item.text) {
            own.clone().style("width", &format!("calc({}em + {ARROW}px)", fixed(wide * BOLD, 2)));
        }
        let alike = |(a, b): (&Item, &Item)| (&a.value, &a.text) == (&b.value, &b.text);
        // Every step of a slider chooses another year of the same ones.
        if items.len() != before.len() || !items.iter().zip(&before).all(alike) {
            own.html().set_text_content(None);
            own.clone().children(items.iter().map(option).collect());
        }
        if let Some(item) = chosen {
            own.hold(&item.value.as_str().into());
        }
        before = items;
    }));
    let select = select.on("change", move |event| choose(value_of(event)));
    el("span").class("choice").child(select)
}

fn option(item: &Item) -> El {
    el("option").attr("value", &item.value).text(&item.text)
}

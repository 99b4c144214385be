//! A choice within a sentence: a native select, so that touch, keys and screen readers just work.

use super::{El, Els, el, value_of};

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
    let options = move || items().iter().map(option).collect::<Els>();
    let select =
        el("select").attr("aria-label", label).bind(options).on("change", move |event| choose(value_of(event)));
    el("span").class("choice").child(select)
}

fn option(item: &Item) -> El {
    let option = el("option").attr("value", &item.value).text(&item.text);
    if item.chosen { option.attr("selected", "") } else { option }
}

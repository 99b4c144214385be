//! Which series are drawn under the events, and on which scale.

use ledgerline_core::story::Story;
use ledgerline_core::words::Key;
use ledgerline_figure::colour_of_series;
use ledgerline_figure::timeline::logarithmic;

use super::local::Local;
use crate::parts::{El, Els, button, colour_class, group};
use crate::state::Shared;

/// Ids of the series that are drawn: those chosen here, else those that the calculator compares. All have the unit of
/// the first, for they share one scale.
pub(super) fn drawn(shared: Shared, chosen: Option<Vec<String>>) -> Vec<String> {
    let compared = || vec![shared.a.get(), shared.b.get()];
    let mut ids = chosen.unwrap_or_else(compared);
    shared.with_story(|story| {
        let unit = |id: &str| story.series.get(id).map(|series| series.unit);
        let first = ids.iter().find_map(|id| unit(id));
        ids.retain(|id| unit(id).is_some() && unit(id) == first);
    });
    ids.dedup();
    ids
}

/// Whether the values of these series advise a logarithmic scale.
pub(super) fn log_advised(shared: Shared, ids: &[String]) -> bool {
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    shared.with_story(|story| logarithmic(story, &ids))
}

/// A button for every series, and one for the scale; nothing where the story has no figures.
pub(super) fn choice(shared: Shared, local: Local) -> El {
    let words = shared.words();
    let ids: Vec<String> = shared.with_story(|story| story.series.ids().map(str::to_owned).collect());
    let none = ids.is_empty().then_some("");
    let chips = shared.with_story(|story| ids.iter().map(|id| chip(shared, local, story, id)).collect::<Els>());
    let switch = button("", move |_| local.choose_log(!local.log.get_untracked()));
    let switch = switch.class("chip").text(words.text(Key::CalculatorLog));
    let switch = switch.bind_attr("aria-pressed", move || Some(local.log.get().to_string()));
    group("filter figures", words.text(Key::TimelineFigures)).maybe_attr("hidden", none).children(chips).child(switch)
}

fn chip(shared: Shared, local: Local, story: &Story, id: &str) -> El {
    let (own, other) = (id.to_owned(), id.to_owned());
    let toggle = move |_: &_| {
        let mut ids = local.series.get_untracked();
        match ids.iter().position(|each| *each == own) {
            Some(place) => drop(ids.remove(place)),
            None => ids.push(own.clone()),
        }
        local.choose_series(ids);
    };
    let name = shared.words().series_short(story, id).to_owned();
    let chip = button(&name, toggle).class(&format!("chip {}", colour_class(colour_of_series(story, id))));
    chip.bind_attr("aria-pressed", move || Some(local.series.with(|ids| ids.contains(&other)).to_string()))
}

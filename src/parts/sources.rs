//! Sources by name and link.

use ledgerline_core::story::Source;
use ledgerline_core::words::{Key, Words};

use super::markup::link;
use super::{El, Els, el};
use crate::state::Shared;

/// The sources with these ids, each a link where it has an address.
pub(crate) fn sources<'a>(shared: Shared, ids: impl Iterator<Item = &'a String>) -> Els {
    let words = shared.words();
    shared.with_story(|story| ids.filter_map(|id| story.sources.get(id)).map(|found| source(found, &words)).collect())
}

fn source(source: &Source, words: &Words) -> El {
    let date = source.date.as_ref().map(|date| words.date(date));
    let title: Vec<String> = source.title.clone().into_iter().chain(date).collect();
    let title = (!title.is_empty()).then(|| title.join(", "));
    let name = match &source.url {
        Some(url) => {
            let told = words.say(Key::CalculatorNewWindow, &[("name", &source.publisher)]);
            link(url, &source.publisher).attr("aria-label", &told)
        }
        None => el("span").text(&source.publisher),
    };
    let state = source.state_media.then(|| el("span").class("state").text(words.text(Key::CalculatorStateMedia)));
    el("span").class("ref").child(name.maybe_attr("title", title.as_deref())).text(" ").maybe(state).text(" ")
}

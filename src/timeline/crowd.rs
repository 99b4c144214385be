//! Events that lie together and that no zooming parts, as a list below the drawing.

use ledgerline_core::words::Key;
use ledgerline_figure::reading;

use super::card::{close, closed_by_key, lead};
use super::local::{Focus, Local};
use crate::parts::{El, button, el};
use crate::state::Shared;

/// So many are listed.
const LISTED: usize = 100;

/// The events of a cluster that no zooming parts, to choose from.
pub(crate) fn crowd(shared: Shared, local: Local) -> Option<El> {
    let (words, events) = (shared.words(), local.crowd.get());
    if events.is_empty() {
        return None;
    }
    let title = words.count(Key::CrowdTitle, events.len(), &[]);
    let row = |event: &usize| {
        let (event, words) = (*event, shared.words());
        let name = shared.with_story(|story| {
            let declared = story.events.get(event)?;
            let values = [("date", &*words.date(&declared.when)), ("title", declared.title.as_str())];
            Some(words.say(Key::TimelineEvent, &values))
        });
        let open = move |_: &_| local.open(shared, event, Focus::Heading);
        el("li").child(button(&name.unwrap_or_default(), open))
    };
    let shown = shared.with_story(|story| reading::most_important(story, &events, LISTED, None));
    let rest = events.len() - shown.len();
    let rest = (rest > 0).then(|| el("p").text(&words.count(Key::CrowdMore, rest, &[])));
    let heading = el("h3").attr("tabindex", "-1").text(&title);
    let closing = button(words.text(Key::TimelineClose), move |event| close(shared, local, event));
    let card = el("article").class("card crowd").attr("aria-label", &title).child(heading);
    let card = card.child(el("ul").children(shown.iter().map(row).collect())).maybe(rest);
    let card = closed_by_key(card.child(el("div").class("steps").child(closing)), shared, local);
    lead(&card, local.take_focus());
    Some(card)
}

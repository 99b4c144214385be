//! What a search finds, and where. The field stands from the start; this comes with the later half, which is fetched as
//! soon as the reader turns to the widget.

use std::sync::Arc;

use ledgerline_core::story::search::{self, Haystack};

use crate::parts::{El, el};
use crate::state::Shared;

/// Whether an event, by its index, has all of some folded words.
pub(crate) type Sieve = Arc<dyn Fn(usize, &[String]) -> bool + Send + Sync>;

/// The words of a query, folded.
pub(crate) fn needles(shared: &Shared, query: &str) -> Vec<String> {
    search::needles(query, shared.words().locale())
}

/// Looks through the story's events.
pub(crate) fn sieve(shared: &Shared) -> Sieve {
    let all = shared.with_story(|story| Haystack::new(story, shared.words().locale()));
    Arc::new(move |event, needles| all.has(event, needles))
}

/// Appends a text with what is searched for marked in it.
pub(crate) fn mark(shared: &Shared, parent: El, text: &str, needles: &[String]) -> El {
    let words = shared.words();
    search::marked(text, needles, words.locale()).into_iter().fold(parent, |parent, (piece, hit)| match hit {
        true => parent.child(el("mark").text(piece)),
        false => parent.text(piece),
    })
}

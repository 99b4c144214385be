//! The markup of story texts as HTML.

use ledgerline_core::story::markup::{self, Inline};

use super::write::{element, escape, link};

/// The paragraphs of a text.
pub(super) fn paragraphs(text: &str) -> String {
    let paragraph = |pieces: &Vec<Inline>| element("p", &pieces.iter().map(inline).collect::<String>());
    markup::parse(text).iter().map(paragraph).collect()
}

fn inline(piece: &Inline) -> String {
    match piece {
        Inline::Text(text) => escape(text),
        Inline::Emphasis(text) => element("em", &escape(text)),
        Inline::Strong(text) => element("strong", &escape(text)),
        Inline::Link { href, text } => link(Some(href), &escape(text)),
    }
}

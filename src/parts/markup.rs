//! The markup of story texts as elements. Story text is hostile: it becomes text nodes and nothing else.

use ledgerline_core::story::markup::{self, Inline};

use super::{El, Els, el};

/// The paragraphs of a text.
pub(crate) fn markup(text: &str) -> Els {
    markup::parse(text).iter().map(|pieces| pieces.iter().fold(el("p"), inline)).collect()
}

fn inline(paragraph: El, piece: &Inline) -> El {
    match piece {
        Inline::Text(text) => paragraph.text(text),
        Inline::Emphasis(text) => paragraph.child(el("em").text(text)),
        Inline::Strong(text) => paragraph.child(el("strong").text(text)),
        Inline::Link { href, text } => paragraph.child(link(href, text)),
    }
}

/// A link that leaves the article open. The reader of story files lets nothing but web addresses through.
pub(crate) fn link(href: &str, text: &str) -> El {
    el("a").attr("href", href).attr("target", "_blank").attr("rel", "noopener noreferrer").text(text)
}

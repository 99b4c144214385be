//! The little markup of texts, notes and captions: paragraphs, `*emphasis*`, `**strong**` and `[link](https://…)`.
//!
//! Nothing nests. Whatever is not one of these four stays the text it is, so that nothing an editor writes gets lost,
//! and nothing a stranger writes becomes anything but text and links to `http:`, `https:` and `mailto:`.

mod scan;

use scan::Scan;

/// Inline pieces that stand between two blank lines.
pub type Paragraph = Vec<Inline>;

/// A piece of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// `*emphasis*`
    Emphasis(String),
    /// `**strong**`
    Strong(String),
    /// `[text](href)`
    Link {
        /// `http:`, `https:` or `mailto:` address.
        href: String,
        /// What is shown.
        text: String,
    },
}

/// What was probably meant as markup and is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Problem {
    /// `*` or `**` without its end.
    Unclosed(&'static str),
    /// `[text](` without its end.
    UnclosedLink,
    /// A link to something else than `http:`, `https:` or `mailto:`.
    Address(String),
    /// Markup inside of other markup.
    Nested,
}

/// Reads a text. The paragraphs are not empty; lines within one are joined by a space.
pub fn parse(text: &str) -> Vec<Paragraph> {
    read(text).0
}

/// What was probably meant as markup and is not.
pub(super) fn problems(text: &str) -> Vec<Problem> {
    read(text).1
}

/// Whether a text is a whole address of one of the schemes (written such as `https://`), fit for a link.
pub(super) fn is_link(text: &str, schemes: &[&str]) -> bool {
    let rest = schemes.iter().find_map(|scheme| {
        let (start, rest) = text.split_at_checked(scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then_some(rest)
    });
    let unfit = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"' | '\\');
    rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric) || rest.starts_with('[')) && !text.contains(unfit)
}

fn read(text: &str) -> (Vec<Paragraph>, Vec<Problem>) {
    let mut problems = Vec::new();
    let mut paragraphs = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    // The empty line at the end closes the last paragraph.
    for line in text.lines().chain([""]) {
        if !line.trim().is_empty() {
            lines.push(line.trim());
        } else if !lines.is_empty() {
            let joined = lines.join(" ");
            paragraphs.push(Scan::new(&joined, &mut problems).read());
            lines.clear();
        }
    }
    (paragraphs, problems)
}

impl Problem {
    /// Code, sentence and hint of the finding.
    pub(super) fn words(self) -> (&'static str, String, &'static str) {
        match self {
            Self::Unclosed(mark) => (
                "unclosed-markup",
                format!("A “{mark}” is not closed, so it is shown as it is."),
                "Close it in the same paragraph, directly after the last word.",
            ),
            Self::UnclosedLink => (
                "unclosed-markup",
                "A link is not closed, so it is shown as it is.".into(),
                "Write [text](https://…), without spaces in the address.",
            ),
            Self::Address(address) => (
                "markup-link",
                format!("A link to {} is shown as text.", super::report::quoted(&address)),
                "Links begin with https://, http:// or mailto:.",
            ),
            Self::Nested => (
                "nested-markup",
                "Markup stands inside of other markup and is shown as it is.".into(),
                "Close the one before the other starts.",
            ),
        }
    }
}

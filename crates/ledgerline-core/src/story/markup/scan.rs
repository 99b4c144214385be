//! One paragraph, from left to right. Every search that fails is remembered, so that no text takes long.

use super::{Inline, Paragraph, Problem, is_link};

pub(super) struct Scan<'a, 'p> {
    text: &'a str,
    at: usize,
    /// Where the text that is not yet in a piece starts.
    plain: usize,
    pieces: Paragraph,
    problems: &'p mut Vec<Problem>,
    /// Whether `*` and `**` have no end from here on.
    no_end: [bool; 2],
}

impl<'a, 'p> Scan<'a, 'p> {
    pub(super) fn new(text: &'a str, problems: &'p mut Vec<Problem>) -> Self {
        Self { text, at: 0, plain: 0, pieces: Vec::new(), problems, no_end: [false; 2] }
    }

    pub(super) fn read(mut self) -> Paragraph {
        while let Some(found) = self.rest().find(['*', '[']) {
            self.at += found;
            let piece = if self.rest().starts_with('[') { self.link() } else { self.emphasis() };
            match piece {
                Some((piece, length)) => {
                    self.end_plain();
                    self.pieces.push(piece);
                    self.at += length;
                    self.plain = self.at;
                }
                // All the stars, so that the second of `**` does not start anything.
                None => self.at += self.stars().max(1),
            }
        }
        self.at = self.text.len();
        self.end_plain();
        self.pieces
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn stars(&self) -> usize {
        self.rest().bytes().take_while(|byte| *byte == b'*').count()
    }

    fn end_plain(&mut self) {
        let plain = self.text.get(self.plain..self.at).unwrap_or_default();
        if !plain.is_empty() {
            self.pieces.push(Inline::Text(plain.to_owned()));
        }
    }

    /// `*…*` or `**…**`: starts before a word and ends after one, so that “2 * 3” is none.
    fn emphasis(&mut self) -> Option<(Inline, usize)> {
        let mark = match self.stars() {
            1 => "*",
            2 => "**",
            _ => return None,
        };
        let inner = self.rest().get(mark.len()..)?;
        let before = self.text.get(..self.at)?.chars().next_back();
        if inner.starts_with(char::is_whitespace) || inner.is_empty() || before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let Some(length) = self.end(inner, mark) else {
            self.problems.push(Problem::Unclosed(mark));
            return None;
        };
        let text = inner.get(..length)?.to_owned();
        if text.contains("](") || text.contains('*') {
            self.problems.push(Problem::Nested);
        }
        let piece = if mark == "*" { Inline::Emphasis(text) } else { Inline::Strong(text) };
        Some((piece, length + 2 * mark.len()))
    }

    /// Bytes up to the run of exactly these stars that follows a word.
    fn end(&mut self, inner: &str, mark: &'static str) -> Option<usize> {
        let slot = mark.len() - 1;
        if self.no_end[slot] {
            return None;
        }
        let mut from = 0;
        while let Some(found) = inner.get(from..)?.find('*') {
            let start = from + found;
            let run = inner.get(start..)?.bytes().take_while(|byte| *byte == b'*').count();
            let after_word = inner.get(..start)?.chars().next_back().is_some_and(|c| !c.is_whitespace());
            if run == mark.len() && after_word {
                return Some(start);
            }
            from = start + run;
        }
        self.no_end[slot] = true;
        None
    }

    /// `[text](href)`. Neither part has a bracket of its own kind, apart from pairs of round ones in the address.
    fn link(&mut self) -> Option<(Inline, usize)> {
        let inner = self.rest().get(1..)?;
        let close = inner.find(['[', ']'])?;
        let text = inner.get(..close)?;
        let href = inner.get(close..)?.strip_prefix("](")?;
        let Some(length) = address(href) else {
            self.problems.push(Problem::UnclosedLink);
            return None;
        };
        let href = href.get(..length)?;
        if text.trim().is_empty() || !is_link(href, &["https://", "http://", "mailto:"]) {
            self.problems.push(Problem::Address(href.to_owned()));
            return None;
        }
        if text.contains('*') {
            self.problems.push(Problem::Nested);
        }
        Some((Inline::Link { href: href.to_owned(), text: text.to_owned() }, 1 + close + 2 + length + 1))
    }
}

/// Bytes before the round bracket that closes the address.
fn address(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, character) in text.char_indices() {
        match character {
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            '[' | ']' => return None,
            c if c.is_whitespace() => return None,
            _ => {}
        }
    }
    None
}

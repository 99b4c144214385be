//! A place in the text of a formula, and what stands there.

use super::{SyntaxError, SyntaxKind};

/// Reads a text from left to right.
pub(super) struct Scanner<'a> {
    text: &'a str,
    /// In bytes.
    at: usize,
}

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The next character that is no space, which is not taken.
    pub(super) fn peek(&mut self) -> Option<char> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.rest().chars().next()
    }

    /// Takes the next character if it is this one.
    pub(super) fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    /// Takes characters as long as they are of a kind.
    pub(super) fn take_while(&mut self, kind: fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let taken = rest.find(|letter| !kind(letter)).unwrap_or(rest.len());
        self.at += taken;
        &rest[..taken]
    }

    /// Takes a bracket.
    pub(super) fn bracket(&mut self, wanted: char) -> Result<(), SyntaxError> {
        if self.take(wanted) {
            return Ok(());
        }
        let found = self.ahead();
        Err(self.error(SyntaxKind::NoBracket { wanted, found }))
    }

    /// Where the next thing stands.
    pub(super) fn mark(&mut self) -> usize {
        self.peek();
        self.at
    }

    /// Back to a mark.
    pub(super) fn back(&mut self, mark: usize) {
        self.at = mark;
    }

    /// The next few characters, to be quoted in an error; nothing at the end.
    pub(super) fn ahead(&mut self) -> String {
        self.peek();
        let ahead: String = self.rest().chars().take(13).collect();
        if ahead.chars().count() > 12 { ahead.chars().take(12).chain(['…']).collect() } else { ahead }
    }

    /// An error at the next thing.
    pub(super) fn error(&mut self, kind: SyntaxKind) -> SyntaxError {
        let at = self.mark();
        self.error_at(at, kind)
    }

    /// An error at a mark.
    pub(super) fn error_at(&self, mark: usize, kind: SyntaxKind) -> SyntaxError {
        SyntaxError { at: self.text[..mark].chars().count(), kind }
    }
}

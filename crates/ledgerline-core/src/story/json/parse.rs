//! Text to tree.

use super::{MAX_DEPTH, Member, Node, SyntaxError, Value, text};

/// Reads one JSON value and nothing behind it.
pub fn parse(text: &str) -> Result<Node<'_>, SyntaxError> {
    let mut cursor = Cursor { text, at: 0, depth: 0 };
    let node = cursor.node()?;
    cursor.skip_space();
    match cursor.peek() {
        None => Ok(node),
        Some(_) => Err(cursor.error("the end of the file")),
    }
}

/// A place in the text.
pub(super) struct Cursor<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    depth: usize,
}

impl<'a> Cursor<'a> {
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    pub(super) fn error(&self, expected: &'static str) -> SyntaxError {
        let hint = match self.peek() {
            None => "The file ends too early: a closing bracket or quotation mark is missing.",
            Some(b'/' | b'#') => "JSON has no comments: remove the remark.",
            Some(b'\'') => "Texts and names stand in double quotation marks.",
            Some(b']' | b'}') if self.after_comma() => "Remove the comma before the closing bracket.",
            Some(0xE2) => "Texts and names stand in straight quotation marks.",
            _ => "",
        };
        SyntaxError { at: self.at, expected, hint }
    }

    fn after_comma(&self) -> bool {
        self.text.get(..self.at).is_some_and(|before| before.trim_end().ends_with(','))
    }

    fn skip_space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// Takes the byte if it is next, after white space.
    fn takes(&mut self, byte: u8) -> bool {
        self.skip_space();
        let next = self.peek() == Some(byte);
        self.at += usize::from(next);
        next
    }

    fn node(&mut self) -> Result<Node<'a>, SyntaxError> {
        self.skip_space();
        let at = self.at;
        let value = match self.peek() {
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::list)?,
            Some(b'"') => Value::Text(text::read(self)?),
            Some(b'-' | b'0'..=b'9') => self.number()?,
            _ => self.word()?,
        };
        Ok(Node { at, value })
    }

    fn word(&mut self) -> Result<Value<'a>, SyntaxError> {
        let words = [("true", Value::Bool(true)), ("false", Value::Bool(false)), ("null", Value::Null)];
        let rest = self.text.get(self.at..).unwrap_or_default();
        for (word, value) in words {
            if rest.starts_with(word) {
                self.at += word.len();
                return Ok(value);
            }
        }
        Err(self.error("a value"))
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<Value<'a>, SyntaxError>) -> Result<Value<'a>, SyntaxError> {
        if self.depth == MAX_DEPTH {
            return Err(self.error("no deeper nesting"));
        }
        self.depth += 1;
        self.at += 1;
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    fn list(&mut self) -> Result<Value<'a>, SyntaxError> {
        let mut items = Vec::new();
        if self.takes(b']') {
            return Ok(Value::List(items));
        }
        loop {
            items.push(self.node()?);
            if self.takes(b']') {
                return Ok(Value::List(items));
            }
            if !self.takes(b',') {
                return Err(self.error("a comma or the closing bracket “]”"));
            }
        }
    }

    fn object(&mut self) -> Result<Value<'a>, SyntaxError> {
        let mut members = Vec::new();
        if self.takes(b'}') {
            return Ok(Value::Object(members));
        }
        loop {
            members.push(self.member()?);
            if self.takes(b'}') {
                return Ok(Value::Object(members));
            }
            if !self.takes(b',') {
                return Err(self.error("a comma or the closing bracket “}”"));
            }
        }
    }

    fn member(&mut self) -> Result<Member<'a>, SyntaxError> {
        self.skip_space();
        let at = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.error("a name in double quotation marks"));
        }
        let name = text::read(self)?;
        if !self.takes(b':') {
            return Err(self.error("a colon after the name"));
        }
        Ok(Member { at, name, node: self.node()? })
    }

    fn number(&mut self) -> Result<Value<'a>, SyntaxError> {
        let start = self.at;
        self.at += usize::from(self.peek() == Some(b'-'));
        match self.peek() {
            Some(b'0') => self.at += 1,
            _ => self.digits()?,
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
        }
        let written = self.text.get(start..self.at).unwrap_or_default();
        match crate::float::parse(written) {
            Some(value) if value.is_finite() => Ok(Value::Number(written)),
            _ => Err(SyntaxError { at: start, expected: "a number below 10^308", hint: "" }),
        }
    }

    /// One digit at least.
    fn digits(&mut self) -> Result<(), SyntaxError> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { Err(self.error("a digit")) } else { Ok(()) }
    }
}

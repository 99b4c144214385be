//! A small JSON reader that keeps where everything stands and how numbers were written.
//!
//! General readers know the place of a syntax error, but not of a value that parses and is wrong, and they turn
//! `112.70` into `112.7`. A story needs both. What this reader accepts, every other reader accepts as well.

mod parse;
mod text;

pub use parse::parse;

use std::borrow::Cow;

/// Deepest nesting of lists and objects.
pub const MAX_DEPTH: usize = 64;

/// A value and where it starts.
#[derive(Clone, Debug, PartialEq)]
pub struct Node<'a> {
    /// Bytes from the start of the text.
    pub at: usize,
    /// The value.
    pub value: Value<'a>,
}

/// A JSON value.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Bool(bool),
    /// A number as written; it fits an `f64`.
    Number(&'a str),
    /// A text, with its escapes resolved.
    Text(Cow<'a, str>),
    /// `[…]`
    List(Vec<Node<'a>>),
    /// `{…}`, in the order of the file, with names that stand twice.
    Object(Vec<Member<'a>>),
}

/// A name and its value in an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Member<'a> {
    /// Bytes from the start of the text to the name.
    pub at: usize,
    /// The name.
    pub name: Cow<'a, str>,
    /// Its value.
    pub node: Node<'a>,
}

/// Why a text is not JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Bytes from the start of the text.
    pub at: usize,
    /// What should stand there, such as “a comma or the closing bracket”.
    pub expected: &'static str,
    /// What to do; empty where nothing can be advised.
    pub hint: &'static str,
}

impl<'a> Node<'a> {
    /// The last value with this name, if this is an object that has one.
    pub fn get(&self, name: &str) -> Option<&Node<'a>> {
        match &self.value {
            Value::Object(members) => members.iter().rev().find(|member| member.name == name).map(|found| &found.node),
            _ => None,
        }
    }

    /// What kind of value it is, with its article.
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "null",
            Value::Bool(_) => "true or false",
            Value::Number(_) => "a number",
            Value::Text(_) => "a text",
            Value::List(_) => "a list",
            Value::Object(_) => "an object",
        }
    }
}

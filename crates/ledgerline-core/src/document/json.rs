//! Writes JSON.

use std::fmt::{self, Write as _};

/// A JSON value. Printed with `{}` it takes one line, with `{:#}` it is indented.
#[derive(Clone, Debug, PartialEq)]
pub enum Json {
    /// `null`
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number: the shortest digits that give it back.
    Number(f64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// Names and values, in order.
    Object(Vec<(&'static str, Json)>),
}

impl Json {
    /// A text.
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// The value, or `null`.
    pub fn or_null<T>(value: Option<T>, make: impl FnOnce(T) -> Self) -> Self {
        value.map_or(Self::Null, make)
    }

    /// A year and other whole numbers.
    pub fn whole(number: i32) -> Self {
        Self::Number(number.into())
    }

    fn write(&self, f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(truth) => write!(f, "{truth}"),
            // What JSON has no digits for.
            Self::Number(number) if !number.is_finite() => f.write_str("null"),
            Self::Number(number) => write!(f, "{number}"),
            Self::Text(text) => quoted(f, text),
            Self::List(items) => {
                let items = items.iter().map(|item| move |f: &mut fmt::Formatter<'_>| item.write(f, depth + 1));
                all(f, depth, ('[', ']'), items)
            }
            Self::Object(fields) => {
                let fields = fields.iter().map(|(name, value)| {
                    move |f: &mut fmt::Formatter<'_>| {
                        write!(f, "\"{name}\":{}", if f.alternate() { " " } else { "" })?;
                        value.write(f, depth + 1)
                    }
                });
                all(f, depth, ('{', '}'), fields)
            }
        }
    }
}

/// Parts between brackets, with commas between them.
fn all(
    f: &mut fmt::Formatter<'_>,
    depth: usize,
    (open, close): (char, char),
    parts: impl ExactSizeIterator<Item = impl FnOnce(&mut fmt::Formatter<'_>) -> fmt::Result>,
) -> fmt::Result {
    let empty = parts.len() == 0;
    f.write_char(open)?;
    for (place, part) in parts.enumerate() {
        f.write_str(if place == 0 { "" } else { "," })?;
        line(f, depth + 1)?;
        part(f)?;
    }
    if !empty {
        line(f, depth)?;
    }
    f.write_char(close)
}

fn line(f: &mut fmt::Formatter<'_>, depth: usize) -> fmt::Result {
    if f.alternate() { write!(f, "\n{:1$}", "", depth * 2) } else { Ok(()) }
}

fn quoted(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for letter in text.chars() {
        match letter {
            '"' | '\\' => write!(f, "\\{letter}")?,
            '\n' => f.write_str("\\n")?,
            control if control < ' ' => write!(f, "\\u{:04x}", u32::from(control))?,
            letter => f.write_char(letter)?,
        }
    }
    f.write_char('"')
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.write(f, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn json_is_written_on_one_line_or_indented() {
        let json = Json::Object(vec![
            ("a", Json::List(vec![Json::Number(1.5), Json::Null, Json::Bool(true)])),
            ("b", Json::List(vec![])),
        ]);
        assert_eq!(json.to_string(), r#"{"a":[1.5,null,true],"b":[]}"#);
        assert_eq!(format!("{json:#}"), "{\n  \"a\": [\n    1.5,\n    null,\n    true\n  ],\n  \"b\": []\n}");
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_as_it_was(text in "\\PC*|[\\x00-\\x7f]*", number in prop::num::f64::NORMAL) {
            let written = Json::List(vec![Json::text(&text), Json::Number(number)]);
            let read: serde_json::Value = serde_json::from_str(&format!("{written:#}")).unwrap();
            prop_assert_eq!(read[0].as_str(), Some(text.as_str()));
            // The reader at hand may be off by the last bit.
            prop_assert!(read[1].as_f64().is_some_and(|read| (read - number).abs() <= number.abs() * 1e-15));
        }
    }
}

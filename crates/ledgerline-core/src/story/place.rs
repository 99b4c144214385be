//! From a place in the text to path, line and column.

use super::Place;
use super::json::{Node, Value};
use std::fmt::Write;

/// Paths, lines and columns of places in a text, asked for in ascending order: the text is walked once.
pub(super) struct Places<'n> {
    text: &'n str,
    root: Option<&'n Node<'n>>,
    at: usize,
    line: usize,
    column: usize,
}

impl<'n> Places<'n> {
    /// Without a root there are lines and columns, but no paths.
    pub(super) fn new(text: &'n str, root: Option<&'n Node<'n>>) -> Self {
        Self { text, root, at: 0, line: 1, column: 1 }
    }

    /// The place that many bytes from the start; not before the one asked for last.
    pub(super) fn find(&mut self, at: usize) -> Place {
        let passed = self.text.get(self.at..at).unwrap_or_default();
        for character in passed.chars() {
            if character == '\n' {
                self.line += 1;
                self.column = 1;
            } else {
                self.column += 1;
            }
        }
        self.at += passed.len();
        let path = self.root.map(|root| path(root, at)).unwrap_or_default();
        Place { path, line: self.line, column: self.column }
    }
}

/// Names and numbers that lead to the innermost value or name that starts at or before the place.
fn path(root: &Node<'_>, at: usize) -> String {
    let mut path = String::new();
    let mut node = root;
    loop {
        node = match &node.value {
            Value::List(items) => {
                let Some(index) = items.partition_point(|item| item.at <= at).checked_sub(1) else { break };
                let _ = write!(path, "[{index}]");
                &items[index]
            }
            Value::Object(members) => {
                let Some(index) = members.partition_point(|member| member.at <= at).checked_sub(1) else { break };
                push_name(&mut path, &members[index].name);
                &members[index].node
            }
            _ => break,
        };
    }
    path
}

fn push_name(path: &mut String, name: &str) {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '+');
    if name.is_empty() || name.len() > 60 || !name.chars().all(plain) {
        path.push_str("[\"");
        path.extend(name.chars().take(40).map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }));
        path.push_str("\"]");
        return;
    }
    if !path.is_empty() {
        path.push('.');
    }
    path.push_str(name);
}

#[cfg(test)]
mod tests {
    use super::super::json::parse;
    use super::*;

    #[test]
    fn a_place_has_path_line_and_column_in_characters() {
        let text = "{\"é\": 1,\n \"a\": [ {\"b c\": \"é\", \"d\": 2 } ] }";
        let root = parse(text).unwrap();
        let mut places = Places::new(text, Some(&root));
        let mut find = |what: &str| {
            let place = places.find(text.find(what).unwrap());
            format!("{}:{} {}", place.line, place.column, place.path)
        };
        assert_eq!(find("1,"), "1:7 é");
        assert_eq!(find("[ {"), "2:7 a");
        assert_eq!(find("{\"b"), "2:9 a[0]");
        assert_eq!(find("\"b c"), "2:10 a[0][\"b c\"]");
        assert_eq!(find("2 }"), "2:27 a[0].d");
    }
}

//! Texts and their escapes.

use super::SyntaxError;
use super::parse::Cursor;
use std::borrow::Cow;

/// Reads a text that starts at the cursor with a quotation mark.
pub(super) fn read<'a>(cursor: &mut Cursor<'a>) -> Result<Cow<'a, str>, SyntaxError> {
    cursor.at += 1;
    let first = plain(cursor);
    if cursor.peek() == Some(b'"') {
        cursor.at += 1;
        return Ok(Cow::Borrowed(first));
    }
    let mut text = first.to_owned();
    loop {
        match cursor.peek() {
            Some(b'"') => {
                cursor.at += 1;
                return Ok(Cow::Owned(text));
            }
            Some(b'\\') => text.push(escape(cursor)?),
            None => return Err(cursor.error("the closing quotation mark")),
            Some(_) => {
                let hint = "Write a line break in a text as \\n and a tab as \\t.";
                return Err(SyntaxError { at: cursor.at, expected: "no control character in a text", hint });
            }
        }
        text.push_str(plain(cursor));
    }
}

/// Everything up to the next quotation mark, escape or control character.
fn plain<'a>(cursor: &mut Cursor<'a>) -> &'a str {
    let start = cursor.at;
    while cursor.peek().is_some_and(|byte| byte >= 0x20 && byte != b'"' && byte != b'\\') {
        cursor.at += 1;
    }
    // The bytes that end a run are ASCII, so both ends are character boundaries.
    cursor.text.get(start..cursor.at).unwrap_or_default()
}

fn escape(cursor: &mut Cursor<'_>) -> Result<char, SyntaxError> {
    cursor.at += 1;
    let escaped = match cursor.peek() {
        Some(b'n') => '\n',
        Some(b't') => '\t',
        Some(b'r') => '\r',
        Some(b'b') => '\u{8}',
        Some(b'f') => '\u{c}',
        Some(byte @ (b'"' | b'\\' | b'/')) => char::from(byte),
        Some(b'u') => return unicode(cursor),
        _ => return Err(cursor.error("one of the escapes \\n \\t \\r \\b \\f \\\" \\\\ \\/ \\u")),
    };
    cursor.at += 1;
    Ok(escaped)
}

/// `\u00e4`, or two of them that make one character.
fn unicode(cursor: &mut Cursor<'_>) -> Result<char, SyntaxError> {
    let first = hex(cursor)?;
    let code = if (0xD800..0xDC00).contains(&first) {
        let second = if cursor.text.get(cursor.at..).is_some_and(|rest| rest.starts_with("\\u")) {
            cursor.at += 1;
            hex(cursor)?
        } else {
            0
        };
        second.checked_sub(0xDC00).map_or(first, |low| 0x10000 + ((first - 0xD800) << 10) + low)
    } else {
        first
    };
    char::from_u32(code).ok_or_else(|| cursor.error("a whole character: two \\u escapes that belong together"))
}

/// The four digits after `u`, on which the cursor stands.
fn hex(cursor: &mut Cursor<'_>) -> Result<u32, SyntaxError> {
    let digits = cursor.text.get(cursor.at + 1..cursor.at + 5).unwrap_or_default();
    if digits.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(cursor.error("four hexadecimal digits after \\u"));
    }
    cursor.at += 5;
    u32::from_str_radix(digits, 16).map_err(|_| cursor.error("four hexadecimal digits after \\u"))
}

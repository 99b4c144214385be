//! The default story without its white space.

use std::path::Path;

use anyhow::{Context, Result};
use serde::de::IgnoredAny;

use crate::project;

/// The story's bytes as they are shipped.
pub(super) fn minified(path: &Path) -> Result<Vec<u8>> {
    let text = super::read_text(path)?;
    // Only whether it is JSON; what it says is checked by the core's tests.
    serde_json::from_str::<IgnoredAny>(&text).with_context(|| format!("{} is not JSON", project::shown(path)))?;
    Ok(without_space(&text).into_bytes())
}

/// Drops white space outside strings and leaves every other character, so that numbers keep their digits
/// (`0.10` is not `0.1` in a ledger), keys their order and strings their escapes. A JSON library would need
/// two features for this that change how the whole workspace reads numbers.
fn without_space(json: &str) -> String {
    let mut small = String::with_capacity(json.len());
    let (mut in_string, mut escaped) = (false, false);
    for c in json.chars() {
        if in_string || !c.is_ascii_whitespace() {
            small.push(c);
        }
        match c {
            '"' if !escaped => in_string = !in_string,
            '\\' if in_string && !escaped => {
                escaped = true;
                continue;
            }
            _ => {}
        }
        escaped = false;
    }
    small
}

#[cfg(test)]
mod tests {
    use super::without_space;

    #[test]
    fn numbers_keep_their_digits_and_keys_their_order() {
        assert_eq!(without_space("{ \"b\": 0.10,\n\t\"a\": [1e3, 100 ] }\n"), r#"{"b":0.10,"a":[1e3,100]}"#);
    }

    #[test]
    fn strings_keep_their_spaces_and_escapes() {
        let json = r#"{"a":"x  \" y \\","b":"  "}"#;
        assert_eq!(without_space(json), json);
    }
}

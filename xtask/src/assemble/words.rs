//! The few messages that are needed without the module: of the loader and of the distribution's pages.

use std::collections::BTreeMap;

use anyhow::{Context, Result, bail};
use serde_json::Value;

/// The catalogue's messages of a group, flat and without its name. The catalogue is i18next JSON v4, in which keys may be
/// nested or hold dots.
pub(super) fn group(catalogue: &str, name: &str) -> Result<BTreeMap<String, String>> {
    let prefix = format!("{name}.");
    let value: Value = serde_json::from_str(catalogue).context("messages/en.json is not JSON")?;
    let mut all = BTreeMap::new();
    flatten("", &value, &mut all)?;
    Ok(all.into_iter().filter_map(|(key, text)| Some((key.strip_prefix(&prefix)?.to_owned(), text))).collect())
}

fn flatten(key: &str, value: &Value, all: &mut BTreeMap<String, String>) -> Result<()> {
    match value {
        Value::String(text) => {
            all.insert(key.to_owned(), text.clone());
        }
        Value::Object(members) => {
            for (name, member) in members {
                let dot = if key.is_empty() { "" } else { "." };
                flatten(&format!("{key}{dot}{name}"), member, all)?;
            }
        }
        _ => bail!("messages/en.json: `{key}` is neither a text nor an object of texts"),
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_and_dotted_keys_are_the_same() -> Result<()> {
        let words = group(r#"{"loader": {"a": {"b": "1"}}, "loader.c": "2", "table": {"d": "3"}}"#, "loader")?;
        let expected = [("a.b", "1"), ("c", "2")].map(|(k, v)| (k.to_owned(), v.to_owned()));
        assert_eq!(words, BTreeMap::from(expected));
        Ok(())
    }

    #[test]
    fn a_message_that_is_no_text_is_named() {
        let error = group(r#"{"loader": {"a": 1}}"#, "loader").unwrap_err();
        assert!(error.to_string().contains("`loader.a`"));
    }
}

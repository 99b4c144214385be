//! Filling a host page: `{{name}}` becomes its value.

use anyhow::{Context, Result, bail};

/// The text with every `{{name}}` replaced. A name without a value is an error: a page with a hole in it
/// would look like a fault of the widget.
pub fn fill(text: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) =
            after.split_once("}}").with_context(|| format!("`{{{{` is not closed after {:?}", last_words(before)))?;
        filled.push_str(before);
        filled.push_str(value(name.trim(), values)?);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

fn value<'a>(name: &str, values: &[(&str, &'a str)]) -> Result<&'a str> {
    match values.iter().find(|(known, _)| *known == name) {
        Some((_, value)) => Ok(value),
        None => {
            let known: Vec<&str> = values.iter().map(|(known, _)| *known).collect();
            bail!("nothing is known for {{{{{name}}}}}; known are {}", known.join(", "))
        }
    }
}

fn last_words(text: &str) -> String {
    let start = text.char_indices().rev().nth(30).map_or(0, |(at, _)| at);
    text[start..].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_their_values() -> Result<()> {
        let values = [("cdn", "http://a"), ("static", "<p>{{x}}</p>")];
        let filled = fill("<a href=\"{{cdn}}/e.js\">{{ static }}", &values)?;
        // A value is never read as a template.
        assert_eq!(filled, "<a href=\"http://a/e.js\"><p>{{x}}</p>");
        Ok(())
    }

    #[test]
    fn an_unknown_name_is_an_error_that_lists_the_known() {
        let error = fill("{{cnd}}", &[("cdn", ""), ("static", "")]).unwrap_err();
        assert_eq!(error.to_string(), "nothing is known for {{cnd}}; known are cdn, static");
    }

    #[test]
    fn an_open_brace_is_an_error() {
        assert!(fill("text {{cdn", &[("cdn", "")]).is_err());
    }
}

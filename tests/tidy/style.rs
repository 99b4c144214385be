//! Colours have one home.

use crate::repository::{Offence, none, under};

/// A literal colour in a line: `#` with hexadecimal digits, or a function.
fn colour(line: &str) -> Option<String> {
    let functions = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "lab("];
    if let Some(name) = functions.iter().find(|name| line.contains(**name)) {
        return Some((*name).to_owned());
    }
    let mut parts = line.split('#');
    parts.next();
    parts.find_map(hexadecimal)
}

fn hexadecimal(after: &str) -> Option<String> {
    let end = after.find(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').unwrap_or(after.len());
    let word = &after[..end];
    let digits = word.bytes().all(|b| b.is_ascii_hexdigit());
    (digits && [3, 4, 6, 8].contains(&word.len())).then(|| format!("#{word}"))
}

#[test]
fn literal_colours_stand_only_in_the_tokens() {
    let mut files = under(&["style/"], &["css"]);
    files.retain(|file| file.path != "style/tokens.css" && file.path != "style/page.css");
    files.extend(under(&["src/", "crates/ledgerline-figure/src/"], &["rs"]));
    let offences: Vec<Offence> = files.iter().flat_map(|file| file.offences(colour)).collect();
    none(&offences);
}

#[test]
fn a_colour_is_known_by_its_digits() {
    assert_eq!(colour("color: #b3402a;").as_deref(), Some("#b3402a"));
    assert_eq!(colour("fill: rgb(1 2 3)").as_deref(), Some("rgb("));
    assert_eq!(colour("#[derive(Debug)] id=\"#added-later\""), None);
}

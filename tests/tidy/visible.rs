//! Every word that a reader sees or hears comes from the catalogue.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::repository::{File, Offence, files, none, under};

/// Attributes whose value is read out or shown.
const SPOKEN: [&str; 6] = ["aria-label", "aria-description", "aria-roledescription", "alt", "title", "placeholder"];

/// Finds string literals with letters in them that stand as text, or as a spoken attribute, in `view!`.
fn visible(file: &File) -> Vec<Offence> {
    let mut offences = Vec::new();
    for (start, end) in views(&file.text) {
        for (at, literal) in literals(&file.text[start..end]) {
            let before = file.text[start..start + at].trim_end();
            if literal.chars().any(char::is_alphabetic) && (is_text(before) || is_spoken(before)) {
                let line = file.text[..start + at].lines().count();
                offences.push(file.offence(line, &format!("{literal:?}")));
            }
        }
    }
    offences
}

/// Calls that make what is shown of what they are given first.
const SHOWN: [&str; 4] = [").text(", " .text(", "button(", "set_text_content(Some("];

/// Finds the same where elements are made by calls: words for an element, or for a spoken attribute.
fn built(file: &File) -> Vec<Offence> {
    let spoken = SPOKEN.map(|name| format!("\"{name}\", "));
    let calls = || SHOWN.into_iter().chain(spoken.iter().map(String::as_str));
    let said = |line: &str| {
        calls().find_map(|call| {
            // Whatever stands behind the quote that follows the call, up to the next.
            let begun = format!("{call}\"");
            let mut literals = line.split(&begun).skip(1).filter_map(|rest| rest.split('"').next());
            literals.find(|literal| literal.chars().any(char::is_alphabetic)).map(|literal| format!("{literal:?}"))
        })
    };
    file.offences(said)
}

/// Where the `view!` macros of a file begin and end.
fn views(text: &str) -> Vec<(usize, usize)> {
    let starts = text.match_indices("view! {").map(|(at, _)| at + "view! {".len());
    starts.map(|start| (start, start + closing(&text[start..]))).collect()
}

fn closing(text: &str) -> usize {
    let mut depth = 1;
    for (at, c) in text.char_indices() {
        depth += match c {
            '{' => 1,
            '}' => -1,
            _ => 0,
        };
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The string literals of a text, with the place of their first quote.
fn literals(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find('"').map(|at| from + at) {
        let Some(length) = text[open + 1..].find('"') else { break };
        found.push((open, &text[open + 1..open + 1 + length]));
        from = open + length + 2;
    }
    found
}

/// Whether what stands before a literal makes it a text node: the end of a tag, of a block or of a literal.
fn is_text(before: &str) -> bool {
    let arrow = before.ends_with("=>") || before.ends_with("->");
    before.ends_with(['>', '}', '"']) && !arrow
}

fn is_spoken(before: &str) -> bool {
    let Some(name) = before.strip_suffix('=') else { return false };
    SPOKEN.iter().any(|spoken| name.ends_with(spoken))
}

/// The names in code of the messages below a group: `answer.times_one` is a form of `AnswerTimes`.
fn names(path: &str, value: &Value) -> Vec<String> {
    let Value::Object(fields) = value else {
        let form =
            path.rsplit_once('_').filter(|(_, form)| ["zero", "one", "two", "few", "many", "other"].contains(form));
        let words = form.map_or(path, |(key, _)| key).split(['.', '_', '-']);
        return vec![words.map(|word| word[..1].to_uppercase() + &word[1..]).collect()];
    };
    fields.iter().flat_map(|(name, field)| names(&format!("{path}.{name}"), field)).collect()
}

#[test]
fn every_message_of_the_catalogue_is_said_somewhere() {
    let code = under(&["src/", "crates/"], &["rs"]);
    let code = code.iter().filter(|file| !file.path.contains("/tests/"));
    let said: BTreeSet<&str> = code.flat_map(|file| file.text.split("Key::").skip(1)).map(word).collect();
    let catalogue = files().into_iter().find(|file| file.path == "messages/en.json").expect("the catalogue is there");
    let groups: serde_json::Map<String, Value> = serde_json::from_str(&catalogue.text).expect("the catalogue is JSON");
    // Those are of the loader and of the pages, which have no keys in code.
    let own = groups.iter().filter(|(group, _)| !["loader", "page"].contains(&group.as_str()));
    let unsaid = own.flat_map(|(group, value)| names(group, value)).filter(|name| !said.contains(name.as_str()));
    assert_eq!(unsaid.collect::<BTreeSet<_>>(), BTreeSet::new());
}

/// The word that a text begins with.
fn word(text: &str) -> &str {
    text.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default()
}

#[test]
fn no_word_is_written_in_a_view() {
    let files = under(&["src/"], &["rs"]);
    none(&files.iter().flat_map(|file| visible(file).into_iter().chain(built(file))).collect::<Vec<_>>());
}

#[test]
fn words_in_calls_are_told_from_names() {
    let of = |text: &str| built(&File { path: "a.rs".to_owned(), text: text.to_owned() }).len();
    assert_eq!(of("el(\"p\").text(\"Hello\")"), 1);
    assert_eq!(of("el(\"p\").class(\"a\").attr(\"aria-label\", \"Hello\")"), 1);
    assert_eq!(of("el(\"p\").attr(\"role\", \"img\").text(\" · \").text(&words.text(Key::A))"), 0);
}

#[test]
fn texts_and_spoken_attributes_are_told_from_the_rest() {
    let of = |text: &str| {
        let file = File { path: "a.rs".to_owned(), text: text.to_owned() };
        visible(&file).len()
    };
    assert_eq!(of("view! { <p>\"Hello\"</p> }"), 1);
    assert_eq!(of("view! { <p aria-label=\"Hello\" class=\"quiet\"></p> }"), 1);
    assert_eq!(of("view! { <p class=\"a\" id=\"b\">{text(\"key\")}\" · \"</p> }"), 0);
    assert_eq!(of("let a = match b { C => \"Hello\" };"), 0);
}

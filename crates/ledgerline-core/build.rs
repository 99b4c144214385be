//! Turns the keys of `messages/en.json` (i18next JSON v4) into an enum and compiles the English texts in,
//! so that a message that is used and missing does not compile.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use serde_json::Value;

const MESSAGES: &str = "../../messages/en.json";
/// Groups of messages that the loader and the pages of the distribution have: the program does not.
const ELSEWHERE: [&str; 2] = ["loader", "page"];
/// What the first half of the widget says: the groups of the timeline and of what it is made of, and single messages of
/// other groups. All others come with the later half.
const FIRST: [&str; 14] = [
    "number.",
    "date.",
    "unit.",
    "status.",
    "timeline.",
    "tour.start",
    "frame.",
    "later.",
    "link.close",
    "calculator.label",
    "calculator.log",
    "calculator.new_window",
    "calculator.state_media",
    "claims.heading",
];
const FORMS: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

type Texts = BTreeMap<String, BTreeMap<Option<usize>, String>>;

fn main() {
    println!("cargo::rerun-if-changed={MESSAGES}");
    println!("cargo::rerun-if-changed=build.rs");
    let json = fs::read_to_string(MESSAGES).unwrap_or_else(|error| panic!("{MESSAGES}: {error}"));
    let mut root: Value = serde_json::from_str(&json).unwrap_or_else(|error| panic!("{MESSAGES}: {error}"));
    if let Some(groups) = root.as_object_mut() {
        groups.retain(|name, _| !ELSEWHERE.contains(&name.as_str()));
    }
    let mut texts = Texts::new();
    collect("", &root, &mut texts);
    texts.iter().for_each(|(key, forms)| check(key, forms));
    check_names(&texts);
    let folder = env::var("OUT_DIR").expect("cargo sets OUT_DIR");
    fs::write(Path::new(&folder).join("messages.rs"), code(&texts)).expect("OUT_DIR can be written");
}

fn collect(path: &str, value: &Value, texts: &mut Texts) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                collect(&path, field, texts);
            }
        }
        Value::String(text) => {
            let (key, form) = split(path);
            texts.entry(key.to_owned()).or_default().insert(form, text.clone());
        }
        _ => panic!("{MESSAGES}: `{path}` has to be a text"),
    }
}

/// `timeline.events_one` is the form `one` of `timeline.events`.
fn split(path: &str) -> (&str, Option<usize>) {
    let suffix = path.rsplit_once('_');
    let form = suffix.and_then(|(_, name)| FORMS.iter().position(|form| *form == name));
    match (suffix, form) {
        (Some((key, _)), Some(form)) => (key, Some(form)),
        _ => (path, None),
    }
}

fn check(key: &str, forms: &BTreeMap<Option<usize>, String>) {
    let plural = forms.keys().any(Option::is_some);
    let other = forms.contains_key(&Some(FORMS.len() - 1));
    assert!(!plural || other, "{MESSAGES}: `{key}` has plural forms and none for `_other`");
    assert!(!(plural && forms.contains_key(&None)), "{MESSAGES}: `{key}` stands both with and without plural forms");
    for text in forms.values() {
        assert!(!text.is_empty(), "{MESSAGES}: `{key}` is empty");
        assert!(braces_match(text), "{MESSAGES}: `{key}` has a placeholder that is not `{{{{name}}}}`");
    }
}

/// Whether every `{{` has its `}}` before the next one, with a name between them.
fn braces_match(text: &str) -> bool {
    let mut parts = text.split("{{");
    let before = parts.next().is_some_and(|start| !start.contains("}}"));
    let name = |name: &str| !name.is_empty() && name.chars().all(|letter| letter.is_alphanumeric() || letter == '_');
    before
        && parts
            .all(|part| part.split_once("}}").is_some_and(|(inner, rest)| name(inner.trim()) && !rest.contains("}}")))
}

/// Keys that differ by dots and underscores only would have one name in code.
fn check_names(texts: &Texts) {
    let mut names = BTreeMap::new();
    for key in texts.keys() {
        if let Some(other) = names.insert(camel(key), key) {
            panic!("{MESSAGES}: `{other}` and `{key}` have the same name in code");
        }
    }
}

fn code(texts: &Texts) -> String {
    let first = |key: &String| FIRST.iter().any(|start| key == start || start.ends_with('.') && key.starts_with(start));
    let (first, later): (Vec<_>, Vec<_>) = texts.iter().partition(|(key, _)| first(key));
    let mut keys = String::new();
    let sheets = [sheet("FIRST", &first, 0, &mut keys), sheet("LATER", &later, first.len(), &mut keys)];
    format!(
        "/// A message of the catalogue.\n#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]\n\
         pub enum Key {{\n{keys}}}\n\n{}",
        sheets.concat()
    )
}

/// The constant of this name that holds these messages, and their names, added to `keys`.
fn sheet(name: &str, texts: &[(&String, &BTreeMap<Option<usize>, String>)], start: usize, keys: &mut String) -> String {
    // One text and where each message ends in it: a table of texts would be three words an entry.
    let (mut all, mut ends) = (String::new(), String::new());
    let mut plurals = String::new();
    for (key, forms) in texts {
        let key_name = camel(key);
        let (_, usual) = forms.last_key_value().expect("every key has a text");
        writeln!(keys, "    /// `{key}`: `{}`\n    {key_name},", usual.replace(['`', '\n'], " "))
            .expect("strings take text");
        all.push_str(usual);
        let end = u16::try_from(all.len()).unwrap_or_else(|_| panic!("{MESSAGES} has more than 64 kB of texts"));
        write!(ends, "{end}, ").expect("strings take text");
        for (form, text) in *forms {
            let Some(form) = form.filter(|form| form + 1 < FORMS.len()) else { continue };
            let plural = camel(FORMS[form]);
            writeln!(plurals, "    (Key::{key_name}, Plural::{plural}, Cow::Borrowed({text:?})),")
                .expect("strings take text");
        }
    }
    format!(
        "const {name}: Sheet = Sheet {{\n    start: {start},\n    text: Cow::Borrowed({all:?}),\n    \
         ends: Cow::Borrowed(&[{ends}]),\n    plurals: Cow::Borrowed(&[\n{plurals}    ]),\n}};\n\n"
    )
}

fn camel(key: &str) -> String {
    let words = key.split(['.', '_', '-']).filter(|word| !word.is_empty());
    words.map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

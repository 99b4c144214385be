//! The JSON reader against serde_json.

use ledgerline_core::story::json::{self, MAX_DEPTH, Node, Value};
use proptest::prelude::*;

/// The same value as serde_json knows it; of names that stand twice the last counts.
fn theirs(node: &Node<'_>) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(written) => serde_json::from_str(written).unwrap(),
        Value::Text(text) => text.as_ref().into(),
        Value::List(items) => items.iter().map(theirs).collect(),
        Value::Object(members) => {
            members.iter().map(|member| (member.name.to_string(), theirs(&member.node))).collect()
        }
    }
}

fn value() -> impl Strategy<Value = serde_json::Value> {
    let leaf = prop_oneof![
        Just(serde_json::Value::Null),
        any::<bool>().prop_map(Into::into),
        any::<f64>().prop_map(Into::into),
        any::<i64>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        any::<String>().prop_map(Into::into),
        ".*".prop_map(Into::into),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Into::into),
            prop::collection::btree_map(any::<String>(), inner, 0..6)
                .prop_map(|map| serde_json::Value::Object(map.into_iter().collect())),
        ]
    })
}

/// JSON text with a few bytes changed, taken out, doubled or put in.
fn damaged() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "\"", "\\", "{", "}", "[", "]", ",", ":", "0", "-", ".", "e", "1e999", "+", "null", "tru", "\n", "\t", "\u{1}",
        "\u{7f}", "\\u", "\\ud83d", "\\ude00", "\\u00", "//", "'", "é", "\u{feff}", " ", "01", "NaN",
    ]);
    let change = (any::<prop::sample::Index>(), piece, any::<bool>());
    (value(), prop::collection::vec(change, 0..4)).prop_map(|(value, changes)| {
        let mut text: Vec<char> = serde_json::to_string_pretty(&value).unwrap().chars().collect();
        for (index, piece, replaces) in changes {
            let at = index.index(text.len() + 1);
            let end = (at + usize::from(replaces)).min(text.len());
            text.splice(at..end, piece.chars());
        }
        text.into_iter().collect()
    })
}

proptest! {
    #[test]
    fn whatever_serde_json_prints_reads_the_same(value in value()) {
        for text in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
            let read = json::parse(&text).map(|node| theirs(&node));
            let known: serde_json::Value = serde_json::from_str(&text).unwrap();
            prop_assert_eq!(read, Ok(known));
        }
    }

    #[test]
    fn whatever_serde_json_takes_or_refuses_is_taken_or_refused_here(text in damaged()) {
        let known = serde_json::from_str::<serde_json::Value>(&text).ok();
        prop_assert_eq!(json::parse(&text).ok().map(|node| theirs(&node)), known, "{}", text);
    }

    #[test]
    fn numbers_are_kept_as_they_were_written(whole in "-?(0|[1-9][0-9]{0,9})", fraction in "(\\.[0-9]{1,6})?") {
        let text = format!("[ {whole}{fraction} ]");
        let node = json::parse(&text).unwrap();
        let Value::List(items) = &node.value else { panic!("not a list") };
        prop_assert_eq!(&items[0].value, &Value::Number(&text[2..text.len() - 2]));
        prop_assert_eq!(items[0].at, 2);
    }

    #[test]
    fn no_text_makes_the_reader_panic(text in ".*") {
        if let Err(error) = json::parse(&text) {
            prop_assert!(error.at <= text.len() && text.is_char_boundary(error.at));
        }
    }
}

#[test]
fn nesting_ends_at_the_limit() {
    let nested = |depth| "[".repeat(depth) + &"]".repeat(depth);
    assert!(json::parse(&nested(MAX_DEPTH)).is_ok());
    assert_eq!(json::parse(&nested(MAX_DEPTH + 1)).map_err(|error| error.at), Err(MAX_DEPTH));
    assert!(json::parse(&"[{\"a\":".repeat(1_000_000)).is_err());
}

#[test]
fn a_syntax_error_says_what_was_expected_and_what_to_do() {
    let error = |text: &str| json::parse(text).map(|_| ()).map_err(|error| (error.at, error.expected, error.hint));
    assert_eq!(error("[1, 2, ]"), Err((7, "a value", "Remove the comma before the closing bracket.")));
    assert_eq!(error("{\"a\": 1 \"b\": 2}"), Err((8, "a comma or the closing bracket “}”", "")));
    assert_eq!(error("{'a': 1}").map_err(|error| error.2), Err("Texts and names stand in double quotation marks."));
    assert_eq!(error("[1] // done").map_err(|error| error.1), Err("the end of the file"));
    assert_eq!(
        error("{\"a\": \"b").map_err(|error| error.2),
        Err("The file ends too early: a closing bracket or quotation mark is missing.")
    );
}

//! Markup: what it makes of texts, friendly and hostile.

use ledgerline_core::story::markup::{Inline, parse};
use proptest::prelude::*;

fn text(text: &str) -> Inline {
    Inline::Text(text.into())
}

fn link(href: &str, text: &str) -> Inline {
    Inline::Link { href: href.into(), text: text.into() }
}

/// All that a reader would see, without the marks.
fn visible(source: &str) -> String {
    let piece = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Emphasis(text) | Inline::Strong(text) | Inline::Link { text, .. } => text.clone(),
    };
    parse(source).iter().flatten().map(piece).collect()
}

#[test]
fn the_four_kinds_of_markup_are_read() {
    let source =
        "Trade *fell*, and **fell again**, says [the paper](https://example.org/a_(b)).\nSame paragraph.\n\n \nNext.";
    let first = vec![
        text("Trade "),
        Inline::Emphasis("fell".into()),
        text(", and "),
        Inline::Strong("fell again".into()),
        text(", says "),
        link("https://example.org/a_(b)", "the paper"),
        text(". Same paragraph."),
    ];
    assert_eq!(parse(source), [first, vec![text("Next.")]]);
}

#[test]
fn only_web_and_mail_addresses_become_links() {
    assert_eq!(parse("[a](mailto:a@example.org)"), [[link("mailto:a@example.org", "a")]]);
    assert_eq!(parse("[a](HTTP://example.org)"), [[link("HTTP://example.org", "a")]]);
    for source in [
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt:alert(1))",
        "[a](data:text/html,x)",
        "[a]( https://example.org)",
        "[a](java\tscript:alert(1))",
        "[a](//example.org)",
        "[a](https:example.org)",
        "[a](https://)",
        "[a](https://\"onclick=x)",
        "[a](vbscript:x)",
        "[a]()",
        "[](https://example.org)",
        "[a] (https://example.org)",
        "[a](https://example.org",
    ] {
        assert_eq!(parse(source), [[text(source)]], "{source}");
    }
}

#[test]
fn what_is_not_markup_stays_text() {
    for source in
        ["2 * 3 * 4", "*open", "**open", "a*b*c", "***", "* *", "[a]", "a ] b [ c", "<b>bold</b>", "&amp;", "\\*a"]
    {
        let plain: String = visible(source);
        assert_eq!(plain, source);
        assert!(parse(source).iter().flatten().all(|inline| matches!(inline, Inline::Text(_))), "{source}");
    }
}

#[test]
fn nothing_nests() {
    assert_eq!(parse("*a **b** c*"), [[Inline::Emphasis("a **b** c".into())]]);
    assert_eq!(parse("*[a](https://b.c)*"), [[Inline::Emphasis("[a](https://b.c)".into())]]);
    assert_eq!(parse("[[a](https://b.c)"), [[text("["), link("https://b.c", "a")]]);
}

#[test]
fn nothing_makes_nothing() {
    assert!(parse("").is_empty());
    assert!(parse(" \n\n \t \r\n").is_empty());
}

proptest! {
    #[test]
    fn no_text_makes_the_reader_panic_or_write_an_unfit_link(source in "[ab*\\[\\]() \n:/]{0,60}|.*|(\\[a\\]\\((https?|javascript|data)://?[a-z() ]{0,9}\\)? ?\\*{0,3}){0,6}") {
        for inline in parse(&source).iter().flatten() {
            if let Inline::Link { href, .. } = inline {
                let scheme = href.split(':').next().unwrap_or_default().to_lowercase();
                prop_assert!(["http", "https", "mailto"].contains(&&*scheme), "{href}");
                prop_assert!(!href.contains(char::is_whitespace));
            }
        }
        prop_assert!(parse(&source).iter().all(|paragraph| !paragraph.is_empty()));
    }

    #[test]
    fn plain_words_come_through_as_they_are(words in prop::collection::vec("[a-zé0-9,.;!?'()-]{1,8}", 1..12)) {
        let source = words.join(" ");
        prop_assert_eq!(parse(&source), vec![vec![text(&source)]]);
    }
}

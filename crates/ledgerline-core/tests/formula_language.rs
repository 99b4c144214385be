//! The text of formulas: what is read, how it prints, and what is said of what cannot be read.

use ledgerline_core::amount::{Currency, Decimal, Money, Prices, Scale};
use ledgerline_core::formula::{Expr, Function, Operator, SyntaxKind, parse};
use ledgerline_core::words::Words;
use proptest::prelude::*;

#[test]
fn formulas_print_in_their_canonical_form() {
    let printed = [
        ("china[2013]/russia[2013]", "china[2013] / russia[2013]"),
        ("( china [ 2013 ] )", "china[2013]"),
        (
            "1000 USD m / (total[2013] - russia[2013] + 1000USD m)",
            "1000 USD m / (total[2013] - russia[2013] + 1000 USD m)",
        ),
        ("a[2013@kotra+crude-estimate]", "a[2013 @ kotra+crude-estimate]"),
        ("mean(a[2004 .. 2013 @ cow4 ])", "mean(a[2004..2013 @ cow4])"),
        ("a[1] - (b[1] - c[1])", "a[1] - (b[1] - c[1])"),
        ("(a[1] - b[1]) - c[1]", "a[1] - b[1] - c[1]"),
        ("-a[1] * -2", "-a[1] * -2"),
        ("-(-5%)", "-(-5%)"),
        ("in(RUB,real(china[2013],2010))", "in(RUB, real(china[2013], 2010))"),
        ("catch_up(a[1],5%,b[1],2%,1/6)", "catch_up(a[1], 5%, b[1], 2%, 1 / 6)"),
        ("mean(exports(a[2004..2013]))", "mean(exports(a[2004..2013]))"),
        ("max(a[-43..12] ) ", "max(a[-43..12])"),
        ("5 CHF bn + 1 KRW k + 2 EUR", "5 CHF bn + 1 KRW k + 2 EUR"),
    ];
    for (text, canonical) in printed {
        let told = parse(text).map(|expr| expr.to_string());
        assert_eq!(told.as_deref(), Ok(canonical), "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_told_with_place_and_hint() {
    let wrong = [
        "",
        "china[2013] /",
        "china[2013",
        "china[2013)",
        "china",
        "growth",
        "China[2013]",
        "china[20x3]",
        "china[]",
        "china[2013..2010]",
        "china[2013.2010]",
        "china[2013 @ ]",
        "(china[2013]",
        "china[2013])",
        "1e3",
        "1.",
        "1,000 USD m",
        "1.5.2",
        "1000 USD million",
        "1000 US m",
        "--1",
        "2 3",
        "grwth(a[1], b[1], 2)",
        "somewhere(a[1])",
        "growth(a[1], b[1])",
        "mean()",
        "catch_up(a[1])",
        "a[1..3]",
        "mean(-a[1..3])",
        "growth(a[1..3], b[1], 2)",
        "falls(a[1])",
        "exports(5)",
        "balance(a[1] + b[1])",
        "in(rub, a[1])",
        "in(RUB)",
        "real(a[1])",
        "real(a[1], 20 13)",
        "a[99999999999]",
        "2 × 3",
        "mean(a[1..800]) + mean(a[1..800])",
    ];
    let words = Words::english();
    let told = wrong.map(|text| {
        let error = parse(text).expect_err(text);
        let explained = words.syntax(&error);
        format!("{text}\n{}^ {} {}", " ".repeat(error.at), explained.message, explained.hint)
    });
    insta::assert_snapshot!(told.join("\n\n"));
}

#[test]
fn hostile_formulas_end_at_once() {
    let kind = |text: &str| parse(text).map_err(|error| error.kind);
    assert_eq!(kind(&"1+".repeat(1001)), Err(SyntaxKind::TooLong));
    assert_eq!(kind(&"(".repeat(1999)), Err(SyntaxKind::TooDeep));
    assert_eq!(kind(&format!("{}1", "min(".repeat(33))), Err(SyntaxKind::TooDeep));
    assert_eq!(
        kind(&format!("{}1{}", "(".repeat(32), ")".repeat(32))),
        Ok(Expr::Number(Decimal { value: 1.0, decimals: 0 }))
    );
    assert_eq!(kind("sum(a[-2147483647..2147483647])"), Err(SyntaxKind::TooManyCells));
    assert!(kind(&format!("1{}", "+1".repeat(999))).is_ok());
}

fn cell() -> impl Strategy<Value = Expr> {
    let tag = prop::option::of("[a-z][a-z0-9+-]{0,8}");
    ("[a-z][a-z0-9_]{0,5}", -50i32..2100, tag).prop_map(|(series, year, tag)| Expr::Cell {
        series,
        year,
        until: None,
        tag,
    })
}

fn number() -> impl Strategy<Value = Decimal> {
    (0u32..1_000_000, 0u8..4).prop_map(|(digits, decimals)| {
        let text = format!("{digits}.{:0>1$}", "", usize::from(decimals));
        Decimal::parse(text.trim_end_matches('.')).unwrap()
    })
}

fn money() -> impl Strategy<Value = Money> {
    let scale = prop::sample::select(vec![Scale::One, Scale::Thousand, Scale::Million, Scale::Billion]);
    ("[A-Z]{3}", scale).prop_map(|(name, scale)| {
        let currency = Currency(name.as_bytes().try_into().unwrap());
        Money { currency, scale, prices: Prices::Current }
    })
}

fn formula() -> impl Strategy<Value = Expr> {
    let leaf = prop_oneof![
        cell(),
        number().prop_map(Expr::Number),
        number().prop_map(Expr::Percent),
        (number(), money()).prop_map(|(number, money)| Expr::Amount(number, money)),
        cell().prop_map(|cell| Expr::Call(Function::Balance, vec![cell])),
    ];
    leaf.prop_recursive(5, 40, 3, |part| {
        let signs = vec![Operator::Add, Operator::Subtract, Operator::Multiply, Operator::Divide];
        prop_oneof![
            (part.clone(), prop::sample::select(signs), part.clone())
                .prop_map(|(left, sign, right)| left.with(sign, right)),
            part.clone().prop_map(|part| Expr::Negated(Box::new(part))),
            prop::collection::vec(part.clone(), 3).prop_map(|parts| Expr::Call(Function::Growth, parts)),
            (cell(), 0i32..99).prop_map(|(cell, more)| range(cell, more)),
            (part.clone(), 1900i32..2100).prop_map(|(part, year)| Expr::Real(Box::new(part), year)),
            part.prop_map(|part| Expr::In(Currency(*b"RUB"), Box::new(part))),
        ]
    })
}

fn range(cell: Expr, more: i32) -> Expr {
    let Expr::Cell { series, year, tag, .. } = cell else { return cell };
    Expr::Call(Function::Median, vec![Expr::Cell { series, year, until: Some(year + more), tag }])
}

proptest! {
    #[test]
    fn printing_and_reading_gives_the_formula_back(expr in formula()) {
        let text = expr.to_string();
        prop_assume!(text.chars().count() <= 2000);
        prop_assert_eq!(parse(&text), Ok(expr), "{}", text);
    }

    #[test]
    fn no_text_makes_the_parser_panic(text in "\\PC{0,60}") {
        let _ = parse(&text).map_err(|error| Words::english().syntax(&error));
    }

    #[test]
    fn no_formula_like_text_makes_the_parser_panic(parts in prop::collection::vec(prop::sample::select(vec![
        "a", "china", "[", "]", "(", ")", "2013", "..", "@", "kotra", ",", "+", "-", "*", "/", "%", " ", "USD", "m", "bn",
        "mean", "in", "real", "falls", "exports", "1.5", "é", "９",
    ]), 0..25)) {
        let text = parts.concat();
        if let Ok(expr) = parse(&text) {
            prop_assert_eq!(parse(&expr.to_string()), Ok(expr));
        }
    }
}

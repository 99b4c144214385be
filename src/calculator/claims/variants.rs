//! Other readings of a claim: each opens where the calculator does its sum, or else shows it in its place.

use ledgerline_core::claim::{Checked, Reading, Rule};
use ledgerline_core::compare::Measure;
use ledgerline_core::link::{Link, Part, View};
use ledgerline_core::story::{Claim, Variant};
use ledgerline_core::words::Key;
use leptos::prelude::batch;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{number, ranges, reckoned, rest, verdict};
use crate::parts::{El, Els, button, el, on_demand, said};
use crate::state::{Shared, opening_of};

/// The readings under a heading; nothing where there are none.
pub(super) fn variants(shared: Shared, claim: &Claim, checked: &Checked) -> Els {
    let known = checked.own.rule.as_ref();
    let pairs = claim.variants.iter().zip(&checked.variants);
    let items: Els = pairs.map(|(variant, reading)| item(shared, &claim.id, variant, reading, known)).collect();
    if items.is_empty() {
        return Els::new();
    }
    let heading = said("p", shared, Key::ClaimsVariants).class("readings");
    vec![heading, el("ul").class("variants").children(items)]
}

/// One reading. `known` is the claim's own rule, which is told by then.
fn item(shared: Shared, claim: &str, variant: &Variant, reading: &Reading, known: Option<&Rule>) -> El {
    let words = shared.words();
    let head = el("p").class("statement").text(&variant.name).text(" ");
    let head = head.maybe(number(reading, &words)).text(" ").maybe(verdict::verdict(reading, &words));
    let rule = reading.rule.as_ref().filter(|rule| !ranges(shared, reading) && Some(*rule) != known);
    let rule = rule.map(|rule| words.rule_by(rule, reading.by));
    let told = [rule, rest(shared, reading)].into_iter().flatten();
    let told = told.fold(el("p"), |line, told| line.text(&told).text(" "));
    let formula = reading.formula.as_ref().map(|formula| el("code").text(formula));
    el("li").child(head).child(told.maybe(formula)).maybe(sum(shared, claim, variant, reading))
}

/// The way to the sum, or where no mode does it the sum itself.
fn sum(shared: Shared, claim: &str, variant: &Variant, reading: &Reading) -> Option<El> {
    if let Some(opening) = super::opening(shared, reading) {
        let label = shared.words().say(Key::ClaimsOpenVariant, &[("name", &variant.name)]);
        return Some(el("p").child(opener(shared, claim, opening).attr("aria-label", &label)));
    }
    reading.figure()?;
    let (heading, reading) = (said("summary", shared, Key::CalculatorSum), reading.clone());
    Some(on_demand(shared, "folded", heading, move || el("div").children(reckoned(shared, &reading))))
}

/// The button that does the sum of a reading in the calculator.
pub(super) fn opener(shared: Shared, claim: &str, opening: Link) -> El {
    let claim = claim.to_owned();
    leaving(shared.words().text(Key::ClaimsOpen), move || follow(shared, &claim, &opening))
}

/// A button that goes with what it leaves: the focus goes to the panel that has something else then.
pub(super) fn leaving(text: &str, leave: impl Fn() + 'static) -> El {
    button(text, move |event| {
        let target: Option<Element> = event.current_target().and_then(|target| target.dyn_into().ok());
        let panel = target.and_then(|button| button.closest("[role=tabpanel]").ok().flatten());
        leave();
        if let Some(panel) = panel.and_then(|panel| panel.dyn_into::<HtmlElement>().ok()) {
            // A refused focus leaves the reader where the browser puts them.
            let _ = panel.focus();
        }
    })
}

/// Does the sum of a reading in the calculator, under its claim.
fn follow(shared: Shared, claim: &str, opening: &Link) {
    let view = (shared.view.get_untracked() != View::Calculator).then_some(View::Both);
    let link = Link { view, claim: Part::Is(claim.to_owned()), ..opening.clone() };
    batch(|| shared.follow(link));
}

/// What the reading says whose sum the calculator does now; `None` where it does the claim's own or another.
pub(super) fn open(shared: Shared, claim: &Claim, checked: &Checked, now: &Link) -> Option<String> {
    let (words, story) = (shared.words(), shared.story());
    let told = |(variant, reading): (&Variant, &Reading)| {
        let link = opening_of(reading, &story)?;
        let values = [("name", variant.name.as_str()), ("told", &words.variant(reading, &story))];
        asks(now, &link).then(|| words.say(Key::ClaimsVariantOpen, &values))
    };
    claim.variants.iter().zip(&checked.variants).find_map(told)
}

/// Whether a state asks what another does.
pub(super) fn asks(now: &Link, wanted: &Link) -> bool {
    let straight = same(&wanted.a, &now.a) && same(&wanted.b, &now.b);
    // Which of the two is named first makes no other question of how far they are apart.
    let either = matches!(wanted.measure, Some(Measure::Ratio | Measure::Difference));
    let series = straight || either && wanted.a == now.b && wanted.b == now.a;
    let series = series && same(&wanted.when, &now.when);
    let question =
        same(&wanted.mode, &now.mode) && same(&wanted.measure, &now.measure) && same(&wanted.flow, &now.flow);
    let prices = chosen(&wanted.prices) == chosen(&now.prices) && chosen(&wanted.currency) == chosen(&now.currency);
    let target = wanted.target == Default::default() || wanted.target == now.target;
    series && question && prices && chosen(&wanted.sources) == chosen(&now.sources) && target
}

/// Whether a state has what another asks for.
fn same<T: PartialEq>(wanted: &Option<T>, now: &Option<T>) -> bool {
    wanted.is_none() || wanted == now
}

fn chosen<T: Clone>(part: &Part<T>) -> Option<T> {
    part.over(&Part::Nothing)
}

//! What the article asserts, each claim with its rule, its formula and its remarks.

use ledgerline_core::story::{Claim, ClaimKind, RuleBy, Says, Variant};
use ledgerline_core::words::{Key, Words};

use crate::parts::{El, el, markup, said};
use crate::state::Shared;

/// The claims as an instrument of their own, under a heading.
pub(crate) fn claims(shared: Shared) -> El {
    let heading = shared.words().count(Key::ClaimsHeading, shared.with_story(|story| story.claims.len()), &[]);
    let section = el("section").class("calc").attr("aria-label", &heading).attr("part", "claims");
    if shared.with_story(|story| story.claims.is_empty()) {
        return section.child(said("p", shared, Key::ClaimsNone).class("help"));
    }
    section.child(el("h3").class("mode").text(&heading)).child(list(shared))
}

/// All claims, in the order of the story.
pub(super) fn list(shared: Shared) -> El {
    let words = shared.words();
    shared.with_story(|story| {
        let label = words.count(Key::ClaimsHeading, story.claims.len(), &[]);
        let items = story.claims.iter().map(|claim| item(claim, &words));
        el("ul").class("claims").attr("aria-label", &label).children(items.collect())
    })
}

fn item(claim: &Claim, words: &Words) -> El {
    let mut item = el("li").class("claim").child(el("p").class("statement").text(&claim.statement));
    if let Some(phrase) = &claim.phrase {
        item = item.child(el("p").class("phrase").text(&words.say(Key::ClaimsPhrase, &[("phrase", phrase)])));
    }
    if let Some(says) = &claim.says {
        item = item.child(el("p").class("rule").text(&rule(says, claim.rule_by, words)));
    }
    if claim.kind == ClaimKind::Unchecked {
        item = item.child(el("p").class("rule").text(words.text(Key::ClaimsUnchecked)));
    }
    item = item.maybe(claim.formula.as_ref().map(|formula| el("p").class("formula").child(el("code").text(formula))));
    if !claim.variants.is_empty() {
        let variants = claim.variants.iter().map(|variant| self::variant(variant, words));
        item = item.child(el("ul").class("variants").children(variants.collect()));
    }
    let remarks = [&claim.why, &claim.note].into_iter().flatten().flat_map(|text| markup(text));
    item.child(el("div").class("remarks").children(remarks.collect()))
}

fn variant(variant: &Variant, words: &Words) -> El {
    let item = el("li").child(el("p").text(&variant.name).text(" ").child(el("code").text(&variant.formula)));
    match &variant.says {
        Says::Rule(says) => item.child(el("p").class("rule").text(&rule(says, None, words))),
        Says::Inherited | Says::Nothing => item,
    }
}

fn rule(says: &str, by: Option<RuleBy>, words: &Words) -> String {
    let key = match by {
        Some(RuleBy::Author) => Key::ClaimsRuleAuthor,
        Some(RuleBy::Editor) => Key::ClaimsRuleEditor,
        None => Key::ClaimsRule,
    };
    words.say(key, &[("rule", says)])
}

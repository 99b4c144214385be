//! Claims as a document: a list of `{"id", "statement", "says", "result", "verdict", "variants", …}`.

use super::Json;
use super::result::{Asked, doubted_by_all, result, sources_named, spread};
use crate::claim::{Checked, Fit, Reading, Verdict};
use crate::compare::Terms;
use crate::formula::Sources;
use crate::story::{Claim, RuleBy, Says, Story, Variant};
use crate::words::Words;

/// Claims as they were checked on some terms.
pub fn claims(story: &Story, words: &Words, terms: &Terms, claims: &[(&Claim, &Checked)]) -> Json {
    let sources = terms.sources.of_formula();
    Json::List(claims.iter().map(|(found, checked)| claim(found, checked, sources, story, words)).collect())
}

/// One claim, as it was checked with the values of some sources.
pub fn claim(claim: &Claim, checked: &Checked, sources: Sources<'_>, story: &Story, words: &Words) -> Json {
    let variants = claim.variants.iter().zip(&checked.variants);
    let variants = variants.map(|(variant, reading)| self::variant((claim, variant), reading, sources, story, words));
    let mut fields = vec![
        ("id", Json::text(&claim.id)),
        ("statement", Json::text(&claim.statement)),
        ("says", optional(claim.says.as_ref())),
        ("rule_by", Json::or_null(claim.rule_by, |by| Json::text(by.word()))),
    ];
    fields.extend(read(&checked.own, sources, story, words));
    fields.push(("sentence", Json::Text(words.claim(checked, story))));
    if claim.why.is_some() {
        fields.push(("why", optional(claim.why.as_ref())));
    }
    if !checked.events.is_empty() {
        fields.push(("events", Json::List(checked.events.iter().map(|(id, fit)| event(id, *fit)).collect())));
    }
    fields.push(("variants", Json::List(variants.collect())));
    Json::Object(fields)
}

fn variant(
    (claim, variant): (&Claim, &Variant),
    reading: &Reading,
    sources: Sources<'_>,
    story: &Story,
    words: &Words,
) -> Json {
    let says = match &variant.says {
        Says::Inherited => claim.says.as_ref(),
        Says::Nothing => None,
        Says::Rule(says) => Some(says),
    };
    let mut fields = vec![
        ("name", Json::text(&variant.name)),
        ("says", optional(says)),
        ("rule_by", Json::or_null(reading.by, |by: RuleBy| Json::text(by.word()))),
    ];
    fields.extend(read(reading, sources, story, words));
    fields.push(("sentence", Json::Text(words.variant(reading, story))));
    Json::Object(fields)
}

/// Result, verdict and whether the sources agree on it. In a disputed year the spread and its doubts stand beside the
/// refusal.
fn read(reading: &Reading, sources: Sources<'_>, story: &Story, words: &Words) -> Vec<(&'static str, Json)> {
    let formula = reading.formula.as_deref().unwrap_or_default();
    let asked = |outcome| Asked { formula, outcome, sources, sentence: None };
    let told = reading.result.as_ref().map(|found| result(asked(found), story, words));
    let told = match (told, &reading.range) {
        (Some(Json::Object(mut fields)), Some(range)) => {
            fields.push(("spread", spread(&range.spread)));
            fields.extend(doubted_by_all(formula, story, words).map(|doubts| ("doubts", doubts)));
            fields.extend(reading.figure().map(|figure| ("sources", sources_named(figure, story))));
            Some(Json::Object(fields))
        }
        (told, _) => told,
    };
    let verdict = reading.verdict.as_ref();
    vec![
        ("result", told.unwrap_or(Json::Null)),
        ("verdict", Json::or_null(verdict, |verdict| Json::text(verdict.name()))),
        ("unanimous", Json::or_null(verdict.and_then(Verdict::unanimous), Json::Bool)),
    ]
}

fn event(id: &str, fit: Fit) -> Json {
    let fit = match fit {
        Fit::Inside => "inside",
        Fit::Partly => "partly",
        Fit::Outside => "outside",
    };
    Json::Object(vec![("id", Json::text(id)), ("fit", Json::text(fit))])
}

fn optional(text: Option<&String>) -> Json {
    Json::or_null(text, |text| Json::text(text))
}

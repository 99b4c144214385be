//! A result as a document: `{"formula", "value", "unit", "spread", "trace", "doubts", "sources", …}`, or
//! `{"formula", "refused": {…}}`.

use super::Json;
use super::publishers::sources as sources_of;
use crate::claim::{Figure, Reason};
use crate::compare::doubts_by;
use crate::formula::{
    Expr, Factor, Flow, Outcome, Sources, Spread, Step, TracedCell, evaluate_by, locate, parse, steps_by,
};
use crate::story::Story;
use crate::words::{Answered, Explained, Words};

/// A formula that was asked for, with what came of it.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The formula as somebody wrote it; the document bears the canonical form where there is one.
    pub formula: &'a str,
    /// The result or the refusal.
    pub outcome: &'a Result<Outcome, Reason>,
    /// Those that it was computed with.
    pub sources: Sources<'a>,
    /// The sentence that it answers with; `None` where the formula by itself was asked for.
    pub sentence: Option<&'a str>,
}

/// A formula with its result or its refusal.
pub fn result(asked: Asked<'_>, story: &Story, words: &Words) -> Json {
    let Asked { formula, outcome, sources, sentence } = asked;
    let expr = parse(formula).ok();
    let formula = expr.as_ref().map_or_else(|| formula.to_owned(), ToString::to_string);
    let fields = match outcome {
        Ok(outcome) => {
            let steps = expr.as_ref().and_then(|expr| steps_by(expr, story, sources).ok()).unwrap_or_default();
            let doubts = expr.as_ref().map(|expr| doubted(expr, outcome, sources, story, words));
            let of_formula = || Some(words.summary(Answered::Formula(expr.as_ref()?, outcome), story));
            let sentence = sentence.map(str::to_owned).or_else(of_formula);
            let told = vec![
                ("doubts", doubts.unwrap_or(Json::List(vec![]))),
                ("sentence", Json::or_null(sentence, Json::Text)),
                ("sources", sources_named(outcome.into(), story)),
            ];
            [computed(outcome, &steps, story, words), told].concat()
        }
        Err(reason) => vec![("refused", refused(&formula, reason, story, words))],
    };
    Json::Object([("formula", Json::Text(formula))].into_iter().chain(fields).collect())
}

fn computed(outcome: &Outcome, steps: &[Step], story: &Story, words: &Words) -> Vec<(&'static str, Json)> {
    let one = Spread { low: outcome.value, high: outcome.value, exact: true };
    let cells = outcome.cells.iter().map(|cell| traced(cell, story));
    let trace = cells.chain(outcome.factors.iter().map(|entered| factor(entered, story))).chain(steps.iter().map(step));
    let warnings = outcome.warnings.iter().map(|warning| Json::Text(words.warning(warning)));
    vec![
        ("value", Json::or_null((!outcome.ranged).then_some(outcome.value), Json::Number)),
        ("unit", Json::Text(outcome.unit.to_string())),
        ("spread", spread(&outcome.spread.unwrap_or(one))),
        ("warnings", Json::List(warnings.collect())),
        ("trace", Json::List(trace.collect())),
    ]
}

/// The sources that the trace names, each once: a file is read without its story.
pub(super) fn sources_named(figure: Figure<'_>, story: &Story) -> Json {
    let mut ids = sources_of(story, figure);
    ids.sort_unstable();
    ids.dedup();
    let known = ids.into_iter().filter_map(|id| Some((id, story.sources.get(id)?)));
    let text = |text: Option<&String>| Json::or_null(text, |text| Json::text(text));
    let named = known.map(|(id, source)| {
        Json::Object(vec![
            ("id", Json::text(id)),
            ("publisher", Json::text(&source.publisher)),
            ("title", text(source.title.as_ref())),
            ("url", text(source.url.as_ref())),
        ])
    });
    Json::List(named.collect())
}

/// What stands against a result, in sentences.
fn doubted(expr: &Expr, outcome: &Outcome, sources: Sources<'_>, story: &Story, words: &Words) -> Json {
    let lines = words.doubts(&doubts_by(story, expr, outcome, sources), story);
    Json::List(lines.into_iter().map(Json::Text).collect())
}

/// What stands against the results of a formula by all sources; `None` where it has none.
pub(super) fn doubted_by_all(formula: &str, story: &Story, words: &Words) -> Option<Json> {
    let expr = parse(formula).ok()?;
    let outcome = evaluate_by(&expr, story, Sources::All).ok()?;
    Some(doubted(&expr, &outcome, Sources::All, story, words))
}

/// The ends; `exact` is false where the true ends may lie further in.
pub(super) fn spread(spread: &Spread) -> Json {
    Json::Object(vec![
        ("low", Json::Number(spread.low)),
        ("high", Json::Number(spread.high)),
        ("exact", Json::Bool(spread.exact)),
    ])
}

/// A value that entered, in the unit of its series, with where it is from.
fn traced(cell: &TracedCell, story: &Story) -> Json {
    let row = story.series.get(&cell.series).and_then(|series| series.values.get(cell.row));
    let of_row = |text: Option<&String>| Json::or_null(text, |text| Json::text(text));
    Json::Object(vec![
        ("kind", Json::text("cell")),
        ("series", Json::text(&cell.series)),
        ("year", Json::whole(cell.year)),
        ("flow", Json::text(flow(cell.flow))),
        ("value", Json::Number(cell.value.value)),
        ("unit", Json::Text(cell.money.to_string())),
        ("basis", of_row(row.and_then(|row| row.basis.as_ref()))),
        ("source", of_row(row.and_then(|row| row.source.as_ref()))),
        ("status", Json::or_null(row, |row| Json::text(row.status.word()))),
        ("tag", of_row(cell.tag.as_ref())),
        ("values", Json::List(cell.range.iter().map(|value| Json::Number(*value)).collect())),
    ])
}

fn flow(flow: Flow) -> &'static str {
    match flow {
        Flow::Total => "total",
        Flow::Exports => "exports",
        Flow::Imports => "imports",
        Flow::Balance => "balance",
    }
}

/// A price index or an exchange rate that entered.
fn factor(factor: &Factor, story: &Story) -> Json {
    let source = factor.named(story).and_then(|(_, source)| source);
    Json::Object(vec![
        ("kind", Json::text(if factor.rate { "rate" } else { "index" })),
        ("id", Json::text(&factor.id)),
        ("year", Json::whole(factor.year)),
        ("value", Json::Number(factor.value.value)),
        ("source", Json::or_null(source, Json::text)),
    ])
}

/// A part that was computed on the way.
fn step(step: &Step) -> Json {
    let mut fields = vec![
        ("kind", Json::text("step")),
        ("formula", Json::text(&step.formula)),
        ("value", Json::or_null(step.range.is_none().then_some(step.value), Json::Number)),
        ("unit", Json::Text(step.unit.to_string())),
    ];
    fields.extend(step.range.map(|range| ("spread", spread(&range))));
    Json::Object(fields)
}

/// Why there is none. `at` is the place in the formula, in characters from 1, where it is known.
fn refused(formula: &str, reason: &Reason, story: &Story, words: &Words) -> Json {
    let Explained { message, hint } = words.explained(reason, story);
    let at = match reason {
        Reason::Formula(error) => Some(error.at),
        Reason::Refused(refusal) => locate(formula, refusal),
        _ => None,
    };
    Json::Object(vec![
        ("code", Json::text(reason.code())),
        ("message", Json::Text(message)),
        ("hint", Json::Text(hint)),
        // No formula has more characters than a float can count.
        ("at", Json::or_null(at, |at| Json::Number(at as f64 + 1.0))),
    ])
}

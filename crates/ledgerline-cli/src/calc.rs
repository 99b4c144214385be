//! `calc`: a formula over the figures of a story.

use crate::{Outcome, check};
use ledgerline_core::claim::Reason;
use ledgerline_core::compare::doubts_by;
use ledgerline_core::document;
use ledgerline_core::formula::{
    Expr, Factor, Outcome as Found, Sources, TracedCell, evaluate_by, locate, parse, steps_by,
};
use ledgerline_core::story::Story;
use ledgerline_core::words::{Answered, Explained, Words};
use std::io::{self, Write};
use std::path::Path;

/// A formula as it was asked for.
pub(crate) struct Asked<'a> {
    /// The text.
    pub(crate) formula: &'a str,
    /// The source or basis whose values are taken where there are any.
    pub(crate) source: Option<&'a str>,
    /// Whether programs read the answer.
    pub(crate) json: bool,
}

/// Prints the result with its trace, or why there is none.
pub(crate) fn calc(path: &Path, asked: &Asked<'_>, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<Outcome> {
    let story = match check::story(path, err)? {
        Ok(story) => story,
        Err(outcome) => return Ok(outcome),
    };
    let sources = match asked.source {
        Some("all") => Sources::All,
        Some(tag) if !names(&story, tag) => {
            writeln!(err, "ledgerline-tool: the story has no source and no basis “{tag}”")?;
            return Ok(Outcome::Failed);
        }
        Some(tag) => Sources::By(tag),
        None => Sources::Preferred,
    };
    let words = Words::english();
    let expr = parse(asked.formula).map_err(Reason::Formula);
    let found = expr.as_ref().map_err(Clone::clone);
    let found = found.and_then(|expr| evaluate_by(expr, &story, sources).map_err(Reason::Refused));
    if asked.json {
        let asked = document::Asked { formula: asked.formula, outcome: &found, sources, sentence: None };
        writeln!(out, "{:#}", document::result(asked, &story, &words))?;
    } else {
        match (&expr, &found) {
            (Ok(expr), Ok(found)) => print(expr, found, sources, &story, &words, out)?,
            (_, Err(reason)) | (Err(reason), _) => refuse(asked.formula, reason, &story, &words, out)?,
        }
    }
    Ok(if found.is_ok() { Outcome::Clean } else { Outcome::Findings })
}

/// Whether a source or basis is called so.
fn names(story: &Story, tag: &str) -> bool {
    story.sources.get(tag).is_some() || story.bases.get(tag).is_some()
}

/// The result, unrounded and as it is shown, with what stands against it; then the values that entered, and the steps.
fn print(
    expr: &Expr,
    found: &Found,
    sources: Sources<'_>,
    story: &Story,
    words: &Words,
    out: &mut dyn Write,
) -> io::Result<()> {
    match found.spread.filter(|_| found.ranged) {
        Some(spread) => writeln!(out, "{expr} = {} to {} {}", spread.low, spread.high, found.unit)?,
        None => writeln!(out, "{expr} = {} {}", found.value, found.unit)?,
    }
    match found.spread {
        Some(_) if found.ranged => writeln!(out, "no one value: all sources were asked")?,
        Some(spread) => writeln!(out, "spread {} to {}", spread.low, spread.high)?,
        None => writeln!(out, "no spread: every cell has one value")?,
    }
    writeln!(out, "{}", words.summary(Answered::Formula(expr, found), story))?;
    found.warnings.iter().try_for_each(|warning| writeln!(out, "warning: {}", words.warning(warning)))?;
    let doubts = words.doubts(&doubts_by(story, expr, found, sources), story);
    doubts.iter().try_for_each(|doubt| writeln!(out, "doubt: {doubt}"))?;
    writeln!(out)?;
    found.cells.iter().try_for_each(|cell| writeln!(out, "  {}", entered(cell, story, words)))?;
    found.factors.iter().try_for_each(|factor| writeln!(out, "  {}", converted(factor)))?;
    let steps = steps_by(expr, story, sources).unwrap_or_default();
    steps.iter().try_for_each(|step| match step.range {
        Some(range) => writeln!(out, "  {} = {} to {} {}", step.formula, range.low, range.high, step.unit),
        None => writeln!(out, "  {} = {} {}", step.formula, step.value, step.unit),
    })
}

/// `china[2013] 6544.7 USD m (chinese-customs, kotra-2014, reported); 6540 to 6939`
fn entered(cell: &TracedCell, story: &Story, words: &Words) -> String {
    let row = story.series.get(&cell.series).and_then(|series| series.values.get(cell.row));
    let from = row.into_iter().flat_map(|row| {
        [row.basis.as_deref(), row.source.as_deref(), Some(words.status(row.status))].into_iter().flatten()
    });
    let from = from.collect::<Vec<_>>().join(", ");
    let range = match cell.range.as_slice() {
        [low, .., high] => format!("; {low} to {high}"),
        _ => String::new(),
    };
    format!("{}[{}] {} {} ({from}){range}", cell.series, cell.year, cell.value, cell.money)
}

fn converted(factor: &Factor) -> String {
    format!("{} in {}: {}", factor.id, factor.year, factor.value)
}

/// The formula with a mark under the place where it is known, what is wrong, and what there is instead.
fn refuse(text: &str, reason: &Reason, story: &Story, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    let at = match reason {
        Reason::Formula(error) => Some(error.at),
        Reason::Refused(refusal) => locate(text, refusal),
        _ => None,
    };
    let Explained { message, hint } = words.explained(reason, story);
    writeln!(out, "{text}")?;
    if let Some(at) = at {
        writeln!(out, "{}^", " ".repeat(at))?;
    }
    writeln!(out, "refused[{}]: {message}", reason.code())?;
    if hint.is_empty() { Ok(()) } else { writeln!(out, "    {hint}") }
}

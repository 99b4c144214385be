//! `claims`: every claim of a story against its rule.

use crate::args::On;
use crate::{Outcome, check};
use ledgerline_core::amount::Money;
use ledgerline_core::claim::{self, Checked, Reading, Reason, Verdict};
use ledgerline_core::compare::{Sources, Terms};
use ledgerline_core::document;
use ledgerline_core::story::{Claim, Story};
use ledgerline_core::words::Words;
use std::io::{self, Write};
use std::path::Path;

/// Prints each claim with its number and its verdict. A formula that is refused or a rule that cannot be read is a
/// finding; a claim that does not hold is none.
pub(crate) fn claims(
    path: &Path,
    json: bool,
    on: &On,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> io::Result<Outcome> {
    let story = match check::story(path, err)? {
        Ok(story) => story,
        Err(outcome) => return Ok(outcome),
    };
    let terms = match terms(on, &story) {
        Ok(terms) => terms,
        Err(message) => {
            writeln!(err, "ledgerline-tool: {message}")?;
            return Ok(Outcome::Failed);
        }
    };
    let words = Words::english();
    let checked: Vec<Checked> = story.claims.iter().map(|claim| claim::check_on(claim, &story, &terms)).collect();
    let claims: Vec<(&Claim, &Checked)> = story.claims.iter().zip(&checked).collect();
    if json {
        writeln!(out, "{:#}", document::claims(&story, &words, &terms, &claims))?;
    } else {
        if let Some(counted) = words.terms_counted(&terms, &story) {
            writeln!(out, "{counted}")?;
        }
        claims.iter().try_for_each(|(claim, checked)| print(claim, checked, &story, &words, out))?;
    }
    let broken = checked.iter().any(|checked| [&checked.own].into_iter().chain(&checked.variants).any(is_broken));
    Ok(if broken { Outcome::Findings } else { Outcome::Clean })
}

/// The terms that are asked for; the error says which of them the story does not know.
fn terms(on: &On, story: &Story) -> Result<Terms, String> {
    let sources = Sources::from_name(on.source.as_deref());
    if let Sources::Basis(id) = &sources
        && story.bases.get(id).is_none()
    {
        let known: Vec<&str> = story.bases.ids().collect();
        return Err(format!("the story has no basis “{id}”; it has {}", known.join(", ")));
    }
    let currency = |code: &String| {
        let money = Money::parse(code).ok_or_else(|| format!("“{code}” is no currency: write it like RUB"))?;
        Ok::<_, String>(money.currency)
    };
    let currency = on.currency.as_ref().map(currency).transpose()?;
    Ok(Terms { prices: on.prices, currency, sources, ..Terms::default() })
}

fn is_broken(reading: &Reading) -> bool {
    let refused = matches!(&reading.result, Some(Err(_)));
    refused || matches!(&reading.verdict, Some(Verdict::Unchecked(reason)) if *reason != Reason::Story)
}

/// `sixty-times: holds, but not by every source`, the statement, the sentences, and what stands against the number; the
/// variants below it.
fn print(claim: &Claim, checked: &Checked, story: &Story, words: &Words, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}: {}", claim.id, words.verdict(&checked.own).unwrap_or("-"))?;
    writeln!(out, "    {}", claim.statement)?;
    writeln!(out, "    {}", words.claim(checked, story))?;
    let doubts = |reading: &Reading| words.doubts_of(reading, story);
    doubts(&checked.own).iter().try_for_each(|doubt| writeln!(out, "    doubt: {doubt}"))?;
    if let Some(why) = &claim.why {
        writeln!(out, "    Why: {why}")?;
    }
    for (variant, reading) in claim.variants.iter().zip(&checked.variants) {
        writeln!(out, "    - {}: {}", variant.name, words.verdict(reading).unwrap_or("-"))?;
        writeln!(out, "      {}", words.variant(reading, story))?;
        doubts(reading).iter().try_for_each(|doubt| writeln!(out, "      doubt: {doubt}"))?;
    }
    Ok(())
}

//! `check`: everything that is wrong with a story file.

use crate::Outcome;
use ledgerline_core::story::{self, Finding, Reading, Severity, Story};
use serde_json::{Value, json};
use std::io::{self, Write};
use std::path::Path;

/// Prints the findings, one a line with a hint below it, or all as one JSON document.
pub(crate) fn check(path: &Path, json: bool, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<Outcome> {
    let Some(reading) = load(path, err)? else { return Ok(Outcome::Failed) };
    if json {
        serde_json::to_writer_pretty(&mut *out, &document(path, &reading))?;
        writeln!(out)?;
    } else {
        print(path, &reading.findings, out)?;
    }
    Ok(if reading.findings.is_empty() { Outcome::Clean } else { Outcome::Findings })
}

/// Reads a file; says so if it cannot be read.
pub(crate) fn load(path: &Path, err: &mut dyn Write) -> io::Result<Option<Reading>> {
    match std::fs::read(path) {
        Ok(bytes) => Ok(Some(story::read(&bytes))),
        Err(error) => {
            writeln!(err, "ledgerline-tool: cannot read {}: {error}", path.display())?;
            Ok(None)
        }
    }
}

/// Reads a story to work on; its findings go to `err`. Without a story there is only the outcome.
pub(crate) fn story(path: &Path, err: &mut dyn Write) -> io::Result<Result<Story, Outcome>> {
    let Some(reading) = load(path, err)? else { return Ok(Err(Outcome::Failed)) };
    print(path, &reading.findings, err)?;
    Ok(reading.story.ok_or(Outcome::Findings))
}

/// `file:line:column: error[code]: message`, and the hint below it.
pub(crate) fn print(path: &Path, findings: &[Finding], out: &mut dyn Write) -> io::Result<()> {
    for Finding { severity, code, place, message, hint } in findings {
        let (path, severity) = (path.display(), word(*severity));
        let inside = if place.path.is_empty() { String::new() } else { format!("{}: ", place.path) };
        writeln!(out, "{path}:{}:{}: {severity}[{code}]: {inside}{message}", place.line, place.column)?;
        if !hint.is_empty() {
            writeln!(out, "    {hint}")?;
        }
    }
    Ok(())
}

fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

fn document(path: &Path, reading: &Reading) -> Value {
    let finding = |found: &Finding| {
        json!({
            "severity": word(found.severity),
            "code": found.code,
            "path": found.place.path,
            "line": found.place.line,
            "column": found.place.column,
            "message": found.message,
            "hint": found.hint,
        })
    };
    json!({
        "file": path.display().to_string(),
        "shows": reading.story.is_some(),
        "findings": reading.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

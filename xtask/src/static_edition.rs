//! The static edition of a story: what the embedding tag contains before, and without, the widget.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use ledgerline_core::story::{self, Severity};
use ledgerline_core::words::Words;
use ledgerline_figure::html;

use crate::project;

/// The static edition of the story in a file, as HTML.
pub fn of(path: &Path) -> Result<String> {
    let file = project::shown(path);
    let bytes = fs::read(path).with_context(|| format!("cannot read {file}"))?;
    let reading = story::read(&bytes);
    let Some(story) = reading.story else {
        let first = reading.findings.iter().find(|found| found.severity == Severity::Error);
        let told = first.map_or_else(String::new, |found| {
            format!("{}:{}: {} {}", found.place.line, found.place.column, found.message, found.hint)
        });
        bail!("{file} is no story: {told}");
    };
    Ok(html::static_edition(&story, &Words::english()))
}

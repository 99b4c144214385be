//! What axe-core finds in every state of the widget: WCAG 2.2 A and AA, best practices, target size.

use std::env;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use xtask::project;

use super::everywhere;
use crate::Case;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("axe_finds_nothing_in_light", light),
    everywhere("axe_finds_nothing_in_dark", dark),
    everywhere("axe_finds_nothing_at_320_pixels", narrow),
    everywhere("axe_finds_nothing_in_an_error", error),
];

const RUN: &str = "const done = arguments[arguments.length - 1]; \
     const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']; \
     const options = { runOnly: { type: 'tag', values }, rules: { 'target-size': { enabled: true } } }; \
     axe.run(document, options).then( \
       ({ violations }) => done(violations.flatMap((rule) => rule.nodes.map((node) => \
         `${rule.id} at ${node.target.flat().join(' ')}: ${node.failureSummary} ${node.html.slice(0, 200)}`))), \
       (error) => done([String(error)]));";

fn light(page: &Page) -> Result<()> {
    page.open("plain")?;
    nothing(page)
}

fn dark(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js("document.body.className = 'dark'; widget.theme = 'dark'")?;
    // A colour on its way from one to the other is neither.
    page.until("widget.shadowRoot.getAnimations().length === 0")?;
    nothing(page)
}

fn narrow(page: &Page) -> Result<()> {
    // So tall that the switch at the foot of the window lies over nothing that could be pressed.
    page.window(1280, 5_200)?;
    page.open("narrow")?;
    nothing(page)
}

fn error(page: &Page) -> Result<()> {
    page.open("story-errors")?;
    nothing(page)
}

/// Runs axe-core over the whole page.
pub(super) fn nothing(page: &Page) -> Result<()> {
    let script = format!("{}\n{RUN}", axe()?);
    let found: Value = page.wait(page.handle().execute_async(script, Vec::new()))?.json().clone();
    let list = found.as_array().map(|all| all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("\n"));
    ensure!(found == json!([]), "axe-core found\n{}", list.unwrap_or_default());
    Ok(())
}

fn axe() -> Result<String> {
    let file = env::var_os("LEDGERLINE_AXE").map(PathBuf::from);
    let file = file.unwrap_or_else(|| project::npm_package("axe-core").join("axe.min.js"));
    fs::read_to_string(file).context("axe-core is not installed; `cargo xtask doctor --fix` gets it")
}

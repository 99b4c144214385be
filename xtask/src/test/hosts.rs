//! `cargo xtask test hosts`: the host pages alone, as a matrix of case and engine, which is also `docs/hosts.md`.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use super::browser;
use crate::doctor::{self, Group};
use crate::project;

const ENGINES: [(&str, &str); 3] = [("chromium", "Chromium"), ("firefox", "Firefox"), ("webkit", "WebKitGTK")];

/// What a host page says of itself; the browser tests read the rest.
#[derive(Deserialize)]
struct Expectation {
    what: String,
    ends: String,
    #[serde(default)]
    codes: Vec<String>,
    /// Engines that are left out, and why.
    #[serde(default)]
    engines: BTreeMap<String, String>,
}

/// How a page ended in an engine.
#[derive(Deserialize)]
struct Outcome {
    page: String,
    engine: String,
    green: bool,
}

/// Runs the host pages and writes the matrix.
pub fn run() -> Result<()> {
    doctor::ensure(&[Group::Build, Group::Browsers])?;
    let file = project::target_dir().join(project::NAME).join("hosts.json");
    if file.exists() {
        fs::remove_file(&file)?;
    }
    let ran = browser::run_with(&[("LEDGERLINE_HOSTS", file.clone().into())], &["::host::"]);
    let text = fs::read_to_string(&file).context("the browser tests left no results")?;
    let outcomes: Vec<Outcome> = serde_json::from_str(&text)?;
    let matrix = matrix(&pages()?, &outcomes);
    print!("\n{matrix}");
    fs::write(project::root().join("docs/hosts.md"), document(&matrix))?;
    ran
}

fn pages() -> Result<BTreeMap<String, Expectation>> {
    let mut pages = BTreeMap::new();
    for entry in fs::read_dir(project::hosts())? {
        let folder = entry?.path();
        let Ok(text) = fs::read_to_string(folder.join("expect.json")) else { continue };
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let page = serde_json::from_str(&text).with_context(|| format!("{name}/expect.json"))?;
        pages.insert(name, page);
    }
    if pages.is_empty() {
        bail!("there are no host pages in {}", project::shown(&project::hosts()));
    }
    Ok(pages)
}

fn matrix(pages: &BTreeMap<String, Expectation>, outcomes: &[Outcome]) -> String {
    let mut text = String::from("| case | what the page does | the reader has |");
    ENGINES.iter().for_each(|(_, name)| text.push_str(&format!(" {name} |")));
    text.push_str("\n|---|---|---|---|---|---|\n");
    let mut notes = String::new();
    for (name, page) in pages {
        let _ = write!(text, "| `{name}` | {} | {} |", page.what, has(page));
        for (engine, shown) in ENGINES {
            let outcome = outcomes.iter().find(|each| each.page == *name && each.engine == engine);
            let cell = match (outcome, page.engines.get(engine)) {
                (_, Some(why)) => {
                    let _ = writeln!(notes, "- `{name}` in {shown}: {why}");
                    "not tried"
                }
                (Some(outcome), _) if outcome.green => "green",
                (Some(_), _) => "RED",
                (None, _) => "not run",
            };
            let _ = write!(text, " {cell} |");
        }
        text.push('\n');
    }
    if !notes.is_empty() {
        let _ = write!(text, "\n{notes}");
    }
    text
}

fn has(page: &Expectation) -> String {
    let stands = match page.ends.as_str() {
        "inline" => "the widget",
        "iframe" => "the widget in our frame",
        "frame" => "the widget in the page’s own frame",
        "static" => "the static edition, and why",
        _ => "the static edition",
    };
    let codes: Vec<String> = page.codes.iter().map(|code| format!("`{}`", code.replace('|', "` or `"))).collect();
    if codes.is_empty() { stands.to_owned() } else { format!("{stands} ({})", codes.join(", then ")) }
}

fn document(matrix: &str) -> String {
    format!(
        "# Host pages\n\nWritten by `cargo xtask test hosts`; each case is a folder of `tests/hosts`. Page, distribution and \
         further stories have origins of their own, and the distribution is of another site than the page \
         (`localhost` and `127.0.0.1`), as a newsroom’s CDN is. WordPress and AMP are emulated: their pages’ side of the protocol is \
         a script in the case, not their software. In brackets: the codes of `ledgerline:error` that the page hears.\n\n\
         {matrix}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_page_says_what_becomes_of_it() -> Result<()> {
        let pages = pages()?;
        for entry in fs::read_dir(project::hosts())? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            assert!(!entry.file_type()?.is_dir() || pages.contains_key(&name), "{name} has no expect.json");
        }
        Ok(())
    }

    #[test]
    fn every_host_page_is_in_the_document_and_green_or_left_out_with_a_reason() -> Result<()> {
        let text = fs::read_to_string(project::root().join("docs/hosts.md"))?;
        for name in pages()?.keys() {
            let row = text.lines().find(|line| line.starts_with(&format!("| `{name}` |")));
            let row =
                row.with_context(|| format!("{name} is missing; `cargo xtask test hosts` writes the document"))?;
            assert!(!row.contains("RED") && !row.contains("not run"), "{row}");
        }
        Ok(())
    }

    #[test]
    fn what_was_not_run_is_not_green() -> Result<()> {
        let page =
            serde_json::from_str(r#"{"what": "W", "ends": "static", "codes": ["a|b"], "engines": {"webkit": "no"}}"#)?;
        let pages = BTreeMap::from([("p".to_owned(), page)]);
        let outcomes = [Outcome { page: "p".to_owned(), engine: "chromium".to_owned(), green: true }];
        let text = matrix(&pages, &outcomes);
        assert!(text.contains("| `p` | W | the static edition, and why (`a` or `b`) | green | not run | not tried |"));
        assert!(text.contains("- `p` in WebKitGTK: no"));
        Ok(())
    }
}

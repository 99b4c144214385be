//! Host pages that say themselves what becomes of the widget: each folder of `tests/hosts` with an `expect.json`.
//!
//! `ends` is where the ladder ends: `inline`, `iframe`, `static`, `untouched` (no script of ours ever ran) or `frame` (a
//! frame that the page has put there itself). `codes` are those of the errors, in order; `hint` are parts of the last
//! one's hint, `directive` its directive; `holds` are expressions that come true; `inner` is a text in the frame; `clean: false` allows errors of
//! the page's own making; `records: false` is for pages without `record.js`; `engines` says why an engine is left out.

use std::env;
use std::fs;
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::{Context, Result, bail, ensure};
use libtest_mimic::{Failed, Trial};
use serde_json::{Value, json};
use xtask::project;

use crate::engine::ALL;
use crate::page::Page;
use crate::pool::Pool;

/// Shorthands for the expressions in `holds`.
const PRELUDE: &str = "const inside = (selector) => document.querySelector('ledger-line').shadowRoot \
     .querySelector(selector);";

/// How each page ended in each engine, for `docs/hosts.md`.
pub(crate) type Results = Arc<Mutex<Vec<Value>>>;

/// A test for each page and engine.
pub(crate) fn trials(pool: &Arc<Pool>, results: &Results) -> Result<Vec<Trial>> {
    let mut all = Vec::new();
    for (name, expected) in pages()? {
        for engine in ALL {
            if expected["engines"].get(engine.to_string()).is_some() {
                continue;
            }
            let (pool, results) = (pool.clone(), results.clone());
            let (name, expected) = (name.clone(), expected.clone());
            all.push(Trial::test(format!("{engine}::host::{name}"), move || {
                let ended = pool.with(engine, |page| ends(page, &name, &expected));
                let result = json!({ "page": name, "engine": engine.to_string(), "green": ended.is_ok() });
                results.lock().unwrap_or_else(PoisonError::into_inner).push(result);
                ended.map_err(|error| Failed::from(format!("{error:#}")))
            }));
        }
    }
    Ok(all)
}

/// Writes the results where the environment asks for them.
pub(crate) fn report(results: &Results) -> Result<()> {
    let Some(path) = env::var_os("LEDGERLINE_HOSTS") else { return Ok(()) };
    let results = results.lock().unwrap_or_else(PoisonError::into_inner);
    fs::write(path, serde_json::to_string(&*results)?).context("cannot write the results")
}

fn pages() -> Result<Vec<(String, Value)>> {
    let mut pages = Vec::new();
    for entry in fs::read_dir(project::hosts())? {
        let folder = entry?.path();
        let Ok(text) = fs::read_to_string(folder.join("expect.json")) else { continue };
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        pages.push((name, serde_json::from_str(&text).with_context(|| folder.display().to_string())?));
    }
    pages.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(pages)
}

fn ends(page: &Page, name: &str, expected: &Value) -> Result<()> {
    page.visit(name)?;
    match expected["ends"].as_str() {
        Some("inline") => inline(page)?,
        Some("iframe") => iframe(page, expected)?,
        Some("static") => edition(page)?,
        Some("untouched") => untouched(page)?,
        Some("frame") => frame(page, expected)?,
        other => bail!("expect.json ends with {other:?}"),
    }
    for expression in texts(&expected["holds"]) {
        let body = format!("{PRELUDE} return !!({expression});");
        let held = page.poll(|| Ok((page.js(&body)? == json!(true)).then_some(())))?;
        held.with_context(|| format!("this never came true: {expression}"))?;
    }
    if expected["records"] == json!(false) {
        return Ok(());
    }
    errors(page, expected)?;
    if expected["clean"] != json!(false) {
        let record = page.js("return [record.errors, record.violations]")?;
        ensure!(record == json!([[], []]), "the page recorded {record}");
    }
    Ok(())
}

fn inline(page: &Page) -> Result<()> {
    page.until(
        "document.querySelector('ledger-line') && [...document.querySelectorAll('ledger-line')].every( \
           (each) => each.shadowRoot && each.shadowRoot.querySelector('h2'))",
    )
}

fn iframe(page: &Page, expected: &Value) -> Result<()> {
    page.until(
        "((document.querySelector('ledger-line').shadowRoot || document).querySelector('iframe') || {}) \
           .offsetHeight > 200",
    )?;
    let slot =
        page.js("return document.querySelector('ledger-line').shadowRoot.querySelector('slot:not([hidden])')")?;
    ensure!(slot.is_null(), "the children stand below the frame");
    shows(page, "return document.querySelector('ledger-line').shadowRoot.querySelector('iframe')", expected)
}

fn frame(page: &Page, expected: &Value) -> Result<()> {
    shows(page, "return document.querySelector('iframe')", expected)
}

/// Looks into a frame: the story is there.
fn shows(page: &Page, frame: &str, expected: &Value) -> Result<()> {
    let frame = page.execute(frame, Vec::new())?.element()?;
    page.wait(frame.enter_frame())?;
    let wanted = expected["inner"].as_str().unwrap_or_default();
    let title = "const widget = document.querySelector('ledger-line'); \
         return (widget && widget.shadowRoot && widget.shadowRoot.querySelector('h2') || {}).textContent || '';";
    let shown = page.poll(|| {
        let title = page.js(title)?;
        let title = title.as_str().unwrap_or_default();
        Ok((!title.is_empty() && title.contains(wanted)).then_some(()))
    });
    page.wait(page.handle().enter_default_frame())?;
    shown?.with_context(|| format!("the frame does not show {wanted:?}"))
}

/// The children are there, under a sentence.
fn edition(page: &Page) -> Result<()> {
    page.until("record.events.some((each) => each.name === 'error' && each.detail.step === 'static')")?;
    page.until("document.querySelector('ledger-line > p').checkVisibility()")?;
    let told =
        page.js("return document.querySelector('ledger-line').shadowRoot.querySelector('.frame').textContent")?;
    ensure!(told.as_str().is_some_and(|text| text.len() > 20), "nothing is said");
    Ok(())
}

fn untouched(page: &Page) -> Result<()> {
    page.js_async("await new Promise((done) => setTimeout(done, 500))").ok();
    page.until("document.querySelector('ledger-line > p').checkVisibility()")?;
    page.until("!document.querySelector('ledger-line').shadowRoot")
}

/// The errors that the page heard of. `a|b` stands for either.
fn errors(page: &Page, expected: &Value) -> Result<()> {
    let heard = page.js("return record.events.filter((e) => e.name === 'error').map((e) => e.detail)")?;
    let heard = heard.as_array().cloned().unwrap_or_default();
    let codes = texts(&expected["codes"]);
    let fits = |detail: &Value, codes: &&String| codes.split('|').any(|code| detail["code"] == code);
    let all = heard.len() == codes.len() && heard.iter().zip(&codes).all(|(detail, code)| fits(detail, &code));
    ensure!(all, "the errors are {heard:?}");
    let last = heard.last().cloned().unwrap_or_default();
    let hint = last["hint"].to_string();
    for part in texts(&expected["hint"]) {
        let part = filled(page, &part);
        ensure!(hint.contains(&part), "{part:?} is not in {hint}");
    }
    if let Some(directive) = expected.get("directive") {
        let directive = directive.as_str().map(|text| filled(page, text));
        ensure!(last["directive"] == json!(directive), "the directive is {}", last["directive"]);
    }
    Ok(())
}

fn filled(page: &Page, text: &str) -> String {
    let text = text.replace("{{cdn}}", &page.newsroom.cdn.origin());
    text.replace("{{other}}", &page.newsroom.other.origin())
}

fn texts(list: &Value) -> Vec<String> {
    list.as_array().into_iter().flatten().filter_map(|each| each.as_str().map(str::to_owned)).collect()
}

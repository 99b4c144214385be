//! A reader who prints the article gets all there is to read, and nothing to press.

use anyhow::{Context, Result, ensure};
use serde_json::json;
use thirtyfour::common::print::PrintParameters;

use super::{everywhere, only};
use crate::Case;
use crate::engine::Engine;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("on_paper_stands_all_there_is_to_read_and_nothing_to_press", sheet),
    everywhere("paper_is_light_whatever_the_theme", light),
    only(&[Engine::Chromium, Engine::Firefox], "the_printer_gets_every_event", printed),
];

/// No driver lays a page out for paper and leaves it to be looked at. So the sheets of the widget take the screen for
/// paper: what is for print is for all, what is for a screen is for nothing.
const PAPER: &str = "\
    const root = document.querySelector('ledger-line').shadowRoot; \
    const turn = (rules) => { for (const rule of rules) { \
      if (rule.media && /print/.test(rule.media.mediaText)) rule.media.mediaText = 'all'; \
      else if (rule.media && /screen/.test(rule.media.mediaText)) rule.media.mediaText = 'not all'; \
      if (rule.cssRules) turn(rule.cssRules); } }; \
    root.adoptedStyleSheets.forEach((sheet) => turn(sheet.cssRules)); \
    dispatchEvent(new Event('beforeprint'));";

/// What is seen of the elements that a selector finds.
const SEEN: &str = "const seen = (selector) => [...document.querySelector('ledger-line').shadowRoot \
    .querySelectorAll(selector)].filter((each) => each.checkVisibility() && each.getClientRects().length > 0);";

fn on_paper(page: &Page) -> Result<()> {
    page.open("print")?;
    page.settled()?;
    page.js(PAPER)?;
    Ok(())
}

fn holds(page: &Page, expression: &str) -> Result<()> {
    let body = format!("{SEEN} return !!({expression});");
    let held = page.poll(|| Ok((page.js(&body)? == json!(true)).then_some(())))?;
    held.with_context(|| format!("on paper this never came true: {expression}"))
}

fn sheet(page: &Page) -> Result<()> {
    on_paper(page)?;
    // Every event of the founding story, wherever the window of the timeline stands.
    holds(page, "seen('.paper .entry').length === 61")?;
    holds(page, "seen('.paper .entry').every((each) => each.innerText.length > 20)")?;
    let sourced = "seen('.paper .entry').every((each) => each.querySelector('.source'))";
    holds(page, sourced)?;
    // Figures are told once: neighbours have none in common.
    let rows = "seen('.paper .numbers').map((each) => each.innerText)";
    holds(page, &format!("{rows}.length > 10 && {rows}.every((text, at, all) => text !== all[at - 1])"))?;
    // What the timeline is drawn in lies upon each other in any width.
    holds(page, "seen('.drawing > svg').length > 2")?;
    holds(page, "new Set(seen('.drawing > svg').map((each) => each.getAttribute('viewBox'))).size === 1")?;
    // Columns begin at one height, and verdicts stand below each other.
    holds(page, "getComputedStyle(seen('.paper h3')[0]).marginTop === '0px'")?;
    holds(page, "new Set(seen('.claims.paper .verdict').map((each) => each.getBoundingClientRect().left)).size === 1")?;
    for part in ["answer", "sum", "picture"] {
        holds(page, &format!("seen('[part~={part}]').length > 0"))?;
    }
    // The claims with their verdicts, though the tab that opens them is shut.
    holds(page, "seen('.claims.paper .claim').length > 15")?;
    holds(page, "seen('.claims.paper .claim').every((each) => each.innerText.length > 20)")?;
    for control in ["button", "input", ".tools", "[role=slider]", "[role=tab]"] {
        let left = page.js(&format!("{SEEN} return seen('{control}').map((each) => each.outerHTML.slice(0, 90))"))?;
        ensure!(left == json!([]), "on paper stand {left}");
    }
    page.js("dispatchEvent(new Event('afterprint'))")?;
    holds(page, "seen('.paper').length === 0")
}

fn light(page: &Page) -> Result<()> {
    page.open("print")?;
    page.settled()?;
    page.js("document.querySelector('ledger-line').theme = 'dark'")?;
    let ink = "getComputedStyle(seen('h2')[0]).color.match(/\\d+/g).map(Number)";
    holds(page, &format!("Math.min(...{ink}) > 200"))?;
    page.js(PAPER)?;
    holds(page, &format!("Math.max(...{ink}) < 40"))?;
    holds(page, "seen('.paper .entry').every((each) => Math.max(...getComputedStyle(each).color.match(/\\d+/g)) < 110)")
}

/// What each page of a PDF begins with. (The list of them all has an `s` more.)
const PAGE: &[u8] = b"/Type /Page\n";

/// The sheets that come out are counted in the file that the driver prints to.
fn printed(page: &Page) -> Result<()> {
    page.open("print")?;
    page.settled()?;
    let file = page.wait(page.handle().print_page(PrintParameters::default()))?;
    ensure!(file.starts_with(b"%PDF-"), "what is printed is no PDF");
    // Firefox compresses what would be counted: its file is measured. What a screen shows takes 260 kB.
    if page.engine() == Engine::Firefox {
        ensure!(file.len() > 300_000, "all there is to read takes {} bytes", file.len());
        return Ok(());
    }
    let marks = file.windows(PAGE.len()).filter(|bytes| *bytes == PAGE).count();
    // The widget as it stands on a screen fills four.
    ensure!(marks > 8, "all there is to read stands on {marks} pages");
    Ok(())
}

//! The table of formulas that the tool is held to, asked of the widget: each formula as a claim of a story.

use anyhow::{Context, Result, ensure};
use ledgerline_core::claim::check;
use ledgerline_core::story;
use ledgerline_core::words::Words;
use serde_json::{Value, json};

use super::everywhere;
use crate::Case;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[everywhere("the_widget_shows_the_digits_that_the_tool_prints", table)];

const FOUNDING: &str = include_str!("../../../stories/dprk-russia.json");
const FORMULAS: &str = include_str!("../../formulas.json");

/// What the widget shows of each claim when all are open: number, spread, sentences, and everything behind them.
const SHOWN: &str = "const text = (claim, which) => claim.querySelector(which)?.textContent ?? null; \
    return [...document.querySelector('ledger-line').shadowRoot.querySelectorAll('li.claim')].map((claim) => \
      ['summary .number b', 'summary .spread', '.behind p', '.behind'].map((which) => text(claim, which)));";

/// The founding story with the formulas of the table as its claims. A claim takes no source from outside.
fn asked() -> Result<Value> {
    let mut story: Value = serde_json::from_str(FOUNDING)?;
    let rows: Vec<Value> = serde_json::from_str(FORMULAS)?;
    let own = rows.iter().filter(|row| row["source"].is_null()).enumerate();
    let claim = |(place, row): (usize, &Value)| json!({ "id": format!("row-{place}"), "statement": row["formula"], "kind": "number", "formula": row["formula"] });
    story["claims"] = own.map(claim).collect();
    story["scenes"] = json!([]);
    Ok(story)
}

fn table(page: &Page) -> Result<()> {
    let asked = asked()?;
    let story = story::read(asked.to_string().as_bytes()).story.context("the story does not read")?;
    page.open("plain")?;
    let give =
        "const e = document.querySelector('ledger-line'); e.view = 'claims'; e.story = JSON.parse(arguments[0]);";
    page.execute(give, vec![json!(asked.to_string())])?;
    let all = "document.querySelector('ledger-line').shadowRoot?.querySelectorAll('li.claim details')";
    page.until(&format!("{all}?.length === {}", story.claims.len()))?;
    page.js(&format!("{all}.forEach((claim) => {{ claim.open = true; }});"))?;
    page.until(&format!("[...{all}].every((claim) => claim.querySelector('.behind p'))"))?;
    let shown = page.js(SHOWN)?;
    let words = Words::english();
    for (place, claim) in story.claims.iter().enumerate() {
        let checked = check(claim, &story);
        let told = words.claim_result(&checked.own);
        // Where no value goes first the range is the number.
        let number = words.claim_number(&checked.own).map(|told| told.answer);
        let spread = told.as_ref().and_then(|told| told.reach.clone());
        // Where there is one number, it stands in the summary and is not told again below.
        let sentence = told.is_none().then(|| words.claim(&checked, &story));
        let below = if told.is_none() { shown[place][2].clone() } else { Value::Null };
        let expected = json!([number, spread, sentence]);
        let found = json!([shown[place][0], shown[place][1], below]);
        ensure!(found == expected, "{}: the widget shows {found}, the tool has {expected}", claim.statement);
        let behind = shown[place][3].as_str().unwrap_or_default();
        let unrounded = told.map(|told| told.unrounded).unwrap_or_default();
        ensure!(behind.contains(&unrounded), "{}: {unrounded} is not in {behind}", claim.statement);
    }
    Ok(())
}

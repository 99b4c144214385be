//! When something is missing or wrong: a sentence, the children, an event. Never a blank.

use anyhow::{Result, ensure};
use serde_json::json;

use super::everywhere;
use crate::Case;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("a_story_that_is_not_there_is_said_with_the_answer", missing),
    everywhere("a_server_that_does_not_answer_is_said", unreachable),
    everywhere("a_story_that_is_not_json_is_said_with_line_and_column", not_json),
    everywhere("a_story_of_a_newer_version_is_said", newer),
    everywhere("a_story_with_errors_is_said_with_the_first_and_their_number", errors),
    everywhere("a_policy_without_webassembly_is_named", no_wasm),
    everywhere("a_policy_without_the_origin_of_the_story_is_named", no_connect),
    everywhere("a_state_waits_for_the_later_half_until_a_try_succeeds", later_again),
    everywhere("a_story_that_is_put_right_takes_the_place_of_the_sentence", mended),
];

/// The sentence stands apart by a line and a smaller face, with our style sheet or without.
const LOOKS: &str = "const told = document.querySelector('ledger-line').shadowRoot.querySelector('[role=status]'); \
     const { borderTopWidth, borderTopStyle, paddingLeft } = getComputedStyle(told); \
     return borderTopStyle === 'solid' && parseFloat(borderTopWidth) > 0 && parseFloat(paddingLeft) > 8;";

/// Opens a page whose widget cannot stand, and holds what is true of every failure.
fn fails(page: &Page, case: &str, code: &str) -> Result<String> {
    page.open(case)?;
    page.until("record.events.some((e) => e.name === 'error')")?;
    let detail = page.js("return record.events.find((e) => e.name === 'error').detail")?;
    ensure!(detail["code"] == code, "the event says {detail}");
    let sentence = detail["sentence"].as_str().unwrap_or_default().to_owned();
    ensure!(page.has("status", &format!("~{sentence}"))?, "the sentence is not in the frame");
    let looks = page.js(LOOKS)?;
    ensure!(looks == json!(true), "the sentence looks like a line of the article");
    let child = page.js("return document.querySelector('ledger-line > p').checkVisibility()")?;
    ensure!(child == json!(true), "the children are gone");
    let errors = page.js("return record.errors")?;
    ensure!(errors == json!([]), "errors: {errors}");
    Ok(format!("{sentence} {}", detail["hint"].as_str().unwrap_or_default()))
}

fn says(words: &str, parts: &[&str]) -> Result<()> {
    for part in parts {
        ensure!(words.contains(part), "{part:?} is not in {words:?}");
    }
    Ok(())
}

fn missing(page: &Page) -> Result<()> {
    says(&fails(page, "story-missing", "story")?, &["nowhere.json", "404"])
}

fn unreachable(page: &Page) -> Result<()> {
    says(&fails(page, "story-unreachable", "story")?, &["http://127.0.0.1:9/story.json"])
}

fn not_json(page: &Page) -> Result<()> {
    says(&fails(page, "story-not-json", "not-json")?, &["Line 5, column 1"])
}

fn newer(page: &Page) -> Result<()> {
    says(&fails(page, "story-newer", "newer-version")?, &["version 2 of the format"])
}

fn errors(page: &Page) -> Result<()> {
    says(&fails(page, "story-errors", "errors")?, &["events[0].when", "line 8", "more error"])
}

fn no_wasm(page: &Page) -> Result<()> {
    says(&fails(page, "no-wasm", "policy")?, &["script-src 'wasm-unsafe-eval'"])
}

fn no_connect(page: &Page) -> Result<()> {
    let words = fails(page, "no-connect", "story")?;
    says(&words, &[&format!("connect-src {}", page.newsroom.other.origin())])
}

fn mended(page: &Page) -> Result<()> {
    fails(page, "story-missing", "story")?;
    let story = format!("{}/small.json", page.newsroom.other.origin());
    page.js(&format!("document.querySelector('ledger-line').story = '{story}'"))?;
    page.find("heading", "A small story")?;
    page.gone("status", "~could not be loaded")
}

fn later_again(page: &Page) -> Result<()> {
    page.visit("later-again")?;
    page.until("document.querySelector('ledger-line') && document.querySelector('ledger-line').shadowRoot")?;
    page.js("widget.dispatchEvent(new Event('focusin'))")?;
    page.until("record.events.some((e) => e.name === 'error' && e.detail.step === 'partial')")?;
    page.js("widget.state = '1;y=1990;as=difference'")?;
    // The state asks for the later half as well, which still does not come; it is not lost for that.
    page.until("record.events.filter((e) => e.name === 'error').length > 1")?;
    let early = page.js("return widget.state.includes('as=difference')")?;
    ensure!(early == json!(false), "it says that it has a state which it cannot show");
    page.js("record.back = true")?;
    page.click("button", "Try again")?;
    page.until("widget.state.includes('y=1990') && widget.state.includes('as=difference')")
}

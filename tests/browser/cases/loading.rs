//! From a tag in a page to a widget that stands.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::{everywhere, only};
use crate::Case;
use crate::engine::Engine;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("it_loads_across_origins_under_the_strictest_policy", strict),
    everywhere("no_policy_is_broken_and_no_error_is_thrown", clean),
    everywhere("a_first_load_fetches_the_first_half_alone", first_half),
    everywhere("a_later_half_that_does_not_come_is_said_and_asked_for_again", no_later_half),
    everywhere("two_elements_and_two_script_tags_share_one_instance", two),
    everywhere("a_script_with_a_story_becomes_a_widget_where_it_stands", script_tag),
    everywhere("a_division_becomes_a_widget_and_keeps_its_children", division),
    everywhere("nothing_is_asked_of_any_other_origin", origins),
    everywhere("an_element_that_is_moved_keeps_its_state", moved),
    everywhere("an_element_that_is_taken_out_and_put_back_stands_again", back),
    // WebKitGTK's driver itself stumbles over what the page has patched.
    only(&[Engine::Chromium, Engine::Firefox], "a_page_that_has_patched_the_language_still_gets_its_widget", patched),
];

/// The title of the founding story.
const TITLE: &str = "North Korea between Moscow and Beijing";

fn strict(page: &Page) -> Result<()> {
    page.open("strict")?;
    page.shows(TITLE)?;
    page.find("heading", TITLE)?;
    Ok(())
}

fn clean(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.shows(TITLE)?;
    let record = page.js("return window.record")?;
    ensure!(record["violations"] == json!([]), "refused by the policy: {}", record["violations"]);
    ensure!(record["errors"] == json!([]), "errors: {}", record["errors"]);
    ensure!(record["events"][0]["name"] == "ready", "events: {}", record["events"]);
    Ok(())
}

fn two(page: &Page) -> Result<()> {
    page.open("two")?;
    page.until("record.events.filter((e) => e.name === 'ready').length === 2")?;
    page.find("heading", TITLE)?;
    page.find("heading", "A small story")?;
    let fetched = page.newsroom.fetched(".wasm");
    ensure!(fetched == 2, "the two halves of the module were fetched {fetched} times in all");
    Ok(())
}

/// On a phone the calculator stands far below the list.
fn first_half(page: &Page) -> Result<()> {
    page.window(412, 600)?;
    page.visit("plain")?;
    page.stands()?;
    page.js_async("for (let i = 0; i < 3; i++) await new Promise((done) => requestAnimationFrame(done))")?;
    let fetched = page.newsroom.fetched(".wasm");
    ensure!(fetched == 1, "{fetched} modules were fetched before anybody came near the calculator");
    page.find("region", "Calculator")?;
    page.js("widget.shadowRoot.querySelector('[aria-busy=true]').scrollIntoView()")?;
    page.find("tab", "Compare")?;
    let fetched = page.newsroom.fetched(".wasm");
    ensure!(fetched == 2, "{fetched} modules were fetched in all");
    Ok(())
}

fn no_later_half(page: &Page) -> Result<()> {
    page.visit("later-missing")?;
    page.stands()?;
    page.find("heading", TITLE)?;
    page.shows("This part could not be loaded.")?;
    page.until("record.events.some((e) => e.name === 'error' && e.detail.step === 'partial')")?;
    let asked = page.newsroom.fetched(".wasm");
    page.click("button", "Try again")?;
    page.poll(|| Ok((page.newsroom.fetched(".wasm") > asked).then_some(())))?.context("nothing was asked for again")?;
    page.shows("This part could not be loaded.")
}

fn script_tag(page: &Page) -> Result<()> {
    page.visit("script-tag")?;
    page.until("document.querySelector('ledger-line')")?;
    page.settled()?;
    page.shows("A small story")?;
    let order =
        page.js("return [...document.querySelectorAll('#above, ledger-line, #below')].map((e) => e.localName)")?;
    ensure!(order == json!(["p", "ledger-line", "p"]), "the order is {order}");
    ensure!(page.js("return document.querySelector('ledger-line').view")? == "calculator");
    Ok(())
}

fn division(page: &Page) -> Result<()> {
    page.visit("div")?;
    page.until("document.querySelector('[data-ledger-line] > ledger-line')")?;
    page.settled()?;
    page.shows("A small story")?;
    let child = page.js("return document.querySelector('ledger-line > p').textContent")?;
    ensure!(child == "What the reader has without the widget.", "the child is {child}");
    Ok(())
}

fn origins(page: &Page) -> Result<()> {
    page.open("two")?;
    page.until("record.events.filter((e) => e.name === 'ready').length === 2")?;
    let fetched =
        page.js("return [...new Set(performance.getEntriesByType('resource').map((e) => new URL(e.name).origin))]")?;
    let ours = [&page.newsroom.cdn, &page.newsroom.other, &page.newsroom.site].map(|server| server.origin());
    for origin in fetched.as_array().into_iter().flatten() {
        ensure!(ours.iter().any(|known| origin == known), "{origin} was asked for something");
    }
    Ok(())
}

fn moved(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js_async("await widget.select({ year: 1990 })")?;
    page.until("record.events.some((e) => e.name === 'change')")?;
    page.js("document.body.append(widget)")?;
    // Two turns of the event loop: time for an element that forgets to forget.
    page.js_async("for (let i = 0; i < 2; i++) await new Promise((done) => setTimeout(done))")?;
    let ready = page.js("return record.events.filter((e) => e.name === 'ready').length")?;
    ensure!(ready == 1, "it was mounted {ready} times");
    page.shows("1990")
}

fn back(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js_async(
        "const place = widget.parentNode; const element = widget; element.remove(); \
         await new Promise((done) => setTimeout(done, 50)); place.append(element); await element.ready;",
    )?;
    page.until("record.events.filter((e) => e.name === 'ready').length === 2")?;
    page.find("heading", TITLE)?;
    Ok(())
}

fn patched(page: &Page) -> Result<()> {
    page.open("patched")?;
    page.find("heading", TITLE)?;
    let errors = page.js("return JSON.stringify(record.errors)")?;
    ensure!(errors == "\"patched\"" || errors == "[]", "errors: {errors}");
    Ok(())
}

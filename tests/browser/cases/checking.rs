//! Mode Check: the claims on the reader's terms, their pictures, tables and files.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::accessibility::nothing;
use super::data::NOTE;
use super::everywhere;
use crate::Case;
use crate::input::{END, ENTER};
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("claims_are_checked_at_the_readers_prices_in_their_currency_and_by_their_sources", on_terms),
    everywhere("a_claim_opens_on_the_terms_that_it_was_checked_on", opened),
    everywhere("a_claim_on_one_partner_opens_beside_no_other", beside_itself),
    everywhere("a_claim_that_was_closed_by_hand_opens_from_the_article_again", again),
    everywhere("a_claim_has_a_picture_of_its_readings_before_its_rule", pictured),
    everywhere("a_claim_on_dates_has_a_picture_of_its_events", on_dates),
    everywhere("a_claim_by_a_year_on_which_sources_differ_has_its_sum", disputed),
    everywhere("claims_are_a_table_on_the_same_terms", table),
    everywhere("claims_are_saved_on_the_terms_that_they_were_checked_on", saved),
    everywhere("axe_finds_nothing_in_open_claims", axe),
];

fn check(page: &Page, case: &str) -> Result<()> {
    page.open(case)?;
    page.click("tab", "~Check the article")?;
    page.shows("Check the article in")
}

/// Waits until this is true of what is found by role and name.
fn becomes(page: &Page, expression: &str) -> Result<()> {
    let body = format!("return !!({expression})");
    let held = page.poll(|| Ok((page.search(&body, Vec::new())? == true).then_some(())))?;
    held.with_context(|| format!("this never came true: {expression}"))
}

/// Waits until the tally says this.
fn tally(page: &Page, says: &str) -> Result<()> {
    becomes(page, &format!("all(document.body, 'list', 'What comes of the claims')[0]?.textContent.includes({says:?})"))
}

fn on_terms(page: &Page) -> Result<()> {
    check(page, "plain")?;
    tally(page, "3 cannot be checked")?;
    page.choose("Prices and currency", "current rubles")?;
    tally(page, "9 cannot be checked")?;
    page.shows("Not on the article’s own terms. Counted: in rubles at the average rate of the year.")?;
    page.click("button", "~Trade between China and the North now stands near")?;
    page.shows("The rule speaks of US$ and the result is in rubles.")?;
    page.until("widget.state.includes('c=RUB')")?;
    page.choose("Prices and currency", "constant US dollars")?;
    tally(page, "7 cannot be checked")?;
    page.shows("The amount of the rule names no year, and the result is at prices of 2013.")?;
    // The claim that was opened is still open, and its sum is on the new terms.
    page.shows("real(china[2013], 2013)")?;
    page.choose("Prices and currency", "current US dollars")?;
    page.choose("Whose figures", "all sources")?;
    tally(page, "2 depend on the source")?;
    page.shows("13.27 to 13.29%")?;
    page.choose("Whose figures", "figures by KOTRA")?;
    page.shows("62.88 times")?;
    page.click("button", "Undo")?;
    tally(page, "2 depend on the source")?;
    page.focus_on("button", "As the article has it")?;
    page.press(ENTER)?;
    tally(page, "2 hold, but not by every source")?;
    page.gone("button", "As the article has it")?;
    page.until_focus("combobox", "Prices and currency")
}

fn opened(page: &Page) -> Result<()> {
    check(page, "plain")?;
    page.choose("Whose figures", "all sources")?;
    page.click("button", "~China trades some 60 times")?;
    page.click("button", "Open this sum")?;
    page.shows("On terms that are not the article’s own. The sum gives 53 to 67 times")?;
    page.until_focus("tabpanel", "Compare")?;
    page.click("button", "Back to the claim’s sum")?;
    page.shows("The sum gives about 58 times")?;
    page.until("!widget.state.includes(';s=all')")?;
    page.focus_on("button", "All claims")?;
    page.press(ENTER)?;
    page.until_focus("tabpanel", "~Check the article")
}

fn beside_itself(page: &Page) -> Result<()> {
    check(page, "plain")?;
    page.click("button", "~With the end of the USSR trade dropped")?;
    page.click("button", "Open this sum")?;
    becomes(page, "all(document.body, 'combobox', 'Second partner')[0]?.selectedOptions[0].text === 'itself'")
}

fn again(page: &Page) -> Result<()> {
    page.open("claims")?;
    page.click("link", "has steadily declined")?;
    page.shows("In the article: “steadily declined”")?;
    page.until("widget.state.includes('cl=steadily-declined')")?;
    // Two frames later the page leads there, and what a hand is about to touch moves.
    page.until("widget.shadowRoot.activeElement !== null")?;
    page.click("button", "~Trade has gone down steadily")?;
    page.until("!widget.state.includes('cl=')")?;
    page.until("!widget.shadowRoot.querySelector('.claim details[open]')")?;
    page.click("link", "has steadily declined")?;
    page.shows("In the article: “steadily declined”")
}

fn pictured(page: &Page) -> Result<()> {
    check(page, "plain")?;
    page.click("button", "~China trades some 60 times")?;
    page.find(
        "img",
        "~China trades some 60 times as much with the North as Russia does. The sum gives about 58 times",
    )?;
    page.focus_on("slider", "Value in the picture")?;
    let told = |page: &Page| -> Result<String> {
        let slider = page.find("slider", "Value in the picture")?;
        Ok(page.wait(slider.attr("aria-valuetext"))?.unwrap_or_default())
    };
    let first = told(page)?;
    ensure!(first == "The claim: 58 times; 53 to 67, depending on the source", "the slider tells {first:?}");
    page.press(END)?;
    let last = told(page)?;
    ensure!(last.starts_with("with KOTRA’s figure for Russia: 62.9 times"), "the slider tells {last:?}");
    // Behind each bar lies what the rule lets through, and the end of the claim's own bar is in it.
    page.until(
        "(() => { const root = widget.shadowRoot.querySelector('.claim details[open]'); \
         const [zone, bar] = ['.chart .zone', '.chart .bar'].map((name) => root.querySelector(name).getBoundingClientRect()); \
         return zone.left < bar.right && bar.right < zone.right && root.querySelectorAll('.chart .zone').length === 2; })()",
    )
}

fn on_dates(page: &Page) -> Result<()> {
    check(page, "plain")?;
    page.click("button", "~In March and April 2014 three high Russian officials")?;
    page.find("img", "~In March and April 2014 three high Russian officials")?;
    page.focus_on("slider", "Value in the picture")?;
    let slider = page.find("slider", "Value in the picture")?;
    let told = page.wait(slider.attr("aria-valuetext"))?.unwrap_or_default();
    ensure!(told == "Minnikhanov in Pyongyang: 21–22 March 2014", "the slider tells {told:?}");
    page.until(
        "(() => { const root = widget.shadowRoot.querySelector('.claim details[open] .chart'); \
         const boxes = (name) => [...root.querySelectorAll(name)].map((each) => each.getBoundingClientRect()); \
         const zones = boxes('.zone'); return boxes('.bar').every((bar, at) => \
         zones[at].left <= bar.left && bar.right <= zones[at].right + 1); })()",
    )
}

/// A story in which no value of the year goes first, with a claim and a reading whose sums no mode does.
const DISPUTED: &str = r#"{ "ledgerline": 1, "id": "disputed", "title": "Disputed", "lang": "en",
  "series": { "a": { "name": "A", "unit": "USD m", "values": [{ "when": "2014", "value": 10, "source": "x" },
    { "when": "2014", "value": 20, "source": "y" }] } },
  "sources": { "x": { "publisher": "X" }, "y": { "publisher": "Y" } },
  "claims": [{ "id": "c", "statement": "Twice as much", "kind": "number", "formula": "a[2014] * 2", "says": "at least 15 USD m",
    "variants": [{ "name": "Three times", "formula": "a[2014] * 3" }] }] }"#;

fn disputed(page: &Page) -> Result<()> {
    page.open("plain")?;
    let give =
        "const e = document.querySelector('ledger-line'); e.view = 'claims'; e.story = JSON.parse(arguments[0]);";
    page.execute(give, vec![json!(DISPUTED)])?;
    page.click("button", "~Twice as much")?;
    page.shows("No tab of the calculator asks just this")?;
    page.find("row", "~(10 to 20) × 2")?;
    page.click("button", "Show the sum")?;
    page.find("row", "~(10 to 20) × 3")?;
    Ok(())
}

fn table(page: &Page) -> Result<()> {
    check(page, "plain")?;
    page.focus_on("button", "The claims in a table")?;
    page.press(ENTER)?;
    page.find("columnheader", "The sum gives")?;
    page.find("cell", "58 times; 53 to 67, depending on the source")?;
    page.find("cell", "about 60, from 54 to 66")?;
    page.choose("Whose figures", "all sources")?;
    page.find("cell", "53 to 67 times")?;
    Ok(())
}

fn saved(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js(NOTE)?;
    page.click("tab", "~Check the article")?;
    page.choose("Prices and currency", "constant US dollars")?;
    page.shows("Not on the article’s own terms.")?;
    page.click("button", "CSV")?;
    page.click("button", "JSON")?;
    page.until("Object.keys(window.saved).length === 2")?;
    let read = "const text = (href) => decodeURIComponent(href.slice(href.indexOf(',') + 1));";
    let all = page.js(&format!("{read} return [text(window.saved.csv), JSON.parse(text(window.saved.json))]"))?;
    let csv = all[0].as_str().unwrap_or_default();
    ensure!(
        csv.contains("sixty-times,") && csv.contains("\"real(china[2013], 2013) / real(russia[2013], 2013)\""),
        "{csv}"
    );
    let own = all[1].as_array().into_iter().flatten().find(|claim| claim["id"] == "china-6-5bn");
    let formula = own.map(|claim| claim["result"]["formula"].clone()).unwrap_or_default();
    ensure!(formula == "real(china[2013], 2013)", "saved: {formula}");
    page.click("button", "~China trades some 60 times")?;
    page.click("button", "SVG")?;
    page.until("window.saved.svg")?;
    let svg = page.js(&format!("{read} return text(window.saved.svg)"))?;
    let svg = svg.as_str().unwrap_or_default();
    let all = ["about 60, from 54 to 66", "at prices of 2013", "The story does not call them comparable."];
    ensure!(all.iter().all(|words| svg.contains(words)), "{svg}");
    ensure!(csv.contains("at prices of 2013,,Daily NK"), "the CSV has neither terms nor sources: {csv}");
    Ok(())
}

fn axe(page: &Page) -> Result<()> {
    check(page, "plain")?;
    for claim in ["~China trades some 60 times", "~In March and April 2014", "~The economic ties of Russia"] {
        page.click("button", claim)?;
    }
    page.choose("Whose figures", "all sources")?;
    page.focus_on("button", "The claims in a table")?;
    page.press(ENTER)?;
    page.find("columnheader", "The sum gives")?;
    nothing(page)
}

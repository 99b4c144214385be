//! The timeline opens what is pointed at, by mouse, finger and key, and shares its year with the calculator.

use anyhow::{Result, ensure};
use serde_json::json;

use super::accessibility::nothing;
use super::{everywhere, only};
use crate::Case;
use crate::engine::Engine;
use crate::input::{ENTER, ESCAPE, RIGHT};
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("an_event_opens_by_click_and_closes_again", click),
    everywhere("an_event_opens_by_key_with_the_focus_on_its_title", keys),
    only(&[Engine::Chromium, Engine::Firefox], "an_event_opens_by_touch", touch),
    everywhere("the_year_of_an_event_reaches_the_calculator", to_calculator),
    everywhere("the_year_of_the_calculator_reaches_the_timeline", to_timeline),
    everywhere("below_560_pixels_the_events_are_a_list_to_read", reading),
    everywhere("axe_finds_nothing_with_a_card_open", card),
    everywhere("axe_finds_nothing_with_an_entry_open", entry),
];

/// An event with no other near it in its lane.
const EVENT: &str = "Beijing recognises Seoul";
/// The same as a button of the drawing, which names the day too.
const BUTTON: &str = "~Beijing recognises Seoul";

fn click(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("button", BUTTON)?;
    page.find("article", EVENT)?;
    page.click("button", "Close")?;
    page.gone("article", EVENT)
}

fn keys(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.focus_on("button", BUTTON)?;
    page.press(ENTER)?;
    page.find("article", EVENT)?;
    page.until_focus("heading", EVENT)?;
    page.press(ESCAPE)?;
    page.gone("article", EVENT)?;
    page.until_focus("button", BUTTON)
}

fn touch(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.tap("button", BUTTON)?;
    page.find("article", EVENT)?;
    Ok(())
}

fn to_calculator(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("button", BUTTON)?;
    page.until_year("combobox", "1992")
}

fn to_timeline(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.choose("Year", "2005")?;
    page.until_year("slider", "2005")?;
    page.focus_on("slider", "Year")?;
    page.press(RIGHT)?;
    page.until_year("combobox", "2006")
}

fn reading(page: &Page) -> Result<()> {
    page.open("narrow")?;
    ensure!(!page.has("group", "Events by date")?, "the drawing is there");
    page.click("button", "~All 61 events")?;
    page.click("button", BUTTON)?;
    page.shows("Seoul")?;
    let open = page.find("button", BUTTON)?;
    ensure!(page.wait(open.attr("aria-expanded"))?.as_deref() == Some("true"), "the entry is not open");
    page.press(ESCAPE)?;
    ensure!(page.wait(open.attr("aria-expanded"))?.as_deref() == Some("false"), "the entry is still open");
    Ok(())
}

fn card(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("button", BUTTON)?;
    page.find("article", EVENT)?;
    nothing(page)
}

fn entry(page: &Page) -> Result<()> {
    page.open("narrow")?;
    page.click("button", "~Putin travels to Pyongyang")?;
    page.shows("2000")?;
    nothing(page)
}

impl Page {
    /// Gives the focus to an element, as assistive technology does.
    pub(super) fn focus_on(&self, role: &str, name: &str) -> Result<()> {
        self.find(role, name)?;
        let script = "all(document.body, arguments[0], arguments[1])[0].focus();";
        self.search(script, vec![json!(role), json!(name)])?;
        self.until_focus(role, name)
    }

    /// Waits until the focus is on an element. A name that begins with `~` is a part of one.
    pub(super) fn until_focus(&self, role: &str, name: &str) -> Result<()> {
        let part = name.trim_start_matches('~');
        let found = self.poll(|| {
            let focus = self.focus()?;
            Ok((focus.starts_with(role) && focus.contains(part)).then_some(()))
        })?;
        ensure!(found.is_some(), "the focus is on {}", self.focus()?);
        Ok(())
    }

    /// Waits until the control of the year has a value.
    pub(super) fn until_year(&self, role: &str, year: &str) -> Result<()> {
        let script = "return all(document.body, arguments[0], 'Year').map((e) => e.value)[0];";
        let read = || self.search(script, vec![json!(role)]);
        let found = self.poll(|| Ok((read()? == json!(year)).then_some(())))?;
        ensure!(found.is_some(), "the {role} says {}", read()?);
        Ok(())
    }
}

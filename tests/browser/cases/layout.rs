//! The widget takes its place without moving the page, and fits its own width, not the window's.

use anyhow::{Result, ensure};

use super::{everywhere, only};
use crate::Case;
use crate::engine::Engine;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    only(&[Engine::Chromium], "nothing_below_moves_at_1280_pixels", still_wide),
    only(&[Engine::Chromium], "nothing_below_moves_at_320_pixels", still_narrow),
    everywhere("what_stands_below_stays_where_it_is", below),
    everywhere("the_standalone_page_and_the_widget_have_one_ground", ground),
    everywhere("nothing_is_wider_than_its_column_of_320_pixels", column),
];

fn still_wide(page: &Page) -> Result<()> {
    still(page, 1280)
}

fn still_narrow(page: &Page) -> Result<()> {
    still(page, 320)
}

/// The window is tall, so that everything below the widget is in sight and would be seen to move.
fn still(page: &Page, width: u32) -> Result<()> {
    page.window(width, 4000)?;
    page.open("article-below")?;
    painted(page)?;
    let seen = page.js("return innerWidth")?;
    ensure!(seen == width, "the page is {seen} pixels wide");
    let shift = page.js("return [record.shift, record.moved.join(' ')]")?;
    ensure!(shift[0] == 0, "the page moved: {shift}");
    Ok(())
}

/// The same where engines do not tell of shifts: the place of the paragraph, before and after.
fn below(page: &Page) -> Result<()> {
    page.open("article-below")?;
    painted(page)?;
    let (before, after) = (page.js("return record.below")?, page.js("return record.place()")?);
    ensure!(before == after, "the paragraph went from {before} to {after}");
    Ok(())
}

fn ground(page: &Page) -> Result<()> {
    for (theme, bright) in [("dark", false), ("light", true)] {
        let address = format!("{}/index.html?theme={theme}", page.newsroom.cdn.origin());
        page.wait(page.handle().goto(address))?;
        page.settled()?;
        let grounds = page.js("const of = (e) => getComputedStyle(e).backgroundColor; \
             return [of(document.body), of(document.querySelector('ledger-line').shadowRoot.querySelector('.root'))]")?;
        ensure!(grounds[0] == grounds[1], "{theme}: the grounds are {grounds}");
        ensure!(grounds[0].as_str().is_some_and(|it| it.contains("255") == bright), "{theme}: the ground is {grounds}");
    }
    Ok(())
}

fn column(page: &Page) -> Result<()> {
    page.open("narrow")?;
    painted(page)?;
    let overflow = page.search(
        "return [...walk(document.querySelector('ledger-line'))] \
         .filter((e) => e.getBoundingClientRect().right > widget.getBoundingClientRect().right + 1 && !scrolls(e)) \
         .map((e) => `${e.localName} ${text(e).slice(0, 40)}`);",
        Vec::new(),
    )?;
    ensure!(overflow == serde_json::json!([]), "too wide: {overflow}");
    Ok(())
}

/// Two frames later, all that a start brings has been drawn.
fn painted(page: &Page) -> Result<()> {
    page.js_async("for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame)")?;
    Ok(())
}

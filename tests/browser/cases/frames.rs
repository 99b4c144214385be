//! The widget in a frame of ours, in a page of another site.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::embedding::go;
use super::{everywhere, only};
use crate::Case;
use crate::engine::Engine;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("a_claim_of_the_article_opens_in_a_frame_in_sight_and_with_the_focus", claim),
    everywhere("a_state_in_the_address_may_name_the_story_of_a_frame", named),
    everywhere("a_frame_tells_of_no_change_that_no_reader_made", unchanged),
    everywhere("readers_are_told_what_happened_and_not_what_a_developer_should_do", sentence),
    // The others' drivers open no tab behind the one that is seen.
    only(&[Engine::Chromium], "a_tab_that_is_hidden_for_long_shows_its_frame_when_it_is_seen", hidden),
    // A page sees into no frame of another site; here both are of one, and Chromium lets the test in.
    only(&[Engine::Chromium], "a_failure_in_a_frame_is_one_line_in_the_console", line),
];

/// Where the calculator's panel is, from the upper edge of what is seen, and whether it has the focus in its frame.
fn panel(page: &Page) -> Result<(f64, bool)> {
    let frame = "return document.querySelector('ledger-line').shadowRoot.querySelector('iframe')";
    let outer = page.js(&format!("{frame}.getBoundingClientRect().top"))?;
    let element = page.execute(frame, Vec::new())?.element()?;
    page.wait(element.enter_frame())?;
    let inner = page.js("const { shadowRoot } = document.querySelector('ledger-line'); \
         const panel = shadowRoot.querySelector('[role=tabpanel]'); \
         return [panel.getBoundingClientRect().top, shadowRoot.activeElement === panel]");
    page.wait(page.handle().enter_default_frame())?;
    let inner = inner?;
    let top = outer.as_f64().zip(inner[0].as_f64()).map_or(f64::NAN, |(outer, inner)| outer + inner);
    Ok((top, inner[1] == json!(true)))
}

fn claim(page: &Page) -> Result<()> {
    page.open("claims-frame")?;
    let before = page.js("return scrollY")?;
    page.click("button", "some 60 times")?;
    page.until("widget.state.includes('cl=sixty-times')")?;
    // WebKit gives a frame of another site the focus as a whole; what is in it takes none without a touch of its own.
    let whole = page.engine() == Engine::WebKit;
    let led = page.poll(|| {
        let (top, focused) = panel(page)?;
        Ok(((-1.0..200.0).contains(&top) && (focused || whole)).then_some(()))
    })?;
    led.with_context(|| format!("the claim is not in sight with the focus: {:?}", panel(page)))?;
    ensure!(page.js("return scrollY")? != before, "the page was not scrolled");
    page.until("document.activeElement === widget && widget.shadowRoot.activeElement.localName === 'iframe'")?;
    Ok(())
}

fn named(page: &Page) -> Result<()> {
    go(page, "iframe-mode/#ll.dprk-russia=1;y=1990")?;
    page.settled()?;
    page.until("widget.state.includes('y=1990')")?;
    page.js("location.hash = 'll.dprk-russia=1;y=1995'")?;
    page.until("widget.state.includes('y=1995')")
}

const HEARD: &str = "record.events.filter(({ name }) => name === 'change' || name === 'select').length";

fn unchanged(page: &Page) -> Result<()> {
    go(page, "iframe-mode/#ll=1;y=1990;e=goal-1bn-2014")?;
    page.settled()?;
    page.until("widget.state.includes('y=1990')")?;
    page.js_async(
        "const place = widget.parentNode; const element = widget; element.remove(); \
         await new Promise((done) => setTimeout(done, 50)); place.append(element); await element.ready; \
         element.setAttribute('view', element.view); \
         await new Promise((done) => setTimeout(done, 300))",
    )?;
    let heard = page.js(&format!("return {HEARD}"))?;
    ensure!(heard == json!(0), "the page hears of {heard} changes");
    page.js_async("await widget.select({ year: 1999 })")?;
    page.until(&format!("{HEARD} > 0 && widget.state.includes('y=1999')"))
}

fn sentence(page: &Page) -> Result<()> {
    page.open("no-wasm")?;
    page.until("record.events.some(({ name, detail }) => name === 'error' && detail.step === 'static')")?;
    let told = page.js("const host = document.querySelector('ledger-line'); \
         return (host.shadowRoot ?? host).querySelector('[role=status]').textContent")?;
    let told = told.as_str().unwrap_or_default();
    ensure!(told == "The interactive version could not be loaded.", "the reader is told {told:?}");
    Ok(())
}

fn hidden(page: &Page) -> Result<()> {
    let own = page.wait(page.handle().window())?;
    let above = page.wait(page.handle().new_tab())?;
    page.devtools("Target.activateTarget", json!({ "targetId": above.to_string() }))?;
    page.until("document.visibilityState === 'hidden'")?;
    page.visit("iframe-hurried")?;
    page.js_async(
        "await customElements.whenDefined('ledger-line'); await new Promise((done) => setTimeout(done, 3000))",
    )?;
    page.wait(page.handle().switch_to_window(above))?;
    page.wait(page.handle().close_window())?;
    page.wait(page.handle().switch_to_window(own))?;
    page.wait(page.handle().screenshot_as_png())?;
    page.until("document.visibilityState === 'visible' && record.events.some(({ name }) => name === 'ready')")?;
    page.until("widget.shadowRoot.querySelector('iframe').offsetHeight > 200")
}

/// Sends each line of any console to the page.
const LISTEN: &str = "const { error } = console; \
     console.error = (...words) => { top.postMessage({ line: words.join(' ') }, '*'); error(...words); }; \
     if (top === window) { window.lines = []; \
       addEventListener('message', ({ data }) => data && data.line && lines.push(data.line)); }";

fn line(page: &Page) -> Result<()> {
    page.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": LISTEN }))?;
    let site = page.newsroom.site.origin_at("localhost");
    page.wait(page.handle().goto(format!("{site}/frame-wasm-missing/")))?;
    page.until("record.events.some(({ name, detail }) => name === 'error' && detail.step === 'static')")?;
    page.js_async("await new Promise((done) => setTimeout(done, 200))")?;
    let lines = page.js("return lines.filter((line) => line.startsWith('Ledgerline'))")?;
    ensure!(lines.as_array().is_some_and(|all| all.len() == 1), "the console says {lines}");
    Ok(())
}

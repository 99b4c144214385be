//! The span of years: pulled open on the axis, drawn over the figures, made by key; and the way back to what was chosen.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::accessibility::nothing;
use super::{everywhere, only};
use crate::Case;
use crate::engine::Engine;
use crate::input::RIGHT;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("a_span_is_pulled_open_from_the_marked_year", pulled),
    everywhere("the_marked_year_is_pulled_to_another", year_pulled),
    only(&[Engine::Chromium, Engine::Firefox], "a_finger_pulls_a_span_open_and_scrolls_nothing", touched),
    everywhere("a_span_is_drawn_with_shift_and_leaves_the_years_in_sight", drawn),
    everywhere("shift_and_arrow_keys_on_the_year_make_a_span", keyed),
    everywhere("the_span_of_the_calculator_is_shown_on_the_timeline", shown),
    everywhere("the_list_to_read_has_the_figures_of_each_decade", decades),
    everywhere("the_way_back_leads_through_choices_of_the_timeline", back),
];

const GRIP: &str = "First year of a span";
/// WebDriver's names of keys.
const SHIFT: &str = "\u{E008}";
const LEFT: char = '\u{E012}';

fn open(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.find("slider", GRIP)?;
    page.js("widget.shadowRoot.querySelector('.plot').scrollIntoView({ block: 'center' })")?;
    page.span_is("~2013: ")
}

fn pulled(page: &Page) -> Result<()> {
    open(page)?;
    let (x, y) = page.middle(".grip")?;
    let to = page.x_of_year(2000)?;
    page.press_and_go("mouse", &[(x, y), (x - 40, y), (to, y)], "")?;
    page.span_is("~2013, in a span since 2000: ")?;
    page.find("combobox", "First year")?;
    page.until("widget.state.includes('y=2000/2013')")?;
    page.focus_on("slider", GRIP)?;
    page.press(RIGHT)?;
    page.span_is("~since 2001: ")?;
    let (x, y) = page.middle(".grip")?;
    page.press_and_go("mouse", &[(x, y), (x + 40, y), (page.x_of_year(2013)? + 5, y)], "")?;
    page.span_is("~2013: ")?;
    page.gone("combobox", "First year")
}

fn year_pulled(page: &Page) -> Result<()> {
    open(page)?;
    let (_, y) = page.middle(".years")?;
    let [from, over, to] = [2013, 2009, 2001].map(|year| page.x_of_year(year));
    page.press_and_go("mouse", &[(from?, y), (over?, y), (to?, y)], "")?;
    page.span_is("~2001: ")?;
    // The years in sight stay where they are.
    page.until("widget.state.includes('y=2001') && widget.state.includes('r=1985/2025')")
}

fn touched(page: &Page) -> Result<()> {
    open(page)?;
    let (x, y) = page.middle(".grip")?;
    let before = page.js("return scrollY")?;
    page.press_and_go("touch", &[(x, y), (x - 40, y + 10), (page.x_of_year(2005)?, y + 60)], "")?;
    page.span_is("~since 2005: ")?;
    ensure!(page.js("return scrollY")? == before, "the page was scrolled");
    Ok(())
}

fn drawn(page: &Page) -> Result<()> {
    open(page)?;
    let sight =
        "[...widget.shadowRoot.querySelectorAll('.strip-all .edge')].map((e) => e.getAttribute('aria-valuetext'))";
    let before = page.js(&format!("return {sight}"))?;
    let y = page.middle(".plot")?.1 + 120;
    let (from, to) = (page.x_of_year(2010)?, page.x_of_year(1998)?);
    page.press_and_go("mouse", &[(from, y), (from - 60, y), (to, y)], SHIFT)?;
    page.span_is("~2010, in a span since 1998: ")?;
    let after = page.js(&format!("return {sight}"))?;
    ensure!(before == after, "the years in sight went from {before} to {after}");
    Ok(())
}

fn keyed(page: &Page) -> Result<()> {
    open(page)?;
    page.focus_on("slider", "Year")?;
    for said in ["~2013, in a span since 2012: ", "~2013, in a span since 2011: "] {
        page.press_with_shift(LEFT)?;
        page.span_is(said)?;
    }
    page.until("widget.state.includes('y=2011/2013')")?;
    page.press_with_shift(RIGHT)?;
    page.span_is("~2013, in a span since 2012: ")?;
    page.press_with_shift(RIGHT)?;
    page.span_is("~2013: ")
}

fn shown(page: &Page) -> Result<()> {
    open(page)?;
    page.js("widget.state = '1;y=1995/2010'")?;
    page.span_is("~2010, in a span since 1995: ")?;
    page.until("widget.shadowRoot.querySelector('.canvas .wash').getBoundingClientRect().width > 100")?;
    let named = "[...widget.shadowRoot.querySelectorAll('.canvas text')].map((e) => e.textContent)";
    page.until(&format!("{named}.includes('1995') && {named}.includes('2010')"))?;
    nothing(page)
}

fn decades(page: &Page) -> Result<()> {
    page.open("narrow")?;
    page.find("img", "~2000 to 2009: Russia $46.29m in 2000, $61.6m in 2009")?;
    let places = page.names("img")?;
    ensure!(places.iter().filter(|name| name.contains(" to ")).count() >= 3, "there are {places:?}");
    Ok(())
}

fn back(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js("widget.setAttribute('link', 'hash'); history.replaceState(null, '', '#part')")?;
    page.click("button", "~Beijing recognises Seoul")?;
    page.until("location.hash.includes('e=')")?;
    // Choices within a second are one step.
    page.js_async("await new Promise((done) => setTimeout(done, 1200))")?;
    page.click("button", "All years")?;
    page.sight("1945", "2024")?;
    page.until("!location.hash.includes('r=1985')")?;
    page.back()?;
    page.sight("1985", "2025")?;
    page.find("article", "Beijing recognises Seoul")?;
    page.back()?;
    page.gone("article", "Beijing recognises Seoul")?;
    page.until("location.hash === '#part'")
}

impl Page {
    /// Waits until the slider of the year says this.
    fn span_is(&self, said: &str) -> Result<()> {
        let part = said.trim_start_matches('~');
        let script = "return all(document.body, 'slider', 'Year')[0]?.getAttribute('aria-valuetext') || '';";
        let read = || self.search(script, Vec::new());
        let found = self.poll(|| Ok(read()?.as_str().is_some_and(|text| text.contains(part)).then_some(())))?;
        found.with_context(|| format!("the year says {:?} and not {part:?}", read()))
    }

    /// The middle of a part, in the window.
    fn middle(&self, part: &str) -> Result<(i64, i64)> {
        let place = self.js(&format!(
            "const r = widget.shadowRoot.querySelector('{part}').getBoundingClientRect(); \
             return [Math.round(r.left + r.width / 2), Math.round(r.top + r.height / 2)]"
        ))?;
        Ok((place[0].as_i64().unwrap_or_default(), place[1].as_i64().unwrap_or_default()))
    }

    /// Where a year stands on the axis, in the window: the slider's ends tell.
    fn x_of_year(&self, year: i32) -> Result<i64> {
        let place = self.js(&format!(
            "const s = widget.shadowRoot.querySelector('.years'), r = s.getBoundingClientRect(); \
             return Math.round(r.left + 22 + ({year} - s.min) / (s.max - s.min) * (r.width - 44))"
        ))?;
        Ok(place.as_i64().unwrap_or_default())
    }

    fn press_with_shift(&self, key: char) -> Result<()> {
        let stroke = |kind: &str, value: Value| json!({ "type": kind, "value": value });
        let keys = [
            stroke("keyDown", json!(SHIFT)),
            stroke("keyDown", json!(key)),
            stroke("keyUp", json!(key)),
            stroke("keyUp", json!(SHIFT)),
        ];
        self.act(json!([{ "type": "key", "id": "keyboard", "actions": keys }]))
    }

    /// Presses at the first place, goes on to the others and lets go, while a key is held if one is named.
    fn press_and_go(&self, kind: &str, places: &[(i64, i64)], held: &str) -> Result<()> {
        let go = |(x, y): &(i64, i64), duration: u32| json!({ "type": "pointerMove", "duration": duration, "x": x, "y": y, "origin": "viewport" });
        let mut moves: Vec<Value> = places.first().map(|place| go(place, 0)).into_iter().collect();
        moves.push(json!({ "type": "pointerDown", "button": 0 }));
        moves.extend(places.iter().skip(1).map(|place| go(place, 80)));
        moves.push(json!({ "type": "pointerUp", "button": 0 }));
        let pause = json!({ "type": "pause", "duration": 0 });
        let mut keys = vec![pause; moves.len()];
        if let (false, [first, .., last]) = (held.is_empty(), keys.as_mut_slice()) {
            *first = json!({ "type": "keyDown", "value": held });
            *last = json!({ "type": "keyUp", "value": held });
        }
        self.act(json!([
            { "type": "key", "id": "keyboard", "actions": keys },
            { "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": moves },
        ]))
    }
}

//! Every way to bring other years into sight, and that the page keeps its own: plain wheel and upright swipe.

use anyhow::{Result, ensure};
use serde_json::{Value, json};

use super::{everywhere, only};
use crate::Case;
use crate::engine::Engine;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("dragging_brings_earlier_years_into_sight_and_opens_nothing", drag),
    everywhere("buttons_zoom_in_and_out_and_show_all_years", buttons),
    everywhere("a_double_click_zooms_in", twice),
    only(&[Engine::Chromium, Engine::Firefox], "the_wheel_zooms_with_ctrl_and_moves_sideways", wheel),
    everywhere("the_plain_wheel_scrolls_the_page", plain_wheel),
    only(&[Engine::Chromium], "an_upright_swipe_scrolls_the_page_and_a_level_one_moves_the_years", swipe),
    everywhere("upright_swipes_are_left_to_the_browser", touch_action),
    only(&[Engine::Chromium, Engine::Firefox], "two_fingers_zoom", pinch),
    everywhere("keys_zoom_and_move_only_while_the_focus_is_on_the_timeline", keys),
    everywhere("arrow_keys_go_from_event_to_event_and_the_drawing_follows", arrows),
    everywhere("the_ends_of_the_strip_move_by_key_and_by_typing", strip),
];

const FIRST: &str = "Earliest date in sight";
const LAST: &str = "Latest date in sight";
/// WebDriver's names of keys.
const CONTROL: &str = "\u{E009}";
const HOME: char = '\u{E011}';
const END: char = '\u{E010}';
const LEFT: char = '\u{E012}';
const PAGE_UP: char = '\u{E00E}';

fn open(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.find("slider", FIRST)?;
    page.js("widget.shadowRoot.querySelector('.plot').scrollIntoView({ block: 'center' })")?;
    page.sight("1985", "2025")
}

fn drag(page: &Page) -> Result<()> {
    open(page)?;
    let (x, y) = page.ground()?;
    page.pointer("mouse", &[(x, y), (x + 60, y), (x + 200, y)])?;
    page.sight_is("first < 1985 && last < 2025")?;
    ensure!(page.has("article", "The goal: $1bn a year by 2020")?, "the card has closed");
    page.until_year_is("2013")
}

fn buttons(page: &Page) -> Result<()> {
    open(page)?;
    page.click("button", "Zoom in")?;
    page.sight_is("last - first < 30")?;
    page.click("button", "Zoom out")?;
    page.click("button", "Zoom out")?;
    page.sight_is("last - first > 50")?;
    page.click("button", "All years")?;
    page.sight("1945", "2024")
}

fn twice(page: &Page) -> Result<()> {
    open(page)?;
    let (x, y) = page.ground()?;
    let press = [json!({ "type": "pointerDown", "button": 0 }), json!({ "type": "pointerUp", "button": 0 })];
    let mut actions = vec![json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" })];
    actions.extend(press.iter().chain(&press).cloned());
    page.act(
        json!([{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": actions }]),
    )?;
    page.sight_is("last - first < 30")
}

fn wheel(page: &Page) -> Result<()> {
    open(page)?;
    page.turn(0, -120, true)?;
    page.sight_is("last - first < 30")?;
    page.turn(200, 0, false)?;
    page.sight_is("first > 1994")?;
    ensure!(page.js("return scrollX")? == json!(0), "the page went sideways");
    Ok(())
}

fn plain_wheel(page: &Page) -> Result<()> {
    open(page)?;
    page.js("window.scrollTo(0, 0)")?;
    page.turn(0, 150, false)?;
    page.until("scrollY > 0")?;
    page.sight("1985", "2025")
}

fn swipe(page: &Page) -> Result<()> {
    page.window(800, 700)?;
    open(page)?;
    let (x, y) = page.ground()?;
    let before = page.js("return scrollY")?;
    page.pointer("touch", &[(x, y), (x, y - 60), (x, y - 200)])?;
    page.until(&format!("scrollY > {before} + 50"))?;
    page.sight("1985", "2025")?;
    page.js("widget.shadowRoot.querySelector('.plot').scrollIntoView({ block: 'center' })")?;
    let (x, y) = page.ground()?;
    page.pointer("touch", &[(x, y), (x + 40, y), (x + 150, y)])?;
    page.sight_is("first < 1985")
}

fn touch_action(page: &Page) -> Result<()> {
    open(page)?;
    let action = page.js("return getComputedStyle(widget.shadowRoot.querySelector('.plot')).touchAction")?;
    ensure!(action == "pan-y", "touch-action is {action}");
    Ok(())
}

fn pinch(page: &Page) -> Result<()> {
    open(page)?;
    let (x, y) = page.ground()?;
    let finger = |id: &str, side: i64| {
        let at = |far: i64, duration: u32| json!({ "type": "pointerMove", "duration": duration, "x": x + side * far, "y": y, "origin": "viewport" });
        let down = json!({ "type": "pointerDown", "button": 0 });
        let up = json!({ "type": "pointerUp", "button": 0 });
        let actions = [at(30, 0), down, at(60, 60), at(120, 60), up];
        json!({ "type": "pointer", "id": id, "parameters": { "pointerType": "touch" }, "actions": actions })
    };
    page.act(json!([finger("left", -1), finger("right", 1)]))?;
    page.sight_is("last - first < 25")
}

fn keys(page: &Page) -> Result<()> {
    open(page)?;
    page.js("document.activeElement?.blur()")?;
    page.press('+')?;
    page.sight("1985", "2025")?;
    page.focus_on("button", "~Beijing recognises Seoul")?;
    page.press('+')?;
    page.sight_is("last - first < 30")?;
    page.press('-')?;
    page.press(PAGE_UP)?;
    page.sight_is("first < 1980")?;
    page.press('0')?;
    page.sight("1945", "2024")
}

fn arrows(page: &Page) -> Result<()> {
    open(page)?;
    page.focus_on("button", "~Beijing recognises Seoul")?;
    page.press(LEFT)?;
    page.until_focus("button", "~Soviet aid and trade fall away")?;
    page.press(HOME)?;
    page.until_focus("button", "~Soviet army takes the north of Korea")?;
    page.sight_is("first <= 1946")?;
    page.press(END)?;
    page.until_focus("button", "2024")?;
    page.sight_is("last >= 2024")
}

fn strip(page: &Page) -> Result<()> {
    open(page)?;
    page.focus_on("slider", FIRST)?;
    page.press(HOME)?;
    page.sight_is("first === 1945")?;
    page.press(crate::input::RIGHT)?;
    page.sight_is("first > 1945")?;
    for (name, text) in [(FIRST, "2010-03"), (LAST, "2016")] {
        page.put_date(name, text)?;
    }
    page.sight("2010", "2016")?;
    // As people write a day, and as the field itself does.
    let shown = page.put_date(FIRST, "4 May 2012")?;
    page.sight("2012", "2016")?;
    page.put_date(FIRST, "2010")?;
    page.sight("2010", "2016")?;
    page.put_date(FIRST, shown.as_str().unwrap_or_default())?;
    page.sight("2012", "2016")?;
    let kept = page.put_date(FIRST, "when it began")?;
    ensure!(kept == shown, "what is no date stands in the field: {kept}, and not {shown}");
    Ok(())
}

impl Page {
    /// Types a date into a field beside the strip, and gives what that then shows.
    fn put_date(&self, name: &str, text: &str) -> Result<Value> {
        self.js_async(&format!(
            "const field = widget.shadowRoot.querySelector('input[aria-label=\"{name}\"]'); field.value = '{text}'; \
             field.dispatchEvent(new Event('change', {{ bubbles: true }})); \
             await new Promise(requestAnimationFrame); return field.value"
        ))
    }

    /// Waits until the years at the ends of the strip are these.
    pub(super) fn sight(&self, first: &str, last: &str) -> Result<()> {
        self.sight_is(&format!("first === {first} && last === {last}"))
    }

    /// Waits until this is true of `first` and `last`, the years at the ends of the strip.
    fn sight_is(&self, holds: &str) -> Result<()> {
        let script = format!(
            "const [first, last] = [{FIRST:?}, {LAST:?}].map((name) => \
               Number(all(document.body, 'slider', name)[0]?.getAttribute('aria-valuenow'))); \
             return [{holds}, first, last];"
        );
        let read = || self.search(&script, Vec::new());
        let found = self.poll(|| Ok((read()?[0] == json!(true)).then_some(())))?;
        ensure!(found.is_some(), "not {holds}: {}", read()?);
        Ok(())
    }

    fn until_year_is(&self, year: &str) -> Result<()> {
        let value = self.search("return all(document.body, 'slider', 'Year')[0].value", Vec::new())?;
        ensure!(value == json!(year), "the year is {value}");
        Ok(())
    }

    /// A place in the drawing where there is no event, in the window.
    fn ground(&self) -> Result<(i64, i64)> {
        let place = self.js("const r = widget.shadowRoot.querySelector('.plot').getBoundingClientRect(); \
             return [Math.round(r.left + r.width / 2), Math.round(r.bottom - 120)]")?;
        Ok((place[0].as_i64().unwrap_or_default(), place[1].as_i64().unwrap_or_default()))
    }

    /// Presses at the first place, goes on to the others and lets go.
    fn pointer(&self, kind: &str, places: &[(i64, i64)]) -> Result<()> {
        let go = |(x, y): &(i64, i64), duration: u32| json!({ "type": "pointerMove", "duration": duration, "x": x, "y": y, "origin": "viewport" });
        let mut actions: Vec<Value> = places.first().map(|place| go(place, 0)).into_iter().collect();
        actions.push(json!({ "type": "pointerDown", "button": 0 }));
        actions.extend(places.iter().skip(1).map(|place| go(place, 80)));
        actions.push(json!({ "type": "pointerUp", "button": 0 }));
        self.act(json!([{ "type": "pointer", "id": kind, "parameters": { "pointerType": kind }, "actions": actions }]))
    }

    /// Turns the wheel over the drawing, with or without Ctrl.
    fn turn(&self, right: i64, down: i64, control: bool) -> Result<()> {
        let (x, y) = self.ground()?;
        let turn = json!({ "type": "scroll", "x": x, "y": y, "deltaX": right, "deltaY": down, "duration": 0, "origin": "viewport" });
        if !control {
            return self.act(json!([{ "type": "wheel", "id": "wheel", "actions": [turn] }]));
        }
        let pause = json!({ "type": "pause", "duration": 0 });
        let keys = [
            json!({ "type": "keyDown", "value": CONTROL }),
            pause.clone(),
            json!({ "type": "keyUp", "value": CONTROL }),
        ];
        let wheel = [pause.clone(), turn, pause];
        self.act(json!([
            { "type": "key", "id": "keyboard", "actions": keys }, { "type": "wheel", "id": "wheel", "actions": wheel },
        ]))
    }
}

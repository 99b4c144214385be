//! What has to be in sight, and what may not be covered: words in pictures, the answer beside the levers, the tour.

use anyhow::{Result, ensure};

use super::{everywhere, only};
use crate::Case;
use crate::engine::Engine;
use crate::input::{LEFT, RIGHT};
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("no_two_words_of_the_pictures_meet_at_320_pixels", words),
    everywhere("the_answer_over_a_span_is_a_level_in_its_picture", level),
    only(&[Engine::Chromium], "the_answer_is_in_sight_while_a_lever_is_moved_at_320_pixels", levers),
    everywhere("the_levers_stay_in_place_when_the_first_of_them_is_moved", still),
    everywhere("the_answer_keeps_its_room_while_a_slider_is_moved", room),
    everywhere("the_tour_is_as_high_in_every_scene", tour),
    everywhere("claims_are_counted_and_every_reading_leads_to_its_sum", readings),
];

/// So often a slider is moved.
const STEPS: usize = 12;

/// Pairs of words that stand on each other, and words that reach out of their picture.
const MEETING: &str = "(() => { const all = [...widget.shadowRoot.querySelectorAll('svg.chart')].flatMap((svg) => { \
     const edge = svg.getBoundingClientRect(); \
     const texts = [...svg.querySelectorAll('text')].filter((e) => e.textContent).map((e) => [e, e.getBoundingClientRect()]); \
     return texts.flatMap(([e, a], at) => [ \
       ...(a.left < edge.left - 1 || a.right > edge.right + 1 ? [e.textContent] : []), \
       ...texts.slice(at + 1).filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && Math.abs(a.top - b.top) < 12) \
         .map(([other]) => `${e.textContent} and ${other.textContent}`)]); }); return all; })()";

fn words(page: &Page) -> Result<()> {
    page.open("narrow")?;
    // Alone, so that the bar that leads to the timeline covers nothing.
    page.js("widget.view = 'calculator'")?;
    page.choose("Prices and currency", "constant rubles")?;
    page.choose("Whose figures", "all sources")?;
    page.until("[...widget.shadowRoot.querySelectorAll('.chart .value')].some((e) => e.textContent.includes('₽'))")?;
    let found = page.js(&format!("return {MEETING}"))?;
    ensure!(found == serde_json::json!([]), "these meet: {found}");
    Ok(())
}

fn level(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.choose("A year or a span", "from")?;
    page.choose("First year", "2005")?;
    let named = |name: &str| {
        let names = "[...widget.shadowRoot.querySelectorAll('.chart .name')]";
        page.until(&format!("{names}.some((each) => each.textContent === '{name}')"))
    };
    named("all years together")?;
    page.choose("How to compare", "a yearly mean")?;
    named("China, mean")
}

/// The levers are walked by key; whichever has the focus, the number that answers is seen.
fn levers(page: &Page) -> Result<()> {
    page.window(320, 700)?;
    page.open("plain")?;
    page.click("tab", "What if")?;
    page.shows("reach 1/6 of China’s in 2021")?;
    for name in ["Russia: Growth a year, %", "China: Start multiplied by"] {
        page.focus_on("slider", name)?;
        page.until(
            "(() => { const seen = (e) => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; }; \
             const { shadowRoot } = widget; const figure = shadowRoot.querySelector('.answer .figure'); \
             const lever = shadowRoot.activeElement.getBoundingClientRect(); \
             return seen(figure) && seen(shadowRoot.activeElement) && lever.bottom <= figure.getBoundingClientRect().top + 1; })()",
        )?;
    }
    Ok(())
}

/// Whatever a step of the slider says, it stands on nothing below it, in the very frame that shows it.
fn room(page: &Page) -> Result<()> {
    page.window(620, 900)?;
    page.open("plain")?;
    page.shows("times Russia’s in 2013")?;
    page.focus_on("slider", "Year")?;
    page.js(
        "const { shadowRoot } = widget, answer = shadowRoot.querySelector('[part~=answer]'); window.rooms = []; \
         window.room = () => { const below = [...answer.querySelectorAll('[role=group], details')]; \
           const own = [...answer.querySelectorAll('p')].filter((p) => !below.some((part) => part.contains(p))); \
           const box = (e) => e.getBoundingClientRect(); \
           return Math.min(...below.map((e) => box(e).top)) - Math.max(...own.map((e) => box(e).bottom)); }; \
         const { port1, port2 } = new MessageChannel(); port1.onmessage = () => window.rooms.push(window.room()); \
         shadowRoot.activeElement.addEventListener('input', () => requestAnimationFrame(() => port2.postMessage(0)));",
    )?;
    for _ in 0..STEPS {
        page.press(LEFT)?;
    }
    page.until(&format!("window.rooms.length === {STEPS}"))?;
    let rooms = page.js("return window.rooms.filter((room) => room < -0.5)")?;
    ensure!(rooms == serde_json::json!([]), "the answer stands so far on what is below it: {rooms}");
    // At rest it is as high as its words again.
    page.until("window.room() >= -0.5 && window.room() < 30")
}

/// What is said of the scenario, and its name, are others as soon as a lever is moved.
fn still(page: &Page) -> Result<()> {
    for width in [1280, 412] {
        page.window(width, 900)?;
        page.open("plain")?;
        page.click("tab", "What if")?;
        page.shows("reach 1/6 of China’s in 2021")?;
        page.focus_on("slider", "Russia: Growth a year, %")?;
        let below = "widget.shadowRoot.activeElement.getBoundingClientRect().top - widget.getBoundingClientRect().top";
        let below = || page.js(&format!("return Math.round({below})"));
        let before = below()?;
        page.press(RIGHT)?;
        page.shows("this is your scenario")?;
        let after = below()?;
        ensure!(before == after, "at {width} pixels the lever went from {before} to {after}");
    }
    Ok(())
}

fn tour(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("button", "Guided tour")?;
    let height =
        || page.js("return Math.round(widget.shadowRoot.querySelector('.tour').getBoundingClientRect().height)");
    page.shows("Scene 1 of 6")?;
    page.until("widget.shadowRoot.querySelector('.reckoned').textContent.length > 20")?;
    let first = height()?;
    for scene in 2..=6 {
        page.click("button", "Next")?;
        page.shows(&format!("Scene {scene} of 6"))?;
        ensure!(height()? == first, "scene {scene} is {} pixels high, the first {first}", height()?);
    }
    Ok(())
}

fn readings(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("tab", "~Check the article")?;
    page.find("list", "What comes of the claims")?;
    page.shows("11 hold")?;
    page.shows("3 cannot be checked")?;
    page.click("button", "~For the past ten years")?;
    page.click("button", "Open this sum: the median instead")?;
    page.shows("had a median of")?;
    page.shows("Another reading, the median instead:")?;
    page.click("button", "All claims")?;
    // A sum that no mode does stands where it is asked for.
    page.click("button", "~China trades some 60 times")?;
    page.until("widget.shadowRoot.querySelectorAll('.variants details').length > 0")
}

//! What a card holds and where the focus goes: pictures, players of third parties, the list of a cluster; and the tour
//! that goes on by itself.

use anyhow::{Context, Result, ensure};
use serde_json::json;

use super::accessibility::nothing;
use super::{everywhere, only};
use crate::Case;
use crate::engine::Engine;
use crate::input::{ENTER, ESCAPE};
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("a_picture_in_a_card_is_lazy_and_has_its_words_and_credit", picture),
    everywhere("a_player_of_a_third_party_comes_only_after_a_click", player),
    everywhere("escape_in_the_list_of_a_cluster_leads_back_to_it", crowd),
    everywhere("the_tour_goes_on_by_itself_until_it_is_paused", plays),
    only(&[Engine::Chromium], "where_motion_is_not_welcome_nothing_plays_or_glides", still),
];

fn picture(page: &Page) -> Result<()> {
    page.open("cards")?;
    page.click("button", "~A bridge is drawn")?;
    page.shows("Photograph: the register")?;
    page.until("widget.shadowRoot.querySelector('.card img')")?;
    let told = page.js("const i = widget.shadowRoot.querySelector('.card img'); \
         return [i.loading, i.alt, i.getAttribute('width'), i.getAttribute('height'), i.referrerPolicy]")?;
    ensure!(told == json!(["lazy", "A bridge of two spans", "640", "360", "no-referrer"]), "the picture is {told}");
    Ok(())
}

/// The policy of the page forbids frames, so that trying to load one leaves a trace.
fn player(page: &Page) -> Result<()> {
    page.open("cards")?;
    page.click("button", "~A bridge is filmed")?;
    page.find("button", "Play here (loads from player.example)")?;
    nothing(page)?;
    let link = page.find("link", "~The opening of the bridge")?;
    ensure!(page.wait(link.attr("href"))?.as_deref() == Some("https://player.example/embed/1"), "the link leads away");
    let frames = "[...widget.shadowRoot.querySelectorAll('iframe')]";
    let asked = "record.violations.filter((each) => each.includes('player.example'))";
    let before = page.js(&format!(
        "return [{frames}.length, {asked}.length, \
         performance.getEntriesByType('resource').filter((each) => each.name.includes('player.example')).length]"
    ))?;
    ensure!(before == json!([0, 0, 0]), "the player was there before anybody asked: {before}");
    page.click("button", "~Play here")?;
    page.until(&format!("{frames}.length === 1 && {asked}.some((each) => each.startsWith('frame-src'))"))?;
    let frame = page.js(&format!(
        "const f = {frames}[0]; return [f.title, f.allow, f.referrerPolicy, f.src, f.sandbox.contains('allow-top-navigation')]"
    ))?;
    let expected = json!([
        "The opening of the bridge",
        "fullscreen; encrypted-media",
        "no-referrer",
        "https://player.example/embed/1",
        false,
    ]);
    ensure!(frame == expected, "the frame is {frame}");
    page.find("link", "~The opening of the bridge")?;
    Ok(())
}

fn crowd(page: &Page) -> Result<()> {
    page.open("cards")?;
    let cluster = "~The first treaty is signed, and 5 more events close by";
    page.focus_on("button", cluster)?;
    page.press(ENTER)?;
    page.until_focus("heading", "6 events close together")?;
    page.find("button", "~The sixth treaty is signed")?;
    page.press(ESCAPE)?;
    page.gone("article", "6 events close together")?;
    page.until_focus("button", cluster)
}

fn plays(page: &Page) -> Result<()> {
    page.open("tour")?;
    page.click("button", "Guided tour")?;
    page.shows("Scene 1 of 6")?;
    page.click("button", "Play")?;
    page.shows("Scene 2 of 6")?;
    page.click("button", "Pause")?;
    page.find("button", "Play")?;
    let scene = "widget.shadowRoot.querySelector('.tour .kicker').textContent";
    let paused = page.js(&format!("return {scene}"))?;
    // A scene stays for less than this where waiting is short.
    page.js_async("await new Promise((done) => setTimeout(done, 1900))")?;
    ensure!(page.js(&format!("return {scene}"))? == paused, "the tour went on from {paused}");
    page.click("button", "Play")?;
    page.shows("Scene 6 of 6")?;
    page.find("button", "Play").context("the tour does not stop at its end")?;
    Ok(())
}

fn still(page: &Page) -> Result<()> {
    let motion = |value: &str| json!({ "features": [{ "name": "prefers-reduced-motion", "value": value }] });
    page.devtools("Emulation.setEmulatedMedia", motion("reduce"))?;
    page.open("plain")?;
    page.click("button", "Guided tour")?;
    page.find("button", "Next")?;
    let offered = page.has("button", "Play")?;
    page.click("button", "Zoom in")?;
    let moves = "widget.shadowRoot.querySelector('.canvas .glide') && \
         getComputedStyle(widget.shadowRoot.querySelector('.canvas .glide')).animationName";
    let still = page.until(&format!("({moves}) === 'none'"));
    page.devtools("Emulation.setEmulatedMedia", motion(""))?;
    ensure!(!offered, "the tour offers to play");
    still?;
    page.until(&format!("({moves}) === 'glide'"))
}

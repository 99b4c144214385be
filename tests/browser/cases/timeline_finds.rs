//! Search, filter, lanes, the tour and clusters: what is left is the same in the drawing and in the list.

use anyhow::{Result, ensure};
use serde_json::json;

use super::accessibility::nothing;
use super::everywhere;
use crate::Case;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("a_search_leaves_what_it_finds_and_tells_the_count", search),
    everywhere("a_search_takes_no_notice_of_case_and_accents", folded),
    everywhere("a_search_that_finds_nothing_says_so", empty),
    everywhere("the_search_leads_from_match_to_match", matches),
    everywhere("the_list_to_read_is_searched_too_and_marks_the_words", list),
    everywhere("a_kind_that_is_picked_is_alone_in_drawing_and_list", filter),
    everywhere("the_card_of_an_event_that_is_filtered_away_closes", closes),
    everywhere("an_event_that_is_opened_is_shown_whatever_was_searched_for", opened),
    everywhere("a_search_finds_events_by_their_kind", by_kind),
    everywhere("lanes_are_made_by_kind_and_by_actor", lanes),
    everywhere("a_cluster_opens_into_its_events", cluster),
    everywhere("the_tour_leads_through_every_scene", tour),
    everywhere("axe_finds_nothing_on_the_tour_and_in_a_search", states),
];

fn search(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.type_query("vladivostok")?;
    page.until_status("events found")?;
    let names = page.names("button")?;
    ensure!(!names.iter().any(|name| name.contains("Beijing recognises Seoul")), "what was not found is still there");
    ensure!(names.iter().any(|name| name.contains("Vladivostok")), "what was found is not there: {names:?}");
    page.type_query("")?;
    page.find("button", "~Beijing recognises Seoul")?;
    Ok(())
}

fn folded(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.type_query("VLÁDIVÖSTOK")?;
    page.until_status("events found")
}

fn empty(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.type_query("zeppelin")?;
    page.until_status("No event has these words.")
}

fn matches(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.type_query("seoul")?;
    page.until_status("events found")?;
    page.click("button", "Next match")?;
    let first = page.poll(|| Ok(page.names("article")?.into_iter().next()))?;
    page.click("button", "Next match")?;
    let second =
        page.poll(|| Ok(page.names("article")?.into_iter().next().filter(|name| Some(name) != first.as_ref())))?;
    ensure!(second.is_some(), "the next match did not open");
    page.click("button", "Match before")?;
    page.find("article", &first.unwrap_or_default())?;
    Ok(())
}

fn list(page: &Page) -> Result<()> {
    page.open("narrow")?;
    page.type_query("rajin")?;
    page.until_status("events found")?;
    page.until("[...widget.shadowRoot.querySelectorAll('.entry mark')].every((e) => e.textContent === 'Rajin') && widget.shadowRoot.querySelector('.entry mark')")?;
    page.click("button", "~Trains run from Khasan")?;
    page.shows("Khasan")
}

fn filter(page: &Page) -> Result<()> {
    for host in ["plain", "narrow"] {
        page.open(host)?;
        if host == "narrow" {
            page.click("button", "~All 61 events")?;
        }
        let shown = "[...widget.shadowRoot.querySelectorAll('.target, .entry button')].filter((e) => e.textContent.includes('Beijing recognises Seoul')).length";
        page.until(&format!("{shown} === 1"))?;
        page.click("button", "~Economy")?;
        page.until(&format!("{shown} === 0"))?;
        page.click("button", "~Diplomacy")?;
        page.until(&format!("{shown} === 1"))?;
        page.click("button", "~Diplomacy")?;
        page.until(&format!("{shown} === 0"))?;
        // The last one gone, all are there again.
        page.click("button", "~Economy")?;
        page.until(&format!("{shown} === 1"))?;
        page.click("button", "~Security")?;
        page.click("button", "~All kinds")?;
        page.until(&format!("{shown} === 1"))?;
    }
    Ok(())
}

fn closes(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.find("article", "~The goal")?;
    page.type_query("vladivostok")?;
    page.until_status("events found")?;
    page.gone("article", "~The goal")
}

fn opened(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.type_query("vladivostok")?;
    page.until_status("events found")?;
    page.js_async("await widget.select({ event: 'goal-1bn-2014' })")?;
    page.find("article", "~The goal")?;
    page.until("!widget.state.includes('q=')")
}

fn by_kind(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.type_query("transport and energy")?;
    page.until_status("9 events found by title, text, names or kind")
}

fn lanes(page: &Page) -> Result<()> {
    page.open("plain")?;
    let names = "[...widget.shadowRoot.querySelectorAll('.names text')].map((e) => e.textContent)";
    page.until(&format!("{names}.includes('With Russia')"))?;
    page.choose("Lanes", "by kind")?;
    page.until(&format!("{names}.includes('Diplomacy')"))?;
    page.choose("Lanes", "by actor")?;
    page.until(&format!("{names}.includes('North Korea')"))?;
    page.choose("Lanes", "in one row")?;
    page.until(&format!("!{names}.includes('With Russia')"))
}

fn cluster(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("button", "All years")?;
    // The drawing glides into its place.
    page.until("widget.shadowRoot.querySelectorAll('.cluster').length > 0 && !widget.shadowRoot.querySelector('.canvas').getAnimations({ subtree: true }).length")?;
    let place =
        page.js("const plot = widget.shadowRoot.querySelector('.plot'); plot.scrollIntoView({ block: 'center' }); \
         const r = widget.shadowRoot.querySelector('.cluster').getBoundingClientRect(); \
         return [Math.round(r.left + r.width / 2), Math.round(r.top + r.height / 2)]")?;
    let press = json!([
        { "type": "pointerMove", "duration": 0, "x": place[0], "y": place[1], "origin": "viewport" },
        { "type": "pointerDown", "button": 0 },
        { "type": "pointerUp", "button": 0 },
    ]);
    page.act(
        json!([{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": press }]),
    )?;
    page.until("Number(widget.shadowRoot.querySelector('.strip-all .edge').getAttribute('aria-valuenow')) > 1945")
}

fn tour(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("button", "Guided tour")?;
    let scenes = 6;
    for scene in 1..=scenes {
        page.shows(&format!("Scene {scene} of {scenes}"))?;
        if scene < scenes {
            page.click("button", "Next")?;
        }
    }
    page.find("article", "Treaty on a strategic partnership")?;
    page.click("button", "Back")?;
    page.shows("Scene 5 of 6")?;
    page.click("button", "Leave the tour")?;
    page.find("button", "Guided tour")?;
    Ok(())
}

fn states(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("button", "Guided tour")?;
    page.type_query("sanctions")?;
    page.until_status("events found")?;
    nothing(page)
}

impl Page {
    /// Types into the field for the search.
    fn type_query(&self, query: &str) -> Result<()> {
        self.find("textbox", "Search the events")?;
        let script = "const field = all(document.body, 'textbox', 'Search the events')[0]; field.value = arguments[0]; \
             field.dispatchEvent(new Event('input', { bubbles: true }));";
        self.search(script, vec![json!(query)])?;
        Ok(())
    }

    /// Waits until a status says these words.
    fn until_status(&self, words: &str) -> Result<()> {
        self.find("status", &format!("~{words}"))?;
        Ok(())
    }
}

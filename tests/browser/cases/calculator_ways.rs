//! The calculator's further ways: tables, bars that are read, steps back, inputs of a claim, typed fields, notices.

use anyhow::{Result, ensure};

use super::everywhere;
use crate::Case;
use crate::input::{END, RIGHT};
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("every_mode_has_the_table_of_its_picture", tables),
    everywhere("bars_are_read_by_key_and_by_pointer", bars),
    everywhere("the_part_of_the_trade_is_a_choice_wherever_it_acts", flow),
    everywhere("a_step_of_a_slider_is_answered_in_its_own_frame", frames),
    everywhere("undo_takes_back_one_lever_at_a_time", undo),
    everywhere("an_open_claim_says_when_other_inputs_are_chosen_and_leads_back", inputs),
    everywhere("a_claim_about_one_partner_opens_with_that_one_alone", alone),
    everywhere("a_field_is_brought_to_what_has_an_effect", fields),
    everywhere("an_empty_state_is_no_damage_and_what_is_said_of_damage_goes_with_the_next_choice", notices),
    everywhere("the_link_tells_the_picture_and_its_scale", picture),
    everywhere("numbers_of_claims_are_whole_at_320_pixels", whole),
];

/// Names of the columns in the table of the years, and the text of the row of a year.
fn row(page: &Page, year: &str) -> Result<(Vec<String>, String)> {
    page.until(&format!(
        "[...widget.shadowRoot.querySelectorAll('.folded table tbody th')].some((head) => head.textContent === '{year}')"
    ))?;
    let heads = page.js(
        "return [...widget.shadowRoot.querySelectorAll('.folded table thead th')].map((head) => head.textContent)",
    )?;
    let row = page.js(&format!(
        "return [...widget.shadowRoot.querySelectorAll('.folded table tbody tr')] \
         .find((row) => row.firstChild.textContent === '{year}').textContent"
    ))?;
    let heads = heads.as_array().into_iter().flatten().filter_map(|head| head.as_str().map(str::to_owned));
    Ok((heads.collect(), row.as_str().unwrap_or_default().to_owned()))
}

fn tables(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("button", "The figures, year by year")?;
    let (_, told) = row(page, "2013")?;
    ensure!(told.contains("$112.7m ($104m to $123m)"), "Compare tells {told}");
    page.click("tab", "Target")?;
    page.click("button", "The figures, year by year")?;
    let (heads, told) = row(page, "2014")?;
    ensure!(heads == ["Year", "Russia", "path to $1bn"], "Target has {heads:?}");
    ensure!(told.contains("$92.18m") && told.contains("$150m ($140m to $170m)"), "Target tells {told}");
    page.click("tab", "What if")?;
    page.click("button", "The figures, year by year")?;
    let (heads, _) = row(page, "2014")?;
    let wanted = ["Year", "Russia", "China", "Russia, supposed", "China, supposed"];
    ensure!(heads[..5] == wanted && heads.len() == 7, "What if has {heads:?}");
    Ok(())
}

/// What the calculator says in words, and what its picture is said to show.
const TOLD: &str = "const tell = () => ['.answer [role=status]', '.picture svg[role=img]'].map((part) => \
     widget.shadowRoot.querySelector(part)).map((part) => part.getAttribute('aria-label') || part.textContent);";

fn frames(page: &Page) -> Result<()> {
    page.open("plain")?;
    for (mode, name) in [("Compare", "Year"), ("What if", "Russia: Growth a year, %")] {
        page.click("tab", mode)?;
        page.focus_on("slider", name)?;
        page.js(&format!(
            "{TOLD} const before = tell(); window.frames = null; widget.addEventListener('input', () => \
               requestAnimationFrame(() => {{ window.frames = [before, tell()]; }}), {{ once: true }})"
        ))?;
        page.press(RIGHT)?;
        page.until("window.frames")?;
        let seen = page.js("return window.frames")?;
        let (before, step) = (&seen[0], &seen[1]);
        ensure!(before[0] != step[0], "{mode} had no answer in the frame of the step: {step}");
        // The picture follows in the next, or where the first was long in coming, in the same.
        page.until(&format!("(() => {{ {TOLD} return tell()[1] !== {}; }})()", before[1]))?;
    }
    Ok(())
}

fn bars(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.focus_on("slider", "Value in the picture")?;
    page.until("widget.shadowRoot.querySelector('.picture .readout').textContent.startsWith('China ')")?;
    page.press(END)?;
    let slider = page.find("slider", "Value in the picture")?;
    let told = page.wait(slider.attr("aria-valuetext"))?.unwrap_or_default();
    // Russia's values lie too near to each other for a place each.
    ensure!(told.starts_with("Russia: ") && told.ends_with("$123m"), "the slider tells {told:?}");
    page.press(RIGHT)?;
    page.until("widget.shadowRoot.querySelector('.picture .readout').textContent.includes('$123m')")?;
    page.click("slider", "Value in the picture")?;
    page.until("/^(China|Russia) .*\\$/.test(widget.shadowRoot.querySelector('.picture .readout').textContent)")
}

fn flow(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.choose("Which part of the trade", "exports less imports")?;
    page.click("tab", "Target")?;
    page.find("combobox", "Which part of the trade")?;
    page.click("button", "Use exports and imports together")?;
    page.shows("36.6%")?;
    page.click("tab", "What if")?;
    page.find("combobox", "Which part of the trade")?;
    Ok(())
}

fn undo(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("tab", "What if")?;
    page.type_into("Russia: Growth a year, %, typed", "50")?;
    page.shows("reach 1/6 of China’s in 2019")?;
    page.type_into("China: Growth a year, %, typed", "5")?;
    page.until("widget.state.includes('china.growth')")?;
    page.click("button", "Undo")?;
    page.until_value("China: Growth a year, %, typed", "0")?;
    page.until_value("Russia: Growth a year, %, typed", "50")
}

fn inputs(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("tab", "~Check the article")?;
    page.click("button", "~China trades some 60 times")?;
    page.click("button", "Open this sum")?;
    page.shows("The sum gives about 58 times")?;
    page.choose("Year", "1990")?;
    page.shows("Other inputs are chosen now, so what stands below is not the sum of this claim.")?;
    page.click("button", "Back to the claim’s sum")?;
    page.shows("The sum gives about 58 times")?;
    page.until_year("combobox", "2013")
}

fn alone(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js("widget.select({ claim: 'around-100m' })")?;
    page.shows("came to about $140m a year on average")?;
    page.until("widget.shadowRoot.querySelectorAll('.answer .figure').length === 1")
}

fn fields(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("tab", "What if")?;
    page.type_into("Last year", "2300")?;
    page.until_value("Last year", "2213")?;
    page.shows("Last year: a whole year from 2014 to 2213, please. It stands at 2213.")?;
    page.type_into("Russia: Growth a year, %, typed", "-150")?;
    page.shows("The growth has to be above −100%.")?;
    page.type_into("Russia: Start multiplied by, typed", "-1")?;
    page.until_value("Russia: Start multiplied by, typed", "0")?;
    page.shows("Russia: Start multiplied by: no less than 0, please. It stands at 0.")
}

fn notices(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js("widget.state = ''")?;
    page.shows("58 times")?;
    ensure!(!page.text()?.contains("damaged"), "an empty state is called damaged");
    page.js("widget.state = '1;y=never'")?;
    page.shows("The link is damaged")?;
    page.choose("Year", "2005")?;
    page.until("!widget.shadowRoot.querySelector('.notice')")
}

fn picture(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("button", "Over the years")?;
    page.click("button", "Linear scale")?;
    page.until("widget.state.includes(';d=lines;k=linear')")?;
    page.js("window.told = widget.state; widget.state = '1;y=2005'")?;
    page.find("slider", "Value in the picture")?;
    page.js("widget.state = window.told")?;
    page.find("slider", "Year in the picture")?;
    page.shows("equal distances are equal amounts")
}

fn whole(page: &Page) -> Result<()> {
    page.open("narrow")?;
    page.js("widget.view = 'claims'")?;
    page.shows("58 times")?;
    // As many lines as a number of two words can take.
    page.until(
        "[...widget.shadowRoot.querySelectorAll('.claim .number b')].every((number) => \
         number.getClientRects().length <= 2)",
    )?;
    page.until(
        "[...widget.shadowRoot.querySelectorAll('.claim .number b')].filter((number) => number.textContent === '58 times') \
         .every((number) => number.getClientRects().length === 1)",
    )
}

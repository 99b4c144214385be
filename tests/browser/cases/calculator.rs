//! The calculator's modes, by role and name: what the reader chooses, what answers, and what can be taken away.

use anyhow::{Context, Result, ensure};

use super::accessibility::nothing;
use super::everywhere;
use crate::Case;
use crate::input::{DELETE, ENTER, RIGHT, TAB};
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("a_comparison_follows_every_choice_of_the_sentence", choices),
    everywhere("a_refused_year_offers_the_nearest_years", refused),
    everywhere("a_refused_part_or_basis_offers_years_that_answer_on_its_terms", on_terms),
    everywhere("a_span_with_gaps_is_refused_and_offers_what_is_without", gaps),
    everywhere("values_that_were_not_counted_alike_are_told_and_the_pick_is_one_tap_away", doubt),
    everywhere("the_picture_over_the_years_is_read_by_key", cursor),
    everywhere("a_target_is_solved_for_each_unknown", target),
    everywhere("a_lever_moves_the_answer_by_key_and_by_typing", levers),
    everywhere("the_storys_scenarios_are_named_choices", scenarios),
    everywhere("claims_stand_with_number_and_verdict_and_open_their_sum", claims),
    everywhere("an_element_of_the_article_opens_its_claim_by_key_and_click", from_article),
    everywhere("a_claim_that_the_article_opens_is_in_sight", in_sight),
    everywhere("tabs_are_walked_by_arrow_keys", tabs),
    everywhere("choices_are_taken_back_and_made_again", history),
    everywhere("axe_finds_nothing_in_any_mode", axe),
    everywhere("axe_finds_nothing_in_any_mode_at_320_pixels", axe_narrow),
];

const MODES: [&str; 4] = ["Compare", "Target", "What if", "~Check the article"];

fn choices(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.shows("58 times")?;
    page.shows("53 to 67, depending on the source")?;
    page.choose("How to compare", "a difference")?;
    page.shows("China’s trade with North Korea was about $6.43bn more than Russia’s in 2013.")?;
    page.choose("Prices and currency", "current rubles")?;
    page.shows("₽205bn")?;
    page.shows("Rubles per US dollar")?;
    page.choose("Prices and currency", "current US dollars")?;
    page.choose("How to compare", "a change")?;
    page.shows("Russia’s trade with North Korea fell by about 9.8% from 2003 to 2013.")?;
    page.until(
        "[...widget.shadowRoot.querySelectorAll('.of-two .whose')].map((each) => each.textContent).join() === \
         'Russia,China'",
    )?;
    page.choose("First year", "2010")?;
    page.shows("from 2010 to 2013.")?;
    page.choose("How to compare", "a ratio")?;
    page.choose("A year or a span", "in")?;
    page.choose("Which part of the trade", "exports only")?;
    page.shows("310 times")?;
    page.shows("North Korea’s exports to")?;
    page.choose("Which part of the trade", "both ways")?;
    page.choose("Whose figures", "figures by KOTRA")?;
    page.shows("62.88 times")?;
    page.choose("Whose figures", "all sources")?;
    page.shows("53 to 67 times")
}

fn refused(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.choose("Year", "1996 – no value")?;
    page.shows("There is no usable value of Russia’s trade with North Korea for 1996")?;
    page.click("button", "Ask about 1997")?;
    page.until_year("combobox", "1997")?;
    page.shows("times Russia’s in 1997.")
}

fn on_terms(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.choose("Year", "2009")?;
    page.choose("Which part of the trade", "exports only")?;
    page.shows("The nearest years with values for both on these terms are 2003 and 2011.")?;
    page.click("button", "Ask about 2011")?;
    page.until_year("combobox", "2011")?;
    page.shows("in 2011.")?;
    page.choose("Which part of the trade", "both ways")?;
    page.choose("Whose figures", "figures by KOTRA")?;
    page.choose("Year", "2014 – no value")?;
    page.shows("The nearest year with values for both on these terms is 2013.")?;
    page.click("button", "Ask about 2013")?;
    page.shows("times Russia’s in 2013, by KOTRA.")
}

fn gaps(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.choose("How to compare", "a yearly mean")?;
    page.choose("First year", "1990")?;
    page.shows("for 1991 and 1996.")?;
    page.shows("values for 1991 and 1996")?;
    page.click("button", "Start the span in 1997")?;
    page.shows("a year on average from 1997 to 2013.")?;
    // As many years as there are, what is to be known before comes in one line each.
    page.until(
        "(() => { const told = [...widget.shadowRoot.querySelectorAll('.doubt p')].map((each) => each.textContent); \
         const others = widget.shadowRoot.querySelector('.others summary').textContent; \
         return told.filter((each) => each.startsWith('These values were not counted alike: ')).length === 1 \
           && /^\\d+ other values in \\d+ of 34 cells\\./.test(others); })()",
    )
}

fn doubt(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.choose("First partner", "China")?;
    page.choose("How to compare", "a share of the total")?;
    page.shows("The part and its total come from two counts: Chinese customs and KOTRA.")?;
    page.click("button", "Use the figures by KOTRA")?;
    page.shows(", by KOTRA.")?;
    page.gone("group", "Before you compare")
}

fn cursor(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("button", "Over the years")?;
    page.focus_on("slider", "Year in the picture")?;
    page.press(RIGHT)?;
    let slider = page.find("slider", "Year in the picture")?;
    let told = page.wait(slider.attr("aria-valuetext"))?.unwrap_or_default();
    ensure!(told.starts_with("2014: Russia $92.18m") && told.contains("China $"), "the slider tells {told:?}");
    page.press(ENTER)?;
    page.until_year("combobox", "2014")
}

fn target(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("tab", "Target")?;
    page.shows("To reach $1bn in 2020")?;
    page.shows("36.6%")?;
    page.shows("As it turned out: Russia’s trade with North Korea shrank by about 13% a year from 2013 to 2020.")?;
    page.choose("What to solve for", "When")?;
    page.shows("At 10% a year, Russia’s trade with North Korea of 2013 reaches $1bn in 2036")?;
    page.choose("What to solve for", "How far")?;
    page.type_into("Growth a year, in per cent", "20")?;
    page.shows("comes to about $400m in 2020")?;
    page.choose("What to solve for", "How fast")?;
    for (typed, counts) in [("2020.5", "2020"), ("1e99", "9999"), ("2010", "2014"), ("2020.25", "2020")] {
        page.type_into("Year to reach it by", typed)?;
        page.until_value("Year to reach it by", counts)?;
        let told = "Year to reach it by: a whole year from 2014 to 9999, please. It stands at ";
        page.shows(&format!("{told}{counts}."))?;
    }
    page.focus_on("spinbutton", "Year to reach it by")?;
    page.js("widget.shadowRoot.activeElement.select()")?;
    page.press(DELETE)?;
    page.until("widget.shadowRoot.activeElement.value === ''")?;
    page.press(ENTER)?;
    page.until_value("Year to reach it by", "2020")?;
    page.type_into("Year to reach it by", "2015")?;
    page.until_value("Year to reach it by", "2015")?;
    page.choose("Year to start from", "2016")?;
    page.shows("Growth is counted between two years. Choose a last year after")
}

fn levers(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("tab", "What if")?;
    page.shows("reach 1/6 of China’s in 2021")?;
    page.type_into("Russia: Growth a year, %, typed", "50")?;
    page.shows("reach 1/6 of China’s in 2019")?;
    page.shows("this is your scenario")?;
    page.focus_on("slider", "Russia: Growth a year, %")?;
    page.press(RIGHT)?;
    page.until_value("Russia: Growth a year, %, typed", "50.1")?;
    page.type_into("Last year", "2030.5")?;
    page.until_value("Last year", "2030")?;
    // What Target asks about is another year.
    page.click("tab", "Target")?;
    page.until_value("Year to reach it by", "2020")?;
    page.click("tab", "What if")?;
    page.until_value("Last year", "2030")
}

fn scenarios(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("tab", "What if")?;
    page.choose("Scenario", "The trend continues")?;
    page.shows("7.1% a year for Russia")?;
    page.until_value("China: Growth a year, %, typed", "22.1")?;
    page.choose("Part of the other", "2%")?;
    page.shows("2% of China’s")
}

fn claims(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.click("tab", "~Check the article")?;
    page.shows("China trades some 60 times as much with the North as Russia does.")?;
    page.shows("that “about” allows a tenth is Ledgerline’s rule: about 60, from 54 to 66.")?;
    for verdict in ["holds, but not by every source", "does not hold", "cannot be checked"] {
        page.shows(verdict)?;
    }
    page.click("button", "~China trades some 60 times")?;
    page.shows("with KOTRA’s figure for Russia")?;
    page.until(
        "(() => { const text = widget.shadowRoot.querySelector('.claim details[open]').textContent; \
         return text.split('Ledgerline’s rule: about 60, from 54 to 66.').length === 2; })()",
    )?;
    page.click("button", "Open this sum")?;
    page.shows("The sum gives about 58 times; 53 to 67, depending on the source.")?;
    page.find("combobox", "How to compare")?;
    page.click("button", "All claims")?;
    page.find("list", "The article’s 20 claims")?;
    Ok(())
}

/// Whether the focus is on something whose head is in sight.
const IN_SIGHT: &str = "(() => { const place = widget.shadowRoot.activeElement; if (!place) return false; \
     const { top } = place.getBoundingClientRect(); return top >= 0 && top < innerHeight - 20; })()";

fn in_sight(page: &Page) -> Result<()> {
    page.open("claims")?;
    page.click("link", "has steadily declined")?;
    page.until_focus("button", "~Trade has gone down steadily")?;
    page.until(IN_SIGHT)?;
    page.click("button", "some 60 times")?;
    page.until_focus("tabpanel", "Compare")?;
    page.until(IN_SIGHT)?;
    page.click("link", "has steadily declined")?;
    page.until_focus("button", "~Trade has gone down steadily")?;
    page.until(IN_SIGHT)
}

fn from_article(page: &Page) -> Result<()> {
    page.open("claims")?;
    page.focus_on("button", "some 60 times")?;
    page.press(ENTER)?;
    page.shows("The sum gives about 58 times; 53 to 67, depending on the source.")?;
    page.until_focus("tabpanel", "Compare")?;
    page.click("link", "has steadily declined")?;
    page.shows("In the article: “steadily declined”")?;
    let address = page.js("return location.hash")?;
    ensure!(address != "#elsewhere", "the link was followed");
    nothing(page)
}

fn tabs(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.focus_on("tab", "Compare")?;
    page.press(RIGHT)?;
    page.until_focus("tab", "Target")?;
    page.find("combobox", "What to solve for")?;
    page.press(TAB)?;
    let focus = page.focus()?;
    ensure!(focus == "combobox What to solve for", "behind the tabs comes {focus}");
    Ok(())
}

fn history(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.choose("Year", "2005")?;
    page.choose("How to compare", "a difference")?;
    page.click("button", "Undo")?;
    page.shows("times Russia’s in 2005.")?;
    page.click("button", "Undo")?;
    page.shows("times Russia’s in 2013.")?;
    page.click("button", "Redo")?;
    page.shows("times Russia’s in 2005.")?;
    page.click("button", "Start over")?;
    page.shows("times Russia’s in 2013.")
}

fn axe(page: &Page) -> Result<()> {
    page.open("plain")?;
    in_each_mode(page)
}

fn axe_narrow(page: &Page) -> Result<()> {
    page.open("narrow")?;
    // Alone, so that the bar that leads to the timeline covers nothing.
    page.js("widget.view = 'calculator'")?;
    in_each_mode(page)
}

fn in_each_mode(page: &Page) -> Result<()> {
    for mode in MODES {
        page.click("tab", mode)?;
        if mode.starts_with('~') {
            page.click("button", "~China trades some 60 times")?;
        }
        nothing(page).with_context(|| format!("in mode {mode}"))?;
    }
    Ok(())
}

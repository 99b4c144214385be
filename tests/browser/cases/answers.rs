//! What the calculator answers where one number would not do: all sources, a span year by year, a share, a claim's sum.

use anyhow::{Result, ensure};

use super::everywhere;
use crate::Case;
use crate::input::{ENTER, LEFT};
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("all_sources_answer_a_disputed_year_with_the_spread", all_sources),
    everywhere("the_answer_over_a_span_is_a_line_of_its_own", answer_line),
    everywhere("a_span_that_the_reader_chose_outlives_a_measure_over_time", span_kept),
    everywhere("a_doubt_that_goes_leads_the_focus_to_the_sentence", doubt_gone),
    everywhere("a_share_says_that_a_total_took_the_partners_place", share),
    everywhere("a_claim_that_no_mode_can_do_opens_at_its_sum", sum_of_claim),
];

fn all_sources(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.choose("Second partner", "All partners")?;
    page.choose("Year", "1991 – no value")?;
    page.shows("is disputed")?;
    page.click("button", "Ask all sources")?;
    page.shows("1.5 to 2.5 times")?;
    page.shows("North Korea’s trade with all partners was 1.5 to 2.5 times Russia’s in 1991, by all sources.")?;
    page.shows("by all sources, none of which goes first")?;
    // The sum has every value that counts, each with its unit.
    page.shows("3,500 US$ million")?;
    page.shows("(2,163 to 3,500) ÷ 1,420")?;
    page.shows("1.52324 to 2.46479")?;
    page.until("record.events.at(-1).detail.link.includes('s=all')")?;
    page.choose("Whose figures", "figures by South Korean foreign ministry")?;
    page.shows("2.465 times")
}

fn answer_line(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.choose("A year or a span", "from")?;
    page.choose("First year", "1997")?;
    page.shows("How many times, each year by itself")?;
    page.focus_on("slider", "Year in the picture")?;
    page.press(LEFT)?;
    let slider = page.find("slider", "Year in the picture")?;
    let told = page.wait(slider.attr("aria-valuetext"))?.unwrap_or_default();
    ensure!(told.starts_with("2012: China ÷ Russia 7"), "the slider tells {told:?}");
    page.choose("How to compare", "an index")?;
    page.shows("Index: 1997 is 100")?;
    page.click("button", "The figures, year by year")?;
    page.shows("China, index")
}

fn span_kept(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.choose("How to compare", "growth a year")?;
    page.until("widget.state.includes('y=2003/2013')")?;
    page.choose("How to compare", "a ratio")?;
    page.until("widget.state.includes(';y=2013;')")?;
    page.choose("How to compare", "growth a year")?;
    page.choose("First year", "2000")?;
    page.choose("How to compare", "a ratio")?;
    page.until("widget.state.includes('y=2000/2013;as=ratio')")
}

fn doubt_gone(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.focus_on("button", "Use the figures by KOTRA")?;
    page.press(ENTER)?;
    page.until("widget.state.includes('s=kotra')")?;
    page.until("widget.shadowRoot.activeElement?.getAttribute('role') === 'status'")
}

fn share(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.choose("How to compare", "a share of the total")?;
    page.shows("All partners has taken the place of China")?;
    page.choose("How to compare", "a ratio")?;
    page.shows("China’s trade with North Korea was about 58 times Russia’s in 2013.")
}

fn sum_of_claim(page: &Page) -> Result<()> {
    page.open("claims")?;
    page.click("link", "has steadily declined")?;
    page.until_focus("button", "~Trade has gone down steadily")?;
    page.until(
        "(() => { const sum = widget.shadowRoot.querySelector('.claim details[open] .formula'); \
         if (!sum) return false; const { top } = sum.getBoundingClientRect(); \
         return top >= 0 && top < innerHeight; })()",
    )?;
    // What stands against its values stands at them.
    page.until("!!widget.shadowRoot.querySelector('.claim details[open] .doubt')")
}

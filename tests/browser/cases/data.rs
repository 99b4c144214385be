//! What a reader takes away: the link, the files, and the data where a page lets nothing be saved.

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

use super::everywhere;
use crate::Case;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("the_link_is_copied_or_shown_selected", link),
    everywhere("the_result_is_saved_as_csv_svg_png_and_json", downloads),
    everywhere("the_page_saves_what_the_calculator_shows", by_page),
    everywhere("a_saved_picture_names_every_line", named),
    everywhere("a_table_of_formulas_gives_the_digits_of_the_tool", digits),
    everywhere("a_frame_that_may_not_save_shows_the_data", unsaved),
];

fn link(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.choose("Year", "2005")?;
    page.click("button", "Copy link")?;
    let copied =
        page.poll(|| Ok((page.text()?.contains("Copied.") || page.has("textbox", "The text to copy")?).then_some(())))?;
    copied.context("nothing tells what became of the link")?;
    // Where the page refuses, the link stands there selected.
    page.js("Object.defineProperty(navigator, 'clipboard', { configurable: true, value: undefined })")?;
    page.click("button", "Copy link")?;
    page.find("textbox", "The text to copy")?;
    let shown = page.js("const { value, selectionStart, selectionEnd } = \
         document.querySelector('ledger-line').shadowRoot.querySelector('textarea'); \
         return { value, all: selectionEnd - selectionStart === value.length };")?;
    let text = shown["value"].as_str().unwrap_or_default();
    ensure!(text.contains("#ll=1;a=russia;b=china;y=2005;as=ratio"), "the link is {text}");
    ensure!(shown["all"] == json!(true), "the link is not selected");
    Ok(())
}

/// Notes what links that save would save.
pub(super) const NOTE: &str = "window.saved = {}; window.names = []; const click = HTMLElement.prototype.click; \
     HTMLElement.prototype.click = function () { \
       if (!this.download) return click.call(this); \
       window.names.push(this.download); \
       window.saved[this.download.split('.').pop()] = this.href; };";

fn downloads(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js(NOTE)?;
    for kind in ["CSV", "SVG", "PNG", "JSON"] {
        page.click("button", kind)?;
    }
    page.until("Object.keys(window.saved).length === 4")?;
    let saved = page.js("const text = (href) => decodeURIComponent(href.slice(href.indexOf(',') + 1)); \
         const { csv, svg, png, json } = window.saved; \
         return { csv: text(csv), svg: text(svg), png, json: JSON.parse(text(json)) };")?;
    let text = |name: &str| saved[name].as_str().unwrap_or_default();
    ensure!(text("csv").contains("DPRK–Russia trade,2013,112.71,USD m,9.29,103.42,reported,Russian customs,"), "CSV");
    ensure!(text("csv").starts_with("\u{feff}Figure,Year,Value,"), "the CSV has no mark of its encoding");
    ensure!(text("csv").contains("Spread: 53 to 67, depending on the source."), "the CSV has no answer");
    ensure!(text("svg").starts_with("<svg xmlns=") && text("svg").contains("<title>China’s trade"), "SVG");
    ensure!(text("svg").contains(">Sources: "), "the SVG names no sources");
    let doubt = saved["json"][0]["doubts"][0].as_str().unwrap_or("no doubt");
    ensure!(doubt.starts_with("The ends of the spread mix figures"), "the JSON has {doubt}");
    ensure!(text("csv").contains(doubt) && text("svg").contains(doubt), "the doubt stays on the page");
    ensure!(text("svg").contains("paint-order:stroke"), "the words of the SVG have no ground around them");
    page.until("window.names[0] === 'dprk-russia-ratio-2013.csv'")?;
    ensure!(text("png").starts_with("data:image/png;base64,") && text("png").len() > 5000, "PNG");
    let value = saved["json"][0]["value"].as_f64();
    ensure!(value == Some(6544.7 / 112.71), "JSON has {value:?}");
    // By its bytes: the host's policy lets no such image in.
    let drawn = page.js_async(
        "const bytes = Uint8Array.from(atob(window.saved.png.split(',')[1]), (c) => c.charCodeAt(0)); \
         const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' })); \
         return image.width > 600;",
    )?;
    ensure!(drawn == json!(true), "the PNG is not the picture");
    Ok(())
}

fn by_page(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js(NOTE)?;
    let found = page.js_async(
        "return Promise.all(['csv', 'svg', 'png', 'json', 'exe', '\"]'].map((kind) => widget.download(kind)))",
    )?;
    ensure!(found == json!([true, true, true, true, false, false]), "the page is told {found}");
    page.until("Object.keys(window.saved).length === 4")?;
    page.js("widget.view = 'timeline'")?;
    page.gone("button", "CSV")?;
    let found = page.js_async("return widget.download('csv')")?;
    ensure!(found == json!(false), "a timeline saves a calculation");
    Ok(())
}

fn named(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js(NOTE)?;
    page.click("tab", "What if")?;
    page.click("button", "SVG")?;
    page.until("window.saved.svg")?;
    page.until(
        "(() => { const names = [...widget.shadowRoot.querySelectorAll('.picture g[data-name]')].map((g) => g.dataset.name); \
         const told = decodeURIComponent(window.saved.svg); \
         const words = [...told.matchAll(/>([^<>]+)<\\/text>/g)].map((found) => found[1]).join(' '); \
         return names.length > 2 && names.every((name) => words.includes(name)); })()",
    )
}

/// The table that the command-line tool is asked too: the same digits come from both.
const FORMULAS: &str = include_str!("../../formulas.json");

fn digits(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js(NOTE)?;
    // Rows that name a source are the tool's: claims name theirs in the formula.
    let rows: Vec<Value> = serde_json::from_str(FORMULAS)?;
    let rows: Vec<Value> = rows.into_iter().filter(|row| row["source"].is_null()).collect();
    page.execute("window.rows = arguments[0]", vec![json!(rows)])?;
    let story = include_str!("../../../stories/dprk-russia.json");
    page.execute(
        "const claims = window.rows.map(({ formula }, at) => \
           ({ id: `formula-${at}`, statement: formula, kind: 'number', formula, says: 'at least 0' })); \
         widget.story = { ...JSON.parse(arguments[0]), claims };",
        vec![json!(story)],
    )?;
    page.settled()?;
    page.click("tab", "~Check the article")?;
    page.click("button", "JSON")?;
    page.until("window.saved.json")?;
    // Compared in the page, whose numbers read every digit.
    let differ = page.js(
        "const found = JSON.parse(decodeURIComponent(window.saved.json.slice(window.saved.json.indexOf(',') + 1))); \
         const like = (row, { result }) => row.refused \
           ? (result.refused || {}).code === row.refused \
           : result.value === Number(row.value) && result.unit === row.unit \
             && result.spread.low === Number(row.low) && result.spread.high === Number(row.high) \
             && (!row.doubts || JSON.stringify(result.doubts) === JSON.stringify(row.doubts)); \
         const rows = window.rows.filter((row, at) => !found[at] || !like(row, found[at])); \
         return [found.length, rows.map(({ formula }) => formula)];",
    )?;
    ensure!(differ == json!([rows.len(), []]), "other digits: {differ}");
    Ok(())
}

fn unsaved(page: &Page) -> Result<()> {
    page.open("plain")?;
    page.js("Object.defineProperty(window, 'origin', { configurable: true, value: 'null' })")?;
    page.click("button", "CSV")?;
    page.shows("This page does not let us save files")?;
    let value: Value =
        page.js("return document.querySelector('ledger-line').shadowRoot.querySelector('textarea').value")?;
    ensure!(value.as_str().unwrap_or_default().starts_with("\u{feff}Figure,Year,"), "the data are {value}");
    Ok(())
}

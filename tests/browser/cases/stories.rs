//! Stories of somebody's own: pages, previews and answers that tell of them and not of ours; and the tag that is printed
//! for a story, which keeps as much room free as the widget takes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;
use xtask::assemble::heights::{Heights, VIEWS, View};
use xtask::assemble::manifest::Manifest;
use xtask::assemble::tag::Tag;
use xtask::assemble::{self, single};
use xtask::measure::faces;
use xtask::project;
use xtask::serve::{Cdn, Server, Site};

use super::{everywhere, only};
use crate::Case;
use crate::engine::Engine;
use crate::newsroom::{copy, distribution};
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("a_story_of_ones_own_has_pages_of_its_own", pages),
    everywhere("a_story_of_ones_own_works_without_its_server", offline),
    everywhere("the_single_file_is_in_the_language_of_its_story", single_file),
    everywhere("the_printed_tag_keeps_its_room_in_every_view_and_column", columns),
    only(&[Engine::Chromium], "nothing_moves_with_the_printed_tag_in_a_narrow_window", still),
    only(&[Engine::Chromium], "nothing_moves_with_the_printed_tag_on_a_phone", phone),
];

const TITLE: &str = "Q&A: a \"small\" <story>";

/// The small story, in German and under a title that markup and JSON write otherwise.
fn story(folder: &Path) -> Result<std::path::PathBuf> {
    let text = fs::read_to_string(project::root().join("tests/stories/small.json"))?;
    let mut story: Value = serde_json::from_str(&text)?;
    story["title"] = json!(TITLE);
    story["lang"] = json!("de");
    let path = folder.join("mine.json");
    fs::write(&path, serde_json::to_string(&story)?)?;
    Ok(path)
}

/// A distribution with that story in it.
fn published() -> Result<(TempDir, Server)> {
    let (folder, source) = (tempfile::tempdir()?, tempfile::tempdir()?);
    copy(&distribution()?, folder.path())?;
    let server = Cdn::new(folder.path()).start(0)?;
    let heights = Heights(BTreeMap::from([(View::Both, vec![(240, 3000), (600, 2000)])]));
    assemble::add_story(folder.path(), &story(source.path())?, None, &heights, &format!("{}/", server.origin()))?;
    Ok((folder, server))
}

fn go(page: &Page, address: &str) -> Result<()> {
    Ok(page.wait(page.handle().goto(address))?)
}

/// The page has the name and the language of the story.
fn named(page: &Page) -> Result<()> {
    page.settled()?;
    page.shows(TITLE)?;
    page.until(&format!("document.title === {} && document.documentElement.lang", json!(TITLE)))
}

fn pages(page: &Page) -> Result<()> {
    let (_folder, server) = published()?;
    let origin = server.origin();
    go(page, &format!("{origin}/stories/mine.html"))?;
    let before = page.js("return [document.title, document.documentElement.lang]")?;
    ensure!(before == json!([TITLE, "de"]), "the page begins as {before}");
    named(page)?;
    let head = page.js(
        "const of = (selector, name) => [...document.querySelectorAll(selector)].map((e) => e.getAttribute(name)); \
         return [of('link[rel=canonical]', 'href'), of('meta[property=\"og:url\"]', 'content'), \
           of('meta[property=\"og:title\"]', 'content'), of('meta[property=\"og:image\"]', 'content')];",
    )?;
    let address = format!("{origin}/stories/mine.html");
    ensure!(head == json!([[address], [address], [TITLE], []]), "the head says {head}");
    let answer = page.js_async(
        "const link = document.querySelector('link[type=\"application/json+oembed\"]').href; \
         const manifest = document.querySelector('link[rel=manifest]').href; \
         const read = async (url) => (await fetch(url)).json(); \
         const { title, height, html } = await read(link); \
         return [title, height, /src=\"([^\"]*)/.exec(html)[1], (await read(manifest)).name];",
    )?;
    let frame = format!("{origin}/stories/mine.frame.html");
    ensure!(answer == json!([TITLE, 2168, frame, TITLE]), "the answers are {answer}");
    go(page, &frame)?;
    named(page)?;
    // The pages of the founding story, with this one in it.
    for shared in ["", "frame.html"] {
        go(page, &format!("{origin}/{shared}?story=stories/mine.json"))?;
        named(page)?;
    }
    Ok(())
}

fn offline(page: &Page) -> Result<()> {
    let (_folder, server) = published()?;
    let address = format!("{}/stories/mine.html", server.origin());
    go(page, &address)?;
    named(page)?;
    page.until("navigator.serviceWorker.controller")?;
    // The second visit is the first that the worker sees.
    go(page, &address)?;
    page.until("document.getElementById('offline').checkVisibility()")?;
    drop(server);
    go(page, "about:blank")?;
    go(page, &address)?;
    named(page)
}

fn single_file(page: &Page) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("story.html");
    single::write(&distribution()?, &story(folder.path())?, &file)?;
    go(page, &format!("file://{}", file.display()))?;
    page.settled()?;
    page.shows(TITLE)?;
    let lang = page.js("return [document.documentElement.lang, document.title]")?;
    ensure!(lang == json!(["de", TITLE]), "the file is called {lang}");
    Ok(())
}

/// What newsrooms set their text in: the rule has to hold for all of it.
const FONTS: [(u32, &str); 3] = [(16, "1.5 Arial, sans-serif"), (17, "1.5 Georgia, serif"), (18, "1.6 Georgia, serif")];

/// A newsroom whose pages have a scroll bar from the start, since one that comes later would make the column narrower: one
/// for each view and font, with what is printed for the founding story, in a box of the class `column`. `faces` are those
/// that a page brings along: until they come its text stands in others, and moves.
fn room(page: &Page, faces: &str) -> Result<(TempDir, Server)> {
    let (folder, heights) = (tempfile::tempdir()?, Heights::founding()?);
    let url = format!("{}/", page.newsroom.cdn.origin());
    let files = Manifest::read(&distribution()?)?.files;
    fs::copy(project::hosts().join("record.js"), folder.path().join("record.js"))?;
    for view in VIEWS {
        let tag = Tag { story: &project::default_story(), address: None, view, heights: &heights, url: &url };
        for (size, face) in FONTS {
            let case = folder.path().join(format!("{view}-{size}"));
            fs::create_dir(&case)?;
            fs::write(case.join("headers.json"), "{\"Content-Security-Policy\": null}")?;
            let html = format!(
                "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n\
                 <meta name=\"viewport\" content=\"width=device-width\">\n<title>Room</title>\n\
                 <style>{faces} html {{ overflow-y: scroll }} body {{ margin: 0 16px; font: {size}px/{face} }}</style>\n\
                 <script src=\"/record.js\"></script>\n<p>Above.</p>\n<div class=\"column\">\n{}</div>\n\
                 <p id=\"below\">Below.</p>\n{}",
                tag.text(&files)?,
                "<p>The article goes on.</p>\n".repeat(40)
            );
            fs::write(case.join("index.html"), html)?;
        }
    }
    let site = Site::new(folder.path(), page.newsroom.cdn.origin()).start(0)?;
    Ok((folder, site))
}

/// The pages of that newsroom.
fn cases() -> impl Iterator<Item = String> {
    VIEWS.into_iter().flat_map(|view| FONTS.map(|(size, _)| format!("{view}-{size}")))
}

/// The widget as it stands: how much of its room it leaves empty, as a part.
const EMPTY: &str = "const element = document.querySelector('ledger-line'); \
     const needs = element.shadowRoot.querySelector('.root').offsetHeight; \
     return 1 - needs / element.offsetHeight;";

/// Opens a view, looks at it and finds that it takes the room that was kept, and little less. What is drawn in pixels
/// does not grow with the text, and narrower faces need less: of the room for text of 18 pixels a fifth was seen empty.
fn fits(page: &Page, site: &Server, case: &str) -> Result<()> {
    go(page, &format!("{}/{case}/", site.origin()))?;
    page.settled()?;
    page.js_async("await document.fonts.ready; for (let i = 0; i < 3; i++) await new Promise(requestAnimationFrame)")?;
    let (before, after) = (page.js("return record.below")?, page.js("return record.place()")?);
    ensure!(before == after, "{case}: the paragraph below went from {before} to {after}");
    let empty = page.js(EMPTY)?.as_f64().unwrap_or(1.0);
    ensure!((0.0..0.25).contains(&empty), "{case}: {empty} of the room is empty");
    Ok(())
}

fn columns(page: &Page) -> Result<()> {
    let (folder, site) = room(page, &faces()?)?;
    for width in [320, 380, 640, 1000, 1200] {
        for case in cases() {
            let file = folder.path().join(&case).join("index.html");
            let text = fs::read_to_string(&file)?;
            let (head, rest) = text.split_once("</style>").unwrap_or((&text, ""));
            let head = head.split("\n.column").next().unwrap_or(head);
            fs::write(&file, format!("{head}\n.column {{ width: {width}px }}</style>{rest}"))?;
            fits(page, &site, &case).map_err(|error| error.context(format!("in a column of {width} pixels")))?;
        }
    }
    Ok(())
}

fn unmoved(page: &Page, site: &Server, width: u32) -> Result<()> {
    for case in cases() {
        fits(page, site, &case).map_err(|error| error.context(format!("in a window of {width} pixels")))?;
        let shift = page.js("return [innerWidth, record.shift, record.moved.join(' ')]")?;
        ensure!(shift[0] == width && shift[1] == 0, "{case} at {width}: the page moved: {shift}");
    }
    Ok(())
}

/// The window is tall, so that everything below the widget is in sight and would be seen to move.
fn still(page: &Page) -> Result<()> {
    let (_folder, site) = room(page, "")?;
    for width in [320, 390] {
        page.window(width, 5000)?;
        unmoved(page, &site, width)?;
    }
    Ok(())
}

/// Where one touches, buttons are higher.
fn phone(page: &Page) -> Result<()> {
    let (_folder, site) = room(page, "")?;
    for width in [320, 390] {
        let size = json!({ "width": width, "height": 5000, "deviceScaleFactor": 1, "mobile": true });
        page.devtools("Emulation.setDeviceMetricsOverride", size)?;
        page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": true }))?;
        let moved = unmoved(page, &site, width);
        page.devtools("Emulation.setTouchEmulationEnabled", json!({ "enabled": false }))?;
        moved?;
    }
    Ok(())
}

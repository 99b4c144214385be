//! What works when the servers are gone: they are really ended, and the pages opened again.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use xtask::assemble::hash::Digest;
use xtask::assemble::single;
use xtask::project::{self, VERSION};
use xtask::serve::{Cdn, Site};

use super::{everywhere, only};
use crate::Case;
use crate::engine::Engine;
use crate::newsroom::{copy, distribution};
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("the_standalone_page_works_without_its_server", standalone),
    everywhere("a_frame_works_without_its_server", frame),
    everywhere("under_another_site_a_frame_is_a_first_load", other_site),
    everywhere("a_hosts_own_worker_keeps_the_widget", own_worker),
    everywhere("the_single_file_works_from_the_disk", single_file),
    everywhere("an_update_waits_for_the_open_page_and_never_mixes", update),
    everywhere("an_update_that_fails_leaves_the_old_build_whole", failed_update),
    only(&[Engine::Chromium], "without_room_nothing_is_promised", quota),
];

const TITLE: &str = "North Korea between Moscow and Beijing";

fn go(page: &Page, address: &str) -> Result<()> {
    Ok(page.wait(page.handle().goto(address))?)
}

fn stands(page: &Page) -> Result<()> {
    page.settled()?;
    page.shows(TITLE)
}

/// Waits for the words that are only there when they are true.
fn promised(page: &Page) -> Result<()> {
    page.until("document.getElementById('offline').checkVisibility()")
}

fn standalone(page: &Page) -> Result<()> {
    let server = Cdn::new(distribution()?).start(0)?;
    let address = format!("{}/", server.origin());
    go(page, &address)?;
    stands(page)?;
    promised(page)?;
    drop(server);
    go(page, "about:blank")?;
    go(page, &address)?;
    stands(page)?;
    promised(page)
}

fn frame(page: &Page) -> Result<()> {
    let server = Cdn::new(distribution()?).elsewhere().start(0)?;
    let site = Site::new(project::hosts(), server.origin()).start(0)?;
    let address = format!("{}/frame-offline/", site.origin());
    go(page, &address)?;
    inside(page, |page| {
        stands(page)?;
        page.until("navigator.serviceWorker.controller")?;
        // Claimed by the worker when it was whole.
        Ok(())
    })?;
    drop(server);
    go(page, "about:blank")?;
    go(page, &address)?;
    inside(page, stands)
}

/// Browsers keep what a frame stores apart for each site around it: what one site's readers have, another's have not.
fn other_site(page: &Page) -> Result<()> {
    let server = Cdn::new(distribution()?).elsewhere().start(0)?;
    let site = Site::new(project::hosts(), server.origin()).start(0)?;
    let modules = || server.requests().iter().filter(|line| line.ends_with(".wasm")).count();
    go(page, &format!("{}/frame-offline/", site.origin()))?;
    inside(page, |page| {
        stands(page)?;
        page.until("navigator.serviceWorker.controller")
    })?;
    let before = modules();
    go(page, &format!("http://localhost:{}/frame-offline/", site.port()))?;
    inside(page, |page| {
        let said =
            page.js("return document.body.innerText.includes('offline') && !navigator.serviceWorker.controller")?;
        ensure!(said == json!(false), "it speaks of offline before anything is kept");
        stands(page)
    })?;
    ensure!(modules() > before, "nothing was fetched for the second site");
    Ok(())
}

fn inside(page: &Page, look: impl FnOnce(&Page) -> Result<()>) -> Result<()> {
    let frame = page.execute("return document.querySelector('iframe')", Vec::new())?.element()?;
    page.wait(frame.enter_frame())?;
    let looked = look(page);
    page.wait(page.handle().enter_default_frame())?;
    looked
}

fn own_worker(page: &Page) -> Result<()> {
    let site = Site::new(project::hosts(), "").distribution(distribution()?).start(0)?;
    let address = format!("{}/own-worker/", site.origin());
    go(page, &address)?;
    stands(page)?;
    page.until("navigator.serviceWorker.controller")?;
    drop(site);
    go(page, "about:blank")?;
    go(page, &address)?;
    stands(page)
}

fn single_file(page: &Page) -> Result<()> {
    let folder = tempfile::tempdir()?;
    let file = folder.path().join("story.html");
    single::write(&distribution()?, &project::default_story(), &file)?;
    go(page, &format!("file://{}", file.display()))?;
    stands(page)
}

/// The version that is at work in the page.
const WORKING: &str = "return customElements.get('ledger-line')[Symbol.for('ledgerline.version')]";
const NEXT: &str = "99.0.0";

const NEXT_BUILD: &str = "0123456789ab";

/// Another build of the same files: the script calls itself another version, the page asks for the scripts of another
/// build, and the worker knows both by their hashes.
fn next_build(folder: &Path) -> Result<()> {
    copy(&distribution()?, folder)?;
    let script = fs::read_to_string(folder.join("embed.js"))?;
    let next = script.replace(&format!("\"{VERSION}\""), &format!("\"{NEXT}\""));
    ensure!(script != next, "embed.js does not say its version");
    let page = fs::read_to_string(folder.join("index.html"))?;
    let next_page = page.replace(between(&page, "data-build=\"")?, NEXT_BUILD);
    let hash = |text: &str| Digest::of(text.as_bytes()).integrity();
    let worker = fs::read_to_string(folder.join("sw.js"))?;
    let worker = worker.replace(&hash(&script), &hash(&next)).replace(&hash(&page), &hash(&next_page));
    fs::write(folder.join("embed.js"), next)?;
    fs::write(folder.join("index.html"), next_page)?;
    fs::write(folder.join("sw.js"), worker.replace(between(&worker, "id:\"")?, NEXT_BUILD))?;
    Ok(())
}

/// The twelve digits behind these words.
fn between<'a>(text: &'a str, words: &str) -> Result<&'a str> {
    let (_, rest) = text.split_once(words).with_context(|| format!("there is no {words}"))?;
    rest.get(..12).context("twelve digits")
}

fn update(page: &Page) -> Result<()> {
    let (old, new) = (tempfile::tempdir()?, tempfile::tempdir()?);
    copy(&distribution()?, old.path())?;
    next_build(new.path())?;
    let server = Cdn::new(old.path()).start(0)?;
    let (port, address) = (server.port(), format!("{}/", server.origin()));
    go(page, &address)?;
    stands(page)?;
    promised(page)?;
    drop(server);
    let server = Cdn::new(new.path()).start(port)?;
    page.js_async("await (await navigator.serviceWorker.getRegistration()).update()")?;
    page.until("document.getElementById('update').checkVisibility()")?;
    // The page is still of the first build, and so is what it loads again.
    page.js("window.before = true; location.reload()")?;
    page.until("!window.before && document.readyState === 'complete' && customElements.get('ledger-line')")?;
    stands(page)?;
    let working = page.js(WORKING)?;
    ensure!(working == VERSION, "with the tab open, {working} is at work");
    drop(server);
    // When the last page of the first build has gone, the second takes over, from its own cache. A page with such a
    // listener is not kept for the way back.
    let took_over = page.poll(|| {
        page.js("addEventListener('unload', () => {})")?;
        go(page, "about:blank")?;
        go(page, &address)?;
        stands(page)?;
        Ok((page.js(WORKING)? == NEXT).then_some(()))
    })?;
    took_over.context("the second build never takes over")?;
    promised(page)?;
    let caches = page.js_async("return (await caches.keys()).filter((name) => !name.endsWith('stories')).length")?;
    ensure!(caches == json!(1), "{caches} builds are kept");
    Ok(())
}

fn failed_update(page: &Page) -> Result<()> {
    let (old, new) = (tempfile::tempdir()?, tempfile::tempdir()?);
    copy(&distribution()?, old.path())?;
    next_build(new.path())?;
    // Not what the worker expects: half of an upload.
    fs::write(new.path().join("frame.js"), "(() => {")?;
    let server = Cdn::new(old.path()).start(0)?;
    let (port, address) = (server.port(), format!("{}/", server.origin()));
    go(page, &address)?;
    stands(page)?;
    promised(page)?;
    drop(server);
    let server = Cdn::new(new.path()).start(port)?;
    page.js_async(
        "const registration = await navigator.serviceWorker.getRegistration(); \
         await registration.update().catch(() => {}); \
         const worker = registration.installing; \
         if (worker) await new Promise((done) => { \
           worker.onstatechange = () => worker.state === 'redundant' && done(); \
           if (worker.state === 'redundant') done(); })",
    )?;
    drop(server);
    go(page, "about:blank")?;
    go(page, &address)?;
    stands(page)?;
    promised(page)?;
    let working = page.js(WORKING)?;
    ensure!(working == VERSION, "{working} is at work");
    let hidden = page.js("return document.getElementById('update').hidden")?;
    ensure!(hidden == json!(true), "an update is announced");
    Ok(())
}

fn quota(page: &Page) -> Result<()> {
    let server = Cdn::new(distribution()?).start(0)?;
    let origin = server.origin();
    page.devtools("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 20_000 }))?;
    go(page, &format!("{origin}/"))?;
    stands(page)?;
    page.js_async("await new Promise((done) => setTimeout(done, 1500))")?;
    let (promised, kept) = (
        page.js("return document.getElementById('offline').checkVisibility()")?,
        page.js_async("return (await caches.keys()).length")?,
    );
    ensure!(promised == json!(false), "it promises what it cannot keep");
    ensure!(kept == json!(0), "{kept} caches are left");
    Ok(())
}

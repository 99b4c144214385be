//! The recipes of `docs/host.md`, tried with the frameworks and the generator from npm.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde_json::json;
use tempfile::TempDir;
use xtask::project;
use xtask::run;
use xtask::serve::Site;

use super::everywhere;
use crate::Case;
use crate::newsroom::distribution;
use crate::page::Page;

pub(super) const CASES: &[Case] = &[
    everywhere("the_pinned_tag_fetches_the_module_once", pinned),
    everywhere("react_18_shows_it_hears_it_and_takes_it_away", react18),
    everywhere("a_generator_leaves_the_tag_and_its_static_edition", eleventy),
    everywhere("react_19_shows_it_hears_it_and_takes_it_away", react19),
    everywhere("vue_shows_it_hears_it_and_takes_it_away", vue),
];

const HTML: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>A recipe</title>\n\
     <script src=\"/record.js\"></script>\n<script async src=\"{{cdn}}/embed.js\"></script>\n\
     <p id=\"below\">Below.</p>\n<div id=\"app\"></div>\n<script src=\"address.js\"></script>\n\
     <script src=\"page.js\"></script>\n</html>\n";

fn react18(page: &Page) -> Result<()> {
    recipe(page, "react18/page")
}

fn react19(page: &Page) -> Result<()> {
    recipe(page, "react19")
}

fn vue(page: &Page) -> Result<()> {
    recipe(page, "vue")
}

/// An empty site with `record.js` in it, whose folder `case` a recipe fills.
fn site() -> Result<(TempDir, PathBuf)> {
    let folder = tempfile::tempdir()?;
    let case = folder.path().join("case");
    fs::create_dir(&case)?;
    fs::copy(project::hosts().join("record.js"), folder.path().join("record.js"))?;
    fs::write(case.join("headers.json"), "{\"Content-Security-Policy\": null}")?;
    Ok((folder, case))
}

fn small_story(page: &Page) -> String {
    format!("{}/small.json", page.newsroom.other.origin())
}

fn recipe(page: &Page, name: &str) -> Result<()> {
    let (folder, case) = site()?;
    fs::write(case.join("index.html"), HTML)?;
    fs::write(case.join("address.js"), format!("record.story = {};", json!(small_story(page))))?;
    let mut bundle = run::npm_script("esbuild", "bin/esbuild");
    bundle.arg(project::root().join("tests/recipes").join(format!("{name}.js")));
    bundle.args(["--bundle", "--loader:.js=jsx", "--jsx=automatic", "--log-level=warning"]);
    bundle.arg("--define:process.env.NODE_ENV=\"production\"");
    bundle.args(["--define:__VUE_OPTIONS_API__=false", "--define:__VUE_PROD_DEVTOOLS__=false"]);
    bundle.arg("--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false");
    bundle.arg(format!("--outfile={}", case.join("page.js").display()));
    run::output(&mut bundle).context("esbuild cannot bundle the recipe")?;
    let site = Site::new(folder.path(), page.newsroom.cdn.origin()).start(0)?;
    page.wait(page.handle().goto(format!("{}/case/", site.origin())))?;
    works(page)
}

/// The tag that names a version asks for the module ahead of the script, which then takes what is there.
fn pinned(page: &Page) -> Result<()> {
    let (folder, case) = site()?;
    let tag = fs::read_to_string(distribution()?.join("snippet.html"))?;
    let own = tag.replace("https://cdn.example/ledgerline", &page.newsroom.cdn.origin());
    ensure!(own.contains("rel=\"preload\""), "the tag asks for nothing ahead: {own}");
    fs::write(
        case.join("index.html"),
        format!("<!doctype html>\n<script src=\"/record.js\"></script>\n{own}\n<p id=\"below\">"),
    )?;
    let site = Site::new(folder.path(), page.newsroom.cdn.origin()).start(0)?;
    page.wait(page.handle().goto(format!("{}/case/", site.origin())))?;
    page.settled()?;
    page.find("heading", "North Korea between Moscow and Beijing")?;
    let fetched = page.newsroom.fetched(".wasm");
    ensure!(fetched == 2, "the two halves of the module were fetched {fetched} times in all");
    Ok(())
}

/// Eleventy makes a page of Markdown with the recipe's shortcode in it.
fn eleventy(page: &Page) -> Result<()> {
    let recipe = project::root().join("tests/recipes/eleventy");
    let (folder, case) = site()?;
    let source = tempfile::tempdir()?;
    let text = fs::read_to_string(recipe.join("index.md"))?.replace("STORY", &small_story(page));
    let script = format!("<script async src=\"{}/embed.js\"></script>\n", page.newsroom.cdn.origin());
    fs::write(source.path().join("index.md"), format!("<script src=\"/record.js\"></script>\n{script}\n{text}"))?;
    let mut generator = run::npm_script("@11ty/eleventy", "cmd.cjs");
    generator.arg("--quiet").arg(format!("--config={}", recipe.join("config.mjs").display()));
    generator.arg(format!("--input={}", source.path().display())).arg(format!("--output={}", case.display()));
    run::output(&mut generator).context("Eleventy makes no page of the recipe")?;
    let site = Site::new(folder.path(), page.newsroom.cdn.origin()).start(0)?;
    page.wait(page.handle().goto(format!("{}/case/", site.origin())))?;
    page.settled()?;
    page.shows("A small story")?;
    ensure!(page.js("return document.querySelector('ledger-line').view")? == "calculator", "the view is another");
    let child = page.js("return document.querySelector('ledger-line > p').textContent")?;
    ensure!(child == "What the reader has without the widget.", "the static edition is {child}");
    boxed(page)
}

/// The element stands in the box that the rule of room names.
fn boxed(page: &Page) -> Result<()> {
    let class = page.js("return document.querySelector('ledger-line').parentNode.className")?;
    ensure!(class == "ledgerline-small-calculator", "the box around is {class}");
    Ok(())
}

fn works(page: &Page) -> Result<()> {
    page.until("document.querySelector('ledger-line')")?;
    page.settled()?;
    page.shows("A small story")?;
    boxed(page)?;
    ensure!(page.js("return document.querySelector('ledger-line > p') !== null")? == true, "no static edition");
    ensure!(page.js("return document.querySelector('ledger-line').view")? == "calculator", "the view is another");
    page.js("document.querySelector('ledger-line').state = '1;as=difference'")?;
    page.until("record.heard")?;
    page.js("record.show(false)")?;
    page.until("!document.querySelector('ledger-line')")?;
    page.js("record.show(true)")?;
    page.until("document.querySelector('ledger-line')")?;
    page.settled()?;
    page.shows("A small story")
}

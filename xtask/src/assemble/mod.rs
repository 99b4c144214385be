//! Makes the distribution from the two files that wasm-bindgen leaves: the glue and the module.
//! Both front doors, `cargo xtask build` and Trunk's hook, end here and so give the same files.

mod about;
mod glue;
pub mod hash;
pub mod heights;
mod host;
pub mod manifest;
mod node;
mod oembed;
mod output;
mod pages;
pub mod script;
mod section;
pub mod single;
mod stories;
mod story;
pub mod tag;
mod words;
mod worker;

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::build::split;
use crate::project::{self, DEFAULT_STORY, NAME, VERSION};
use about::Picture;
use heights::Heights;
use manifest::Manifest;
use output::Output;
use pages::Pages;
use stories::Added;

/// How much work goes into making the files small.
pub struct Effort {
    /// The level that `wasm-opt` is called with, as in `-Oz`; none leaves the module as it is.
    pub wasm_opt: Option<String>,
    /// Brotli's quality, 0 to 11.
    pub brotli: u8,
    /// Where the distribution will lie, for the addresses that have to be whole: in oEmbed and in previews.
    pub url: String,
}

/// Where the distribution lies if nobody says.
pub const EXAMPLE_URL: &str = "https://cdn.example/ledgerline/";

impl Default for Effort {
    fn default() -> Self {
        Self { wasm_opt: Some("z".to_owned()), brotli: 11, url: EXAMPLE_URL.to_owned() }
    }
}

impl Effort {
    /// For development with reload: seconds count, bytes do not.
    pub fn quick() -> Self {
        Self { wasm_opt: None, brotli: 1, ..Self::default() }
    }
}

/// Writes the whole distribution into `out`, in place of the one that an earlier run left there.
pub fn run(glue: &Path, wasm: &Path, out: &Path, effort: &Effort) -> Result<Manifest> {
    let mut output = Output::new(out)?;
    let module = output.hashed(&format!("{NAME}.wasm"), module_of(wasm, &STYLES, effort)?, true)?;
    let later = output.hashed(&format!("{LATER}.wasm"), module_of(&split::later(), &LATER_STYLES, effort)?, false)?;
    let story = story::minified(&project::default_story())?;
    let story = output.hashed(&format!("stories/{DEFAULT_STORY}.json"), story, true)?;

    let catalogue = read_text(&project::root().join("messages/en.json"))?;
    let build = script::Build {
        version: VERSION.to_owned(),
        module,
        later,
        story: story.name,
        sheet: SHEET.to_owned(),
        words: words::group(&catalogue, "loader")?,
    };
    output.first_load("embed.js", embed_script(&build, glue)?)?;
    let (founding, heights) = (project::default_story(), Heights::founding()?);
    let added = Added { path: &founding, picture: Some(Picture::read(&Picture::founding())?), heights: &heights };
    let pages = Pages::new(output.integrity("embed.js")?, &effort.url)?;
    pages.write_scripts(&mut output)?;
    stories::pages(&mut output, &pages, &added)?;
    worker::write(&mut output)?;
    stories::write(&mut output)?;
    stories::tell(&mut output, &added, &effort.url)?;
    host::write(&mut output, &heights, &effort.url)?;
    output.pin()?;
    output.finish(effort.brotli, &effort.url)
}

/// Adds a story to the distribution that lies in `dist`, with its pages and its oEmbed answer.
pub fn add_story(
    dist: &Path,
    path: &Path,
    picture: Option<&Path>,
    heights: &Heights,
    url: &str,
) -> Result<Vec<String>> {
    let mut output = Output::open(dist)?;
    let added = Added { path, picture: picture.map(Picture::read).transpose()?, heights };
    let pages = Pages::new(output.integrity("embed.js")?, url)?;
    let names = stories::add(&mut output, &pages, &added, url)?;
    output.finish(Effort::default().brotli, url)?;
    Ok(names)
}

/// The name of the part of the module that is fetched later.
const LATER: &str = "ledgerline-later";

/// The section of both modules with their share of the stylesheet, and what is in it.
const SHEET: &str = "ledgerline.css";
const STYLES: [&str; 3] = ["tokens.css", "widget.css", "timeline.css"];
const LATER_STYLES: [&str; 2] = ["claims.css", "calculator.css"];

/// A module made small, with these sheets in it.
fn module_of(wasm: &Path, sheets: &[&str], effort: &Effort) -> Result<Vec<u8>> {
    let module = match &effort.wasm_opt {
        Some(level) => node::wasm_opt(wasm, level)?,
        None => read(wasm)?,
    };
    Ok(section::add(module, SHEET, styles(sheets)?.as_bytes()))
}

fn embed_script(build: &script::Build, glue: &Path) -> Result<Vec<u8>> {
    let source = script::compose(build, &read_text(glue)?, &sources("loader", &script::LOADER)?)?;
    let small = node::minify_js(source.as_bytes())?;
    script::refuse_eval(&String::from_utf8_lossy(&small))?;
    Ok(small)
}

/// Scripts of a folder of `src/embed`, one after the other.
fn sources(folder: &str, names: &[&str]) -> Result<String> {
    let folder = project::root().join("src/embed").join(folder);
    let texts: Vec<String> =
        names.iter().map(|name| read_text(&folder.join(format!("{name}.js")))).collect::<Result<_>>()?;
    Ok(texts.join("\n"))
}

fn styles(sheets: &[&str]) -> Result<String> {
    let style = project::root().join("style");
    let sheets: Vec<String> = sheets.iter().map(|sheet| read_text(&style.join(sheet))).collect::<Result<_>>()?;
    let small = node::minify_css(sheets.join("\n").as_bytes())?;
    Ok(String::from_utf8(small)?.trim_end().to_owned())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", project::shown(path)))
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", project::shown(path)))
}

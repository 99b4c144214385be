//! The single-file edition: one HTML file with script, module and story in it, which also works from a disk.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::hash::Digest;
use super::manifest::Manifest;
use super::stories::about;
use super::{node, pages, read, read_text, story};
use crate::project::{self, NAME};
use crate::serve::template;
use crate::static_edition;

/// Writes the single-file edition of a story, made from the distribution in `dist`.
pub fn write(dist: &Path, story: &Path, out: &Path) -> Result<()> {
    let html = html(dist, story)?;
    fs::write(out, html).with_context(|| format!("cannot write {}", project::shown(out)))
}

fn html(dist: &Path, story: &Path) -> Result<String> {
    let script = script(dist, story)?;
    let css = String::from_utf8(node::minify_css(&read(&project::root().join("style/page.css"))?)?)?;
    let hash = |text: &str| format!("'{}'", Digest::of(text.as_bytes()).integrity());
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; connect-src data:; img-src https: data:; \
         base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(&css)
    );
    let (about, edition) = (about(story)?, static_edition::of(story)?);
    let values = [("policy", policy.as_str()), ("title", &about.title), ("css", &css), ("static", &edition)];
    let values = [&values[..], &[("script", script.as_str())]].concat();
    template::fill(&read_text(&pages::folder().join("single.html"))?, &values)
}

/// `embed.js` with the files that it would fetch in the place of their names.
fn script(dist: &Path, story: &Path) -> Result<String> {
    let manifest = Manifest::read(dist)?;
    let named = |start: &str, end: &str| {
        let mut files = manifest.files.iter().filter(|file| file.first_load);
        let found = files.find(|file| file.path.starts_with(start) && file.path.ends_with(end));
        found.map(|file| file.path.clone()).with_context(|| format!("the distribution has no {start}…{end}"))
    };
    let (module, default) = (named(NAME, ".wasm")?, named("stories/", ".json")?);
    let mut script = read_text(&dist.join("embed.js"))?;
    let files = [
        (module.clone(), "application/wasm", read(&dist.join(&module))?),
        (default, "application/json", story::minified(story)?),
    ];
    for (name, kind, bytes) in files {
        if script.matches(&name).count() != 1 {
            bail!("embed.js does not name {name} once");
        }
        script = script.replace(&name, &format!("data:{kind};base64,{}", STANDARD.encode(bytes)));
    }
    if script.contains("</script") {
        bail!("embed.js holds the end of a script tag");
    }
    Ok(script.trim().to_owned())
}

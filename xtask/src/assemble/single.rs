//! The single-file edition: one HTML file with script, module and story in it, which also works from a disk.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ledgerline_figure::html::escape;

use super::about::about;
use super::hash::Digest;
use super::manifest::{File, Manifest};
use super::{pages, read, read_text, story};
use crate::headers;
use crate::project;
use crate::serve::template;
use crate::static_edition;

/// Writes the single-file edition of a story, made from the distribution in `dist`.
pub fn write(dist: &Path, story: &Path, out: &Path) -> Result<()> {
    let html = html(dist, story)?;
    fs::write(out, html).with_context(|| format!("cannot write {}", project::shown(out)))
}

fn html(dist: &Path, story: &Path) -> Result<String> {
    let script = script(dist, story)?;
    let css = pages::style()?;
    let hash = |text: &str| format!("'{}'", Digest::of(text.as_bytes()).integrity());
    let policy = format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; connect-src data:; img-src https: data:; frame-src https:; \
         base-uri 'none'; form-action 'none'",
        hash(&script),
        hash(&css)
    );
    let (about, edition) = (about(story)?, static_edition::of(story)?);
    let (title, lang) = (escape(&about.title), escape(&about.lang));
    let values = [("policy", policy.as_str()), ("title", &title), ("css", &css), ("static", &edition)];
    let values = [&values[..], &[("script", script.as_str()), ("lang", &lang)]].concat();
    template::fill(&read_text(&pages::folder().join("single.html"))?, &values)
}

/// `embed.js` with the files that it would fetch in the place of their names.
fn script(dist: &Path, story: &Path) -> Result<String> {
    let mut script = read_text(&dist.join("embed.js"))?;
    let own = STANDARD.encode(story::minified(story)?);
    // The evergreen story and the copies in the version's folder are not what the script names.
    let named = |path: &str| headers::is_hashed(path) && !headers::is_pinned(path);
    for File { path, .. } in Manifest::read(dist)?.files.iter().filter(|file| named(&file.path)) {
        if script.matches(path).count() != 1 {
            bail!("embed.js does not name {path} once");
        }
        let bytes = if path.starts_with("stories/") { own.clone() } else { STANDARD.encode(read(&dist.join(path))?) };
        script = script.replace(path, &format!("data:{};base64,{bytes}", headers::content_type(path)));
    }
    if script.contains("</script") {
        bail!("embed.js holds the end of a script tag");
    }
    Ok(script.trim().to_owned())
}

//! The pages of the distribution: `frame.html` for the iframe, `index.html` for a visit, and what they load.

use std::collections::BTreeMap;

use anyhow::{Context, Result};

use super::hash::Digest;
use super::output::Output;
use super::stories::{About, about};
use super::{node, read, read_text, sources};
use crate::project::{self, DEFAULT_STORY};
use crate::serve::template;
use crate::static_edition;

/// What both pages allow themselves: their one script and its likes, their one style. A story, and the pictures in it,
/// may lie anywhere.
fn policy(boot: &str, css: &str) -> String {
    let hash = |text: &str| format!("'{}'", Digest::of(text.as_bytes()).integrity());
    format!(
        "default-src 'none'; script-src {} 'strict-dynamic' 'wasm-unsafe-eval'; style-src {}; \
         connect-src 'self' https: http:; img-src 'self' https:; frame-src https:; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types ledgerline 'allow-duplicates'",
        hash(boot),
        hash(css)
    )
}

/// Enough to tell one build's scripts from another's.
const BUILD_DIGITS: usize = 12;

const ICONS: [&str; 3] = ["icon.svg", "icon-192.png", "icon-512.png"];

/// Adds the pages. `words` are the messages of the group `page`; `url` is where the distribution will lie.
pub(super) fn write(output: &mut Output, words: &BTreeMap<String, String>, url: &str) -> Result<()> {
    let about = about(&project::default_story())?;
    let edition = static_edition::of(&project::default_story())?;
    let About { title, summary } = &about;
    let css = String::from_utf8(node::minify_css(&read(&project::root().join("style/page.css"))?)?)?;
    let css = css.trim_end();
    let mut values = vec![("title", title.as_str()), ("summary", summary), ("id", DEFAULT_STORY), ("css", css)];
    values.extend([("url", url), ("static", &edition)]);
    values.extend(words.iter().map(|(name, text)| (name.as_str(), text.as_str())));
    let protocol = sources("loader", &["protocol"])?;
    let frame = small(&(protocol + &sources("pages", &["offline", "frame"])?))?;
    let own = small(&sources("pages", &["offline", "page"])?)?;
    let embed = output.files().iter().find(|file| file.path == "embed.js").context("embed.js comes first")?;
    let build = Digest::of(&[embed.integrity.as_bytes(), &frame, &own].concat()).hex();
    let build = build.get(..BUILD_DIGITS).unwrap_or(&build).to_owned();
    for (page, script) in [("frame.html", "frame.js"), ("index.html", "page.js")] {
        let names = serde_json::to_string(&[script, "embed.js"])?;
        let boot = sources("pages", &["boot"])?.replace("NAMES", &names);
        let boot = String::from_utf8(small(&boot)?)?;
        let policy = policy(boot.trim_end(), css);
        let own = [("boot", boot.trim_end()), ("policy", policy.as_str()), ("build", &build)];
        let html = template::fill(&read_text(&folder().join(page))?, &[&values[..], &own].concat())?;
        output.evergreen(page, html.into_bytes())?;
    }
    output.evergreen("frame.js", frame)?;
    output.evergreen("page.js", own)?;
    output.evergreen("app.webmanifest", manifest(title)?)?;
    ICONS.iter().try_for_each(|icon| output.evergreen(icon, read(&folder().join(icon))?))
}

/// In a function of its own, so that its names meet no others.
fn small(source: &str) -> Result<Vec<u8>> {
    node::minify_js(format!("(() => {{\n\"use strict\";\n{source}\n}})();\n").as_bytes())
}

/// What makes `index.html` an application that can be installed.
fn manifest(title: &str) -> Result<Vec<u8>> {
    let icon = |src: &str, sizes: &str, kind: &str| serde_json::json!({ "src": src, "sizes": sizes, "type": kind });
    let manifest = serde_json::json!({
        "name": title,
        "short_name": "Ledgerline",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "icons": [
            icon("icon.svg", "any", "image/svg+xml"),
            icon("icon-192.png", "192x192", "image/png"),
            icon("icon-512.png", "512x512", "image/png"),
        ],
    });
    Ok(serde_json::to_vec_pretty(&manifest)?)
}

pub(super) fn folder() -> std::path::PathBuf {
    project::root().join("src/embed/pages")
}

//! The stories of the distribution under their own names, each with its oEmbed answer.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use ledgerline_core::story;
use ledgerline_core::story::markup::{self, Inline};
use ledgerline_figure::html::escape;
use serde_json::json;

use super::output::Output;
use super::{pages, read, story as file};
use crate::project::{self, DEFAULT_STORY};

/// What is said of a story outside of it. Already escaped for HTML.
pub(super) struct About {
    pub(super) title: String,
    pub(super) summary: String,
}

/// Adds each story of `stories/` with its oEmbed answer, and the picture that previews show.
pub(super) fn write(output: &mut Output, url: &str) -> Result<()> {
    output.evergreen("preview.png", read(&pages::folder().join("preview.png"))?)?;
    for path in all()? {
        let id = path.file_stem().and_then(|stem| stem.to_str()).context("a story has a name")?;
        output.evergreen(&format!("stories/{id}.json"), file::minified(&path)?)?;
        output.evergreen(&format!("stories/{id}.oembed.json"), oembed(id, &path, url)?)?;
    }
    Ok(())
}

/// The story files of the project; the schema that lies with them is none.
fn all() -> Result<Vec<PathBuf>> {
    let folder = project::root().join("stories");
    let entries = fs::read_dir(&folder).with_context(|| format!("cannot list {}", project::shown(&folder)))?;
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "json") && !path.ends_with("schema.json"));
    paths.sort();
    Ok(paths)
}

pub(super) fn about(path: &Path) -> Result<About> {
    let Some(story) = story::read(&read(path)?).story else {
        bail!("{} is no story; `ledgerline-tool check` says why", project::shown(path));
    };
    let first = markup::parse(&story.summary).into_iter().next().unwrap_or_default();
    let summary: String = first.iter().map(plain).collect();
    Ok(About { title: escape(&story.title), summary: escape(&summary) })
}

fn plain(piece: &Inline) -> &str {
    match piece {
        Inline::Text(text) | Inline::Emphasis(text) | Inline::Strong(text) | Inline::Link { text, .. } => text,
    }
}

/// The answer of oEmbed 1.0 for a story: rich content, a frame.
fn oembed(id: &str, path: &Path, url: &str) -> Result<Vec<u8>> {
    let About { title, .. } = about(path)?;
    let query = if id == DEFAULT_STORY { String::new() } else { format!("?story={url}stories/{id}.json") };
    let (width, height) = (1080, 1200);
    let html = format!(
        "<iframe src=\"{url}frame.html{query}\" title=\"{title}\" width=\"{width}\" height=\"{height}\" \
         style=\"border:0;width:100%\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>"
    );
    let answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Ledgerline",
        "provider_url": url,
        "title": title,
        "width": width,
        "height": height,
        "html": html,
        "thumbnail_url": format!("{url}preview.png"),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
        "cache_age": 3600,
    });
    Ok(serde_json::to_vec_pretty(&answer)?)
}

//! The stories of a distribution: each with the pages, the oEmbed answer and the manifest of its own.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::about::{Files, Picture, about};
use super::heights::{Heights, View};
use super::output::Output;
use super::pages::Pages;
use super::{oembed, story as file};
use crate::project::{self, DEFAULT_STORY};
use crate::static_edition;

/// A story that goes into a distribution.
pub(super) struct Added<'a> {
    pub(super) path: &'a Path,
    /// The picture that previews show.
    pub(super) picture: Option<Picture>,
    /// What the widget needs with this story.
    pub(super) heights: &'a Heights,
}

/// Adds the pages of a story.
pub(super) fn pages(output: &mut Output, pages: &Pages, added: &Added) -> Result<()> {
    pages.write(output, &about(added.path)?, &static_edition::of(added.path)?, added.picture.as_ref())
}

/// Adds what is told of a story elsewhere: the picture and the oEmbed answer. `url` is where the distribution will lie.
pub(super) fn tell(output: &mut Output, added: &Added, url: &str) -> Result<()> {
    let about = about(added.path)?;
    let (files, picture) = (Files::of(&about), added.picture.as_ref());
    if let Some(picture) = picture {
        output.evergreen(&files.picture(), picture.bytes.clone())?;
    }
    let height = added.heights.reserved(View::Both, oembed::WIDTH, oembed::TEXT);
    output.evergreen(&files.oembed(), oembed::answer(&about, picture, height, url)?)
}

/// Adds a story of somebody's own with all of these; gives the names of its files.
pub(super) fn add(output: &mut Output, shared: &Pages, added: &Added, url: &str) -> Result<Vec<String>> {
    let about = about(added.path)?;
    ensure!(about.name != DEFAULT_STORY, "{DEFAULT_STORY} is the name of the story that is built in");
    let files = Files::of(&about);
    output.evergreen(&files.story(), file::minified(added.path)?)?;
    pages(output, shared, added)?;
    tell(output, added, url)?;
    let picture = added.picture.as_ref().map(|_| files.picture());
    Ok([files.story(), files.page(), files.frame(), files.oembed(), files.manifest()]
        .into_iter()
        .chain(picture)
        .collect())
}

/// Adds the story files of the project under their own names.
pub(super) fn write(output: &mut Output) -> Result<()> {
    for path in all()? {
        let id = path.file_stem().and_then(|stem| stem.to_str()).context("a story has a name")?;
        output.evergreen(&format!("stories/{id}.json"), file::minified(&path)?)?;
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

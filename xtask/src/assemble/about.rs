//! What is said of a story outside of it: in the heads of its pages, in previews and in oEmbed answers.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail, ensure};
use ledgerline_core::story;
use ledgerline_core::story::markup::{self, Inline};

use super::read;
use crate::project::{self, DEFAULT_STORY};

/// A story as others tell of it. Plain text, not escaped for anything.
pub(super) struct About {
    /// The name of its files.
    pub(super) name: String,
    pub(super) title: String,
    /// The first paragraph of its summary.
    pub(super) summary: String,
    /// Its language, as BCP 47 has it.
    pub(super) lang: String,
}

/// Reads what is to be told of the story in a file.
pub(super) fn about(path: &Path) -> Result<About> {
    let Some(story) = story::read(&read(path)?).story else {
        bail!("{} is no story; `ledgerline-tool check` says why", project::shown(path));
    };
    let first = markup::parse(&story.summary).into_iter().next().unwrap_or_default();
    let lang = if story.lang.is_empty() { "en".to_owned() } else { story.lang };
    Ok(About { name: name(path)?, title: story.title, summary: first.iter().map(plain).collect(), lang })
}

/// The file's name becomes part of addresses, and stands in them as it is.
fn name(path: &Path) -> Result<String> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    ensure!(
        !name.is_empty() && name.chars().all(plain),
        "the file of a story is named by letters, digits, - and _, and not {name:?}"
    );
    Ok(name)
}

fn plain(piece: &Inline) -> &str {
    match piece {
        Inline::Text(text) | Inline::Emphasis(text) | Inline::Strong(text) | Inline::Link { text, .. } => text,
    }
}

/// Where the files of a story lie in a distribution, and how they name one another.
pub(super) struct Files {
    name: String,
    /// The founding story's page is the front page.
    front: bool,
}

impl Files {
    pub(super) fn of(about: &About) -> Self {
        Self { name: about.name.clone(), front: about.name == DEFAULT_STORY }
    }

    pub(super) fn story(&self) -> String {
        format!("stories/{}.json", self.name)
    }

    pub(super) fn oembed(&self) -> String {
        format!("stories/{}.oembed.json", self.name)
    }

    pub(super) fn picture(&self) -> String {
        if self.front { "preview.png".to_owned() } else { format!("stories/{}.png", self.name) }
    }

    pub(super) fn page(&self) -> String {
        if self.front { "index.html".to_owned() } else { format!("stories/{}.html", self.name) }
    }

    pub(super) fn frame(&self) -> String {
        if self.front { "frame.html".to_owned() } else { format!("stories/{}.frame.html", self.name) }
    }

    pub(super) fn manifest(&self) -> String {
        if self.front { "app.webmanifest".to_owned() } else { format!("stories/{}.webmanifest", self.name) }
    }

    /// From a page of the story to the distribution.
    pub(super) fn home(&self) -> &'static str {
        if self.front { "" } else { "../" }
    }

    /// From a page of the story to its standalone page.
    pub(super) fn to_page(&self) -> String {
        if self.front { "./".to_owned() } else { format!("{}.html", self.name) }
    }

    /// From a page of the story to the story; the founding one is known to the script.
    pub(super) fn to_story(&self) -> Option<String> {
        (!self.front).then(|| format!("{}.json", self.name))
    }

    /// From a page of the story to its manifest.
    pub(super) fn to_manifest(&self) -> String {
        self.manifest().trim_start_matches("stories/").to_owned()
    }

    /// The whole address of its standalone page.
    pub(super) fn address(&self, url: &str) -> String {
        if self.front { url.to_owned() } else { format!("{url}{}", self.page()) }
    }
}

/// The picture that previews show: a PNG.
pub(super) struct Picture {
    pub(super) bytes: Vec<u8>,
    pub(super) width: u32,
    pub(super) height: u32,
}

impl Picture {
    /// The founding story's own.
    pub(super) fn founding() -> PathBuf {
        super::pages::folder().join("preview.png")
    }

    /// Reads a PNG; its size stands at the beginning.
    pub(super) fn read(path: &Path) -> Result<Self> {
        let bytes = read(path)?;
        let number = |at: usize| bytes.get(at..at + 4)?.try_into().ok().map(u32::from_be_bytes);
        match (bytes.starts_with(b"\x89PNG\r\n\x1a\n"), number(16), number(20)) {
            (true, Some(width), Some(height)) => Ok(Self { width, height, bytes }),
            _ => bail!("{} is no PNG", project::shown(path)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_of_previews_has_the_size_that_they_ask_for() -> Result<()> {
        let picture = Picture::read(&Picture::founding())?;
        assert_eq!((picture.width, picture.height), (1200, 630));
        assert!(Picture::read(&project::default_story()).is_err());
        Ok(())
    }

    #[test]
    fn a_name_that_no_address_has_as_it_is_is_refused() {
        assert_eq!(name(Path::new("a/mine-2.json")).ok().as_deref(), Some("mine-2"));
        for bad in ["a b.json", "é.json", "a.b.json", "\"><.json"] {
            assert!(name(Path::new(bad)).is_err(), "{bad}");
        }
    }
}

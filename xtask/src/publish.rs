//! A story of somebody's own in a distribution that is there: its pages, its oEmbed answer, the tag to paste.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};
use lexopt::{Arg, Parser, ValueExt};

use crate::assemble::heights::{Heights, View};
use crate::assemble::manifest::Manifest;
use crate::assemble::tag::Tag;
use crate::assemble::{self, EXAMPLE_URL};
use crate::cli::folder_url;
use crate::measure;
use crate::project::{self, DEFAULT_STORY, NAME};

/// What the two tasks are told.
struct Asked {
    story: PathBuf,
    dist: PathBuf,
    url: String,
    view: View,
    font: Option<String>,
    /// Where the story will lie, if not in the distribution.
    address: Option<String>,
    /// The picture that previews show.
    preview: Option<PathBuf>,
}

impl Asked {
    fn read(args: &mut Parser) -> Result<Self> {
        let mut asked = Self {
            story: PathBuf::new(),
            dist: project::dist(),
            url: EXAMPLE_URL.to_owned(),
            view: View::Both,
            font: None,
            address: None,
            preview: None,
        };
        while let Some(arg) = args.next()? {
            match arg {
                Arg::Long("address") => asked.address = Some(args.value()?.string()?),
                Arg::Long("dist") => asked.dist = args.value()?.into(),
                Arg::Long("font") => asked.font = Some(args.value()?.string()?),
                Arg::Long("preview") => asked.preview = Some(args.value()?.into()),
                Arg::Long("url") => asked.url = folder_url(&args.value()?.string()?)?,
                Arg::Long("view") => asked.view = View::named(&args.value()?.string()?)?,
                Arg::Value(path) if asked.story.as_os_str().is_empty() => asked.story = path.into(),
                _ => return Err(arg.unexpected().into()),
            }
        }
        asked.story.to_str().filter(|path| !path.is_empty()).context("the path of a story is missing")?;
        Ok(asked)
    }

    /// The founding story was measured when it was last changed.
    fn heights(&self) -> Result<Heights> {
        match &self.font {
            None if self.story.canonicalize().ok() == project::default_story().canonicalize().ok() => {
                Heights::founding()
            }
            font => measure::heights(&self.dist, &self.story, font.as_deref().unwrap_or(measure::FONT)),
        }
    }
}

/// `story`: adds a story with all that tells of it to a distribution.
pub fn story(args: &mut Parser) -> Result<()> {
    let asked = Asked::read(args)?;
    let heights = measure::heights(&asked.dist, &asked.story, asked.font.as_deref().unwrap_or(measure::FONT))?;
    let picture = asked.preview.as_deref();
    let names = assemble::add_story(&asked.dist, &asked.story, picture, &heights, &asked.url)?;
    names.iter().for_each(|name| println!("{}", asked.dist.join(name).display()));
    Ok(())
}

/// `snippet`: prints what a newsroom pastes.
pub fn snippet(args: &mut Parser) -> Result<()> {
    let asked = Asked::read(args)?;
    let heights = &asked.heights()?;
    let Asked { story, address, view, url, dist, .. } = &asked;
    let tag = Tag { story, address: address.as_deref(), view: *view, heights, url };
    print!("{}", tag.text(&Manifest::read(dist)?.files)?);
    Ok(())
}

/// The documents that show what is printed for the founding story.
const DOCUMENTS: [&str; 2] = ["README.md", "docs/host.md"];

/// `heights`: measures the founding story anew, after a change of it or of the widget.
pub fn heights() -> Result<()> {
    let before = Heights::founding()?;
    let now = measure::heights(&project::dist(), &project::default_story(), measure::FONT)?;
    for document in DOCUMENTS {
        let path = project::root().join(document);
        let text = fs::read_to_string(&path)?;
        fs::write(path, text.replace(&shown_rule(&before), &shown_rule(&now)))?;
    }
    now.write()
}

/// The rule of the founding story with both instruments.
fn shown_rule(heights: &Heights) -> String {
    heights.rule(View::Both, &format!("{NAME}-{DEFAULT_STORY}-both"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documents_show_the_rule_that_is_printed() -> Result<()> {
        let rule = shown_rule(&Heights::founding()?);
        for document in DOCUMENTS {
            let text = fs::read_to_string(project::root().join(document))?;
            assert!(text.contains(&rule), "{document} shows another rule; `cargo xtask heights` writes it");
        }
        Ok(())
    }
}

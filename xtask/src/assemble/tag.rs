//! What a newsroom pastes: the rule that keeps room, the tag with the static edition in it, and the script.

use std::path::Path;

use anyhow::{Context, Result};
use ledgerline_figure::html::escape;

use super::about::{Files, about};
use super::heights::{Heights, View};
use super::manifest::File;
use crate::project::{NAME, VERSION};
use crate::static_edition;

/// What is to be embedded.
pub struct Tag<'a> {
    /// The file of the story, for the static edition.
    pub story: &'a Path,
    /// Where the story will lie, if not in the distribution.
    pub address: Option<&'a str>,
    /// What is shown.
    pub view: View,
    /// How high that is.
    pub heights: &'a Heights,
    /// Where the distribution will lie.
    pub url: &'a str,
}

impl Tag<'_> {
    /// The tag that names this version of the distribution, whose files these are, and nothing else.
    pub fn text(&self, files: &[File]) -> Result<String> {
        let Self { view, url, .. } = self;
        let about = about(self.story)?;
        let class = format!("{NAME}-{}-{view}", about.name);
        let own = Files::of(&about);
        let lies = self.address.map(str::to_owned).or_else(|| own.to_story().map(|_| format!("{url}{}", own.story())));
        let story = lies.map(|address| format!(" story=\"{}\"", escape(&address))).unwrap_or_default();
        let edition = static_edition::of(self.story)?;
        let script = files.iter().find(|file| file.path == "embed.js").context("there is no embed.js")?;
        let module = files.iter().find(|file| file.first_load && file.path.ends_with(".wasm"));
        let module = &module.context("there is no module")?.path;
        // A page that names the version also knows the module, and need not wait for the script to ask for it.
        Ok(format!(
            "<!-- Leave the next line out where the widget stands far down the page. -->\n\
             <link rel=\"preload\" href=\"{url}{VERSION}/{module}\" as=\"fetch\" crossorigin=\"anonymous\">\n\
             <style>\n{}\n</style>\n\
             <!-- A page that is light only, whatever the reader's system, sets theme=\"light\" on the element. -->\n\
             <div class=\"{class}\">\n<ledger-line{story} view=\"{view}\">\n{}\n</ledger-line>\n</div>\n\
             <script async src=\"{url}{VERSION}/embed.js\" integrity=\"{}\" crossorigin=\"anonymous\"></script>\n",
            self.heights.rule(*view, &class),
            edition.trim_end(),
            script.integrity
        ))
    }
}

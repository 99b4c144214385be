//! The static edition of a story: what the embedding tag contains before, and without, the widget.

use std::path::Path;

use anyhow::{Result, bail};

use crate::project;

/// The static edition of the story in a file, as HTML.
pub fn of(story: &Path) -> Result<String> {
    bail!(
        "no static edition of {} yet: the figure crate has no html module",
        project::shown(story)
    )
}

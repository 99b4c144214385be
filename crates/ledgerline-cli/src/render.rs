//! `render`: the static edition of a story.

use crate::{Outcome, check};
use ledgerline_core::words::Words;
use ledgerline_figure::html;
use std::io::{self, Write};
use std::path::Path;

/// Prints the static edition. A story that only has warnings is printed; the warnings go to `err`.
pub(crate) fn render(path: &Path, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<Outcome> {
    match check::story(path, err)? {
        Ok(story) => {
            out.write_all(html::static_edition(&story, &Words::english()).as_bytes())?;
            Ok(Outcome::Clean)
        }
        Err(outcome) => Ok(outcome),
    }
}

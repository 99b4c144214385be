//! Cuts the module in two: what shows a story, and what a reader comes to later.
//!
//! The cut is made along the calls behind `later::parts` of the widget, after linking: what only they reach goes, with
//! its data, into a module of its own, which shares memory and table with the first.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use wasm_split_cli_support::{Options, transform};

use super::exports;
use crate::project::{self, NAME};

/// The name of the part in the widget's `wasm_split` attribute.
const PART: &str = "later";
/// What the first module calls the loader's half of that by; the glue then asks for it with `require`.
pub const LINK: &str = "./later.js";

/// Functions of Leptos's server half, which the widget has no use for. They are exported, and so would keep all that
/// they call in the module.
const SERVER: &str = "intounderlying";

/// What makes the linker keep what the cut needs to know.
pub const LINKER: &str = "-Clink-arg=--emit-relocs";

/// Cuts the module that the compiler left; gives the first part. The other is found by [`later`].
pub(super) fn split(wasm: &Path) -> Result<PathBuf> {
    let folder = folder();
    fs::create_dir_all(&folder)?;
    let bytes = fs::read(wasm).with_context(|| format!("cannot read {}", project::shown(wasm)))?;
    let bytes = exports::without(&bytes, |name| name.contains(SERVER)).context("the compiler left no module")?;
    let first = folder.join(format!("{NAME}.wasm"));
    let mut options = Options::new(&bytes);
    options.output_dir = &folder;
    options.main_out_path = &first;
    options.link_name = LINK;
    transform(options).map_err(|error| anyhow!("the module cannot be cut in two: {error:#}"))?;
    Ok(first)
}

/// The part that comes later, as the last cut left it.
pub fn later() -> PathBuf {
    folder().join(format!("split_{PART}.wasm"))
}

fn folder() -> PathBuf {
    project::target_dir().join(NAME).join("parts")
}

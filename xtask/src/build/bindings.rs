//! wasm-bindgen as a library: compiles in seconds where the command-line tool takes minutes.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use crate::project::{self, NAME};

/// The version of wasm-bindgen; the crate of the same name must have exactly this one.
pub const VERSION: &str = "0.2.130";

/// What wasm-bindgen leaves.
pub struct Bindings {
    /// The glue, a classic script that defines `wasm_bindgen`.
    pub script: PathBuf,
    /// The module that belongs to it.
    pub module: PathBuf,
}

/// Makes the glue and the module from what the compiler left.
pub fn generate(wasm: &Path, folder: &Path) -> Result<Bindings> {
    Bindgen::new().input_path(wasm).out_name(NAME).no_modules(true)?.typescript(false).generate(folder).with_context(
        || {
            format!(
                "wasm-bindgen {VERSION} cannot read {}; Cargo.toml must name the same version",
                project::shown(wasm)
            )
        },
    )?;
    Ok(Bindings { script: folder.join(format!("{NAME}.js")), module: folder.join(format!("{NAME}_bg.wasm")) })
}

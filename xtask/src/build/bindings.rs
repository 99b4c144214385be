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

/// Functions of Leptos's server half, which the widget has no use for. They are exported, and so would keep all that
/// they call in the module.
const UNUSED: &str = "intounderlying";

/// Makes the glue and the module from what the compiler left.
pub fn generate(wasm: &Path, folder: &Path) -> Result<Bindings> {
    let mut bindgen = Bindgen::new();
    let bindgen = bindgen.input_path(wasm).out_name(NAME).no_modules(true)?.typescript(false);
    let mut output = bindgen.generate_output().with_context(|| {
        format!("wasm-bindgen {VERSION} cannot read {}; Cargo.toml must name the same version", project::shown(wasm))
    })?;
    let exports = &mut output.wasm_mut().exports;
    let unused: Vec<_> = exports.iter().filter(|it| it.name.contains(UNUSED)).map(|it| it.id()).collect();
    unused.into_iter().for_each(|it| exports.delete(it));
    output.emit(folder)?;
    Ok(Bindings { script: folder.join(format!("{NAME}.js")), module: folder.join(format!("{NAME}_bg.wasm")) })
}

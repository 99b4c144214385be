//! wasm-bindgen as a library: compiles in seconds where the command-line tool takes minutes.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::{Bindgen, Output};

use super::split;
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

/// Exports that nobody calls: the marks by which the splitter knows its own macro, and what linkers tell each other.
const UNUSED: [&str; 4] = ["_WASM_SPLIT_MARKER_", "__data_end", "__heap_base", "__heap_end"];

/// Makes the glue and the module from what the compiler left.
pub fn generate(wasm: &Path, folder: &Path) -> Result<Bindings> {
    let first = split::split(wasm)?;
    let mut bindgen = Bindgen::new();
    let bindgen = bindgen.input_path(first).out_name(NAME).no_modules(true)?.typescript(false).keep_lld_exports(true);
    let mut output = bindgen.generate_output().with_context(|| {
        format!("wasm-bindgen {VERSION} cannot read {}; Cargo.toml must name the same version", project::shown(wasm))
    })?;
    let exports = &mut output.wasm_mut().exports;
    let mut unused = Vec::new();
    for export in exports.iter().filter(|export| UNUSED.iter().any(|name| export.name.starts_with(name))) {
        unused.push(export.id());
    }
    unused.into_iter().for_each(|export| exports.delete(export));
    let short = shorten(&mut output);
    output.emit(folder)?;
    let script = folder.join(format!("{NAME}.js"));
    let glue = fs::read_to_string(&script).context("wasm-bindgen left no glue")?;
    fs::write(&script, renamed(&glue, &short)).context("cannot write the glue")?;
    Ok(Bindings { script, module: folder.join(format!("{NAME}_bg.wasm")) })
}

/// Gives what glue and module call each other short names. wasm-bindgen's carry a hash each, which no compression
/// makes smaller, and stand in both files.
fn shorten(output: &mut Output) -> HashMap<String, String> {
    let mut short = HashMap::new();
    let mut name = |long: &mut String| {
        if long.starts_with("__wb") || long.starts_with("wasm_bindgen_") {
            let next = format!("_{}", short.len());
            *long = short.entry(long.clone()).or_insert(next).clone();
        }
    };
    let module = output.wasm_mut();
    module.imports.iter_mut().for_each(|import| name(&mut import.name));
    module.exports.iter_mut().for_each(|export| name(&mut export.name));
    short
}

/// The script with other names: whole ones, wherever they stand.
fn renamed(script: &str, names: &HashMap<String, String>) -> String {
    let of_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '$');
    let mut text = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let within = rest.starts_with(of_name);
        let end = rest.find(|letter| of_name(letter) != within).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        text.push_str(names.get(piece).map_or(piece, String::as_str));
        rest = behind;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_names_are_replaced() {
        let names = HashMap::from([("__wbg_get_1".to_owned(), "_0".to_owned())]);
        let script = "import0 = { __wbg_get_1: 1, __wbg_get_12: 2, a__wbg_get_1: 3 }; wasm.__wbg_get_1();";
        let expected = "import0 = { _0: 1, __wbg_get_12: 2, a__wbg_get_1: 3 }; wasm._0();";
        assert_eq!(renamed(script, &names), expected);
        assert_eq!(renamed("", &names), "");
    }
}

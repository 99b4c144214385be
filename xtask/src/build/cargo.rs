//! Compiling the widget.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::split;
use crate::project::{self, NAME, WASM_PROFILE, WASM_TARGET};
use crate::run;

/// Compiles the widget and gives the module that the compiler left: `dev` is Cargo's own profile for development,
/// everything else is what is shipped.
pub fn build_wasm(profile: &str, opt_level: Option<&str>) -> Result<PathBuf> {
    let mut command = run::cargo();
    command
        .args(["build", "--package", NAME, "--bin", NAME, "--locked"])
        .args(["--target", WASM_TARGET, "--profile", profile])
        .env(RUSTFLAGS, rustflags(profile)?)
        .envs(standard_library(profile).iter().copied());
    if let Some(level) = opt_level {
        command.env("CARGO_PROFILE_WASM_RELEASE_OPT_LEVEL", level);
    }
    run::wait(&mut command).context("the widget does not compile")?;
    // Cargo names the folder of its first profile otherwise than the profile.
    let folder = project::target_dir().join(WASM_TARGET).join(if profile == "dev" { "debug" } else { profile });
    Ok(folder.join(format!("{NAME}.wasm")))
}

/// The variable that holds flags for the widget alone. The general one would also count for the tools, and
/// make Cargo compile them twice.
pub const RUSTFLAGS: &str = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";

/// What makes Cargo compile the standard library along with what is shipped, for size. A stable compiler does that
/// only when it is told to take unstable flags: the toolchain is pinned, so they mean the same everywhere. A build for
/// development takes the library as it comes, and keeps the words of its panics.
pub fn standard_library(profile: &str) -> &'static [(&'static str, &'static str)] {
    if profile == WASM_PROFILE { &STANDARD_LIBRARY } else { &[] }
}

const STANDARD_LIBRARY: [(&str, &str); 3] = [
    ("RUSTC_BOOTSTRAP", "1"),
    ("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort"),
    ("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size"),
];

/// A panic stops the module without a word of its own; the loader sees the module stop. With the
/// library compiled for size that takes a sixth of the module away: the places and texts of all panics, and what formats
/// them. What `{:?}` would print, nobody reads there either.
const SILENT: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// The flags for the widget. They take the machine's own paths out of the panic messages, so that the module
/// does not tell where it was built and is the same from any checkout and build folder. (Under another Cargo
/// home 16 digits differ: a marker of Leptos' `wasm_split` hashes that path.)
pub fn rustflags(profile: &str) -> Result<String> {
    let dependencies = dependency_folders()?.into_iter().map(|path| (path, "dep"));
    let silent = SILENT.iter().filter(|_| profile == WASM_PROFILE).map(|flag| (*flag).to_owned());
    let linked = std::iter::once(split::LINKER.to_owned());
    let paths = dependencies
        .chain([(project::root(), ".")])
        .map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()))
        // Cargo splits the variable at spaces and knows no quotes; such a path stays as it is.
        .filter(|flag| !flag.contains(' '));
    Ok(silent.chain(linked).chain(paths).collect::<Vec<_>>().join(" "))
}

/// The folders, one for each registry, below which Cargo unpacks dependencies.
fn dependency_folders() -> Result<Vec<PathBuf>> {
    let sources = cargo_home()?.join("registry").join("src");
    let mut folders: Vec<PathBuf> = fs::read_dir(&sources)
        .with_context(|| format!("cannot list {}", sources.display()))?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.is_dir())
        .collect();
    folders.sort();
    Ok(folders)
}

fn cargo_home() -> Result<PathBuf> {
    if let Some(home) = env::var_os("CARGO_HOME") {
        return Ok(project::root().join(home));
    }
    let home = env::home_dir().context("cannot tell the home folder; set CARGO_HOME")?;
    Ok(Path::new(&home).join(".cargo"))
}

//! Where things lie in the project.

use std::env;
use std::path::{Path, PathBuf};

/// The name of the widget's package, of its binary and of the files made from it.
pub const NAME: &str = "ledgerline";

/// The story that is shown when an embedding names none.
pub const DEFAULT_STORY: &str = "dprk-russia";

/// The target that the widget is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// The profile that the shipped widget is compiled with.
pub const WASM_PROFILE: &str = "wasm-release";

/// The version that goes into the distribution: the workspace has one version for all.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The folder with the workspace's `Cargo.toml`.
pub fn root() -> PathBuf {
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
    manifest.parent().unwrap_or(manifest).to_path_buf()
}

/// The distribution, as a newsroom or a CDN gets it.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// Cargo's build folder, which the environment may have moved.
pub fn target_dir() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// Pinned tools that `doctor` compiles; they outlive a moved build folder.
pub fn tools() -> PathBuf {
    root().join("target").join("tools")
}

/// The folder of an npm package named in `package.json`.
pub fn npm_package(name: &str) -> PathBuf {
    root().join("node_modules").join(name)
}

/// The source of the default story.
pub fn default_story() -> PathBuf {
    root().join("stories").join(format!("{DEFAULT_STORY}.json"))
}

/// The folder with one folder per host page.
pub fn hosts() -> PathBuf {
    root().join("tests").join("hosts")
}

/// A path as people want to read it: relative to the workspace where it lies inside.
pub fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

//! Node, npm and the packages that `package.json` pins.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::Result;
use serde::Deserialize;

use crate::project;
use crate::run;

const OLDEST_NODE: u32 = 18;

/// On Windows npm is a batch file, which is only started by its full name.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Pins {
    dev_dependencies: BTreeMap<String, String>,
    /// Folders with packages of their own.
    #[serde(default)]
    workspaces: Vec<String>,
}

#[derive(Deserialize)]
struct Installed {
    version: String,
}

pub(super) fn node() -> Option<String> {
    let version = run::first_line(run::program("node").arg("--version"))?;
    let major: u32 = version.strip_prefix('v')?.split('.').next()?.parse().ok()?;
    (major >= OLDEST_NODE).then_some(version)
}

pub(super) fn npm() -> Option<String> {
    run::first_line(run::program(NPM).arg("--version"))
}

/// The packages if each is there in its pinned version.
pub(super) fn packages() -> Option<String> {
    let root = project::root();
    let pins = pins(&root)?;
    let mut found = pinned(&root, &pins)?;
    for workspace in &pins.workspaces {
        let folder = root.join(workspace);
        found.extend(pinned(&folder, &self::pins(&folder)?)?);
    }
    Some(found.join(", "))
}

fn pins(folder: &Path) -> Option<Pins> {
    serde_json::from_str(&fs::read_to_string(folder.join("package.json")).ok()?).ok()
}

/// The packages of a folder, if each is there.
fn pinned(folder: &Path, pins: &Pins) -> Option<Vec<String>> {
    let there = |name: &str, pin: &str| installed(folder, name).is_some_and(|found| found == version(pin));
    let all = pins.dev_dependencies.iter();
    all.map(|(name, pin)| there(name, pin).then(|| format!("{name} {}", version(pin)))).collect()
}

pub(super) fn install() -> Result<()> {
    run::wait(run::program(NPM).args(["ci", "--no-audit", "--no-fund"]))
}

/// The version of a pin; a package under another name has `npm:NAME@` before it.
fn version(pin: &str) -> &str {
    pin.rsplit('@').next().unwrap_or(pin)
}

fn installed(folder: &Path, name: &str) -> Option<String> {
    let file = folder.join("node_modules").join(name).join("package.json");
    let package: Installed = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
    Some(package.version)
}

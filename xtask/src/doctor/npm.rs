//! Node, npm and the packages that `package.json` pins.

use std::collections::BTreeMap;
use std::fs;

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
    let text = fs::read_to_string(project::root().join("package.json")).ok()?;
    let pins: Pins = serde_json::from_str(&text).ok()?;
    let found: Option<Vec<String>> = pins
        .dev_dependencies
        .iter()
        .map(|(name, pin)| (installed(name)? == version(pin)).then(|| format!("{name} {}", version(pin))))
        .collect();
    Some(found?.join(", "))
}

pub(super) fn install() -> Result<()> {
    run::wait(run::program(NPM).args(["ci", "--no-audit", "--no-fund"]))
}

/// The version of a pin; a package under another name has `npm:NAME@` before it.
fn version(pin: &str) -> &str {
    pin.rsplit('@').next().unwrap_or(pin)
}

fn installed(name: &str) -> Option<String> {
    let file = project::npm_package(name).join("package.json");
    let package: Installed = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
    Some(package.version)
}

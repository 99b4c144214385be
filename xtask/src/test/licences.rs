//! May everything be used that we depend on? Read from `cargo metadata` and `package-lock.json`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use anyhow::{Context, Result, bail};
use cargo_metadata::{CargoOpt, DependencyKind, Metadata, MetadataCommand, Package, PackageId};
use serde::Deserialize;
use spdx::{Expression, ParseMode};

use crate::project::{self, NAME, WASM_TARGET};

/// What may end up in the widget: licences that ask for no more than a notice.
const SHIPPED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// What tools and tests may have besides: MPL-2.0 asks for the source of changed files, and we change none. W3C's of
/// 2015 asks for its notice and for a word about changes. BlueOak and Python's ask for a notice, and so does the
/// Open Font License, of the faces that pages are measured in.
const TOOLS: &[&str] = &["BlueOak-1.0.0", "MPL-2.0", "OFL-1.1", "Python-2.0", "W3C-20150513"];

#[derive(Deserialize)]
struct NpmLock {
    packages: BTreeMap<String, NpmPackage>,
}

#[derive(Deserialize)]
struct NpmPackage {
    license: Option<String>,
    /// Whether it is a folder of the project, which has an entry of its own with its licence.
    #[serde(default)]
    link: bool,
}

/// Fails with a line for each dependency whose licence is not on the list.
pub(super) fn check() -> Result<()> {
    let shipped = shipped()?;
    let all = metadata(None)?;
    let mut refused: Vec<String> = all
        .packages
        .iter()
        .filter(|package| package.source.is_some())
        .filter_map(|package| refusal(package, shipped.contains(&package.id)))
        .collect();
    refused.extend(npm_refusals()?);
    if !refused.is_empty() {
        bail!("licences that are not on the list in xtask/src/test/licences.rs:\n{}", refused.join("\n"));
    }
    println!("{} packages, {} of them in the widget: all may be used", all.packages.len(), shipped.len());
    Ok(())
}

fn metadata(target: Option<&str>) -> Result<Metadata> {
    let mut command = MetadataCommand::new();
    command.current_dir(project::root()).features(CargoOpt::AllFeatures).other_options(vec!["--locked".to_owned()]);
    if let Some(target) = target {
        command.other_options(vec!["--locked".to_owned(), format!("--filter-platform={target}")]);
    }
    command.exec().context("cargo metadata")
}

/// The packages in the widget: what its normal dependencies reach for its target.
fn shipped() -> Result<BTreeSet<PackageId>> {
    let metadata = metadata(Some(WASM_TARGET))?;
    let resolve = metadata.resolve.context("cargo metadata gave no graph")?;
    let root = metadata.packages.iter().find(|p| p.name.as_str() == NAME);
    let mut open = vec![root.context("the widget's package is missing")?.id.clone()];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        let node = resolve.nodes.iter().find(|node| node.id == id);
        if !seen.insert(id) {
            continue;
        }
        let normal = node
            .into_iter()
            .flat_map(|node| &node.deps)
            .filter(|dep| dep.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal));
        open.extend(normal.map(|dep| dep.pkg.clone()));
    }
    Ok(seen)
}

fn refusal(package: &Package, shipped: bool) -> Option<String> {
    let licence = package.license.as_deref().unwrap_or("none stated");
    let place = if shipped { "in the widget" } else { "in the tools" };
    (!allowed(licence, shipped)).then(|| format!("  {} {} ({place}): {licence}", package.name, package.version))
}

fn npm_refusals() -> Result<Vec<String>> {
    let text = fs::read_to_string(project::root().join("package-lock.json"))?;
    let lock: NpmLock = serde_json::from_str(&text).context("package-lock.json")?;
    Ok(lock
        .packages
        .into_iter()
        .filter(|(_, package)| !package.link)
        .filter_map(|(name, package)| {
            let licence = package.license.unwrap_or_else(|| "none stated".to_owned());
            (!allowed(&licence, false)).then(|| format!("  npm {name} (in the tools): {licence}"))
        })
        .collect())
}

/// Whether an expression such as `MIT OR Apache-2.0` can be met from the lists.
fn allowed(expression: &str, shipped: bool) -> bool {
    // Lax, since older crates write `MIT/Apache-2.0`.
    Expression::parse_mode(expression, ParseMode::LAX).is_ok_and(|parsed| {
        parsed.evaluate(|requirement| {
            let name = requirement.license.id().map_or("", |id| id.name);
            SHIPPED.contains(&name) || (!shipped && TOOLS.contains(&name))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::allowed;

    #[test]
    fn a_choice_is_allowed_if_one_side_is() {
        assert!(allowed("MIT OR GPL-3.0-only", true));
        assert!(allowed("MIT/Apache-2.0", true));
        assert!(allowed("(MIT OR Apache-2.0) AND Unicode-3.0", true));
    }

    #[test]
    fn both_sides_of_a_joint_licence_must_be_allowed() {
        assert!(!allowed("MIT AND GPL-3.0-only", true));
        assert!(!allowed("none stated", true));
    }

    #[test]
    fn a_file_by_file_copyleft_is_for_tools_only() {
        assert!(allowed("MPL-2.0", false));
        assert!(!allowed("MPL-2.0", true));
    }
}

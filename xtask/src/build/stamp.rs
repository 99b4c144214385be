//! Whether the distribution has to be made again.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::assemble::manifest::Manifest;
use crate::project::{self, NAME};

/// Everything besides the module that goes into the distribution, and what makes it.
const INPUTS: [&str; 10] = [
    "Cargo.lock",
    "messages/en.json",
    "package-lock.json",
    "src/embed/host",
    "src/embed/loader",
    "src/embed/pages",
    "style",
    "xtask/src/assemble",
    "xtask/src/build",
    "xtask/src/headers",
];

/// A hash of all inputs of the assembling step.
pub(super) struct Stamp(Vec<u8>);

impl Stamp {
    /// The stamp of the module and the other inputs as they are now.
    pub(super) fn of(wasm: &Path, effort: &str) -> Result<Self> {
        let mut hash = Sha256::new();
        hash.update(effort);
        let mut paths = vec![wasm.to_path_buf(), project::default_story()];
        paths.extend(INPUTS.map(|path| project::root().join(path)));
        for path in paths {
            add(&mut hash, &path)?;
        }
        Ok(Self(hash.finalize().to_vec()))
    }

    /// The distribution in the folder, if it is whole and was made from these inputs.
    pub(super) fn whole_distribution(&self, dist: &Path) -> Option<Manifest> {
        let made_from = fs::read(file()).ok()?;
        let manifest = Manifest::read(dist).ok()?;
        (made_from == self.with(dist)? && manifest.is_whole(dist)).then_some(manifest)
    }

    /// Notes that the distribution in the folder was made from these inputs.
    pub(super) fn write(&self, dist: &Path) -> Result<()> {
        let text = self.with(dist).context("the distribution has no manifest")?;
        fs::write(file(), text).context("cannot note what the distribution was made from")
    }

    /// The stamp and the manifest: another front door may have written into the folder since.
    fn with(&self, dist: &Path) -> Option<Vec<u8>> {
        let manifest = fs::read(dist.join(crate::assemble::manifest::FILE)).ok()?;
        Some([self.0.as_slice(), &manifest].concat())
    }
}

fn file() -> PathBuf {
    project::target_dir().join(NAME).join("stamp")
}

fn add(hash: &mut Sha256, path: &Path) -> Result<()> {
    if !path.is_dir() {
        let bytes = fs::read(path).with_context(|| format!("cannot read {}", project::shown(path)))?;
        hash.update(bytes);
        return Ok(());
    }
    let mut entries: Vec<PathBuf> = fs::read_dir(path)?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    entries.sort();
    entries.iter().try_for_each(|entry| add(hash, entry))
}

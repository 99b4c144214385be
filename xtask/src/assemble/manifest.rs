//! `manifest.json`: what the distribution consists of. Tests and the size table read it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

use crate::project;

/// The manifest's file name.
pub const FILE: &str = "manifest.json";

/// One build of the distribution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The product's name.
    pub name: String,
    /// The product's version.
    pub version: String,
    /// Every file that is served, without the precompressed forms and this manifest.
    pub files: Vec<File>,
}

/// One served file. Sizes are in bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Where it lies, relative to the distribution.
    pub path: String,
    /// Its size as it is.
    pub raw: u64,
    /// Its size under gzip, as served.
    pub gzip: u64,
    /// Its size under Brotli, as served.
    pub brotli: u64,
    /// The value for an `integrity` attribute.
    pub integrity: String,
    /// Whether a page's first visit fetches it when the embedding names no story.
    pub first_load: bool,
}

impl Manifest {
    /// Reads the manifest of the distribution in a folder.
    pub fn read(dist: &Path) -> Result<Self> {
        let path = dist.join(FILE);
        let text = fs::read_to_string(&path).with_context(|| {
            format!("there is no distribution in {}; `cargo xtask build` makes it", project::shown(dist))
        })?;
        serde_json::from_str(&text).with_context(|| format!("{} is not a manifest", project::shown(&path)))
    }

    /// The text of the file.
    pub fn to_json(&self) -> Result<String> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// The bytes under Brotli of everything that a first load fetches.
    pub fn first_load(&self) -> u64 {
        self.files.iter().filter(|file| file.first_load).map(|file| file.brotli).sum()
    }

    /// Whether all its files are there.
    pub fn is_whole(&self, dist: &Path) -> bool {
        self.files
            .iter()
            .all(|file| ["", ".br", ".gz"].iter().all(|form| dist.join(format!("{}{form}", file.path)).is_file()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, brotli: u64, first_load: bool) -> File {
        File {
            path: path.to_owned(),
            raw: 10 * brotli,
            gzip: 2 * brotli,
            brotli,
            integrity: "sha384-x".to_owned(),
            first_load,
        }
    }

    #[test]
    fn only_what_a_first_load_fetches_is_counted() {
        let manifest = Manifest {
            name: "ledgerline".to_owned(),
            version: "0.1.0".to_owned(),
            files: vec![file("embed.js", 7, true), file("stories/x.json", 9, false)],
        };
        assert_eq!(manifest.first_load(), 7);
    }

    #[test]
    fn what_is_written_reads_back() -> Result<()> {
        let manifest = Manifest {
            name: "ledgerline".to_owned(),
            version: "0.1.0".to_owned(),
            files: vec![file("embed.js", 7, true)],
        };
        let again: Manifest = serde_json::from_str(&manifest.to_json()?)?;
        assert_eq!(again, manifest);
        Ok(())
    }

    #[test]
    fn a_missing_distribution_names_the_next_step() {
        let error = Manifest::read(Path::new("nowhere")).unwrap_err();
        assert!(error.to_string().contains("cargo xtask build"));
    }
}

//! Writing the distribution's folder.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::EXAMPLE_URL;
use super::hash::Digest;
use super::manifest::{self, File, Manifest};
use super::node;
use super::script::Hashed;
use crate::headers::{self, aws};
use crate::project::{self, NAME, VERSION};

/// A distribution that is being written.
pub(super) struct Output {
    folder: PathBuf,
    files: Vec<File>,
}

impl Output {
    /// Starts a distribution in a folder; the files of the one before go, anything else there stays.
    pub(super) fn new(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", project::shown(folder)))?;
        remove_earlier(folder)?;
        Ok(Self { folder: folder.to_path_buf(), files: Vec::new() })
    }

    /// The distribution that lies in a folder, to add files to it.
    pub(super) fn open(folder: &Path) -> Result<Self> {
        Ok(Self { folder: folder.to_path_buf(), files: Manifest::read(folder)?.files })
    }

    /// The hash of a file that is there.
    pub(super) fn integrity(&self, path: &str) -> Result<&str> {
        let file = self.files.iter().find(|file| file.path == path);
        Ok(&file.with_context(|| format!("there is no {path} in the distribution"))?.integrity)
    }

    /// Adds a file under a name with its hash.
    pub(super) fn hashed(&mut self, path: &str, bytes: Vec<u8>, first_load: bool) -> Result<Hashed> {
        let digest = Digest::of(&bytes);
        let name = headers::hashed_name(path, &digest.hex());
        self.add(&name, bytes, first_load)?;
        Ok(Hashed { name, integrity: digest.integrity() })
    }

    /// Adds a file that a first load fetches.
    pub(super) fn first_load(&mut self, path: &str, bytes: Vec<u8>) -> Result<()> {
        self.add(path, bytes, true)
    }

    /// Adds a file under a name that stays, for those who ask for it.
    pub(super) fn evergreen(&mut self, path: &str, bytes: Vec<u8>) -> Result<()> {
        self.add(path, bytes, false)
    }

    /// What is there so far.
    pub(super) fn files(&self) -> &[File] {
        &self.files
    }

    /// Copies what is there so far into a folder named by the version: pages that name it keep what they tested.
    pub(super) fn pin(&mut self) -> Result<()> {
        let paths: Vec<String> = self.files.iter().map(|file| file.path.clone()).collect();
        for path in paths {
            let bytes = super::read(&self.folder.join(&path))?;
            self.evergreen(&format!("{VERSION}/{path}"), bytes)?;
        }
        Ok(())
    }

    /// Compresses the files and writes the header files that name each file, and the manifest, last: where a manifest is,
    /// the distribution is whole. `url` is where it will lie.
    pub(super) fn finish(mut self, brotli: u8, url: &str) -> Result<Manifest> {
        let added = || self.files.iter().filter(|file| file.brotli == 0);
        let paths: Vec<PathBuf> = added().map(|file| self.folder.join(&file.path)).collect();
        node::compress(&paths, brotli)?;
        for file in self.files.iter_mut().filter(|file| file.brotli == 0) {
            file.gzip = size(&self.folder.join(format!("{}.gz", file.path)))?;
            file.brotli = size(&self.folder.join(format!("{}.br", file.path)))?;
        }
        self.files.sort_by(|a, b| a.path.cmp(&b.path));
        let names = self.files.iter().map(|file| file.path.as_str());
        write(&self.folder.join("_headers"), headers::static_host_file(folder(url), names.clone()).as_bytes())?;
        write(&self.folder.join("hosting/s3.sh"), aws::s3(names).as_bytes())?;
        let manifest = Manifest { name: NAME.to_owned(), version: VERSION.to_owned(), files: self.files };
        write(&self.folder.join(manifest::FILE), manifest.to_json()?.as_bytes())?;
        Ok(manifest)
    }

    fn add(&mut self, path: &str, bytes: Vec<u8>, first_load: bool) -> Result<()> {
        write(&self.folder.join(path), &bytes)?;
        self.files.retain(|file| file.path != path);
        self.files.push(File {
            path: path.to_owned(),
            raw: bytes.len() as u64,
            gzip: 0,
            brotli: 0,
            integrity: Digest::of(&bytes).integrity(),
            first_load,
        });
        Ok(())
    }
}

/// The folder of a site that an address names; of the example's nothing is known, so it is taken for a site of its own.
fn folder(url: &str) -> &str {
    if url == EXAMPLE_URL {
        return "/";
    }
    url.split_once("://").and_then(|(_, rest)| rest.find('/').and_then(|at| rest.get(at..))).unwrap_or("/")
}

fn remove_earlier(folder: &Path) -> Result<()> {
    let Ok(earlier) = Manifest::read(folder) else {
        return Ok(());
    };
    // The manifest goes first, so that an interrupted run never passes for a whole distribution.
    let names = earlier.files.iter().flat_map(|file| ["", ".br", ".gz"].map(|form| format!("{}{form}", file.path)));
    for name in std::iter::once(manifest::FILE.to_owned()).chain(names) {
        let path = folder.join(name);
        if path.exists() {
            fs::remove_file(&path).with_context(|| format!("cannot remove {}", project::shown(&path)))?;
        }
    }
    Ok(())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", project::shown(path)))
}

fn size(path: &Path) -> Result<u64> {
    let data = fs::metadata(path).with_context(|| format!("{} was not written", project::shown(path)))?;
    Ok(data.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_taken_from_the_address_that_was_given() {
        assert_eq!(folder("https://news.example/static/ledgerline/"), "/static/ledgerline/");
        assert_eq!(folder("https://ledger.example/"), "/");
        assert_eq!(folder(EXAMPLE_URL), "/");
    }
}

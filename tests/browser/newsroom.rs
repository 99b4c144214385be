//! The three servers of a case: the distribution, which is another site, a newsroom with the host pages, and a third
//! origin with stories.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow};
use xtask::assemble::hash::Digest;
use xtask::project;
use xtask::serve::{Cdn, Server, Site};
use xtask::static_edition;

/// Servers on free ports, so that no case finds anything of another in its cache.
pub(crate) struct Newsroom {
    /// The distribution.
    pub(crate) cdn: Server,
    /// Stories that lie elsewhere.
    pub(crate) other: Server,
    /// The host pages.
    pub(crate) site: Server,
}

impl Newsroom {
    /// Starts the servers.
    pub(crate) fn open() -> Result<Self> {
        let cdn = Cdn::new(distribution()?).elsewhere().start(0)?;
        let other = Cdn::new(project::root().join("tests/stories")).start(0)?;
        let site = Site::new(project::hosts(), cdn.origin())
            .other(other.origin())
            .distribution(distribution()?)
            .static_edition(edition()?)
            .value("near", cdn.origin_at("127.0.0.1"))
            .value("version", project::VERSION)
            .value("script_hash", hash(&distribution()?.join(project::VERSION).join("embed.js"))?)
            .value("record_hash", hash(&project::hosts().join("record.js"))?)
            .start(0)?;
        Ok(Self { cdn, other, site })
    }

    /// How often the distribution was asked for files with this ending.
    pub(crate) fn fetched(&self, ending: &str) -> usize {
        let requests = self.cdn.requests();
        requests.iter().filter(|line| line.starts_with("GET") && line.ends_with(ending)).count()
    }
}

/// The folder of the distribution that is tested.
pub(crate) fn distribution() -> Result<PathBuf> {
    let folder = env::var_os("LEDGERLINE_DIST").map_or_else(project::dist, PathBuf::from);
    folder
        .join("embed.js")
        .is_file()
        .then_some(folder)
        .context("there is no distribution to test; `cargo xtask build` makes it")
}

/// The files of a folder, without their compressed forms.
pub(crate) fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        let target = to.join(path.file_name().unwrap_or_default());
        let compressed = path.extension().is_some_and(|ending| ending == "br" || ending == "gz");
        if path.is_dir() {
            copy(&path, &target)?;
        } else if !compressed {
            fs::copy(&path, &target)?;
        }
    }
    Ok(())
}

/// What a file hashes to, as a policy and an `integrity` attribute have it.
fn hash(file: &Path) -> Result<String> {
    let bytes = fs::read(file).with_context(|| file.display().to_string())?;
    Ok(Digest::of(&bytes).integrity())
}

/// The static edition of the founding story, made once for all cases.
fn edition() -> Result<String> {
    static EDITION: OnceLock<Result<String, String>> = OnceLock::new();
    let made =
        EDITION.get_or_init(|| static_edition::of(&project::default_story()).map_err(|error| format!("{error:#}")));
    made.clone().or_else(|error| Ok::<_, anyhow::Error>(error)).map_err(|error| anyhow!(error))
}

//! Browsers and drivers: where they are.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::run;

const CHROMIUM: &[&str] = &["chromium", "chromium-browser", "google-chrome"];
const FIREFOX: &[&str] = &["firefox-esr", "firefox"];

/// Where the browsers and their drivers lie, for the browser tests.
pub struct Browsers {
    /// Chromium.
    pub chromium: PathBuf,
    /// Chromium's driver.
    pub chromedriver: PathBuf,
    /// Firefox.
    pub firefox: PathBuf,
    /// Firefox's driver.
    pub geckodriver: PathBuf,
    /// WebKitGTK's small browser, which its driver starts.
    pub mini_browser: PathBuf,
    /// WebKitGTK's driver.
    pub webkit_driver: PathBuf,
    /// The virtual display; WebKitGTK's browser has no headless mode.
    pub xvfb: PathBuf,
}

impl Browsers {
    /// Finds all of them.
    pub fn find() -> Result<Self> {
        Ok(Self {
            chromium: need(run::find_any(CHROMIUM), "chromium")?,
            chromedriver: need(run::find("chromedriver"), "chromedriver")?,
            firefox: need(run::find_any(FIREFOX), "firefox")?,
            geckodriver: need(run::find("geckodriver"), "geckodriver")?,
            mini_browser: need(mini_browser_path(), "MiniBrowser")?,
            webkit_driver: need(run::find("WebKitWebDriver"), "WebKitWebDriver")?,
            xvfb: need(run::find("Xvfb"), "Xvfb")?,
        })
    }
}

pub(super) fn chromium() -> Option<String> {
    version(run::find_any(CHROMIUM)?)
}

pub(super) fn chromedriver() -> Option<String> {
    version(run::find("chromedriver")?)
}

pub(super) fn firefox() -> Option<String> {
    version(run::find_any(FIREFOX)?)
}

// The next three have no option that only prints a version.
pub(super) fn webkit_driver() -> Option<String> {
    run::find("WebKitWebDriver").map(there)
}

pub(super) fn mini_browser() -> Option<String> {
    mini_browser_path().map(there)
}

pub(super) fn xvfb() -> Option<String> {
    run::find("Xvfb").map(there)
}

/// Debian puts it beside the library, in a folder named by the machine's architecture.
fn mini_browser_path() -> Option<PathBuf> {
    let folders = fs::read_dir("/usr/lib").ok()?;
    let mut found: Vec<PathBuf> = folders
        .filter_map(|entry| Some(entry.ok()?.path()))
        .flat_map(|arch| ["4.1", "4.0", "6.0"].map(|v| in_webkit(&arch, v)))
        .filter(|path| path.is_file())
        .collect();
    found.sort();
    run::find("MiniBrowser").or_else(|| found.into_iter().next_back())
}

fn in_webkit(arch: &Path, version: &str) -> PathBuf {
    let library = if version == "6.0" { "webkitgtk" } else { "webkit2gtk" };
    arch.join(format!("{library}-{version}")).join("MiniBrowser")
}

fn version(program: PathBuf) -> Option<String> {
    run::first_line(run::program(program).arg("--version"))
}

fn there(path: PathBuf) -> String {
    path.display().to_string()
}

fn need(path: Option<PathBuf>, name: &str) -> Result<PathBuf> {
    path.with_context(|| format!("{name} is missing; `cargo xtask doctor --fix` gets it"))
}

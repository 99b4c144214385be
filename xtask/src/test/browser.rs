//! The browser tests, with everything they need in their environment.

use std::ffi::OsString;

use anyhow::{Context, Result};

use super::xvfb::Xvfb;
use crate::doctor::Browsers;
use crate::project;
use crate::run;

/// Runs `tests/`'s target `browser`. WebKitGTK's browser draws on a virtual display, which ends with the tests.
pub(super) fn run() -> Result<()> {
    run_with(&[], &[])
}

/// The same with more in the environment and with arguments for the tests.
pub(super) fn run_with(environment: &[(&str, OsString)], arguments: &[&str]) -> Result<()> {
    let browsers = Browsers::find()?;
    let display = Xvfb::start(&browsers.xvfb)?;
    let mut command = run::cargo();
    command
        .args(["test", "--package", "ledgerline-tests", "--test", "browser", "--locked"])
        .env("DISPLAY", display.name())
        .env("LEDGERLINE_DIST", project::dist())
        .env("LEDGERLINE_CHROMIUM", browsers.chromium)
        .env("LEDGERLINE_CHROMEDRIVER", browsers.chromedriver)
        .env("LEDGERLINE_FIREFOX", browsers.firefox)
        .env("LEDGERLINE_GECKODRIVER", browsers.geckodriver)
        .env("LEDGERLINE_MINIBROWSER", browsers.mini_browser)
        .env("LEDGERLINE_WEBKITDRIVER", browsers.webkit_driver)
        .env("LEDGERLINE_AXE", project::npm_package("axe-core").join("axe.min.js"));
    command.envs(environment.iter().map(|(name, value)| (name, value)));
    command.arg("--").args(arguments);
    run::wait(&mut command).context("the browser tests")
}

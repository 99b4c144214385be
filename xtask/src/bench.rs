//! `cargo xtask bench`: what the widget costs, beside its peers.

use std::ffi::OsString;

use anyhow::{Context, Result, bail};

use crate::build;
use crate::doctor::{self, Browsers, Group};
use crate::project;
use crate::run;

/// Runs a benchmark by its name. Further words narrow it down: numbers of events, names of peers.
pub fn run(name: &str, words: &[OsString]) -> Result<()> {
    doctor::ensure(&[Group::Build, Group::Browsers])?;
    build::run(&build::Options::default())?;
    match name {
        "timeline" => browser(name, words),
        "calc" => {
            run::wait(run::cargo().args(["bench", "--package", "ledgerline-core", "--locked"]))?;
            browser(name, words)
        }
        _ => bail!("there is no benchmark `{name}`; they are timeline and calc"),
    }
}

/// The benchmark that drives Chromium, with everything it needs in its environment.
fn browser(name: &str, words: &[OsString]) -> Result<()> {
    let browsers = Browsers::find()?;
    let mut command = run::cargo();
    command
        .args(["test", "--package", "ledgerline-tests", "--test", "bench", "--locked", "--", name])
        .args(words)
        .env("LEDGERLINE_DIST", project::dist())
        .env("LEDGERLINE_CHROMIUM", browsers.chromium)
        .env("LEDGERLINE_CHROMEDRIVER", browsers.chromedriver);
    run::wait(&mut command).context("the benchmark")
}

//! The stages, in their order: what is quick and fails often comes first.

use anyhow::Result;

use super::{browser, budget, licences};
use crate::build;
use crate::doctor::Group;
use crate::project::{NAME, WASM_TARGET};
use crate::run;

/// One stage of the tests.
pub(super) struct Stage {
    /// The name that `--only` takes.
    pub(super) name: &'static str,
    /// What it shows, in a few words.
    pub(super) what: &'static str,
    /// What it needs on the machine.
    pub(super) groups: &'static [Group],
    /// A stage without whose success this one makes no sense.
    pub(super) after: Option<&'static str>,
    /// The work.
    pub(super) run: fn() -> Result<()>,
}

pub(super) const STAGES: &[Stage] = &[
    Stage { name: "format", what: "rustfmt has nothing to change", groups: &[Group::Lint], after: None, run: format },
    Stage {
        name: "licences",
        what: "every dependency may be used",
        groups: &[Group::Build],
        after: None,
        run: licences::check,
    },
    Stage { name: "clippy", what: "lints, native, all targets", groups: &[Group::Lint], after: None, run: clippy },
    Stage {
        name: "clippy-wasm",
        what: "lints of the widget as it is compiled",
        groups: &[Group::Build, Group::Lint],
        after: None,
        run: clippy_wasm,
    },
    Stage { name: "native", what: "tests without a browser", groups: &[], after: None, run: native },
    Stage {
        name: "scripts",
        what: "tests of the loader's own logic, in Node",
        groups: &[Group::Build],
        after: None,
        run: scripts,
    },
    Stage { name: "alone", what: "the pure crates, each by itself", groups: &[], after: None, run: alone },
    Stage { name: "docs", what: "documentation without a warning", groups: &[], after: None, run: docs },
    Stage { name: "build", what: "the distribution", groups: &[Group::Build], after: None, run: build_dist },
    Stage { name: "size", what: "what a first load fetches", groups: &[], after: Some("build"), run: budget::check },
    Stage {
        name: "browser",
        what: "the distribution in Chromium, Firefox and WebKitGTK",
        groups: &[Group::Build, Group::Browsers],
        after: Some("build"),
        run: browser_tests,
    },
];

fn format() -> Result<()> {
    run::wait(run::cargo().args(["fmt", "--all", "--check"]))
}

fn clippy() -> Result<()> {
    run::wait(run::cargo().args(["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))
}

fn clippy_wasm() -> Result<()> {
    run::wait(run::cargo().args([
        "clippy",
        "--package",
        NAME,
        "--target",
        WASM_TARGET,
        "--locked",
        "--",
        "-D",
        "warnings",
    ]))
}

/// The browser tests are no part of this: their target has `test = false` and is only run by name.
fn native() -> Result<()> {
    run::wait(run::cargo().args(["test", "--workspace", "--locked"]))
}

fn scripts() -> Result<()> {
    run::wait(run::program("node").args(["--test", "tests/scripts/"]))
}

/// Features unify across a workspace, so a crate may compile in company and not by itself.
fn alone() -> Result<()> {
    for package in ["ledgerline-core", "ledgerline-figure"] {
        run::wait(run::cargo().args(["test", "--package", package, "--locked"]))?;
    }
    Ok(())
}

fn docs() -> Result<()> {
    run::wait(run::cargo().args(["doc", "--no-deps", "--workspace", "--locked"]).env("RUSTDOCFLAGS", "-D warnings"))
}

fn build_dist() -> Result<()> {
    build::run(&build::Options::default()).map(|_| ())
}

fn browser_tests() -> Result<()> {
    browser::run()
}

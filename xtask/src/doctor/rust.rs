//! The toolchain, its parts, and the tools that Cargo compiles.

use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::project::{self, WASM_TARGET};
use crate::run;

/// Fixed, since 0.22 needs a newer compiler than the pinned one.
const TRUNK: &str = "0.21.14";
const GECKODRIVER: &str = "0.37.1";

pub(super) fn toolchain() -> Option<String> {
    run::first_line(run::program("rustc").arg("--version"))
}

/// Installs what `rust-toolchain.toml` names, with its components and targets.
pub(super) fn add_toolchain() -> Result<()> {
    run::wait(run::program("rustup").args(["toolchain", "install"]))
}

pub(super) fn wasm_target() -> Option<String> {
    let folder = rustlib()?.join(WASM_TARGET);
    folder.is_dir().then(|| WASM_TARGET.to_owned())
}

pub(super) fn add_wasm_target() -> Result<()> {
    run::wait(run::program("rustup").args(["target", "add", WASM_TARGET]))
}

pub(super) fn std_source() -> Option<String> {
    let lock = rustlib()?.join("src/rust/library/Cargo.lock");
    lock.is_file().then(|| "rust-src".to_owned())
}

pub(super) fn add_std_source() -> Result<()> {
    add_component("rust-src")
}

pub(super) fn rustfmt() -> Option<String> {
    run::first_line(run::program("rustfmt").arg("--version"))
}

pub(super) fn add_rustfmt() -> Result<()> {
    add_component("rustfmt")
}

pub(super) fn clippy() -> Option<String> {
    run::first_line(run::program("cargo-clippy").args(["clippy", "--version"]))
}

pub(super) fn add_clippy() -> Result<()> {
    add_component("clippy")
}

pub(super) fn geckodriver() -> Option<String> {
    tool("geckodriver", GECKODRIVER)
}

pub(super) fn install_geckodriver() -> Result<()> {
    cargo_install("geckodriver", GECKODRIVER)
}

pub(super) fn trunk() -> Option<String> {
    tool("trunk", TRUNK)
}

pub(super) fn install_trunk() -> Result<()> {
    cargo_install("trunk", TRUNK)
}

/// Where the toolchain keeps its targets and sources.
fn rustlib() -> Option<PathBuf> {
    let sysroot = run::first_line(run::program("rustc").args(["--print", "sysroot"]))?;
    Some(Path::new(&sysroot).join("lib/rustlib"))
}

/// A tool counts only in the pinned version.
fn tool(name: &str, pin: &str) -> Option<String> {
    let line = run::first_line(run::program(run::find(name)?).arg("--version"))?;
    let version = line.split_whitespace().nth(1)?;
    (version == pin).then(|| format!("{name} {version}"))
}

fn add_component(name: &str) -> Result<()> {
    run::wait(run::program("rustup").args(["component", "add", name]))
}

fn cargo_install(name: &str, version: &str) -> Result<()> {
    let mut command = run::cargo();
    command.args(["install", name, "--locked", "--version", version, "--root"]).arg(project::tools());
    run::wait(&mut command)
}

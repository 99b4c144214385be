//! Calling other programs.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::project;

/// `cargo`, in the workspace, without what the outer `cargo run` put into the environment: build scripts
/// would otherwise see different values from run to run and compile again.
pub fn cargo() -> Command {
    let mut command = program("cargo");
    for (name, _) in env::vars_os() {
        if name.to_str().is_some_and(set_by_cargo_run) {
            command.env_remove(name);
        }
    }
    command
}

fn set_by_cargo_run(name: &str) -> bool {
    ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_"].iter().any(|prefix| name.starts_with(prefix))
        || ["CARGO", "CARGO_CRATE_NAME", "CARGO_PRIMARY_PACKAGE"].contains(&name)
}

/// A program by name, to be run in the workspace's folder.
pub fn program(name: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(name);
    command.current_dir(project::root());
    command
}

/// A script of an npm package, run by Node; the package's own launcher differs between systems.
pub fn npm_script(package: &str, script: &str) -> Command {
    let mut command = program("node");
    command.arg(project::npm_package(package).join(script));
    command
}

/// Runs a program to its end with its output visible.
pub fn wait(command: &mut Command) -> Result<()> {
    let status = command.status().with_context(|| format!("cannot start {}", shown(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs a program and gives its standard output; its standard error is shown only if it fails.
pub fn output(command: &mut Command) -> Result<Vec<u8>> {
    let output = command.stdin(Stdio::null()).output().with_context(|| format!("cannot start {}", shown(command)))?;
    if !output.status.success() {
        let said = String::from_utf8_lossy(&output.stderr);
        bail!("{} ended with {}:\n{said}", shown(command), output.status);
    }
    Ok(output.stdout)
}

/// The first line a program prints, trimmed; none if it cannot be run.
pub fn first_line(command: &mut Command) -> Option<String> {
    let text = String::from_utf8(output(command).ok()?).ok()?;
    text.lines().next().map(|line| line.trim().to_owned())
}

/// Where a program lies: in the project's own tools first, then on PATH.
pub fn find(name: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH").unwrap_or_default();
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    std::iter::once(project::tools().join("bin"))
        .chain(env::split_paths(&path))
        .map(|folder| folder.join(&file))
        .find(|candidate| candidate.is_file())
}

/// Where a server lies, which may be a folder that only root's path has.
pub fn find_server(name: &str) -> Option<PathBuf> {
    find(name).or_else(|| Some(Path::new("/usr/sbin").join(name)).filter(|file| file.is_file()))
}

/// The first of several programs that is there: systems name the same thing differently.
pub fn find_any(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| find(name))
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|arg| arg.to_string_lossy().into_owned()));
    format!("`{}`", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargos_own_variables_are_told_from_the_persons() {
        assert!(set_by_cargo_run("CARGO_PKG_NAME"));
        assert!(set_by_cargo_run("CARGO_MANIFEST_DIR"));
        assert!(!set_by_cargo_run("CARGO_HOME"));
        assert!(!set_by_cargo_run("CARGO_TARGET_DIR"));
    }

    #[test]
    fn a_failing_program_is_named() {
        let error = output(program("cargo").arg("no-such-task")).unwrap_err();
        assert!(error.to_string().contains("`cargo no-such-task`"));
    }
}

//! The work that Node and its packages do: `wasm-opt` (binaryen), minifying (esbuild), compressing (zlib).

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use crate::project::{self, NAME};
use crate::run;

/// The browser floor of the inline widget; see "Browser floor" in the embedding contract.
const FLOOR: &str = "--target=chrome97,edge97,firefox102,safari16.4";

/// The module made smaller. Names and producers go; the features are those the compiler noted in the module.
pub(super) fn wasm_opt(wasm: &Path, level: &str) -> Result<Vec<u8>> {
    let folder = project::target_dir().join(NAME);
    fs::create_dir_all(&folder)?;
    let out = folder.join("optimised.wasm");
    run::output(
        run::npm_script("binaryen", "bin/wasm-opt")
            .arg(wasm)
            .arg(format!("-O{level}"))
            // The stack begins at nought and grows down towards it, so no data lies in the first kilobyte.
            .args(["--low-memory-unused", "--strip-debug", "--strip-producers", "-o"])
            .arg(&out),
    )
    .context("wasm-opt could not make the module smaller; `cargo xtask doctor` says whether it is there")?;
    super::read(&out)
}

/// A classic script made smaller.
pub(super) fn minify_js(source: &[u8]) -> Result<Vec<u8>> {
    esbuild("js", source).context("esbuild cannot read embed.js; the lines are those of its unminified form")
}

/// A stylesheet made smaller, and nesting and the like written out for the browser floor.
pub(super) fn minify_css(source: &[u8]) -> Result<Vec<u8>> {
    esbuild("css", source).context("esbuild cannot read the sheets in style/, one after the other")
}

/// Writes `.br` and `.gz` beside each file.
pub(super) fn compress(files: &[PathBuf], brotli: u8) -> Result<()> {
    let mut command = run::program("node");
    command.arg(project::root().join("xtask/src/assemble/compress.mjs")).arg(brotli.to_string()).args(files);
    run::output(&mut command).context("cannot compress the distribution")?;
    Ok(())
}

fn esbuild(loader: &str, source: &[u8]) -> Result<Vec<u8>> {
    let mut command = run::npm_script("esbuild", "bin/esbuild");
    command.args([
        &format!("--loader={loader}"),
        "--minify",
        "--charset=utf8",
        "--legal-comments=none",
        "--log-level=warning",
        FLOOR,
    ]);
    piped(&mut command, source)
}

fn piped(command: &mut Command, input: &[u8]) -> Result<Vec<u8>> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .context("cannot start node; `cargo xtask doctor` says whether it is there")?;
    // The programs called here read all their input before they write, so this cannot block.
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(input)?;
    }
    let output = child.wait_with_output()?;
    if !output.status.success() {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim_end());
    }
    Ok(output.stdout)
}

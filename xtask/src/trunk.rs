//! The second front door: Trunk, for development with reload. It calls wasm-bindgen by name and, at its end,
//! a hook of ours; both lead to the functions that `build` uses, so both doors give the same files.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use crate::assemble::{self, Effort};
use crate::build::{bindings, cargo};
use crate::doctor::{self, Group};
use crate::project::{self, NAME, WASM_PROFILE};
use crate::{run, static_edition};

const TOOL: &str = "wasm-bindgen";
/// The name that the hook in `Trunk.toml` calls.
const HOOK: &str = "ledgerline-xtask";

/// Runs Trunk with the given arguments and with this project's `wasm-bindgen` first on its path.
pub fn run(args: &[OsString]) -> Result<()> {
    doctor::ensure(&[Group::Build, Group::Trunk])?;
    let trunk = run::find("trunk").context("trunk is missing; `cargo xtask doctor --fix` gets it")?;
    let profile = if args.iter().any(|arg| arg == "--release") { WASM_PROFILE } else { "dev" };
    let mut command = run::program(trunk);
    command
        .args(args)
        .env("PATH", path_with(&install_tool()?)?)
        .env(cargo::RUSTFLAGS, cargo::rustflags(profile)?)
        .envs(cargo::standard_library(profile).iter().copied());
    run::wait(&mut command)
}

/// Trunk's hook: turns the glue and the module in Trunk's staging folder into the distribution, beside the
/// page that Trunk wrote, and fills that page's static edition. What is shipped has a page of its own instead.
pub fn assemble_staged() -> Result<()> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .context("TRUNK_STAGING_DIR is not set; --from-trunk is for Trunk's hook")?;
    let release = env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release");
    let effort = if release { Effort::default() } else { Effort::quick() };
    let script = folder.join(format!("{NAME}.js"));
    let module = folder.join(format!("{NAME}_bg.wasm"));
    let page = folder.join("index.html");
    let development = fs::read_to_string(&page).context("Trunk left no index.html")?;
    assemble::run(&script, &module, &folder, &effort)?;
    fs::remove_file(script)?;
    fs::remove_file(module)?;
    if release { Ok(()) } else { fill_page(&page, &development) }
}

/// The page that reloads takes the place of the distribution's own.
fn fill_page(page: &Path, text: &str) -> Result<()> {
    let edition = static_edition::of(&project::default_story())?;
    // Not the template of the host pages: Trunk's reload script has places of its own, filled when it serves.
    fs::write(page, text.replace("{{static}}", &edition)).context("cannot write index.html")
}

/// Whether this program was started under the name that Trunk looks for.
pub fn called_as_wasm_bindgen() -> bool {
    env::args_os().next().is_some_and(|name| Path::new(&name).file_stem().is_some_and(|stem| stem == TOOL))
}

/// What Trunk asks of `wasm-bindgen`: its version, and the bindings of one module.
pub fn wasm_bindgen() -> Result<()> {
    let mut args = Parser::from_env();
    let (mut input, mut folder) = (None::<PathBuf>, None::<PathBuf>);
    while let Some(arg) = args.next()? {
        match arg {
            Arg::Long("version") => {
                println!("{TOOL} {}", bindings::VERSION);
                return Ok(());
            }
            Arg::Long("target") => {
                let target = args.value()?.string()?;
                if target != "no-modules" {
                    bail!("index.html asks for --target {target}; only no-modules is made here");
                }
            }
            Arg::Long("out-dir") => folder = Some(args.value()?.into()),
            Arg::Long("out-name") => {
                args.value()?;
            }
            Arg::Long("no-typescript") => {}
            Arg::Value(path) => input = Some(path.into()),
            _ => return Err(arg.unexpected().into()),
        }
    }
    let input = input.context("no module is named")?;
    bindings::generate(&input, &folder.context("--out-dir is missing")?)?;
    Ok(())
}

/// Puts copies of this program where Trunk finds them, under the tool's name and the hook's. A crate of the tool's name
/// cannot be built: rustc takes it for an outdated wasm-bindgen.
fn install_tool() -> Result<PathBuf> {
    let folder = project::target_dir().join(NAME).join("path");
    fs::create_dir_all(&folder)?;
    for name in [TOOL, HOOK] {
        let tool = folder.join(format!("{name}{}", env::consts::EXE_SUFFIX));
        if tool.exists() {
            fs::remove_file(&tool)?;
        }
        fs::copy(env::current_exe()?, tool).context("cannot copy this program for Trunk")?;
    }
    Ok(folder)
}

fn path_with(first: &Path) -> Result<OsString> {
    let path = env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(first.to_path_buf()).chain(env::split_paths(&path));
    Ok(env::join_paths(folders)?)
}

/// Checks that `trunk build --release` leaves the very files of `dist/`.
pub fn check_same_files() -> Result<()> {
    run(&["build".into(), "--release".into()])?;
    let (dist, other) = (project::dist(), project::root().join("target").join("trunk"));
    let manifest = assemble::manifest::Manifest::read(&dist)?;
    for file in &manifest.files {
        for form in ["", ".br", ".gz"] {
            same_file(&dist, &other, &format!("{}{form}", file.path))?;
        }
    }
    same_file(&dist, &other, "_headers")?;
    println!("Trunk makes the same {} files ({WASM_PROFILE}).", manifest.files.len());
    Ok(())
}

fn same_file(one: &Path, other: &Path, name: &str) -> Result<()> {
    let a = fs::read(one.join(name)).with_context(|| format!("cargo xtask build made no {name}"))?;
    let b = fs::read(other.join(name)).with_context(|| format!("Trunk made no {name}"))?;
    if a != b {
        bail!("{name} differs between `cargo xtask build` and `trunk build --release`");
    }
    Ok(())
}

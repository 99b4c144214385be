//! `cargo xtask build`: Rust to WASM, bindings, distribution.

pub mod bindings;
pub mod cargo;
pub mod exports;
pub mod split;
mod stamp;

use anyhow::Result;

use crate::assemble::{self, EXAMPLE_URL, Effort, manifest::Manifest};
use crate::doctor::{self, Group};
use crate::project::{self, NAME, WASM_PROFILE};
use crate::step::Steps;
use stamp::Stamp;

/// What a build may vary, to compare sizes; the defaults are what is shipped.
pub struct Options {
    /// The compiler's level in place of the profile's: `z`, `s` or `3`.
    pub opt_level: Option<String>,
    /// The level of `wasm-opt`.
    pub wasm_opt: String,
    /// Large files in little time, for a look at a change: Cargo's development profile, nothing made small.
    pub quick: bool,
    /// Where the distribution will lie.
    pub url: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            opt_level: None,
            wasm_opt: Effort::default().wasm_opt.unwrap_or_default(),
            quick: false,
            url: EXAMPLE_URL.to_owned(),
        }
    }
}

impl Options {
    fn profile(&self) -> &'static str {
        if self.quick { "dev" } else { WASM_PROFILE }
    }

    fn effort(&self) -> Effort {
        let url = self.url.clone();
        if self.quick {
            return Effort { url, ..Effort::quick() };
        }
        Effort { wasm_opt: Some(self.wasm_opt.clone()), url, ..Effort::default() }
    }
}

/// Builds the distribution into `dist/`.
pub fn run(options: &Options) -> Result<Manifest> {
    in_steps(&mut Steps::new(3), options)
}

/// The three steps of a build, as part of a task that may have more.
pub fn in_steps(steps: &mut Steps, options: &Options) -> Result<Manifest> {
    steps.run("The tools for building", || doctor::ensure(&[Group::Build]))?;
    let wasm = steps.run("The widget, compiled to WASM (cold: about two minutes)", || {
        cargo::build_wasm(options.profile(), options.opt_level.as_deref())
    })?;
    let effort = options.effort();
    let stamp = Stamp::of(&wasm, &format!("{} {}", options.wasm_opt, options.url))?;
    let dist = project::dist();
    if let Some(manifest) = stamp.whole_distribution(&dist) {
        return steps.run("The distribution: nothing changed", || Ok(manifest));
    }
    steps.run("The distribution: bindings, wasm-opt, minified, compressed", || {
        let glue = bindings::generate(&wasm, &project::target_dir().join(NAME).join("bindings"))?;
        let manifest = assemble::run(&glue.script, &glue.module, &dist, &effort)?;
        stamp.write(&dist)?;
        Ok(manifest)
    })
}

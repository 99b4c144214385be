//! The service worker, with the exact files of this build: `sw.js` for the distribution's own pages,
//! `ledgerline-sw.js` for the worker of a newsroom that hosts the distribution itself.

use anyhow::Result;
use serde::Serialize;

use super::hash::Digest;
use super::output::Output;
use super::{node, sources};
use crate::project::VERSION;

/// The constant `BUILD` that `src/embed/pages/worker.js` reads.
#[derive(Serialize)]
struct Build<'a> {
    version: &'static str,
    id: &'a str,
    guest: bool,
    files: &'a [Kept],
}

#[derive(Serialize)]
struct Kept {
    path: String,
    integrity: String,
}

/// Adds both workers. They keep everything that was added before.
pub(super) fn write(output: &mut Output) -> Result<()> {
    let files: Vec<Kept> =
        output.files().iter().map(|file| Kept { path: file.path.clone(), integrity: file.integrity.clone() }).collect();
    let all = serde_json::to_vec(&files)?;
    let id = Digest::of(&all).hex();
    let id = id.get(..12).unwrap_or(&id);
    let source = sources("pages", &["worker"])?;
    for (name, guest) in [("sw.js", false), ("ledgerline-sw.js", true)] {
        let build = serde_json::to_string(&Build { version: VERSION, id, guest, files: &files })?;
        let script = format!("(() => {{\n\"use strict\";\nconst BUILD = {build};\n{source}\n}})();\n");
        output.evergreen(name, node::minify_js(script.as_bytes())?)?;
    }
    Ok(())
}

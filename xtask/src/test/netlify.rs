//! The `_headers` file, read by Netlify's own reader.

use std::collections::BTreeMap;

use anyhow::{Context, Result, ensure};

use crate::assemble::manifest::File;
use crate::{headers, project, run};

/// Every file gets the headers of the table, no more and no fewer.
pub(super) fn check(files: &[File]) -> Result<()> {
    let files: Vec<&File> = files.iter().filter(|file| !file.path.contains("hosting/")).collect();
    let addresses = files.iter().map(|file| format!("/{}", file.path));
    let script = project::root().join("xtask/src/test/netlify.mjs");
    let told = run::output(run::program("node").arg(script).arg(project::dist().join("_headers")).args(addresses))?;
    let told: Vec<BTreeMap<String, String>> = serde_json::from_slice(&told).context("of netlify.mjs")?;
    for (file, told) in files.iter().zip(&told) {
        let path = file.path.as_str();
        let own = [("Content-Type", headers::content_type(path)), ("Cache-Control", headers::cache_control(path))];
        let expected: BTreeMap<&str, &str> = own.into_iter().chain(headers::COMMON).collect();
        let told: BTreeMap<&str, &str> = told.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        ensure!(told == expected, "Netlify: {path} would be sent with {told:?}");
    }
    println!("Netlify's reader: {} files as they should be", files.len());
    Ok(())
}

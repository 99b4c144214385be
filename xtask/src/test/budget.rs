//! What the distribution weighs, and the most that a first load may fetch.

use anyhow::{Result, bail};

use crate::assemble::manifest::Manifest;
use crate::headers;
use crate::project;

/// Bytes under Brotli of the script, the module and the default story together.
const BUDGET: u64 = 130_000;

/// Prints the sizes of all files of the distribution.
pub fn print_sizes() -> Result<()> {
    print(&Manifest::read(&project::dist())?);
    Ok(())
}

pub(super) fn check() -> Result<()> {
    let manifest = Manifest::read(&project::dist())?;
    print(&manifest);
    let sum = manifest.first_load();
    if sum > BUDGET {
        bail!("a first load fetches {sum} bytes, {} more than the budget of {BUDGET}", sum - BUDGET);
    }
    Ok(())
}

fn print(manifest: &Manifest) {
    println!("{:>10} {:>9} {:>9}  file", "raw", "gzip", "brotli");
    // The copies in the version's folder are the same once more.
    for file in manifest.files.iter().filter(|file| !headers::is_pinned(&file.path)) {
        let mark = if file.first_load { "first load" } else { "" };
        println!("{:>10} {:>9} {:>9}  {:<42} {mark}", file.raw, file.gzip, file.brotli, file.path);
    }
    let sum = manifest.first_load();
    println!("{:>10} {:>9} {sum:>9}  first load; the budget is {BUDGET}", "", "");
}

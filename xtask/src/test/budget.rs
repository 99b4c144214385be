//! What the distribution weighs, and the most that a first load may fetch.

use std::fs;

use anyhow::{Result, bail};

use crate::assemble::manifest::Manifest;
use crate::headers;
use crate::project;

/// The most that a first load may fetch, in bytes under Brotli: the script, the first half of the module and the default
/// story together. ARCHITECTURE.md, "Sizes", tells where the bytes are and what comes later.
const LIMIT: u64 = 175_000;

/// The most that `embed.js` may weigh: every page fetches it, whatever comes of the widget there.
const SCRIPT_LIMIT: u64 = 10_000;

/// Prints the sizes of all files of the distribution.
pub fn print_sizes() -> Result<()> {
    print(&Manifest::read(&project::dist())?);
    Ok(())
}

pub(super) fn check() -> Result<()> {
    let manifest = Manifest::read(&project::dist())?;
    print(&manifest);
    no_table(&manifest)?;
    let script = manifest.files.iter().find(|file| file.path == "embed.js").map_or(0, |file| file.brotli);
    if script > SCRIPT_LIMIT {
        bail!("embed.js weighs {script} bytes, {} more than it may", script - SCRIPT_LIMIT);
    }
    let sum = manifest.first_load();
    if sum > LIMIT {
        bail!("a first load fetches {sum} bytes, {} more than it may: what was added last?", sum - LIMIT);
    }
    Ok(())
}

/// Tables of the standard library that slip in with one careless call and weigh ten kilobytes under Brotli each: how
/// they begin, and what brings them.
const TABLES: [(&[u8], &str); 2] = [
    (&[0x5a, 0xd6, 0x3b, 0x92, 0xd6, 0x53, 0xf4, 0xee], "`str::parse` of a float; `ledgerline_core::float` reads them"),
    (&[0xc0, 0, 0, 0, 0xe0, 0, 0, 0, 0xc1, 0, 0, 0, 0xe1, 0, 0, 0], "`to_lowercase`; ASCII has its own"),
];

fn no_table(manifest: &Manifest) -> Result<()> {
    for module in manifest.files.iter().filter(|file| file.path.ends_with(".wasm")) {
        let bytes = fs::read(project::dist().join(&module.path))?;
        if let Some((_, cause)) = TABLES.iter().find(|(table, _)| bytes.windows(table.len()).any(|part| part == *table))
        {
            bail!("{} carries a table of the standard library, because of {cause}", module.path);
        }
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
    println!("{:>10} {:>9} {sum:>9}  first load; the limit is {LIMIT}", "", "");
}

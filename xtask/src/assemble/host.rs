//! What a newsroom's developer takes from the distribution: types, the elements' manifest, the tag, and the headers for
//! common servers.

use anyhow::{Context, Result};

use super::output::Output;
use super::read;
use crate::headers::servers;
use crate::project::{self, VERSION};

/// Keeps free what both instruments need when they open with the founding story, at every width of a page, so that
/// nothing below moves. README.md, the documentation and the host pages of the tests have the same rule.
const RESERVED: &str = "\
ledger-line { display: block; min-height: 125rem }
@media (max-width: 58rem) { ledger-line { min-height: 149rem } }
@media (max-width: 39rem) { ledger-line { min-height: 209rem } }
@media (max-width: 24rem) { ledger-line { min-height: 235rem } }";

/// Adds the files for the newsroom's developer. `url` is where the distribution will lie.
pub(super) fn write(output: &mut Output, url: &str) -> Result<()> {
    let folder = project::root().join("src/embed/host");
    for name in ["ledgerline.d.ts", "ledgerline-react.d.ts", "ledgerline-vue.d.ts", "custom-elements.json"] {
        output.evergreen(name, read(&folder.join(name))?)?;
    }
    let snippet = snippet(output, url)?;
    output.evergreen("snippet.html", snippet.into_bytes())?;
    for (name, text) in
        [("nginx.conf", servers::nginx()), ("Caddyfile", servers::caddy()), ("htaccess", servers::apache())]
    {
        output.evergreen(&format!("hosting/{name}"), text.into_bytes())?;
    }
    Ok(())
}

/// The tag that names this version and nothing else.
fn snippet(output: &Output, url: &str) -> Result<String> {
    let script = output.files().iter().find(|file| file.path == "embed.js").context("embed.js comes first")?;
    let integrity = &script.integrity;
    let module = output.files().iter().find(|file| file.first_load && file.path.ends_with(".wasm"));
    let module = &module.context("there is no module")?.path;
    // A page that names the version also knows the module, and need not wait for the script to ask for it.
    Ok(format!(
        "<link rel=\"preload\" href=\"{url}{VERSION}/{module}\" as=\"fetch\" crossorigin=\"anonymous\">\n\
         <style>\n{RESERVED}\n</style>\n\
         <ledger-line view=\"both\"></ledger-line>\n\
         <script async src=\"{url}{VERSION}/embed.js\" integrity=\"{integrity}\" crossorigin=\"anonymous\"></script>\n"
    ))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_reserved_height_is_the_same_wherever_it_is_told() -> Result<()> {
        for path in ["README.md", "docs/host.md", "tests/hosts/page.css"] {
            let text = fs::read_to_string(project::root().join(path))?;
            assert!(text.contains(RESERVED), "{path} reserves another height than the snippet");
        }
        Ok(())
    }
}

//! What a newsroom's developer takes from the distribution: types, the elements' manifest, the tag, and the headers for
//! common servers.

use anyhow::Result;

use super::heights::{Heights, View};
use super::output::Output;
use super::read;
use super::tag::Tag;
use crate::headers::{aws, servers};
use crate::project;

/// Adds the files for the newsroom's developer. `url` is where the distribution will lie.
pub(super) fn write(output: &mut Output, heights: &Heights, url: &str) -> Result<()> {
    let folder = project::root().join("src/embed/host");
    for name in ["ledgerline.d.ts", "ledgerline-react.d.ts", "ledgerline-vue.d.ts", "custom-elements.json"] {
        output.evergreen(name, read(&folder.join(name))?)?;
    }
    let story = &project::default_story();
    let snippet = Tag { story, address: None, view: View::Both, heights, url }.text(output.files())?;
    output.evergreen("snippet.html", snippet.into_bytes())?;
    let files = [
        ("nginx.conf", servers::nginx()),
        ("Caddyfile", servers::caddy()),
        ("htaccess", servers::apache()),
        ("cloudfront.json", aws::cloudfront()),
    ];
    for (name, text) in files {
        output.evergreen(&format!("hosting/{name}"), text.into_bytes())?;
    }
    Ok(())
}

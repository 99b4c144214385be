//! The face that pages are measured in: what stands for Georgia where a machine has none. It is as wide and as high as that,
//! letter by letter, so a rule of heights is the same wherever it was measured.

use std::fs;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::project;

/// The style that lets a page set text in it. The files are in it.
pub fn faces() -> Result<String> {
    let each = [400, 700].into_iter().flat_map(|weight| ["normal", "italic"].map(|style| (weight, style)));
    each.map(|(weight, style)| {
        let name = format!("gelasio-latin-{weight}-{style}.woff2");
        let file = project::npm_package("@fontsource/gelasio").join("files").join(name);
        let bytes =
            fs::read(&file).with_context(|| format!("cannot read {}; `npm ci` gets it", project::shown(&file)))?;
        Ok(format!(
            "@font-face {{ font-family: Georgia; font-weight: {weight}; font-style: {style}; \
             src: url(data:font/woff2;base64,{}) }}\n",
            STANDARD.encode(bytes)
        ))
    })
    .collect()
}

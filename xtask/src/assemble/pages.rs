//! The pages of a story: a frame and a standalone page, and what they load. Those of the founding story are `frame.html`
//! and `index.html`.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use ledgerline_figure::html::escape;
use serde_json::{Value, json};

use super::about::{About, Files, Picture};
use super::hash::Digest;
use super::output::Output;
use super::{node, read, read_text, sources, words};
use crate::project::{self, NAME};
use crate::serve::template;

/// What both pages allow themselves: their one script and its likes, their one style. A story, and the pictures in it,
/// may lie anywhere.
fn policy(boot: &str, css: &str) -> String {
    let hash = |text: &str| format!("'{}'", Digest::of(text.as_bytes()).integrity());
    format!(
        "default-src 'none'; script-src {} 'strict-dynamic' 'wasm-unsafe-eval'; style-src {}; \
         connect-src 'self' https: http:; img-src 'self' https:; frame-src https:; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
         trusted-types ledgerline 'allow-duplicates'",
        hash(boot),
        hash(css)
    )
}

/// Enough to tell one build's scripts from another's.
const BUILD_DIGITS: usize = 12;

const ICONS: [&str; 4] = ["icon.svg", "icon-192.png", "icon-512.png", "icon-maskable-512.png"];

/// What the pages of all stories have in common, for one build.
pub(super) struct Pages {
    css: String,
    /// The messages of the group `page`.
    words: BTreeMap<String, String>,
    build: String,
    /// Where the distribution will lie.
    url: String,
    scripts: [(&'static str, Vec<u8>); 2],
}

impl Pages {
    /// For the build whose `embed.js` has this hash.
    pub(super) fn new(integrity: &str, url: &str) -> Result<Self> {
        let catalogue = read_text(&project::root().join("messages/en.json"))?;
        let protocol = sources("loader", &["protocol"])?;
        let frame = small(&(protocol + &sources("pages", &["offline", "frame"])?))?;
        let own = small(&sources("pages", &["offline", "page"])?)?;
        let build = Digest::of(&[integrity.as_bytes(), &frame, &own].concat()).hex();
        Ok(Self {
            css: style()?,
            words: words::group(&catalogue, "page")?,
            build: build.get(..BUILD_DIGITS).unwrap_or(&build).to_owned(),
            url: url.to_owned(),
            scripts: [("frame.js", frame), ("page.js", own)],
        })
    }

    /// Adds what the pages load.
    pub(super) fn write_scripts(&self, output: &mut Output) -> Result<()> {
        self.scripts.iter().try_for_each(|(name, script)| output.evergreen(name, script.clone()))?;
        ICONS.iter().try_for_each(|icon| output.evergreen(icon, read(&folder().join(icon))?))
    }

    /// Adds the pages of a story, and the manifest that makes its standalone page an application.
    pub(super) fn write(
        &self,
        output: &mut Output,
        about: &About,
        edition: &str,
        picture: Option<&Picture>,
    ) -> Result<()> {
        let files = Files::of(about);
        let head = self.head(about, &files, picture)?;
        output.evergreen(&files.frame(), self.page("frame.html", "frame.js", about, &head, edition)?)?;
        output.evergreen(&files.page(), self.page("index.html", "page.js", about, &head, edition)?)?;
        output.evergreen(&files.manifest(), serde_json::to_vec_pretty(&manifest(about, &files)?)?)
    }

    fn page(&self, page: &str, script: &str, about: &About, head: &str, edition: &str) -> Result<Vec<u8>> {
        let files = Files::of(about);
        let names = serde_json::to_string(&[script, "embed.js"])?;
        let boot = String::from_utf8(small(&sources("pages", &["boot"])?.replace("NAMES", &names))?)?;
        let (boot, policy) = (boot.trim_end(), policy(boot.trim_end(), &self.css));
        // For the frame, whose element a script makes, the story stands at the page.
        let attribute = if page == "frame.html" { "data-story" } else { "story" };
        let story = files.to_story().map(|story| format!(" {attribute}=\"{story}\"")).unwrap_or_default();
        let (title, lang) = (escape(&about.title), escape(&about.lang));
        let (to_page, manifest) = (files.to_page(), files.to_manifest());
        let mut values = vec![("boot", boot), ("policy", &policy), ("build", &self.build), ("css", &self.css)];
        values.extend([("head", head), ("title", &title), ("lang", &lang), ("static", edition), ("story", &story)]);
        values.extend([("home", files.home()), ("page", to_page.as_str()), ("manifest", manifest.as_str())]);
        values.extend(self.words.iter().map(|(name, text)| (name.as_str(), text.as_str())));
        let html = template::fill(&read_text(&folder().join(page))?, &values)?;
        Ok(html.into_bytes())
    }

    /// What search engines, previews and oEmbed are told: of the story, under the address of its standalone page.
    fn head(&self, about: &About, files: &Files, picture: Option<&Picture>) -> Result<String> {
        let (title, summary) = (escape(&about.title), escape(&about.summary));
        let picture = match picture {
            Some(picture) => self.picture(&title, files, picture)?,
            None => card("summary"),
        };
        let oembed = format!("{}{}", self.url, files.oembed());
        let address = files.address(&self.url);
        let values = [("title", title.as_str()), ("summary", &summary), ("picture", &picture), ("oembed", &oembed)];
        let head = read_text(&folder().join("head.html"))?;
        Ok(template::fill(&head, &[&values[..], &[("address", address.as_str())]].concat())?.trim_end().to_owned())
    }

    fn picture(&self, title: &str, files: &Files, picture: &Picture) -> Result<String> {
        let said = self.words.get("preview").map(String::as_str).unwrap_or_default();
        let alt = template::fill(said, &[("title", title)])?;
        let (width, height) = (picture.width.to_string(), picture.height.to_string());
        let image = format!("{}{}", self.url, files.picture());
        let og = [("", image.as_str()), (":width", &width), (":height", &height), (":alt", &alt)];
        let og = og.map(|(name, value)| format!("<meta property=\"og:image{name}\" content=\"{value}\">\n"));
        Ok(og.concat() + &card("summary_large_image"))
    }
}

fn card(kind: &str) -> String {
    format!("<meta name=\"twitter:card\" content=\"{kind}\">")
}

/// In a function of its own, so that its names meet no others.
fn small(source: &str) -> Result<Vec<u8>> {
    node::minify_js(format!("(() => {{\n\"use strict\";\n{source}\n}})();\n").as_bytes())
}

/// What makes the standalone page an application that can be installed.
fn manifest(about: &About, files: &Files) -> Result<Value> {
    let home = files.home();
    let icon = |name: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": format!("{home}{name}"), "sizes": sizes, "type": kind, "purpose": purpose });
    let [ground, _] = grounds()?;
    Ok(json!({
        // Of an origin, whatever folder the distribution lies in.
        "id": format!("{NAME}-{}", about.name),
        "name": about.title,
        "short_name": "Ledgerline",
        "lang": about.lang,
        "start_url": files.to_page(),
        "scope": "./",
        "display": "minimal-ui",
        "background_color": ground,
        "theme_color": ground,
        "icons": [
            icon("icon.svg", "any", "image/svg+xml", "any"),
            icon("icon-192.png", "192x192", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "any"),
            icon("icon-maskable-512.png", "512x512", "image/png", "maskable"),
        ],
    }))
}

/// The sheet of the pages, whose ground is the widget's.
pub(super) fn style() -> Result<String> {
    let [light, dark] = grounds()?;
    let css = read_text(&project::root().join("style/page.css"))?;
    let css = template::fill(&css, &[("light", light.as_str()), ("dark", &dark)])?;
    Ok(String::from_utf8(node::minify_css(css.as_bytes())?)?.trim_end().to_owned())
}

/// The grounds of the light and of the dark theme, as the sheet of tokens has them.
fn grounds() -> Result<[String; 2]> {
    let tokens = read_text(&project::root().join("style/tokens.css"))?;
    let mut values = tokens.split("--ll-bg: ").skip(1).filter_map(|rest| rest.split(';').next());
    let mut next = || values.next().map(str::to_owned).context("a ground is missing in tokens.css");
    Ok([next()?, next()?])
}

pub(super) fn folder() -> std::path::PathBuf {
    project::root().join("src/embed/pages")
}

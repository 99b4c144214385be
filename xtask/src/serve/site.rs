//! A newsroom's own site: host pages, each with the policy that its case asks for.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Response, StatusCode};

use super::{HERE, Server, files, template};
use crate::headers;

/// The strictest policy under which the widget promises to run inline. A case may have another in its
/// `headers.json`.
pub const STRICT_POLICY: &str = "default-src 'none'; script-src {{cdn}} 'wasm-unsafe-eval'; \
     connect-src {{cdn}} {{other}}; style-src 'self'; img-src 'self'; \
     require-trusted-types-for 'script'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Host pages in one folder for each case, served under `/<case>/`. HTML and headers are templates:
/// `{{cdn}}` is the distribution's origin, `{{other}}` a third origin, `{{static}}` the static edition;
/// further names have the values that the site is given.
pub struct Site {
    hosts: PathBuf,
    cdn: String,
    other: String,
    static_edition: String,
    further: Vec<(&'static str, String)>,
    distribution: Option<PathBuf>,
}

impl Site {
    /// A site whose pages embed the widget from the origin `cdn`.
    pub fn new(hosts: impl Into<PathBuf>, cdn: impl Into<String>) -> Self {
        Self {
            hosts: hosts.into(),
            cdn: cdn.into(),
            other: String::new(),
            static_edition: String::new(),
            further: Vec::new(),
            distribution: None,
        }
    }

    /// A further origin, for stories that lie elsewhere; the strict policy allows connecting to it.
    #[must_use]
    pub fn other(mut self, origin: impl Into<String>) -> Self {
        self.other = origin.into();
        self
    }

    /// The HTML that the embedding tag contains.
    #[must_use]
    pub fn static_edition(mut self, html: impl Into<String>) -> Self {
        self.static_edition = html.into();
        self
    }

    /// A further `{{name}}` of the pages and headers.
    #[must_use]
    pub fn value(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.further.push((name, text.into()));
        self
    }

    /// A newsroom that hosts the distribution itself, under `/ledgerline/`.
    #[must_use]
    pub fn distribution(mut self, folder: impl Into<PathBuf>) -> Self {
        self.distribution = Some(folder.into());
        self
    }

    /// Starts serving on a loopback port; port 0 takes a free one.
    pub fn start(self, port: u16) -> Result<Server> {
        let app = Router::new().fallback(answer).with_state(Arc::new(self));
        Server::start(app, HERE, port)
    }

    fn fill(&self, text: &str) -> Result<String> {
        let mut values = vec![("cdn", self.cdn.as_str()), ("other", &self.other), ("static", &self.static_edition)];
        values.extend(self.further.iter().map(|(name, text)| (*name, text.as_str())));
        template::fill(text, &values)
    }

    /// An HTML page of a case, filled, with the headers of its case.
    fn page(&self, path: &str) -> Result<Option<Response<Body>>> {
        let Some(file) = files::inside(&self.hosts, path) else {
            return Ok(None);
        };
        let text = fs::read_to_string(&file)?;
        let html = self.fill(&text).with_context(|| path.to_owned())?;
        let mut response = Response::new(Body::from(html));
        for (name, value) in case_headers(file.parent().unwrap_or(&self.hosts))? {
            files::set(&mut response, &name, &self.fill(&value)?);
        }
        Ok(Some(response))
    }

    fn respond(&self, path: &str) -> Result<Option<Response<Body>>> {
        if let (Some(own), Some(path)) = (&self.distribution, path.strip_prefix("/ledgerline/")) {
            return Ok(files::read(own, path).map(|bytes| Response::new(Body::from(bytes))));
        }
        if path.ends_with(".html") {
            return self.page(path);
        }
        let bytes = files::read(&self.hosts, path);
        Ok(bytes.map(|bytes| Response::new(Body::from(bytes))))
    }
}

/// The headers of a case: the strict policy, changed by its `headers.json`, an object of header names and
/// values; a null takes a header away.
fn case_headers(case: &Path) -> Result<BTreeMap<String, String>> {
    let mut all = BTreeMap::from([("Content-Security-Policy".to_owned(), STRICT_POLICY.to_owned())]);
    let file = case.join("headers.json");
    if !file.is_file() {
        return Ok(all);
    }
    let changes: BTreeMap<String, Option<String>> = serde_json::from_str(&fs::read_to_string(&file)?)
        .with_context(|| format!("{} is no object of headers", file.display()))?;
    for (name, value) in changes {
        match value {
            Some(value) => all.insert(name, value),
            None => all.remove(&name),
        };
    }
    Ok(all)
}

async fn answer(State(site): State<Arc<Site>>, request: Request) -> Response<Body> {
    let mut path = request.uri().path().to_owned();
    if path.ends_with('/') {
        path.push_str("index.html");
    }
    let mut response = match site.respond(&path) {
        Ok(Some(response)) => response,
        // Browsers ask for it unbidden; an error in their console would look like one of ours.
        Ok(None) if path == "/favicon.ico" => return files::text(StatusCode::NO_CONTENT, ""),
        Ok(None) => {
            return files::text(StatusCode::NOT_FOUND, format!("there is no {path} here\n"));
        }
        Err(error) => {
            return files::text(StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}\n"));
        }
    };
    files::set(&mut response, "Content-Type", headers::content_type(&path));
    files::set(&mut response, "Cache-Control", "no-store");
    files::set(&mut response, "X-Content-Type-Options", "nosniff");
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Result<(tempfile::TempDir, Site)> {
        let folder = tempfile::tempdir()?;
        fs::create_dir(folder.path().join("a"))?;
        fs::write(folder.path().join("a/index.html"), "{{cdn}} {{static}}")?;
        let site = Site::new(folder.path(), "http://cdn").static_edition("<p>still</p>");
        Ok((folder, site))
    }

    fn policy(site: &Site) -> Result<Option<String>> {
        let response = site.page("/a/index.html")?.context("the page is there")?;
        let value = response.headers().get("content-security-policy");
        Ok(value.and_then(|value| value.to_str().ok()).map(str::to_owned))
    }

    #[test]
    fn a_page_has_the_strict_policy_with_the_cdn_in_it() -> Result<()> {
        let (_folder, site) = site()?;
        let policy = policy(&site)?.context("a policy is sent")?;
        assert!(policy.contains("script-src http://cdn 'wasm-unsafe-eval';"));
        assert!(policy.contains("require-trusted-types-for 'script'"));
        Ok(())
    }

    #[test]
    fn a_case_changes_its_headers() -> Result<()> {
        let (folder, site) = site()?;
        let file = folder.path().join("a/headers.json");
        fs::write(&file, r#"{"Content-Security-Policy": "connect-src {{cdn}}"}"#)?;
        assert_eq!(policy(&site)?.as_deref(), Some("connect-src http://cdn"));
        fs::write(&file, r#"{"Content-Security-Policy": null}"#)?;
        assert_eq!(policy(&site)?, None);
        Ok(())
    }
}

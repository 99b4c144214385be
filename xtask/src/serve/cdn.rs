//! A folder served as a CDN would serve it.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;
use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method, Response, StatusCode, header};

use super::fault::{self, Fault};
use super::{ELSEWHERE, HERE, Server, encoding, files};
use crate::assemble::hash::Digest;
use crate::headers;

/// A folder to be served to any origin, precompressed where `.br` and `.gz` lie beside a file.
pub struct Cdn {
    folder: PathBuf,
    host: &'static str,
}

impl Cdn {
    /// A CDN for a folder: the distribution, or story files of another origin.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), host: HERE }
    }

    /// Of another site than the pages around it, as a newsroom's CDN is: browsers keep such frames in a process apart,
    /// and their storage as well.
    #[must_use]
    pub fn elsewhere(mut self) -> Self {
        self.host = ELSEWHERE;
        self
    }

    /// Starts serving on a loopback port; port 0 takes a free one.
    pub fn start(self, port: u16) -> Result<Server> {
        let host = self.host;
        let app = Router::new().fallback(answer).with_state(Arc::new(self));
        Server::start(app, host, port)
    }
}

async fn answer(State(cdn): State<Arc<Cdn>>, request: Request) -> Response<Body> {
    let (fault, mut path) = fault::of(request.uri().path());
    if path.ends_with('/') {
        path.push_str("index.html");
    }
    let mut response = match *request.method() {
        Method::GET | Method::HEAD => match fault {
            Some(fault) => faulty(&cdn.folder, &path, fault),
            None => file(&cdn.folder, &path, request.headers()),
        },
        // Asked before a request that is not simple; any plain one is welcome.
        Method::OPTIONS => files::text(StatusCode::NO_CONTENT, ""),
        _ => files::text(StatusCode::METHOD_NOT_ALLOWED, "only GET is answered here\n"),
    };
    for (name, value) in headers::COMMON {
        files::set(&mut response, name, value);
    }
    response
}

fn faulty(folder: &Path, path: &str, fault: Fault) -> Response<Body> {
    let mut right = Response::new(Body::empty());
    files::set(&mut right, "Content-Type", headers::content_type(path));
    fault.answer(files::read(folder, path).unwrap_or_default(), right)
}

fn file(folder: &Path, path: &str, asked: &HeaderMap) -> Response<Body> {
    let Some((bytes, encoding)) = best_form(folder, path, asked) else {
        return files::text(StatusCode::NOT_FOUND, format!("there is no {path} here\n"));
    };
    let tag = tag(&bytes);
    let mut response = if text(asked, header::IF_NONE_MATCH).contains(&tag) {
        files::text(StatusCode::NOT_MODIFIED, "")
    } else {
        Response::new(Body::from(bytes))
    };
    if let Some(encoding) = encoding {
        files::set(&mut response, "Content-Encoding", encoding);
    }
    files::set(&mut response, "Content-Type", headers::content_type(path));
    files::set(&mut response, "Cache-Control", headers::cache_control(path));
    files::set(&mut response, "ETag", &tag);
    files::set(&mut response, "Vary", "Accept-Encoding");
    response
}

fn best_form(folder: &Path, path: &str, asked: &HeaderMap) -> Option<(Vec<u8>, Option<&'static str>)> {
    let accepted = text(asked, header::ACCEPT_ENCODING);
    let small = encoding::accepted(accepted)
        .find_map(|(name, ending)| Some((files::read(folder, &format!("{path}{ending}"))?, Some(name))));
    small.or_else(|| Some((files::read(folder, path)?, None)))
}

/// A strong tag is of the bytes as sent, so each form has its own.
fn tag(bytes: &[u8]) -> String {
    let hex = Digest::of(bytes).hex();
    format!("\"{}\"", hex.get(..16).unwrap_or(&hex))
}

fn text(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn folder() -> Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        fs::write(folder.path().join("a-0123456789ab.wasm"), "plain")?;
        fs::write(folder.path().join("a-0123456789ab.wasm.br"), "small")?;
        Ok(folder)
    }

    fn asking(name: header::HeaderName, value: &str) -> Result<HeaderMap> {
        Ok(HeaderMap::from_iter([(name, value.parse()?)]))
    }

    #[test]
    fn the_compressed_form_is_sent_to_those_who_take_it() -> Result<()> {
        let folder = folder()?;
        let asked = asking(header::ACCEPT_ENCODING, "gzip, br")?;
        let response = file(folder.path(), "/a-0123456789ab.wasm", &asked);
        assert_eq!(response.headers()["content-encoding"], "br");
        assert_eq!(response.headers()["content-type"], "application/wasm");
        assert!(text(response.headers(), header::CACHE_CONTROL).contains("immutable"));
        let plain = file(folder.path(), "/a-0123456789ab.wasm", &HeaderMap::new());
        assert!(!plain.headers().contains_key("content-encoding"));
        assert_ne!(plain.headers()["etag"], response.headers()["etag"]);
        Ok(())
    }

    #[test]
    fn a_known_tag_is_answered_without_the_content() -> Result<()> {
        let folder = folder()?;
        let asked = asking(header::IF_NONE_MATCH, &tag(b"plain"))?;
        let response = file(folder.path(), "/a-0123456789ab.wasm", &asked);
        assert_eq!(response.status(), StatusCode::NOT_MODIFIED);
        Ok(())
    }

    #[test]
    fn a_missing_file_is_named() -> Result<()> {
        let response = file(folder()?.path(), "/b.js", &HeaderMap::new());
        assert_eq!(response.status(), StatusCode::NOT_FOUND);
        Ok(())
    }
}

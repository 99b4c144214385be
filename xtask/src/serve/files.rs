//! From a request's path to a file, never out of the served folder.

use std::fs;
use std::path::{Path, PathBuf};

use axum::body::Body;
use axum::http::{HeaderName, HeaderValue, Response, StatusCode};

/// The file a request's path names, if it stays inside the folder. Percent-encoded names are not served:
/// no file of ours needs them, and so nothing can hide in them.
pub(super) fn inside(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = path.strip_prefix('/').unwrap_or(path);
    let plain =
        path.split('/').all(|part| !part.is_empty() && !part.starts_with('.') && !part.contains(['\\', '%', ':']));
    let file = folder.join(path);
    (plain && file.is_file()).then_some(file)
}

/// The content of the file a request's path names.
pub(super) fn read(folder: &Path, path: &str) -> Option<Vec<u8>> {
    fs::read(inside(folder, path)?).ok()
}

/// A response with a short text.
pub(super) fn text(status: StatusCode, words: impl Into<Body>) -> Response<Body> {
    let mut response = Response::new(words.into());
    *response.status_mut() = status;
    set(&mut response, "Content-Type", "text/plain; charset=utf-8");
    response
}

/// Sets a header; a name or value that HTTP does not allow is left out.
pub(super) fn set(response: &mut Response<Body>, name: &str, value: &str) {
    let name = HeaderName::from_bytes(name.as_bytes());
    if let (Ok(name), Ok(value)) = (name, HeaderValue::from_str(value)) {
        response.headers_mut().insert(name, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_stay_inside_the_folder() {
        let folder = crate::project::root().join("xtask");
        assert!(inside(&folder, "/Cargo.toml").is_some());
        assert!(inside(&folder, "/src/lib.rs").is_some());
        for path in ["/../Cargo.toml", "/src/../Cargo.toml", "//Cargo.toml", "/%2e%2e/Cargo.toml", "/src"] {
            assert!(inside(&folder, path).is_none(), "{path}");
        }
    }
}

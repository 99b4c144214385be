//! Files that arrive wrong. Below `/fault/KIND/ENDING/` lies the whole distribution once more, in which every file with
//! that ending, or with that word in its name, has that fault; the script that a page loads from there finds the other files there too.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{Response, StatusCode, header};
use http_body::Frame;

use super::files;
use crate::project::VERSION;

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// There is none.
    Missing,
    /// The server fails.
    Broken,
    /// The connection ends in the middle.
    Truncated,
    /// The connection goes quiet in the middle.
    Stalled,
    /// The content is fine, and is said to be a plain text.
    Type,
    /// Other content under the same name.
    Other,
    /// The script calls itself another version.
    Version,
}

/// The fault that a path asks for, and the path of the file.
pub(super) fn of(path: &str) -> (Option<Fault>, String) {
    let mut parts = path.splitn(5, '/');
    let head = [parts.next(), parts.next()];
    let (Some(kind), Some(ending), Some(file)) = (parts.next(), parts.next(), parts.next()) else {
        return (None, path.to_owned());
    };
    if head != [Some(""), Some("fault")] {
        return (None, path.to_owned());
    }
    let fault =
        kind_named(kind).filter(|_| file.ends_with(&format!(".{ending}")) || file.contains(&format!("-{ending}-")));
    (fault, format!("/{file}"))
}

fn kind_named(name: &str) -> Option<Fault> {
    Some(match name {
        "missing" => Fault::Missing,
        "broken" => Fault::Broken,
        "truncated" => Fault::Truncated,
        "stalled" => Fault::Stalled,
        "type" => Fault::Type,
        "other" => Fault::Other,
        "version" => Fault::Version,
        _ => return None,
    })
}

impl Fault {
    /// The answer with this fault, made from a file's content as it is and its right answer without a body.
    pub(super) fn answer(self, content: Vec<u8>, mut right: Response<Body>) -> Response<Body> {
        match self {
            Self::Missing => files::text(StatusCode::NOT_FOUND, "there is nothing here\n"),
            Self::Broken => files::text(StatusCode::INTERNAL_SERVER_ERROR, "out of order\n"),
            Self::Truncated | Self::Stalled => {
                let half = Bytes::copy_from_slice(&content[..content.len() / 2]);
                *right.body_mut() = Body::new(Half { half: Some(half), stalls: self == Self::Stalled });
                right
            }
            Self::Type => {
                *right.body_mut() = Body::from(content);
                right.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static("text/plain"));
                right
            }
            Self::Other => {
                *right.body_mut() = Body::from([content, b" ".to_vec()].concat());
                right
            }
            Self::Version => {
                let text = String::from_utf8_lossy(&content).replace(&format!("\"{VERSION}\""), "\"99.0.0\"");
                *right.body_mut() = Body::from(text);
                right
            }
        }
    }
}

/// The beginning of a file, and then nothing any more.
struct Half {
    half: Option<Bytes>,
    stalls: bool,
}

impl HttpBody for Half {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Self::Data>, Self::Error>>> {
        match self.half.take() {
            Some(half) => Poll::Ready(Some(Ok(Frame::data(half)))),
            None if self.stalls => Poll::Pending,
            None => Poll::Ready(Some(Err(io::ErrorKind::ConnectionAborted.into()))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_with_the_ending_have_the_fault() {
        let file = "/stories/a-0123456789ab.json".to_owned();
        assert_eq!(of("/fault/stalled/json/stories/a-0123456789ab.json"), (Some(Fault::Stalled), file.clone()));
        assert_eq!(of("/fault/stalled/wasm/stories/a-0123456789ab.json"), (None, file));
        assert_eq!(of("/embed.js"), (None, "/embed.js".to_owned()));
        assert_eq!(of("/0.1.0/stories/deep/a/b.json"), (None, "/0.1.0/stories/deep/a/b.json".to_owned()));
    }
}

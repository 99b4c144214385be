//! One request to a server on this machine, with the answer as it comes over the wire.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use anyhow::{Context, Result};

const PATIENCE: Duration = Duration::from_secs(10);

/// An answer; its content is not decoded.
pub(super) struct Answer {
    pub(super) status: u16,
    headers: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
}

impl Answer {
    /// The value of a header, whatever the case of its name.
    pub(super) fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.as_str())
    }
}

/// Asks for a path. Without a coding to accept, none is named.
pub(super) fn get(port: u16, path: &str, accepted: &str) -> Result<Answer> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let codings = if accepted.is_empty() { String::new() } else { format!("Accept-Encoding: {accepted}\r\n") };
    // The answer ends with the connection.
    write!(stream, "GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n{codings}\r\n")?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    parse(&bytes).context("this is no answer of HTTP")
}

fn parse(bytes: &[u8]) -> Option<Answer> {
    const END: &[u8] = b"\r\n\r\n";
    let end = bytes.windows(END.len()).position(|window| window == END)?;
    let mut lines = std::str::from_utf8(bytes.get(..end)?).ok()?.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let pair = |line: &str| line.split_once(':').map(|(name, value)| (name.to_owned(), value.trim().to_owned()));
    let mut answer = Answer { status, headers: lines.filter_map(pair).collect(), body: Vec::new() };
    let body = bytes.get(end + END.len()..)?;
    let in_pieces = answer.header("Transfer-Encoding") == Some("chunked");
    answer.body = if in_pieces { joined(body)? } else { body.to_vec() };
    Some(answer)
}

/// A body that came in pieces (RFC 9112, 7.1), joined.
fn joined(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let end = rest.windows(2).position(|window| window == b"\r\n")?;
        let size = usize::from_str_radix(std::str::from_utf8(rest.get(..end)?).ok()?, 16).ok()?;
        if size == 0 {
            return Some(body);
        }
        body.extend(rest.get(end + 2..end + 2 + size)?);
        rest = rest.get(end + 2 + size + 2..)?;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_has_status_headers_and_content() {
        let answer = parse(b"HTTP/1.1 200 OK\r\nContent-Type: a/b\r\nVary: x\r\n\r\nabc");
        assert!(answer.is_some_and(|it| it.status == 200 && it.header("vary") == Some("x") && it.body == b"abc"));
        assert!(parse(b"HTTP/1.1 200 OK\r\nContent-").is_none());
    }

    #[test]
    fn pieces_are_joined() {
        assert_eq!(joined(b"3\r\nabc\r\na\r\n0123456789\r\n0\r\n\r\n").as_deref(), Some(&b"abc0123456789"[..]));
        assert_eq!(joined(b"3\r\nab"), None);
    }
}

//! The hash that names files and that browsers check.

use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha384};

/// SHA-384 of some content: the strongest of the three hashes that browsers take for `integrity`.
pub struct Digest(Vec<u8>);

impl Digest {
    /// The hash of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha384::digest(bytes).to_vec())
    }

    /// As an `integrity` attribute has it: `sha384-` and Base64.
    pub fn integrity(&self) -> String {
        format!("sha384-{}", STANDARD.encode(&self.0))
    }

    /// As lower-case hexadecimal digits.
    pub fn hex(&self) -> String {
        self.0.iter().fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The published value for the empty message (NIST, SHA-384).
    #[test]
    fn the_empty_message_has_its_published_hash() {
        let digest = Digest::of(b"");
        assert!(digest.hex().starts_with("38b060a751ac96384cd9327eb1b1e36a"));
        assert!(digest.integrity().starts_with("sha384-OLBgp1GsljhM2TJ+sbHjai"));
    }
}

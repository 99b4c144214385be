//! A custom section of a WASM module: data that travels with the module and is covered by its hash.

use crate::build::exports::leb128;

/// The module with a further custom section at its end (core specification, 5.5.3).
pub(super) fn add(mut module: Vec<u8>, name: &str, data: &[u8]) -> Vec<u8> {
    let mut content = leb128(name.len());
    content.extend_from_slice(name.as_bytes());
    content.extend_from_slice(data);
    module.push(0);
    module.extend(leb128(content.len()));
    module.extend(content);
    module
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_has_its_length_its_name_and_its_data() {
        assert_eq!(add(vec![9], "ab", b"xyz"), [&[9, 0, 6, 2][..], b"ab", b"xyz"].concat());
    }
}

//! A custom section of a WASM module: data that travels with the module and is covered by its hash.

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

/// An unsigned number, seven bits in each byte, the lowest first.
fn leb128(mut number: usize) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = (number & 0x7f) as u8;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The example of the DWARF standard, figure 22.
    #[test]
    fn numbers_take_seven_bits_in_each_byte() {
        assert_eq!(leb128(2), [2]);
        assert_eq!(leb128(127), [0x7f]);
        assert_eq!(leb128(128), [0x80, 1]);
        assert_eq!(leb128(12857), [0x80 | 57, 100]);
    }

    #[test]
    fn a_section_has_its_length_its_name_and_its_data() {
        assert_eq!(add(vec![9], "ab", b"xyz"), [&[9, 0, 6, 2][..], b"ab", b"xyz"].concat());
    }
}

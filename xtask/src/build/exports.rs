//! The exports of a WASM module (core specification, 5.5.10), taken out before anything looks at what they reach.

use std::ops::Range;

/// The number of the section.
const EXPORTS: u8 = 7;
/// Magic and version.
const HEAD: usize = 8;

/// The module without the exports of these names; `None` where the bytes are no module.
pub(super) fn without(module: &[u8], unwanted: impl Fn(&str) -> bool) -> Option<Vec<u8>> {
    let mut out = module.get(..HEAD)?.to_vec();
    let mut reader = Reader { bytes: module, at: HEAD };
    while reader.at < module.len() {
        let start = reader.at;
        let kind = reader.byte()?;
        let size = reader.number()?;
        let content = reader.take(size)?;
        if kind == EXPORTS {
            let kept = kept(module.get(content)?, &unwanted)?;
            out.push(EXPORTS);
            out.extend(leb128(kept.len()));
            out.extend(kept);
        } else {
            out.extend(module.get(start..content.end)?);
        }
    }
    Some(out)
}

/// The section's content with the exports that stay.
fn kept(content: &[u8], unwanted: impl Fn(&str) -> bool) -> Option<Vec<u8>> {
    let mut reader = Reader { bytes: content, at: 0 };
    let (mut count, mut entries) = (0, Vec::new());
    for _ in 0..reader.number()? {
        let start = reader.at;
        let length = reader.number()?;
        let name = reader.take(length)?;
        reader.byte()?;
        reader.number()?;
        if !unwanted(std::str::from_utf8(content.get(name)?).ok()?) {
            count += 1;
            entries.extend(content.get(start..reader.at)?);
        }
    }
    Some([leb128(count), entries].concat())
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Reader<'_> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// An unsigned number, seven bits in each byte, the lowest first.
    fn number(&mut self) -> Option<usize> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= usize::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn take(&mut self, size: usize) -> Option<Range<usize>> {
        let range = self.at..self.at.checked_add(size)?;
        self.at = range.end;
        (range.end <= self.bytes.len()).then_some(range)
    }
}

/// An unsigned number, seven bits in each byte, the lowest first.
pub fn leb128(mut number: usize) -> Vec<u8> {
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

    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x00\x02\x01x\x07\x0a\x02\x01a\x00\x00\x02bc\x00\x01\x0a\x01\x00";

    // The example of the DWARF standard, figure 22.
    #[test]
    fn numbers_take_seven_bits_in_each_byte() {
        for (number, bytes) in [(2, &[2][..]), (127, &[0x7f]), (128, &[0x80, 1]), (12857, &[0x80 | 57, 100])] {
            assert_eq!(leb128(number), bytes);
            assert_eq!(Reader { bytes, at: 0 }.number(), Some(number));
        }
    }

    #[test]
    fn one_export_goes_and_all_else_stays() {
        let expected = b"\0asm\x01\0\0\0\x00\x02\x01x\x07\x05\x01\x01a\x00\x00\x0a\x01\x00";
        assert_eq!(without(MODULE, |name| name == "bc").as_deref(), Some(&expected[..]));
        assert_eq!(without(MODULE, |_| false).as_deref(), Some(MODULE));
    }

    #[test]
    fn what_ends_too_early_is_no_module() {
        assert!((0..MODULE.len()).filter(|end| without(&MODULE[..*end], |_| false).is_some()).eq([8, 12, 24]));
    }
}

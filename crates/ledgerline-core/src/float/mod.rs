//! From decimal digits to the nearest float, and back.
//!
//! The standard library does the same faster, with tables of ten kilobytes that no compression makes smaller. Story
//! files hold short numbers, for which one exact multiplication or division does; the rest goes through long division.

mod told;

pub use told::{magnitude, near, scientific, text};

use libm::scalbn;

/// Digits after which no further one can change a float; they are only told from nought.
const DIGITS: usize = 800;
/// Decimal exponents beyond which every number is nought or too large.
const FARTHEST: i32 = 1_200;

/// Reads a number such as `-12`, `0.5` or `6.02e23`, rounded to the nearest float, a tie to the even one. Too large
/// is infinite; `None` for anything but a number.
pub fn parse(text: &str) -> Option<f64> {
    let (negative, rest) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (number, exponent) = match rest.find(['e', 'E']) {
        Some(place) => (rest.get(..place)?, exponent(rest.get(place + 1..)?)?),
        None => (rest, 0),
    };
    let (whole, fraction) = number.split_once('.').unwrap_or((number, "0"));
    if !plain(whole) || !plain(fraction) {
        return None;
    }
    let value = nearest(&Digits::of(whole, fraction, exponent));
    Some(if negative { -value } else { value })
}

fn plain(digits: &str) -> bool {
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn exponent(text: &str) -> Option<i32> {
    let (sign, digits) = match text.as_bytes().first()? {
        b'-' => (-1, text.get(1..)?),
        b'+' => (1, text.get(1..)?),
        _ => (1, text),
    };
    let far = |sum: i32, byte: u8| (sum * 10 + i32::from(byte - b'0')).min(FARTHEST * 100);
    plain(digits).then(|| sign * digits.bytes().fold(0, far))
}

/// A number as significant digits, each from 0 to 9, times a power of ten.
struct Digits {
    digits: Vec<u8>,
    exponent: i32,
}

impl Digits {
    fn of(whole: &str, fraction: &str, exponent: i32) -> Self {
        let all = whole.bytes().chain(fraction.bytes()).map(|byte| byte - b'0');
        let mut digits: Vec<u8> = all.skip_while(|digit| *digit == 0).collect();
        let places = i32::try_from(fraction.len()).unwrap_or(i32::MAX);
        let mut exponent = exponent.saturating_sub(places);
        if digits.len() > DIGITS {
            let lost = digits.split_off(DIGITS);
            exponent = exponent.saturating_add(i32::try_from(lost.len()).unwrap_or(i32::MAX));
            if let Some(last) = digits.last_mut().filter(|_| lost.iter().any(|digit| *digit > 0)) {
                // Not a tie any more, whatever stood there.
                *last |= 1;
            }
        }
        while digits.last() == Some(&0) {
            digits.pop();
            exponent = exponent.saturating_add(1);
        }
        Self { digits, exponent }
    }
}

fn nearest(number: &Digits) -> f64 {
    let count = i32::try_from(number.digits.len()).unwrap_or(i32::MAX);
    match number.exponent {
        _ if count == 0 => 0.0,
        exponent if exponent.saturating_add(count) > FARTHEST => f64::INFINITY,
        exponent if exponent.saturating_add(count) < -FARTHEST => 0.0,
        // Both parts are exact, so one operation rounds once.
        exponent @ 0..=22 if count <= 15 => short(&number.digits) * power(exponent),
        exponent @ -22..=-1 if count <= 15 => short(&number.digits) / power(-exponent),
        exponent => long(&number.digits, exponent),
    }
}

fn short(digits: &[u8]) -> f64 {
    digits.iter().fold(0.0, |sum, digit| sum * 10.0 + f64::from(*digit))
}

/// A power of ten that is not below one; up to the 22nd it is exact.
pub fn power(exponent: i32) -> f64 {
    (0..exponent).fold(1.0, |product, _| product * 10.0)
}

/// A whole number of any size, its least significant part first.
struct Large(Vec<u32>);

impl Large {
    fn times(&mut self, factor: u32, and: u32) {
        let mut carry = u64::from(and);
        for part in &mut self.0 {
            carry += u64::from(*part) * u64::from(factor);
            *part = carry as u32;
            carry >>= 32;
        }
        if carry > 0 {
            self.0.push(carry as u32);
        }
    }

    fn powered(mut self, tens: i32) -> Self {
        (0..tens).for_each(|_| self.times(10, 0));
        self
    }

    fn shifted(mut self, bits: i32) -> Self {
        (0..bits).for_each(|_| self.times(2, 0));
        self
    }

    fn bits(&self) -> i32 {
        let top = self.0.last().map_or(0, |part| 32 - part.leading_zeros());
        // A number has fewer than a million bits.
        (32 * self.0.len().saturating_sub(1)) as i32 + top as i32
    }

    /// Takes the other away if it goes into this.
    fn less(&mut self, other: &Self) -> bool {
        let part = |large: &Self, place: usize| large.0.get(place).copied().unwrap_or_default();
        let longest = self.0.len().max(other.0.len());
        let differs = (0..longest).rev().find(|place| part(self, *place) != part(other, *place));
        if differs.is_some_and(|place| part(self, place) < part(other, place)) {
            return false;
        }
        let mut borrow = false;
        for (place, own) in self.0.iter_mut().enumerate() {
            let (value, first) = own.overflowing_sub(part(other, place));
            let (value, second) = value.overflowing_sub(borrow.into());
            (*own, borrow) = (value, first || second);
        }
        true
    }
}

/// Divides until there are more bits than a float holds, and rounds once.
fn long(digits: &[u8], exponent: i32) -> f64 {
    let mut above = Large(vec![0]);
    digits.iter().for_each(|digit| above.times(10, (*digit).into()));
    let above = above.powered(exponent.max(0));
    let below = Large(vec![1]).powered(-exponent.min(0));
    // The quotient then has 62 or 63 bits.
    let shift = 62 - (above.bits() - below.bits());
    let (mut rest, below) = (above.shifted(shift), below.shifted(-shift));
    let mut quotient = 0_u64;
    let mut divisor = below.shifted(63);
    for _ in 0..=63 {
        quotient = quotient << 1 | u64::from(rest.less(&divisor));
        divisor.halve();
    }
    rounded(quotient, rest.0.iter().any(|part| *part > 0), -shift)
}

impl Large {
    fn halve(&mut self) {
        let mut carry = 0;
        for part in self.0.iter_mut().rev() {
            let low = *part & 1;
            *part = *part >> 1 | carry << 31;
            carry = low;
        }
    }
}

/// The quotient times a power of two; `more` where the division left a rest.
fn rounded(quotient: u64, more: bool, exponent: i32) -> f64 {
    let bits = 64 - quotient.leading_zeros() as i32;
    // The last place that a float of this size has, which below the least normal one is fixed.
    let drop = (bits - 53).max(-1_074 - exponent).clamp(0, 63);
    let half = 1_u64 << drop >> 1;
    let (kept, lost) = (quotient >> drop, quotient & ((1 << drop) - 1));
    let up = lost > half || lost == half && half > 0 && (more || kept & 1 == 1);
    // At most 53 bits and a carry, which a float holds exactly.
    scalbn((kept + u64::from(up)) as f64, exponent + drop)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_at_the_edges_are_the_nearest_floats() {
        let cases = [
            "0",
            "-0",
            "1",
            "0.1",
            "112.70",
            "1e22",
            "1e23",
            "9007199254740993",
            "9007199254740992.5",
            "5e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2.2250738585072011e-308",
            "2.2250738585072014e-308",
            "1.7976931348623157e308",
            "1.7976931348623159e308",
            "1e400",
            "1e-400",
            "0.000000000000000000000001e24",
            "123456789012345678901234567890",
            "8.98846567431158e307",
            "6.02214076e23",
            "1e-22",
            "1e-23",
        ];
        for text in cases {
            let expected: f64 = text.parse().unwrap();
            assert_eq!(parse(text).map(f64::to_bits), Some(expected.to_bits()), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in ["", "-", ".5", "5.", "1e", "1e+", "--1", "0x1", "inf", "NaN", " 1", "1 ", "1_000", "1.2.3"] {
            assert_eq!(parse(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_digit_far_behind_a_tie_decides_it() {
        let tie = format!("9007199254740993.{}1", "0".repeat(2_000));
        assert_eq!(parse(&tie), Some(9_007_199_254_740_994.0));
        assert_eq!(parse(&"9".repeat(100_000)), Some(f64::INFINITY));
    }

    proptest! {
        #[test]
        fn every_float_reads_back_from_its_digits(bits: u64) {
            let value = f64::from_bits(bits);
            prop_assume!(value.is_finite());
            for text in [format!("{value}"), format!("{value:e}"), format!("{value:.3}"), format!("{value:.17e}")] {
                let expected: f64 = text.parse().unwrap();
                prop_assert_eq!(parse(&text).map(f64::to_bits), Some(expected.to_bits()), "{}", text);
            }
        }

        #[test]
        fn any_digits_are_read_as_the_standard_library_reads_them(text in "-?[0-9]{1,30}(\\.[0-9]{1,30})?(e-?[0-9]{1,3})?") {
            let expected: f64 = text.parse().unwrap();
            prop_assert_eq!(parse(&text).map(f64::to_bits), Some(expected.to_bits()));
        }
    }
}

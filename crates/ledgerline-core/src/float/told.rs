//! From a float to the fewest digits that read back as it.

use super::{parse, power};

/// Digits after which the next ones can tell no other float, and how far off the last of them may be computed.
const ENOUGH: i32 = 17;
const ASTRAY: i64 = 100;

/// A finite float in as few digits as read back as it, without an exponent: `0.05`, `-12`, `1000000`. (The standard
/// library's way there weighs three kilobytes.)
pub fn text(value: f64) -> String {
    let sign = if value.is_sign_negative() { "-" } else { "" };
    let (digits, places) = shortest(value.abs());
    sign.to_owned() + &placed(digits, places)
}

/// The same as digits, of which the last is not nought, and the exponent of the first: of 1250 it is 3.
pub fn scientific(value: f64) -> (String, i32) {
    let (digits, places) = shortest(value.abs());
    let all = digits.to_string();
    // There are seventeen at most.
    let exponent = all.len() as i32 - 1 - places;
    let figures = all.trim_end_matches('0');
    if figures.is_empty() { ("0".to_owned(), 0) } else { (figures.to_owned(), exponent) }
}

/// The exponent of the first digit: of 1250 it is 3, of nought it is 0.
pub fn magnitude(value: f64) -> i32 {
    let size = value.abs();
    let guess = libm::floor(libm::log10(size)) as i32;
    // Beside a power of ten the digits alone can tell.
    let sure = size > 0.0 && (1.0 + ASIDE..10.0 - ASIDE).contains(&raised(size, -guess));
    if sure { guess } else { scientific(value).1 }
}

/// The float nearest to it with so many decimals, or with so many noughts before the point where they are negative:
/// `None` where it is too near to the middle of two of them, or too large, for one multiplication to tell.
pub fn near(value: f64, places: i32) -> Option<f64> {
    const LARGEST: f64 = 1e9;
    let scaled = raised(value.abs(), places);
    let whole = libm::floor(scaled);
    let over = scaled - whole - 0.5;
    // So large a number is scaled to within a millionth.
    if places.abs() > TENS || scaled >= LARGEST || over.abs() < 1e-6 {
        return None;
    }
    let digits = if over > 0.0 { whole + 1.0 } else { whole };
    Some(read(digits as i64, places).copysign(value))
}

/// So near to a power of ten a computed logarithm may be on its other side.
const ASIDE: f64 = 1e-9;

/// The fewest digits that read back as a float that is not negative, and how many of them stand behind the point.
fn shortest(value: f64) -> (i64, i32) {
    if value == 0.0 {
        return (0, 0);
    }
    let magnitude = libm::floor(libm::log10(value)) as i32;
    let found = (1..=ENOUGH).find_map(|count| {
        let places = count - 1 - magnitude;
        let digits = libm::round(raised(value, places)) as i64;
        if count <= EXACT && places.abs() <= TENS {
            return (read(digits, places) == value).then_some((digits, places));
        }
        // Of the very last digits a float has only the neighbourhood.
        let astray = if count < ENOUGH { 0 } else { ASTRAY };
        let mut near = (0..=astray).flat_map(|by| [digits + by, digits - by]);
        near.find(|digits| parse(&placed(*digits, places)) == Some(value)).map(|digits| (digits, places))
    });
    found.unwrap_or_default()
}

/// Digits that a float holds exactly, and the tens up to which their powers are exact: then one operation reads them.
const EXACT: i32 = 15;
const TENS: i32 = 22;

fn read(digits: i64, places: i32) -> f64 {
    let digits = digits as f64;
    if places < 0 { digits * power(-places) } else { digits / power(places) }
}

/// The float times a power of ten.
fn raised(value: f64, exponent: i32) -> f64 {
    const STEP: i32 = 300;
    match exponent {
        ..0 => value / power(-exponent),
        // The power itself would be too large.
        STEP.. => value * power(STEP) * power(exponent - STEP),
        _ => value * power(exponent),
    }
}

/// Digits of which so many stand behind the point.
fn placed(digits: i64, places: i32) -> String {
    let digits = digits.to_string();
    let (length, places) = (digits.len(), places);
    let Ok(behind) = usize::try_from(places) else {
        return digits + &"0".repeat(places.unsigned_abs() as usize);
    };
    let padded = "0".repeat((behind + 1).saturating_sub(length)) + &digits;
    let (whole, fraction) = padded.split_at(padded.len() - behind);
    match fraction.trim_end_matches('0') {
        "" => whole.to_owned(),
        fraction => format!("{whole}.{fraction}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_told_in_the_fewest_digits() {
        for value in [0.0, -0.0, 1.0, 0.05, -12.0, 112.71, 1e6, 1e21, 0.1 + 0.2, 5e-324, f64::MAX, f64::MIN_POSITIVE] {
            assert_eq!(parse(&text(value)).map(f64::to_bits), Some(value.to_bits()), "{value}");
        }
        assert_eq!(
            [text(0.05), text(-12.0), text(1e6), text(0.1 + 0.2)],
            ["0.05", "-12", "1000000", "0.30000000000000004"]
        );
    }

    proptest! {
        #[test]
        fn what_is_told_reads_back(bits: u64) {
            let value = f64::from_bits(bits);
            prop_assume!(value.is_finite());
            prop_assert_eq!(parse(&text(value)).map(f64::to_bits), Some(bits));
        }

        #[test]
        fn the_magnitude_is_that_of_the_digits(bits: u64, tens in -300_i32..300) {
            let ten = if tens < 0 { power(-tens).recip() } else { power(tens) };
            for value in [f64::from_bits(bits), ten] {
                prop_assume!(value.is_finite());
                prop_assert_eq!(magnitude(value), scientific(value).1, "{}", value);
            }
        }

        #[test]
        fn what_a_reader_types_is_told_as_it_was_typed(digits in -999_999_999_999_999_i64..1_000_000_000_000_000, places in 0_i32..12) {
            let value = digits as f64 / power(places);
            prop_assert_eq!(text(value), value.to_string());
        }
    }
}

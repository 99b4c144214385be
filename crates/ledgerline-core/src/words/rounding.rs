//! The one place where numbers are rounded for show: half away from zero, on the decimal digits.

use crate::amount::{Decimal, Scale};
use crate::float::{self, scientific};

/// A number as it is shown: rounded, with the place of its last digit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shown {
    /// The rounded value.
    pub value: f64,
    /// Decimals to print; negative: the digits before the point end in tens, hundreds and so on.
    pub place: i32,
}

impl Shown {
    /// Decimals to print.
    pub fn decimals(self) -> u8 {
        u8::try_from(self.place.clamp(0, 20)).unwrap_or_default()
    }
}

/// How a result was rounded: its significant digits, and the decimal place that follows from them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Precision {
    /// 2, 3 or 4.
    pub digits: u8,
    /// Decimals kept; negative: tens, hundreds and so on.
    pub place: i32,
}

/// Digits of a value without a spread, and the most that any value is shown with.
const MOST_DIGITS: u8 = 4;
/// Those of a value with a wide spread.
const FEWEST_DIGITS: u8 = 2;
/// Least part of a measure that an amount is read in.
const LEAST: f64 = 0.1;

/// A value of a source: four significant digits, and no more decimals than the source gives.
pub fn cell(value: Decimal) -> Shown {
    round(value.value, cell_precision(value).place)
}

/// How a value of a source is rounded.
pub(super) fn cell_precision(value: Decimal) -> Precision {
    let place = place_of(value.value, MOST_DIGITS).min(i32::from(value.decimals));
    Precision { digits: MOST_DIGITS, place }
}

/// How a result is to be rounded: 2 digits where the spread is a tenth of it or wider, 3 from a hundredth
/// on, else 4; 3 in place of 2 where an end would else print as the result does though it differs. Nothing at all is measured by the ends of its spread, and without one it is a plain 0.
pub fn precision(value: f64, spread: Option<(f64, f64)>) -> Precision {
    let (low, high) = spread.unwrap_or((value, value));
    let size = if value == 0.0 { low.abs().max(high.abs()) } else { value.abs() };
    if size == 0.0 {
        return Precision { digits: MOST_DIGITS, place: 0 };
    }
    let digits = match (high - low) / size {
        part if part >= 0.1 => FEWEST_DIGITS,
        part if part >= 0.01 => 3,
        _ => MOST_DIGITS,
    };
    let at = |digits: u8| Precision { digits, place: place_of(size, digits) };
    let hides = |digits: u8| hides(value, (low, high), ends(value, (low, high), at(digits).place), at(digits).place);
    at(if digits == FEWEST_DIGITS && hides(digits) && !hides(digits + 1) { digits + 1 } else { digits })
}

/// The value rounded to a decimal place; a negative place rounds to tens, hundreds and so on.
pub fn round(value: f64, place: i32) -> Shown {
    let value = held(value);
    let value = float::near(value, place).unwrap_or_else(|| by_digits(value, place));
    // No minus in front of nothing.
    Shown { value: value + 0.0, place }
}

/// Rounded on the digits themselves, which is exact and slow.
fn by_digits(value: f64, place: i32) -> f64 {
    let (digits, exponent) = scientific(value);
    let keep = exponent.saturating_add(1).saturating_add(place);
    let rounded = rounded_digits(&digits, keep);
    let text = format!("{}{rounded}e{}", if value < 0.0 { "-" } else { "" }, place.saturating_neg());
    float::parse(&text).filter(|value| value.is_finite()).unwrap_or(value)
}

/// The ends of a spread, at the place of its value; one digit further where an end would else print as the value
/// does, though it differs.
pub fn ends(value: f64, (low, high): (f64, f64), place: i32) -> [Shown; 2] {
    let shown = round(value, place).value;
    let at = |place: i32| [low, high].map(|end| round(end, place));
    let hides = |ends: [Shown; 2]| hides(value, (low, high), ends, place);
    let (alike, finer) = (at(place), at(place.saturating_add(1)));
    // A value that is rounded may stand beyond the end that is not. One of two digits then has a third itself
    // (`precision`); of more digits an end so near is the same as far as it shows.
    let around = finer[0].value <= shown && shown <= finer[1].value;
    if hides(alike) && !hides(finer) && around { finer } else { alike }
}

/// Whether an end of a spread prints as the value does, though it differs.
fn hides(value: f64, (low, high): (f64, f64), shown: [Shown; 2], place: i32) -> bool {
    let told = round(value, place).value;
    shown.iter().zip([low, high]).any(|(end, exactly)| exactly != value && end.value == told)
}

/// The place of the last of so many significant digits. A value that is rounded up to a power of ten, as 99.96 to
/// three digits, has its first digit a place further left.
pub fn place_of(value: f64, digits: u8) -> i32 {
    let value = held(value);
    let (magnitude, last) = (float::magnitude(value), i32::from(digits) - 1);
    let place = last - magnitude;
    if float::magnitude(round(value, place).value) > magnitude { place - 1 } else { place }
}

/// The nearest that a float holds: hundredths of the largest numbers, or a margin around them, are beyond it.
fn held(value: f64) -> f64 {
    value.clamp(f64::MIN, f64::MAX)
}

/// Without the noughts behind its last digit: 1.0 is 1, and 1,000 is one thousand.
pub fn trimmed(shown: Shown) -> Shown {
    let fits = |place: &i32| round(shown.value, *place).value == shown.value;
    let first = place_of(shown.value, 1).min(shown.place);
    Shown { place: (first..=shown.place).find(fits).unwrap_or(shown.place), ..shown }
}

/// An amount as it is read, with the digits that it has: from 1,000 million on in billions, and one that would begin
/// with "0.0" in a smaller measure.
pub fn as_read(shown: Shown, scale: Scale) -> (Shown, Scale) {
    let (size, ones) = (shown.value.abs(), shown.value.abs() * scale.factor());
    let read = match scale {
        _ if ones >= Scale::Billion.factor() => Scale::Billion,
        Scale::Billion if size < LEAST && ones >= LEAST * Scale::Million.factor() => Scale::Million,
        _ if size < LEAST && size > 0.0 => Scale::One,
        _ => scale,
    };
    if read == scale {
        return (shown, scale);
    }
    let (from, to) = (scale.factor(), read.factor());
    let value = if to > from { shown.value / (to / from) } else { shown.value * (from / to) };
    let noughts = float::magnitude(to) - float::magnitude(from);
    (round(value, shown.place + noughts), read)
}

/// The first `keep` digits as a whole number, rounded half up by the ones behind.
fn rounded_digits(digits: &str, keep: i32) -> String {
    let Ok(keep) = usize::try_from(keep) else { return "0".to_owned() };
    if keep >= digits.len() {
        return format!("{digits:0<keep$}");
    }
    let (kept, rest) = digits.split_at(keep);
    let up = rest.as_bytes().first().is_some_and(|digit| *digit >= b'5');
    let mut figures: Vec<u8> = kept.bytes().collect();
    if up {
        raise(&mut figures);
    }
    figures.iter().map(|digit| char::from(*digit)).chain(figures.is_empty().then_some('0')).collect()
}

fn raise(figures: &mut Vec<u8>) {
    for digit in figures.iter_mut().rev() {
        if *digit < b'9' {
            *digit += 1;
            return;
        }
        *digit = b'0';
    }
    figures.insert(0, b'1');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(value: f64, place: i32) -> (f64, u8) {
        let shown = round(value, place);
        (shown.value, shown.decimals())
    }

    #[test]
    fn halves_go_away_from_zero_on_the_decimal() {
        assert_eq!(shown(2.675, 2), (2.68, 2));
        assert_eq!(shown(-0.5, 0), (-1.0, 0));
        assert_eq!(shown(0.45, 1), (0.5, 1));
        assert_eq!(shown(99.96, 1), (100.0, 1));
        assert_eq!(shown(23456.0, -1), (23460.0, 0));
        assert_eq!(shown(4.0, -1), (0.0, 0));
        assert_eq!(shown(-4.0, -1).0.to_bits(), 0.0f64.to_bits());
    }

    #[test]
    fn a_cell_has_four_digits_and_no_more_decimals_than_its_source() {
        let cells = [("6544.70", 6545.0, 0), ("112.70", 112.7, 1), ("84", 84.0, 0), ("0.040569", 0.04057, 5)];
        for (text, value, decimals) in cells {
            let shown = cell(Decimal::parse(text).unwrap());
            assert_eq!((shown.value, shown.decimals()), (value, decimals), "{text}");
        }
    }

    #[test]
    fn amounts_are_read_in_a_measure_of_their_size_with_the_same_digits() {
        let told = |value, place, scale| {
            let (shown, scale) = as_read(round(value, place), scale);
            (shown.value, shown.decimals(), scale)
        };
        assert_eq!(told(0.04057, 5, Scale::Million), (40_570.0, 0, Scale::One));
        assert_eq!(told(-0.0999, 4, Scale::Thousand), (-99.9, 1, Scale::One));
        assert_eq!(told(0.05, 2, Scale::Billion), (50.0, 0, Scale::Million));
        assert_eq!(told(0.00004, 5, Scale::Billion), (40_000.0, 0, Scale::One));
        assert_eq!(told(0.1, 1, Scale::Million), (0.1, 1, Scale::Million));
        assert_eq!(told(0.0, 1, Scale::Million), (0.0, 1, Scale::Million));
        assert_eq!(told(999.94, 1, Scale::Million), (999.9, 1, Scale::Million));
        assert_eq!(told(6544.7, 0, Scale::Million), (6.545, 3, Scale::Billion));
        assert_eq!(told(58_913.0, -2, Scale::Million), (58.9, 1, Scale::Billion));
        assert_eq!(told(-1040.0, -2, Scale::Million), (-1.0, 1, Scale::Billion));
        assert_eq!(told(1_443_210.0, -4, Scale::Million), (1440.0, 0, Scale::Billion));
        assert_eq!(told(6_544_700.0, -3, Scale::Thousand), (6.545, 3, Scale::Billion));
        assert_eq!(told(2e9, 0, Scale::One), (2.0, 9, Scale::Billion));
        assert_eq!(told(6544.7, 0, Scale::Billion), (6545.0, 0, Scale::Billion));
    }

    #[test]
    fn noughts_behind_the_last_digit_are_none_of_a_trimmed_number() {
        let place = |value, place| trimmed(round(value, place)).place;
        assert_eq!(
            [place(1000.0, 1), place(6540.0, 0), place(1.5, 3), place(0.0, 0), place(0.0, 2)],
            [-3, -1, 1, 0, 0]
        );
    }

    #[test]
    fn what_is_rounded_up_to_a_power_of_ten_has_no_digit_more() {
        assert_eq!(precision(999.97, None), Precision { digits: 4, place: 0 });
        assert_eq!(precision(99.994, None), Precision { digits: 4, place: 2 });
        assert_eq!(precision(-9.996, Some((-10.0, -9.9))), Precision { digits: 3, place: 1 });
        assert_eq!(cell(Decimal::parse("999.96").unwrap()).decimals(), 0);
    }

    #[test]
    fn the_spread_decides_how_many_digits_a_result_has() {
        assert_eq!(precision(58.07, Some((53.2, 66.7))), Precision { digits: 2, place: 0 });
        assert_eq!(precision(58.07, Some((57.9, 58.9))), Precision { digits: 3, place: 1 });
        assert_eq!(precision(58.07, None), Precision { digits: 4, place: 2 });
    }

    #[test]
    fn an_end_that_differs_from_the_value_is_not_printed_like_it() {
        let shown = |value, spread, place| ends(value, spread, place).map(|end| end.value);
        assert_eq!(shown(140.2, (135.6, 150.05), -1), [136.0, 150.0]);
        assert_eq!(shown(58.07, (53.2, 66.7), 0), [53.0, 67.0]);
        assert_eq!(shown(15.279, (14.4, 15.29), 1), [14.4, 15.3]);
        assert_eq!(shown(3.76, (3.76, 4.01), 2), [3.76, 4.01]);
    }

    #[test]
    fn a_value_has_a_digit_more_where_no_end_could_else_be_told_from_it() {
        // $1.3bn would be what the low end of $1.32bn is, and below it.
        let low = (1322.34, 1456.9);
        assert_eq!(precision(1348.34, Some(low)), Precision { digits: 3, place: -1 });
        assert_eq!(ends(1348.34, low, -1).map(|end| end.value), [1320.0, 1460.0]);
        // An end that is the value prints as it does.
        assert_eq!(precision(1022.0, Some((1022.0, 1456.9))), Precision { digits: 2, place: -2 });
    }

    #[test]
    fn nothing_is_shown_without_decimals_unless_its_spread_has_some() {
        assert_eq!(precision(0.0, None).place, 0);
        assert_eq!(precision(0.0, Some((0.0, 0.0))).place, 0);
        assert_eq!(precision(0.0, Some((-0.034, 0.02))).place, 3);
    }

    proptest! {
        #[test]
        fn the_quick_way_to_round_comes_to_what_the_digits_say(bits: u64, near in -1e7f64..1e7, cents in -100_000_i64..100_000, place in -4i32..9) {
            for value in [f64::from_bits(bits), near, cents as f64 / 100.0, cents as f64 / 8.0] {
                prop_assume!(value.is_finite());
                prop_assert_eq!(round(value, place).value, by_digits(value, place) + 0.0, "{} {}", value, place);
            }
        }

        #[test]
        fn rounding_is_near_and_rounding_again_changes_nothing(value in -1e9f64..1e9, place in -3i32..6) {
            let once = round(value, place);
            let unit: f64 = format!("1e{}", -place).parse().unwrap();
            // Half a unit, and what a float of this size cannot hold.
            prop_assert!((once.value - value).abs() <= unit * 0.5 + value.abs() * 1e-15);
            prop_assert_eq!(round(once.value, place).value, once.value);
        }
    }
}

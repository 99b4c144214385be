//! The port through which numbers, plurals and names of months come: the browser's `Intl` in the widget,
//! [`English`] in the tools.

/// The plural forms of CLDR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Plural {
    /// None.
    Zero,
    /// One.
    One,
    /// Two.
    Two,
    /// Few.
    Few,
    /// Many.
    Many,
    /// All others.
    Other,
}

/// Where the name of a month stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MonthForm {
    /// Alone or with a year, such as "October 2014".
    Alone,
    /// Behind a day, such as "5 June": some languages inflect it there.
    WithDay,
}

/// Primitives of a language. The patterns around them come from the catalogue.
pub trait Locale {
    /// A number with this many decimals and the language's grouping. The value is rounded already; a
    /// negative one bears an ASCII hyphen-minus.
    fn number(&self, value: f64, decimals: u8) -> String;
    /// The plural form that goes with a number of this many decimals.
    fn plural(&self, value: f64, decimals: u8) -> Plural;
    /// Name of a month, 1 to 12.
    fn month(&self, month: u8, form: MonthForm) -> String;
    /// Name of a weekday, 1 (Monday) to 7.
    fn weekday(&self, weekday: u8) -> String;
    /// The text as a search compares it: without case and, where the platform can tell, without accents and
    /// without the forms that only a script has of a letter.
    fn fold(&self, text: &str) -> String;
}

/// English as `Intl` tells it in "en".
#[derive(Clone, Copy, Debug, Default)]
pub struct English;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

impl Locale for English {
    fn number(&self, value: f64, decimals: u8) -> String {
        // Rounded already, so it has no more decimals of its own.
        let text = crate::float::text(value.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let decimals = usize::from(decimals);
        let mut grouped = String::with_capacity(text.len() + whole.len() / 3 + decimals);
        if value < 0.0 {
            grouped.push('-');
        }
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        if decimals > 0 {
            grouped.push('.');
            grouped.push_str(fraction);
            grouped.extend(std::iter::repeat_n('0', decimals.saturating_sub(fraction.len())));
        }
        grouped
    }

    fn plural(&self, value: f64, decimals: u8) -> Plural {
        if value.abs() == 1.0 && decimals == 0 { Plural::One } else { Plural::Other }
    }

    fn month(&self, month: u8, _: MonthForm) -> String {
        name(&MONTHS, month)
    }

    fn weekday(&self, weekday: u8) -> String {
        name(&WEEKDAYS, weekday)
    }

    fn fold(&self, text: &str) -> String {
        text.to_ascii_lowercase()
    }
}

fn name(names: &[&str], number: u8) -> String {
    let place = usize::from(number).wrapping_sub(1);
    names.get(place).copied().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        assert_eq!(English.number(1234567.5, 2), "1,234,567.50");
        assert_eq!(English.number(-999.0, 0), "-999");
        assert_eq!(English.number(1000.0, 0), "1,000");
        assert_eq!(English.number(0.5, 3), "0.500");
        // A float's own digits, as browsers print them, and not those of its binary expansion.
        assert_eq!(English.number(1e23, 0), "100,000,000,000,000,000,000,000");
    }

    #[test]
    fn one_is_singular_and_one_point_nought_is_not() {
        assert_eq!(English.plural(1.0, 0), Plural::One);
        assert_eq!(English.plural(1.0, 1), Plural::Other);
        assert_eq!(English.plural(-1.0, 0), Plural::One);
    }
}

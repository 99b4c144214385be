//! Amounts of money and the numbers in them.

use std::fmt::{self, Write as _};

/// A decimal number as a source wrote it: the value and how many decimals were written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Decimal {
    /// The value.
    pub value: f64,
    /// Decimals written: 2 for `112.70`.
    pub decimals: u8,
}

/// Thousands, millions, billions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Scale {
    /// Single units.
    #[default]
    One,
    /// `k`, 10³.
    Thousand,
    /// `m`, 10⁶.
    Million,
    /// `bn`, 10⁹.
    Billion,
}

/// At which year's prices an amount is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Prices {
    /// Those of the amount's own year.
    #[default]
    Current,
    /// Those of one base year.
    Constant(i32),
}

/// Three capitals, such as `USD`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency(pub [u8; 3]);

impl Default for Currency {
    /// What ISO 4217 has for no currency: the reader of stories begins a record with it, and it can be printed.
    fn default() -> Self {
        Self([b'X'; 3])
    }
}

/// The unit of an amount of money: no two that differ ever add.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Money {
    /// Which money.
    pub currency: Currency,
    /// How many of it make one.
    pub scale: Scale,
    /// At which prices.
    pub prices: Prices,
}

impl Decimal {
    /// Reads a plain decimal number, such as `-112.70`. `None` for exponents and for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let plain = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !plain(whole) || !plain(fraction) {
            return None;
        }
        let decimals = digits.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let value = crate::float::parse(text).filter(|value| value.is_finite())?;
        Some(Self { value, decimals: decimals.try_into().ok()? })
    }
}

impl Decimal {
    /// A number with as many decimals as give it back.
    pub fn of(value: f64) -> Self {
        let text = value.to_string();
        let decimals = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        Self { value, decimals: decimals.try_into().unwrap_or(u8::MAX) }
    }
}

impl Money {
    /// Reads a currency and its scale, such as `USD m`, at current prices.
    pub fn parse(text: &str) -> Option<Self> {
        let (currency, scale) = text.split_once(' ').unwrap_or((text, ""));
        let capitals = <[u8; 3]>::try_from(currency.as_bytes()).ok()?;
        let scale = match scale {
            "" => Scale::One,
            "k" => Scale::Thousand,
            "m" => Scale::Million,
            "bn" => Scale::Billion,
            _ => return None,
        };
        let named = capitals.iter().all(u8::is_ascii_uppercase);
        named.then_some(Self { currency: Currency(capitals), scale, prices: Prices::Current })
    }
}

impl Scale {
    /// How many single units one of it holds.
    pub fn factor(self) -> f64 {
        match self {
            Self::One => 1.0,
            Self::Thousand => 1e3,
            Self::Million => 1e6,
            Self::Billion => 1e9,
        }
    }
}

impl Money {
    /// Whether amounts of the two may be added: the same money at the same prices, at any scale.
    pub fn adds_to(&self, other: &Self) -> bool {
        self.currency == other.currency && self.prices == other.prices
    }

    /// The same money where the base year of its prices is said elsewhere.
    pub fn at_current(&self) -> Self {
        Self { prices: Prices::Current, ..*self }
    }

    /// How many of the other one of this makes; `None` where the two never add.
    pub fn in_units_of(&self, other: &Self) -> Option<f64> {
        self.adds_to(other).then(|| self.scale.factor() / other.scale.factor())
    }
}

impl fmt::Display for Decimal {
    /// The digits that give the value back, filled up with noughts to the decimals.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = self.value.to_string();
        let written = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        let decimals = usize::from(self.decimals);
        if written > decimals {
            return write!(f, "{:.decimals$}", self.value);
        }
        f.write_str(&text)?;
        if written == 0 && decimals > 0 {
            f.write_char('.')?;
        }
        (written..decimals).try_for_each(|_| f.write_char('0'))
    }
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|letter| f.write_char(char::from(*letter)))
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.currency.fmt(f)?;
        f.write_str(match self.scale {
            Scale::One => "",
            Scale::Thousand => " k",
            Scale::Million => " m",
            Scale::Billion => " bn",
        })?;
        match self.prices {
            Prices::Current => Ok(()),
            Prices::Constant(year) => write!(f, " ({year} prices)"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_the_decimals_that_were_written() {
        for text in ["112.70", "0.040569", "-5", "6544.7", "0", "0.10000000000000000000000", "-0.50"] {
            assert_eq!(Decimal::parse(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_plain_number_is_refused() {
        for text in ["", "-", ".5", "5.", "1e3", "1,000", "+1", "--1", "1.2.3", "inf", "NaN", "١"] {
            assert_eq!(Decimal::parse(text), None, "{text}");
        }
        assert_eq!(Decimal::parse(&"9".repeat(400)), None);
        assert_eq!(Decimal::parse(&format!("0.{}", "1".repeat(300))), None);
    }

    #[test]
    fn units_are_read_and_printed() {
        for text in ["USD m", "RUB bn", "CHF", "KRW k"] {
            assert_eq!(Money::parse(text).unwrap().to_string(), text);
        }
        let constant = Money { prices: Prices::Constant(2013), ..Money::parse("USD m").unwrap() };
        assert_eq!(constant.to_string(), "USD m (2013 prices)");
        for text in ["usd m", "USDm", "US m", "USD  m", "USD million", ""] {
            assert_eq!(Money::parse(text), None, "{text}");
        }
    }
}

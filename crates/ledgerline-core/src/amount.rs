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
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Currency(pub [u8; 3]);

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
        let value = text.parse::<f64>().ok().filter(|value| value.is_finite())?;
        Some(Self { value, decimals: decimals.try_into().ok()? })
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
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.*}", usize::from(self.decimals), self.value)
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

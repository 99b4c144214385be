//! Numbers and amounts in words.

use super::rounding::{self, Shown};
use super::{Key, Manner, Words};
use crate::amount::{Currency, Decimal, Money, Prices, Scale};
use crate::series::Cell;
use crate::story::{Series, Status, ValueRow};

impl Words {
    /// A rounded number with the language's grouping and a typographic minus.
    pub fn number(&self, shown: Shown) -> String {
        let text = self.locale().number(shown.value.abs(), shown.decimals());
        if shown.value < 0.0 { self.say(Key::NumberMinus, &[("number", &text)]) } else { text }
    }

    /// A number as it was written, all decimals kept.
    pub fn written(&self, number: Decimal) -> String {
        self.number(Shown { value: number.value, place: number.decimals.into() })
    }

    /// An amount of money as it is read: "$112.7m", "$6.545bn", "$40,570".
    pub fn amount(&self, shown: Shown, money: &Money) -> String {
        let (shown, scale) = rounding::as_read(shown, money.scale);
        self.amount_in_unit(shown, &Money { scale, ..*money })
    }

    /// An amount of money in its own unit, as sums and columns keep it: "$6,545m".
    pub fn amount_in_unit(&self, shown: Shown, money: &Money) -> String {
        let number = self.locale().number(shown.value.abs(), shown.decimals());
        let currency = money.currency.to_string();
        let values = [("number", number.as_str()), ("scale", self.scale(money.scale)), ("currency", &currency)];
        let mut text = match currency.as_str() {
            "USD" => self.say(Key::UnitUsd, &values[..2]),
            "RUB" => self.say(Key::UnitRub, &values[..2]),
            _ => self.say(Key::UnitCurrency, &values),
        };
        if shown.value < 0.0 {
            text = self.say(Key::NumberMinus, &[("number", &text)]);
        }
        match money.prices {
            Prices::Current => text,
            Prices::Constant(year) => {
                self.say(Key::UnitConstant, &[("amount", &text), ("year", &self.year(year.into()))])
            }
        }
    }

    /// An amount that was computed, with four significant digits at most: "$112.7m".
    pub fn amount_full(&self, value: f64, money: &Money) -> String {
        self.in_digits(value, Manner::Amount(*money))
    }

    /// A value of a source in its unit: "$112.7m". Empty for a missing one.
    pub fn value(&self, row: &ValueRow, money: &Money) -> String {
        row.value.map_or_else(String::new, |value| self.amount(rounding::cell(value), money))
    }

    /// What a series knows of a year, in a few words: an amount, "disputed", "not usable" or "no value".
    pub fn cell(&self, series: &Series, year: i32) -> String {
        match series.cell(year) {
            Cell::Valued { row, .. } => self.value(row, &series.unit),
            Cell::Disputed { .. } => self.text(Key::StatusDisputed).to_owned(),
            Cell::Unusable { .. } => self.text(Key::StatusUnusable).to_owned(),
            Cell::Missing { .. } => self.text(Key::StatusNone).to_owned(),
        }
    }

    /// The unit of a column of numbers: "US$ million".
    pub fn unit(&self, money: &Money) -> String {
        let scale = match money.scale {
            Scale::One => None,
            Scale::Thousand => Some(Key::UnitThousandLong),
            Scale::Million => Some(Key::UnitMillionLong),
            Scale::Billion => Some(Key::UnitBillionLong),
        };
        let currency = money.currency.to_string();
        match (currency.as_str(), scale.map(|scale| self.text(scale))) {
            ("RUB", None) => self.text(Key::UnitRubLong).to_owned(),
            ("RUB", Some(scale)) => self.say(Key::UnitRubScaled, &[("scale", scale)]),
            ("USD", None) => self.text(Key::UnitUsdLong).to_owned(),
            ("USD", Some(scale)) => {
                self.say(Key::UnitScaled, &[("currency", self.text(Key::UnitUsdLong)), ("scale", scale)])
            }
            (_, None) => currency,
            (other, Some(scale)) => self.say(Key::UnitScaled, &[("currency", other), ("scale", scale)]),
        }
    }

    /// A currency in words: "US$", "rubles".
    pub fn currency(&self, currency: Currency) -> String {
        let name = currency.to_string();
        match name.as_str() {
            "USD" => self.text(Key::UnitUsdLong).to_owned(),
            "RUB" => self.text(Key::UnitRubLong).to_owned(),
            _ => name,
        }
    }

    /// What kind of value a row holds.
    pub fn status(&self, status: Status) -> &str {
        self.text(match status {
            Status::Reported => Key::StatusReported,
            Status::Mirror => Key::StatusMirror,
            Status::Estimate => Key::StatusEstimate,
            Status::Derived => Key::StatusDerived,
            Status::Contradicted => Key::StatusContradicted,
            Status::Outlier => Key::StatusOutlier,
            Status::Missing => Key::StatusMissing,
        })
    }

    fn scale(&self, scale: Scale) -> &str {
        match scale {
            Scale::One => "",
            Scale::Thousand => self.text(Key::UnitThousand),
            Scale::Million => self.text(Key::UnitMillion),
            Scale::Billion => self.text(Key::UnitBillion),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dollars() -> Money {
        Money::parse("USD m").unwrap()
    }

    #[test]
    fn amounts_are_told_in_their_unit() {
        let words = Words::english();
        let told = |value: &str, unit: &str| {
            words.amount(rounding::cell(Decimal::parse(value).unwrap()), &Money::parse(unit).unwrap())
        };
        assert_eq!(told("6544.70", "USD m"), "$6.545bn");
        assert_eq!(told("58.9", "USD bn"), "$58.9bn");
        assert_eq!(told("112.71", "USD m"), "$112.7m");
        assert_eq!(told("-12", "USD m"), "−$12m");
        assert_eq!(told("3588", "RUB m"), "₽3.588bn");
        assert_eq!(told("5", "CHF"), "5 CHF");
    }

    #[test]
    fn computed_amounts_drop_empty_decimals() {
        let words = Words::english();
        let told = |value: f64| words.amount_full(value, &dollars());
        assert_eq!([told(10_000.0), told(1000.0), told(6544.7)], ["$10bn", "$1bn", "$6.545bn"]);
        assert_eq!([told(112.71), told(10.0), told(0.5), told(0.0)], ["$112.7m", "$10m", "$0.5m", "$0m"]);
    }

    #[test]
    fn an_amount_in_its_unit_stays_in_it() {
        let shown = rounding::cell(Decimal::parse("6544.70").unwrap());
        assert_eq!(Words::english().amount_in_unit(shown, &dollars()), "$6,545m");
    }

    #[test]
    fn units_of_columns_are_told_in_full() {
        let told = |unit: &str| Words::english().unit(&Money::parse(unit).unwrap());
        assert_eq!(
            ["USD m", "RUB bn", "RUB", "CHF k"].map(told),
            ["US$ million", "billion rubles", "rubles", "CHF thousand"]
        );
    }
}

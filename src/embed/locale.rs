//! The browser's `Intl` behind core's locale port.

use std::cell::RefCell;
use std::ops::RangeInclusive;

use js_sys::Intl as native;
use js_sys::{Array, Date, Function, JsString, Object, Reflect};
use ledgerline_core::date::Day;
use ledgerline_core::words::{English, Locale, MonthForm, Plural};
use wasm_bindgen::{JsCast, JsValue};

/// A language as the browser knows it. A formatter takes milliseconds to make, so each is made once and kept: for numbers
/// one for each number of decimals. The names of months and weekdays are kept as they are.
pub(super) struct Intl {
    tags: Array,
    /// Whether it is English in any region, with the digits that it usually has. Its small numbers and plurals need no
    /// formatter, and so the first picture does not wait for one.
    english: bool,
    /// Whether it is English with the groups and the point that [`English`] has.
    plain: bool,
    numbers: RefCell<Vec<(u8, Function)>>,
    plurals: RefCell<Vec<(u8, native::PluralRules)>>,
    dates: RefCell<Vec<(u8, native::DateTimeFormat)>>,
    names: RefCell<Vec<(u8, String)>>,
}

/// Numbers below have no groups of digits.
const UNGROUPED: f64 = 999.5;

/// What a date is taken apart for.
#[derive(Clone, Copy)]
enum Name {
    Month,
    MonthWithDay,
    Weekday,
}

impl Intl {
    /// The language with this BCP 47 tag, which names one that the browser has.
    pub(super) fn new(tag: &str) -> Self {
        let tags = Array::new();
        tags.push(&JsValue::from_str(tag));
        let english = tag.split('-').next() == Some("en");
        Self {
            tags,
            english,
            plain: ["en", "en-US", "en-GB"].contains(&tag),
            numbers: RefCell::default(),
            plurals: RefCell::default(),
            dates: RefCell::default(),
            names: RefCell::default(),
        }
    }

    /// The name of a month, from 0, or of a weekday, from 1 for Monday.
    fn name(&self, name: Name, number: u8) -> String {
        // There are twelve of a kind at most.
        cached(&self.names, name as u8 * 16 + number, || self.told(name, number))
    }

    /// A part of a date in words. Told in UTC, a day is that day everywhere.
    fn told(&self, name: Name, number: u8) -> String {
        let (options, part): (&[(&str, &str)], &str) = match name {
            Name::Month => (&[("month", "long")], "month"),
            Name::MonthWithDay => (&[("month", "long"), ("day", "numeric")], "month"),
            Name::Weekday => (&[("weekday", "long")], "weekday"),
        };
        // 1 January 2001 was a Monday.
        let (month, day) = if part == "month" { (number, 1) } else { (0, number) };
        let day = Day::from_ymd(2001, month + 1, day);
        let date = Date::new(&JsValue::from_f64(day.0 as f64 * MILLISECONDS));
        let format = cached(&self.dates, name as u8, || {
            native::DateTimeFormat::new(&self.tags, &record(options, &[("timeZone", "UTC".into())]))
        });
        let parts = format.format_to_parts(&date);
        let found = parts.iter().find(|found| text(found, "type") == part);
        found.map(|found| text(&found, "value")).unwrap_or_default()
    }
}

/// Of a day.
const MILLISECONDS: f64 = 86_400_000.0;

/// Accents, points and vowel signs that stand by themselves once a text is taken apart.
const MARKS: [RangeInclusive<char>; 3] = ['\u{300}'..='\u{36f}', '\u{591}'..='\u{5c7}', '\u{64b}'..='\u{65f}'];

impl Locale for Intl {
    fn number(&self, value: f64, decimals: u8) -> String {
        if self.plain {
            return English.number(value, decimals);
        }
        if self.english && decimals == 0 && (0.0..UNGROUPED).contains(&value) {
            return (value.round() as u32).to_string();
        }
        let format =
            cached(&self.numbers, decimals, || native::NumberFormat::new(&self.tags, &digits(decimals)).format());
        let told = format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(value));
        told.ok().and_then(|told| told.as_string()).unwrap_or_default()
    }

    fn plural(&self, value: f64, decimals: u8) -> Plural {
        if self.english {
            return English.plural(value, decimals);
        }
        let rules = cached(&self.plurals, decimals, || native::PluralRules::new(&self.tags, &digits(decimals)));
        match String::from(rules.select(value)).as_str() {
            "zero" => Plural::Zero,
            "one" => Plural::One,
            "two" => Plural::Two,
            "few" => Plural::Few,
            "many" => Plural::Many,
            _ => Plural::Other,
        }
    }

    fn month(&self, month: u8, form: MonthForm) -> String {
        let name = match form {
            MonthForm::Alone => Name::Month,
            MonthForm::WithDay => Name::MonthWithDay,
        };
        self.name(name, month.saturating_sub(1))
    }

    fn weekday(&self, weekday: u8) -> String {
        self.name(Name::Weekday, weekday)
    }

    fn fold(&self, text: &str) -> String {
        let apart = String::from(JsString::from(text).normalize("NFKD").to_lower_case());
        apart.chars().filter(|letter| !MARKS.iter().any(|marks| marks.contains(letter))).collect()
    }
}

fn cached<T: Clone>(all: &RefCell<Vec<(u8, T)>>, decimals: u8, make: impl FnOnce() -> T) -> T {
    let known = all.borrow().iter().find(|(own, _)| *own == decimals).map(|(_, format)| format.clone());
    known.unwrap_or_else(|| {
        let made = make();
        all.borrow_mut().push((decimals, made.clone()));
        made
    })
}

fn digits(decimals: u8) -> Object {
    let digits = JsValue::from_f64(decimals.into());
    record(&[], &[("minimumFractionDigits", digits.clone()), ("maximumFractionDigits", digits)])
}

fn record(texts: &[(&str, &str)], others: &[(&str, JsValue)]) -> Object {
    let record = Object::new();
    let texts = texts.iter().map(|(name, value)| (*name, JsValue::from_str(value)));
    for (name, value) in texts.chain(others.iter().map(|(name, value)| (*name, value.clone()))) {
        // A fresh object takes every property.
        let _ = Reflect::set(&record, &name.into(), &value);
    }
    record
}

fn text(object: &JsValue, name: &str) -> String {
    let value = Reflect::get(object.unchecked_ref::<Object>(), &name.into());
    value.ok().and_then(|value| value.as_string()).unwrap_or_default()
}

//! Laws that every date keeps.

use ledgerline_core::date::{Day, Edtf, days_in_month};
use proptest::prelude::*;

fn year() -> impl Strategy<Value = String> {
    (-9999..=9999i64).prop_map(|year| if year < 0 { format!("-{:04}", -year) } else { format!("{year:04}") })
}

fn day() -> impl Strategy<Value = String> {
    (-9999..=9999i64, 1..=12u8, 1..=31u8).prop_map(|(year, month, day)| {
        let (sign, size) = (if year < 0 { "-" } else { "" }, year.abs());
        format!("{sign}{size:04}-{month:02}-{:02}", day.min(days_in_month(year, month)))
    })
}

/// What may stand in an interval.
fn exact() -> impl Strategy<Value = String> {
    prop_oneof![
        year(),
        (year(), 1..=12u8).prop_map(|(year, month)| format!("{year}-{month:02}")),
        (year(), 21..=24u8).prop_map(|(year, season)| format!("{year}-{season}")),
        day(),
        (any::<bool>(), 10_000..=999_999_999i64).prop_map(|(minus, y)| format!("Y{}{y}", if minus { "-" } else { "" })),
    ]
}

fn unspecified() -> impl Strategy<Value = String> {
    prop_oneof![
        (1..=999u16).prop_map(|digits| format!("{digits:03}X")),
        (1..=99u16).prop_map(|digits| format!("-{digits:02}XX")),
        year().prop_map(|year| format!("{year}-XX")),
        year().prop_map(|year| format!("{year}-XX-XX")),
        (year(), 1..=12u8).prop_map(|(year, month)| format!("{year}-{month:02}-XX")),
    ]
}

fn qualified(bare: impl Strategy<Value = String>) -> impl Strategy<Value = String> {
    (bare, prop::sample::select(vec!["", "~", "?", "%"])).prop_map(|(bare, mark)| bare + mark)
}

/// Every kind of date; intervals may end before they start.
fn date() -> impl Strategy<Value = String> {
    let end = || prop_oneof![4 => qualified(exact()), 1 => Just("..".to_owned()), 1 => Just(String::new())];
    prop_oneof![
        qualified(exact()),
        qualified(unspecified()),
        (end(), end()).prop_map(|(from, to)| format!("{from}/{to}")),
    ]
    .prop_filter("the year 0 has no sign", |text| !text.contains("-0000"))
}

proptest! {
    #[test]
    fn printing_a_date_gives_back_what_was_read(text in date()) {
        if let Ok(date) = Edtf::parse(&text) {
            prop_assert_eq!(date.to_string(), text);
        } else {
            prop_assert!(text.contains('/'), "{text} was refused");
        }
    }

    #[test]
    fn no_interval_ends_before_it_starts(text in date()) {
        if let Ok(date) = Edtf::parse(&text) {
            let interval = date.interval();
            prop_assert!(interval.start.is_some() || interval.end.is_some());
            prop_assert!(interval.start.zip(interval.end).is_none_or(|(start, end)| start <= end));
        }
    }

    #[test]
    fn order_is_by_earliest_start_and_then_earliest_end(a in date(), b in date()) {
        if let (Ok(a), Ok(b)) = (Edtf::parse(&a), Edtf::parse(&b)) {
            let ends = |date: &Edtf| {
                let interval = date.interval();
                (interval.start.map_or(i64::MIN, |day| day.0), interval.end.map_or(i64::MAX, |day| day.0))
            };
            prop_assert_eq!(a.order_key().cmp(&b.order_key()), ends(&a).cmp(&ends(&b)));
            prop_assert_eq!(a.order_key().cmp(&b.order_key()), b.order_key().cmp(&a.order_key()).reverse());
        }
    }

    #[test]
    fn years_enclose_the_interval(text in date()) {
        if let Some((date, (first, last))) = Edtf::parse(&text).ok().and_then(|date| Some((date.clone(), date.years()?))) {
            let interval = date.interval();
            prop_assert!(Some(Day::from_ymd(first.into(), 1, 1)) <= interval.start);
            prop_assert!(Some(Day::from_ymd(last.into(), 12, 31)) >= interval.end);
        }
    }

    #[test]
    fn a_day_is_found_again_from_its_year_month_and_day(days in -400_000_000_000i64..400_000_000_000) {
        let (year, month, day) = Day(days).ymd();
        prop_assert!((1..=12).contains(&month) && (1..=days_in_month(year, month)).contains(&day));
        prop_assert_eq!(Day::from_ymd(year, month, day), Day(days));
    }

    #[test]
    fn the_next_day_is_the_next_weekday_and_a_later_date(days in -4_000_000i64..4_000_000) {
        let (today, tomorrow) = (Day(days), Day(days + 1));
        prop_assert_eq!(today.weekday() % 7 + 1, tomorrow.weekday());
        prop_assert!(today.ymd() < tomorrow.ymd());
    }

    #[test]
    fn no_text_and_no_day_makes_the_calendar_panic(text in ".*", near in "[0-9XYT:/.~?% -]{0,24}", days: i64, y: i64, m: u8, d: u8) {
        for text in [text, near] {
            match Edtf::parse(&text) {
                Ok(date) => prop_assert_eq!(date.to_string(), text),
                Err(error) => {
                    prop_assert!(error.meant.iter().all(|meant| Edtf::parse(meant).is_ok()));
                    prop_assert!(!error.to_string().is_empty() && !error.hint().is_empty());
                }
            }
        }
        let _ = (Day(days).ymd(), Day(days).weekday(), Day::from_ymd(y, m, d));
    }
}

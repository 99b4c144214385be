//! Ticks of a time scale, labelled in words.

use super::step::Step;
use super::{TimeScale, days};
use ledgerline_core::date::{Day, Edtf};
use ledgerline_core::words::Words;

/// A mark on the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Middle of the year, month or day that it names, in pixels.
    pub x: f64,
    /// "2014", "June 2014", "5 June 2014".
    pub label: String,
}

/// Ticks at least `spacing` pixels apart, ascending, all in sight.
pub fn ticks(scale: &TimeScale, spacing: f64, words: &Words) -> Vec<Tick> {
    let step = Step::of_at_least(spacing / scale.pixels_a_day());
    let most = ((scale.right - scale.left) / spacing) as usize + 2;
    let mut day = step.floor(Day(scale.from.floor() as i64));
    let mut found = Vec::new();
    while days(day) < scale.to && found.len() < most {
        let x = scale.x(f64::midpoint(days(day), days(step.unit().next(day))));
        if (scale.left..=scale.right).contains(&x) {
            found.push(Tick { x, label: label(step, day, words) });
        }
        day = step.next(day);
    }
    found
}

fn label(step: Step, day: Day, words: &Words) -> String {
    let (year, month, date) = day.ymd();
    match step {
        Step::Years(_) => words.year(year),
        // The year stands in the place of its first month.
        Step::Months(_) if month == 1 => words.year(year),
        Step::Months(_) => dated(format!("{year:04}-{month:02}"), words),
        Step::Days(_) => dated(format!("{year:04}-{month:02}-{date:02}"), words),
    }
}

fn dated(text: String, words: &Words) -> String {
    // Years beyond four digits are never shown by months.
    Edtf::parse(&text).map_or(text, |date| words.date_in_year(&date))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn labels(first: &str, last: &str) -> Vec<String> {
        let day = |text: &str| Edtf::parse(text).unwrap().interval().start.unwrap();
        let scale = TimeScale::new(day(first), day(last), 0.0, 600.0);
        ticks(&scale, 90.0, &Words::english()).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn a_span_from_a_month_to_centuries_has_fitting_ticks() {
        assert_eq!(labels("1985-01-01", "2025-12-31"), ["1990", "2000", "2010", "2020"]);
        assert_eq!(labels("2014-01-01", "2014-12-31"), ["2014", "April", "July", "October"]);
        assert_eq!(labels("2014-06-01", "2014-06-30"), ["2 June", "9 June", "16 June", "23 June", "30 June"]);
        assert_eq!(labels("1400-01-01", "2000-12-31"), ["1400", "1500", "1600", "1700", "1800", "1900", "2000"]);
    }

    proptest! {
        #[test]
        fn ticks_ascend_within_the_scale_for_any_span(first in -1_000_000_000i64..1_000_000_000, length in 0i64..100_000_000_000) {
            let scale = TimeScale::new(Day(first), Day(first + length), 8.0, 1032.0);
            let ticks = ticks(&scale, 80.0, &Words::english());
            prop_assert!(ticks.len() <= 15);
            prop_assert!(ticks.windows(2).all(|pair| pair[1].x - pair[0].x > 70.0));
            prop_assert!(ticks.iter().all(|tick| (7.0..=1033.0).contains(&tick.x)));
        }

        #[test]
        fn a_place_gives_its_day_back(day in -1e6f64..1e6) {
            let scale = TimeScale::new(Day(-400_000), Day(400_000), 8.0, 1032.0);
            prop_assert!((scale.day(scale.x(day)) - day).abs() < 1e-6);
        }
    }
}

//! Steps of time: a floor and a next one give all ticks.

use ledgerline_core::date::Day;

/// So many days, months or years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Days(i64),
    Months(i64),
    Years(i64),
}

impl Step {
    /// The shortest step that lasts at least so many days.
    pub(super) fn of_at_least(days: f64) -> Self {
        let fine = [
            (1.0, Self::Days(1)),
            (2.0, Self::Days(2)),
            (7.0, Self::Days(7)),
            (28.0, Self::Months(1)),
            (89.0, Self::Months(3)),
            (180.0, Self::Months(6)),
        ];
        if let Some((_, step)) = fine.into_iter().find(|(length, _)| *length >= days) {
            return step;
        }
        let mut unit = 1;
        loop {
            for years in [unit, unit * 2, unit * 5] {
                // A billion years are more than any date can hold.
                if years as f64 * 365.0 >= days || years >= 1_000_000_000 {
                    return Self::Years(years);
                }
            }
            unit *= 10;
        }
    }

    /// The last beginning of a step on or before the day.
    pub(super) fn floor(self, day: Day) -> Day {
        let (year, month, _) = day.ymd();
        match self {
            // From a Monday: 1970-01-05 was one.
            Self::Days(days) => Day(day.0 - (day.0 - 4).rem_euclid(days)),
            Self::Months(months) => {
                let index = year * 12 + i64::from(month) - 1;
                first_of(index - index.rem_euclid(months))
            }
            Self::Years(years) => Day::from_ymd(year - year.rem_euclid(years), 1, 1),
        }
    }

    /// The beginning of the step after the one that begins on `day`.
    pub(super) fn next(self, day: Day) -> Day {
        let (year, month, _) = day.ymd();
        match self {
            Self::Days(days) => Day(day.0 + days),
            Self::Months(months) => first_of(year * 12 + i64::from(month) - 1 + months),
            Self::Years(years) => Day::from_ymd(year + years, 1, 1),
        }
    }
}

impl Step {
    /// The year, month or day that begins a step, as one step of its own.
    pub(super) fn unit(self) -> Self {
        match self {
            Self::Days(_) => Self::Days(1),
            Self::Months(_) => Self::Months(1),
            Self::Years(_) => Self::Years(1),
        }
    }
}

/// The first day of a month, counted from January of year 0.
fn first_of(index: i64) -> Day {
    // 0 to 11 by construction.
    Day::from_ymd(index.div_euclid(12), (index.rem_euclid(12) + 1) as u8, 1)
}

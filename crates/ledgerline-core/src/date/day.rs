//! Civil days and the calendar.

/// A civil day, counted from 1970-01-01 in the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day(pub i64);

/// Days from 0000-03-01, on which the arithmetic below counts, to 1970-01-01.
const EPOCH: i64 = 719_468;
/// Days in 400 years, after which the calendar repeats.
const DAYS_IN_ERA: i64 = 146_097;
/// Far beyond any date that can be written, far within what an `i64` of days can hold.
const FAR: i64 = 1_000_000_000_000;

impl Day {
    /// The day with this astronomical year (0 is 1 BCE), month (1 to 12) and day of the month. What is out of
    /// range is taken as the nearest there is: the 31st of April is the 30th, a year beyond 10¹² is 10¹².
    pub fn from_ymd(year: i64, month: u8, day: u8) -> Self {
        let year = year.clamp(-FAR, FAR);
        let month = month.clamp(1, 12);
        let day = i64::from(day.clamp(1, days_in_month(year, month)));
        // Years are counted from March, so that the leap day is the last of its year.
        let shifted = year - i64::from(month <= 2);
        let (era, year_of_era) = (shifted.div_euclid(400), shifted.rem_euclid(400));
        let months_since_march = (i64::from(month) + 9) % 12;
        let day_of_year = (153 * months_since_march + 2) / 5 + day - 1;
        let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        Self(era * DAYS_IN_ERA + day_of_era - EPOCH)
    }

    /// Astronomical year, month (1 to 12) and day of the month.
    pub fn ymd(self) -> (i64, u8, u8) {
        let days = self.0.saturating_add(EPOCH);
        let (era, day_of_era) = (days.div_euclid(DAYS_IN_ERA), days.rem_euclid(DAYS_IN_ERA));
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let months_since_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * months_since_march + 2) / 5 + 1;
        let month = (months_since_march + 2) % 12 + 1;
        let year = era * 400 + year_of_era + i64::from(month <= 2);
        // Both are small by construction: 1 to 12 and 1 to 31.
        (year, month as u8, day as u8)
    }

    /// Day of the week, from 1 (Monday) to 7 (Sunday).
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday. The sum is taken in 0 to 9, so that no day overflows it.
        ((self.0.rem_euclid(7) + 3) % 7 + 1) as u8
    }
}

/// Whether the astronomical year has a 29 February.
pub fn is_leap_year(year: i64) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

/// Days in a month (1 to 12) of an astronomical year.
pub fn days_in_month(year: i64, month: u8) -> u8 {
    match month {
        2 if is_leap_year(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

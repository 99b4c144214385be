//! The time scale and its ticks.

mod step;
mod ticks;

pub use ticks::{Tick, ticks};

use ledgerline_core::date::{Day, Interval};

/// Days to pixels. Days are counted from 1970-01-01; a day begins at its whole number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TimeScale {
    /// First day in sight.
    pub from: f64,
    /// End of the last day in sight; after `from`.
    pub to: f64,
    /// Where the first day begins, in pixels.
    pub left: f64,
    /// Where the last day ends, in pixels.
    pub right: f64,
}

/// No scale shows less than this many days.
const LEAST_DAYS: f64 = 1.0;

impl TimeScale {
    /// A scale that shows the days from the first to the last, both whole.
    pub fn new(first: Day, last: Day, left: f64, right: f64) -> Self {
        let (from, to) = (days(first), days(last) + 1.0);
        Self { from, to: to.max(from + LEAST_DAYS), left, right: right.max(left + 1.0) }
    }

    /// Where the day begins.
    pub fn x(&self, day: f64) -> f64 {
        self.left + (day - self.from) / (self.to - self.from) * (self.right - self.left)
    }

    /// The day at a place, with its fraction.
    pub fn day(&self, x: f64) -> f64 {
        self.from + (x - self.left) / (self.right - self.left) * (self.to - self.from)
    }

    /// Pixels of one day.
    pub fn pixels_a_day(&self) -> f64 {
        (self.right - self.left) / (self.to - self.from)
    }

    /// Where the interval begins and ends; an open end is that of what is drawn.
    pub fn ends(&self, interval: Interval, drawn: (f64, f64)) -> (f64, f64) {
        let from = interval.start.map_or(drawn.0, |day| self.x(days(day)));
        let to = interval.end.map_or(drawn.1, |day| self.x(days(day) + 1.0));
        (from, to.max(from))
    }

    /// The same scale, reaching from one place to another.
    pub fn reaching(&self, (left, right): (f64, f64)) -> Self {
        Self { from: self.day(left), to: self.day(right), left, right }
    }

    /// The same days, moved to the right by so many pixels.
    pub fn moved(&self, pixels: f64) -> Self {
        Self { left: self.left + pixels, right: self.right + pixels, ..*self }
    }

    /// By how much what is drawn on this scale must be stretched from its left edge, and then moved to the right in
    /// pixels, to lie as on another.
    pub fn seen_on(&self, other: &Self) -> (f64, f64) {
        (other.pixels_a_day() / self.pixels_a_day(), other.x(self.day(0.0)))
    }

    /// Where the middle of a year lies.
    pub fn year(&self, year: i32) -> f64 {
        let (first, last) = (Day::from_ymd(year.into(), 1, 1), Day::from_ymd(year.into(), 12, 31));
        self.x((days(first) + days(last) + 1.0) / 2.0)
    }

    /// The first and last day in sight after zooming by a factor (2 shows half as long), kept within `all`.
    /// What lies at `x` stays there as far as that allows.
    pub fn zoomed(&self, factor: f64, x: f64, all: (Day, Day)) -> (Day, Day) {
        let (still, middle) = (self.day(x), f64::midpoint(self.from, self.to));
        self.around(still + (middle - still) / factor, (self.to - self.from) / factor, all)
    }

    /// The first and last day in sight after moving a day to the middle, kept within `all`.
    pub fn centred(&self, day: Day, all: (Day, Day)) -> (Day, Day) {
        self.around(days(day) + 0.5, self.to - self.from, all)
    }

    /// The first and last day in sight after moving by so many pixels to the left, kept within `all`.
    pub fn panned(&self, pixels: f64, all: (Day, Day)) -> (Day, Day) {
        let middle = f64::midpoint(self.from, self.to) + pixels / self.pixels_a_day();
        self.around(middle, self.to - self.from, all)
    }

    fn around(&self, middle: f64, length: f64, (first, last): (Day, Day)) -> (Day, Day) {
        let (start, end) = (days(first), days(last) + 1.0);
        // Whole days, so that moving changes no scale.
        let length = length.round().clamp(LEAST_DAYS, (end - start).max(LEAST_DAYS));
        let from = (middle - length / 2.0).clamp(start, (end - length).max(start)).round();
        (Day(from as i64), Day((from + length) as i64 - 1))
    }
}

/// A day as a number of days. Dates have nine digits of the year at most, which a float holds exactly.
pub(crate) fn days(day: Day) -> f64 {
    day.0 as f64
}

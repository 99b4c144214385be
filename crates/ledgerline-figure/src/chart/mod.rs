//! The pictures of the calculator: bars for a year, lines over the years, and the range of a spread.

mod bars;
mod over_years;
mod range;

pub use bars::{PlacedBar, PlacedBars, Stroke, bars};
pub use over_years::{PlacedYears, over_years};
pub use range::{PlacedRange, range};

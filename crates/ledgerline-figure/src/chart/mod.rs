//! The pictures of the calculator: bars for a year, lines over the years, and the range of a spread.

mod bars;
mod goal;
mod level;
mod on_terms;
mod over_years;
mod range;
mod stops;
mod supposed;

pub use bars::{Bar, PlacedBar, PlacedBars, Stroke, bars};
pub use goal::PlacedGoal;
pub use level::level;
pub use on_terms::{bars_of, reach, track, tracks};
pub use over_years::{Chart, PlacedYears, ends, over_decade, over_years, years};
pub use range::{PlacedRange, range};
pub use stops::Stop;
pub use supposed::{Ground, others, path_reach, supposed};

//! The pictures of the calculator: bars for a year, lines over the years, and the range of a spread.

mod aimed;
mod bars;
mod claimed;
mod compared;
mod dated;
mod goal;
mod heads;
mod level;
mod on_terms;
mod over_years;
mod range;
mod scale;
mod stops;
mod strip;
mod supposed;
mod zone;

pub use aimed::aimed;
pub use bars::{Bar, PlacedBar, PlacedBars, bars};
pub use claimed::{Claimed, claimed, claimed_bars};
pub use compared::Compared;
pub use dated::dated;
pub use goal::PlacedGoal;
pub use level::level;
pub use on_terms::{bars_of, reach, track, tracks};
pub use over_years::{Chart, PlacedYears, ends, over_decade, over_years, years};
pub use range::{PlacedRange, range};
pub use scale::Stroke;
pub use stops::Stop;
pub use strip::Strip;
pub use supposed::{Ground, others, path_reach, supposed};
pub use zone::Zone;

//! An answer over a span as a level through the years that it is of.

use ledgerline_core::formula::Outcome;
use ledgerline_core::story::Colour;

use crate::lines::{Reach, Track};

/// One answer in all years from one to another, in a unit of which `factor` make one of its own. Its spread is not drawn:
/// it tells how sure the digits are, as it does in the answer.
pub fn level(name: &str, colour: Colour, (from, until): (i32, i32), outcome: &Outcome, factor: f64) -> Track {
    Track {
        series: String::new(),
        name: name.to_owned(),
        colour,
        points: (from..=until).map(|year| outcome.in_year(year).times(factor)).collect(),
        reach: Reach::Hidden,
        supposed: true,
        aside: true,
        level: true,
    }
}

//! The spread: the least and the greatest result over all picks of one value a cell.
//!
//! Up to [`MOST_PICKS`] picks are computed one by one, which is exact and costs one evaluation each. Beyond
//! that only the least and the greatest value of each cell are tried, which is exact where the result goes
//! one way with each cell, and else an inner bound that is marked as such.

use super::{Refusal, Spread, TracedCell};

/// So many picks are computed one by one.
const MOST_PICKS: usize = 100_000;

/// The spread over all picks, or `None` where every cell has one value.
pub(super) fn spread(
    cells: &[TracedCell],
    compute: &mut dyn FnMut(&[f64]) -> Result<f64, Refusal>,
) -> Result<Option<Spread>, Refusal> {
    let all: Vec<Vec<f64>> = cells.iter().map(|cell| cell.range.clone()).collect();
    if all.iter().all(|range| range.len() < 2) {
        return Ok(None);
    }
    if picks(&all) <= MOST_PICKS {
        return walk(&all, compute).map(|(low, high)| Some(Spread { low, high, exact: true }));
    }
    let ends: Vec<Vec<f64>> = all.iter().map(|range| ends(range)).collect();
    if picks(&ends) > MOST_PICKS {
        return Err(Refusal::OutOfRange);
    }
    walk(&ends, compute).map(|(low, high)| Some(Spread { low, high, exact: false }))
}

fn ends(range: &[f64]) -> Vec<f64> {
    let mut ends: Vec<f64> = range.first().into_iter().chain(range.last()).copied().collect();
    ends.dedup();
    ends
}

fn picks(ranges: &[Vec<f64>]) -> usize {
    ranges.iter().fold(1, |picks, range| picks.saturating_mul(range.len().max(1)))
}

/// Least and greatest result, by counting through the picks like the digits of a number.
fn walk(ranges: &[Vec<f64>], compute: &mut dyn FnMut(&[f64]) -> Result<f64, Refusal>) -> Result<(f64, f64), Refusal> {
    let mut digits = vec![0; ranges.len()];
    let mut pick: Vec<f64> = ranges.iter().map(|range| range[0]).collect();
    let mut found = compute(&pick).map(|value| (value, value))?;
    while next(&mut digits, ranges) {
        for ((value, digit), range) in pick.iter_mut().zip(&digits).zip(ranges) {
            *value = range[*digit];
        }
        let value = compute(&pick)?;
        found = (value.min(found.0), value.max(found.1));
    }
    Ok(found)
}

fn next(digits: &mut [usize], ranges: &[Vec<f64>]) -> bool {
    for (digit, range) in digits.iter_mut().zip(ranges) {
        *digit += 1;
        if *digit < range.len() {
            return true;
        }
        *digit = 0;
    }
    false
}

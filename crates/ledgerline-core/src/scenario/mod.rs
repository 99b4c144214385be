//! What if: the paths of one or two series from a year on, when their levers are moved.
//!
//! A path starts from a formula with one value, usually a series in a year, on whatever terms: its prices, currency
//! and sources are those of the path, and its spread is carried through.

mod levers;
mod what_if;

pub(crate) use levers::step_of_amount;
pub use levers::{Kind, Levers};
pub use what_if::{Projected, Reached, Side, Sway, WhatIf};

use crate::formula::{Expr, Outcome, Refusal, Unit, evaluate};
use crate::link::GREATEST;
use crate::series::Point;
use crate::story::Story;

/// No path has more points behind its first, whatever years a link or a reader asks for: each is computed and
/// placed anew at every step of a slider.
pub(crate) const LONGEST: i32 = 200;

/// The path from the value of a formula, year by year, with the spread of that value carried through.
/// Paths end after 200 years at the latest.
///
/// # Errors
/// As for the formula; growth of −100% or less, and amounts and growth beyond all figures.
pub fn path(story: &Story, start: &Expr, years: (i32, i32), levers: &Levers) -> Result<Vec<Point>, Refusal> {
    onward(&evaluate(start, story)?, years, levers)
}

/// The path from a value that is computed already, year by year.
fn onward(start: &Outcome, (first, last): (i32, i32), levers: &Levers) -> Result<Vec<Point>, Refusal> {
    let last = last.clamp(first, first.saturating_add(LONGEST));
    through(start, (first, first..=last), levers)
}

/// The path from a value of the first year through some years. Each end of its spread goes its own way with the same
/// levers, and since every year rises or falls with the start, the ends of the years are exact.
pub(crate) fn through(
    start: &Outcome,
    (first, years): (i32, impl Iterator<Item = i32>),
    levers: &Levers,
) -> Result<Vec<Point>, Refusal> {
    let (low, high) = start.spread.map_or((start.value, start.value), |spread| (spread.low, spread.high));
    let point = |year: i32| {
        let at = |value: f64| levers.value(value, first, year).and_then(|value| within(value, start.unit));
        let (value, low, high) = (at(start.value)?, at(low)?, at(high)?);
        Ok(Point { year, value, low: low.min(high), high: high.max(low) })
    };
    years.map(point).collect()
}

/// An amount in a unit, if it is one that figures have.
pub(crate) fn within(value: f64, unit: Unit) -> Result<f64, Refusal> {
    if value.abs() * unit.scale() <= GREATEST { Ok(value) } else { Err(Refusal::OutOfRange) }
}

/// One end of the spread of a point, or its value.
type End = fn(&Point) -> f64;

/// The first year in which one path is at a fraction of another or above it.
pub fn reaches(path: &[Point], other: &[Point], fraction: f64) -> Option<i32> {
    reaches_by(path, other, fraction, |point| point.value, |point| point.value)
}

/// The same for one end each of the two spreads.
fn reaches_by(path: &[Point], other: &[Point], fraction: f64, own: End, goal: End) -> Option<i32> {
    let at = |year: i32| other.iter().find(|point| point.year == year);
    let there = |point: &&Point| at(point.year).is_some_and(|other| own(point) >= goal(other) * fraction);
    path.iter().find(there).map(|point| point.year)
}

/// How much the last value of a path changes when each lever is moved by a step of its own; the lever that matters
/// most comes first. A lever that makes no path is left out.
///
/// # Errors
/// As [`path`].
pub fn sensitivity(
    story: &Story,
    start: &Expr,
    years: (i32, i32),
    levers: &Levers,
    steps: &[(Kind, f64)],
) -> Result<Vec<(Kind, f64)>, Refusal> {
    let start = evaluate(start, story)?;
    let mut changes = changes(&start, years, levers, steps)?;
    changes.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    Ok(changes)
}

fn changes(
    start: &Outcome,
    years: (i32, i32),
    levers: &Levers,
    steps: &[(Kind, f64)],
) -> Result<Vec<(Kind, f64)>, Refusal> {
    let end = |levers: &Levers| onward(start, years, levers).map(|path| path.last().map_or(0.0, |point| point.value));
    let rest = end(levers)?;
    let moved = |(kind, step): &(Kind, f64)| Some((*kind, end(&levers.moved(*kind, *step)).ok()? - rest));
    Ok(steps.iter().filter_map(moved).collect())
}

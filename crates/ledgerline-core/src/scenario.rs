//! What if: the path of a series from a year on, when its levers are moved.

use libm::pow;

use crate::formula::{Expr, Refusal, evaluate};
use crate::series::Point;
use crate::story::{Lever, Scenario, Story};

/// No path is longer, in years.
const LONGEST: i32 = 200;

/// How far the levers of one series are moved. Amounts are in the unit of the series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Levers {
    /// Rate of growth a year: 0.1 is 10%.
    pub growth: f64,
    /// Extra amount in every year behind the first. It neither grows nor adds up.
    pub extra: f64,
    /// Extra amount in one year only.
    pub once: Option<(i32, f64)>,
    /// Factor on the first value.
    pub base: f64,
}

/// A lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// [`Levers::growth`]
    Growth,
    /// [`Levers::extra`]
    Extra,
    /// [`Levers::once`]
    Once,
    /// [`Levers::base`]
    Base,
}

impl Default for Levers {
    fn default() -> Self {
        Self { growth: 0.0, extra: 0.0, once: None, base: 1.0 }
    }
}

impl Levers {
    /// Those that a scenario of the story moves for a series; the others rest.
    pub fn of(scenario: &Scenario, series: &str) -> Self {
        let mut levers = Self::default();
        for (name, lever) in &scenario.levers {
            match (name.rsplit_once('.'), lever) {
                (Some((id, "growth")), Lever::Number(rate)) if id == series => levers.growth = *rate,
                (Some((id, "extra")), Lever::Number(amount)) if id == series => levers.extra = *amount,
                (Some((id, "base")), Lever::Number(factor)) if id == series => levers.base = *factor,
                (Some((id, "once")), Lever::Once { when, amount }) if id == series => {
                    levers.once = Some((*when, *amount));
                }
                _ => {}
            }
        }
        levers
    }

    /// With one lever moved by a step more.
    fn moved(self, kind: Kind, step: f64) -> Self {
        match kind {
            Kind::Growth => Self { growth: self.growth + step, ..self },
            Kind::Extra => Self { extra: self.extra + step, ..self },
            Kind::Once => Self { once: self.once.map(|(when, amount)| (when, amount + step)), ..self },
            Kind::Base => Self { base: self.base + step, ..self },
        }
    }

    /// The value so many years behind the first.
    fn value(&self, start: f64, first: i32, year: i32) -> Result<f64, Refusal> {
        if self.growth < -1.0 {
            return Err(Refusal::Sign);
        }
        let years = f64::from(year - first);
        let extra = if year > first { self.extra } else { 0.0 };
        let once = self.once.filter(|(when, _)| *when == year).map_or(0.0, |(_, amount)| amount);
        let value = start * self.base * pow(1.0 + self.growth, years) + extra + once;
        if value.is_finite() { Ok(value) } else { Err(Refusal::OutOfRange) }
    }
}

/// The path of a series, year by year from one that has a value, with the spread of that value carried through.
/// Paths end after 200 years at the latest.
///
/// # Errors
/// As for a formula with that one value; and growth below −100%.
pub fn path(story: &Story, series: &str, years: (i32, i32), levers: &Levers) -> Result<Vec<Point>, Refusal> {
    let (first, last) = years;
    let start = evaluate(&Expr::cell(series, first), story)?;
    let (low, high) = start.spread.map_or((start.value, start.value), |spread| (spread.low, spread.high));
    let point = |year: i32| {
        let at = |start: f64| levers.value(start, first, year);
        let (value, low, high) = (at(start.value)?, at(low)?, at(high)?);
        Ok(Point { year, value, low: low.min(high), high: high.max(low) })
    };
    (first..=last.clamp(first, first.saturating_add(LONGEST))).map(point).collect()
}

/// The first year in which one path is at a fraction of another or above it.
pub fn reaches(path: &[Point], other: &[Point], fraction: f64) -> Option<i32> {
    let at = |year: i32| other.iter().find(|point| point.year == year);
    path.iter()
        .find(|point| at(point.year).is_some_and(|other| point.value >= other.value * fraction))
        .map(|point| point.year)
}

/// How much the last value of a path changes when each lever is moved by a step of its own; the lever that matters
/// most comes first. A lever that makes no path is left out.
///
/// # Errors
/// As [`path`].
pub fn sensitivity(
    story: &Story,
    series: &str,
    years: (i32, i32),
    levers: &Levers,
    steps: &[(Kind, f64)],
) -> Result<Vec<(Kind, f64)>, Refusal> {
    let end =
        |levers: &Levers| path(story, series, years, levers).map(|path| path.last().map_or(0.0, |point| point.value));
    let rest = end(levers)?;
    let moved = |(kind, step): &(Kind, f64)| Some((*kind, end(&levers.moved(*kind, *step)).ok()? - rest));
    let mut changes: Vec<(Kind, f64)> = steps.iter().filter_map(moved).collect();
    changes.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    Ok(changes)
}

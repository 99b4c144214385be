//! Two series side by side into the future: their paths, when the one is at a fraction of the other, and which lever
//! matters most.

use super::{End, Kind, Levers, changes, onward, reaches, reaches_by};
use crate::formula::{Above, Expr, Outcome, Refusal, Sources, Unit, evaluate_by};
use crate::series::Point;
use crate::story::Story;

/// A part of a number that four digits do not show.
const UNSEEN: f64 = 1e-4;

/// What is asked.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// The series that may catch up.
    pub a: Side,
    /// The one that it is measured by.
    pub b: Side,
    /// First and last year.
    pub years: (i32, i32),
    /// The part of the second that the first is to reach: 1 for all of it.
    pub fraction: f64,
    /// Whose values the starts take.
    pub sources: Sources<'static>,
}

/// One of the two.
#[derive(Clone, Debug, PartialEq)]
pub struct Side {
    /// The value of the first year: a series in that year, on whatever terms.
    pub start: Expr,
    /// How far its levers are moved. Amounts are in the unit of the start.
    pub levers: Levers,
}

/// What comes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Projected {
    /// The path of the first, a point a year.
    pub a: Vec<Point>,
    /// That of the second.
    pub b: Vec<Point>,
    /// Whether no value goes first, so that the ends of the points alone count.
    pub ranged: bool,
    /// The unit of both.
    pub unit: Unit,
    /// When the first is at the fraction of the second.
    pub reached: Reached,
    /// What a step of each lever does to the end, that which does most first; nothing where there is no one end.
    pub sways: Vec<Sway>,
}

/// The first year in which the one is at the fraction of the other; `None` where that is not within the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reached {
    /// By the preferred values.
    pub year: Option<i32>,
    /// By the sources that make it earliest.
    pub earliest: Option<i32>,
    /// By the sources that make it latest.
    pub latest: Option<i32>,
}

/// What a step of a lever does.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sway {
    /// Whether the lever is one of the first series; else it is one of the second.
    pub of_a: bool,
    /// The lever.
    pub kind: Kind,
    /// The step: a rate, a factor, or an amount in the unit of the paths.
    pub step: f64,
    /// The last value of the first series as a part of the last of the second.
    pub end: f64,
    /// The same with the lever moved by the step. The levers are ordered by how far this is from `end`.
    pub moved: f64,
}

impl WhatIf {
    /// Computes it.
    ///
    /// # Errors
    /// As for the two starts; [`Refusal::Itself`] where the two are one; [`Refusal::UnlikeUnits`] where they do not go
    /// together; [`Refusal::Sign`] where one is below zero, [`Refusal::BelowZero`] where its levers lead a path there;
    /// else as [`super::path`].
    pub fn evaluate(&self, story: &Story) -> Result<Projected, Refusal> {
        if self.a == self.b {
            return Err(Refusal::Itself(self.a.series().to_owned()));
        }
        let start = |side: &Side| evaluate_by(&side.start, story, self.sources);
        let (a, b) = (start(&self.a)?, start(&self.b)?);
        // Where the two divide, they may be held against each other.
        let told = |side: &Side, unit: Unit| (side.start.to_string(), unit);
        if !a.unit.compares_to(b.unit) {
            return Err(Refusal::UnlikeUnits { left: told(&self.a, a.unit), right: told(&self.b, b.unit) });
        }
        if let Some(cell) = a.cells.iter().chain(&b.cells).find(|cell| cell.least() < 0.0) {
            return Err(Refusal::Sign(Above::Path, Some(Box::new(cell.clone()))));
        }
        let (of_a, of_b) = (self.a.onward(&a, self.years)?, self.b.onward(&b, self.years)?);
        let scale = b.unit.scale() / a.unit.scale();
        let of_b: Vec<Point> = of_b.into_iter().map(|point| point.times(scale)).collect();
        let ranged = a.ranged || b.ranged;
        let sways = if ranged { Vec::new() } else { self.sways((&a, &of_a), (&b, &of_b), scale)? };
        Ok(Projected { reached: self.reached(&of_a, &of_b), ranged, a: of_a, b: of_b, unit: a.unit, sways })
    }

    fn reached(&self, a: &[Point], b: &[Point]) -> Reached {
        let (low, high): (End, End) = (|point| point.low, |point| point.high);
        let by = |own, goal| reaches_by(a, b, self.fraction, own, goal);
        Reached { year: reaches(a, b, self.fraction), earliest: by(high, low), latest: by(low, high) }
    }

    fn sways(
        &self,
        (a, of_a): (&Outcome, &[Point]),
        (b, of_b): (&Outcome, &[Point]),
        scale: f64,
    ) -> Result<Vec<Sway>, Refusal> {
        let last = |path: &[Point]| path.last().map_or(0.0, |point| point.value);
        let (own, other) = (last(of_a), last(of_b));
        let end = own / other;
        let mut sways: Vec<Sway> = Vec::new();
        for (kind, step, change) in steps(a, self.years, &self.a.levers, 1.0)? {
            sways.push(Sway { of_a: true, kind, step, end, moved: (own + change) / other });
        }
        for (kind, step, change) in steps(b, self.years, &self.b.levers, scale)? {
            sways.push(Sway { of_a: false, kind, step, end, moved: own / (other + change) });
        }
        // One that changes no digit that is ever shown, such as a one-off before the last year, is none.
        sways.retain(|sway| (sway.moved - end).is_finite() && (sway.moved - end).abs() > end.abs() * UNSEEN);
        sways.sort_by(|a, b| (b.moved - end).abs().total_cmp(&(a.moved - end).abs()));
        Ok(sways)
    }
}

impl Side {
    /// Id of the series that it starts from.
    pub(crate) fn series(&self) -> &str {
        self.start.series().into_iter().next().unwrap_or_default()
    }

    /// Its path, which by no source is below zero.
    fn onward(&self, start: &Outcome, years: (i32, i32)) -> Result<Vec<Point>, Refusal> {
        let path = onward(start, years, &self.levers)?;
        match path.iter().find(|point| point.low < 0.0) {
            Some(Point { year, value, .. }) => Err(Refusal::BelowZero {
                series: self.series().to_owned(),
                year: *year,
                first: *year == years.0,
                taken: *value < 0.0,
            }),
            None => Ok(path),
        }
    }
}

/// Each lever with its step and how much that changes the last value of its series, in a unit of which `scale` make
/// one of theirs.
fn steps(start: &Outcome, years: (i32, i32), levers: &Levers, scale: f64) -> Result<Vec<(Kind, f64, f64)>, Refusal> {
    let chosen = |kind: &Kind| *kind != Kind::Once || levers.once.is_some();
    let steps: Vec<(Kind, f64)> =
        Kind::ALL.into_iter().filter(chosen).map(|kind| (kind, levers.step(kind, start.value))).collect();
    let told = |(kind, change): (Kind, f64)| {
        let step = levers.step(kind, start.value);
        let step = if matches!(kind, Kind::Extra | Kind::Once) { step * scale } else { step };
        (kind, step, change * scale)
    };
    Ok(changes(start, years, levers, &steps)?.into_iter().map(told).collect())
}

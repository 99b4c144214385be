//! Evaluation: for the preferred values, and over all sources.

use super::node::Node;
use super::resolve::{Plan, resolve};
use super::spread;
use super::{Expr, Outcome, Range, Refusal, Sources, Spread, Step};
use crate::story::Story;

/// A trace has no more steps than these.
const MOST_STEPS: usize = 64;

/// Computes a formula over a story.
///
/// # Errors
/// A [`Refusal`] for the first cell, in the order of the formula, that has no value, for units that do not go
/// together, and for operations that have no result. Never NaN, never infinity.
pub fn evaluate(expr: &Expr, story: &Story) -> Result<Outcome, Refusal> {
    evaluate_by(expr, story, Sources::Preferred)
}

/// Computes a formula over a story with the values of the sources that the reader chose.
///
/// # Errors
/// As [`evaluate`].
pub fn evaluate_by(expr: &Expr, story: &Story, sources: Sources<'_>) -> Result<Outcome, Refusal> {
    if sources == Sources::All {
        return all(expr, story);
    }
    let plan = resolve(expr, story, sources)?;
    let value = plan.value()?;
    // Powers may differ in the last digit between one end and a value inside; the spread holds its value.
    let widened = |found: Spread| Spread { low: found.low.min(value), high: found.high.max(value), ..found };
    let spread = plan.spread()?.map(widened);
    let Plan { root, unit, cells, factors, warnings, .. } = plan;
    let alone = matches!(root, Node::Cell { .. }) && factors.is_empty();
    let alone = cells.first().filter(|_| alone).map(|cell| cell.value);
    Ok(Outcome { value, ranged: false, unit, spread, alone, cells, factors, warnings })
}

/// The result where no value goes first. Where each year has one value, and a preferred one, there is nothing to range.
fn all(expr: &Expr, story: &Story) -> Result<Outcome, Refusal> {
    let Range { spread, unit, cells, factors } = over_all(expr, story)?;
    match evaluate(expr, story) {
        Ok(single) if single.spread.is_none() => Ok(single),
        preferred => {
            let (value, warnings) = (middle(spread), preferred.map(|known| known.warnings).unwrap_or_default());
            Ok(Outcome { ranged: true, cells, factors, warnings, ..Outcome::bare(value, unit, Some(spread)) })
        }
    }
}

fn middle(spread: Spread) -> f64 {
    if spread.low == spread.high { spread.low } else { spread.low / 2.0 + spread.high / 2.0 }
}

/// The least and the greatest result over all picks, in disputed years too.
///
/// # Errors
/// As [`evaluate`], but that no year is disputed.
pub fn over_all(expr: &Expr, story: &Story) -> Result<Range, Refusal> {
    let plan = resolve(expr, story, Sources::All)?;
    let one = |value| Spread { low: value, high: value, exact: true };
    let spread = match plan.spread()? {
        Some(spread) => spread,
        None => one(plan.value()?),
    };
    Ok(Range { spread, unit: plan.unit, cells: plan.cells, factors: plan.factors })
}

/// The value of each cell of the result at the least end of its spread and at the greatest; `None` without a spread,
/// and where nobody knows which they are.
pub(crate) fn at_ends(expr: &Expr, story: &Story, sources: Sources<'_>) -> Option<[Vec<f64>; 2]> {
    let plan = resolve(expr, story, sources).ok()?;
    let (low, high) = spread::at_ends(&plan.root, &plan.slots)?;
    let cells = plan.cells.iter().zip(&plan.places);
    let cells: Vec<(usize, usize)> = cells.map(|(cell, place)| (*place, cell.flow as usize)).collect();
    Some([low, high].map(|picks| cells.iter().map(|(place, flow)| picks[*place][*flow]).collect()))
}

/// Whether the result of some pick is as wanted, in disputed years too. `None`: there are more than 100,000 picks.
pub(crate) fn some_pick(expr: &Expr, story: &Story, wanted: &dyn Fn(f64) -> bool) -> Option<bool> {
    let plan = resolve(expr, story, Sources::All).ok()?;
    spread::some(&plan.root, &plan.slots, wanted)
}

/// The parts of a formula that are computed on the way to its result, innermost first, the whole last.
///
/// # Errors
/// As [`evaluate`], for the whole formula.
pub fn steps(expr: &Expr, story: &Story) -> Result<Vec<Step>, Refusal> {
    steps_by(expr, story, Sources::Preferred)
}

/// As [`steps`], with the values of the sources that the reader chose, as in [`evaluate_by`].
///
/// # Errors
/// As [`evaluate`], for the whole formula.
pub fn steps_by(expr: &Expr, story: &Story, sources: Sources<'_>) -> Result<Vec<Step>, Refusal> {
    let whole = step(expr, story, sources)?;
    let mut steps: Vec<Step> = Vec::new();
    for part in expr.inside_out(is_shut).into_iter().filter(|part| is_step(part)) {
        if steps.len() < MOST_STEPS
            && let Ok(step) = step(part, story, sources)
            && steps.iter().all(|known| known.formula != step.formula)
            && step.formula != whole.formula
        {
            steps.push(step);
        }
    }
    steps.push(whole);
    Ok(steps)
}

/// What stands inside of these is told in other prices or another currency than the cells themselves.
fn is_shut(part: &Expr) -> bool {
    matches!(part, Expr::Real(..) | Expr::In(..))
}

fn is_step(part: &Expr) -> bool {
    !part.is_list() && !matches!(part, Expr::Number(_) | Expr::Percent(_) | Expr::Amount(..) | Expr::Cell { .. })
}

fn step(expr: &Expr, story: &Story, sources: Sources<'_>) -> Result<Step, Refusal> {
    let formula = expr.to_string();
    if sources == Sources::All {
        let Outcome { value, ranged, unit, spread, .. } = all(expr, story)?;
        return Ok(Step { formula, value, range: spread.filter(|_| ranged), unit });
    }
    let plan = resolve(expr, story, sources)?;
    Ok(Step { formula, value: plan.value()?, range: None, unit: plan.unit })
}

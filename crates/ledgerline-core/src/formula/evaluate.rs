//! Evaluation: for the preferred values, and over all sources.

use super::resolve::resolve;
use super::spread::spread;
use super::{Expr, Outcome, Refusal, Spread, Step};
use crate::story::Story;

/// A trace has no more steps than these.
const MOST_STEPS: usize = 64;

/// Computes a formula over a story.
///
/// # Errors
/// A [`Refusal`] for the first cell, in the order of the formula, that has no value, for units that do not go
/// together, and for operations that have no result. Never NaN, never infinity.
pub fn evaluate(expr: &Expr, story: &Story) -> Result<Outcome, Refusal> {
    let plan = resolve(expr, story)?;
    let value = plan.root.value(&plan.first)?;
    // Powers may differ in the last digit between one end and a value inside; the spread holds its value.
    let widened = |found: Spread| Spread { low: found.low.min(value), high: found.high.max(value), ..found };
    let spread = spread(&plan.root, &plan.slots)?.map(widened);
    Ok(Outcome { value, unit: plan.unit, spread, cells: plan.cells, factors: plan.factors, warnings: plan.warnings })
}

/// The parts of a formula that are computed on the way to its result, innermost first, the whole last.
///
/// # Errors
/// As [`evaluate`], for the whole formula.
pub fn steps(expr: &Expr, story: &Story) -> Result<Vec<Step>, Refusal> {
    let whole = step(expr, story)?;
    let mut steps: Vec<Step> = Vec::new();
    for part in expr.inside_out(is_shut).into_iter().filter(|part| is_step(part)) {
        if steps.len() < MOST_STEPS
            && let Ok(step) = step(part, story)
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

fn step(expr: &Expr, story: &Story) -> Result<Step, Refusal> {
    let plan = resolve(expr, story)?;
    Ok(Step { formula: expr.to_string(), value: plan.root.value(&plan.first)?, unit: plan.unit })
}

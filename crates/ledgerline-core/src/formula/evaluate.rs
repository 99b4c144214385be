//! Evaluation: the cells are looked up once, then the tree is computed for the preferred values and for
//! every pick of the others.

use super::spread;
use super::{Expr, Operator, Outcome, Refusal, TracedCell, Unit};
use crate::amount::Scale;
use crate::series::{Cell, bounds};
use crate::story::{Series, Story};

/// Computes a formula over a story.
///
/// # Errors
/// A [`Refusal`] for the first cell, in the order of the formula, that has no value, and for operations
/// that have no result. Never NaN, never infinity.
pub fn evaluate(expr: &Expr, story: &Story) -> Result<Outcome, Refusal> {
    let mut cells = Vec::new();
    gather(expr, story, &mut cells)?;
    let preferred: Vec<f64> = cells.iter().map(|cell| cell.value.value).collect();
    let unit = unit(expr, &cells)?;
    let value = compute(expr, &cells, &preferred)?;
    let spread = spread::spread(&cells, &mut |picks| compute(expr, &cells, picks))?;
    Ok(Outcome { value, unit, spread, cells })
}

fn gather(expr: &Expr, story: &Story, cells: &mut Vec<TracedCell>) -> Result<(), Refusal> {
    match expr {
        Expr::Number(_) | Expr::Amount(..) => Ok(()),
        Expr::Cell { series, year } => {
            if find(cells, series, *year).is_none() {
                cells.push(look_up(story, series, *year)?);
            }
            Ok(())
        }
        Expr::Binary { left, right, .. } => {
            gather(left, story, cells)?;
            gather(right, story, cells)
        }
    }
}

fn look_up(story: &Story, id: &str, year: i32) -> Result<TracedCell, Refusal> {
    let series = story.series.get(id).ok_or_else(|| Refusal::UnknownSeries(id.to_owned()))?;
    match series.cell(year) {
        Cell::Valued { row, spread } => {
            let mut range: Vec<f64> = spread.iter().filter_map(|row| row.number()).collect();
            range.sort_by(f64::total_cmp);
            range.dedup();
            let place = series.values.iter().position(|other| std::ptr::eq(other, row)).unwrap_or_default();
            let value = row.value.unwrap_or_default();
            Ok(TracedCell { series: id.to_owned(), year, row: place, value, money: series.unit, range })
        }
        refused => Err(refusal(id, year, &refused)),
    }
}

fn refusal(id: &str, year: i32, cell: &Cell<'_>) -> Refusal {
    let series = id.to_owned();
    match cell {
        Cell::Disputed { rows } => {
            let (low, high) = bounds(rows).unwrap_or_default();
            Refusal::Disputed { series, year, low, high }
        }
        Cell::Unusable { .. } => Refusal::Unusable { series, year },
        Cell::Missing { note } => Refusal::Missing { series, year, note: note.map(str::to_owned) },
        Cell::Valued { .. } => Refusal::OutOfRange,
    }
}

fn find(cells: &[TracedCell], series: &str, year: i32) -> Option<usize> {
    cells.iter().position(|cell| cell.series == series && cell.year == year)
}

/// The unit of the result; a result's amount is in the unit of its first cell.
fn unit(expr: &Expr, cells: &[TracedCell]) -> Result<Unit, Refusal> {
    match expr {
        Expr::Number(_) => Ok(Unit::Ratio),
        Expr::Amount(_, money) => Ok(Unit::Amount(*money)),
        Expr::Cell { series, year } => {
            let cell = find(cells, series, *year).map(|place| cells[place].money);
            cell.map(Unit::Amount).ok_or_else(|| Refusal::UnknownSeries(series.clone()))
        }
        Expr::Binary { operator, left, right } => joined(*operator, unit(left, cells)?, unit(right, cells)?),
    }
}

fn joined(operator: Operator, left: Unit, right: Unit) -> Result<Unit, Refusal> {
    match (operator, left, right) {
        (_, Unit::Ratio, Unit::Ratio) => Ok(Unit::Ratio),
        (Operator::Add | Operator::Subtract, Unit::Amount(a), Unit::Amount(b)) if a.adds_to(&b) => Ok(left),
        (Operator::Divide, Unit::Amount(a), Unit::Amount(b)) if a.adds_to(&b) => Ok(Unit::Ratio),
        (Operator::Multiply | Operator::Divide, Unit::Amount(_), Unit::Ratio) => Ok(left),
        (Operator::Multiply, Unit::Ratio, Unit::Amount(_)) => Ok(right),
        _ => Err(Refusal::UnlikeUnits(left, right)),
    }
}

/// The result for one value a cell, in the unit that [`unit`] tells.
fn compute(expr: &Expr, cells: &[TracedCell], picks: &[f64]) -> Result<f64, Refusal> {
    let (value, _) = scaled(expr, cells, picks)?;
    if value.is_finite() { Ok(value + 0.0) } else { Err(Refusal::OutOfRange) }
}

/// The value, and the scale that it is told in; `None` for pure numbers.
fn scaled(expr: &Expr, cells: &[TracedCell], picks: &[f64]) -> Result<(f64, Option<Scale>), Refusal> {
    match expr {
        Expr::Number(number) => Ok((number.value, None)),
        Expr::Amount(number, money) => Ok((number.value, Some(money.scale))),
        Expr::Cell { series, year } => {
            let place = find(cells, series, *year).ok_or_else(|| Refusal::UnknownSeries(series.clone()))?;
            Ok((picks[place], Some(cells[place].money.scale)))
        }
        Expr::Binary { operator, left, right } => {
            let (left, scale) = scaled(left, cells, picks)?;
            let (right, other) = scaled(right, cells, picks)?;
            apply(*operator, (left, scale), (right, other))
        }
    }
}

type Scaled = (f64, Option<Scale>);

fn apply(operator: Operator, (left, scale): Scaled, (right, other): Scaled) -> Result<Scaled, Refusal> {
    let alike = match (scale, other) {
        (Some(scale), Some(other)) => right * other.factor() / scale.factor(),
        _ => right,
    };
    match operator {
        Operator::Add => Ok((left + alike, scale)),
        Operator::Subtract => Ok((left - alike, scale)),
        Operator::Multiply => Ok((left * right, scale.or(other))),
        Operator::Divide if right == 0.0 => Err(Refusal::ZeroDenominator),
        Operator::Divide => Ok((left / alike, scale.filter(|_| other.is_none()))),
    }
}

impl Series {
    /// Whether this is a total that holds the series of this id.
    pub fn is_total_of(&self, part: &str) -> bool {
        self.includes.iter().any(|id| id == part)
    }
}

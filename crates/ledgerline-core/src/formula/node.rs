//! A formula whose cells are looked up: what is computed, for one value a cell.

use libm::{log, pow};

use super::outcome::Flow;
use super::refusal::{Above, Fault};
use super::{Function, Operator};

/// A value of a cell with its parts, by [`Flow`]. Parts that no formula asks for are zero.
pub(super) type Pick = [f64; 4];

/// A formula whose cells are looked up. All amounts of it are in one scale.
#[derive(Clone, Debug)]
pub(super) enum Node {
    Number(f64),
    /// A part of the picked value, times what the scale, the prices and the currency ask for.
    Cell {
        slot: usize,
        flow: Flow,
        factor: f64,
    },
    Negated(Box<Node>),
    /// Operations from left to right, each on what stands left of it.
    Chain(Box<Node>, Vec<(Operator, Node)>),
    Call(Function, Vec<Node>),
}

/// What becomes of a start that lies beyond its goal, from where no years lead to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Beyond {
    /// The goal is never reached.
    Never,
    /// It is there from the start.
    There,
    /// The years lie in the past: they are below zero.
    Past,
}

impl Node {
    /// The result for one value a cell. Never NaN, never infinite.
    pub(super) fn value(&self, picks: &[Pick], beyond: Beyond) -> Result<f64, Fault> {
        let value = match self {
            Self::Number(number) => *number,
            Self::Cell { slot, flow, factor } => picks[*slot][*flow as usize] * factor,
            Self::Negated(part) => -part.value(picks, beyond)?,
            Self::Chain(first, links) => {
                let first = first.value(picks, beyond)?;
                let operated =
                    |left, (operator, right): &(Operator, Node)| operate(*operator, left, right.value(picks, beyond)?);
                links.iter().try_fold(first, operated)?
            }
            Self::Call(function, parts) => {
                let values: Result<Vec<f64>, Fault> = parts.iter().map(|part| part.value(picks, beyond)).collect();
                call(*function, &values?, beyond)?
            }
        };
        // No minus in front of nothing.
        finite(value + 0.0)
    }
}

pub(super) fn operate(operator: Operator, left: f64, right: f64) -> Result<f64, Fault> {
    match operator {
        Operator::Add => finite(left + right),
        Operator::Subtract => finite(left - right),
        Operator::Multiply => finite(left * right),
        Operator::Divide => divided(left, right),
    }
}

/// A function of plain values. Exports, imports and balance are told by the cells.
pub(super) fn call(function: Function, values: &[f64], beyond: Beyond) -> Result<f64, Fault> {
    let count = values.len() as f64;
    let gain = |own: f64, other: f64| Ok(log_of(1.0 + own)? - log_of(1.0 + other)?);
    let years = |a: f64, b: f64, gain: f64| years(a, b, gain, beyond)?.ok_or(Fault::Never(function));
    match (function, values) {
        (Function::Change, [a, b]) => Ok(risen(*b, *a, Above::Change)? - 1.0),
        (Function::Growth, [a, b, years]) => growth(*a, *b, *years),
        (Function::After, [_, rate, _]) if *rate <= -1.0 => Err(Fault::Rate),
        (Function::After, [a, rate, years]) => finite(a * pow(1.0 + rate, *years)),
        (Function::YearsTo, [a, rate, b]) => years(*a, *b, log_of(1.0 + rate)?),
        (Function::CatchUp, [a, own, b, other]) => years(*a, *b, gain(*own, *other)?),
        (Function::CatchUp, [a, own, b, other, part]) => years(*a, part * b, gain(*own, *other)?),
        (Function::Index, [a, base]) => risen(100.0 * a, *base, Above::Index),
        (Function::Mean, _) => divided(values.iter().sum(), count),
        (Function::Sum, _) => finite(values.iter().sum()),
        (Function::Median, _) => median(values),
        (Function::Min, [first, rest @ ..]) => Ok(rest.iter().fold(*first, |least, value| least.min(*value))),
        (Function::Max, [first, rest @ ..]) => Ok(rest.iter().fold(*first, |most, value| most.max(*value))),
        (Function::Falls, _) => {
            let falls = values.windows(2).filter(|pair| pair[1] < pair[0]).count();
            divided(falls as f64, count - 1.0)
        }
        _ => Err(Fault::OutOfRange),
    }
}

fn divided(left: f64, right: f64) -> Result<f64, Fault> {
    if right == 0.0 { Err(Fault::ZeroDenominator) } else { finite(left / right) }
}

/// An amount as so many times an earlier one. Below zero more would be less, so nothing is told of that.
fn risen(amount: f64, from: f64, above: Above) -> Result<f64, Fault> {
    if from <= 0.0 || amount < 0.0 {
        return Err(Fault::Sign(above));
    }
    divided(amount, from)
}

pub(super) fn finite(value: f64) -> Result<f64, Fault> {
    if value.is_finite() { Ok(value) } else { Err(Fault::OutOfRange) }
}

fn growth(a: f64, b: f64, years: f64) -> Result<f64, Fault> {
    if a <= 0.0 || b <= 0.0 {
        return Err(Fault::Sign(Above::Growth));
    }
    if years <= 0.0 {
        return Err(Fault::NoYears);
    }
    finite(pow(b / a, 1.0 / years) - 1.0)
}

fn log_of(factor: f64) -> Result<f64, Fault> {
    if factor > 0.0 { Ok(log(factor)) } else { Err(Fault::Rate) }
}

/// Years until a, gaining so much on b every year (as a logarithm), is b; `None` where that is never.
fn years(a: f64, b: f64, gain: f64, beyond: Beyond) -> Result<Option<f64>, Fault> {
    if a <= 0.0 || b <= 0.0 {
        return Err(Fault::Sign(Above::Years));
    }
    let way = log(b / a);
    if way == 0.0 {
        return Ok(Some(0.0));
    }
    let years = Some(way / gain).filter(|years| years.is_finite());
    Ok(match beyond {
        Beyond::Never => years.filter(|years| *years >= 0.0),
        Beyond::There => years.map(|years| years.max(0.0)),
        Beyond::Past => years,
    })
}

fn median(values: &[f64]) -> Result<f64, Fault> {
    let mut values = values.to_vec();
    // Sorting is in the module already; finding the middle alone would be quicker, and two kilobytes more.
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match (values.get(middle.wrapping_sub(1)), values.get(middle)) {
        (_, Some(upper)) if values.len() % 2 == 1 => Ok(*upper),
        (Some(lower), Some(upper)) => finite(*lower / 2.0 + *upper / 2.0),
        _ => Err(Fault::OutOfRange),
    }
}

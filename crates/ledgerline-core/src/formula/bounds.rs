//! Bounds of a formula over all picks, part by part: exact where no cell occurs twice, else outer bounds.
//!
//! Every operation here goes one way with each of its parts while the others stand still, so its least and
//! greatest results lie at the ends of the parts. Where no cell occurs twice the parts move freely, so those
//! ends are met by some pick. Where an operation may turn (a divisor that passes zero) there are no bounds.

use super::node::{Beyond, Node, Pick, call, operate};
use super::outcome::Flow;
use super::refusal::Fault;
use super::{Function, Operator};

pub(super) type Bounds = (f64, f64);

/// Least and greatest result over all picks, at most.
pub(super) fn bounds(node: &Node, slots: &[Vec<Pick>]) -> Result<Bounds, Fault> {
    match node {
        Node::Number(number) => Ok((*number, *number)),
        Node::Cell { slot, flow, factor } => Ok(cell(&slots[*slot], *flow, *factor)),
        Node::Negated(part) => bounds(part, slots).map(|(low, high)| (-high, -low)),
        Node::Chain(first, links) => {
            let first = bounds(first, slots)?;
            links.iter().try_fold(first, |left, (operator, right)| operated(*operator, left, bounds(right, slots)?))
        }
        Node::Call(Function::Falls, parts) => falls(parts, slots),
        Node::Call(function, parts) => {
            let parts: Vec<Bounds> = parts.iter().map(|part| bounds(part, slots)).collect::<Result<_, _>>()?;
            of_function(*function, &parts)
        }
    }
}

/// Bounds of an operation on two parts.
pub(super) fn operated(operator: Operator, left: Bounds, right: Bounds) -> Result<Bounds, Fault> {
    if operator == Operator::Divide {
        away_from_zero(right, Fault::ZeroDenominator)?;
    }
    corners(&[left, right], &|values| operate(operator, values[0], values[1]))
}

fn cell(picks: &[Pick], flow: Flow, factor: f64) -> Bounds {
    let values = picks.iter().map(|pick| pick[flow as usize] * factor);
    values.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (value.min(low), value.max(high)))
}

fn away_from_zero((low, high): Bounds, fault: Fault) -> Result<(), Fault> {
    if low > 0.0 || high < 0.0 { Ok(()) } else { Err(fault) }
}

fn of_function(function: Function, parts: &[Bounds]) -> Result<Bounds, Fault> {
    let ends = |end: fn(&Bounds) -> f64| call(function, &parts.iter().map(end).collect::<Vec<_>>(), Beyond::Never);
    // These rise with each part.
    if matches!(function, Function::Mean | Function::Median | Function::Sum | Function::Min | Function::Max) {
        return Ok((ends(|part| part.0)?, ends(|part| part.1)?));
    }
    let Some(gain) = gain(function, parts) else {
        return corners(parts, &|values| call(function, values, Beyond::Never));
    };
    away_from_zero(gain, Fault::Never(function))?;
    // Where all picks go one way, those with their goal in the past are there from the start, if some still get there.
    let (low, high) = corners(parts, &|values| call(function, values, Beyond::Past))?;
    if high < 0.0 { Err(Fault::Never(function)) } else { Ok((low.max(0.0), high)) }
}

/// What a path gains on its goal every year, at least and at most, where the function tells of a path to a goal.
fn gain(function: Function, parts: &[Bounds]) -> Option<Bounds> {
    match (function, parts) {
        (Function::YearsTo, [_, rate, _]) => Some(*rate),
        (Function::CatchUp, [_, own, _, other, ..]) => Some((own.0 - other.1, own.1 - other.0)),
        _ => None,
    }
}

/// Whether every path to a goal goes one way by all picks. Else what is beyond a goal by one of them may be on the way
/// to it by another, and is there by none.
pub(super) fn one_way(node: &Node, slots: &[Vec<Pick>]) -> bool {
    let within = |part: &Node| one_way(part, slots);
    match node {
        Node::Number(_) | Node::Cell { .. } => true,
        Node::Negated(part) => within(part),
        Node::Chain(first, links) => within(first) && links.iter().all(|(_, part)| within(part)),
        Node::Call(function, parts) => {
            let known = || parts.iter().map(|part| bounds(part, slots)).collect::<Result<Vec<Bounds>, Fault>>();
            let goes = match function {
                Function::YearsTo | Function::CatchUp => known()
                    .is_ok_and(|parts| gain(*function, &parts).is_some_and(|(low, high)| low > 0.0 || high < 0.0)),
                _ => true,
            };
            goes && parts.iter().all(within)
        }
    }
}

/// Least and greatest result over all ends of a few parts.
fn corners(parts: &[Bounds], compute: &dyn Fn(&[f64]) -> Result<f64, Fault>) -> Result<Bounds, Fault> {
    let mut found = (f64::INFINITY, f64::NEG_INFINITY);
    for corner in 0..1u32 << parts.len() {
        let end = |(place, part): (usize, &Bounds)| if corner >> place & 1 == 0 { part.0 } else { part.1 };
        let values: Vec<f64> = parts.iter().enumerate().map(end).collect();
        let value = compute(&values)?;
        found = (value.min(found.0), value.max(found.1));
    }
    Ok(found)
}

/// The least and the greatest number of falls, year by year: of all ways to come to a value of a year, only
/// the one with the fewest falls and the one with the most can matter for the years behind it.
fn falls(parts: &[Node], slots: &[Vec<Pick>]) -> Result<Bounds, Fault> {
    let mut ways: Vec<(f64, u32, u32)> = Vec::new();
    for part in parts {
        let values: Vec<f64> = match part {
            Node::Cell { slot, flow, factor } => {
                slots[*slot].iter().map(|pick| pick[*flow as usize] * factor).collect()
            }
            _ => return Err(Fault::OutOfRange),
        };
        ways = values.into_iter().map(|value| onward(&ways, value)).collect();
    }
    let least = ways.iter().map(|way| way.1).min().unwrap_or_default();
    let most = ways.iter().map(|way| way.2).max().unwrap_or_default();
    let changes = parts.len() as f64 - 1.0;
    Ok((f64::from(least) / changes, f64::from(most) / changes))
}

fn onward(ways: &[(f64, u32, u32)], value: f64) -> (f64, u32, u32) {
    let fall = |before: f64| u32::from(value < before);
    let least = ways.iter().map(|(before, least, _)| least + fall(*before)).min();
    let most = ways.iter().map(|(before, _, most)| most + fall(*before)).max();
    (value, least.unwrap_or_default(), most.unwrap_or_default())
}

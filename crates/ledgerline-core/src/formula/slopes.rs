//! Which way a formula goes with a cell that occurs in it several times, by the bounds of its derivative.

use super::bounds::{Bounds, bounds, operated};
use super::node::{Node, Pick};
use super::{Function, Operator};

/// Whether the result rises with the value of a slot (`Some(true)`), falls (`Some(false)`), or may turn.
pub(super) fn rises(node: &Node, slot: usize, slots: &[Vec<Pick>]) -> Option<bool> {
    match slope(node, slot, slots)? {
        (low, _) if low >= 0.0 => Some(true),
        (_, high) if high <= 0.0 => Some(false),
        _ => None,
    }
}

/// Bounds of the derivative by the value of a slot; `None` where they are not known.
fn slope(node: &Node, wanted: usize, slots: &[Vec<Pick>]) -> Option<Bounds> {
    match node {
        Node::Number(_) => Some((0.0, 0.0)),
        Node::Cell { slot, factor, .. } => Some(if *slot == wanted { (*factor, *factor) } else { (0.0, 0.0) }),
        Node::Negated(part) => slope(part, wanted, slots).map(negated),
        Node::Chain(first, links) => {
            let mut left = (slope(first, wanted, slots)?, bounds(first, slots).ok()?);
            for (operator, right) in links {
                let right = (slope(right, wanted, slots)?, bounds(right, slots).ok()?);
                left = (joined(*operator, left, right)?, operated(*operator, left.1, right.1).ok()?);
            }
            Some(left.0)
        }
        Node::Call(function, parts) => {
            let slopes: Option<Vec<Bounds>> = parts.iter().map(|part| slope(part, wanted, slots)).collect();
            of_function(*function, &slopes?)
        }
    }
}

/// The slope of an operation on two parts, each with its slope and its bounds.
fn joined(operator: Operator, (a, left): (Bounds, Bounds), (b, right): (Bounds, Bounds)) -> Option<Bounds> {
    match operator {
        Operator::Add => Some(added(a, b)),
        Operator::Subtract => Some(added(a, negated(b))),
        Operator::Multiply => Some(added(multiplied(a, right), multiplied(left, b))),
        Operator::Divide => {
            let square = multiplied(right, right);
            // The square of a divisor that keeps its sign is above zero.
            let inverse = (1.0 / square.1, 1.0 / square.0);
            let above = added(multiplied(a, right), negated(multiplied(left, b)));
            (square.0 > 0.0).then(|| multiplied(above, inverse))
        }
    }
}

fn of_function(function: Function, slopes: &[Bounds]) -> Option<Bounds> {
    let sum = || slopes.iter().fold((0.0, 0.0), |sum, slope| added(sum, *slope));
    let count = slopes.len() as f64;
    match function {
        Function::Sum => Some(sum()),
        Function::Mean => Some((sum().0 / count, sum().1 / count)),
        // The slope is that of one part, or lies between those of two.
        Function::Min | Function::Max | Function::Median => {
            let hull = |(low, high): Bounds, slope: &Bounds| (slope.0.min(low), slope.1.max(high));
            Some(slopes.iter().fold((f64::INFINITY, f64::NEG_INFINITY), hull))
        }
        _ => slopes.iter().all(|slope| *slope == (0.0, 0.0)).then_some((0.0, 0.0)),
    }
}

fn negated((low, high): Bounds) -> Bounds {
    (-high, -low)
}

fn added(a: Bounds, b: Bounds) -> Bounds {
    (a.0 + b.0, a.1 + b.1)
}

fn multiplied(a: Bounds, b: Bounds) -> Bounds {
    let corners = [a.0 * b.0, a.0 * b.1, a.1 * b.0, a.1 * b.1];
    if !corners.iter().all(|corner| corner.is_finite()) {
        return (f64::NEG_INFINITY, f64::INFINITY);
    }
    corners.into_iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (value.min(low), value.max(high)))
}

//! Which units go together, and what comes of it.

use super::{Operator, Unit};

/// What an operation gives, or `None` where the two do not go together.
pub(super) fn joined(operator: Operator, left: Unit, right: Unit) -> Option<Unit> {
    match operator {
        Operator::Add | Operator::Subtract => added(left, right),
        Operator::Multiply => multiplied(left, right),
        Operator::Divide => divided(left, right),
    }
}

/// Whether it is a number and no money.
pub(super) fn is_pure(unit: Unit) -> bool {
    !matches!(unit, Unit::Amount(_))
}

/// What a sum is. Things that add can also be compared.
pub(super) fn added(left: Unit, right: Unit) -> Option<Unit> {
    match (left, right) {
        (Unit::Amount(a), Unit::Amount(b)) => a.adds_to(&b).then_some(left),
        (a, b) if a == b => Some(a),
        (Unit::Ratio, Unit::Percent) | (Unit::Percent, Unit::Ratio) => Some(Unit::Ratio),
        (Unit::Ratio, pure @ (Unit::Years | Unit::Index)) | (pure @ (Unit::Years | Unit::Index), Unit::Ratio) => {
            Some(pure)
        }
        _ => None,
    }
}

fn multiplied(left: Unit, right: Unit) -> Option<Unit> {
    match (left, right) {
        (Unit::Amount(_), Unit::Amount(_)) => None,
        (amount @ Unit::Amount(_), _) | (_, amount @ Unit::Amount(_)) => Some(amount),
        (Unit::Ratio | Unit::Percent, other) | (other, Unit::Ratio | Unit::Percent) => Some(other),
        _ => Some(Unit::Ratio),
    }
}

fn divided(left: Unit, right: Unit) -> Option<Unit> {
    match (left, right) {
        (Unit::Amount(a), Unit::Amount(b)) => a.adds_to(&b).then_some(Unit::Ratio),
        (_, Unit::Amount(_)) => None,
        (amount @ Unit::Amount(_), _) => Some(amount),
        (other, Unit::Ratio) => Some(other),
        _ => Some(Unit::Ratio),
    }
}

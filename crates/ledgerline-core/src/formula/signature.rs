//! What a function takes and what it gives.

use super::{Expr, Function, Refusal, Unit, Warning, units};

/// A part and what it is.
type Told<'a> = (&'a Expr, Unit);

/// The refusal of two parts that do not go together.
pub(super) fn unlike(left: Told<'_>, right: Told<'_>) -> Refusal {
    let told = |(expr, unit): Told<'_>| (expr.to_string(), unit);
    Refusal::UnlikeUnits { left: told(left), right: told(right) }
}

/// What a function of these parts is.
pub(super) fn of_function(function: Function, parts: &[Told<'_>]) -> Result<Unit, Refusal> {
    let alike = |a: Told<'_>, b: Told<'_>| units::added(a.1, b.1).ok_or_else(|| unlike(a, b));
    let pure = |(expr, unit): Told<'_>| match units::is_pure(unit) {
        true => Ok(()),
        false => Err(Refusal::NotPure { function, part: expr.to_string(), unit }),
    };
    match (function, parts) {
        (Function::Change, [a, b]) => alike(*a, *b).map(|_| Unit::Percent),
        (Function::Index, [a, b]) => alike(*a, *b).map(|_| Unit::Index),
        (Function::Growth, [a, b, years]) => alike(*a, *b).and(pure(*years)).map(|()| Unit::Percent),
        (Function::After, [a, rate, years]) => pure(*rate).and(pure(*years)).map(|()| a.1),
        (Function::YearsTo, [a, rate, b]) => alike(*a, *b).and(pure(*rate)).map(|()| Unit::Years),
        (Function::CatchUp, [a, own, b, rest @ ..]) => {
            let others = rest.iter().try_for_each(|part| pure(*part));
            alike(*a, *b).and(pure(*own)).and(others).map(|()| Unit::Years)
        }
        (_, [first, rest @ ..]) => {
            let unit = rest.iter().try_fold(*first, |first, part| alike(first, *part).map(|unit| (first.0, unit)))?.1;
            Ok(if function == Function::Falls { Unit::Percent } else { unit })
        }
        (_, []) => Err(Refusal::OutOfRange),
    }
}

/// A growth over more or fewer years than its two cells are apart.
pub(super) fn years_apart(function: Function, parts: &[Expr]) -> Option<Warning> {
    match (function, parts) {
        (Function::Growth, [a, b, Expr::Number(said)]) => {
            let apart = year_of(b)?.saturating_sub(year_of(a)?);
            (f64::from(apart) != said.value).then_some(Warning::YearsApart { apart, said: *said })
        }
        _ => None,
    }
}

/// The year of a cell, of a part of it, or of it in other prices or another currency.
fn year_of(expr: &Expr) -> Option<i32> {
    match expr {
        Expr::Cell { year, until: None, .. } => Some(*year),
        Expr::Real(part, _) | Expr::In(_, part) => year_of(part),
        Expr::Call(function, parts) if function.splits() => parts.first().and_then(year_of),
        _ => None,
    }
}

//! The state in which the calculator does the sum of a formula, where one of its modes can.

use super::{Link, Mode, Part, Target, Unknown};
use crate::amount::Decimal;
use crate::compare::Measure;
use crate::formula::{Expr, Function, Operator};
use crate::story::Story;

/// A series in a year.
type At<'a> = (&'a str, i32);

impl Link {
    /// The state that asks what the formula asks; `None` where no mode does.
    pub fn opening(expr: &Expr, story: &Story) -> Option<Self> {
        match expr {
            Expr::Binary { operator: Operator::Divide, left, right } => divided(cell(left)?, cell(right)?, story),
            Expr::Binary { operator: Operator::Subtract, left, right } => {
                let (a, b) = (cell(left)?, cell(right)?);
                (a.1 == b.1).then(|| pair(a, b, Measure::Difference))
            }
            Expr::Call(function, parts) => called(*function, parts).map(|link| in_units(link, story)),
            _ => None,
        }
    }
}

/// Amounts come in single units; a state has them in the unit of the series.
fn in_units(link: Link, story: &Story) -> Link {
    let series = link.a.as_deref().and_then(|id| story.series.get(id));
    let factor = series.map_or(1.0, |series| series.unit.scale.factor());
    let amount = link.target.amount.map(|amount| amount / factor);
    Link { target: Target { amount, ..link.target }, ..link }
}

fn cell(expr: &Expr) -> Option<At<'_>> {
    match expr {
        Expr::Cell { series, year, until: None, tag: None } => Some((series, *year)),
        _ => None,
    }
}

fn divided(a: At<'_>, b: At<'_>, story: &Story) -> Option<Link> {
    if a.0 == b.0 {
        // One year as a part of another is an index of it.
        return (b.1 < a.1).then(|| span(a.0, (b.1, a.1), Measure::Index));
    }
    let part = story.series.get(b.0).is_some_and(|whole| whole.is_total_of(a.0));
    let measure = if part { Measure::Share } else { Measure::Ratio };
    (a.1 == b.1).then(|| pair(a, b, measure))
}

fn called(function: Function, parts: &[Expr]) -> Option<Link> {
    match (function, parts) {
        (Function::Change, [a, b]) => ends(a, b, Measure::Change),
        (Function::Index, [a, base]) => ends(base, a, Measure::Index),
        (Function::Growth, [a, b, Expr::Number(years)]) => match (cell(a)?, cell(b), b) {
            (a, Some(b), _) if a.0 == b.0 && f64::from(b.1 - a.1) == years.value => {
                Some(span(a.0, (a.1, b.1), Measure::Growth))
            }
            (a, None, Expr::Amount(amount, money)) => {
                let by = a.1.checked_add(years.value as i32)?;
                let to = amount.value * money.scale.factor();
                Some(target(a, Unknown::Growth, Target { by: Some(by), amount: Some(to), ..Target::default() }))
            }
            _ => None,
        },
        (Function::YearsTo, [a, Expr::Percent(growth), Expr::Amount(amount, money)]) => {
            let given = Target { amount: Some(amount.value * money.scale.factor()), ..growing(*growth) };
            Some(target(cell(a)?, Unknown::Year, given))
        }
        (Function::After, [a, Expr::Percent(growth), Expr::Number(years)]) => {
            let a = cell(a)?;
            let by = a.1.checked_add(years.value as i32);
            Some(target(a, Unknown::Amount, Target { by, ..growing(*growth) }))
        }
        (Function::Mean | Function::Median, [Expr::Cell { series, year, until: Some(until), tag: None }]) => {
            let measure = if function == Function::Mean { Measure::Mean } else { Measure::Median };
            Some(span(series, (*year, *until), measure))
        }
        _ => None,
    }
}

fn growing(growth: Decimal) -> Target {
    Target { growth: Some(growth.value / 100.0), ..Target::default() }
}

fn ends(first: &Expr, last: &Expr, measure: Measure) -> Option<Link> {
    let (first, last) = (cell(first)?, cell(last)?);
    (first.0 == last.0 && first.1 < last.1).then(|| span(first.0, (first.1, last.1), measure))
}

/// The usual terms, so that the sum is that of the formula.
fn usual(mode: Mode, series: &str, when: (i32, i32)) -> Link {
    Link {
        mode: Some(mode),
        a: Some(series.to_owned()),
        when: Some(when),
        flow: Some(crate::formula::Flow::Total),
        prices: Part::Nothing,
        currency: Part::Nothing,
        sources: Part::Nothing,
        ..Link::default()
    }
}

fn pair(a: At<'_>, b: At<'_>, measure: Measure) -> Link {
    Link { b: Some(b.0.to_owned()), measure: Some(measure), ..usual(Mode::Compare, a.0, (a.1, a.1)) }
}

fn span(series: &str, when: (i32, i32), measure: Measure) -> Link {
    Link { measure: Some(measure), ..usual(Mode::Compare, series, when) }
}

fn target(at: At<'_>, unknown: Unknown, given: Target) -> Link {
    let target = Target { unknown: Some(unknown), ..given };
    Link { target, ..usual(Mode::Target, at.0, (at.1, at.1)) }
}

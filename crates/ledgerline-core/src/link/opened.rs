//! The state in which the calculator does the sum of a formula, where one of its modes can.

use super::{Link, Mode, Part, Target, Unknown};
use crate::amount::{Currency, Decimal};
use crate::compare::{Comparison, Measure, Sources, Terms};
use crate::formula::{Expr, Flow, Function, Operator};
use crate::story::Story;

/// A series in a year, and on what terms.
#[derive(Clone, Copy)]
struct At<'a> {
    series: &'a str,
    year: i32,
    on: On<'a>,
}

/// The terms of a cell; all cells of a formula share them, or no mode has it.
#[derive(Clone, Copy, Default, PartialEq)]
struct On<'a> {
    flow: Flow,
    prices: Option<i32>,
    currency: Option<Currency>,
    basis: Option<&'a str>,
}

impl Link {
    /// The state that asks what the formula asks; `None` where no mode does.
    pub fn opening(expr: &Expr, story: &Story) -> Option<Self> {
        let link = match expr {
            Expr::Binary { operator: Operator::Divide, left, right } => {
                let (a, b) = (cell(left)?, cell(right)?);
                divided(a, b, story).map(|link| in_order(link, (a, b), expr, story))
            }
            Expr::Binary { operator: Operator::Subtract, left, right } => {
                let (a, b) = (cell(left)?, cell(right)?);
                (a.year == b.year && a.on == b.on).then(|| pair(a, b, Measure::Difference))
            }
            Expr::Call(function, parts) => called(*function, parts).map(|link| in_units(link, story)),
            _ => None,
        };
        // A cell may name a source, which is no choice of the modes, and years that no figures could be of.
        let link = link.filter(|link| !matches!(&link.sources, Part::Is(basis) if story.bases.get(basis).is_none()));
        link.filter(|link| Self::parse(&link.to_string()).as_ref() == Ok(link))
    }
}

/// A ratio is told by the larger of its two wherever that stands: the two are put in the order of the story, in which the
/// other modes go on to ask about them.
fn in_order(link: Link, (a, b): (At<'_>, At<'_>), expr: &Expr, story: &Story) -> Link {
    let place = |id: &str| story.series.ids().position(|own| own == id);
    if link.measure != Some(Measure::Ratio) || place(a.series) < place(b.series) {
        return link;
    }
    let On { flow, prices, currency, basis } = a.on;
    let sources = Sources::from_name(basis);
    let (first, second) = (b.series.to_owned(), a.series.to_owned());
    let terms = Terms { flow, prices, currency, sources };
    let turned = Comparison { a: first, b: second, since: None, year: a.year, measure: Measure::Ratio, terms };
    if turned.expr(story) == *expr { pair(b, a, Measure::Ratio) } else { link }
}

/// Amounts come in single units, on the terms of the formula; a state has them in the unit of the series.
fn in_units(link: Link, story: &Story) -> Link {
    let id = link.a.as_deref().unwrap_or_default();
    let scale = story.series.get(id).map_or(1.0, |series| series.unit.scale.factor());
    let is = |year: &Part<i32>| if let Part::Is(year) = year { Some(*year) } else { None };
    let currency = if let Part::Is(currency) = link.currency { Some(currency) } else { None };
    let terms = Terms { flow: link.flow.unwrap_or_default(), prices: is(&link.prices), currency, ..Terms::default() };
    let factor = scale * link.when.map_or(1.0, |(from, _)| terms.factor(story, id, from));
    let amount = link.target.amount.map(|amount| amount / factor);
    Link { target: Target { amount, ..link.target }, ..link }
}

fn cell(expr: &Expr) -> Option<At<'_>> {
    let (at, until) = on_terms(expr)?;
    until.is_none().then_some(at)
}

/// A series in a year, or with the last year of a range, and the terms around it in the order in which the modes put
/// them there.
fn on_terms(expr: &Expr) -> Option<(At<'_>, Option<i32>)> {
    let (mut expr, mut on) = (expr, On::default());
    if let Expr::In(currency, part) = expr {
        (on.currency, expr) = (Some(*currency), part);
    }
    if let Expr::Real(part, year) = expr {
        (on.prices, expr) = (Some(*year), part);
    }
    if let Expr::Call(function, parts) = expr {
        on.flow = match function {
            Function::Exports => Flow::Exports,
            Function::Imports => Flow::Imports,
            Function::Balance => Flow::Balance,
            _ => return None,
        };
        expr = parts.first()?;
    }
    let Expr::Cell { series, year, until, tag } = expr else { return None };
    Some((At { series, year: *year, on: On { basis: tag.as_deref(), ..on } }, *until))
}

fn divided(a: At<'_>, b: At<'_>, story: &Story) -> Option<Link> {
    if a.on != b.on {
        return None;
    }
    if a.series == b.series {
        // One year as a part of another is an index of it.
        return (b.year < a.year).then(|| span(b, a.year, Measure::Index));
    }
    let part = story.series.get(b.series).is_some_and(|whole| whole.is_total_of(a.series));
    let measure = if part { Measure::Share } else { Measure::Ratio };
    (a.year == b.year).then(|| pair(a, b, measure))
}

fn called(function: Function, parts: &[Expr]) -> Option<Link> {
    match (function, parts) {
        (Function::Change, [a, b]) => ends(a, b, Measure::Change),
        (Function::Index, [a, base]) => ends(base, a, Measure::Index),
        (Function::Growth, [a, b, Expr::Number(years)]) => match (cell(a)?, cell(b), b) {
            (a, Some(b), _) if joined(a, b) && f64::from(b.year - a.year) == years.value => {
                Some(span(a, b.year, Measure::Growth))
            }
            (a, None, Expr::Amount(amount, money)) => {
                let by = later(a.year, *years)?;
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
            let by = later(a.year, *years)?;
            Some(target(a, Unknown::Amount, Target { by: Some(by), ..growing(*growth) }))
        }
        (Function::Mean | Function::Median, [range]) => {
            let measure = if function == Function::Mean { Measure::Mean } else { Measure::Median };
            let (from, until) = on_terms(range)?;
            Some(span(from, until?, measure))
        }
        _ => None,
    }
}

/// The year so many years after another; `None` for parts of a year.
fn later(from: i32, years: Decimal) -> Option<i32> {
    let by = f64::from(from) + years.value;
    Some(by as i32).filter(|year| f64::from(*year) == by)
}

fn growing(growth: Decimal) -> Target {
    Target { growth: Some(growth.value / 100.0), ..Target::default() }
}

/// Whether two cells are of one series, on the same terms.
fn joined(a: At<'_>, b: At<'_>) -> bool {
    a.series == b.series && a.on == b.on
}

fn ends(first: &Expr, last: &Expr, measure: Measure) -> Option<Link> {
    let (first, last) = (cell(first)?, cell(last)?);
    (joined(first, last) && first.year < last.year).then(|| span(first, last.year, measure))
}

/// The terms of the formula and no others, so that the sum is that of the formula.
fn asked(mode: Mode, at: At<'_>, until: i32) -> Link {
    Link {
        mode: Some(mode),
        a: Some(at.series.to_owned()),
        when: Some((at.year, until)),
        flow: Some(at.on.flow),
        prices: at.on.prices.map_or(Part::Nothing, Part::Is),
        currency: at.on.currency.map_or(Part::Nothing, Part::Is),
        sources: at.on.basis.map_or(Part::Nothing, |basis| Part::Is(basis.to_owned())),
        ..Link::default()
    }
}

fn pair(a: At<'_>, b: At<'_>, measure: Measure) -> Link {
    Link { b: Some(b.series.to_owned()), measure: Some(measure), ..asked(Mode::Compare, a, a.year) }
}

/// One series by itself: no other stands beside it as if it had been asked about.
fn span(from: At<'_>, until: i32, measure: Measure) -> Link {
    Link { b: Some(from.series.to_owned()), measure: Some(measure), ..asked(Mode::Compare, from, until) }
}

fn target(at: At<'_>, unknown: Unknown, given: Target) -> Link {
    let target = Target { unknown: Some(unknown), ..given };
    Link { target, ..asked(Mode::Target, at, at.year) }
}

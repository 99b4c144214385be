//! Looks up what a formula names in a story and checks that its units go together.

use super::cells::Slot;
use super::node::{Beyond, Node, Pick};
use super::outcome::{Flow, TracedCell};
use super::prices::{Asked, Converter};
use super::signature::{of_function, unlike, years_apart};
use super::spread::spread;
use super::{Expr, Factor, Function, MOST_CELLS, Refusal, Sources, Spread, Unit, Warning, units};
use crate::amount::{Money, Scale};
use crate::story::Story;

/// A formula ready to be computed.
pub(super) struct Plan {
    pub(super) root: Node,
    pub(super) unit: Unit,
    /// The value taken of each cell.
    pub(super) first: Vec<Pick>,
    /// All values of each cell.
    pub(super) slots: Vec<Vec<Pick>>,
    pub(super) cells: Vec<TracedCell>,
    /// For each of these its place among the slots.
    pub(super) places: Vec<usize>,
    pub(super) factors: Vec<Factor>,
    pub(super) warnings: Vec<Warning>,
}

impl Plan {
    /// The result for the values taken.
    pub(super) fn value(&self) -> Result<f64, Refusal> {
        self.root.value(&self.first, Beyond::Never).map_err(|fault| fault.over(&self.cells))
    }

    /// The spread over all picks, or `None` where every cell has one value.
    pub(super) fn spread(&self) -> Result<Option<Spread>, Refusal> {
        spread(&self.root, &self.slots).map_err(|fault| fault.over(&self.cells))
    }
}

/// Looks up a formula.
pub(super) fn resolve(expr: &Expr, story: &Story, sources: Sources<'_>) -> Result<Plan, Refusal> {
    let mut resolver = Resolver {
        story,
        sources,
        converter: Converter::new(story),
        slots: Vec::new(),
        traced: Vec::new(),
        warnings: Vec::new(),
        scale: scale(expr, story),
    };
    let (root, unit) = resolver.one(expr, Asked::default())?;
    let picks: Vec<Vec<Pick>> = resolver.slots.iter().map(Slot::picks).collect();
    let traced = |(slot, flow): &(usize, Flow)| resolver.slots[*slot].traced(*flow, &picks[*slot]);
    Ok(Plan {
        root,
        unit,
        first: resolver.slots.iter().map(Slot::first).collect(),
        cells: resolver.traced.iter().map(traced).collect(),
        places: resolver.traced.iter().map(|(slot, _)| *slot).collect(),
        slots: picks,
        factors: resolver.converter.factors,
        warnings: resolver.warnings,
    })
}

/// The scale that amounts are told in: that of the first cell, without a cell that of the first amount.
fn scale(expr: &Expr, story: &Story) -> Scale {
    let parts = expr.inside_out(|_| false);
    let of_cell = |part: &&Expr| match part {
        Expr::Cell { series, .. } => story.series.get(series).map(|series| series.unit.scale),
        _ => None,
    };
    let of_amount = |part: &&Expr| match part {
        Expr::Amount(_, money) => Some(money.scale),
        _ => None,
    };
    parts.iter().find_map(of_cell).or_else(|| parts.iter().find_map(of_amount)).unwrap_or_default()
}

struct Resolver<'a> {
    story: &'a Story,
    sources: Sources<'a>,
    converter: Converter<'a>,
    slots: Vec<Slot<'a>>,
    traced: Vec<(usize, Flow)>,
    warnings: Vec<Warning>,
    scale: Scale,
}

type Part = (Node, Unit);

impl<'a> Resolver<'a> {
    /// A part that is one value.
    fn one(&mut self, expr: &'a Expr, asked: Asked) -> Result<Part, Refusal> {
        match expr {
            Expr::Number(number) => Ok((Node::Number(number.value), Unit::Ratio)),
            Expr::Percent(number) => Ok((Node::Number(number.value / 100.0), Unit::Percent)),
            Expr::Amount(..) if asked.anything() => Err(Refusal::Undated(expr.to_string())),
            Expr::Amount(number, money) => {
                let value = number.value * money.scale.factor() / self.scale.factor();
                Ok((Node::Number(value), Unit::Amount(Money { scale: self.scale, ..*money })))
            }
            Expr::Negated(part) => self.one(part, asked).map(|(node, unit)| (Node::Negated(Box::new(node)), unit)),
            Expr::Binary { .. } => self.chain(expr, asked),
            Expr::Call(function, parts) if !function.splits() => self.call(*function, parts, asked),
            Expr::Cell { .. } | Expr::Call(..) | Expr::Real(..) | Expr::In(..) => {
                let mut parts = self.list(expr, asked, Flow::Total)?;
                // The parser lets no range stand here; a tree made by hand may hold one.
                parts.pop().filter(|_| parts.is_empty()).ok_or(Refusal::OutOfRange)
            }
        }
    }

    /// A part that may be a range.
    fn list(&mut self, expr: &'a Expr, asked: Asked, flow: Flow) -> Result<Vec<Part>, Refusal> {
        match expr {
            Expr::Cell { series, year, until, tag } => {
                self.range(series, (*year, until.unwrap_or(*year)), tag.as_deref(), asked, flow)
            }
            Expr::Call(function, parts) if function.splits() => match (function, parts.as_slice()) {
                (Function::Exports, [part @ Expr::Cell { .. }]) => self.list(part, asked, Flow::Exports),
                (Function::Imports, [part @ Expr::Cell { .. }]) => self.list(part, asked, Flow::Imports),
                (Function::Balance, [part @ Expr::Cell { .. }]) => self.list(part, asked, Flow::Balance),
                _ => Err(Refusal::OutOfRange),
            },
            Expr::Real(part, year) => self.list(part, Asked { prices: asked.prices.or(Some(*year)), ..asked }, flow),
            Expr::In(currency, part) => {
                self.list(part, Asked { currency: asked.currency.or(Some(*currency)), ..asked }, flow)
            }
            single => self.one(single, asked).map(|part| vec![part]),
        }
    }

    /// The cells of a range; one that has several gaps is refused with all of them.
    fn range(
        &mut self,
        series: &'a str,
        (from, until): (i32, i32),
        tag: Option<&'a str>,
        asked: Asked,
        flow: Flow,
    ) -> Result<Vec<Part>, Refusal> {
        // The parser lets no such range pass; one of a comparison comes from elsewhere.
        if i64::from(until) - i64::from(from) >= MOST_CELLS {
            return Err(Refusal::OutOfRange);
        }
        let (mut parts, mut refused) = (Vec::new(), Vec::new());
        for year in from..=until {
            match self.slot(series, year, tag) {
                Ok(slot) => parts.push(self.cell(slot, asked, flow)?),
                Err(refusal @ Refusal::UnknownSeries(_)) => return Err(refusal),
                Err(refusal) => refused.push((year, refusal)),
            }
        }
        match refused.pop() {
            None => Ok(parts),
            Some((_, only)) if refused.is_empty() => Err(only),
            Some(last) => {
                refused.push(last);
                let by_it = refused.iter().all(|(_, refusal)| matches!(refusal, Refusal::NotByTag { .. }));
                let years = refused.iter().map(|(year, _)| *year).collect();
                let tag = tag.filter(|_| by_it).map(str::to_owned);
                Err(Refusal::Gaps { series: series.to_owned(), years, tag })
            }
        }
    }

    fn slot(&mut self, series: &'a str, year: i32, tag: Option<&'a str>) -> Result<usize, Refusal> {
        if let Some(known) = self.slots.iter().position(|slot| slot.is(series, year, tag)) {
            return Ok(known);
        }
        self.slots.push(Slot::look_up(self.story, series, year, tag, self.sources)?);
        Ok(self.slots.len() - 1)
    }

    fn cell(&mut self, place: usize, asked: Asked, flow: Flow) -> Result<Part, Refusal> {
        let slot = &mut self.slots[place];
        slot.ask(flow)?;
        if !self.traced.contains(&(place, flow)) {
            self.traced.push((place, flow));
        }
        let (factor, money) = self.converter.convert(slot.money, slot.year, asked)?;
        let factor = factor * slot.money.scale.factor() / self.scale.factor();
        Ok((Node::Cell { slot: place, flow, factor }, Unit::Amount(Money { scale: self.scale, ..money })))
    }

    fn chain(&mut self, expr: &'a Expr, asked: Asked) -> Result<Part, Refusal> {
        let (first, links) = expr.chain();
        let (first, mut unit) = self.one(first, asked)?;
        let mut nodes = Vec::with_capacity(links.len());
        for (operator, right, left) in links {
            let (node, other) = self.one(right, asked)?;
            unit = units::joined(operator, unit, other).ok_or_else(|| unlike((left, unit), (right, other)))?;
            nodes.push((operator, node));
        }
        Ok((Node::Chain(Box::new(first), nodes), unit))
    }

    fn call(&mut self, function: Function, exprs: &'a [Expr], asked: Asked) -> Result<Part, Refusal> {
        if !function.arity().contains(&exprs.len()) {
            return Err(Refusal::OutOfRange);
        }
        let (mut nodes, mut told) = (Vec::new(), Vec::new());
        for expr in exprs {
            for (node, unit) in self.list(expr, asked, Flow::Total)? {
                nodes.push(node);
                told.push((expr, unit));
            }
        }
        if function == Function::Falls && nodes.len() < 2 {
            return Err(Refusal::OneYear);
        }
        let unit = of_function(function, &told)?;
        self.warnings.extend(years_apart(function, exprs));
        Ok((Node::Call(function, nodes), unit))
    }
}

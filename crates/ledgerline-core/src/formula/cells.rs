//! Looks cells up in a story: the value taken, and those of other sources.

use super::node::Pick;
use super::outcome::{Flow, TracedCell};
use super::{Refusal, Sources};
use crate::amount::{Decimal, Money};
use crate::series::{Cell, bounds};
use crate::story::{Series, Status, Story, ValueRow};
use crate::words::rounding;

/// A series in a year, perhaps by one source: what a pick takes one value of.
pub(super) struct Slot<'a> {
    pub(super) series: &'a str,
    pub(super) year: i32,
    /// The source or basis that the formula names.
    named: Option<&'a str>,
    /// The source or basis that the value was taken by, whoever named it.
    tag: Option<&'a str>,
    pub(super) money: Money,
    /// The row taken, and its place in the series.
    row: (usize, &'a ValueRow),
    /// All rows to pick from, that one among them.
    rows: Vec<&'a ValueRow>,
    /// The parts that the formula asks for.
    flows: Vec<Flow>,
}

impl<'a> Slot<'a> {
    pub(super) fn look_up(
        story: &'a Story,
        series: &'a str,
        year: i32,
        tag: Option<&'a str>,
        sources: Sources<'a>,
    ) -> Result<Self, Refusal> {
        let found = story.series.get(series).ok_or_else(|| Refusal::UnknownSeries(series.to_owned()))?;
        let named = tag;
        let tag = named.or_else(|| sources.tag().filter(|tag| !tagged(found, year, tag).is_empty()));
        let (row, rows) = match tag {
            Some(tag) => pinned(found, series, year, tag).map(|row| (row, vec![row]))?,
            None => match found.cell(year) {
                Cell::Valued { row, spread } => (row, spread),
                Cell::Disputed { rows } if sources == Sources::All => (rows[0], rows),
                refused => return Err(refusal(series, year, &refused)),
            },
        };
        let place = found.values.iter().position(|other| std::ptr::eq(other, row)).unwrap_or_default();
        Ok(Self { series, year, named, tag, money: found.unit, row: (place, row), rows, flows: Vec::new() })
    }

    /// Whether it is what a formula names by this.
    pub(super) fn is(&self, series: &str, year: i32, tag: Option<&str>) -> bool {
        self.year == year && self.series == series && self.named == tag
    }

    /// Asks for a part of the value.
    pub(super) fn ask(&mut self, flow: Flow) -> Result<(), Refusal> {
        if part(self.row.1, flow).is_none() {
            return Err(Refusal::NoSplit { series: self.series.to_owned(), year: self.year, flow });
        }
        if !self.flows.contains(&flow) {
            self.flows.push(flow);
        }
        Ok(())
    }

    /// The value taken.
    pub(super) fn first(&self) -> Pick {
        self.pick(self.row.1).unwrap_or_default()
    }

    /// All values that can be picked, ascending, none twice. A row that lacks a part that is asked for is none.
    pub(super) fn picks(&self) -> Vec<Pick> {
        let mut picks: Vec<Pick> = self.rows.iter().filter_map(|row| self.pick(row)).collect();
        picks.sort_by(|a, b| {
            a.iter()
                .zip(b)
                .map(|(a, b)| a.total_cmp(b))
                .find(|order| order.is_ne())
                .unwrap_or(std::cmp::Ordering::Equal)
        });
        picks.dedup();
        picks
    }

    fn pick(&self, row: &ValueRow) -> Option<Pick> {
        let mut pick = Pick::default();
        for flow in &self.flows {
            pick[*flow as usize] = part(row, *flow)?.value;
        }
        Some(pick)
    }

    /// What the trace tells of each part that is asked for, by the values that can be picked.
    pub(super) fn traced(&self, flow: Flow, picks: &[Pick]) -> TracedCell {
        let mut range: Vec<f64> = picks.iter().map(|pick| pick[flow as usize]).collect();
        range.sort_by(f64::total_cmp);
        range.dedup();
        TracedCell {
            series: self.series.to_owned(),
            year: self.year,
            tag: self.tag.map(str::to_owned),
            flow,
            row: self.row.0,
            value: part(self.row.1, flow).unwrap_or_default(),
            money: self.money,
            range,
        }
    }
}

/// A part of a value; `None` where the row does not tell it.
pub fn part(row: &ValueRow, flow: Flow) -> Option<Decimal> {
    match flow {
        Flow::Total => row.value,
        Flow::Exports => row.exports,
        Flow::Imports => row.imports,
        Flow::Balance => {
            let (exports, imports) = (row.exports?, row.imports?);
            let decimals = exports.decimals.max(imports.decimals);
            // Without what floats leave behind the last decimal of the two.
            let value = rounding::round(exports.value - imports.value, decimals.into()).value;
            Some(Decimal { value, decimals })
        }
    }
}

/// The values of one source or, if none is called so, of one basis; any status can be chosen like this.
fn tagged<'a>(series: &'a Series, year: i32, tag: &str) -> Vec<&'a ValueRow> {
    let valued = || series.rows(year).filter(|row| row.value.is_some() && row.status != Status::Missing);
    let rows: Vec<&ValueRow> = valued().filter(|row| row.source.as_deref() == Some(tag)).collect();
    if rows.is_empty() { valued().filter(|row| row.basis.as_deref() == Some(tag)).collect() } else { rows }
}

fn pinned<'a>(series: &'a Series, id: &str, year: i32, tag: &str) -> Result<&'a ValueRow, Refusal> {
    let rows = tagged(series, year, tag);
    let preferred = rows.iter().find(|row| row.preferred == Some(true));
    match (preferred, rows.as_slice()) {
        (Some(row), _) | (None, [row]) => Ok(row),
        (None, []) => Err(Refusal::NotByTag { series: id.to_owned(), year, tag: tag.to_owned() }),
        (None, several) => Err(refusal(id, year, &Cell::Disputed { rows: several.to_vec() })),
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

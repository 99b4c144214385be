//! On what terms values are taken: which part of them, at which prices, in which currency, by whom.

use crate::amount::{Currency, Decimal, Money, Prices};
use crate::formula::{self, Expr, Flow, Function, Outcome, Refusal, Unit, evaluate_by, part};
use crate::series::{Cell, Point};
use crate::story::{Series, Story, ValueRow};

/// On what terms values are taken.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Terms {
    /// Which part of the values.
    pub flow: Flow,
    /// Base year of constant prices; `None`: current prices.
    pub prices: Option<i32>,
    /// Currency; `None`: that of the series.
    pub currency: Option<Currency>,
    /// Whose values.
    pub sources: Sources,
}

/// What a series has in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken<'a> {
    /// The value with its spread.
    pub point: Point,
    /// The value with the decimals to show.
    pub value: Decimal,
    /// Whether no value goes first, so that the ends of the point alone count.
    pub ranged: bool,
    /// Its unit.
    pub money: Money,
    /// All values of the spread, each with the row that it is from.
    pub rows: Vec<(f64, &'a ValueRow)>,
}

/// Decimals of a converted value; four significant digits are shown at most.
const CONVERTED: u8 = 1;

/// Whose values.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Sources {
    /// The preferred ones, with the spread of the others beside them.
    #[default]
    Preferred,
    /// All: the answer is the spread itself.
    All,
    /// Those of one basis, by its id.
    Basis(String),
}

impl Sources {
    /// As states name it: `all`, the id of a basis, or nothing.
    pub fn from_name(name: Option<&str>) -> Self {
        match name {
            None | Some("preferred") => Self::Preferred,
            Some("all") => Self::All,
            Some(basis) => Self::Basis(basis.to_owned()),
        }
    }

    /// Whether they have a value of a series in a year.
    pub fn answer(&self, series: &Series, year: i32) -> bool {
        match self {
            Self::Preferred => matches!(series.cell(year), Cell::Valued { .. }),
            Self::All => matches!(series.cell(year), Cell::Valued { .. } | Cell::Disputed { .. }),
            Self::Basis(id) => {
                let by = |row: &ValueRow| row.basis.as_ref() == Some(id) && row.value.is_some();
                series.rows(year).any(by)
            }
        }
    }

    /// What a formula on these terms is computed with: a basis stands in its cells.
    pub fn of_formula(&self) -> formula::Sources<'static> {
        match self {
            Self::All => formula::Sources::All,
            Self::Preferred | Self::Basis(_) => formula::Sources::Preferred,
        }
    }
}

impl Terms {
    /// A series in a year, on these terms.
    pub fn cell(&self, series: &str, year: i32) -> Expr {
        self.on(Expr::cell(series, year))
    }

    /// A series in a span of years, both ends included, on these terms.
    pub fn range(&self, series: &str, (from, until): (i32, i32)) -> Expr {
        self.on(Expr::Cell { series: series.to_owned(), year: from, until: Some(until), tag: None })
    }

    /// What a series has in a year on these terms.
    ///
    /// # Errors
    /// As for a formula with that one value.
    pub fn take<'a>(&self, story: &'a Story, series: &str, year: i32) -> Result<Taken<'a>, Refusal> {
        let outcome = self.evaluate(&self.cell(series, year), story)?;
        let (low, high) = outcome.spread.map_or((outcome.value, outcome.value), |spread| (spread.low, spread.high));
        let point = Point { year, value: outcome.value, low, high };
        let money = match outcome.unit {
            Unit::Amount(money) => money,
            _ => Money::default(),
        };
        // A value that is converted has the digits of its source and no others.
        let first = outcome.cells.first();
        let decimals = first.filter(|_| outcome.factors.is_empty()).map_or(CONVERTED, |cell| cell.value.decimals);
        let factor = first.map_or(1.0, |cell| match cell.range.as_slice() {
            [.., greatest] if outcome.ranged => high / greatest,
            _ => outcome.value / cell.value.value,
        });
        let of_source = |row: &'a ValueRow| Some((part(row, self.flow)?.value * factor, row));
        let rows = match story.series.get(series).map(|series| series.cell(year)) {
            Some(Cell::Valued { spread: rows, .. } | Cell::Disputed { rows }) if factor.is_finite() => {
                rows.into_iter().filter_map(of_source).collect()
            }
            _ => Vec::new(),
        };
        Ok(Taken { point, value: Decimal { value: point.value, decimals }, ranged: outcome.ranged, money, rows })
    }

    /// What amounts of a unit are told in on these terms, whether a year has any or not.
    pub fn money(&self, own: Money) -> Money {
        let prices = self.prices.map_or(own.prices, Prices::Constant);
        Money { currency: self.currency.unwrap_or(own.currency), prices, ..own }
    }

    /// The point of [`Terms::take`].
    pub fn point(&self, story: &Story, series: &str, year: i32) -> Option<Point> {
        self.take(story, series, year).ok().map(|taken| taken.point)
    }

    /// What a series has in every year that it names, on these terms, ascending.
    pub fn points(&self, story: &Story, series: &str) -> Vec<Point> {
        let years = story.series.get(series).map(Series::named_years).unwrap_or_default();
        years.into_iter().filter_map(|year| self.point(story, series, year)).collect()
    }

    /// The same beside a path that starts in a year. Nobody knows the rates of later years for a path, so it goes on at
    /// that of its first; what really came is told at the same rate, else the two would differ by the rates as well.
    /// Constant prices go by one rate all along.
    pub fn points_beside(&self, story: &Story, series: &str, from: i32) -> Vec<Point> {
        let known = self.currency.is_some() && self.prices.is_none() && self.point(story, series, from).is_some();
        if !known {
            return self.points(story, series);
        }
        let (factor, own) = (self.factor(story, series, from), Self { currency: None, ..self.clone() });
        let before = self.points(story, series).into_iter().filter(|point| point.year <= from);
        let behind = own.points(story, series).into_iter().filter(|point| point.year > from);
        before.chain(behind.map(|point| point.times(factor))).collect()
    }

    /// How many of the unit of these terms one of the series' own makes, at rate and prices of a year; 1 where that is
    /// not known.
    pub fn factor(&self, story: &Story, series: &str, year: i32) -> f64 {
        if self.prices.is_none() && self.currency.is_none() {
            return 1.0;
        }
        let plain = Self { prices: None, currency: None, ..self.clone() };
        let of = |terms: &Self| terms.point(story, series, year).map(|point| point.value);
        let factor = of(self).zip(of(&plain)).map_or(1.0, |(told, own)| told / own);
        if factor.is_finite() { factor } else { 1.0 }
    }

    /// Computes a formula that is on these terms, with the values of the sources that they name.
    ///
    /// # Errors
    /// As [`formula::evaluate`]; where all sources are asked, no year is disputed.
    pub fn evaluate(&self, expr: &Expr, story: &Story) -> Result<Outcome, Refusal> {
        evaluate_by(expr, story, self.sources.of_formula())
    }

    fn on(&self, cell: Expr) -> Expr {
        let part = match self.flow {
            Flow::Total => None,
            Flow::Exports => Some(Function::Exports),
            Flow::Imports => Some(Function::Imports),
            Flow::Balance => Some(Function::Balance),
        };
        self.over(match part {
            Some(part) => Expr::Call(part, vec![cell]),
            None => cell,
        })
    }

    /// A formula of somebody's own at these prices, in this currency and with values of this basis, wherever it does not
    /// name others itself. Which part of the values it takes is its own matter.
    pub fn over(&self, expr: Expr) -> Expr {
        let expr = expr.converted(self.prices, self.currency);
        match &self.sources {
            Sources::Basis(basis) => expr.pinned(basis),
            Sources::Preferred | Sources::All => expr,
        }
    }
}

/// Ids of the bases that each of these series has a value of, in the order of the story.
pub fn shared_bases<'a>(story: &'a Story, ids: &[&str]) -> Vec<&'a str> {
    let has = |basis: &str, id: &str| {
        let series = story.series.get(id);
        series.is_some_and(|series| series.values.iter().any(|row| row.basis.as_deref() == Some(basis)))
    };
    story.bases.ids().filter(|basis| ids.iter().all(|id| has(basis, id))).collect()
}

/// Whether any value of the series tells exports and imports apart.
pub fn has_split(story: &Story, id: &str) -> bool {
    let series = story.series.get(id);
    series.is_some_and(|series| series.values.iter().any(|row| row.exports.is_some() || row.imports.is_some()))
}

/// Years that some price index of the story names, ascending.
pub fn price_years(story: &Story) -> Vec<i32> {
    let mut years: Vec<i32> =
        story.deflators.iter().flat_map(|(_, index)| index.values.iter().map(|(year, _)| *year)).collect();
    years.sort_unstable();
    years.dedup();
    years
}

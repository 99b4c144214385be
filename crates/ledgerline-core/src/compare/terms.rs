//! On what terms values are taken: which part of them, at which prices, in which currency, by whom.

use crate::amount::Currency;
use crate::formula::{Expr, Flow, Function, evaluate};
use crate::series::Point;
use crate::story::{Series, Story};

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

    /// What a series has in a year on these terms; `None` where that is refused.
    pub fn point(&self, story: &Story, series: &str, year: i32) -> Option<Point> {
        let outcome = evaluate(&self.cell(series, year), story).ok()?;
        let (low, high) = outcome.spread.map_or((outcome.value, outcome.value), |spread| (spread.low, spread.high));
        Some(Point { year, value: outcome.value, low, high })
    }

    /// What a series has in every year that it names, on these terms, ascending.
    pub fn points(&self, story: &Story, series: &str) -> Vec<Point> {
        let years = story.series.get(series).map(Series::named_years).unwrap_or_default();
        years.into_iter().filter_map(|year| self.point(story, series, year)).collect()
    }

    fn on(&self, cell: Expr) -> Expr {
        let part = match self.flow {
            Flow::Total => None,
            Flow::Exports => Some(Function::Exports),
            Flow::Imports => Some(Function::Imports),
            Flow::Balance => Some(Function::Balance),
        };
        let mut expr = match part {
            Some(part) => Expr::Call(part, vec![cell]),
            None => cell,
        };
        if let Some(year) = self.prices {
            expr = Expr::Real(Box::new(expr), year);
        }
        if let Some(currency) = self.currency {
            expr = Expr::In(currency, Box::new(expr));
        }
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

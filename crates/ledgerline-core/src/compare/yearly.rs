//! The answer to a comparison over a span, year by year: what its picture and its table show.

use super::{Comparison, Measure, is_total_of};
use crate::formula::{Expr, Function, Operator};
use crate::series::Point;
use crate::story::{Series, Story};

/// What was asked, of each year by itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Yearly {
    /// Id of the series; of a ratio the one that is divided, of a share the part.
    pub series: String,
    /// Id of the series that it is divided by: of a ratio the other one, of a share the total.
    pub by: Option<String>,
    /// The years that have an answer, ascending. Shares and changes are in hundredths.
    pub points: Vec<Point>,
}

impl Comparison {
    /// The answer of each year of the span: a ratio or a share of the year, an index from 100, a change since the first
    /// year. Nothing for a year alone, for measures whose answer is no line of its own, and for a share of what is no total.
    pub fn yearly(&self, story: &Story) -> Vec<Yearly> {
        if self.since.is_none() {
            return Vec::new();
        }
        let last = Self { since: None, ..self.clone() };
        let lines = match self.measure {
            Measure::Ratio | Measure::Share => {
                // Where the span has gaps, the last year tells which is the greater.
                let whole = self.evaluate(story).is_ok();
                let (left, right) = if whole { self.sides(story) } else { last.sides(story) };
                let told = self.measure == Measure::Ratio || is_total_of(story, right, left);
                vec![(left, Some(right)); usize::from(told)]
            }
            Measure::Index | Measure::Change if self.a == self.b => vec![(self.a.as_str(), None)],
            Measure::Index | Measure::Change => vec![(self.a.as_str(), None), (self.b.as_str(), None)],
            _ => Vec::new(),
        };
        let lines = lines.into_iter().map(|(series, by)| self.line(story, series, by));
        lines.filter(|line| !line.points.is_empty()).collect()
    }

    fn line(&self, story: &Story, series: &str, by: Option<&str>) -> Yearly {
        let (since, last) = self.span();
        let hundredths = matches!(self.measure, Measure::Share | Measure::Change);
        let point = |year: i32| {
            let outcome = self.terms.evaluate(&self.of_year(series, by, since, year), story).ok()?;
            let point = self.above_zero(outcome).ok()?.in_year(year);
            Some(if hundredths { point.times(100.0) } else { point })
        };
        // By the years that there are: a span may be wide.
        let years = story.series.get(series).map(Series::named_years).unwrap_or_default();
        let inside = years.into_iter().filter(|year| (since..=last).contains(year));
        let points = inside.filter_map(point).collect();
        Yearly { series: series.to_owned(), by: by.map(str::to_owned), points }
    }

    fn of_year(&self, series: &str, by: Option<&str>, since: i32, year: i32) -> Expr {
        let at = |year: i32| self.terms.cell(series, year);
        match (by, self.measure) {
            (Some(by), _) => at(year).with(Operator::Divide, self.terms.cell(by, year)),
            (None, Measure::Index) => Expr::Call(Function::Index, vec![at(year), at(since)]),
            (None, _) => Expr::Call(Function::Change, vec![at(since), at(year)]),
        }
    }
}

//! One or two series, in a year or over a span: how many times, by how much, what share, how it changed.

mod doubts;
mod measure;
mod near;
mod offers;
mod terms;
mod yearly;

pub use doubts::{Doubt, common_basis, doubts, doubts_by, notes_on, row};
pub use measure::Measure;
pub use near::near;
pub use offers::{Offer, offers};
pub use terms::{Sources, Taken, Terms, has_split, price_years, shared_bases};
pub use yearly::Yearly;

use crate::amount::Decimal;
use crate::formula::{Above, Expr, Flow, Function, Operator, Outcome, Refusal};
use crate::story::Story;

/// One or two series in a year or over a span, and what is asked of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comparison {
    /// Id of the first series.
    pub a: String,
    /// Id of the second series.
    pub b: String,
    /// The first year of a span; `None`: the year alone.
    pub since: Option<i32>,
    /// The year, or the last of the span.
    pub year: i32,
    /// What is asked.
    pub measure: Measure,
    /// On what terms.
    pub terms: Terms,
}

impl Comparison {
    /// The ids in the order of the formula: the greater first, for a share the part first, for a measure over time
    /// the first alone. Which is greater is told by the values taken; where one is refused, the order stays as chosen.
    pub fn sides(&self, story: &Story) -> (&str, &str) {
        let swapped = match self.measure {
            Measure::Share => is_total_of(story, &self.a, &self.b),
            Measure::Ratio | Measure::Difference => {
                // Two series may be told in millions and in billions.
                let in_full = |outcome: Outcome| outcome.value * outcome.unit.scale();
                let value = |id: &str| self.terms.evaluate(&self.side(id), story).ok().map(in_full);
                let size = |value: f64| if self.measure == Measure::Ratio { value.abs() } else { value };
                value(&self.a).zip(value(&self.b)).is_some_and(|(a, b)| size(b) > size(a))
            }
            _ => false,
        };
        if swapped { (&self.b, &self.a) } else { (&self.a, &self.b) }
    }

    /// First and last year of what is asked.
    pub fn span(&self) -> (i32, i32) {
        (self.since.unwrap_or(self.year), self.year)
    }

    /// Ids of the series that it is asked of: what changes over time is asked of one at a time.
    pub fn asked_of(&self) -> Vec<&str> {
        if self.measure.is_over_time() { vec![&self.a] } else { vec![&self.a, &self.b] }
    }

    /// The same asked of the second series, where it is asked of each by itself.
    pub fn of_second(&self) -> Option<Self> {
        let apart = self.measure.is_over_time() && self.a != self.b;
        apart.then(|| Self { a: self.b.clone(), b: self.a.clone(), ..self.clone() })
    }

    /// Whether there is an answer, for each series where it is asked of each by itself.
    pub fn answers(&self, story: &Story) -> bool {
        self.evaluate(story).is_ok() && self.of_second().is_none_or(|second| second.evaluate(story).is_ok())
    }

    /// The formula that answers.
    pub fn expr(&self, story: &Story) -> Expr {
        let (left, right) = self.sides(story);
        let (since, year) = self.span();
        let (first, last) = (self.terms.cell(left, since), self.terms.cell(left, year));
        let call = |function: Function, parts: Vec<Expr>| Expr::Call(function, parts);
        match self.measure {
            Measure::Ratio | Measure::Share => self.side(left).with(Operator::Divide, self.side(right)),
            Measure::Difference => self.side(left).with(Operator::Subtract, self.side(right)),
            Measure::Change => call(Function::Change, vec![first, last]),
            Measure::Growth => {
                let years = Decimal { value: f64::from(year.saturating_sub(since)), decimals: 0 };
                call(Function::Growth, vec![first, last, Expr::Number(years)])
            }
            Measure::Index => call(Function::Index, vec![last, first]),
            Measure::Mean => call(Function::Mean, vec![self.terms.range(left, self.span())]),
            Measure::Median => call(Function::Median, vec![self.terms.range(left, self.span())]),
        }
    }

    /// The answer.
    ///
    /// # Errors
    /// [`Refusal::NotATotal`] for a share of something that does not hold the other; [`Refusal::NoSpan`] for what is told
    /// of two years, asked of one; else as [`Terms::evaluate`].
    pub fn evaluate(&self, story: &Story) -> Result<Outcome, Refusal> {
        self.evaluate_as(&self.expr(story), story)
    }

    /// The answer of its own formula, where that is at hand: to make it the two are compared.
    ///
    /// # Errors
    /// As [`Comparison::evaluate`].
    pub fn evaluate_as(&self, expr: &Expr, story: &Story) -> Result<Outcome, Refusal> {
        if self.measure == Measure::Share {
            let (part, whole) = self.sides(story);
            if !is_total_of(story, whole, part) {
                return Err(Refusal::NotATotal { part: part.to_owned(), whole: whole.to_owned() });
            }
        }
        let (since, year) = self.span();
        match (self.measure, expr) {
            (Measure::Change | Measure::Growth | Measure::Index, Expr::Call(function, _)) if since >= year => {
                Err(Refusal::NoSpan { function: *function, year, first: false })
            }
            _ => self.above_zero(self.terms.evaluate(expr, story)?),
        }
    }

    /// Refuses what sounds like an answer and is none: a share of a deficit, a deficit as so many times a surplus.
    fn above_zero(&self, outcome: Outcome) -> Result<Outcome, Refusal> {
        let below = outcome.cells.iter().find(|cell| cell.least() < 0.0);
        let least = outcome.spread.map_or(outcome.value, |spread| spread.low);
        match (self.measure, below) {
            (Measure::Share, Some(cell)) => Err(Refusal::Sign(Above::Share, Some(Box::new(cell.clone())))),
            (Measure::Ratio, cell) if least < 0.0 => Err(Refusal::Sign(Above::Ratio, cell.cloned().map(Box::new))),
            _ => Ok(outcome),
        }
    }

    /// Whether both sides are trade balances below zero, by every source: the greater is then the smaller deficit.
    pub(crate) fn in_deficit(&self, story: &Story) -> bool {
        let below = |outcome: Outcome| outcome.spread.map_or(outcome.value, |spread| spread.high) < 0.0;
        let deficit = |id: &str| self.terms.evaluate(&self.side(id), story).is_ok_and(below);
        self.terms.flow == Flow::Balance && deficit(&self.a) && deficit(&self.b)
    }

    /// One series: its value of the year, or all of a span taken together.
    fn side(&self, id: &str) -> Expr {
        match self.since {
            Some(since) if since < self.year => {
                Expr::Call(Function::Sum, vec![self.terms.range(id, (since, self.year))])
            }
            _ => self.terms.cell(id, self.year),
        }
    }
}

/// Every year that one of two series names, and whether both have a value in it.
pub fn years(story: &Story, a: &str, b: &str) -> Vec<(i32, bool)> {
    let series: Vec<_> = [a, b].into_iter().filter_map(|id| story.series.get(id)).collect();
    let mut years: Vec<i32> = series.iter().flat_map(|series| series.named_years()).collect();
    years.sort_unstable();
    years.dedup();
    let valued: Vec<Vec<i32>> =
        series.iter().map(|series| series.points().iter().map(|point| point.year).collect()).collect();
    let in_both = |year: i32| valued.iter().all(|years| years.binary_search(&year).is_ok());
    years.into_iter().map(|year| (year, in_both(year))).collect()
}

/// The first year of a span that ends with this one and has values of all these series throughout, ten years back at
/// most; where the year before lacks one, the nearest year that has all.
pub fn usual_since(story: &Story, ids: &[&str], year: i32) -> Option<i32> {
    const BACK: i32 = 10;
    let valued =
        |year: i32| ids.iter().all(|id| story.series.get(id).is_some_and(|series| series.point(year).is_some()));
    let run = (1..=BACK).take_while(|back| valued(year - back)).last();
    let earlier = || (1..).take(200).find(|back| valued(year - back));
    run.or_else(earlier).map(|back| year - back)
}

/// Id of the first total that holds the series.
pub fn total_of<'a>(story: &'a Story, part: &str) -> Option<&'a str> {
    story.series.iter().find(|(_, series)| series.is_total_of(part)).map(|(id, _)| id)
}

fn is_total_of(story: &Story, whole: &str, part: &str) -> bool {
    story.series.get(whole).is_some_and(|series| series.is_total_of(part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Decimal;
    use crate::story::{Map, Series, ValueRow};

    fn story() -> Story {
        let row = |when: i32, value: &str| ValueRow { when, value: Decimal::parse(value), ..ValueRow::default() };
        let series = |values: Vec<ValueRow>| Series { values, ..Series::default() };
        let part = series(vec![row(2012, "10"), row(2013, "20"), row(2014, "")]);
        let whole = Series { includes: vec!["part".to_owned()], ..series(vec![row(2013, "80"), row(2014, "90")]) };
        Story { series: Map(vec![("part".to_owned(), part), ("whole".to_owned(), whole)]), ..Story::default() }
    }

    fn compare(a: &str, b: &str, measure: Measure) -> Comparison {
        Comparison { a: a.to_owned(), b: b.to_owned(), year: 2013, measure, ..Comparison::default() }
    }

    #[test]
    fn the_greater_is_told_by_the_smaller_whichever_was_chosen_first() {
        for (a, b) in [("part", "whole"), ("whole", "part")] {
            assert_eq!(compare(a, b, Measure::Ratio).expr(&story()).to_string(), "whole[2013] / part[2013]");
            assert_eq!(compare(a, b, Measure::Difference).evaluate(&story()).unwrap().value, 60.0);
            assert_eq!(compare(a, b, Measure::Share).evaluate(&story()).unwrap().value, 0.25);
        }
    }

    #[test]
    fn a_series_is_as_large_as_itself_and_no_share_of_itself() {
        assert_eq!(compare("part", "part", Measure::Ratio).evaluate(&story()).unwrap().value, 1.0);
        assert_eq!(compare("part", "part", Measure::Difference).evaluate(&story()).unwrap().value, 0.0);
        assert_eq!(compare("part", "part", Measure::Share).evaluate(&story()).unwrap_err().code(), "not-a-total");
    }

    #[test]
    fn years_tell_whether_both_have_a_value() {
        assert_eq!(years(&story(), "part", "whole"), [(2012, false), (2013, true), (2014, false)]);
        assert_eq!(total_of(&story(), "part"), Some("whole"));
    }
}

//! A sum as a citation: the sentence, the sum with its values, and where each is from.

use super::{Key, Words};
use crate::amount::{Decimal, Money};
use crate::compare::doubts;
use crate::formula::{Expr, Factor, Outcome, Step, TracedCell, part};
use crate::story::{Series, Story, ValueRow};

/// What is cited.
#[derive(Clone, Copy, Debug)]
pub struct Cited<'a> {
    /// The answer in a sentence, with its spread.
    pub sentence: &'a str,
    /// The formula.
    pub expr: &'a Expr,
    /// Its result.
    pub outcome: &'a Outcome,
    /// The address at which the result is found; may be empty.
    pub link: &'a str,
}

impl Words {
    /// A result with its sum, its values and their sources, to be put into a text of one's own: where no value goes first
    /// every value that counts, and always the rates and price indices. What stands against it goes with its sentence.
    pub fn citation(&self, Cited { sentence, expr, outcome, link }: Cited<'_>, story: &Story) -> String {
        let doubts = self.doubts(&doubts(story, expr, outcome), story);
        let told = self.together(&[vec![sentence.to_owned()], doubts].concat());
        let range = outcome.spread.filter(|_| outcome.ranged);
        let value = self.stepped(&Step { formula: String::new(), value: outcome.value, range, unit: outcome.unit });
        let sum = self.say(Key::CiteSum, &[("sum", &self.sum(expr, outcome)), ("value", &value)]);
        let cells = outcome.cells.iter().flat_map(|cell| self.cited(cell, outcome.ranged, story));
        let factors = outcome.factors.iter().map(|factor| self.cited_factor(factor, story));
        let origin = match &story.article {
            Some(article) => self.say(Key::CiteStory, &[("title", &story.title), ("article", &article.title)]),
            None => story.title.clone(),
        };
        let lines = [told, sum].into_iter().chain(cells).chain(factors).chain([origin, link.to_owned()]);
        lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    }

    /// A rate or a price index with its unit: "31.837 rubles per US$", "232.957 points".
    pub fn factor(&self, factor: &Factor, story: &Story) -> String {
        let number = self.written(factor.value);
        let Some(rate) = story.rates.get(&factor.id).filter(|_| factor.rate) else {
            return self.say(Key::CalculatorPoints, &[("number", &number)]);
        };
        let named =
            |name: &str| Money::parse(name).map_or_else(|| name.to_owned(), |money| self.currency(money.currency));
        self.say(Key::CalculatorPer, &[("number", &number), ("to", &named(&rate.to)), ("from", &named(&rate.from))])
    }

    fn cited(&self, cell: &TracedCell, ranged: bool, story: &Story) -> Vec<String> {
        let Some(series) = story.series.get(&cell.series) else { return Vec::new() };
        let rows = series.values.iter().enumerate().filter(|(place, row)| cell.counts(*place, row, ranged));
        let lines = rows.filter_map(|(_, row)| {
            let line = self.cited_value(series, row, part(row, cell.flow)?, story);
            let ends = cell.range.first().zip(cell.range.last()).filter(|(low, high)| !ranged && low < high);
            let Some((low, high)) = ends else { return Some(line) };
            let told = |value: f64| self.written(Decimal { value, ..cell.value });
            Some(self.say(Key::CiteOthers, &[("cell", &line), ("low", &told(*low)), ("high", &told(*high))]))
        });
        lines.collect()
    }

    fn cited_value(&self, series: &Series, row: &ValueRow, value: Decimal, story: &Story) -> String {
        let basis = row.basis.as_deref().map(|id| self.basis(story, id).to_owned());
        let value = self.in_unit(&self.written(value), series.unit);
        self.cited_line(&series.name, row.when, &value, (row.source.as_deref(), basis), story)
    }

    fn cited_factor(&self, factor: &Factor, story: &Story) -> String {
        let Some((name, source)) = factor.named(story) else { return String::new() };
        self.cited_line(name, factor.year, &self.factor(factor, story), (source, None), story)
    }

    fn cited_line(
        &self,
        name: &str,
        year: i32,
        value: &str,
        (source, basis): (Option<&str>, Option<String>),
        story: &Story,
    ) -> String {
        let source = source.and_then(|id| story.sources.get(id));
        let publisher = source.map(|source| source.publisher.clone());
        let names = [publisher, basis, source.and_then(|source| source.url.clone())];
        let names: Vec<String> = names.into_iter().flatten().collect();
        let values = [
            ("name", name),
            ("year", &self.year(year.into())),
            ("value", value),
            ("source", &names.join(self.text(Key::NumberComma))),
        ];
        self.say(Key::CiteCell, &values)
    }
}

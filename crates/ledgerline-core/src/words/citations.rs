//! A sum as a citation: the sentence, the sum with its values, and where each is from.

use super::{Key, Words};
use crate::compare::row;
use crate::formula::{Expr, Outcome, Step, TracedCell};
use crate::story::Story;

impl Words {
    /// A result with its sum, its values and their sources, to be put into a text of one's own.
    pub fn citation(&self, sentence: &str, expr: &Expr, outcome: &Outcome, story: &Story) -> String {
        let range = outcome.spread.filter(|_| outcome.ranged);
        let value = self.stepped(&Step { formula: String::new(), value: outcome.value, range, unit: outcome.unit });
        let sum = self.say(Key::CiteSum, &[("sum", &self.sum(expr, outcome)), ("value", &value)]);
        let cells: Vec<String> = outcome.cells.iter().map(|cell| self.cited(cell, story)).collect();
        let origin = match &story.article {
            Some(article) => self.say(Key::CiteStory, &[("title", &story.title), ("article", &article.title)]),
            None => story.title.clone(),
        };
        [sentence, &sum, &cells.join("\n"), &origin].join("\n")
    }

    fn cited(&self, cell: &TracedCell, story: &Story) -> String {
        let row = row(story, cell);
        let source = row.and_then(|row| story.sources.get(row.source.as_deref()?));
        let names = [
            source.map(|source| source.publisher.clone()),
            row.and_then(|row| Some(self.basis(story, row.basis.as_deref()?).to_owned())),
            source.and_then(|source| source.url.clone()),
        ];
        let names: Vec<String> = names.into_iter().flatten().collect();
        let value = self.in_unit(&self.written(cell.value), cell.money);
        let name = story.series.get(&cell.series).map_or(cell.series.as_str(), |series| &series.name);
        let values = [
            ("name", name),
            ("year", &self.year(cell.year.into())),
            ("value", &value),
            ("source", &names.join(self.text(Key::NumberComma))),
        ];
        self.say(Key::CiteCell, &values)
    }
}

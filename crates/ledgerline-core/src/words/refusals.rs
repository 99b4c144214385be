//! Why there is no answer, in words.

use super::{Key, Words, rounding};
use crate::amount::Money;
use crate::formula::{Refusal, Unit};
use crate::series::bounds;
use crate::story::{Series, Status, Story, ValueRow};

impl Words {
    /// Why there is no answer, and what there is instead.
    pub fn refusal(&self, refusal: &Refusal, story: &Story) -> String {
        match refusal {
            Refusal::UnknownSeries(id) => self.say(Key::RefusalUnknownSeries, &[("series", id)]),
            Refusal::Missing { series, year, .. } => self.gap(Key::RefusalMissing, story, series, *year, &[]),
            Refusal::Disputed { series, year, low, high } => self.disputed(story, series, *year, (*low, *high)),
            Refusal::Unusable { series, year } => {
                let what = story.series.get(series).map_or_else(String::new, |found| self.unusable(found, *year));
                self.gap(Key::RefusalUnusable, story, series, *year, &[("what", &what)])
            }
            Refusal::ZeroDenominator => self.text(Key::RefusalZero).to_owned(),
            Refusal::UnlikeUnits(left, right) => {
                self.say(Key::RefusalUnits, &[("left", &self.named_unit(*left)), ("right", &self.named_unit(*right))])
            }
            Refusal::NotATotal { part, whole } => {
                let (part, whole) = (self.series_long(story, part), self.series_long(story, whole));
                self.say(Key::RefusalNoTotal, &[("part", part), ("whole", whole)])
            }
            Refusal::OutOfRange => self.text(Key::RefusalRange).to_owned(),
        }
    }

    fn disputed(&self, story: &Story, id: &str, year: i32, (low, high): (f64, f64)) -> String {
        let money = story.series.get(id).map_or_else(Money::default, |series| series.unit);
        let amount = |value: f64| self.amount(rounding::round(value, rounding::place_of(value, 4)), &money);
        if low == high {
            return self.gap(Key::RefusalDisputedSingle, story, id, year, &[("value", &amount(low))]);
        }
        self.gap(Key::RefusalDisputed, story, id, year, &[("low", &amount(low)), ("high", &amount(high))])
    }

    /// The sentence on the year, and the nearest years that have values.
    fn gap(&self, key: Key, story: &Story, id: &str, year: i32, more: &[(&str, &str)]) -> String {
        let year_text = self.year(year.into());
        let mut values = vec![("series", self.series_long(story, id)), ("year", year_text.as_str())];
        values.extend_from_slice(more);
        let sentence = self.say(key, &values);
        let near = story.series.get(id).map_or((None, None), |series| series.neighbours(year));
        let near: Vec<String> = [near.0, near.1].into_iter().flatten().map(|year| self.year(year.into())).collect();
        if near.is_empty() {
            return sentence;
        }
        let known = self.count(Key::RefusalNear, near.len(), &[("years", &self.list(&near))]);
        self.say(Key::RefusalBoth, &[("first", &sentence), ("second", &known)])
    }

    /// "an outlier of $924m and a derived value of $3.8m"
    fn unusable(&self, series: &Series, year: i32) -> String {
        let kind = |status: Status| series.rows(year).filter(move |row| row.status == status);
        let told = [
            (Status::Derived, Key::RefusalDerived),
            (Status::Contradicted, Key::RefusalContradicted),
            (Status::Outlier, Key::RefusalOutlier),
        ];
        let parts = told.into_iter().filter_map(|(status, key)| {
            let rows: Vec<&ValueRow> = kind(status).collect();
            bounds(&rows)?;
            let values: Vec<String> = rows.iter().map(|row| self.value(row, &series.unit)).collect();
            Some(self.count(key, rows.len(), &[("values", &self.list(&values))]))
        });
        self.list(&parts.collect::<Vec<_>>())
    }

    fn named_unit(&self, unit: Unit) -> String {
        match unit {
            Unit::Ratio => self.text(Key::UnitRatio).to_owned(),
            Unit::Amount(money) => self.unit(&money),
        }
    }
}

//! Why there is no answer, in words.

use super::{Explained, Key, Words, rounding};
use crate::amount::{Decimal, Money, Prices};
use crate::formula::{Flow, Refusal, Unit};
use crate::series::bounds;
use crate::story::nearest::nearest;
use crate::story::{Series, Status, Story, ValueRow};

impl Words {
    /// Why there is no answer, and what there is instead, in one or two sentences.
    pub fn refusal(&self, refusal: &Refusal, story: &Story) -> String {
        let Explained { message, hint } = self.refused(refusal, story);
        if hint.is_empty() { message } else { self.both(&message, &hint) }
    }

    /// Why there is no answer; the hint says what there is instead, if there is anything.
    pub fn refused(&self, refusal: &Refusal, story: &Story) -> Explained {
        match refusal {
            Refusal::UnknownSeries(id) => self.unknown(id, story),
            Refusal::Missing { series, year, .. } => self.gap(Key::RefusalMissing, story, series, *year, &[]),
            Refusal::Disputed { series, year, low, high } => self.disputed(story, series, *year, (*low, *high)),
            Refusal::Unusable { series, year } => {
                let what = story.series.get(series).map_or_else(String::new, |found| self.unusable(found, *year));
                self.gap(Key::RefusalUnusable, story, series, *year, &[("what", &what)])
            }
            Refusal::Gaps { series, years } => alone(self.gaps(story, series, years)),
            Refusal::NotByTag { series, year, tag } => self.not_by(story, series, *year, tag),
            Refusal::NoSplit { series, year, flow } => self.no_split(story, series, *year, *flow),
            Refusal::NotATotal { part, whole } => {
                let (part, whole) = (self.series_long(story, part), self.series_long(story, whole));
                alone(self.say(Key::RefusalNoTotal, &[("part", part), ("whole", whole)]))
            }
            Refusal::UnlikeUnits { .. } | Refusal::NotPure { .. } | Refusal::Undated(_) => alone(self.unlike(refusal)),
            Refusal::NoDeflator(_) | Refusal::BeyondIndex(..) | Refusal::NoRate(..) | Refusal::BeyondRate(..) => {
                self.unconverted(refusal, story)
            }
            Refusal::ZeroDenominator => alone(self.text(Key::RefusalZero).to_owned()),
            Refusal::Sign => alone(self.text(Key::RefusalSign).to_owned()),
            Refusal::Never => alone(self.text(Key::RefusalNever).to_owned()),
            Refusal::NoYears => alone(self.text(Key::RefusalNoYears).to_owned()),
            Refusal::OneYear => alone(self.text(Key::RefusalOneYear).to_owned()),
            Refusal::OutOfRange => alone(self.text(Key::RefusalRange).to_owned()),
        }
    }

    fn unknown(&self, id: &str, story: &Story) -> Explained {
        let sentence = self.say(Key::RefusalUnknownSeries, &[("series", id)]);
        let near = nearest(id, &mut story.series.ids());
        let hint = near.map(|name| self.say(Key::RefusalDidYouMean, &[("name", name)]));
        with(sentence, hint)
    }

    fn disputed(&self, story: &Story, id: &str, year: i32, (low, high): (f64, f64)) -> Explained {
        let money = story.series.get(id).map_or_else(Money::default, |series| series.unit);
        let amount =
            |value: f64| self.amount(rounding::trimmed(rounding::round(value, rounding::place_of(value, 4))), &money);
        if low == high {
            return self.gap(Key::RefusalDisputedSingle, story, id, year, &[("value", &amount(low))]);
        }
        self.gap(Key::RefusalDisputed, story, id, year, &[("low", &amount(low)), ("high", &amount(high))])
    }

    /// The sentence on the year, and the nearest years that have values.
    fn gap(&self, key: Key, story: &Story, id: &str, year: i32, more: &[(&str, &str)]) -> Explained {
        let year_text = self.year(year.into());
        let mut values = vec![("series", self.series_long(story, id)), ("year", year_text.as_str())];
        values.extend_from_slice(more);
        let sentence = self.say(key, &values);
        let near = story.series.get(id).map_or((None, None), |series| series.neighbours(year));
        let near: Vec<String> = [near.0, near.1].into_iter().flatten().map(|year| self.year(year.into())).collect();
        let known = self.count(Key::RefusalNear, near.len(), &[("years", &self.list(&near))]);
        with(sentence, (!near.is_empty()).then_some(known))
    }

    fn gaps(&self, story: &Story, id: &str, years: &[i32]) -> String {
        let years: Vec<String> = years.iter().map(|year| self.year((*year).into())).collect();
        self.say(Key::RefusalGaps, &[("series", self.series_long(story, id)), ("years", &self.list(&years))])
    }

    fn not_by(&self, story: &Story, id: &str, year: i32, tag: &str) -> Explained {
        let values =
            [("series", self.series_long(story, id)), ("year", &self.year(year.into())), ("tag", self.tag(story, tag))];
        let tags = self.tags(story, id, year, &|row| row.value.is_some());
        let known = self.count(Key::RefusalBy, tags.len(), &[("tags", &self.list(&tags))]);
        with(self.say(Key::RefusalNotBy, &values), (!tags.is_empty()).then_some(known))
    }

    fn no_split(&self, story: &Story, id: &str, year: i32, flow: Flow) -> Explained {
        let part = self.text(match flow {
            Flow::Exports => Key::UnitExports,
            Flow::Imports => Key::UnitImports,
            Flow::Total | Flow::Balance => Key::UnitBalance,
        });
        let values = [("series", self.series_long(story, id)), ("year", &self.year(year.into())), ("part", part)];
        let tags = self.tags(story, id, year, &|row| match flow {
            Flow::Exports => row.exports.is_some(),
            Flow::Imports => row.imports.is_some(),
            Flow::Total | Flow::Balance => row.exports.is_some() && row.imports.is_some(),
        });
        let known = self.count(Key::RefusalSplitBy, tags.len(), &[("tags", &self.list(&tags))]);
        with(self.say(Key::RefusalNoSplit, &values), (!tags.is_empty()).then_some(known))
    }

    /// The names of the bases (else sources) of the values of a year that have something, none twice.
    fn tags(&self, story: &Story, id: &str, year: i32, has: &dyn Fn(&ValueRow) -> bool) -> Vec<String> {
        let Some(series) = story.series.get(id) else { return Vec::new() };
        let mut tags: Vec<String> = Vec::new();
        for row in series.rows(year).filter(|row| has(row)) {
            let tag = row.basis.as_ref().or(row.source.as_ref()).map(|tag| self.tag(story, tag));
            if let Some(tag) = tag.filter(|tag| tags.iter().all(|known| known != tag)) {
                tags.push(tag.to_owned());
            }
        }
        tags
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

    fn unlike(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::UnlikeUnits { left, right } => {
                let units = (self.named_unit(left.1), self.named_unit(right.1));
                let values =
                    [("left", left.0.as_str()), ("left_unit", &units.0), ("right", &right.0), ("right_unit", &units.1)];
                self.say(Key::RefusalUnits, &values)
            }
            Refusal::NotPure { function, part, unit } => {
                let values =
                    [("part", part.as_str()), ("unit", &self.named_unit(*unit)), ("function", function.name())];
                self.say(Key::RefusalNotPure, &values)
            }
            Refusal::Undated(part) => self.say(Key::RefusalUndated, &[("part", part)]),
            _ => String::new(),
        }
    }

    fn unconverted(&self, refusal: &Refusal, story: &Story) -> Explained {
        match refusal {
            Refusal::NoDeflator(currency) => {
                alone(self.say(Key::RefusalNoIndex, &[("currency", &currency.to_string())]))
            }
            Refusal::NoRate(from, to) => {
                alone(self.say(Key::RefusalNoRate, &[("from", &from.to_string()), ("to", &to.to_string())]))
            }
            Refusal::BeyondIndex(id, year) => {
                let found =
                    story.deflators.get(id).map(|deflator| (deflator.name.as_str(), deflator.values.as_slice()));
                self.beyond(id, *year, found)
            }
            Refusal::BeyondRate(id, year) => {
                let found = story.rates.get(id).map(|rate| (rate.name.as_str(), rate.values.as_slice()));
                self.beyond(id, *year, found)
            }
            _ => alone(String::new()),
        }
    }

    fn beyond(&self, id: &str, year: i32, found: Option<(&str, &[(i32, Decimal)])>) -> Explained {
        let (name, values) = found.unwrap_or((id, &[]));
        let told = |year: i32| self.year(year.into());
        let sentence = self.say(Key::RefusalBeyond, &[("name", name), ("year", &told(year))]);
        let ends = values.first().zip(values.last());
        let runs =
            ends.map(|(first, last)| self.say(Key::RefusalRuns, &[("from", &told(first.0)), ("to", &told(last.0))]));
        with(sentence, runs)
    }

    /// What a number is: "US$ million", "a pure number".
    pub fn named_unit(&self, unit: Unit) -> String {
        let key = match unit {
            Unit::Amount(money) => {
                let named = self.unit(&money);
                let Prices::Constant(year) = money.prices else { return named };
                return self.say(Key::UnitConstant, &[("amount", &named), ("year", &self.year(year.into()))]);
            }
            Unit::Ratio => Key::UnitRatio,
            Unit::Percent => Key::UnitPercent,
            Unit::Years => Key::UnitYears,
            Unit::Index => Key::UnitIndex,
        };
        self.text(key).to_owned()
    }

    /// Two sentences.
    pub(super) fn both(&self, first: &str, second: &str) -> String {
        self.say(Key::RefusalBoth, &[("first", first), ("second", second)])
    }
}

fn alone(message: String) -> Explained {
    with(message, None)
}

fn with(message: String, hint: Option<String>) -> Explained {
    Explained { message, hint: hint.unwrap_or_default() }
}

//! Why there is no answer, in words.

use super::{Explained, Key, Words, rounding};
use crate::amount::{Money, Prices};
use crate::compare::{Sources, Terms, near, total_of};
use crate::formula::{Flow, Refusal, Unit, part as part_of};
use crate::series::bounds;
use crate::story::nearest::nearest;
use crate::story::{Series, Status, Story, ValueRow};

impl Words {
    /// Why there is no answer, and what there is instead, in one or two sentences.
    pub fn refusal(&self, refusal: &Refusal, story: &Story) -> String {
        let Explained { message, hint } = self.refused(refusal, story);
        if hint.is_empty() { message } else { self.both(&message, &hint) }
    }

    /// The same for series on the reader's terms: where these leave values out, the hint names the nearest years that
    /// have values on them.
    pub fn refusal_on(&self, refusal: &Refusal, terms: &Terms, ids: &[&str], story: &Story) -> String {
        let narrow = terms.flow != Flow::Total || matches!(terms.sources, Sources::Basis(_));
        // Zero and what is below it are values.
        let narrow = narrow && !matches!(refusal, Refusal::ZeroDenominator(_) | Refusal::Sign(..));
        let years = refusal.years();
        let outside = years.len() > 1;
        let years = years.first().copied().zip(years.last().copied()).filter(|_| narrow);
        let near = years.map(|years| near(story, terms, ids, years));
        // What two are asked for together hangs on both.
        let both = ids.first() != ids.last();
        let key = match (outside, both) {
            (true, true) => Key::RefusalTermsOutsideBoth,
            (true, false) => Key::RefusalTermsOutside,
            (false, true) => Key::RefusalTermsNearBoth,
            (false, false) => Key::RefusalTermsNear,
        };
        match near.and_then(|near| self.near_by(key, near)) {
            Some(hint) => self.both(&self.refused(refusal, story).message, &hint),
            None => self.refusal(refusal, story),
        }
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
            Refusal::Gaps { series, years, tag } => self.gaps(story, series, years, tag.as_deref()),
            Refusal::NotByTag { series, year, tag } => self.not_by(story, series, *year, tag),
            Refusal::NoSplit { series, year, flow } => self.no_split(story, series, *year, *flow),
            Refusal::NotATotal { part, whole } => {
                let total = total_of(story, part)
                    .map(|id| self.say(Key::RefusalTotal, &[("whole", self.series_long(story, id))]));
                let (part, whole) = (self.series_long(story, part), self.series_long(story, whole));
                with(self.say(Key::RefusalNoTotal, &[("part", part), ("whole", whole)]), total)
            }
            Refusal::NoDeflator(_) | Refusal::BeyondIndex(..) | Refusal::NoRate(..) | Refusal::BeyondRate(..) => {
                self.unconverted(refusal, story)
            }
            _ => self.uncomputed(refusal, story),
        }
    }

    fn unknown(&self, id: &str, story: &Story) -> Explained {
        let sentence = self.say(Key::RefusalUnknownSeries, &[("series", id)]);
        let near = nearest(id, &mut story.series.ids());
        let all = || story.series.ids().map(str::to_owned).collect::<Vec<_>>();
        let hint = match near {
            Some(name) => self.say(Key::RefusalDidYouMean, &[("name", name)]),
            None => self.say(Key::RefusalSeries, &[("names", &self.list(&all()))]),
        };
        with(sentence, Some(hint))
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
        with(sentence, self.near(near))
    }

    fn gaps(&self, story: &Story, id: &str, years: &[i32], tag: Option<&str>) -> Explained {
        let listed = self.years_listed(years);
        let mut values = vec![("series", self.series_long(story, id)), ("years", listed.as_str())];
        let named = tag.map(|tag| self.named_tag(story, tag));
        values.extend(named.iter().map(|named| ("tag", named.as_str())));
        let message = self.say(tag.map_or(Key::RefusalGaps, |_| Key::RefusalGapsBy), &values);
        // Around all of the gaps: what lies between them is named by the sentence.
        let (first, last) = (years.first().copied().unwrap_or_default(), years.last().copied().unwrap_or_default());
        let around = |series: &Series| match tag {
            Some(tag) => series.neighbours_by(tag, (first, last)),
            None => (series.neighbours(first).0, series.neighbours(last).1),
        };
        let near = story.series.get(id).map_or((None, None), around);
        // Years between the gaps may have values, and are nearer.
        let key = if years.len() > 1 { Key::RefusalOutside } else { Key::RefusalNear };
        with(message, self.near_by(key, near))
    }

    /// "The nearest years with values are 1995 and 1997."
    pub(super) fn near(&self, years: (Option<i32>, Option<i32>)) -> Option<String> {
        self.near_by(Key::RefusalNear, years)
    }

    fn near_by(&self, key: Key, (before, after): (Option<i32>, Option<i32>)) -> Option<String> {
        let near: Vec<i32> = [before, after].into_iter().flatten().collect();
        (!near.is_empty()).then(|| self.count(key, near.len(), &[("years", &self.years_listed(&near))]))
    }

    fn not_by(&self, story: &Story, id: &str, year: i32, tag: &str) -> Explained {
        let (year_text, named) = (self.year(year.into()), self.named_tag(story, tag));
        let values = [("series", self.series_long(story, id)), ("year", &year_text), ("tag", &named)];
        let tags = self.tags(story, id, year, &|row| row.value.is_some());
        let known = self.count(Key::RefusalBy, tags.len(), &[("tags", &self.list(&tags))]);
        with(self.say(Key::RefusalNotBy, &values), (!tags.is_empty()).then_some(known))
    }

    /// The name of a source or basis; what the story does not have is quoted.
    fn named_tag(&self, story: &Story, tag: &str) -> String {
        if story.sources.get(tag).is_some() || story.bases.get(tag).is_some() {
            return self.tag(story, tag).to_owned();
        }
        self.say(Key::RefusalUnknownTag, &[("tag", tag)])
    }

    fn no_split(&self, story: &Story, id: &str, year: i32, flow: Flow) -> Explained {
        let part = self.text(match flow {
            Flow::Exports => Key::UnitExports,
            Flow::Imports => Key::UnitImports,
            Flow::Total | Flow::Balance => Key::UnitBalance,
        });
        let values = [("series", self.series_long(story, id)), ("year", &self.year(year.into())), ("part", part)];
        let has = |row: &ValueRow| part_of(row, flow).is_some();
        let tags = self.tags(story, id, year, &has);
        let known = self.count(Key::RefusalSplitBy, tags.len(), &[("tags", &self.list(&tags))]);
        let years = || story.series.get(id).into_iter().flat_map(|series| &series.values).filter(|row| has(row));
        let (before, after) =
            years().map(|row| row.when).fold((None, None), |(before, after), known| match known < year {
                true => (before.max(Some(known)), after),
                false => (before, Some(after.map_or(known, |after: i32| after.min(known)))),
            });
        let near = || self.near_by(Key::RefusalSplitNear, (before, after));
        with(self.say(Key::RefusalNoSplit, &values), if tags.is_empty() { near() } else { Some(known) })
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

    /// Sentences one behind the other; what is empty says nothing, and what was said already is not said again.
    pub fn together(&self, told: &[String]) -> String {
        let new = |(place, sentence): &(usize, &String)| !sentence.is_empty() && !told[..*place].contains(sentence);
        let mut new = told.iter().enumerate().filter(new).map(|(_, sentence)| sentence);
        let first = new.next().cloned().unwrap_or_default();
        new.fold(first, |first, second| self.both(&first, second))
    }

    /// The sentences of several results, each with its refusal if it is one. A reason that refusals share is said once,
    /// and behind it what each has of its own.
    pub fn told_together(&self, told: &[(String, Option<&Refusal>)], story: &Story) -> String {
        let parts = told.iter().flat_map(|(sentence, refusal)| {
            let reason = refusal.map(|refusal| self.refused(refusal, story).message).unwrap_or_default();
            match sentence.strip_prefix(&reason) {
                Some(own) => [reason, own.trim_start().to_owned()],
                None => [String::new(), sentence.clone()],
            }
        });
        self.together(&parts.collect::<Vec<_>>())
    }

    /// Two sentences.
    pub(super) fn both(&self, first: &str, second: &str) -> String {
        self.say(Key::RefusalBoth, &[("first", first), ("second", second)])
    }
}

pub(super) fn with(message: String, hint: Option<String>) -> Explained {
    Explained { message, hint: hint.unwrap_or_default() }
}

//! Refusals that are about units, signs, rates and years of a computation and not about a gap in the figures.

use super::refusals::with;
use super::subjects::Place;
use super::{Explained, Key, Words, rounding};
use crate::amount::Decimal;
use crate::claim::Stated;
use crate::formula::{Above, Flow, Function, Refusal, TracedCell, Unit};
use crate::story::Story;

impl Words {
    /// What cannot be computed with the values that there are.
    pub(super) fn uncomputed(&self, refusal: &Refusal, story: &Story) -> Explained {
        let text = |key: Key| self.text(key).to_owned();
        let plain = |key: Key, hint: Key| with(text(key), Some(text(hint)));
        match refusal {
            Refusal::UnlikeUnits { .. } | Refusal::NotPure { .. } | Refusal::Undated(_) => self.unlike(refusal),
            Refusal::ZeroDenominator(None) => plain(Key::RefusalZero, Key::RefusalZeroHint),
            Refusal::Sign(above, None) => plain(not_above(*above), Key::RefusalAbove),
            Refusal::ZeroDenominator(Some(cell)) => with(text(Key::RefusalZero), Some(self.was(cell, story))),
            Refusal::Sign(above, Some(cell)) => with(text(not_above(*above)), Some(self.was(cell, story))),
            Refusal::BelowZero { series, year, first, taken } => {
                let key = if *taken { Key::RefusalBelow } else { Key::RefusalBelowBy };
                let values = [("series", self.series_short(story, series)), ("year", &*self.year((*year).into()))];
                let hint = if *first { Key::RefusalBelowStart } else { Key::RefusalBelowHint };
                with(self.say(key, &values), Some(text(hint)))
            }
            Refusal::Itself(series) => {
                let name = self.subject(story, series, Flow::Total, Place::Start);
                with(self.say(Key::AnswerItself, &[("a", &name)]), None)
            }
            Refusal::Rate => plain(Key::RefusalRate, Key::RefusalRateHint),
            Refusal::Never(Function::CatchUp) => plain(Key::RefusalNeverCaught, Key::RefusalNeverCaughtHint),
            Refusal::Never(_) => plain(Key::RefusalNever, Key::RefusalNeverHint),
            Refusal::NoYears => plain(Key::RefusalNoYears, Key::RefusalNoYearsHint),
            Refusal::NoSpan { function, year, first } => {
                let hint = if *first { Key::RefusalLastAfter } else { Key::RefusalFirstBefore };
                let message = match function {
                    Function::Change => Key::RefusalOneYearChange,
                    Function::Index => Key::RefusalOneYearIndex,
                    _ => Key::RefusalOneYearGrowth,
                };
                with(text(message), Some(self.say(hint, &[("year", &self.year((*year).into()))])))
            }
            Refusal::OneYear => with(text(Key::RefusalOneYear), Some(self.written_like(Function::Falls))),
            _ => plain(Key::RefusalRange, Key::RefusalRangeHint),
        }
    }

    /// The value that stands against it: "Wheat was −3bn EUR in 2012." The value taken, where it is that; else whose it
    /// is belongs to what is said.
    fn was(&self, cell: &TracedCell, story: &Story) -> String {
        let zero = cell.range.iter().find(|value| **value == 0.0);
        let taken = cell.value.value <= 0.0;
        let value = if taken { cell.value.value } else { zero.copied().unwrap_or(cell.least()) };
        let value = Decimal { value, ..cell.value };
        let values = [
            ("series", self.subject(story, &cell.series, cell.flow, Place::Start)),
            ("year", self.year(cell.year.into())),
            ("value", self.amount(rounding::trimmed(rounding::cell(value)), &cell.money)),
        ];
        let key = if taken { Key::RefusalWas } else { Key::RefusalWasBy };
        self.say(key, &values.each_ref().map(|(name, text)| (*name, text.as_str())))
    }

    fn written_like(&self, function: Function) -> String {
        self.say(Key::FormulaWrite, &[("example", function.usage())])
    }

    fn unlike(&self, refusal: &Refusal) -> Explained {
        match refusal {
            Refusal::UnlikeUnits { left, right } => {
                let units = (self.named_unit(left.1), self.named_unit(right.1));
                let values =
                    [("left", left.0.as_str()), ("left_unit", &units.0), ("right", &right.0), ("right_unit", &units.1)];
                let money = matches!((left.1, right.1), (Unit::Amount(_), Unit::Amount(_)));
                let hint = if money { Key::RefusalUnitsMoney } else { Key::RefusalUnitsHint };
                with(self.say(Key::RefusalUnits, &values), Some(self.text(hint).to_owned()))
            }
            Refusal::NotPure { function, part, unit } => {
                let values =
                    [("part", part.as_str()), ("unit", &self.named_unit(*unit)), ("function", function.name())];
                with(self.say(Key::RefusalNotPure, &values), Some(self.written_like(*function)))
            }
            Refusal::Undated(part) => {
                let hint = self.text(Key::RefusalUndatedHint).to_owned();
                let told = Stated::parse(part).map_or_else(|| part.clone(), |amount| self.stated(&amount));
                with(self.say(Key::RefusalUndated, &[("part", &told)]), Some(hint))
            }
            _ => with(String::new(), None),
        }
    }

    pub(super) fn unconverted(&self, refusal: &Refusal, story: &Story) -> Explained {
        match refusal {
            Refusal::NoDeflator(currency) => {
                let known: Vec<String> = story.deflators.iter().map(|(_, index)| index.currency.clone()).collect();
                let message = self.say(Key::RefusalNoIndex, &[("currency", &currency.to_string())]);
                with(message, self.known(Key::RefusalIndices, &known))
            }
            Refusal::NoRate(from, to) => {
                let pair = |from: &str, to: &str| self.say(Key::RefusalPair, &[("from", from), ("to", to)]);
                let known: Vec<String> = story.rates.iter().map(|(_, rate)| pair(&rate.from, &rate.to)).collect();
                let message = self.say(Key::RefusalNoRate, &[("from", &from.to_string()), ("to", &to.to_string())]);
                with(message, self.known(Key::RefusalRates, &known))
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
            _ => with(String::new(), None),
        }
    }

    /// What the story has of this kind, or that it has none.
    fn known(&self, key: Key, names: &[String]) -> Option<String> {
        Some(match names {
            [] => self.text(Key::RefusalNone).to_owned(),
            names => self.say(key, &[("names", &self.list(names))]),
        })
    }

    fn beyond(&self, id: &str, year: i32, found: Option<(&str, &[(i32, Decimal)])>) -> Explained {
        let (name, values) = found.unwrap_or((id, &[]));
        let sentence = self.say(Key::RefusalBeyond, &[("name", name), ("year", &self.year(year.into()))]);
        let known = || values.iter().filter(|(_, value)| value.value > 0.0).map(|(known, _)| *known);
        let (before, after) =
            (known().filter(|known| *known < year).max(), known().filter(|known| *known > year).min());
        with(sentence, self.near((before, after)))
    }
}

/// What is told of nothing but amounts above zero.
fn not_above(above: Above) -> Key {
    match above {
        Above::Growth => Key::RefusalSign,
        Above::Change => Key::RefusalSignChange,
        Above::Index => Key::RefusalSignIndex,
        Above::Years => Key::RefusalSignYears,
        Above::Share => Key::RefusalSignShare,
        Above::Ratio => Key::RefusalSignRatio,
        Above::Path => Key::RefusalSignPath,
    }
}

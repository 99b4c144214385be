//! The answer to a comparison, in words. Picture, caption and alternative text use the same sentences.

use super::subjects::Place;
use super::{Key, Manner, Told, Words};
use crate::compare::{Comparison, Doubt, Measure, Sources, Terms, Yearly};
use crate::formula::{Outcome, Unit};
use crate::story::Story;

/// An answer, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// The number that answers: "58 times".
    pub answer: String,
    /// The whole sentence.
    pub sentence: String,
    /// The spread: "53 to 67, depending on the source"; `None` where all sources agree as far as it shows.
    pub spread: Option<String>,
    /// The ends of the spread with their unit: "53 to 67 times"; `None` as above.
    pub reach: Option<String>,
    /// The unrounded number.
    pub unrounded: String,
    /// What rounding did: "shown as 58: two digits, as the spread allows".
    pub rounding: String,
}

impl Answer {
    /// A result told by a sentence.
    pub fn new(told: Told, sentence: String) -> Self {
        let Told { answer, spread, reach, unrounded, rounding, .. } = told;
        Self { answer, sentence, spread, reach, unrounded, rounding }
    }
}

impl Words {
    /// The answer to a comparison. `outcome` is that comparison's.
    pub fn answer(&self, comparison: &Comparison, outcome: &Outcome, story: &Story) -> Answer {
        let told = self.result(outcome, manner(comparison.measure, outcome.unit));
        let sentence = match self.sameness(comparison, outcome) {
            Some(same) => {
                let answer = self.text(Key::AnswerSame).to_owned();
                let rounding = self.text(Key::AnswerInFull).to_owned();
                let sentence = self.compared(same, comparison, story, &[]);
                return Answer { answer, rounding, ..Answer::new(told, sentence) };
            }
            None => self.sentence(comparison, outcome, story),
        };
        Answer::new(told, sentence)
    }

    /// The sentence for two sides, or two ends of a span, that are equal.
    fn sameness(&self, comparison: &Comparison, outcome: &Outcome) -> Option<Key> {
        if comparison.a == comparison.b && !comparison.measure.is_over_time() {
            return Some(Key::AnswerItself);
        }
        let (value, same) = match comparison.measure {
            Measure::Ratio => (1.0, Key::AnswerRatioEqual),
            Measure::Difference => (0.0, Key::AnswerDifferenceNone),
            Measure::Change | Measure::Growth => (0.0, Key::AnswerChangeNone),
            _ => return None,
        };
        let alike = outcome.spread.filter(|_| outcome.ranged).is_none_or(|spread| spread.low == spread.high);
        (outcome.value == value && alike).then_some(same)
    }

    fn sentence(&self, comparison: &Comparison, outcome: &Outcome, story: &Story) -> String {
        let ends =
            outcome.spread.filter(|_| outcome.ranged).map_or([outcome.value; 2], |spread| [spread.low, spread.high]);
        let down = ends.iter().all(|end| *end < 0.0);
        let either = !down && ends.iter().any(|end| *end < 0.0);
        let key = match comparison.measure {
            Measure::Ratio if comparison.in_deficit(story) => Key::AnswerRatioDeficit,
            Measure::Ratio => Key::AnswerRatio,
            Measure::Difference if comparison.in_deficit(story) => Key::AnswerDifferenceDeficit,
            Measure::Difference => Key::AnswerDifference,
            Measure::Share => Key::AnswerShare,
            Measure::Change if either => Key::AnswerMoved,
            Measure::Growth if either => Key::AnswerMovedYearly,
            Measure::Change if down => Key::AnswerFell,
            Measure::Change => Key::AnswerRose,
            Measure::Growth if down => Key::AnswerShrank,
            Measure::Growth => Key::AnswerGrew,
            Measure::Index => Key::AnswerIndex,
            Measure::Mean => Key::AnswerMean,
            Measure::Median => Key::AnswerMedian,
        };
        // A fall is told by its size: "fell by 62%".
        let turned = down && matches!(comparison.measure, Measure::Change | Measure::Growth);
        let told = if turned {
            self.result(&outcome.negated(), manner(comparison.measure, outcome.unit))
        } else {
            self.result(outcome, manner(comparison.measure, outcome.unit))
        };
        let answer = self.about(&told);
        // The base year is said by the terms.
        let answer = match outcome.unit {
            Unit::Amount(money) if comparison.terms.prices.is_some() => {
                let money = money.at_current();
                let plain = Outcome { unit: Unit::Amount(money), ..outcome.clone() };
                self.about(&self.result(&plain, Manner::Amount(money)))
            }
            _ => answer,
        };
        self.compared(key, comparison, story, &[("answer", &answer)])
    }

    /// A sentence on the series and the years.
    fn compared(&self, key: Key, comparison: &Comparison, story: &Story, more: &[(&str, &str)]) -> String {
        let (first, second) = comparison.sides(story);
        let (since, year) = comparison.span();
        let (from, to) = (self.year(since.into()), self.year(year.into()));
        let years = self.say(Key::AnswerFromTo, &[("from", &from), ("to", &to)]);
        let when = match comparison.measure {
            measure if measure.is_over_time() && since != year => years,
            _ if since == year => self.say(Key::AnswerInYear, &[("year", &to)]),
            _ => self.say(Key::AnswerTogether, &[("when", &years)]),
        };
        let on_terms = |time: String| self.joined([Some(time), self.terms(&comparison.terms, story)]);
        let (when, year) = (on_terms(when), on_terms(to));
        let flow = comparison.terms.flow;
        let a = self.subject(story, first, flow, Place::Start);
        let b = self.subject(story, second, flow, Place::Again);
        let mut values = match comparison.measure {
            _ if key == Key::AnswerItself => vec![("a", a.as_str())],
            Measure::Index => vec![("a", a.as_str()), ("from", &from), ("year", &year)],
            measure if measure.is_over_time() => vec![("a", a.as_str()), ("when", &when)],
            _ => vec![("a", a.as_str()), ("b", &b), ("when", &when)],
        };
        values.extend_from_slice(more);
        self.say(key, &values)
    }

    /// The name of a line of answers: "China", or of a ratio "China ÷ Russia".
    pub fn yearly(&self, line: &Yearly, story: &Story) -> String {
        let left = self.series_short(story, &line.series);
        match &line.by {
            Some(by) => self.say(Key::AnswerDivided, &[("left", left), ("right", self.series_short(story, by))]),
            None => left.to_owned(),
        }
    }

    /// The head of a column of answers: "Index, China".
    pub fn yearly_head(&self, line: &Yearly, measure: Measure, story: &Story) -> String {
        let name = self.yearly(line, story);
        let key = match measure {
            Measure::Index => Key::YearlyHeadIndex,
            Measure::Change => Key::YearlyHeadChange,
            _ => return name,
        };
        self.say(key, &[("name", &name)])
    }

    /// What the lines of answers are, as a title of their axis.
    pub fn yearly_title(&self, comparison: &Comparison) -> String {
        let year = self.year(comparison.span().0.into());
        match comparison.measure {
            Measure::Share => self.text(Key::YearlyShare).to_owned(),
            Measure::Index => self.say(Key::YearlyIndex, &[("year", &year)]),
            Measure::Change => self.say(Key::YearlyChange, &[("year", &year)]),
            _ => self.text(Key::YearlyRatio).to_owned(),
        }
    }

    /// The terms that are not the usual ones, without the part of the trade, which is named with the series: "at
    /// prices of 2013, by KOTRA".
    pub fn terms(&self, terms: &Terms, story: &Story) -> Option<String> {
        let prices = terms.prices.map(|year| self.say(Key::TermsPrices, &[("year", &self.year(year.into()))]));
        let currency =
            terms.currency.map(|currency| self.say(Key::TermsCurrency, &[("currency", &self.currency(currency))]));
        // Constant prices in another currency go by the rate of the base year alone.
        let (prices, currency) = match (terms.prices, terms.currency) {
            (Some(year), Some(currency)) => {
                let values = [("currency", &*self.currency(currency)), ("year", &*self.year(year.into()))];
                (Some(self.say(Key::TermsPricesCurrency, &values)), None)
            }
            _ => (prices, currency),
        };
        let sources = match &terms.sources {
            Sources::Preferred => None,
            Sources::All => Some(self.text(Key::TermsAll).to_owned()),
            Sources::Basis(id) => Some(self.say(Key::TermsBasis, &[("basis", self.basis(story, id))])),
        };
        Some(self.joined([prices, currency, sources])).filter(|all| !all.is_empty())
    }

    /// The same as a sentence of its own: "Counted: at prices of 2013, by KOTRA."
    pub fn terms_counted(&self, terms: &Terms, story: &Story) -> Option<String> {
        Some(self.say(Key::TermsCounted, &[("terms", &self.terms(terms, story)?)]))
    }

    fn joined<const N: usize>(&self, parts: [Option<String>; N]) -> String {
        parts.into_iter().flatten().collect::<Vec<_>>().join(self.text(Key::NumberComma))
    }

    /// Doubts in sentences, for every place that a number goes to. Several pairs of bases share one, and so do the ends of
    /// two results that are told together.
    pub fn doubts(&self, found: &[Doubt], story: &Story) -> Vec<String> {
        let pair = |doubt: &Doubt| match doubt {
            Doubt::Bases(left, right) => Some(self.bases([left, right], story)),
            _ => None,
        };
        let pairs: Vec<String> = found.iter().filter_map(pair).collect();
        let many = pairs.len() > 1;
        let many_told = many.then(|| self.say(Key::DoubtMany, &[("pairs", &pairs.join(self.text(Key::SumAnd)))]));
        let alone = found.iter().filter(|doubt| match doubt {
            Doubt::Bases(..) => !many,
            Doubt::Ends(_) => false,
            _ => true,
        });
        let told = many_told.into_iter().chain(alone.map(|doubt| self.doubt(doubt, story)));
        told.chain(Doubt::ends(found).map(|ends| self.doubt(&ends, story))).collect()
    }

    /// A doubt about putting two values side by side.
    pub fn doubt(&self, doubt: &Doubt, story: &Story) -> String {
        let (key, left, right) = match doubt {
            Doubt::Bases(left, right) => (Key::DoubtBases, self.basis(story, left), self.basis(story, right)),
            Doubt::Share(left, right) => (Key::DoubtShare, self.basis(story, left), self.basis(story, right)),
            Doubt::Ends(pairs) => return self.apart_at_ends(pairs, story),
            Doubt::Definitions(left, right) => {
                (Key::DoubtDefinitions, self.series_short(story, left), self.series_short(story, right))
            }
        };
        self.say(key, &[("left", left), ("right", right)])
    }

    fn apart_at_ends(&self, pairs: &[(String, String)], story: &Story) -> String {
        let pairs: Vec<String> = pairs.iter().map(|(left, right)| self.bases([left, right], story)).collect();
        self.say(Key::DoubtEnds, &[("pairs", &pairs.join(self.text(Key::SumAnd)))])
    }

    /// "KOTRA and Chinese customs"
    fn bases(&self, pair: [&str; 2], story: &Story) -> String {
        let [left, right] = pair.map(|id| self.basis(story, id));
        self.say(Key::DoubtPair, &[("left", left), ("right", right)])
    }

    /// The name of a source or basis.
    pub(super) fn tag<'a>(&self, story: &'a Story, id: &'a str) -> &'a str {
        story.sources.get(id).map_or_else(|| self.basis(story, id), |source| &source.publisher)
    }

    /// The name of a basis.
    pub fn basis<'a>(&self, story: &'a Story, id: &'a str) -> &'a str {
        story.bases.get(id).map_or(id, |basis| &basis.name)
    }
}

fn manner(measure: Measure, unit: Unit) -> Manner {
    match measure {
        Measure::Ratio => Manner::Times,
        Measure::Share => Manner::Percent,
        _ => Manner::of(unit),
    }
}

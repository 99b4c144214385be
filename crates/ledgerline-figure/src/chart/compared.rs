//! The pictures of a comparison over the years: its answers year by year, or else its series.

use ledgerline_core::compare::{Comparison, Measure, Yearly};
use ledgerline_core::formula::{Outcome, Unit};
use ledgerline_core::story::{Colour, Story};
use ledgerline_core::words::{Key, Manner, Words};

use super::{Chart, level, reach, tracks};
use crate::colour_of_series;
use crate::lines::Track;

/// A comparison with what came of it.
#[derive(Clone, Debug)]
pub struct Compared<'a> {
    /// What is asked.
    pub comparison: &'a Comparison,
    /// The answer year by year; empty where that is no line of its own.
    pub yearly: &'a [Yearly],
    /// The results, the one that answers first.
    pub outcomes: Vec<&'a Outcome>,
}

impl Compared<'_> {
    /// What is drawn over the years.
    pub fn chart(&self, story: &Story, words: &Words) -> Chart {
        if !self.yearly.is_empty() {
            return self.answers(story, words);
        }
        let mut chart = self.series(story, words);
        chart.tracks.extend(self.averages(story, words, chart.manner));
        chart
    }

    /// The series on the reader's terms.
    pub fn series(&self, story: &Story, words: &Words) -> Chart {
        let Comparison { a, b, year, terms, .. } = self.comparison;
        let mut ids = vec![a.as_str(), b.as_str()];
        ids.dedup();
        let (tracks, money) = tracks(story, words, terms, &ids);
        let span = Some(self.comparison.span()).filter(|(from, to)| from < to);
        Chart { tracks, manner: Manner::Amount(money), year: Some(*year), span, ..Chart::default() }
    }

    /// The answer's own lines.
    pub fn answers(&self, story: &Story, words: &Words) -> Chart {
        let track = |line: &Yearly| Track {
            series: line.series.clone(),
            name: words.yearly(line, story),
            colour: colour_of_series(story, &line.series),
            points: line.points.clone(),
            reach: reach(&self.comparison.terms),
            supposed: false,
            aside: false,
            level: false,
        };
        let manner = match self.comparison.measure {
            Measure::Share | Measure::Change => Manner::Percent,
            _ => Manner::Plain,
        };
        let tracks = self.yearly.iter().map(track).chain(self.together(words)).collect();
        let title = Some(words.yearly_title(self.comparison));
        Chart { tracks, manner, title, year: Some(self.comparison.year), ..Chart::default() }
    }

    /// The answer over all years together as a level beside the years by themselves, of which it is no mean.
    fn together(&self, words: &Words) -> Option<Track> {
        let factor = match self.comparison.measure {
            Measure::Ratio => 1.0,
            Measure::Share => 100.0,
            _ => return None,
        };
        let outcome = self.outcomes.first().filter(|outcome| !outcome.ranged)?;
        Some(level(words.text(Key::YearlyTogether), Colour::Grey, self.comparison.span(), outcome, factor))
    }

    /// The mean or the median of a span as a level through the years that it is of.
    fn averages(&self, story: &Story, words: &Words, manner: Manner) -> Vec<Track> {
        let told = match self.comparison.measure {
            Measure::Mean => Key::YearlyHeadMean,
            Measure::Median => Key::YearlyHeadMedian,
            _ => return Vec::new(),
        };
        let track = |outcome: &&Outcome| {
            let (Unit::Amount(own), Manner::Amount(shown)) = (outcome.unit, manner) else { return None };
            let series = &outcome.cells.first().filter(|_| !outcome.ranged)?.series;
            let name = words.say(told, &[("name", words.series_short(story, series))]);
            let (colour, factor) = (colour_of_series(story, series), own.scale.factor() / shown.scale.factor());
            Some(level(&name, colour, self.comparison.span(), outcome, factor))
        };
        self.outcomes.iter().filter_map(track).collect()
    }
}

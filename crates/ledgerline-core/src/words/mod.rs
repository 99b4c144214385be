//! How things are said: the catalogue of messages, the locale port, rounding, dates, amounts and sentences.

mod amounts;
mod arrivals;
mod catalogue;
mod citations;
mod claims;
mod dates;
mod futures;
mod links;
mod locale;
mod manner;
mod readings;
mod refusals;
mod results;
pub mod rounding;
mod sentences;
mod subjects;
mod summary;
mod sways;
mod syntax;
mod uncomputed;
mod worked;

pub use catalogue::{Key, Piece, pieces};
pub use citations::Cited;
pub use locale::{English, Locale, MonthForm, Plural};
pub use manner::Manner;
pub use results::Told;
pub use sentences::Answer;
pub use summary::Answered;
pub use syntax::Explained;

use crate::story::{Series, Story};
use catalogue::Catalogue;
use rounding::Shown;

/// The words of one language: its messages and its locale.
pub struct Words {
    catalogue: Catalogue,
    locale: Box<dyn Locale>,
}

impl Words {
    /// English, with numbers and names of its own.
    pub fn english() -> Self {
        Self::new(Box::new(English))
    }

    /// English messages with the numbers and names of a locale.
    pub fn new(locale: Box<dyn Locale>) -> Self {
        let words = Self::first(locale);
        words.complete();
        words
    }

    /// What the first half of the widget says; the rest is there after [`Words::complete`].
    pub fn first(locale: Box<dyn Locale>) -> Self {
        Self { catalogue: Catalogue::first_of_english(), locale }
    }

    /// Adds the messages that come later.
    pub fn complete(&self) {
        self.catalogue.complete();
    }

    /// The primitives of the language.
    pub fn locale(&self) -> &dyn Locale {
        &*self.locale
    }

    /// A message without placeholders.
    pub fn text(&self, key: Key) -> &str {
        self.catalogue.text(key)
    }

    /// A message with values for its placeholders.
    pub fn say(&self, key: Key, values: &[(&str, &str)]) -> String {
        catalogue::fill(self.text(key), values)
    }

    /// A message in the form that goes with a count, which fills `{{count}}`.
    pub fn count(&self, key: Key, count: usize, values: &[(&str, &str)]) -> String {
        // No story has so many of anything that a float could not hold it.
        self.counted(key, Shown { value: count as f64, place: 0 }, values)
    }

    /// A message in the form that goes with a rounded number, which fills `{{count}}`.
    pub fn counted(&self, key: Key, number: Shown, values: &[(&str, &str)]) -> String {
        let shown = self.number(number);
        let mut all = vec![("count", shown.as_str())];
        all.extend_from_slice(values);
        catalogue::fill(self.catalogue.form(key, self.locale.plural(number.value, number.decimals())), &all)
    }

    /// A whole number by itself.
    pub fn whole(&self, count: usize) -> String {
        self.number(Shown { value: count as f64, place: 0 })
    }

    /// Several things in one sentence: "a", "a and b", "a, b and c".
    pub fn list(&self, things: &[String]) -> String {
        match things {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => {
                let first = first.join(self.text(Key::NumberComma));
                self.say(Key::NumberAnd, &[("first", &first), ("last", last)])
            }
        }
    }

    /// Years, ascending, in one sentence; three and more in a row by their ends: "1990 to 1992, 1996 and 1998".
    pub fn years_listed(&self, years: &[i32]) -> String {
        let told = |year: i32| self.year(year.into());
        let runs = years.chunk_by(|year, next| year.checked_add(1) == Some(*next));
        let listed = runs.flat_map(|run| match run {
            [first, _, .., last] => {
                vec![self.say(Key::AnswerReach, &[("low", &told(*first)), ("high", &told(*last))])]
            }
            few => few.iter().copied().map(told).collect(),
        });
        self.list(&listed.collect::<Vec<_>>())
    }

    /// How a sentence names a series at first.
    pub fn series_long<'a>(&self, story: &'a Story, id: &'a str) -> &'a str {
        named(story, id, |series| series.in_words.as_ref().map_or(&series.name, |words| &words.long))
    }

    /// How a sentence names a series for the second time.
    pub fn series_again<'a>(&self, story: &'a Story, id: &'a str) -> &'a str {
        named(story, id, |series| series.in_words.as_ref().map_or(&series.name, |words| &words.short))
    }

    /// The short name of a series, for labels and choices.
    pub fn series_short<'a>(&self, story: &'a Story, id: &'a str) -> &'a str {
        named(story, id, |series| if series.short.is_empty() { &series.name } else { &series.short })
    }
}

fn named<'a>(story: &'a Story, id: &'a str, name: fn(&'a Series) -> &'a String) -> &'a str {
    story.series.get(id).map_or(id, |series| name(series))
}

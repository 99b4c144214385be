//! What a sentence is about: a series, or its exports, imports or balance.

use super::{Key, Words};
use crate::formula::Flow;
use crate::story::{InWords, Story};

/// Where in a sentence a series stands.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// At its start.
    Start,
    /// Further on, for the first time.
    Inside,
    /// Behind another series.
    Again,
}

impl Words {
    /// How a sentence names a series, or the part of it that is counted.
    pub(super) fn subject(&self, story: &Story, id: &str, flow: Flow, place: Place) -> String {
        let whole = if place == Place::Again { self.series_again(story, id) } else { self.series_long(story, id) };
        let names = story.series.get(id).and_then(|series| series.in_words.as_ref());
        let (own, key): (fn(&InWords) -> Option<&String>, Key) = match flow {
            Flow::Total => return whole.to_owned(),
            Flow::Exports => (|names| names.exports.as_ref(), Key::SubjectExports),
            Flow::Imports => (|names| names.imports.as_ref(), Key::SubjectImports),
            Flow::Balance => (|names| names.balance.as_ref(), Key::SubjectBalance),
        };
        let own = names.and_then(own);
        match own {
            // A balance is one thing already, which exports and imports are not.
            Some(own) if flow == Flow::Balance => own.clone(),
            Some(own) => self.value_of(own, place),
            None => self.value_of(&self.say(key, &[("name", whole)]), place),
        }
    }

    fn value_of(&self, part: &str, place: Place) -> String {
        let key = match place {
            Place::Start => Key::SubjectStart,
            Place::Inside => Key::SubjectInside,
            Place::Again => Key::SubjectAgain,
        };
        self.say(key, &[("part", part)])
    }
}

//! Rows of events.

use ledgerline_core::story::{Colour, Event, Story};

use crate::colour_of_actor;
use crate::text::{Anchor, PlacedText};
use crate::time::TimeScale;

/// A row of events.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLane {
    /// Its name.
    pub name: PlacedText,
    /// Where its line runs.
    pub y: f64,
    /// Colour of its events: that of its first actor, else grey.
    pub colour: Colour,
}

const FIRST: f64 = 66.0;
const HEIGHT: f64 = 62.0;

/// The lanes of the story; one without a name where it declares none.
pub(super) fn place(story: &Story, scale: &TimeScale) -> Vec<PlacedLane> {
    let lane = |index: usize, name: &str, colour: Colour| {
        let y = FIRST + HEIGHT * index as f64;
        PlacedLane { name: PlacedText::new(scale.left, y - 28.0, Anchor::Start, name), y, colour }
    };
    if story.lanes.is_empty() {
        return vec![lane(0, "", Colour::Grey)];
    }
    let lanes = story.lanes.iter().enumerate().map(|(index, declared)| {
        let colour = declared.actors.first().map_or(Colour::Grey, |actor| colour_of_actor(story, actor));
        lane(index, &declared.name, colour)
    });
    lanes.collect()
}

/// The lane of an event: the first that has one of its actors, else the one that takes the rest, else none.
pub(crate) fn of(story: &Story, event: &Event) -> Option<usize> {
    if story.lanes.is_empty() {
        return Some(0);
    }
    let takes = |actors: &[String]| actors.iter().any(|actor| event.actors.contains(actor));
    let own = story.lanes.iter().position(|lane| takes(&lane.actors));
    own.or_else(|| story.lanes.iter().position(|lane| lane.actors.is_empty()))
}

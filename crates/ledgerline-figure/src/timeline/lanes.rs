//! Rows of events.

use ledgerline_core::story::{Event, Story};

use super::index::Index;
use crate::text::{Anchor, PlacedText};
use crate::time::TimeScale;

/// A row of events.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedLane {
    /// Its name.
    pub name: PlacedText,
    /// Where its line runs.
    pub y: f64,
}

const FIRST: f64 = 66.0;
const HEIGHT: f64 = 62.0;

/// The lanes; one without a name where there is one for all.
pub(super) fn place(index: &Index, scale: &TimeScale) -> Vec<PlacedLane> {
    let lanes = index.lanes.iter().enumerate().map(|(index, lane)| {
        let y = FIRST + HEIGHT * index as f64;
        PlacedLane { name: PlacedText::new(scale.left, y - 28.0, Anchor::Start, &lane.name), y }
    });
    lanes.collect()
}

/// The story's own lane for an event: the first that has one of its actors, else the one that takes the rest, else
/// none.
pub(crate) fn of(story: &Story, event: &Event) -> Option<usize> {
    if story.lanes.is_empty() {
        return Some(0);
    }
    let takes = |actors: &[String]| actors.iter().any(|actor| event.actors.contains(actor));
    let own = story.lanes.iter().position(|lane| takes(&lane.actors));
    own.or_else(|| story.lanes.iter().position(|lane| lane.actors.is_empty()))
}

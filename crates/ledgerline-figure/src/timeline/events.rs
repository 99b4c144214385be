//! Events in their lanes.

use ledgerline_core::date::{Form, Parts, Qualifier};
use ledgerline_core::story::{Colour, Event, Story};

use super::{Options, PlacedLane, lanes, shown};
use crate::text::PlacedText;
use crate::time::TimeScale;

/// An event in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedEvent {
    /// Index into the story's events.
    pub index: usize,
    /// Index into the lanes.
    pub lane: usize,
    /// Middle of what it covers.
    pub x: f64,
    /// Where its lane runs.
    pub y: f64,
    /// Radius of its dot, by importance.
    pub radius: f64,
    /// Where it begins and ends, if that is wide enough to be seen.
    pub span: Option<(f64, f64)>,
    /// Whether an end is open, unknown, or only about then.
    pub fuzzy: bool,
    /// Colour of its lane.
    pub colour: Colour,
    /// Whether it is the open one.
    pub selected: bool,
    /// Its name, where there is room.
    pub label: Option<PlacedText>,
    pub(super) importance: u8,
}

/// An event that covers less is a dot alone.
const LEAST_SPAN: f64 = 12.0;

pub(super) fn place(story: &Story, options: &Options<'_>, scale: &TimeScale, lanes: &[PlacedLane]) -> Vec<PlacedEvent> {
    let all = story.events.iter().enumerate().filter(|(_, event)| shown(event, options.hidden));
    let placed = all.filter_map(|(index, event)| {
        let lane = lanes::of(story, event)?;
        let (from, to) = scale.span(event.when.interval());
        if to < scale.left || from > scale.right {
            return None;
        }
        let (left, right) = (from.max(scale.left), to.min(scale.right));
        Some(PlacedEvent {
            index,
            lane,
            x: f64::midpoint(left, right),
            y: lanes[lane].y,
            radius: f64::from(event.importance.clamp(1, 5)) * 0.7 + 1.5,
            span: (right - left >= LEAST_SPAN).then_some((left, right)),
            fuzzy: fuzzy(event),
            colour: lanes[lane].colour,
            selected: options.selected == Some(index),
            label: None,
            importance: event.importance,
        })
    });
    placed.collect()
}

fn fuzzy(event: &Event) -> bool {
    let sure = |form: &Form, qualifier: Qualifier| {
        qualifier == Qualifier::Certain
            && matches!(form, Form::Year(_) | Form::Month(..) | Form::Day(..) | Form::Season(..))
    };
    match event.when.parts() {
        Parts::One(point) => !sure(&point.form, point.qualifier),
        Parts::Span { from, to } => [from, to].into_iter().any(|end| match end.point() {
            Some(point) => !sure(&point.form, point.qualifier),
            None => true,
        }),
    }
}

//! What a pointer or a key can reach of the events, and which one it means.

use super::{LABEL_SIZE, PlacedEvent, PlacedLane, PlacedTimeline};
use crate::Rect;

/// What a pointer or a key can reach: one event, or several that lie too close together to be told apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Where it can be reached: at least 24 pixels each way, and apart from all others.
    pub rect: Rect,
    /// Indices into the story's events, by date. Never empty.
    pub events: Vec<usize>,
    /// Whether it lies in the right half, where words beside it have to run to the left.
    pub late: bool,
}

/// Least size of a target, after WCAG 2.2, success criterion 2.5.8.
const TARGET: f64 = 24.0;
/// A dot means its event this far around its edge, whatever else lies there.
const CLOSE: f64 = 3.0;
/// How far a label reaches above and below its baseline.
const LABEL: (f64, f64) = (12.0, 5.0);

/// A target for each event that stands alone, with the event in its middle; a row of events that lie too close
/// is cut every 24 pixels. By date.
pub(super) fn targets(events: &[PlacedEvent], lanes: &[PlacedLane], width: f64) -> Vec<Target> {
    let mut found: Vec<Target> = Vec::new();
    for (index, lane) in lanes.iter().enumerate() {
        let mut own: Vec<&PlacedEvent> = events.iter().filter(|event| event.lane == index).collect();
        own.sort_by(|a, b| a.x.total_cmp(&b.x));
        found.extend(cells(&own, lane.y, width));
    }
    for target in &mut found {
        target.events.sort_unstable();
    }
    found.sort_by_key(|target| target.events.first().copied());
    found
}

fn cells(events: &[&PlacedEvent], y: f64, width: f64) -> Vec<Target> {
    let mut cells: Vec<Target> = Vec::new();
    for event in events {
        let end = cells.last().map_or(0.0, |cell| cell.rect.right());
        let full = end + TARGET > width;
        if let Some(cell) = cells.last_mut().filter(|_| event.x < end || full) {
            cell.events.push(event.index);
            // The last one before the right end is as wide as what is left.
            cell.rect.width = cell.rect.width.max((event.x + CLOSE).min(width) - cell.rect.x);
            continue;
        }
        let x = (event.x - TARGET / 2.0).min(width - TARGET).max(end);
        let rect = Rect { x, y: y - TARGET / 2.0, width: TARGET, height: TARGET };
        cells.push(Target { rect, events: vec![event.index], late: event.x > width / 2.0 });
    }
    cells
}

impl PlacedTimeline {
    /// The event that a pointer at this place means: that of the dot or the label under it, else the nearest
    /// in the lane within a finger's breadth. An index into the story's events.
    pub fn event_at(&self, x: f64, y: f64) -> Option<usize> {
        let far = |event: &&PlacedEvent| (event.x - x).abs();
        let lane = self.events.iter().filter(|event| (event.y - y).abs() <= TARGET / 2.0);
        let nearest = lane.min_by(|a, b| far(a).total_cmp(&far(b)));
        let dot = nearest.filter(|event| far(event) <= event.radius + CLOSE);
        let labelled = || self.events.iter().find(|event| labelled(event, x, y));
        let found = dot.or_else(labelled).or_else(|| nearest.filter(|event| far(event) <= TARGET));
        found.map(|event| event.index)
    }

    /// What zooming keeps in its place, in pixels: the open event, else the marked year, else the middle.
    pub fn anchor(&self) -> f64 {
        let open = self.events.iter().find(|event| event.selected).map(|event| event.x);
        let year = || self.year.as_ref().map(|year| year.x);
        open.or_else(year).unwrap_or(f64::midpoint(self.scale.left, self.scale.right))
    }
}

fn labelled(event: &PlacedEvent, x: f64, y: f64) -> bool {
    event.label.as_ref().is_some_and(|label| {
        let (left, right) = label.ends(LABEL_SIZE);
        (left..=right).contains(&x) && (label.y - LABEL.0..=label.y + LABEL.1).contains(&y)
    })
}

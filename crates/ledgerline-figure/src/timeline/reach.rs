//! What a pointer or a key can reach of the events, and which one it means.

use std::ops::Range;

use ledgerline_core::date::Day;
use ledgerline_core::story::Story;

use super::index::{Entry, Index};
use super::{LABEL_SIZE, PlacedEvent, PlacedTimeline};
use crate::Rect;
use crate::text::PlacedText;
use crate::time::TimeScale;

/// What a pointer or a key can reach: one event, or several that lie too close together to be told apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// Where it can be reached: at least 24 pixels each way, and apart from all others.
    pub rect: Rect,
    /// Indices into the story's events, by date. Never empty.
    pub events: Vec<usize>,
    /// Whether they are drawn as a cluster with a count.
    pub cluster: bool,
    /// Whether it lies in the right half, where words beside it have to run to the left.
    pub late: bool,
    /// The place of its first event among all that are shown, from 1.
    pub position: usize,
}

/// Neighbours in a lane.
pub(super) struct Cell {
    pub(super) rect: Rect,
    pub(super) lane: usize,
    pub(super) entries: Range<usize>,
}

/// What a pointer means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// One event, as an index into the story's events.
    Event(usize),
    /// The events of a cluster, by date.
    Cluster(Vec<usize>),
}

/// Least size of a target, after WCAG 2.2, success criterion 2.5.8.
const TARGET: f64 = 24.0;
/// A dot means its event this far around its edge, whatever else lies there.
const CLOSE: f64 = 3.0;
/// How far a label reaches above and below its baseline.
const LABEL: (f64, f64) = (12.0, 5.0);

/// Cuts a lane: an event that stands alone has its cell around it, events that lie too close share one. The cuts
/// begin with the lane and not with what is in sight, so that nothing changes company while it is moved.
pub(super) fn cells(lane: usize, entries: &[Entry], scale: &TimeScale, y: f64, drawn: (f64, f64)) -> Vec<Cell> {
    let mut cells: Vec<Cell> = Vec::new();
    // In days, which do not change while the picture is moved.
    let breadth = TARGET / scale.pixels_a_day();
    let (mut end, mut begun) = (f64::NEG_INFINITY, 0);
    let mut close = |entries: Range<usize>, end: f64| {
        let right = scale.x(end);
        if !entries.is_empty() && right >= drawn.0 && right - TARGET <= drawn.1 {
            let rect = Rect { x: right - TARGET, y: y - TARGET / 2.0, width: TARGET, height: TARGET };
            cells.push(Cell { rect, lane, entries });
        }
    };
    for (place, entry) in entries.iter().enumerate() {
        if entry.at < end {
            continue;
        }
        close(begun..place, end);
        (end, begun) = ((entry.at - breadth / 2.0).max(end) + breadth, place);
    }
    close(begun..entries.len(), end);
    cells
}

/// The targets of the cells that have an event in sight, by date.
pub(super) fn targets(index: &Index, cells: &[Cell], scale: &TimeScale) -> Vec<Target> {
    let middle = f64::midpoint(scale.left, scale.right);
    let seen = cells.iter().filter(|cell| {
        let entries = &index.lanes[cell.lane].entries[cell.entries.clone()];
        let first = entries.partition_point(|entry| scale.x(entry.at) < scale.left);
        entries.get(first).is_some_and(|entry| scale.x(entry.at) <= scale.right)
    });
    let mut found: Vec<Target> = seen.map(|cell| target(index, cell, middle)).collect();
    found.sort_by_key(|target| target.events.first().copied());
    found
}

fn target(index: &Index, cell: &Cell, middle: f64) -> Target {
    let entries = &index.lanes[cell.lane].entries[cell.entries.clone()];
    let mut events: Vec<usize> = entries.iter().map(|entry| entry.event).collect();
    events.sort_unstable();
    let first = events.first().copied().unwrap_or_default();
    let position = index.shown().partition_point(|event| *event < first) + 1;
    let cluster = events.len() > super::events::CROWD;
    Target { rect: cell.rect, events, cluster, late: cell.rect.x > middle, position }
}

/// The days that part the events of a cluster from each other, for a timeline that shows the days of `scale` now;
/// `None` where no zooming parts them.
pub fn apart(story: &Story, events: &[usize], scale: &TimeScale) -> Option<(Day, Day)> {
    let marks = events.iter().filter_map(|event| story.events.get(*event)).map(|event| {
        let days = event.when.interval();
        let known = days.start.or(days.end).unwrap_or(Day(0));
        (days.start.unwrap_or(known).0, days.end.unwrap_or(known).0)
    });
    let (first, last) = marks
        .map(|(from, to)| i64::midpoint(from, to))
        .fold((i64::MAX, i64::MIN), |ends, mark| (ends.0.min(mark), ends.1.max(mark)));
    let margin = (last - first) / 6 + 1;
    let range = (Day(first.saturating_sub(margin)), Day(last.saturating_add(margin)));
    let nearer = ((range.1.0 - range.0.0 + 1) as f64) < (scale.to - scale.from) * 0.9;
    (last > first && nearer).then_some(range)
}

impl PlacedTimeline {
    /// What a pointer at this place means: the dot, the cluster or the label under it, else the nearest in the lane
    /// within a finger's breadth.
    pub fn meant_at(&self, x: f64, y: f64) -> Option<Meant> {
        let far = |event: &&PlacedEvent| (event.x - x).abs();
        let lane = self.events.iter().filter(|event| !event.crowded && (event.y - y).abs() <= TARGET / 2.0);
        let nearest = lane.min_by(|a, b| far(a).total_cmp(&far(b)));
        if let Some(event) = nearest.filter(|event| far(event) <= event.radius + CLOSE) {
            return Some(Meant::Event(event.index));
        }
        let target = |lead: usize| self.targets.iter().find(|target| target.events.contains(&lead));
        let plate = self.clusters.iter().find(|cluster| holds(&cluster.plate, x, y));
        let named = || self.clusters.iter().find(|cluster| labelled(cluster.label.as_ref(), x, y));
        if let Some(target) = plate.or_else(named).and_then(|cluster| target(cluster.lead)) {
            return Some(Meant::Cluster(target.events.clone()));
        }
        let named = self.events.iter().find(|event| labelled(event.label.as_ref(), x, y));
        let found = named.or_else(|| nearest.filter(|event| far(event) <= TARGET));
        found.map(|event| Meant::Event(event.index))
    }

    /// What zooming keeps in its place, in pixels: the open event, else the marked year, else the middle.
    pub fn anchor(&self, year: i32) -> f64 {
        let seen = |x: &f64| (self.scale.left..=self.scale.right).contains(x);
        let open = self.events.iter().find(|event| event.selected).map(|event| event.x).filter(seen);
        let year = || Some(self.scale.year(year)).filter(seen);
        open.or_else(year).unwrap_or(f64::midpoint(self.scale.left, self.scale.right))
    }
}

fn holds(rect: &Rect, x: f64, y: f64) -> bool {
    (rect.x - CLOSE..=rect.right() + CLOSE).contains(&x) && (rect.y - CLOSE..=rect.bottom() + CLOSE).contains(&y)
}

fn labelled(label: Option<&PlacedText>, x: f64, y: f64) -> bool {
    label.is_some_and(|label| {
        let (left, right) = label.ends(LABEL_SIZE);
        (left..=right).contains(&x) && (label.y - LABEL.0..=label.y + LABEL.1).contains(&y)
    })
}

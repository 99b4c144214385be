//! Events in their lanes: each is a mark of its own or, with others that lie as close, in a cluster with a count.

use ledgerline_core::story::{Colour, Story};

use super::bars::{self, Bar};
use super::index::{Entry, Index};
use super::reach::{self, Cell};
use super::{Options, PlacedLane};
use crate::Rect;
use crate::text::{Anchor, PlacedText};
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
    /// What it covers, if that is wide enough to be seen.
    pub bar: Bar,
    /// Its colour.
    pub colour: Colour,
    /// Whether it is the open one.
    pub selected: bool,
    /// Whether it lies in a cluster, whose plate then is its mark: a mark of its own would hide the count.
    pub crowded: bool,
    /// Its name, where there is room.
    pub label: Option<PlacedText>,
    pub(super) importance: u8,
}

/// Several events that lie too close for marks of their own.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedCluster {
    /// Index into the lanes.
    pub lane: usize,
    /// What is painted behind the count.
    pub plate: Rect,
    /// How many there are.
    pub count: PlacedText,
    /// The most important of them, as an index into the story's events.
    pub lead: usize,
    /// Colour of the most important.
    pub colour: Colour,
    /// Whether the open event is among them.
    pub selected: bool,
    /// Name of the most important, where there is room.
    pub label: Option<PlacedText>,
    pub(super) importance: u8,
}

/// More events than this in one place are a cluster.
pub(super) const CROWD: usize = 4;
/// Bars of events whose marks are out of sight: so many a lane.
const PASSING: usize = 40;
const PLATE: (f64, f64) = (22.0, 17.0);

/// Marks, clusters, and what of them can be reached.
#[derive(Default)]
pub(super) struct Placed {
    pub(super) events: Vec<PlacedEvent>,
    pub(super) clusters: Vec<PlacedCluster>,
    pub(super) cells: Vec<Cell>,
    /// Bars of events whose marks are out of sight.
    pub(super) passing: Vec<(Bar, f64, Colour)>,
}

pub(super) fn place(
    story: &Story,
    index: &Index,
    options: &Options<'_>,
    scale: &TimeScale,
    lanes: &[PlacedLane],
) -> Placed {
    let mut placed = Placed::default();
    let drawn = options.drawn(scale);
    for (number, (lane, row)) in index.lanes.iter().zip(lanes).enumerate() {
        let sight = Sight { story, scale, drawn, selected: options.selected, lane: number, y: row.y };
        for cell in reach::cells(number, &lane.entries, scale, row.y, drawn) {
            let entries = &lane.entries[cell.entries.clone()];
            placed.crowd(&sight, entries, &cell);
            placed.cells.push(cell);
        }
        placed.pass(&sight, &lane.entries);
    }
    placed
}

/// What marks of a lane are placed by.
struct Sight<'a> {
    story: &'a Story,
    scale: &'a TimeScale,
    drawn: (f64, f64),
    selected: Option<usize>,
    lane: usize,
    y: f64,
}

impl Sight<'_> {
    fn bar(&self, entry: &Entry) -> Bar {
        let ends = (self.scale.x(entry.from), self.scale.x(entry.to));
        bars::bar(&self.story.events[entry.event].when, ends, self.drawn)
    }

    fn event(&self, entry: &Entry) -> PlacedEvent {
        PlacedEvent {
            index: entry.event,
            lane: self.lane,
            x: self.scale.x(entry.at),
            y: self.y,
            radius: f64::from(entry.importance) * 0.7 + 1.5,
            bar: self.bar(entry),
            colour: entry.colour,
            selected: self.selected == Some(entry.event),
            crowded: false,
            label: None,
            importance: entry.importance,
        }
    }

    fn cluster(&self, entries: &[Entry], cell: &Cell) -> Option<PlacedCluster> {
        let lead = entries.iter().rev().max_by_key(|entry| entry.importance)?;
        let x = cell.rect.x + cell.rect.width / 2.0;
        let plate = Rect { x: x - PLATE.0 / 2.0, y: self.y - PLATE.1 / 2.0, width: PLATE.0, height: PLATE.1 };
        let count = PlacedText::new(x, self.y + 3.8, Anchor::Middle, &entries.len().to_string());
        let (colour, importance) = (lead.colour, lead.importance);
        let selected = entries.iter().any(|entry| self.selected == Some(entry.event));
        Some(PlacedCluster {
            lane: self.lane,
            plate,
            count,
            lead: lead.event,
            colour,
            selected,
            label: None,
            importance,
        })
    }
}

impl Placed {
    fn crowd(&mut self, sight: &Sight<'_>, entries: &[Entry], cell: &Cell) {
        if entries.len() <= CROWD {
            self.events.extend(entries.iter().map(|entry| sight.event(entry)));
            return;
        }
        self.clusters.extend(sight.cluster(entries, cell));
        // The open one has its name beside the cluster that it lies in.
        let open = entries.iter().find(|entry| sight.selected == Some(entry.event));
        self.events.extend(open.map(|entry| PlacedEvent { crowded: true, ..sight.event(entry) }));
    }

    fn pass(&mut self, sight: &Sight<'_>, entries: &[Entry]) {
        let (left, right) = sight.drawn;
        let passing = entries.iter().filter(|entry| {
            let x = sight.scale.x(entry.at);
            (x < left || x > right) && sight.scale.x(entry.from) < right && sight.scale.x(entry.to) > left
        });
        let bars = passing.take(PASSING).map(|entry| (sight.bar(entry), sight.y, entry.colour));
        self.passing.extend(bars);
    }
}

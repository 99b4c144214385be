//! The events that are shown, sorted once into lanes, so that placing them is a walk along slices.

use ledgerline_core::story::{Colour, Event, Story};
use ledgerline_core::words::{Key, Words};

use super::{event_colour, lanes};
use crate::time::days;
use crate::{colour_of_actor, reading};

/// How lanes are made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lanes {
    /// As the story declares them.
    #[default]
    Story,
    /// One for each of the actors with most events, and one for the rest.
    Actors,
    /// One for each category.
    Categories,
    /// One for all.
    One,
}

/// No more lanes than these, so that the timeline stays lower than a screen.
const MOST_LANES: usize = 6;

impl Lanes {
    /// Every way, with the name that links have for it.
    pub const NAMES: [(Self, &'static str); 4] =
        [(Self::Story, "story"), (Self::Actors, "actor"), (Self::Categories, "category"), (Self::One, "none")];

    /// The way with a name; as the story declares it for any other.
    pub fn from_name(name: &str) -> Self {
        Self::NAMES.into_iter().find(|(_, own)| *own == name).map_or(Self::Story, |(way, _)| way)
    }
}

/// An event in its lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Entry {
    /// Index into the story's events.
    pub(super) event: usize,
    /// Where its mark stands, in days: the middle of what it covers; of what has no end, the end that is known.
    pub(super) at: f64,
    /// Where it begins, in days.
    pub(super) from: f64,
    /// Where it ends.
    pub(super) to: f64,
    /// Its colour.
    pub(super) colour: Colour,
    /// 1 to 5.
    pub(super) importance: u8,
}

/// A lane with its events, by the places of their marks.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Lane {
    pub(super) name: String,
    pub(super) entries: Vec<Entry>,
}

/// The events that are shown, in lanes. Made once for a story, a filter and a way to make lanes.
#[derive(Clone, Debug, PartialEq)]
pub struct Index {
    pub(super) lanes: Vec<Lane>,
    shown: Vec<usize>,
}

impl Index {
    /// Sorts these events, indices in the order of the story.
    pub fn new(story: &Story, words: &Words, way: Lanes, shown: Vec<usize>) -> Self {
        let (names, of) = plan(story, words, way, &shown);
        let mut lanes: Vec<Lane> = names.into_iter().map(|name| Lane { name, entries: Vec::new() }).collect();
        for &event in &shown {
            if let Some(lane) = lanes.get_mut(of(&story.events[event]).unwrap_or(usize::MAX)) {
                lane.entries.push(entry(story, event));
            }
        }
        for lane in &mut lanes {
            lane.entries.sort_by(|a, b| a.at.total_cmp(&b.at));
        }
        // What the story declares stays where it is, what is made of its events goes when they do.
        if way != Lanes::Story {
            lanes.retain(|lane| !lane.entries.is_empty());
        }
        if lanes.is_empty() {
            lanes.push(Lane { name: String::new(), entries: Vec::new() });
        }
        Self { lanes, shown }
    }

    /// Every event of a story, in the story's own lanes.
    pub fn whole(story: &Story, words: &Words) -> Self {
        Self::new(story, words, Lanes::Story, (0..story.events.len()).collect())
    }

    /// The events that are shown, as indices in the order of the story, which is by date.
    pub fn shown(&self) -> &[usize] {
        &self.shown
    }
}

fn entry(story: &Story, event: usize) -> Entry {
    let declared = &story.events[event];
    let interval = declared.when.interval();
    let (start, end) = (interval.start.map(days), interval.end.map(|day| days(day) + 1.0));
    let known = start.or(end).unwrap_or_default();
    let (from, to) = (start.unwrap_or(known), end.unwrap_or(known));
    let (colour, importance) = (event_colour(story, declared), declared.importance.clamp(1, 5));
    Entry { event, at: f64::midpoint(from, to), from, to, colour, importance }
}

type Place<'a> = Box<dyn Fn(&Event) -> Option<usize> + 'a>;

/// The names of the lanes, and which lane takes an event.
fn plan<'a>(story: &'a Story, words: &Words, way: Lanes, shown: &[usize]) -> (Vec<String>, Place<'a>) {
    let rest = words.text(Key::TimelineRest).to_owned();
    match way {
        Lanes::Story if !story.lanes.is_empty() => {
            let names = story.lanes.iter().map(|lane| lane.name.clone()).collect();
            (names, Box::new(|event| lanes::of(story, event)))
        }
        Lanes::Story | Lanes::One => (vec![String::new()], Box::new(|_| Some(0))),
        Lanes::Categories => {
            let ids: Vec<&str> = reading::categories(story).iter().map(|kind| kind.id).take(MOST_LANES).collect();
            let name = |id: &&str| story.categories.get(id).map(|kind| kind.name.clone()).unwrap_or_default();
            let names = ids.iter().map(name).chain([rest]).collect();
            let of = move |event: &Event| {
                let own = event.category.as_deref().and_then(|own| ids.iter().position(|id| *id == own));
                Some(own.unwrap_or(ids.len()))
            };
            (names, Box::new(of))
        }
        Lanes::Actors => {
            let ids = busiest(story, shown);
            let name = |id: &&str| story.actors.get(id).map(|actor| actor.name.clone()).unwrap_or_default();
            let names = ids.iter().map(name).chain([rest]).collect();
            let of = move |event: &Event| {
                Some(ids.iter().position(|id| event.actors.iter().any(|own| own == id)).unwrap_or(ids.len()))
            };
            (names, Box::new(of))
        }
    }
}

/// The actors with most events, most first.
fn busiest<'a>(story: &'a Story, shown: &[usize]) -> Vec<&'a str> {
    let takes = |id: &str| {
        let acts = |event: &&usize| story.events[**event].actors.iter().any(|own| own == id);
        shown.iter().filter(acts).count()
    };
    let counted = story.actors.iter().map(|(id, _)| (id, takes(id)));
    let mut counted: Vec<(&str, usize)> = counted.filter(|(_, events)| *events > 0).collect();
    // Those with a colour have figures too, and stand first among equals.
    counted.sort_by_key(|(id, events)| (usize::MAX - events, colour_of_actor(story, id) == Colour::Grey));
    counted.truncate(MOST_LANES - 1);
    counted.into_iter().map(|(id, _)| id).collect()
}

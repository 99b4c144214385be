//! The one state that timeline and calculator share.

mod ask;
mod host;
mod link;
mod step;

pub use ask::Ask;
pub(crate) use host::{Around, Files, Host};
pub(crate) use link::opening_of;

use std::rc::Rc;
use std::sync::Arc;

use ledgerline_core::compare::Measure;
use ledgerline_core::date::Edtf;
use ledgerline_core::link::{Link, View};
use ledgerline_core::story::Story;
use ledgerline_core::words::Words;
use leptos::prelude::*;

use crate::later;
use crate::reactive::{Memo, RwSignal, Value};
use step::Waits;

/// Below this width of its own, in CSS pixels, the widget is read as a list.
const NARROW: f64 = 560.0;

/// Story, words and the reader's choices. Cheap to copy: everything in it is a handle.
#[derive(Clone, Copy)]
pub struct Shared {
    story: StoredValue<Arc<Story>>,
    words: StoredValue<Rc<Words>, LocalStorage>,
    host: StoredValue<Rc<dyn Host>, LocalStorage>,
    /// Which instruments are shown.
    pub view: RwSignal<View>,
    /// Width of the element in CSS pixels, by its own box and not the window's.
    pub width: RwSignal<f64>,
    /// Whether the width asks for the reading list.
    pub narrow: Memo<bool>,
    /// The dates in sight on the timeline; `None`: the whole story.
    pub range: RwSignal<Option<Edtf>>,
    /// The year that the calculator asks about and the timeline marks: of a span the last.
    pub year: RwSignal<i32>,
    /// The open event, as an index into the story's events.
    pub event: RwSignal<Option<usize>>,
    /// Id of the first series of the comparison.
    pub a: RwSignal<String>,
    /// Id of the second series of the comparison.
    pub b: RwSignal<String>,
    /// What is asked of the two.
    pub measure: RwSignal<Measure>,
    /// What else is asked of the calculator.
    pub ask: Ask,
    /// How the timeline's rows are made, by its own names; `None`: as the story makes them.
    pub lanes: RwSignal<Option<String>>,
    /// Ids of the categories that are not shown.
    pub hidden: RwSignal<Vec<String>>,
    /// What is searched for.
    pub query: RwSignal<Option<String>>,
    /// Number of the scene of the guided tour, from 1.
    pub scene: RwSignal<Option<u32>>,
    /// A sentence for the reader about the link they came by.
    pub notice: RwSignal<Option<String>>,
    /// Whether what a reader comes to later is there.
    pub later: RwSignal<Stage>,
    /// Whether a slider is on its way: what takes long to make waits until it rests.
    pub moving: RwSignal<bool>,
    /// Whether the answer to a step of a slider is on its way to the screen: pictures wait for the frame after it.
    pub answering: RwSignal<bool>,
    waits: StoredValue<Waits, LocalStorage>,
    /// Whether the page is on its way to the printer, where nothing can be opened any more.
    pub printing: RwSignal<bool>,
}

/// How far the later half of the module is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Not asked for yet, or on its way.
    #[default]
    Coming,
    /// In use.
    There,
    /// It could not be fetched.
    Missing,
}

impl Shared {
    /// The state that a story opens with: its `start`, and where that is silent the first two series in
    /// the last year of the first. `width` is in CSS pixels.
    pub(crate) fn new(story: Arc<Story>, words: Words, host: Rc<dyn Host>, view: View, width: f64) -> Self {
        let width = RwSignal::new(width);
        let shared = Self {
            view: RwSignal::new(view),
            width,
            narrow: Memo::new(move |before| narrow(width.get(), before)),
            range: RwSignal::default(),
            year: RwSignal::default(),
            event: RwSignal::default(),
            a: RwSignal::default(),
            b: RwSignal::default(),
            measure: RwSignal::default(),
            ask: Ask::default(),
            lanes: RwSignal::default(),
            hidden: RwSignal::default(),
            query: RwSignal::default(),
            scene: RwSignal::default(),
            notice: RwSignal::default(),
            later: RwSignal::new(if later::here().is_some() { Stage::There } else { Stage::Coming }),
            moving: RwSignal::new(false),
            answering: RwSignal::new(false),
            waits: StoredValue::new_local(Waits::default()),
            printing: RwSignal::new(false),
            story: StoredValue::new(story),
            words: StoredValue::new_local(Rc::new(words)),
            host: StoredValue::new_local(host),
        };
        shared.complete();
        shared.restore(Link::default());
        shared
    }

    /// The story.
    pub fn story(&self) -> Arc<Story> {
        self.story.get_value()
    }

    /// Reads something of the story without holding it.
    pub fn with_story<T>(&self, read: impl FnOnce(&Story) -> T) -> T {
        self.story.with_value(|story| read(story))
    }

    /// The words of the reader's language.
    pub fn words(&self) -> Rc<Words> {
        self.words.get_value()
    }

    /// Gives the words what the later half says, if that is there.
    pub(crate) fn complete(&self) {
        later::with(|later| (later.complete)(&self.words()));
    }

    /// Files, for the later half alone.
    pub(crate) fn files(&self) -> &'static dyn Files {
        match later::here() {
            Some(later) => later.files,
            None => unreachable!("only the later half saves files"),
        }
    }

    /// What the page around the element does for us.
    pub(crate) fn host(&self) -> Rc<dyn Host> {
        self.host.get_value()
    }

    /// First and last year that any series speaks of; `None` without figures.
    pub fn years(&self) -> Option<(i32, i32)> {
        self.with_story(|story| {
            let spans = story.series.iter().filter_map(|(_, series)| series.years());
            spans.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))
        })
    }

    /// What is drawn of a value: while a slider moves, it follows one frame behind the answer.
    pub(crate) fn drawn<T: Value>(&self, value: Memo<T>) -> Memo<T> {
        value.resting(self.answering)
    }

    /// The year as it is drawn.
    pub(crate) fn drawn_year(&self) -> Memo<i32> {
        let year = self.year;
        self.drawn(Memo::new(move |_| year.get()))
    }

    /// Opens an event, and asks the calculator about its first year where there are figures around it.
    pub fn open(&self, event: usize) {
        let start = self.with_story(|story| {
            let (first, _) = story.events.get(event)?.when.years()?;
            Some(first)
        });
        self.event.set(Some(event));
        if let Some(year) = start {
            self.choose(year);
        }
    }

    /// Asks about a year; one without any figure around it changes nothing.
    pub fn choose(&self, year: i32) {
        let known = self.years().is_some_and(|(first, last)| (first..=last).contains(&year));
        if known && self.year.get_untracked() != year {
            self.year.set(year);
            // A span that would run backwards is none.
            if self.ask.since.get_untracked().is_some_and(|since| since >= year) {
                self.ask.since.set(None);
            }
        }
    }

    /// Asks about the years from one to another, in either order and as far as there are figures; of a single one
    /// about that year alone.
    pub fn span(&self, one: i32, other: i32) {
        let Some((first, last)) = self.years() else { return };
        let (from, to) = (one.min(other).clamp(first, last), one.max(other).clamp(first, last));
        let since = (from < to).then_some(from);
        if (self.ask.since.get_untracked(), self.year.get_untracked()) != (since, to) {
            self.year.set(to);
            self.ask.since.set(since);
        }
    }
}

/// An element that is not displayed has no width; it stays as it was.
fn narrow(width: f64, before: Option<&bool>) -> bool {
    match before {
        Some(before) if width <= 0.0 => *before,
        _ => width < NARROW,
    }
}

//! The one state that timeline and calculator share.

use std::rc::Rc;
use std::sync::Arc;

use ledgerline_core::compare::Measure;
use ledgerline_core::date::Edtf;
use ledgerline_core::story::{Series, Story};
use ledgerline_core::words::Words;
use leptos::prelude::*;

use crate::reactive::{Memo, RwSignal};

/// Below this width of its own, in CSS pixels, the widget is read as a list.
const NARROW: f64 = 560.0;

/// Which instruments are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Timeline and calculator.
    #[default]
    Both,
    /// The timeline alone.
    Timeline,
    /// The calculator alone.
    Calculator,
    /// The claims of the article.
    Claims,
}

/// Story, words and the reader's choices. Cheap to copy: everything in it is a handle.
#[derive(Clone, Copy)]
pub struct Shared {
    story: StoredValue<Arc<Story>>,
    words: StoredValue<Rc<Words>, LocalStorage>,
    /// Which instruments are shown.
    pub view: RwSignal<View>,
    /// Width of the element in CSS pixels, by its own box and not the window's.
    pub width: RwSignal<f64>,
    /// Whether the width asks for the reading list.
    pub narrow: Memo<bool>,
    /// The dates in sight on the timeline; `None`: the whole story.
    pub range: RwSignal<Option<Edtf>>,
    /// The year that the calculator asks about and the timeline marks.
    pub year: RwSignal<i32>,
    /// The open event, as an index into the story's events.
    pub event: RwSignal<Option<usize>>,
    /// Id of the first series of the comparison.
    pub a: RwSignal<String>,
    /// Id of the second series of the comparison.
    pub b: RwSignal<String>,
    /// What is asked of the two.
    pub measure: RwSignal<Measure>,
    /// Whether the page is on its way to the printer, where nothing can be opened any more.
    pub printing: RwSignal<bool>,
}

impl Shared {
    /// The state that a story opens with: its `start`, and where that is silent the first two series in
    /// the last year of the first. `width` is in CSS pixels.
    pub fn new(story: Arc<Story>, words: Words, view: View, width: f64) -> Self {
        let compare = story.start.compare.clone().unwrap_or_default();
        let id = |wanted: Option<String>, place: usize| {
            let known = wanted.filter(|id| story.series.get(id).is_some());
            let usual = || story.series.ids().nth(place).or_else(|| story.series.ids().last());
            known.unwrap_or_else(|| usual().unwrap_or_default().to_owned())
        };
        let (a, b) = (id(compare.a, 0), id(compare.b, 1));
        let year = compare.when.as_ref().and_then(Edtf::years).map(|(first, _)| first);
        let measure = compare.measure.as_deref().and_then(Measure::from_name).unwrap_or_default();
        let width = RwSignal::new(width);
        Self {
            view: RwSignal::new(view),
            width,
            narrow: Memo::new(move |before| narrow(width.get(), before)),
            range: RwSignal::new(story.start.range.clone()),
            year: RwSignal::new(year.or_else(|| last_year(&story, &a)).unwrap_or_default()),
            event: RwSignal::new(place_of_event(&story, story.start.event.as_deref())),
            a: RwSignal::new(a),
            b: RwSignal::new(b),
            measure: RwSignal::new(measure),
            printing: RwSignal::new(false),
            story: StoredValue::new(story),
            words: StoredValue::new_local(Rc::new(words)),
        }
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

    /// First and last year that any series speaks of; `None` without figures.
    pub fn years(&self) -> Option<(i32, i32)> {
        self.with_story(|story| {
            let spans = story.series.iter().filter_map(|(_, series)| series.years());
            spans.reduce(|(first, last), (from, to)| (first.min(from), last.max(to)))
        })
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

fn last_year(story: &Story, id: &str) -> Option<i32> {
    story.series.get(id).and_then(Series::years).map(|(_, last)| last)
}

fn place_of_event(story: &Story, id: Option<&str>) -> Option<usize> {
    let id = id?;
    story.events.iter().position(|event| event.id == id)
}

//! What the parts of the timeline share among themselves and with nobody else.

use gloo_timers::callback::Timeout;
use ledgerline_core::date::{Day, Edtf};
use ledgerline_figure::reading;
use ledgerline_figure::svg::fixed;
use ledgerline_figure::time::TimeScale;
use ledgerline_figure::timeline::{self, Index, Lanes, PlacedTimeline};
use leptos::prelude::*;

use super::figures;
use super::find::Sieve;
use crate::later;
use crate::parts::Shape;
use crate::reactive::{Memo, RwSignal, effect};
use crate::state::Shared;

/// A wheel is at rest after so many milliseconds.
const REST: u32 = 150;
/// A picture that is stretched more than so many times does not glide: nothing would be known again in it.
const STRETCH: f64 = 20.0;

/// The part of a card that takes the focus when it has opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Focus {
    /// None: the focus stays where it is.
    #[default]
    Stay,
    /// The heading, for a reader who opened it by key.
    Heading,
    /// The button that leads to the event before.
    Earlier,
    /// The button that leads to the event after.
    Later,
}

/// Choices that are the timeline's own. Cheap to copy: everything in it is a handle.
#[derive(Clone, Copy)]
pub(crate) struct Local {
    /// The events that filter and search leave, by date.
    pub(super) shown: Memo<Vec<usize>>,
    /// The same in lanes.
    pub(super) index: Memo<Index>,
    /// The words that are searched for, folded.
    pub(super) needles: Memo<Vec<String>>,
    /// How far the drawing is moved to the right of where it was made for, in pixels.
    pub(super) pan: RwSignal<f64>,
    /// The events of a cluster that no zooming parts, while they are listed.
    pub(super) crowd: RwSignal<Vec<usize>>,
    /// Ids of the series that are drawn.
    pub(super) series: Memo<Vec<String>>,
    /// Whether their scale is logarithmic.
    pub(super) log: Memo<bool>,
    /// The series as they were chosen; `None`: those that the calculator compares.
    chosen_series: RwSignal<Option<Vec<String>>>,
    /// The scale as it was chosen; `None`: as the values advise.
    chosen_log: RwSignal<Option<bool>>,
    stop: RwSignal<Option<usize>>,
    focus: StoredValue<Focus>,
    rest: StoredValue<Option<Timeout>, LocalStorage>,
    moved_to: StoredValue<Option<Edtf>>,
    glide: StoredValue<Option<TimeScale>>,
}

impl Local {
    pub(super) fn new(shared: Shared) -> Self {
        let needles = Memo::new(move |_| {
            // Where somebody types before the half that searches is there, it is done when that comes.
            shared.later.get();
            let query = shared.query.get().unwrap_or_default();
            later::with(|later| (later.needles)(&shared, &query)).unwrap_or_default()
        });
        let shown = shown(shared, needles);
        let index = Memo::new(move |_| {
            let way = Lanes::from_name(&shared.lanes.get().unwrap_or_default());
            shared.with_story(|story| Index::new(story, &shared.words(), way, shown.get()))
        });
        let (chosen_series, chosen_log) = (RwSignal::default(), RwSignal::new(None::<bool>));
        let series = Memo::new(move |_| figures::drawn(shared, chosen_series.get()));
        let advised = Memo::new(move |_| series.with(|ids| figures::log_advised(shared, ids)));
        let local = Self {
            shown,
            index,
            needles,
            pan: RwSignal::new(0.0),
            crowd: RwSignal::default(),
            series,
            log: Memo::new(move |_| chosen_log.get().unwrap_or_else(|| advised.get())),
            chosen_series,
            chosen_log,
            stop: RwSignal::default(),
            focus: StoredValue::new(Focus::Stay),
            rest: StoredValue::new_local(None),
            moved_to: StoredValue::new(None),
            glide: StoredValue::new(None),
        };
        local.settle(shared);
        local.agree(shared);
        local
    }

    /// Wherever the years in sight were chosen but by moving the drawing, that stands where it was made for.
    fn settle(self, shared: Shared) {
        effect(move |_| {
            let range = shared.range.get();
            if self.moved_to.with_value(|moved| *moved != range) {
                self.moved_to.set_value(None);
                self.pan.set(0.0);
            }
        });
    }

    /// The open event is among those that are shown: one that is filtered away closes, and for one that is opened the
    /// filter and the search give way.
    fn agree(self, shared: Shared) {
        let last = RwSignal::new(None);
        effect(move |_| {
            let (event, before) = (shared.event.get(), last.get_untracked());
            last.set(event);
            if event.is_none_or(|event| self.shown.with(|shown| shown.binary_search(&event).is_ok())) {
                return;
            }
            if before == event {
                shared.event.set(None);
            } else {
                shared.query.set(None);
                shared.hidden.set(Vec::new());
            }
        });
    }

    /// Brings days into sight. The drawing that is made for them stands `pan` pixels to the right.
    pub(super) fn moved(&self, shared: Shared, days: (Day, Day), pan: f64) {
        let range = timeline::as_range(days);
        self.moved_to.set_value(range.clone());
        self.glide.set_value(None);
        self.pan.set(pan);
        shared.range.set(range);
    }

    /// Has the next picture glide into its place from where its days are now.
    pub(super) fn glide(&self, placed: &PlacedTimeline) {
        self.glide.set_value(Some(placed.scale.moved(self.pan.get_untracked())));
    }

    /// The picture with the movement into its place, if one was asked for. Only what is seen moves, by the style sheet:
    /// everything is in its place at once, and another picture ends the movement.
    pub(super) fn gliding(&self, picture: Shape, scale: &TimeScale) -> Shape {
        let from = self.glide.try_update_value(Option::take).flatten();
        let Some((stretch, shift)) = from.map(|from| scale.seen_on(&from)) else { return picture };
        if !(STRETCH.recip()..STRETCH).contains(&stretch) {
            return picture;
        }
        let shift = format!("{}px", fixed(shift, 1));
        picture.class("drawing glide").attr("--stretch", &fixed(stretch, 4)).attr("--shift", &shift).fresh()
    }

    /// Draws these series.
    pub(super) fn choose_series(&self, ids: Vec<String>) {
        self.chosen_series.set(Some(ids));
    }

    /// Draws them on a logarithmic scale, or on one that is not.
    pub(super) fn choose_log(&self, log: bool) {
        self.chosen_log.set(Some(log));
    }

    /// Does something once nothing of the kind has been asked for some while.
    pub(super) fn once_at_rest(&self, call: impl FnOnce() + 'static) {
        self.rest.set_value(Some(Timeout::new(REST, call)));
    }

    /// Opens an event. `focus` is the part of it that takes the focus.
    pub(super) fn open(&self, shared: Shared, event: usize, focus: Focus) {
        self.focus.set_value(focus);
        self.stop.set(Some(event));
        self.crowd.set(Vec::new());
        shared.open(event);
    }

    /// Opens an event, or closes it if it is the open one.
    pub(super) fn toggle(&self, shared: Shared, event: usize, focus: Focus) {
        if shared.event.get_untracked() == Some(event) {
            shared.event.set(None);
        } else {
            self.open(shared, event, focus);
        }
    }

    /// Lists events that lie together.
    pub(super) fn list(&self, shared: Shared, events: Vec<usize>, focus: Focus) {
        self.focus.set_value(focus);
        shared.event.set(None);
        self.crowd.set(events);
    }

    /// The event whose button is in the tab order: the one last reached, else the open one.
    pub(super) fn stop(&self, shared: Shared) -> Option<usize> {
        self.stop.get().or_else(|| shared.event.get())
    }

    /// Puts an event's button into the tab order.
    pub(super) fn stop_at(&self, event: Option<usize>) {
        self.stop.set(event);
    }

    /// What is to take the focus in the card that has just opened; asking once settles it.
    pub(super) fn take_focus(&self) -> Focus {
        self.focus.try_update_value(std::mem::take).unwrap_or_default()
    }
}

fn shown(shared: Shared, needles: Memo<Vec<String>>) -> Memo<Vec<usize>> {
    // Made when something is searched for, and kept.
    let sieve: StoredValue<Option<Sieve>> = StoredValue::new(None);
    Memo::new(move |_| {
        shared.with_story(|story| {
            let mut shown = shared.hidden.with(|hidden| reading::shown(story, hidden));
            needles.with(|needles| {
                if needles.is_empty() {
                    return;
                }
                let known = sieve.get_value().or_else(|| later::with(|later| (later.sieve)(&shared)));
                shown.retain(|event| known.as_ref().is_none_or(|has| has(*event, needles)));
                sieve.set_value(known);
            });
            shown
        })
    })
}

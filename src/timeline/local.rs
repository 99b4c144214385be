//! What the parts of the timeline share among themselves and with nobody else.

use ledgerline_figure::reading;
use leptos::prelude::*;

use crate::reactive::RwSignal;
use crate::state::Shared;

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
pub(super) struct Local {
    /// Ids of the categories that are not shown.
    pub(super) hidden: RwSignal<Vec<String>>,
    stop: RwSignal<Option<usize>>,
    focus: StoredValue<Focus>,
}

impl Local {
    pub(super) fn new(shared: Shared) -> Self {
        Self { hidden: shared.hidden, stop: RwSignal::new(None), focus: StoredValue::new(Focus::Stay) }
    }

    /// Opens an event. `focus` is the part of it that takes the focus.
    pub(super) fn open(&self, shared: Shared, event: usize, focus: Focus) {
        self.focus.set_value(focus);
        self.stop.set(Some(event));
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

    /// The events whose category is shown, by date.
    pub(super) fn shown(&self, shared: Shared) -> Vec<usize> {
        shared.with_story(|story| self.hidden.with(|hidden| reading::shown(story, hidden)))
    }
}

//! The reader's choices, carried from one view to the next.

use ledgerline_core::compare::Measure;
use ledgerline_core::date::Edtf;

use crate::state::Shared;

/// Everything that a reader may have changed.
pub(super) struct Choices {
    range: Option<Edtf>,
    year: i32,
    event: Option<usize>,
    a: String,
    b: String,
    measure: Measure,
}

impl Choices {
    /// The choices as they are now.
    pub(super) fn of(shared: Shared) -> Self {
        Self {
            range: shared.range.get_untracked(),
            year: shared.year.get_untracked(),
            event: shared.event.get_untracked(),
            a: shared.a.get_untracked(),
            b: shared.b.get_untracked(),
            measure: shared.measure.get_untracked(),
        }
    }

    /// Makes them again in a fresh state of the same story.
    pub(super) fn restore(self, shared: Shared) {
        shared.range.set(self.range);
        shared.year.set(self.year);
        shared.event.set(self.event);
        shared.a.set(self.a);
        shared.b.set(self.b);
        shared.measure.set(self.measure);
    }
}

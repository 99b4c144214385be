//! Claims: each kind needs what it is checked by.

use super::super::report::quoted;
use super::super::{Claim, ClaimKind, Story};
use super::{Checker, Step};
use crate::date::Edtf;

/// A number is checked by a formula.
pub(super) fn number_needs_formula(story: &Story, checker: &mut Checker<'_, '_>) {
    for (index, _) in of(story, ClaimKind::Number).filter(|(_, claim)| claim.formula.is_none()) {
        let message = "A claim of the kind “number” needs a formula.".into();
        checker.error(&claim(index), "claim-formula", message, "Add “formula”, or make the kind “unchecked”.");
    }
}

/// Dates are checked by events and the interval that they should lie in.
pub(super) fn dates_need_events_and_rule(story: &Story, checker: &mut Checker<'_, '_>) {
    for (index, found) in of(story, ClaimKind::Dates) {
        if found.events.is_empty() {
            let message = "A claim of the kind “dates” needs events.".into();
            checker.error(&claim(index), "claim-events", message, "Add “events” with the ids of the events.");
        }
        let path = [Step::To("claims"), Step::Item(index), Step::To("says")];
        let says = found.says.as_deref().unwrap_or_default();
        let Some(interval) = says.trim().strip_prefix("within ") else {
            let message = "A claim of the kind “dates” says within which dates the events lie.".into();
            checker.error(&path, "claim-rule", message, "Write “says” like “within 2014-03/2014-04”.");
            continue;
        };
        if let Err(error) = Edtf::parse(interval.trim()) {
            let message = format!("The rule {} has no date that can be read. {error}", quoted(says));
            checker.error(&path, "claim-rule", message, &error.hint());
        }
    }
}

/// What cannot be checked says why.
pub(super) fn unchecked_needs_reason(story: &Story, checker: &mut Checker<'_, '_>) {
    let silent = |claim: &Claim| claim.why.as_ref().is_none_or(|why| why.trim().is_empty());
    for (index, _) in of(story, ClaimKind::Unchecked).filter(|(_, claim)| silent(claim)) {
        let message = "A claim of the kind “unchecked” needs a reason.".into();
        checker.error(&claim(index), "claim-why", message, "Add “why” with a sentence for the reader.");
    }
}

fn of(story: &Story, kind: ClaimKind) -> impl Iterator<Item = (usize, &Claim)> {
    // A claim whose id could not be read may not even be an object; that was reported.
    story.claims.iter().enumerate().filter(move |(_, claim)| claim.kind == kind && !claim.id.is_empty())
}

fn claim(index: usize) -> [Step<'static>; 2] {
    [Step::To("claims"), Step::Item(index)]
}

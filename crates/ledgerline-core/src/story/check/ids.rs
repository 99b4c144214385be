//! Ids: every one names one thing, and every reference finds it.

use super::super::report::{Kind, Report, quoted};
use super::super::{Map, Story};
use super::{Checker, Step};
use std::collections::BTreeSet;

/// Fields that name something which the story does not have.
pub(super) fn unknown(story: &Story, report: &mut Report<'_>) {
    let known = KINDS.map(|kind| (kind, ids(story, kind).into_iter().collect::<BTreeSet<&str>>()));
    for reference in std::mem::take(&mut report.references) {
        let Some((_, ids)) = known.iter().find(|(kind, _)| *kind == reference.kind) else { continue };
        if ids.contains(reference.id) {
            continue;
        }
        let near = report.nearest(reference.id, &mut ids.iter().copied());
        let noun = reference.kind.noun();
        let hint = match near {
            Some(id) => format!("Perhaps “{id}” is meant."),
            None => format!("Add {noun} with this id, or name one that the story has."),
        };
        let message = format!("The story does not have {noun} {}.", quoted(reference.id));
        report.error(reference.at, "unknown-id", message, hint);
    }
}

/// What fields refer to.
const KINDS: [Kind; 8] =
    [Kind::Source, Kind::Actor, Kind::Basis, Kind::Series, Kind::Category, Kind::Event, Kind::Claim, Kind::Scenario];

fn ids(story: &Story, kind: Kind) -> Vec<&str> {
    fn names<T>(map: &Map<T>) -> Vec<&str> {
        map.ids().collect()
    }
    match kind {
        Kind::Source => names(&story.sources),
        Kind::Actor => names(&story.actors),
        Kind::Basis => names(&story.bases),
        Kind::Series => names(&story.series),
        Kind::Category => names(&story.categories),
        Kind::Deflator => names(&story.deflators),
        Kind::Rate => names(&story.rates),
        Kind::Note => story.notes.iter().map(|note| &*note.id).collect(),
        Kind::Event => story.events.iter().map(|event| &*event.id).collect(),
        Kind::Claim => story.claims.iter().map(|claim| &*claim.id).collect(),
        Kind::Scenario => story.scenarios.iter().map(|scenario| &*scenario.id).collect(),
        Kind::Story => vec![&story.id],
    }
}

/// Two of a kind with the same id. (Names that stand twice in an object are found while reading.)
pub(super) fn twice(story: &Story, checker: &mut Checker<'_, '_>) {
    let lists =
        [("notes", Kind::Note), ("events", Kind::Event), ("claims", Kind::Claim), ("scenarios", Kind::Scenario)];
    for (list, kind) in lists {
        let mut seen = BTreeSet::new();
        for (index, id) in ids(story, kind).into_iter().enumerate() {
            // An empty id was reported when it was read.
            if !id.is_empty() && !seen.insert(id) {
                let path = [Step::To(list), Step::Item(index), Step::To("id")];
                let message = format!("The id {} is that of {} further up already.", quoted(id), kind.noun());
                checker.error(&path, "duplicate-id", message, "Give each an id of its own.");
            }
        }
    }
}

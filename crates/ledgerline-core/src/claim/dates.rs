//! Events against the dates of a rule.

use super::{Reason, Verdict};
use crate::date::{Edtf, Interval};
use crate::story::{Claim, Story};

/// How the dates of an event lie to those of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// All of them are inside.
    Inside,
    /// Some may be inside: they are not known to the day, or reach beyond.
    Partly,
    /// None is inside.
    Outside,
}

impl Fit {
    /// How the days of an event lie to the days of a rule. An open or unknown end may be anywhere.
    pub(super) fn of(event: Interval, rule: Interval) -> Self {
        let after = |a: Option<_>, b: Option<_>| a.zip(b).is_some_and(|(a, b)| a > b);
        if after(event.start, rule.end) || after(rule.start, event.end) {
            return Self::Outside;
        }
        let starts = rule.start.is_none_or(|first| event.start.is_some_and(|start| start >= first));
        let ends = rule.end.is_none_or(|last| event.end.is_some_and(|end| end <= last));
        if starts && ends { Self::Inside } else { Self::Partly }
    }
}

/// The events of a claim, each with its id, and how it lies to the rule.
pub(super) fn fits(claim: &Claim, story: &Story, rule: &Edtf) -> Vec<(String, Fit)> {
    let dated = |id: &String| {
        let event = story.events.iter().find(|event| event.id == *id)?;
        Some((id.clone(), Fit::of(event.when.interval(), rule.interval())))
    };
    claim.events.iter().filter_map(dated).collect()
}

/// What comes of it: all inside, some, or none.
pub(super) fn verdict(fits: &[(String, Fit)]) -> Verdict {
    let all = |wanted: Fit| fits.iter().all(|(_, fit)| *fit == wanted);
    match fits {
        [] => Verdict::Unchecked(Reason::NoEvents),
        _ if all(Fit::Inside) => Verdict::Holds { unanimous: true },
        _ if all(Fit::Outside) => Verdict::Fails,
        _ => Verdict::Depends,
    }
}

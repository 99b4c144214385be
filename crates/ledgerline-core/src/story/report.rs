//! Where the reader collects what it finds.

use super::json::Node;
use super::nearest::nearest;
use super::place::Places;
use super::{Finding, Place, Severity};

/// No more findings than these are listed; the rest is counted.
pub(super) const MAX_FINDINGS: usize = 200;

/// What can be named by an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Story,
    Source,
    Actor,
    Basis,
    Note,
    Series,
    Deflator,
    Rate,
    Category,
    Event,
    Claim,
    Scenario,
}

/// An id that some field names.
#[cfg_attr(not(feature = "check"), expect(dead_code, reason = "only the check asks whether it is known"))]
pub(super) struct Reference<'n> {
    pub(super) kind: Kind,
    pub(super) id: &'n str,
    pub(super) at: usize,
}

/// The findings so far, by place, and the ids that were named.
#[derive(Default)]
pub(super) struct Report<'n> {
    findings: Vec<(usize, Finding)>,
    unlisted: usize,
    errors: usize,
    pub(super) references: Vec<Reference<'n>>,
}

impl Kind {
    /// What to call it, with its article.
    pub(super) fn noun(self) -> &'static str {
        match self {
            Self::Story => "a story",
            Self::Source => "a source",
            Self::Actor => "an actor",
            Self::Basis => "a basis",
            Self::Note => "a note",
            Self::Series => "a series",
            Self::Deflator => "a deflator",
            Self::Rate => "a rate",
            Self::Category => "a category",
            Self::Event => "an event",
            Self::Claim => "a claim",
            Self::Scenario => "a scenario",
        }
    }
}

impl<'n> Report<'n> {
    pub(super) fn error(&mut self, at: usize, code: &'static str, message: String, hint: String) {
        self.errors += 1;
        self.push(at, Severity::Error, code, message, hint);
    }

    pub(super) fn warning(&mut self, at: usize, code: &'static str, message: String, hint: String) {
        self.push(at, Severity::Warning, code, message, hint);
    }

    fn push(&mut self, at: usize, severity: Severity, code: &'static str, message: String, hint: String) {
        if self.is_full() {
            self.unlisted += 1;
            return;
        }
        let place = Place { path: String::new(), line: 1, column: 1 };
        self.findings.push((at, Finding { severity, code, place, message, hint }));
    }

    /// Whether further findings are only counted.
    pub(super) fn is_full(&self) -> bool {
        self.findings.len() == MAX_FINDINGS
    }

    /// The nearest of the known names, unless nothing is listed any more: looking for it is work.
    pub(super) fn nearest<'a>(&self, name: &str, known: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
        if self.is_full() { None } else { nearest(name, known) }
    }

    pub(super) fn has_errors(&self) -> bool {
        self.errors > 0
    }

    /// Every finding with its place, in the order of the file.
    pub(super) fn finish(mut self, text: &'n str, root: Option<&'n Node<'n>>) -> Vec<Finding> {
        self.findings.sort_by_key(|(at, _)| *at);
        let mut places = Places::new(text, root);
        let located = self.findings.into_iter().map(|(at, finding)| Finding { place: places.find(at), ..finding });
        let mut findings: Vec<Finding> = located.collect();
        let listed_errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
        if self.unlisted > 0 {
            findings.push(remark(self.unlisted, self.errors > listed_errors));
        }
        findings
    }
}

fn remark(unlisted: usize, errors: bool) -> Finding {
    Finding {
        severity: if errors { Severity::Error } else { Severity::Warning },
        code: "more-findings",
        place: Place { path: String::new(), line: 1, column: 1 },
        message: format!("There are {unlisted} more findings, which are not listed."),
        hint: "Mend these first and check again.".into(),
    }
}

/// A text of the file in quotation marks, cut after forty characters.
pub(super) fn quoted(text: &str) -> String {
    let short: String = text.chars().take(40).collect();
    format!("“{short}{}”", if short.len() < text.len() { "…" } else { "" })
}

/// “A”, “B” and “C”, for hints.
pub(super) fn listed(names: &[&str]) -> String {
    let names: Vec<String> = names.iter().map(|name| format!("“{name}”")).collect();
    match names.as_slice() {
        [] => String::new(),
        [only] => only.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

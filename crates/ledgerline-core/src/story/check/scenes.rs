//! Scenarios and saved states.

use super::super::report::{Report, quoted};
use super::super::{Lever, State, Story};
use super::{Checker, Step};
use crate::date::Edtf;
use std::collections::BTreeSet;

const LEVERS: [&str; 4] = ["growth", "extra", "once", "base"];

/// Levers are a series, a dot and one of four words.
pub(super) fn levers(story: &Story, checker: &mut Checker<'_, '_>) {
    let series: BTreeSet<&str> = story.series.ids().collect();
    for (index, scenario) in story.scenarios.iter().enumerate() {
        for (name, lever) in &scenario.levers {
            let path = [Step::To("scenarios"), Step::Item(index), Step::To("levers"), Step::To(name)];
            if let Some((message, hint)) = lever_fault(name, lever, &series, checker.report) {
                checker.error(&path, "bad-lever", message, &hint);
            }
        }
    }
}

fn lever_fault(name: &str, lever: &Lever, series: &BTreeSet<&str>, report: &Report<'_>) -> Option<(String, String)> {
    let (id, word) = name.split_once('.').unwrap_or((name, ""));
    if !LEVERS.contains(&word) {
        let message = format!("{} is not a lever.", quoted(name));
        return Some((message, "Write a series and one of .growth, .extra, .once and .base.".into()));
    }
    if !series.contains(id) {
        let near = report.nearest(id, &mut series.iter().copied());
        let hint = near.map(|near| format!("Perhaps “{near}.{word}” is meant.")).unwrap_or_default();
        return Some((format!("The lever {} names a series that the story does not have.", quoted(name)), hint));
    }
    match (word, lever) {
        ("once", Lever::Once { .. }) | ("growth" | "extra" | "base", Lever::Number(_)) => None,
        ("once", Lever::Number(_)) => {
            let message = format!("The lever {} needs a year and an amount.", quoted(name));
            Some((message, "Write { \"when\": \"2015\", \"amount\": 100 }.".into()))
        }
        _ => Some((format!("The lever {} needs a number.", quoted(name)), String::new())),
    }
}

/// What is to be in sight, and what is to be compared, has a first and a last year.
pub(super) fn spans_need_both_ends(story: &Story, checker: &mut Checker<'_, '_>) {
    for (state, path) in states(story) {
        for (span, rest) in spans(state) {
            if span.is_some_and(|span| span.years().is_none()) {
                let message = "These years have no first or no last one.".into();
                let path = [path.as_slice(), rest].concat();
                checker.error(&path, "open-span", message, "Write both ends: “1985/1995”.");
            }
        }
    }
}

/// What is compared are figures, and these have no years further out.
pub(super) fn compared_years_are_years_of_figures(story: &Story, checker: &mut Checker<'_, '_>) {
    for (state, path) in states(story) {
        let compared = state.compare.as_ref().filter(|compare| compare.years().is_none());
        if compared.and_then(|compare| compare.when.as_ref()?.years()).is_some() {
            let message = "There are no figures of years like these.".into();
            let path = [path.as_slice(), &[Step::To("compare"), Step::To("when")]].concat();
            checker.error(&path, "far-years", message, "Years of figures have four digits: “1985/1995”.");
        }
    }
}

fn states(story: &Story) -> impl Iterator<Item = (&State, Vec<Step<'static>>)> {
    let scenes = story.scenes.iter().enumerate();
    let states =
        scenes.map(|(index, scene)| (&scene.state, vec![Step::To("scenes"), Step::Item(index), Step::To("state")]));
    states.chain([(&story.start, vec![Step::To("start")])])
}

fn spans(state: &State) -> [(Option<&Edtf>, &'static [Step<'static>]); 2] {
    let compared = state.compare.as_ref().and_then(|compare| compare.when.as_ref());
    [(state.range.as_ref(), &[Step::To("range")]), (compared, &[Step::To("compare"), Step::To("when")])]
}

//! Values that contradict one another.

use super::super::{Series, Status, Story};
use super::{Checker, Step};
use std::collections::BTreeSet;

/// Two values of a year that both want to be shown first.
pub(super) fn two_preferred(story: &Story, checker: &mut Checker<'_, '_>) {
    for (id, series) in story.series.iter() {
        let mut seen = BTreeSet::new();
        let preferred = series.values.iter().enumerate().filter(|(_, row)| row.preferred == Some(true));
        // A year that could not be read was reported, and is no year.
        for (index, row) in preferred.filter(|(_, row)| row.when != i32::MIN) {
            if !seen.insert(row.when) {
                let message = format!("A second value of {} is preferred.", row.when);
                let path = [row_of(id, index).as_slice(), &[Step::To("preferred")]].concat();
                checker.error(&path, "two-preferred", message, "Prefer one value a year.");
            }
        }
    }
}

/// A value that is missing and there, or neither.
pub(super) fn values_and_statuses(story: &Story, checker: &mut Checker<'_, '_>) {
    for (id, series) in story.series.iter() {
        for (index, row) in series.values.iter().enumerate() {
            let path = [row_of(id, index).as_slice(), &[Step::To("value")]].concat();
            match (row.status, row.value) {
                (Status::Missing, Some(_)) => {
                    let message = "A row with the status “missing” has a value.".into();
                    checker.error(&path, "value-of-missing", message, "Remove the value or change the status.");
                }
                (Status::Missing, None) | (_, Some(_)) => {}
                (_, None) => {
                    let message = "This row has no value.".into();
                    checker.error(&path, "no-value", message, "Add a value, or the status “missing”.");
                }
            }
        }
    }
}

/// A series that lists itself among its parts.
pub(super) fn part_of_itself(story: &Story, checker: &mut Checker<'_, '_>) {
    let own = |id: &str, series: &Series| series.includes.iter().position(|part| part == id);
    for (id, index) in story.series.iter().filter_map(|(id, series)| Some((id, own(id, series)?))) {
        let path = [Step::To("series"), Step::To(id), Step::To("includes"), Step::Item(index)];
        let message = format!("The series “{id}” is named as a part of itself.");
        checker.error(&path, "part-of-itself", message, "Name only the series that it is the sum of.");
    }
}

fn row_of(series: &str, index: usize) -> [Step<'_>; 4] {
    [Step::To("series"), Step::To(series), Step::To("values"), Step::Item(index)]
}

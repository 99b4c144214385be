//! What only shows when the whole story is read. One function a check.

mod claims;
mod figures;
mod ids;
mod rules;
mod scenes;

use super::Story;
use super::json::{Node, Value};
use super::report::Report;

type Check = fn(&Story, &mut Checker<'_, '_>);

const CHECKS: &[Check] = &[
    ids::twice,
    figures::two_preferred,
    figures::values_and_statuses,
    figures::part_of_itself,
    claims::number_needs_formula,
    claims::dates_need_events_and_rule,
    claims::unchecked_needs_reason,
    rules::formulas_can_be_read,
    rules::rules_can_be_read,
    scenes::levers,
    scenes::spans_need_both_ends,
    scenes::compared_years_are_years_of_figures,
];

/// Finds fault with a story that was read from this tree; its lists are in the order of the file.
pub(super) fn check<'n>(story: &Story, root: &'n Node<'n>, report: &mut Report<'n>) {
    ids::unknown(story, report);
    let mut checker = Checker { root, report };
    for check in CHECKS {
        check(story, &mut checker);
    }
}

/// A step from a value to one inside of it.
#[derive(Clone, Copy, Debug)]
enum Step<'s> {
    /// The value with this name.
    To(&'s str),
    /// The item with this number, from 0.
    Item(usize),
}

/// Reports by path: where that stands is only looked up for what is found.
struct Checker<'c, 'n> {
    root: &'n Node<'n>,
    report: &'c mut Report<'n>,
}

impl Checker<'_, '_> {
    fn error(&mut self, path: &[Step<'_>], code: &'static str, message: String, hint: &str) {
        // The look-up walks long lists, so it is spared where nothing is listed any more.
        let at = if self.report.is_full() { 0 } else { at(self.root, path) };
        self.report.error(at, code, message, hint.into());
    }

    /// What a story shows in spite of.
    fn warning(&mut self, path: &[Step<'_>], code: &'static str, message: String, hint: String) {
        let at = if self.report.is_full() { 0 } else { at(self.root, path) };
        self.report.warning(at, code, message, hint);
    }
}

/// Where the path leads; where it ends early, the last value on it.
fn at(root: &Node<'_>, path: &[Step<'_>]) -> usize {
    let mut node = root;
    for step in path {
        let next = match (step, &node.value) {
            (Step::To(name), _) => node.get(name),
            (Step::Item(index), Value::List(items)) => items.get(*index),
            (Step::Item(_), _) => None,
        };
        let Some(next) = next else { break };
        node = next;
    }
    node.at
}

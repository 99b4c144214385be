//! The choices that the reader has made, one behind the other.

use ledgerline_core::link::Link;
use leptos::prelude::*;

use crate::reactive::{RwSignal, effect};
use crate::state::Shared;

/// Steps that are kept.
const MOST: usize = 100;

/// Choices behind and ahead of those that are shown. Cheap to copy: everything in it is a handle.
#[derive(Clone, Copy)]
pub(super) struct History {
    steps: RwSignal<Steps>,
}

#[derive(Clone, Debug, Default, PartialEq)]
struct Steps {
    past: Vec<Link>,
    now: Link,
    future: Vec<Link>,
}

impl History {
    /// Notes every choice from now on, for as long as the current owner lives.
    pub(super) fn follow(shared: Shared) -> Self {
        let steps = RwSignal::new(Steps::default());
        let told = StoredValue::new(None::<String>);
        effect(move |before| {
            // It may begin while a slider moves, for that is what fetches the calculator; then it begins from there.
            if shared.moving.get() && before {
                return;
            }
            let link = asked(shared.link());
            let mut all = steps.get_untracked();
            // What is said of a link holds until the first choice after it.
            let notice = shared.notice.get();
            let old = notice.is_some() && notice == told.get_value();
            told.set_value(notice);
            if all.now == link {
                return;
            }
            if old {
                shared.notice.set(None);
            }
            if before {
                all.step(link);
            } else {
                all.now = link;
            }
            steps.set(all);
        });
        Self { steps }
    }

    pub(super) fn can_undo(&self) -> bool {
        self.steps.with(|steps| !steps.past.is_empty())
    }

    pub(super) fn can_redo(&self) -> bool {
        self.steps.with(|steps| !steps.future.is_empty())
    }

    /// Makes the choices before the last.
    pub(super) fn undo(&self, shared: Shared) {
        let mut steps = self.steps.get_untracked();
        let Some(link) = steps.past.pop() else { return };
        steps.future.push(std::mem::replace(&mut steps.now, link.clone()));
        self.steps.set(steps);
        shared.ask_again(&link);
    }

    /// Makes the choices again that were taken back.
    pub(super) fn redo(&self, shared: Shared) {
        let mut steps = self.steps.get_untracked();
        let Some(link) = steps.future.pop() else { return };
        steps.past.push(std::mem::replace(&mut steps.now, link.clone()));
        self.steps.set(steps);
        shared.ask_again(&link);
    }
}

impl Steps {
    /// Another choice. One lever that is moved on is one step, however many stops it makes.
    fn step(&mut self, link: Link) {
        let before = self.past.last().and_then(|last| moved(last, &self.now));
        let going_on = before.is_some() && before == moved(&self.now, &link);
        if !going_on {
            self.past.push(std::mem::take(&mut self.now));
            if self.past.len() > MOST {
                self.past.remove(0);
            }
        }
        self.now = link;
        self.future.clear();
    }
}

/// The name of the one lever in which two states differ.
fn moved(before: &Link, after: &Link) -> Option<String> {
    let rest = |link: &Link| Link { levers: Vec::new(), ..link.clone() };
    if rest(before) != rest(after) {
        return None;
    }
    let levers = || before.levers.iter().chain(&after.levers);
    let at = |link: &Link, name: &str| link.levers.iter().find(|(known, _)| known == name).cloned();
    let mut names: Vec<&String> = levers().map(|(name, _)| name).collect();
    names.retain(|name| at(before, name) != at(after, name));
    names.sort_unstable();
    names.dedup();
    let [name] = names[..] else { return None };
    Some(name.clone())
}

/// The calculator's part of a state.
pub(super) fn asked(link: Link) -> Link {
    let none = Link::default();
    let (range, lanes, hidden, query, event, scene) =
        (none.range, none.lanes, none.hidden, none.query, none.event, none.scene);
    Link { view: None, range, lanes, hidden, query, event, scene, ..link }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledgerline_core::story::Lever;

    fn year(year: i32) -> Link {
        Link { when: Some((year, year)), ..Link::default() }
    }

    fn lever(growth: f64) -> Link {
        Link { levers: vec![("russia.growth".to_owned(), Lever::Number(growth))], ..year(2013) }
    }

    #[test]
    fn every_choice_is_a_step_and_a_new_one_ends_what_was_taken_back() {
        let mut steps = Steps { now: year(2013), future: vec![year(1990)], ..Steps::default() };
        steps.step(year(2012));
        steps.step(year(2011));
        assert_eq!((steps.past, steps.now, steps.future), (vec![year(2013), year(2012)], year(2011), vec![]));
    }

    #[test]
    fn a_lever_that_is_moved_on_is_one_step() {
        let mut steps = Steps { now: year(2013), ..Steps::default() };
        for growth in [0.01, 0.02, 0.03] {
            steps.step(lever(growth));
        }
        assert_eq!((steps.past, steps.now), (vec![year(2013)], lever(0.03)));
    }

    #[test]
    fn each_lever_is_a_step_of_its_own() {
        let mut steps = Steps { now: year(2013), ..Steps::default() };
        let russia = lever(0.5);
        let mut both = russia.clone();
        both.levers.push(("china.growth".to_owned(), Lever::Number(0.05)));
        let mut extra = both.clone();
        extra.levers.push(("russia.extra".to_owned(), Lever::Number(100.0)));
        for link in [&russia, &both, &extra] {
            steps.step(link.clone());
        }
        assert_eq!((steps.past, steps.now), (vec![year(2013), russia, both], extra));
    }
}

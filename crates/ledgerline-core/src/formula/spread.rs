//! The spread: the least and the greatest result over all picks of one value a cell.
//!
//! 1. Where no cell with several values occurs twice, the bounds of the parts are exact, at the cost of a few
//!    evaluations however many picks there are.
//! 2. Else, where the bounds of the derivatives show that the result goes one way with each cell, the two ends are
//!    computed: exact, one derivative a cell. (Not tried for a handful of picks, where counting is quicker.)
//! 3. Else up to [`MOST_PICKS`] picks are computed one by one: exact, one evaluation each.
//! 4. Else the bounds of the parts stand, which may lie further out than any pick; they are marked as not exact.
//!
//! A pick that has no result (a source that tells of nothing where the formula divides) refuses the whole:
//! a spread without it would say less than the sources do. One whose value lies beyond the goal of a path is there from
//! the start, after no years, as long as some pick gets there and all go one way.

use super::Spread;
use super::bounds::{bounds, one_way};
use super::node::{Beyond, Node, Pick};
use super::refusal::Fault;
use super::slopes;

/// So many picks are counted through before anything cleverer is tried.
const FEW_PICKS: usize = 64;
/// So many picks are computed one by one.
const MOST_PICKS: usize = 100_000;

/// The spread over all picks, or `None` where every cell has one value.
pub(super) fn spread(root: &Node, slots: &[Vec<Pick>]) -> Result<Option<Spread>, Fault> {
    if slots.iter().all(|picks| picks.len() < 2) {
        return Ok(None);
    }
    let exact = |(low, high)| Ok(Some(Spread { low, high, exact: true }));
    if occurrences(root, slots).iter().all(|count| *count < 2)
        && let Ok(found) = bounds(root, slots)
    {
        return exact(found);
    }
    let count = count(slots);
    if count > FEW_PICKS
        && let Some((low, high)) = ends(root, slots)
    {
        return exact((root.value(&low, Beyond::Never)?, root.value(&high, Beyond::Never)?));
    }
    if count <= MOST_PICKS {
        return walk(root, slots).and_then(exact);
    }
    bounds(root, slots).map(|(low, high)| Some(Spread { low, high, exact: false }))
}

/// Whether the result of some pick is as wanted; `None` where there are too many picks to tell. Picks that have
/// no result are not looked at: they refuse the whole elsewhere.
pub(super) fn some(root: &Node, slots: &[Vec<Pick>], wanted: &dyn Fn(f64) -> bool) -> Option<bool> {
    if count(slots) > MOST_PICKS {
        return None;
    }
    let (mut digits, beyond) = (vec![0; slots.len()], beyond(root, slots));
    let mut pick: Vec<Pick> = slots.iter().map(|picks| picks[0]).collect();
    loop {
        if root.value(&pick, beyond).is_ok_and(wanted) {
            return Some(true);
        }
        let Some(changed) = next(&mut digits, slots) else { return Some(false) };
        (0..=changed).for_each(|place| pick[place] = slots[place][digits[place]]);
    }
}

fn count(slots: &[Vec<Pick>]) -> usize {
    slots.iter().fold(1, |count, picks| count.saturating_mul(picks.len().max(1)))
}

/// How often each slot with several values occurs.
fn occurrences(node: &Node, slots: &[Vec<Pick>]) -> Vec<usize> {
    let mut counts = vec![0; slots.len()];
    visit(node, &mut |slot| counts[slot] += usize::from(slots[slot].len() > 1));
    counts
}

fn visit(node: &Node, see: &mut dyn FnMut(usize)) {
    match node {
        Node::Number(_) => {}
        Node::Cell { slot, .. } => see(*slot),
        Node::Negated(part) => visit(part, see),
        Node::Chain(first, links) => {
            visit(first, see);
            links.iter().for_each(|(_, part)| visit(part, see));
        }
        Node::Call(_, parts) => parts.iter().for_each(|part| visit(part, see)),
    }
}

/// Least and greatest result, by counting through the picks like the digits of a number.
fn walk(root: &Node, slots: &[Vec<Pick>]) -> Result<(f64, f64), Fault> {
    let (mut digits, beyond) = (vec![0; slots.len()], beyond(root, slots));
    let mut pick: Vec<Pick> = slots.iter().map(|picks| picks[0]).collect();
    let (mut found, mut never) = ((f64::INFINITY, f64::NEG_INFINITY), None);
    let mut gets_there = false;
    loop {
        let value = match root.value(&pick, Beyond::Never) {
            Err(fault @ Fault::Never(_)) => {
                never = Some(fault);
                root.value(&pick, beyond)?
            }
            found => {
                gets_there = true;
                found?
            }
        };
        found = (value.min(found.0), value.max(found.1));
        let Some(changed) = next(&mut digits, slots) else { break };
        (0..=changed).for_each(|place| pick[place] = slots[place][digits[place]]);
    }
    never.filter(|_| !gets_there).map_or(Ok(found), Err)
}

/// What becomes of picks whose value lies beyond a goal.
fn beyond(root: &Node, slots: &[Vec<Pick>]) -> Beyond {
    if one_way(root, slots) { Beyond::There } else { Beyond::Never }
}

/// So many picks are looked through for those at the ends.
const SOUGHT: usize = 512;

/// The picks that give the least and the greatest result; `None` where every cell has one value, or it takes too long.
pub(super) fn at_ends(root: &Node, slots: &[Vec<Pick>]) -> Option<(Vec<Pick>, Vec<Pick>)> {
    match count(slots) {
        0 | 1 => None,
        count if count > SOUGHT => ends(root, slots),
        _ => sought(root, slots),
    }
}

fn sought(root: &Node, slots: &[Vec<Pick>]) -> Option<(Vec<Pick>, Vec<Pick>)> {
    let (mut digits, beyond) = (vec![0; slots.len()], beyond(root, slots));
    let mut pick: Vec<Pick> = slots.iter().map(|picks| picks[0]).collect();
    let value = root.value(&pick, beyond).ok()?;
    let (mut low, mut high) = ((value, pick.clone()), (value, pick.clone()));
    while let Some(changed) = next(&mut digits, slots) {
        (0..=changed).for_each(|place| pick[place] = slots[place][digits[place]]);
        let value = root.value(&pick, beyond).ok()?;
        if value < low.0 {
            low = (value, pick.clone());
        }
        if value > high.0 {
            high = (value, pick.clone());
        }
    }
    Some((low.1, high.1))
}

/// Counts one further; the last digit that changed.
fn next(digits: &mut [usize], slots: &[Vec<Pick>]) -> Option<usize> {
    for (place, picks) in slots.iter().enumerate() {
        digits[place] += 1;
        if digits[place] < picks.len() {
            return Some(place);
        }
        digits[place] = 0;
    }
    None
}

/// The picks with the least and the greatest result, where the result goes one way with each cell. The values
/// of a slot are ascending only where one part of it is asked for; else there is no one way.
fn ends(root: &Node, slots: &[Vec<Pick>]) -> Option<(Vec<Pick>, Vec<Pick>)> {
    let mut ends = (Vec::new(), Vec::new());
    for (slot, picks) in slots.iter().enumerate() {
        let (first, last) = (*picks.first()?, *picks.last()?);
        let up = match picks.len() {
            1 => true,
            _ if one_part(picks) => slopes::rises(root, slot, slots)?,
            _ => return None,
        };
        ends.0.push(if up { first } else { last });
        ends.1.push(if up { last } else { first });
    }
    Some(ends)
}

/// Whether all but one part are unused, so that the order of the picks is that of their values.
fn one_part(picks: &[Pick]) -> bool {
    (0..4).filter(|part| picks.iter().any(|pick| pick[*part] != 0.0)).count() < 2
}

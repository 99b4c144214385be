//! The picture of Target: the record, the path, and the goal at its end.

use ledgerline_core::goal::Goal;
use ledgerline_core::link::Unknown;
use ledgerline_core::series::Point;
use ledgerline_core::story::Story;
use ledgerline_core::words::{Key, Manner, Words};

use super::on_terms::track_beside;
use super::{Chart, path_reach};
use crate::lines::{Reach, Track};

/// The years before the first that the picture shows for comparison.
const BEFORE: i32 = 4;

/// The record, the path and the goal, with a year to mark. At constant prices the title tells which, for all amounts.
pub fn aimed(story: &Story, words: &Words, goal: &Goal, year: i32) -> Chart {
    let Some((mut record, money)) = track_beside(story, words, &goal.terms, &goal.series, goal.from) else {
        return Chart::default();
    };
    let manner = Manner::Amount(money);
    record.points.retain(|point| point.year >= goal.from - BEFORE);
    let Ok(points) = goal.target().path(story) else {
        return Chart { tracks: vec![record], manner, year: Some(goal.from), ..Chart::default() };
    };
    let reach = path_reach(&goal.terms);
    let ends = reach == Reach::Ends;
    // Nor is a year before the first one, which no path leads to.
    let there = |point: &&Point| goal.unknown == Unknown::Year || point.year == goal.by;
    let last = points.last().filter(there);
    let told = match goal.unknown {
        Unknown::Amount => last.map_or_else(String::new, |point| told(words, point, manner, ends)),
        _ => words.amount_full(goal.amount, &money.at_current()),
    };
    // An amount that a rate leads to was set by nobody.
    let name = match goal.unknown {
        Unknown::Amount => told.clone(),
        _ => words.say(Key::GoalName, &[("amount", &told)]),
    };
    // An amount that is solved for and has no one value is no one place: its ends stand at the path's.
    let one = !ends || goal.unknown != Unknown::Amount;
    let path_name =
        if one { words.say(Key::GoalPath, &[("amount", &told)]) } else { words.text(Key::GoalPathAlone).to_owned() };
    // Paths that end apart from each other have the amount alone in common.
    let placed = last.filter(|_| one);
    let aim = placed.map(|point| (point.year, if ends { goal.amount } else { point.value }, name));
    let path = Track {
        series: String::new(),
        name: path_name,
        colour: record.colour,
        points,
        reach,
        supposed: true,
        aside: false,
        level: false,
    };
    let title = goal.terms.prices.map(|year| words.say(Key::GoalPrices, &[("year", &words.year(year.into()))]));
    Chart { tracks: vec![record, path], manner, title, year: Some(year), goal: aim, ..Chart::default() }
}

/// An amount as the answer tells it.
fn told(words: &Words, point: &Point, manner: Manner, ends: bool) -> String {
    if ends { words.reckoned(point, manner, true) } else { words.beside_mark(point, manner, true) }
}

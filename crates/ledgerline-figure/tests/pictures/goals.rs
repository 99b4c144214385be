//! The goal of a target's picture, and the names beside it.

use crate::helpers::{WIDTHS, picture, story};
use crate::words::{crossed, letters, overlap};
use ledgerline_figure::lines::LABEL_SIZE;
use ledgerline_figure::text::BOLD;

const LINKS: [&str; 4] = [
    "m=target;a=total;t=amount;by=2025;g=-0.1;p=2010",
    "m=target;a=russia;t=growth;to=50;by=2020",
    "m=target;a=russia;t=growth;to=1000;by=2020;p=2013;c=RUB",
    "m=target;a=russia;t=growth;to=1000;by=2020",
];

#[test]
fn a_goal_tells_its_amount_once_and_on_no_line() {
    let story = story();
    for (link, width) in LINKS.into_iter().flat_map(|link| WIDTHS.map(|width| (link, width))) {
        let placed = picture(&story, link, width);
        let goal = &placed.goal.as_ref().expect(link).label;
        let rect = letters(goal, LABEL_SIZE * BOLD);
        assert!(!placed.lines.lines.iter().any(|line| crossed(line, &rect)), "{link} at {width}: {goal:?}");
        let amount = goal.text.trim_start_matches("goal ");
        for name in placed.lines.lines.iter().filter_map(|line| line.label.as_ref()) {
            assert!(!name.text.contains(amount), "{link} at {width}: {name:?} beside {goal:?}");
            assert!(!overlap(&rect, &letters(name, LABEL_SIZE * BOLD)), "{link} at {width}: {name:?} on {goal:?}");
        }
    }
}

#[test]
fn constant_prices_are_told_once_above_the_lines() {
    let placed = picture(&story(), LINKS[0], 288.0);
    assert_eq!(
        placed.title.iter().map(|line| line.text.as_str()).collect::<Vec<_>>(),
        ["All amounts at prices of 2010"]
    );
    let lines = &placed.lines;
    let words =
        lines.lines.iter().filter_map(|line| line.label.as_ref()).chain(placed.goal.as_ref().map(|goal| &goal.label));
    let all: Vec<&str> =
        words.chain(lines.amounts.iter().map(|amount| &amount.label)).map(|words| &*words.text).collect();
    assert!(all.iter().all(|words| !words.contains("prices")), "{all:?}");
}

//! The goal at the end of a path, and where its name finds room.

use std::borrow::Cow;

use ledgerline_core::series::Point;
use ledgerline_core::story::Colour;
use ledgerline_core::words::{Key, Words};

use super::{Chart, PlacedYears};
use crate::Rect;
use crate::lines::{self, Mark, PlacedLine, PlacedLines, Reach, Track};
use crate::text::{Anchor, PlacedText};

/// Half the width of its ring, in pixels.
const RING: f64 = 6.0;
/// From its middle to its name, in pixels.
const BESIDE: f64 = 4.0;
/// Heights of its name, from its middle.
const HEIGHTS: [f64; 10] = [-10.0, 20.0, -24.0, 34.0, -38.0, 48.0, -52.0, 62.0, -66.0, 76.0];

/// A goal in a chart over the years.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedGoal {
    /// Pixels.
    pub x: f64,
    /// Pixels.
    pub y: f64,
    /// What it is.
    pub label: PlacedText,
}

impl PlacedGoal {
    /// What its ring and its name cover.
    pub(super) fn covers(&self) -> [Rect; 2] {
        let ring = Rect { x: self.x - RING, y: self.y - RING, width: 2.0 * RING, height: 2.0 * RING };
        [ring, lines::bounds(&self.label)]
    }
}

/// The lines with the goal as one of a single point, so that the scale has room for it.
pub(super) fn among(chart: &Chart) -> Cow<'_, Chart> {
    let Some((year, amount, _)) = &chart.goal else { return Cow::Borrowed(chart) };
    let mut chart = chart.clone();
    chart.tracks.push(Track {
        series: String::new(),
        name: String::new(),
        colour: Colour::Grey,
        points: vec![Point { year: *year, value: *amount, low: *amount, high: *amount }],
        reach: Reach::Hidden,
        supposed: true,
        aside: false,
        level: false,
    });
    Cow::Owned(chart)
}

/// Marks the goal in place of that line. The path ends in it, and its name tells the value, once for both.
pub(super) fn mark(words: &Words, placed: &mut PlacedYears, chart: &Chart) {
    let Some((year, _, name)) = &chart.goal else { return };
    let Some(mark) = placed.lines.lines.pop().and_then(|mut line| line.marks.pop()) else { return };
    let ends = |line: &&mut PlacedLine| line.supposed && line.mark.as_ref().is_some_and(|mark| mark.year == *year);
    placed.lines.lines.iter_mut().filter(ends).for_each(|line| {
        line.mark = None;
        line.name = words.text(Key::GoalPathAlone).to_owned();
    });
    placed.goal = Some(place(&mark, name, placed.area, &placed.lines));
}

/// The goal with its name beside the line of its year, where it stands on no line and on no other words: above it rather
/// than below, and towards the middle of the picture. If there is no such place, on lines, or else above it.
fn place(mark: &Mark, name: &str, area: Rect, lines: &PlacedLines) -> PlacedGoal {
    let before = (mark.x - BESIDE, Anchor::End);
    let behind = (mark.x + BESIDE, Anchor::Start);
    let sides = if mark.x > area.x + area.width / 2.0 { [before, behind] } else { [behind, before] };
    let at = |dy: f64, (x, anchor): (f64, Anchor)| PlacedText::new(x, mark.y + dy, anchor, name);
    let places: Vec<PlacedText> = HEIGHTS.iter().flat_map(|dy| sides.map(|side| at(*dy, side))).collect();
    let free = places.iter().find(|text| lines::is_free(lines, text, area));
    let label = free.or_else(|| places.iter().find(|text| lines::is_apart(lines, text, area)));
    let label = label.cloned().unwrap_or_else(|| at(HEIGHTS[0], sides[0]));
    PlacedGoal { x: mark.x, y: mark.y, label }
}

#[cfg(test)]
mod tests {
    use ledgerline_core::amount::Money;
    use ledgerline_core::words::{Manner, Words};

    use super::super::years;
    use super::*;

    /// What was reported until 2013, and from there on the path to a goal in 2020.
    fn placed(end: f64, width: f64, log: bool) -> PlacedYears {
        let point = |(year, value): (i32, f64)| Point { year, value, low: value, high: value };
        let track = |name: &str, points: Vec<(i32, f64)>, supposed: bool| Track {
            series: String::new(),
            name: name.to_owned(),
            colour: Colour::Red,
            points: points.into_iter().map(point).collect(),
            reach: Reach::Hidden,
            supposed,
            aside: false,
            level: false,
        };
        let reported = [140.0, 210.0, 230.0, 210.0, 160.0, 110.0, 50.0, 110.0, 114.0, 65.0, 112.7];
        let path = |year: i32| (year, 112.7 * libm::pow(end / 112.7, f64::from(year - 2013) / 7.0));
        let tracks = vec![
            track("Russia", (2003..).zip(reported).collect(), false),
            track("path to $1bn", (2013..=2020).map(path).collect(), true),
        ];
        let goal = Some((2020, end, "goal $1bn".to_owned()));
        let manner = Manner::Amount(Money::default());
        years(
            &Words::english(),
            &Chart { tracks, manner, year: Some(2013), goal, ..Chart::default() },
            (width, 200.0),
            log,
        )
    }

    #[test]
    fn the_name_of_a_goal_and_that_of_its_path_have_places_of_their_own() {
        for (end, width, log) in [18.0, 60.0, 112.7, 400.0, 1000.0, 14_000.0]
            .into_iter()
            .flat_map(|end| [280.0, 420.0].map(|width| (end, width)))
            .flat_map(|(end, width)| [false, true].map(|log| (end, width, log)))
        {
            let placed = placed(end, width, log);
            let [_, goal] = placed.goal.as_ref().unwrap().covers();
            for label in placed.lines.lines.iter().filter_map(|line| line.label.as_ref()) {
                assert!(!lines::overlap(&goal, &lines::bounds(label)), "{end} {width} {log}: {label:?} on {goal:?}");
            }
            // Where there is room, no line runs through it.
            let path = placed.lines.lines[1].label.as_ref().filter(|_| width > 300.0 && end > 300.0);
            assert!(
                path.is_none_or(|path| lines::is_free(&placed.lines, path, placed.area)),
                "{end} {width} {log}: {path:?}"
            );
        }
    }
}

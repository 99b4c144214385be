//! Values in their places, and where they are written.

use ledgerline_core::series::Point;

use super::room::{beside, bounds, crosses, overlap, rule, small_bounds};
use super::{LABEL_SIZE, Mark, PlacedLine, Reach};
use crate::Rect;
use crate::amount::AmountScale;
use crate::text::{Anchor, PlacedText};
use crate::time::TimeScale;

/// Half the width of the mark of a value below the scale, and its height.
const ARROW: (f64, f64) = (4.0, 6.0);

/// The corners of the mark of a value below the scale: it points down.
pub fn arrow(mark: &Mark) -> [(f64, f64); 3] {
    let (half, tall) = ARROW;
    [(mark.x - half, mark.y - tall), (mark.x + half, mark.y - tall), (mark.x, mark.y)]
}

/// What that mark covers.
pub(super) fn covered(mark: &Mark) -> Rect {
    let (half, tall) = ARROW;
    Rect { x: mark.x - half, y: mark.y - tall, width: 2.0 * half, height: tall }
}

/// The values from one place to another, and apart from them those that lie below the scale, at its lower edge. `text`
/// tells those below and that of the `chosen` year in a few letters.
pub(super) fn marks(
    points: &[Point],
    (time, drawn): (&TimeScale, (f64, f64)),
    scale: &AmountScale,
    chosen: Option<i32>,
    text: impl Fn(&Point) -> String,
) -> (Vec<Mark>, Vec<Mark>) {
    let (mut marks, mut below) = (Vec::new(), Vec::new());
    let within = |point: Option<&Point>| {
        let x = point.map(|point| time.year(point.year));
        x.is_some_and(|x| drawn.0 <= x && x <= drawn.1)
    };
    for (place, point) in points.iter().enumerate() {
        // The next one outside is where a line leaves the picture.
        let beside = [place.checked_sub(1), Some(place), Some(place + 1)];
        if !beside.into_iter().flatten().any(|place| within(points.get(place))) {
            continue;
        }
        let x = time.year(point.year);
        let inside = scale.y(point.value).filter(|y| *y <= scale.bottom + 0.1);
        let y = inside.unwrap_or(scale.bottom);
        let told = if inside.is_none() || chosen == Some(point.year) { text(point) } else { String::new() };
        let label = PlacedText::new(x + 8.0, y - 6.0, Anchor::Start, &told);
        let list = if inside.is_some() { &mut marks } else { &mut below };
        list.push(Mark { year: point.year, x, y, label });
    }
    (marks, below)
}

/// The labels stand where they cross no line and no other words, those of the chosen year else where they cross lines
/// alone, unless they tell ends; if there is no such place, nowhere. Nor do they stand on the amounts of the `axis`, nor
/// does the line that marks that year, at `year`, run through those of values below the scale.
pub(super) fn part_marks(lines: &mut [PlacedLine], area: Rect, year: Option<f64>, axis: &[Rect]) {
    let rule = year.map(|x| rule(x, area));
    let all: Vec<Vec<(f64, f64)>> = lines.iter().flat_map(|line| line.runs.clone()).collect();
    // Whether it is of the chosen year, and whether it may cross lines.
    let mut marks: Vec<(bool, bool, &mut Mark)> = Vec::new();
    for line in lines {
        // Ends of a value on an outline would say less than they hide: they stand beside the picture, too.
        let over = line.reach != Reach::Ends;
        marks.extend(line.mark.iter_mut().map(|mark| (true, over, mark)));
        marks.extend(line.below.iter_mut().map(|mark| (false, false, mark)));
    }
    // From above to below, and so those below the scale last.
    marks.sort_by(|(.., a), (.., b)| a.y.total_cmp(&b.y));
    let mut taken: Vec<Rect> = marks.iter().filter(|(chosen, ..)| !chosen).map(|(.., mark)| covered(mark)).collect();
    let heights: Vec<f64> = marks.iter().filter(|(chosen, ..)| *chosen).map(|(.., mark)| mark.y).collect();
    for (chosen, over, mark) in marks {
        if mark.x < area.x || mark.x > area.right() {
            continue;
        }
        let covers = if chosen { bounds } else { small_bounds };
        // Values of the year itself may have to reach across its line.
        let rule = rule.iter().filter(|_| !chosen);
        let own = |text: &PlacedText| {
            let from = |y: f64| (y - text.y + LABEL_SIZE / 3.0).abs();
            // Nearer to no other value of that year.
            !chosen || heights.iter().all(|y| from(*y) >= from(mark.y))
        };
        let mut found = None;
        for text in beside(mark, area) {
            let rect = covers(&text);
            if !own(&text) || taken.iter().chain(axis).chain(rule.clone()).any(|other| overlap(&rect, other)) {
                continue;
            }
            if !all.iter().any(|run| crosses(run, &rect)) {
                found = Some(text);
                break;
            }
            if over && found.is_none() {
                found = Some(text);
            }
        }
        match found {
            Some(text) => {
                taken.push(covers(&text));
                mark.label = text;
            }
            None => mark.label.text.clear(),
        }
    }
}

#[cfg(test)]
mod tests {
    use ledgerline_core::amount::Money;
    use ledgerline_core::date::Day;
    use ledgerline_core::story::Colour;
    use ledgerline_core::words::{Manner, Words};

    use super::super::{Axis, PlacedLines, Track, of_sources, place_tracks};
    use super::*;

    const AREA: Rect = Rect { x: 0.0, y: 0.0, width: 400.0, height: 160.0 };

    fn placed(values: &[(i32, f64)], log: bool) -> PlacedLines {
        marked(values, log, None)
    }

    fn marked(values: &[(i32, f64)], log: bool, year: Option<i32>) -> PlacedLines {
        let point = |(year, value): &(i32, f64)| Point { year: *year, value: *value, low: *value, high: *value };
        let track = Track {
            series: String::new(),
            name: String::new(),
            colour: Colour::Red,
            points: values.iter().map(point).collect(),
            reach: Reach::Hidden,
            supposed: false,
            aside: false,
            level: false,
        };
        let time = TimeScale::new(Day::from_ymd(2000, 1, 1), Day::from_ymd(2009, 12, 31), 0.0, 400.0);
        let (words, manner) = (Words::english(), Manner::Amount(Money::default()));
        let tracks = [track];
        let axis = Axis::of((&words, manner), &tracks, AREA, log);
        place_tracks(axis, &of_sources(&words, manner), &tracks, &time, AREA, year)
    }

    const FALL: [(i32, f64); 5] = [(2001, 50e6), (2002, 90e6), (2003, 40e3), (2004, 0.0), (2005, 70e6)];

    #[test]
    fn a_value_below_a_logarithmic_scale_is_marked_at_its_lower_edge() {
        let line = &placed(&FALL, true).lines[0];
        let seen: Vec<_> = line.below.iter().map(|below| (below.year, below.y)).collect();
        assert_eq!(seen, [(2003, 160.0), (2004, 160.0)]);
        assert_eq!(line.marks.len() + line.below.len(), FALL.len());
        assert!(!line.below[0].label.text.is_empty());
    }

    #[test]
    fn what_cannot_be_labelled_without_crossing_another_keeps_its_mark_alone() {
        let low = [(2003, 1.0), (2004, 2.0), (2005, 3.0)];
        let usual = [2000, 2001, 2002, 2007, 2008].map(|year| (year, 50e6));
        let line = &placed(&[&usual[..3], &low, &usual[3..]].concat(), true).lines[0];
        let labels: Vec<Rect> = line
            .below
            .iter()
            .map(|below| &below.label)
            .filter(|label| !label.text.is_empty())
            .map(small_bounds)
            .collect();
        assert!(!labels.is_empty());
        for (place, label) in labels.iter().enumerate() {
            assert!(labels[..place].iter().all(|other| !overlap(label, other)));
            assert!(label.bottom() <= AREA.bottom() + 4.0);
        }
    }

    #[test]
    fn the_line_of_the_marked_year_runs_through_no_label_of_a_value_below_the_scale() {
        let time = TimeScale::new(Day::from_ymd(2000, 1, 1), Day::from_ymd(2009, 12, 31), 0.0, 400.0);
        for year in 2000..2010 {
            let x = time.year(year);
            let lines = marked(&FALL, true, Some(year)).lines;
            let labels = lines[0].below.iter().map(|below| &below.label).filter(|label| !label.text.is_empty());
            for label in labels.map(small_bounds) {
                assert!(x <= label.x || x >= label.right(), "{year}: {x} in {label:?}");
            }
        }
    }

    #[test]
    fn a_line_leaves_the_picture_on_its_way_to_the_next_value() {
        let line = &placed(&[(1998, 40e6), (1999, 50e6), (2000, 60e6), (2001, 70e6)], false).lines[0];
        assert_eq!(line.marks.iter().map(|mark| mark.year).collect::<Vec<_>>(), [1999, 2000, 2001]);
        assert!(line.marks[0].x < AREA.x);
    }

    #[test]
    fn a_linear_scale_reaches_down_to_everything() {
        assert!(placed(&FALL, false).lines[0].below.is_empty());
    }
}

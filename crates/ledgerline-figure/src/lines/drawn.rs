//! A line as it is drawn: its marks, its runs without a gap, and the band of its spread.

use ledgerline_core::series::Point;

use super::marks::marks;
use super::{Mark, PlacedLine, Reach, Tell, Track};
use crate::amount::AmountScale;
use crate::time::TimeScale;

/// A line in its place. `time` comes with the ends of what is drawn, in pixels.
pub(super) fn line(
    track: &Track,
    tell: &Tell<'_>,
    time: (&TimeScale, (f64, f64)),
    scale: &AmountScale,
    year: Option<i32>,
) -> PlacedLine {
    let told = |point: &Point| tell(track, point);
    let (marks, mut below, runs) = match track.reach {
        Reach::Hidden | Reach::Band => {
            let (marks, below) = marks(&track.points, time, scale, year, told);
            let runs = runs(track, &marks);
            (marks, below, runs)
        }
        Reach::Ends => {
            let highs: Vec<Point> = track.points.iter().map(|point| Point { value: point.high, ..*point }).collect();
            let low = |point: &Point| Point { value: point.low, high: point.low, ..*point };
            let lows: Vec<Point> = track.points.iter().map(low).collect();
            let (highs, _) = marks(&highs, time, scale, year, told);
            let (lows, below) = marks(&lows, time, scale, year, told);
            let runs = [runs(track, &highs), runs(track, &lows)].concat();
            (highs, below, runs)
        }
    };
    if track.supposed {
        // Where a path leaves the scale; its other years below would be marks of nothing that anybody reported.
        below.truncate(1);
    }
    PlacedLine {
        series: track.series.clone(),
        name: track.name.clone(),
        supposed: track.supposed,
        path: track.supposed && !track.level,
        bands: if track.reach == Reach::Hidden { Vec::new() } else { bands(track, &marks, scale) },
        colour: track.colour,
        runs,
        reach: track.reach,
        label: None,
        mark: marks.iter().find(|mark| !track.aside && Some(mark.year) == year).cloned(),
        marks,
        below,
    }
}

/// Half the width of the band of a year that stands alone.
const ALONE: f64 = 2.0;

/// The outlines of the spread: along the greatest values and back along the least.
fn bands(track: &Track, marks: &[Mark], scale: &AmountScale) -> Vec<Vec<(f64, f64)>> {
    let years = marks.chunk_by(|before, after| joined(track, before.year, after.year));
    let outline = |run: &[Mark]| {
        let point = |mark: &Mark| track.points.iter().find(|point| point.year == mark.year);
        let ends: Vec<(f64, f64, f64)> = run
            .iter()
            .filter_map(|mark| {
                let point = point(mark)?;
                Some((mark.x, scale.y(point.high)?, scale.y(point.low).unwrap_or(scale.bottom)))
            })
            .collect();
        if ends.iter().all(|(_, high, low)| low - high < 1.0) {
            return None;
        }
        Some(match ends.as_slice() {
            [(x, high, low)] => {
                vec![(x - ALONE, *high), (x + ALONE, *high), (x + ALONE, *low), (x - ALONE, *low)]
            }
            ends => {
                let there = ends.iter().map(|(x, high, _)| (*x, *high));
                there.chain(ends.iter().rev().map(|(x, _, low)| (*x, *low))).collect()
            }
        })
    };
    years.filter_map(outline).collect()
}

fn runs(track: &Track, marks: &[Mark]) -> Vec<Vec<(f64, f64)>> {
    let years = marks.chunk_by(|before, after| joined(track, before.year, after.year));
    years.map(|run| run.iter().map(|mark| (mark.x, mark.y)).collect()).collect()
}

/// Whether a line runs from one year to another. The years between two points of a record are a gap; a path has no gaps,
/// and a long one has a point in some of its years alone.
fn joined(track: &Track, before: i32, after: i32) -> bool {
    let behind = || track.points.partition_point(|point| point.year <= before);
    after == before + 1 || track.supposed && track.points.get(behind()).is_some_and(|next| next.year == after)
}

#[cfg(test)]
mod tests {
    use ledgerline_core::date::Day;
    use ledgerline_core::story::Colour;

    use super::*;

    /// How many points the runs and the outlines of a track have that is zero in 2010 and rises with the years else.
    fn drawn(years: &[i32], supposed: bool, log: bool) -> (Vec<usize>, Vec<usize>) {
        let point = |year: &i32| {
            let value = if *year == 2010 { 0.0 } else { f64::from(*year) };
            Point { year: *year, value, low: value, high: value * 2.0 }
        };
        let points: Vec<Point> = years.iter().map(point).collect();
        let (series, name, colour, reach) = (String::new(), String::new(), Colour::Red, Reach::Band);
        let track = Track { series, name, colour, points, reach, supposed, aside: false, level: false };
        let time = TimeScale::new(Day::from_ymd(2000, 1, 1), Day::from_ymd(2030, 12, 31), 0.0, 400.0);
        let scale = AmountScale::new([1000.0, 5000.0].into_iter(), 200.0, 0.0, log);
        let line = line(&track, &|_, _| String::new(), (&time, (0.0, 400.0)), &scale, None);
        let lengths = |runs: &[Vec<(f64, f64)>]| runs.iter().map(Vec::len).collect();
        (lengths(&line.runs), lengths(&line.bands))
    }

    #[test]
    fn a_path_with_a_point_in_every_third_year_is_one_line_and_a_record_is_dots() {
        let years = [2001, 2004, 2007, 2009];
        // A band is an outline there and back; that of a year alone has four corners.
        assert_eq!(drawn(&years, true, false), (vec![4], vec![8]));
        assert_eq!(drawn(&years, false, false), (vec![1; 4], vec![4; 4]));
    }

    #[test]
    fn a_path_is_marked_once_where_it_leaves_the_scale_and_a_record_in_every_year() {
        let below = |supposed: bool| {
            let point = |year: i32| Point { year, value: f64::from(2012 - year), low: 0.0, high: 0.0 };
            let points = (2005..2020).map(point).collect();
            let (series, name, colour) = (String::new(), String::new(), Colour::Red);
            let track =
                Track { series, name, colour, points, reach: Reach::Hidden, supposed, aside: false, level: false };
            let time = TimeScale::new(Day::from_ymd(2000, 1, 1), Day::from_ymd(2030, 12, 31), 0.0, 400.0);
            let scale = AmountScale::new([1.0, 7.0].into_iter(), 200.0, 0.0, true);
            let line = line(&track, &|_, _| String::new(), (&time, (0.0, 400.0)), &scale, None);
            line.below.iter().map(|mark| mark.year).collect::<Vec<_>>()
        };
        assert_eq!((below(true), below(false).len()), (vec![2012], 8));
    }

    #[test]
    fn a_path_ends_where_it_leaves_the_scale() {
        assert_eq!(drawn(&[2004, 2007, 2010, 2013, 2016, 2019], true, true).0, [2, 3]);
    }
}

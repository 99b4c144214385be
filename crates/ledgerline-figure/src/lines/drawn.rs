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
    let (marks, below, runs) = match track.reach {
        Reach::Hidden | Reach::Band => {
            let (marks, below) = marks(&track.points, time, scale, year, told);
            let runs = runs(&marks);
            (marks, below, runs)
        }
        Reach::Ends => {
            let highs: Vec<Point> = track.points.iter().map(|point| Point { value: point.high, ..*point }).collect();
            let low = |point: &Point| Point { value: point.low, high: point.low, ..*point };
            let lows: Vec<Point> = track.points.iter().map(low).collect();
            let (highs, _) = marks(&highs, time, scale, year, told);
            let (lows, below) = marks(&lows, time, scale, year, told);
            let runs = [runs(&highs), runs(&lows)].concat();
            (highs, below, runs)
        }
    };
    PlacedLine {
        series: track.series.clone(),
        name: track.name.clone(),
        supposed: track.supposed,
        bands: if track.reach == Reach::Hidden { Vec::new() } else { bands(&track.points, &marks, scale) },
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
fn bands(points: &[Point], marks: &[Mark], scale: &AmountScale) -> Vec<Vec<(f64, f64)>> {
    let years = marks.chunk_by(|before, after| after.year == before.year + 1);
    let outline = |run: &[Mark]| {
        let point = |mark: &Mark| points.iter().find(|point| point.year == mark.year);
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

fn runs(marks: &[Mark]) -> Vec<Vec<(f64, f64)>> {
    let years = marks.chunk_by(|before, after| after.year == before.year + 1);
    years.map(|run| run.iter().map(|mark| (mark.x, mark.y)).collect()).collect()
}

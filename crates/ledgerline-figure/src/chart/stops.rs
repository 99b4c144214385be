//! What can be read of bars: place after place, with all values that lie there.

use ledgerline_core::story::Colour;

use super::{Bar, PlacedBars};

/// Marks that stand closer, in pixels, cannot be told apart by hand and are read together.
const APART: f64 = 4.0;

/// A place where values lie.
#[derive(Clone, Debug, PartialEq)]
pub struct Stop {
    /// Pixels.
    pub x: f64,
    /// Pixels.
    pub y: f64,
    /// Name of the series.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
    /// The values there, each with its source.
    pub told: Vec<String>,
}

impl PlacedBars {
    /// The stop that lies nearest to a place.
    pub fn stop_at(&self, x: f64, y: f64) -> Option<usize> {
        let from = |stop: &Stop| (libm::fabs(stop.y - y), libm::fabs(stop.x - x));
        let nearest = self.stops.iter().enumerate().min_by(|(_, a), (_, b)| {
            let ((ay, ax), (by, bx)) = (from(a), from(b));
            ay.total_cmp(&by).then(ax.total_cmp(&bx))
        });
        nearest.map(|(place, _)| place)
    }
}

/// The stops of a bar from left to right; `x` tells where a value lies, and all lie at the height `y`. A bar without
/// sources has its value to be read.
pub(super) fn stops(bar: &Bar, y: f64, x: &dyn Fn(f64) -> f64) -> Vec<Stop> {
    let mut values: Vec<(f64, &str)> = bar.sources.iter().map(|(value, told)| (x(*value), told.as_str())).collect();
    if values.is_empty() {
        values.push((x(bar.point.value), &bar.value));
    }
    values.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    let mut stops: Vec<Stop> = Vec::new();
    for (x, told) in values {
        match stops.last_mut().filter(|last| x - last.x < APART) {
            Some(last) => last.told.push(told.to_owned()),
            None => stops.push(Stop { x, y, name: bar.name.clone(), colour: bar.colour, told: vec![told.to_owned()] }),
        }
    }
    stops
}

#[cfg(test)]
mod tests {
    use super::super::bars;
    use super::*;
    use ledgerline_core::series::Point;

    fn bar(series: &str, values: &[f64]) -> Bar {
        let (low, high) = (values.iter().copied().fold(f64::MAX, f64::min), values.iter().copied().fold(0.0, f64::max));
        Bar {
            series: series.to_owned(),
            colour: Colour::Red,
            name: series.to_owned(),
            value: "$100m".to_owned(),
            point: Point { year: 2013, value: values[0], low, high },
            ranged: false,
            sources: values.iter().map(|value| (*value, format!("source: {value}"))).collect(),
        }
    }

    #[test]
    fn marks_on_each_other_are_read_together_and_every_value_once() {
        let placed = bars(vec![bar("a", &[100.0, 60.0, 100.1]), bar("b", &[20.0])], 400.0, false);
        let told: Vec<Vec<String>> = placed.stops.iter().map(|stop| stop.told.clone()).collect();
        assert_eq!(told, [vec!["source: 60"], vec!["source: 100", "source: 100.1"], vec!["source: 20"]]);
    }

    #[test]
    fn a_place_leads_to_the_nearest_stop_of_the_nearest_bar() {
        let placed = bars(vec![bar("a", &[100.0, 60.0]), bar("b", &[20.0])], 400.0, false);
        let stop = |place: usize| &placed.stops[place];
        assert_eq!(placed.stop_at(stop(0).x + 5.0, stop(0).y + 3.0), Some(0));
        assert_eq!(placed.stop_at(390.0, stop(2).y), Some(2));
    }
}

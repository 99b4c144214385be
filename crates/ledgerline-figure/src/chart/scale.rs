//! The scale of bars.

use ledgerline_core::series::Point;

/// A line from one place to another.
pub type Stroke = ((f64, f64), (f64, f64));

/// Room for the marks at the ends of whiskers.
pub(super) const EDGE: f64 = 4.0;

/// Where values lie, from the least to the greatest with zero among them.
pub(super) struct Scale {
    least: f64,
    most: f64,
    width: f64,
}

impl Scale {
    /// A scale for numbers with their spreads and other values.
    pub(super) fn of(points: &[Point], others: &[f64], width: f64) -> Self {
        let ends = points.iter().flat_map(|point| [point.low, point.high]).chain(others.iter().copied());
        let (least, most) = ends.fold((0.0f64, 0.0f64), |(least, most), value| (least.min(value), most.max(value)));
        Self::between(least, most, width)
    }

    /// A scale from one value to another, without zero.
    pub(super) fn between(least: f64, most: f64, width: f64) -> Self {
        Self { least, most: if most > least { most } else { least + 1.0 }, width }
    }

    /// The same, reaching beyond some values by a part of the whole, so that there is something on their other side.
    pub(super) fn beyond(self, values: &[f64], part: f64) -> Self {
        let more = (self.most - self.least) * part;
        let most = values.iter().fold(self.most, |most, value| most.max(value + more));
        let least =
            values.iter().filter(|value| **value < 0.0).fold(self.least, |least, value| least.min(value - more));
        Self { least, most, ..self }
    }

    /// Where a value lies.
    pub(super) fn x(&self, value: f64) -> f64 {
        EDGE + (value - self.least) / (self.most - self.least) * (self.width - 2.0 * EDGE)
    }

    /// Where a value lies, or on which edge if it is beyond.
    pub(super) fn within(&self, value: f64) -> f64 {
        self.x(value.clamp(self.least, self.most))
    }

    /// Where zero lies, if there is something below it.
    pub(super) fn zero(&self) -> Option<f64> {
        (self.least < 0.0).then(|| self.x(0.0))
    }

    /// Width of the picture.
    pub(super) fn width(&self) -> f64 {
        self.width
    }

    /// Where the scale begins.
    pub(super) fn first(&self) -> f64 {
        self.x(self.least)
    }

    /// Where the scale ends.
    pub(super) fn last(&self) -> f64 {
        self.x(self.most)
    }
}

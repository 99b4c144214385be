//! The spread of an answer as a small line with a mark.

/// A line with a mark on it, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedRange {
    /// Length of the line.
    pub width: f64,
    /// Where the mark stands.
    pub mark: f64,
}

/// The line from `low` to `high` with the value marked; `None` where there is nothing between them.
pub fn range(low: f64, value: f64, high: f64, width: f64) -> Option<PlacedRange> {
    let part = (value - low) / (high - low);
    part.is_finite().then(|| PlacedRange { width, mark: part.clamp(0.0, 1.0) * width })
}

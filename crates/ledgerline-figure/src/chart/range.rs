//! The spread of an answer as a small line with a mark.

/// A line with a mark on it, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PlacedRange {
    /// Length of the line.
    pub width: f64,
    /// Where the mark stands; `None` where no value goes first.
    pub mark: Option<f64>,
}

/// The line from `low` to `high` with the value marked, if one goes first; `None` where there is nothing between them.
pub fn range(low: f64, value: Option<f64>, high: f64, width: f64) -> Option<PlacedRange> {
    let part = |value: f64| Some((value - low) / (high - low)).filter(|part| part.is_finite());
    let mark = value.map(part);
    (high > low && mark != Some(None))
        .then(|| PlacedRange { width, mark: mark.flatten().map(|part| part.clamp(0.0, 1.0) * width) })
}

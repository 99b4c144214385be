//! The amount scale and its ticks.

use ledgerline_core::float;
use libm::log10;

/// Amounts to pixels, linear or logarithmic. Greater amounts stand higher, at a smaller `y`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AmountScale {
    /// Least amount in sight.
    pub low: f64,
    /// Greatest amount in sight; above `low`.
    pub high: f64,
    /// Where `low` stands, in pixels.
    pub bottom: f64,
    /// Where `high` stands, in pixels.
    pub top: f64,
    /// Whether equal ratios, not equal differences, are equally far apart.
    pub log: bool,
    /// From one told amount of a linear scale to the next.
    step: f64,
}

/// Where values differ by more than this, small ones vanish on a linear scale.
const LOG_ADVISED: f64 = 30.0;

/// The least height from one power of ten to the next that has room for its words, in pixels.
const WORDS: f64 = 16.0;

/// A part of a step that is none.
const HAIR: f64 = 1e-6;

/// Whether a logarithmic scale would show these values better: all above zero, and more than 30 times apart.
pub fn log_advised(values: impl Iterator<Item = f64>) -> bool {
    match bounds(values) {
        Some((low, high)) => low > 0.0 && high / low > LOG_ADVISED,
        None => false,
    }
}

impl AmountScale {
    /// A scale with round ends around the values. A logarithmic one with values of zero or below leaves
    /// those out and keeps the others; without any above zero it is linear.
    pub fn new(values: impl Iterator<Item = f64> + Clone, bottom: f64, top: f64, log: bool) -> Self {
        let above = bounds(values.clone().filter(|value| *value > 0.0));
        match above {
            Some((low, high)) if log => {
                let (low, high) = (decade(low, false), decade(high, true));
                Self { low, high: if high > low { high } else { low * 10.0 }, bottom, top, log: true, step: 1.0 }
            }
            _ => Self::linear(bounds(values).unwrap_or((0.0, 1.0)), bottom, top),
        }
    }

    fn linear((low, high): (f64, f64), bottom: f64, top: f64) -> Self {
        let (low, high) = (low.min(0.0), high.max(0.0));
        let high = if high > low { high } else { low + 1.0 };
        let step = nice((high - low) / 4.0);
        // A whole step for what is far less than one would show a fall below −100% as if there could be one.
        let end = |value: f64| if value < step { nice(value) } else { (value / step).ceil() * step };
        let end = |value: f64| if value > 0.0 { end(value) } else { 0.0 };
        Self { low: 0.0 - end(-low), high: end(high), bottom, top, log: false, step }
    }

    /// Where the amount stands; `None` for what a logarithmic scale cannot show, and for what is no number.
    pub fn y(&self, value: f64) -> Option<f64> {
        let part = if self.log {
            if value <= 0.0 {
                return None;
            }
            log10(value / self.low) / log10(self.high / self.low)
        } else {
            (value - self.low) / (self.high - self.low)
        };
        part.is_finite().then(|| self.bottom + part.clamp(-0.5, 1.5) * (self.top - self.bottom))
    }

    /// Round amounts in sight, ascending: powers of ten, or steps of 1, 2 or 5.
    pub fn ticks(&self) -> Vec<f64> {
        let mut found = Vec::new();
        if self.log {
            let first = log10(self.low).round() as i32;
            let last = log10(self.high).round() as i32;
            // Each is ten times the one before, as a reader is told, wherever there is room for it.
            let step = f64::from(last - first) / ((self.bottom - self.top) / WORDS);
            found.extend((first..=last).step_by((step as usize).saturating_add(1)).map(power));
        } else {
            // Counted from zero, which is always one of them.
            let (first, last) = (self.low / self.step - HAIR, self.high / self.step + HAIR);
            found.extend((first.ceil() as i32..=last.floor() as i32).map(|index| self.step * f64::from(index)));
        }
        found
    }
}

/// The power of ten at or below the value, or at or above it.
fn decade(value: f64, up: bool) -> f64 {
    let exponent = log10(value);
    power(if up { exponent.ceil() } else { exponent.floor() } as i32)
}

fn power(exponent: i32) -> f64 {
    if exponent < 0 { 1.0 / float::power(-exponent) } else { float::power(exponent) }
}

/// The next of 1, 2, 5, 10, 20, … at or above the value.
fn nice(value: f64) -> f64 {
    let unit = power(log10(value.max(f64::MIN_POSITIVE)).floor() as i32);
    let steps = [1.0, 2.0, 5.0, 10.0];
    // So that 5 of 4.999… does not become 10.
    steps.into_iter().map(|step| step * unit).find(|step| *step >= value * (1.0 - HAIR)).unwrap_or(unit * 10.0)
}

fn bounds(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.filter(|value| value.is_finite()).fold(None, |range, value| {
        let (low, high): (f64, f64) = range.unwrap_or((value, value));
        Some((low.min(value), high.max(value)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn linear_scales_start_at_zero_with_round_ticks() {
        let scale = AmountScale::new([12.0, 6545.0].into_iter(), 100.0, 0.0, false);
        assert_eq!(scale.ticks(), [0.0, 2000.0, 4000.0, 6000.0, 8000.0]);
        assert_eq!((scale.y(0.0), scale.y(8000.0)), (Some(100.0), Some(0.0)));
    }

    #[test]
    fn a_linear_scale_goes_no_further_below_zero_than_its_values() {
        // Changes in per cent: no amount falls by more than all of it.
        let scale = AmountScale::new([-82.0, 1500.0].into_iter(), 100.0, 0.0, false);
        assert_eq!((scale.low, scale.high, scale.ticks()), (-100.0, 1500.0, vec![0.0, 500.0, 1000.0, 1500.0]));
        let scale = AmountScale::new([-79.0, 420.0].into_iter(), 100.0, 0.0, false);
        assert_eq!((scale.low, scale.ticks()), (-100.0, vec![0.0, 200.0, 400.0, 600.0]));
        let scale = AmountScale::new([-1500.0, 30.0].into_iter(), 100.0, 0.0, false);
        assert_eq!((scale.low, scale.high, scale.ticks()), (-1500.0, 50.0, vec![-1500.0, -1000.0, -500.0, 0.0]));
        let scale = AmountScale::new([-300.0, 300.0].into_iter(), 100.0, 0.0, false);
        assert_eq!(scale.ticks(), [-400.0, -200.0, 0.0, 200.0, 400.0]);
        assert_eq!(AmountScale::new([-50.0, 1850.0].into_iter(), 100.0, 0.0, false).ticks()[0], 0.0);
    }

    #[test]
    fn a_log_scale_tells_every_power_of_ten_while_there_is_room_for_its_words() {
        let scale = |bottom: f64| AmountScale::new([0.02, 3e6].into_iter(), bottom, 0.0, true);
        let ticks = scale(180.0).ticks();
        assert!(ticks.len() == 10 && ticks.windows(2).all(|pair| (pair[1] / pair[0] - 10.0).abs() < 1e-9), "{ticks:?}");
        assert_eq!((scale(60.0).ticks().len(), scale(0.0).ticks().len()), (4, 1));
    }

    #[test]
    fn log_scales_tick_in_powers_of_ten_and_cannot_show_zero() {
        let scale = AmountScale::new([0.0, 34.05, 6545.0].into_iter(), 100.0, 0.0, true);
        assert_eq!(scale.ticks(), [10.0, 100.0, 1000.0, 10000.0]);
        assert_eq!(scale.y(0.0), None);
    }

    #[test]
    fn a_log_scale_without_anything_above_zero_is_linear() {
        assert!(!AmountScale::new([0.0, -3.0].into_iter(), 100.0, 0.0, true).log);
    }

    #[test]
    fn log_is_advised_from_thirty_times_on() {
        assert!(log_advised([112.0, 6545.0].into_iter()));
        assert!(!log_advised([300.0, 6545.0].into_iter()));
        assert!(!log_advised([0.0, 6545.0].into_iter()));
    }

    proptest! {
        #[test]
        fn a_linear_axis_has_zero_and_steps_that_are_all_alike(
            values in prop::collection::vec((-1.0f64..1.0, -6i32..9), 1..6),
        ) {
            let values: Vec<f64> = values.into_iter().map(|(value, exponent)| value * power(exponent)).collect();
            let scale = AmountScale::new(values.iter().copied(), 180.0, 0.0, false);
            let ticks = scale.ticks();
            prop_assert!(ticks.contains(&0.0) && (2..9).contains(&ticks.len()), "{values:?}: {ticks:?}");
            let step = ticks[1] - ticks[0];
            prop_assert!(ticks.windows(2).all(|pair| (pair[1] - pair[0] - step).abs() < step * 1e-6), "{ticks:?}");
            let places: Vec<f64> = ticks.iter().filter_map(|tick| scale.y(*tick)).collect();
            prop_assert!(places.iter().all(|y| (-0.001..=180.001).contains(y)), "{places:?}");
            prop_assert!(places.windows(2).all(|pair| pair[0] - pair[1] > 18.0), "{places:?}");
        }

        #[test]
        fn greater_amounts_stand_higher(values in prop::collection::vec(1e-3f64..1e9, 2..20), log: bool) {
            let scale = AmountScale::new(values.iter().copied(), 300.0, 0.0, log);
            let mut sorted = values.clone();
            sorted.sort_by(f64::total_cmp);
            let places: Vec<f64> = sorted.iter().filter_map(|value| scale.y(*value)).collect();
            prop_assert_eq!(places.len(), values.len());
            prop_assert!(places.windows(2).all(|pair| pair[0] >= pair[1]));
            prop_assert!(places.iter().all(|y| (-0.001..=300.001).contains(y)));
        }
    }
}

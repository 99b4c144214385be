//! Rates as readers type them: in hundredths, without the noise of the last binary digit.

use crate::words::rounding::round;

/// A rate in hundredths: 0.366 is 36.6.
pub fn percent(rate: f64) -> f64 {
    round(rate * 100.0, 6).value
}

/// The rate of so many hundredths: 36.6 is 0.366.
pub fn of_percent(percent: f64) -> f64 {
    round(percent / 100.0, 8).value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_go_to_hundredths_and_back() {
        for (rate, hundredths) in [(0.366, 36.6), (0.07, 7.0), (-0.13, -13.0), (0.0, 0.0)] {
            assert_eq!((percent(rate), of_percent(hundredths)), (hundredths, rate));
        }
    }
}

//! The amounts that lines stand on.

use ledgerline_core::words::{Manner, Words};

use super::room::{crosses, small_bounds};
use super::{PlacedAmount, PlacedLines, Track};
use crate::Rect;
use crate::amount::AmountScale;
use crate::text::{Anchor, PlacedText};

/// The scale of lines, and the amounts that are told on it.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// Amounts to pixels.
    pub scale: AmountScale,
    /// The amounts, at the left edge of the area.
    pub amounts: Vec<PlacedAmount>,
}

impl Axis {
    /// The axis of tracks in an area. `log` asks for a logarithmic scale.
    pub fn of((words, manner): (&Words, Manner), tracks: &[Track], area: Rect, log: bool) -> Self {
        let values: Vec<f64> = tracks.iter().flat_map(Track::values).collect();
        // What lies far below the rest would push all else together: a tenth of a per cent of the middle is enough.
        let scale = AmountScale::new(in_sight(&values, log).into_iter(), area.bottom(), area.y, log);
        let amounts = scale.ticks().into_iter().filter_map(|value| {
            let y = scale.y(value)?;
            let zero = value == 0.0;
            // Nothing is nothing in any unit; per cent are told from index and ratio by their sign.
            let manner = if zero && manner != Manner::Percent { Manner::Plain } else { manner };
            let label = PlacedText::new(area.x, y - 4.0, Anchor::Start, &words.in_digits(value, manner));
            Some(PlacedAmount { y, label, zero })
        });
        Self { scale, amounts: amounts.collect() }
    }

    /// Where the widest of its amounts ends, with a little ground.
    pub fn right(&self) -> f64 {
        self.amounts.iter().map(|amount| small_bounds(&amount.label).right()).fold(0.0, f64::max)
    }
}

/// The values that a scale is made for: on a logarithmic one not those below a thousandth of the median.
fn in_sight(values: &[f64], log: bool) -> Vec<f64> {
    let mut sorted: Vec<f64> = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let median = sorted.get(sorted.len() / 2).copied().unwrap_or_default();
    sorted.into_iter().filter(|value| !log || *value * 1000.0 >= median).collect()
}

/// Leaves out the amounts that a line runs through, unless fewer than two would be told.
pub fn free_amounts(placed: &mut PlacedLines) {
    let PlacedLines { amounts, lines } = placed;
    let struck = |amount: &PlacedAmount| {
        let rect = small_bounds(&amount.label);
        lines.iter().flat_map(|line| &line.runs).any(|run| crosses(run, &rect))
    };
    let free = amounts.iter().filter(|amount| !struck(amount)).count();
    if free > 1 {
        amounts.iter_mut().filter(|amount| struck(amount)).for_each(|amount| amount.label.text.clear());
    }
}

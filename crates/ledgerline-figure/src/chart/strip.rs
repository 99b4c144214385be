//! The number of a claim before what its rule lets through, small and without words.

use ledgerline_core::claim::{Checked, End, Region};

use super::Stroke;
use super::scale::Scale;
use crate::Rect;

/// A strip, in pixels. What the rule lets through lies in the same place in all of them, so that a list of them is read
/// down the page; what lies far beyond is an arrow on the edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Strip {
    /// Pixels.
    pub width: f64,
    /// Pixels.
    pub height: f64,
    /// What the rule lets through.
    pub zone: Rect,
    /// Its ends, as far as it has such.
    pub ends: Vec<Stroke>,
    /// The spread, as far as it is in sight.
    pub whisker: Option<Stroke>,
    /// The number; `None` where none goes first, or where it is out of sight.
    pub mark: Option<Stroke>,
    /// Towards a number, or towards all of a spread, that is out of sight.
    pub arrow: Option<[(f64, f64); 3]>,
}

/// Size of a strip, in pixels.
const SIZE: (f64, f64) = (112.0, 12.0);
/// Half of the strip holds what a rule with two ends lets through.
const HALF: f64 = 2.0;
/// Least length of a spread that stands alone, in pixels.
const LEAST: f64 = 3.0;
/// Length of an arrow, in pixels.
const ARROW: f64 = 6.0;

impl Strip {
    /// The strip of a claim; `None` without a number and a rule that go together.
    pub fn of(checked: &Checked) -> Option<Self> {
        let (found, region) = (checked.own.figure()?, checked.own.region?);
        let spread = found.ends();
        let (width, height) = SIZE;
        let scale = scale(&region, width)?;
        let place = |end: Option<End>, other: f64| end.map_or(other, |end| scale.x(end.at));
        let (from, to) = (place(region.low, 0.0), place(region.high, width));
        let middle = height / 2.0;
        let across = |x: f64, far: f64| ((x, middle - far), (x, middle + far));
        let ends = [region.low, region.high].into_iter().flatten().map(|end| across(scale.x(end.at), middle - 1.0));
        let (low, high) = (scale.within(spread.low), scale.within(spread.high));
        // Sources that agree give a number, also where none of them goes first.
        let agreed = (spread.low == spread.high).then_some(spread.low);
        let value = found.value.or(agreed).map(|value| (value, scale.within(value)));
        let seen = value.filter(|(value, at)| near(scale.x(*value), *at));
        let beyond = value.or((low == high).then_some((spread.low, low)));
        let beyond = beyond.filter(|(value, at)| !near(scale.x(*value), *at));
        Some(Self {
            width,
            height,
            zone: Rect { x: from, y: 1.0, width: to - from, height: height - 2.0 },
            ends: ends.collect(),
            whisker: (high > low).then(|| {
                // Alone it is the answer, and has to be seen.
                let wider = if found.value.is_none() { ((LEAST - (high - low)) / 2.0).max(0.0) } else { 0.0 };
                ((low - wider, middle), (high + wider, middle))
            }),
            mark: seen.map(|(_, at)| across(at, middle)),
            arrow: beyond.map(|(_, at)| arrow(at, middle, width)),
        })
    }
}

fn near(a: f64, b: f64) -> bool {
    libm::fabs(a - b) < 0.5
}

/// Around what a rule lets through as much again; around a single end as much as that is from zero.
fn scale(region: &Region, width: f64) -> Option<Scale> {
    let (middle, half) = match (region.low, region.high) {
        (Some(low), Some(high)) => ((low.at + high.at) / 2.0, (high.at - low.at) / 2.0 * HALF),
        (Some(end), None) | (None, Some(end)) => (end.at, libm::fabs(end.at)),
        (None, None) => return None,
    };
    let half = if half > 0.0 { half } else { 1.0 };
    Some(Scale::between(middle - half, middle + half, width))
}

/// An arrow that points out of the strip at one of its edges.
fn arrow(at: f64, middle: f64, width: f64) -> [(f64, f64); 3] {
    let (tip, back) = if at < width / 2.0 { (0.0, ARROW) } else { (width, width - ARROW) };
    [(tip, middle), (back, middle - ARROW / 2.0 - 1.0), (back, middle + ARROW / 2.0 + 1.0)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledgerline_core::claim::{check, check_on};
    use ledgerline_core::compare::{Sources, Terms};
    use ledgerline_core::story;

    fn strip(id: &str) -> Strip {
        let story = story::read(include_bytes!("../../../../stories/dprk-russia.json")).story.unwrap();
        let claim = story.claims.iter().find(|claim| claim.id == id).unwrap();
        Strip::of(&check(claim, &story)).unwrap()
    }

    #[test]
    fn what_a_rule_with_two_ends_lets_through_lies_in_the_same_place_in_all_strips() {
        let zones = ["sixty-times", "around-100m", "three-quarters"].map(|id| strip(id).zone);
        assert!(zones.iter().all(|zone| near(zone.x, zones[0].x) && near(zone.width, zones[0].width)), "{zones:?}");
    }

    #[test]
    fn a_mark_is_in_the_zone_if_the_claim_holds() {
        let inside = |id: &str| {
            let strip = strip(id);
            let ((x, _), _) = strip.mark.unwrap();
            (strip.zone.x..=strip.zone.right()).contains(&x)
        };
        assert!(["sixty-times", "china-6-5bn", "near-absence", "minor-player"].into_iter().all(inside));
        assert!(!inside("steadily-declined"));
    }

    #[test]
    fn by_all_sources_the_spread_stands_alone_and_what_they_agree_on_is_a_mark() {
        let story = story::read(include_bytes!("../../../../stories/dprk-russia.json")).story.unwrap();
        let terms = Terms { sources: Sources::All, ..Terms::default() };
        let strip = |id: &str| {
            let claim = story.claims.iter().find(|claim| claim.id == id).unwrap();
            Strip::of(&check_on(claim, &story, &terms)).unwrap()
        };
        let narrow = strip("fell-to-a-tenth");
        let ((from, _), (to, _)) = narrow.whisker.unwrap();
        assert!(narrow.mark.is_none() && to - from >= LEAST, "{narrow:?}");
        assert!(strip("steadily-declined").mark.is_some());
    }

    #[test]
    fn what_is_far_beyond_is_an_arrow_on_its_edge() {
        let right = strip("mid-1990s-parity");
        assert_eq!((right.mark, right.arrow.unwrap()[0].0), (None, right.width));
        assert_eq!(strip("unprecedented-boom").arrow.unwrap()[0].0, 0.0);
    }
}

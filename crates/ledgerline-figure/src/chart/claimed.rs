//! A claim and its other readings as bars, before what the article grants.

use ledgerline_core::claim::{Checked, End, Reading, Region};
use ledgerline_core::formula::{Spread, Unit, parse};
use ledgerline_core::series::Point;
use ledgerline_core::story::{Claim, Colour, Story};
use ledgerline_core::words::{Key, Words};

use super::bars::{Bar, PlacedBar, PlacedBars, named, placed};
use super::scale::Scale;
use super::stops::Stop;
use crate::lines::LABEL_SIZE;
use crate::text::{Anchor, PlacedText, width as text_width, wrapped};
use crate::{Rect, colour_of_series};

/// The readings of a claim that are of one unit, and what its rule lets through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claimed {
    /// The bars, the claim's own first.
    pub bars: Vec<Bar>,
    /// For each what is read of it: its number with its spread.
    pub told: Vec<String>,
    /// What the rule lets through, in the unit of the bars, and the rule in words.
    pub rule: Option<(Region, String)>,
}

/// What the rule of a claim lets through, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Zone {
    /// Behind each bar.
    pub rects: Vec<Rect>,
    /// Its ends, as far as it has such: through all bars and down to the words.
    pub ends: Vec<f64>,
    /// The rule, below the bars.
    pub words: Vec<PlacedText>,
}

/// Above and below a bar the zone is seen.
pub(super) const BEYOND: f64 = 5.0;
/// A rule with one end reaches so far beyond it, as a part of the whole.
const OPEN: f64 = 0.2;

/// What a claim and its variants come to, with the claim's own number first. A reading without a number, and one of
/// another unit, is told in words alone.
pub fn claimed(story: &Story, words: &Words, claim: &Claim, checked: &Checked) -> Claimed {
    let own = std::iter::once((words.text(Key::ClaimsOwn), &checked.own));
    let others = claim.variants.iter().map(|variant| variant.name.as_str()).zip(&checked.variants);
    let found: Vec<Found<'_>> = own.chain(others).filter_map(|(name, reading)| Found::of(name, reading)).collect();
    let Some(unit) = found.first().map(|found| found.unit) else { return Claimed::default() };
    let alike = || found.iter().filter(|found| found.unit.compares_to(unit));
    let rule = checked.own.region.zip(checked.own.rule.as_ref()).filter(|_| own_unit(&checked.own) == Some(unit));
    Claimed {
        bars: alike().map(|found| found.bar(story, words, unit)).collect(),
        told: alike().map(|found| found.told(words)).collect(),
        rule: rule.map(|(region, rule)| (region, words.rule(rule))),
    }
}

fn own_unit(reading: &Reading) -> Option<Unit> {
    Found::of("", reading).map(|found| found.unit)
}

/// A reading that has a number, or a range of numbers.
pub(super) struct Found<'a> {
    name: &'a str,
    reading: &'a Reading,
    unit: Unit,
    pub(super) value: Option<f64>,
    pub(super) spread: Spread,
}

impl<'a> Found<'a> {
    pub(super) fn of(name: &'a str, reading: &'a Reading) -> Option<Self> {
        let one = |value| Spread { low: value, high: value, exact: true };
        let (unit, value, spread) = match (&reading.result, &reading.range) {
            (Some(Ok(found)), _) => {
                let value = Some(found.value).filter(|_| !found.ranged);
                (found.unit, value, found.spread.unwrap_or(one(found.value)))
            }
            (_, Some(range)) => (range.unit, None, range.spread),
            _ => return None,
        };
        Some(Self { name, reading, unit, value, spread })
    }

    fn bar(&self, story: &Story, words: &Words, unit: Unit) -> Bar {
        let factor = self.unit.scale() / unit.scale();
        let Spread { low, high, .. } = self.spread;
        let point = Point { year: 0, value: self.value.unwrap_or(low), low, high };
        Bar {
            series: String::new(),
            colour: colour(story, self.reading),
            name: self.name.to_owned(),
            value: self.number(words),
            point: point.times(factor),
            ranged: self.value.is_none(),
            sources: Vec::new(),
        }
    }

    /// The number, or where none goes first the ends.
    fn number(&self, words: &Words) -> String {
        words.claim_number(self.reading).map(|told| told.answer).unwrap_or_default()
    }

    /// The number with its spread.
    fn told(&self, words: &Words) -> String {
        let Some(told) = words.claim_number(self.reading) else { return String::new() };
        match told.spread.filter(|_| self.value.is_some()) {
            Some(spread) => words.say(Key::ClaimsSpread, &[("answer", &told.answer), ("spread", &spread)]),
            None => told.answer,
        }
    }
}

/// The hue of the one series that a sum is about; several are nobody's.
fn colour(story: &Story, reading: &Reading) -> Colour {
    let expr = reading.formula.as_deref().and_then(|formula| parse(formula).ok());
    let Some(expr) = expr else { return Colour::Grey };
    match expr.series().as_slice() {
        [first, others @ ..] if others.iter().all(|id| id == first) => colour_of_series(story, first),
        _ => Colour::Grey,
    }
}

/// The bars of a claim in their order, from zero, before what its rule lets through.
pub fn claimed_bars(claimed: &Claimed, width: f64) -> PlacedBars {
    let points: Vec<Point> = claimed.bars.iter().map(|bar| bar.point).collect();
    let scale = match &claimed.rule {
        Some((region, _)) => scale(&points, region, width),
        None => Scale::of(&points, &[], width),
    };
    let mut all = placed(&claimed.bars, &scale, |_| Vec::new());
    let told = all.bars.iter().zip(&claimed.bars).zip(&claimed.told);
    let stop = |((placed, bar), told): ((&PlacedBar, &Bar), &String)| {
        let (x, y) = (scale.x(bar.point.value), placed.rect.y + placed.rect.height / 2.0);
        Stop { x, y, name: bar.name.clone(), colour: bar.colour, told: vec![told.clone()] }
    };
    all.stops = told.map(stop).collect();
    match &claimed.rule {
        Some((region, words)) => all.before(reach(region, &scale), edges(region, &scale), words),
        None => all,
    }
}

/// A scale for numbers and for what a rule lets through, on whose other side there is something, too.
fn scale(points: &[Point], region: &Region, width: f64) -> Scale {
    let ends: Vec<f64> = [region.low, region.high].into_iter().flatten().map(|end| end.at).collect();
    let scale = Scale::of(points, &ends, width);
    if ends.len() < 2 { scale.beyond(&ends, OPEN) } else { scale }
}

/// From where to where a rule lets through.
fn reach(region: &Region, scale: &Scale) -> (f64, f64) {
    let x = |end: Option<End>, other: f64| end.map_or(other, |end| scale.x(end.at));
    (x(region.low, scale.first()), x(region.high, scale.last()))
}

fn edges(region: &Region, scale: &Scale) -> Vec<f64> {
    [region.low, region.high].into_iter().flatten().map(|end| scale.x(end.at)).collect()
}

impl PlacedBars {
    /// The bars before what a rule lets through, from one place to another, with its ends and the rule in words.
    pub(super) fn before(self, (from, to): (f64, f64), ends: Vec<f64>, rule: &str) -> Self {
        let around =
            |bar: &Rect| Rect { x: from, y: bar.y - BEYOND, width: to - from, height: bar.height + 2.0 * BEYOND };
        let bottom = self.bars.last().map_or(0.0, |bar| bar.rect.bottom());
        let words = below(rule, (from + to) / 2.0, bottom + BEYOND, self.width);
        let height = words.iter().fold(self.height, |height, line| height.max(line.y + BEYOND));
        let rects = self.bars.iter().map(|bar| around(&bar.rect)).collect();
        Self { height, zone: Some(Zone { rects, ends, words }), ..self }
    }
}

/// Words below a place, within the picture: in the middle of it as far as they have room there.
fn below(words: &str, x: f64, y: f64, width: f64) -> Vec<PlacedText> {
    let lines = wrapped(words, LABEL_SIZE, width);
    let widest = lines.iter().map(|line| text_width(line, LABEL_SIZE)).fold(0.0, f64::max);
    let x = x.clamp((widest / 2.0).min(width / 2.0), (width - widest / 2.0).max(width / 2.0));
    let line = |(row, line): (usize, &String)| PlacedText::new(x, y + named(row), Anchor::Middle, line);
    lines.iter().enumerate().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledgerline_core::claim::check;
    use ledgerline_core::story;

    fn founding() -> Story {
        story::read(include_bytes!("../../../../stories/dprk-russia.json")).story.unwrap()
    }

    fn of(story: &Story, id: &str) -> Claimed {
        let claim = story.claims.iter().find(|claim| claim.id == id).unwrap();
        claimed(story, &Words::english(), claim, &check(claim, story))
    }

    #[test]
    fn a_claim_is_shown_with_its_readings_before_what_its_rule_lets_through() {
        let story = founding();
        let found = of(&story, "sixty-times");
        let told: Vec<(&str, &str)> =
            found.bars.iter().zip(&found.told).map(|(bar, told)| (bar.name.as_str(), told.as_str())).collect();
        assert_eq!(
            told,
            [
                ("The claim", "58 times; 53 to 67, depending on the source"),
                ("with KOTRA’s figure for Russia", "62.9 times; 62.88 to 66.72, depending on the source"),
            ]
        );
        let placed = claimed_bars(&found, 420.0);
        let zone = placed.zone.unwrap();
        let own = &placed.bars[0].rect;
        // About 60 is 54 to 66: the bar ends between the two, its whisker does not.
        assert!(zone.ends[0] < own.right() && own.right() < zone.ends[1]);
        let [((low, _), (high, _)), ..] = placed.bars[0].whisker.unwrap();
        assert!(low < zone.ends[0] && high > zone.ends[1]);
    }

    #[test]
    fn a_rule_with_one_end_has_something_on_its_other_side() {
        let story = founding();
        let least = claimed_bars(&of(&story, "unprecedented-boom"), 400.0);
        let zone = least.zone.clone().unwrap();
        assert!(zone.ends.len() == 1 && zone.rects[0].right() > zone.ends[0] + 20.0, "{zone:?}");
        assert!(least.bars[0].rect.right() <= least.zero.unwrap().0.0, "the fall lies left of zero");
        let most = claimed_bars(&of(&story, "near-absence"), 400.0).zone.unwrap();
        assert!(most.rects[0].x < most.ends[0] && most.ends[0] < 380.0, "{most:?}");
    }

    #[test]
    fn nothing_reaches_out_of_the_picture_and_no_words_meet_at_any_width() {
        let story = founding();
        for claim in &story.claims {
            for width in [240.0, 280.0, 320.0, 420.0] {
                let placed = claimed_bars(&of(&story, &claim.id), width);
                let words = placed.zone.iter().flat_map(|zone| &zone.words);
                let texts = placed.bars.iter().flat_map(|bar| bar.name.iter().chain(&bar.value)).chain(words);
                let mut last = f64::MIN;
                for text in texts {
                    let (left, right) = text.ends(LABEL_SIZE);
                    assert!(left >= -0.01 && right <= width + 0.01, "{} at {width}: {text:?}", claim.id);
                    assert!(text.y >= last && text.y <= placed.height, "{} at {width}: {text:?}", claim.id);
                    last = text.y;
                }
            }
        }
    }

    #[test]
    fn what_has_no_number_has_no_picture() {
        let story = founding();
        assert_eq!(of(&story, "subsidy-cheap"), Claimed::default());
        let placed = claimed_bars(&Claimed::default(), 400.0);
        assert!(placed.bars.is_empty() && placed.zone.is_none());
    }
}

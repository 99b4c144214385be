//! A claim and its other readings as bars, before what the article grants.

use ledgerline_core::claim::{Checked, End, Figure, Reading, Region};
use ledgerline_core::formula::{Spread, Unit, parse};
use ledgerline_core::series::Point;
use ledgerline_core::story::{Claim, Colour, Story};
use ledgerline_core::words::{Key, Words};

use super::bars::{Bar, GAP, PlacedBars, place as place_bar};
use super::scale::Scale;
use super::stops::Stop;
use super::zone::{BEYOND, Zone};
use crate::colour_of_series;

/// The readings of a claim that are of one unit, and what their rules let through.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Claimed {
    /// The bars, the claim's own first.
    pub bars: Vec<Bar>,
    /// For each what is read of it: its number with its spread.
    pub told: Vec<String>,
    /// For each what its rule lets through, in the unit of the bars, and the rule in words; `None` without a rule.
    pub rules: Vec<Option<(Region, String)>>,
}

/// A rule with one end reaches so far beyond it, as a part of the whole.
const OPEN: f64 = 0.2;

/// What a claim and its variants come to, with the claim's own number first. A reading without a number, and one of
/// another unit, is told in words alone.
pub fn claimed(story: &Story, words: &Words, claim: &Claim, checked: &Checked) -> Claimed {
    let own = std::iter::once((words.text(Key::ClaimsOwn), &checked.own));
    let others = claim.variants.iter().map(|variant| variant.name.as_str()).zip(&checked.variants);
    let found =
        own.chain(others).filter_map(|(name, reading)| Some(Found { name, reading, figure: reading.figure()? }));
    let found: Vec<Found<'_>> = found.collect();
    let Some(unit) = found.first().map(|found| found.figure.unit) else { return Claimed::default() };
    let alike = || found.iter().filter(|found| found.figure.unit.compares_to(unit));
    let rule = |found: &Found<'_>| {
        let (region, rule) = found.reading.region.zip(found.reading.rule.as_ref())?;
        Some((region.times(found.figure.unit.scale() / unit.scale()), words.rule(rule)))
    };
    Claimed {
        bars: alike().map(|found| found.bar(story, words, unit)).collect(),
        told: alike().map(|found| found.told(words)).collect(),
        rules: alike().map(rule).collect(),
    }
}

/// A reading that has a number, or a range of numbers.
struct Found<'a> {
    name: &'a str,
    reading: &'a Reading,
    figure: Figure<'a>,
}

impl Found<'_> {
    fn bar(&self, story: &Story, words: &Words, unit: Unit) -> Bar {
        let factor = self.figure.unit.scale() / unit.scale();
        let Spread { low, high, .. } = self.figure.ends();
        let point = Point { year: 0, value: self.figure.value.unwrap_or(low), low, high };
        Bar {
            series: String::new(),
            colour: colour(story, self.reading),
            name: self.name.to_owned(),
            value: self.number(words),
            point: point.times(factor),
            ranged: self.figure.value.is_none(),
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
        match told.spread.filter(|_| self.figure.value.is_some()) {
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

/// The bars of a claim in their order, from zero, each before what its rule lets through. A single number without a rule
/// has nothing to be held against, and no picture.
pub fn claimed_bars(claimed: &Claimed, width: f64) -> PlacedBars {
    let rules: Vec<&(Region, String)> = claimed.rules.iter().flatten().collect();
    if claimed.bars.len() < 2 && rules.is_empty() {
        return PlacedBars::default();
    }
    let points: Vec<Point> = claimed.bars.iter().map(|bar| bar.point).collect();
    let scale = scale(&points, &rules, width);
    let mut all = PlacedBars { width, zone: (!rules.is_empty()).then(Zone::default), ..PlacedBars::default() };
    let mut top = 0.0;
    for (place, (bar, rule)) in claimed.bars.iter().zip(&claimed.rules).enumerate() {
        let placed = place_bar(bar, top, &scale);
        let (x, y) = (scale.x(bar.point.value), placed.rect.y + placed.rect.height / 2.0);
        let told = claimed.told.get(place).cloned().into_iter().collect();
        all.stops.push(Stop { x, y, name: bar.name.clone(), colour: bar.colour, told });
        top = placed.rect.bottom();
        if let (Some((region, words)), Some(zone)) = (rule, &mut all.zone) {
            let (from, to) = reach(region, &scale);
            zone.put(&placed.rect, (from, to), &edges(region, &scale));
            // Bars with one rule share its words.
            let next = claimed.rules.get(place + 1).and_then(Option::as_ref);
            if next.is_none_or(|(_, next)| next != words) {
                top = zone.tell(words, (from + to) / 2.0, top + BEYOND, width);
            }
        }
        all.bars.push(placed);
        top += GAP;
    }
    all.height = top - GAP + BEYOND;
    all.zero = scale.zero().map(|x| ((x, 0.0), (x, all.height)));
    all
}

/// A scale for numbers and for what rules let through, on whose other side there is something, too.
fn scale(points: &[Point], rules: &[&(Region, String)], width: f64) -> Scale {
    let ends = |(region, _): &&(Region, String)| [region.low, region.high].into_iter().flatten().map(|end| end.at);
    let all: Vec<f64> = rules.iter().flat_map(ends).collect();
    let open = rules.iter().filter(|(region, _)| region.low.is_none() || region.high.is_none());
    let open: Vec<f64> = open.flat_map(ends).collect();
    Scale::of(points, &all, width).beyond(&open, OPEN)
}

/// From where to where a rule lets through.
fn reach(region: &Region, scale: &Scale) -> (f64, f64) {
    let x = |end: Option<End>, other: f64| end.map_or(other, |end| scale.x(end.at));
    (x(region.low, scale.first()), x(region.high, scale.last()))
}

fn edges(region: &Region, scale: &Scale) -> Vec<f64> {
    [region.low, region.high].into_iter().flatten().map(|end| scale.x(end.at)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::LABEL_SIZE;
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
        let [((from, _), _), ((to, _), _)] = [zone.ends[0], zone.ends[1]];
        assert!(from < own.right() && own.right() < to);
        let [((low, _), (high, _)), ..] = placed.bars[0].whisker.unwrap();
        assert!(low < from && high > to);
        assert_eq!(zone.words.len(), 1, "one rule for both is told once");
    }

    #[test]
    fn a_reading_with_a_rule_of_its_own_stands_before_that() {
        let story = founding();
        let placed = claimed_bars(&of(&story, "fell-to-a-tenth"), 420.0);
        let zone = placed.zone.unwrap();
        let told: Vec<&str> = zone.words.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(told, ["between 5% and 15%", "at most 15%"]);
        let second = &placed.bars[1].rect;
        assert!(zone.rects[1].x <= second.x && second.right() < zone.rects[1].right(), "2.8% is at most 15%");
        assert!(zone.words[0].y < placed.bars[1].name[0].y, "the first rule stands below its own bar");
    }

    #[test]
    fn a_rule_with_one_end_has_something_on_its_other_side() {
        let story = founding();
        let least = claimed_bars(&of(&story, "unprecedented-boom"), 400.0);
        let zone = least.zone.clone().unwrap();
        assert!(zone.rects[0].right() > zone.ends[0].0.0 + 20.0, "{zone:?}");
        assert!(least.bars[0].rect.right() <= least.zero.unwrap().0.0, "the fall lies left of zero");
        let most = claimed_bars(&of(&story, "near-absence"), 400.0).zone.unwrap();
        assert!(most.rects[0].x < most.ends[0].0.0 && most.ends[0].0.0 < 380.0, "{most:?}");
    }

    #[test]
    fn nothing_reaches_out_of_the_picture_and_no_words_meet_at_any_width() {
        let story = founding();
        for claim in &story.claims {
            for width in [240.0, 280.0, 320.0, 420.0] {
                let placed = claimed_bars(&of(&story, &claim.id), width);
                let words = placed.zone.iter().flat_map(|zone| &zone.words);
                let texts = placed.bars.iter().flat_map(|bar| bar.name.iter().chain(&bar.value)).chain(words);
                let mut boxes: Vec<(f64, f64, f64)> = Vec::new();
                for text in texts {
                    let (left, right) = text.ends(LABEL_SIZE);
                    assert!(left >= -0.01 && right <= width + 0.01, "{} at {width}: {text:?}", claim.id);
                    assert!(text.y <= placed.height, "{} at {width}: {text:?}", claim.id);
                    let meets =
                        |(from, to, y): &(f64, f64, f64)| left < *to && *from < right && (text.y - y).abs() < 14.0;
                    assert!(!boxes.iter().any(meets), "{} at {width}: {text:?}", claim.id);
                    boxes.push((left, right, text.y));
                }
            }
        }
    }

    #[test]
    fn what_has_no_number_has_no_picture() {
        let story = founding();
        assert_eq!(of(&story, "subsidy-cheap"), Claimed::default());
        assert_eq!(claimed_bars(&Claimed::default(), 400.0), PlacedBars::default());
        // A number for context, without a rule.
        assert_eq!(claimed_bars(&of(&story, "displeasure-2005"), 400.0), PlacedBars::default());
    }
}

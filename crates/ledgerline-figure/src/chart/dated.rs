//! The events of a claim on dates, before the dates of its rule.

use ledgerline_core::claim::{Checked, Rule};
use ledgerline_core::date::{Edtf, Interval};
use ledgerline_core::story::{Event, Story};
use ledgerline_core::words::Words;

use super::bars::{BAR, GAP, PlacedBar, PlacedBars};
use super::heads::{Headed, headed};
use super::scale::Scale;
use super::stops::Stop;
use super::zone::{BEYOND, Zone};
use crate::{Rect, colour_of_actor};
use ledgerline_core::story::Colour;

/// Around the first and the last date, as a part of all between them.
const AROUND: f64 = 0.08;
/// A day must be seen.
const LEAST: f64 = 4.0;

/// The events of a claim on dates, each from its first day to its last, before the dates of the rule; `None` for a
/// claim that is not on dates, or that names no event.
pub fn dated(story: &Story, words: &Words, checked: &Checked, width: f64) -> Option<PlacedBars> {
    let Some(Rule::Within(rule)) = &checked.own.rule else { return None };
    let event = |(id, _): &(String, _)| story.events.iter().find(|event| event.id == *id);
    let events: Vec<&Event> = checked.events.iter().filter_map(event).collect();
    if events.is_empty() {
        return None;
    }
    let scale = scale(&events, rule, width);
    let (from, to) = places(&rule.interval(), &scale);
    let edges: Vec<f64> =
        <[_; 2]>::from(ends(&rule.interval())).into_iter().flatten().map(|day| scale.x(day)).collect();
    let (mut all, mut zone, mut top) = (PlacedBars { width, ..PlacedBars::default() }, Zone::default(), 0.0);
    for event in events {
        let told = words.date(&event.when);
        let placed = bar(story, event, &told, top, &scale);
        top = placed.rect.bottom() + GAP;
        let (x, y) = (placed.rect.x + placed.rect.width / 2.0, placed.rect.y + BAR / 2.0);
        all.stops.push(Stop { x, y, name: event.title.clone(), colour: placed.colour, told: vec![told] });
        zone.put(&placed.rect, (from, to), &edges);
        all.bars.push(placed);
    }
    let told = words.rule(&Rule::Within(rule.clone()));
    let height = zone.tell(&told, (from + to) / 2.0, top - GAP + BEYOND, width) + BEYOND;
    Some(PlacedBars { height, zone: Some(zone), ..all })
}

/// First day, and the day behind the last.
fn ends(interval: &Interval) -> (Option<f64>, Option<f64>) {
    (interval.start.map(|day| day.0 as f64), interval.end.map(|day| day.0 as f64 + 1.0))
}

/// From where to where; an open end is that of the picture.
fn places(interval: &Interval, scale: &Scale) -> (f64, f64) {
    let (from, to) = ends(interval);
    (from.map_or(scale.first(), |day| scale.x(day)), to.map_or(scale.last(), |day| scale.x(day)))
}

fn scale(events: &[&Event], rule: &Edtf, width: f64) -> Scale {
    let intervals = events.iter().map(|event| event.when.interval()).chain([rule.interval()]);
    let days: Vec<f64> = intervals.flat_map(|interval| <[_; 2]>::from(ends(&interval))).flatten().collect();
    let (first, last) = (days.iter().copied().reduce(f64::min), days.iter().copied().reduce(f64::max));
    let (first, last) = first.zip(last).unwrap_or_default();
    let more = (last - first).max(1.0) * AROUND;
    Scale::between(first - more, last + more, width)
}

fn bar(story: &Story, event: &Event, told: &str, top: f64, scale: &Scale) -> PlacedBar {
    let Headed { name, value, y } = headed(&event.title, told, top, scale.width());
    let (from, to) = places(&event.when.interval(), scale);
    let width = (to - from).max(LEAST);
    let colour = event.actors.first().map_or(Colour::Grey, |actor| colour_of_actor(story, actor));
    let rect = Rect { x: (from + to - width) / 2.0, y, width, height: BAR };
    PlacedBar { series: String::new(), colour, name, value, rect, whisker: None, marks: Vec::new(), rungs: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledgerline_core::claim::check;
    use ledgerline_core::story;

    fn placed(id: &str, width: f64) -> Option<PlacedBars> {
        let story = story::read(include_bytes!("../../../../stories/dprk-russia.json")).story.unwrap();
        let claim = story.claims.iter().find(|claim| claim.id == id).unwrap();
        dated(&story, &Words::english(), &check(claim, &story), width)
    }

    #[test]
    fn events_stand_where_their_dates_lie_to_those_of_the_rule() {
        let placed = placed("visits-spring-2014", 420.0).unwrap();
        let zone = placed.zone.unwrap();
        assert_eq!(zone.words[0].text, "within March – April 2014");
        for bar in &placed.bars {
            assert!(bar.rect.x >= zone.ends[0].0.0 - LEAST && bar.rect.right() <= zone.ends[1].0.0 + LEAST, "{bar:?}");
        }
        assert_eq!(placed.stops.len(), placed.bars.len());
    }

    #[test]
    fn a_claim_that_is_not_on_dates_has_none() {
        assert_eq!(placed("sixty-times", 420.0), None);
    }

    #[test]
    fn everything_is_within_the_picture_at_any_width() {
        for id in ["visits-spring-2014", "june-privileges", "goal-1bn-2020", "improved-from-2000", "railway-talk"] {
            for width in [240.0, 320.0, 420.0] {
                let placed = placed(id, width).unwrap();
                let zone = placed.zone.as_ref().unwrap();
                for rect in placed.bars.iter().map(|bar| &bar.rect).chain(&zone.rects) {
                    assert!(rect.x >= 0.0 && rect.right() <= width && rect.bottom() <= placed.height, "{id}: {rect:?}");
                }
            }
        }
    }
}

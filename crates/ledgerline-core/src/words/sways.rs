//! What the steps of levers do, in words.

use super::futures::{first_series, last_year};
use super::rounding::{self, Precision};
use super::subjects::Place;
use super::{Key, Words};
use crate::formula::{Flow, Unit};
use crate::scenario::{Kind, Projected, Sway, WhatIf};
use crate::story::Story;

/// So many times as large as the other, an end has more digits than it shows at the other's place.
const APART: f64 = 10.0;

impl Words {
    /// What a step of a lever does to the end: "With Russia growing by one percentage point more a year, Russia’s would
    /// be 16.08% of China’s in 2020 instead of 15.28%."
    pub fn sway(&self, sway: &Sway, what_if: &WhatIf, projected: &Projected, story: &Story) -> String {
        let (a, b) = (&what_if.a.start, &what_if.b.start);
        let name = self.series_short(story, first_series(if sway.of_a { a } else { b }));
        let lever = self.step(sway, projected.unit, name);
        let place = if a.flow() == Flow::Total { Place::Again } else { Place::Inside };
        let own = self.subject(story, first_series(a), a.flow(), place);
        let other = self.subject(story, first_series(b), b.flow(), Place::Again);
        let (moved, end) = self.both_ends(sway, projected, &other);
        let year = self.year(last_year(what_if, projected));
        let values = [("lever", &*lever), ("a", &*own), ("moved", &*moved), ("end", &*end), ("year", &*year)];
        self.say(Key::FutureSway, &values)
    }

    fn step(&self, sway: &Sway, unit: Unit, name: &str) -> String {
        let step = self.told(sway.step, unit);
        let (key, with_step) = match sway.kind {
            Kind::Growth => (Key::FutureStepGrowth, false),
            Kind::Base => (Key::FutureStepBase, false),
            Kind::Extra => (Key::FutureStepExtra, true),
            Kind::Once => (Key::FutureStepOnce, true),
        };
        let values = [("a", name), ("step", &*step)];
        self.say(key, if with_step { &values } else { &values[..1] })
    }

    /// "16% of China’s" and "15%", or "59.8 times China’s" and "58.1 times": both in one measure and at one place, where
    /// the two differ; each at its own where the one is many times the other. Of three digits at least, whatever the
    /// spread allows: by two a lesser lever could seem to do more.
    fn both_ends(&self, sway: &Sway, projected: &Projected, other: &str) -> (String, String) {
        let ends = [projected.a.last(), projected.b.last()];
        let spread = match ends {
            [Some(a), Some(b)] if b.low > 0.0 => Some((a.low / b.high, a.high / b.low)),
            _ => None,
        };
        let Precision { digits, place } = rounding::precision(sway.end, spread.filter(|(low, high)| low < high));
        let at = |place: i32| [sway.moved, sway.end].map(|ratio| rounding::round(ratio, place).value);
        let differ = |more: &i32| at(place + more)[0] != at(place + more)[1];
        let (least, most) = (i32::from(digits < 3), 4 - i32::from(digits));
        let alike = place + (least..=most).find(differ).unwrap_or(most);
        let sizes = [sway.moved.abs(), sway.end.abs()];
        let apart = sizes[0].max(sizes[1]) > sizes[0].min(sizes[1]) * APART;
        let place = |ratio: f64| if apart { rounding::place_of(ratio, digits.max(3)) } else { alike };
        let parts = sizes.iter().all(|size| *size < 1.0);
        let key = if parts { Key::FutureShare } else { Key::FutureTimes };
        let told = |ratio: f64| match parts {
            true => {
                let shown = rounding::round(ratio * 100.0, place(ratio) - 2);
                self.say(Key::AnswerPercent, &[("number", &self.number(shown))])
            }
            false => self.counted(Key::AnswerTimes, rounding::round(ratio, place(ratio)), &[]),
        };
        (self.say(key, &[("ratio", &told(sway.moved)), ("b", other)]), told(sway.end))
    }
}

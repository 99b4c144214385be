//! Targets and scenarios in words.

use super::rounding;
use super::subjects::Place;
use super::{Answer, Key, Manner, Shown, Words};
use crate::amount::Money;
use crate::formula::{Expr, Flow, Outcome, Sources, Spread, Unit, evaluate_by};
use crate::goal::Goal;
use crate::link::Unknown;
use crate::scenario::{Projected, Reached, WhatIf};
use crate::series::Point;
use crate::story::Story;
use crate::target::{Asked, Target};

/// Says a message about two series.
type Say<'a> = dyn Fn(Key, &[(&str, &str)]) -> String + 'a;

impl Words {
    /// The answer to a target. `outcome` is that target's.
    pub fn target(&self, target: &Target, outcome: &Outcome, story: &Story) -> Answer {
        let told = match target.asked {
            Asked::Year { .. } => self.years_to(outcome),
            _ => self.result(outcome, Manner::of(outcome.unit)),
        };
        let unit = target.expr(story).ok().and_then(|expr| expr.amount()).map_or(outcome.unit, Unit::Amount);
        let amount = |value: f64| self.told(value, unit);
        let a = self.subject(story, first_series(&target.start), target.start.flow(), Place::Inside);
        let from = self.year(target.from.into());
        let about = self.about(&told);
        let names = [("a", a.as_str()), ("from", from.as_str())];
        let sentence = match target.asked {
            Asked::Growth { amount: goal, by } => {
                let values = [("goal", &*amount(goal)), ("by", &self.year(by.into()))];
                self.growing(outcome, &[&names[..], &values].concat())
            }
            Asked::Year { amount: goal, growth } => {
                let values = [("goal", &*amount(goal)), ("growth", &self.rate(growth)), ("answer", &about)];
                self.arriving(target, outcome, &[&names[..], &values].concat())
            }
            Asked::Amount { growth, by } => {
                let values = [("growth", &*self.rate(growth)), ("by", &self.year(by.into())), ("answer", &about)];
                self.say(Key::FutureAmount, &[&names[..], &values].concat())
            }
        };
        let rate = self.one_rate(&target.start, target.sources, story);
        let sentence = rate.map_or_else(|| sentence.clone(), |rate| self.both(&sentence, &rate));
        Answer::new(told, sentence)
    }

    /// That a path in another currency than its own goes by the rate of its first year all along. Constant prices have
    /// one rate in every mode.
    fn one_rate(&self, start: &Expr, sources: Sources<'_>, story: &Story) -> Option<String> {
        if !matches!(start, Expr::In(_, part) if !matches!(**part, Expr::Real(..))) {
            return None;
        }
        let outcome = evaluate_by(start, story, sources).ok()?;
        let rate = outcome.factors.iter().find(|factor| factor.rate)?;
        let values = [("year", &*self.year(rate.year.into())), ("rate", &*self.factor(rate, story))];
        Some(self.say(Key::FutureRate, &values))
    }

    /// The answer to a goal: beside an amount with what it was in fact, and with what an amount was that is told in other
    /// money than the series is.
    pub fn goal(&self, goal: &Goal, outcome: &Outcome, story: &Story) -> Answer {
        let answer = self.target(&goal.target(), outcome, story);
        let Some(money) = goal.money(story) else { return answer };
        let note = match goal.unknown {
            Unknown::Amount => goal.came(story).map(|point| {
                let value = self.reading(&point, Manner::Amount(money), outcome.ranged);
                self.say(Key::FutureHappened, &[("value", &value)])
            }),
            _ => goal.converted_from(story).map(|(own, unit)| {
                let (own, amount) = (self.amount_in_full(own, &unit), self.amount_in_full(goal.amount, &money));
                let from = self.year(goal.from.into());
                self.say(Key::FutureConverted, &[("own", &own), ("from", &from), ("amount", &amount)])
            }),
        };
        let Some(note) = note else { return answer };
        Answer { sentence: self.both(&answer.sentence, &note), ..answer }
    }

    fn growing(&self, outcome: &Outcome, values: &[(&str, &str)]) -> String {
        let ends =
            outcome.spread.filter(|_| outcome.ranged).map_or([outcome.value; 2], |spread| [spread.low, spread.high]);
        if ends == [0.0; 2] {
            return self.say(Key::FutureStay, values);
        }
        // A fall is told by its size.
        let down = ends.iter().all(|end| *end < 0.0);
        let size = if down { outcome.negated() } else { outcome.clone() };
        let told = self.result(&size, Manner::Percent);
        let key = if down { Key::FutureShrink } else { Key::FutureGrow };
        self.say(key, &[values, &[("answer", &self.about(&told))]].concat())
    }

    fn arriving(&self, target: &Target, outcome: &Outcome, values: &[(&str, &str)]) -> String {
        let year = |years: f64| self.year(target.year(years).into());
        let told = year(outcome.value);
        let ends = outcome.spread.map(|Spread { low, high, .. }| (year(low), year(high)));
        match ends.filter(|(earliest, latest)| earliest != latest) {
            Some((earliest, latest)) if outcome.ranged => {
                let more = [("earliest", &*earliest), ("latest", &*latest)];
                self.say(Key::FutureYearRange, &[values, &more].concat())
            }
            // A source whose value lies beyond the goal reaches it in no year of its own.
            Some((_, latest)) if outcome.value > 0.0 && outcome.spread.is_some_and(|spread| spread.low == 0.0) => {
                self.say(Key::FutureYearThere, &[values, &[("year", &*told), ("latest", &*latest)]].concat())
            }
            Some((earliest, latest)) => {
                let more = [("year", &*told), ("earliest", &*earliest), ("latest", &*latest)];
                self.say(Key::FutureYearBetween, &[values, &more].concat())
            }
            None => self.say(Key::FutureYear, &[values, &[("year", &*told)]].concat()),
        }
    }

    /// What a scenario leads to: the last values, when the one reaches the part of the other, and what matters most.
    pub fn what_if(&self, what_if: &WhatIf, projected: &Projected, story: &Story) -> String {
        let (a, b) = (first_series(&what_if.a.start), first_series(&what_if.b.start));
        let own = |place: Place| self.subject(story, a, what_if.a.start.flow(), place);
        let other = self.subject(story, b, what_if.b.start.flow(), Place::Again);
        // A whole series is known by its short name by now, a part of one only by its own.
        let again = if what_if.a.start.flow() == Flow::Total { own(Place::Again) } else { own(Place::Start) };
        let told = [
            self.ends_of(projected, (&own(Place::Inside), &other)),
            self.outgrown(projected, (a, b), story),
            Some(self.reaching(what_if, projected, (&again, &other))),
            self.one_rate(&what_if.a.start, what_if.sources, story),
            projected.sways.first().map(|sway| {
                let line = self.sway(sway, what_if, projected, story);
                self.say(Key::FutureMatters, &[("line", &line)])
            }),
        ];
        let mut told = told.into_iter().flatten();
        let first = told.next().unwrap_or_default();
        told.fold(first, |first, second| self.both(&first, &second))
    }

    fn ends_of(&self, projected: &Projected, (a, b): (&str, &str)) -> Option<String> {
        let last = projected.a.last()?;
        let year = self.year(last.year.into());
        let manner = Manner::of(projected.unit);
        // The year of prices stands once, behind the last of them.
        let first = self.last_of_path(last, projected, manner.at_current());
        let other = self.last_of_path(projected.b.last()?, projected, manner);
        let values = [("year", &*year), ("a", a), ("own", &first), ("b", b), ("other", &other)];
        Some(self.say(Key::FutureEnds, &values))
    }

    /// That a part is larger than its whole in the last year: the two go their own ways.
    fn outgrown(&self, projected: &Projected, (a, b): (&str, &str), story: &Story) -> Option<String> {
        let (own, other) = (projected.a.last()?, projected.b.last()?);
        let (larger, smaller) = if own.value > other.value { (a, b) } else { (b, a) };
        let whole = story.series.get(smaller).filter(|whole| whole.is_total_of(larger) && own.value != other.value);
        let names = [("whole", self.series_short(story, smaller)), ("part", self.series_short(story, larger))];
        whole.map(|_| self.say(Key::FutureOutgrown, &names))
    }

    /// The last value of a path, rounded as its spread allows.
    fn last_of_path(&self, point: &Point, projected: &Projected, manner: Manner) -> String {
        let spread = (point.low < point.high).then_some(Spread { low: point.low, high: point.high, exact: true });
        let ranged = projected.ranged && spread.is_some();
        let outcome = Outcome { ranged, ..Outcome::bare(point.value, projected.unit, spread) };
        self.about(&self.result(&outcome, manner))
    }

    fn reaching(&self, what_if: &WhatIf, projected: &Projected, (a, b): (&str, &str)) -> String {
        let year = |year: i32| self.year(year.into());
        let (goal, reach) = self.to_reach(what_if.fraction, b);
        let until = self.year(last_year(what_if, projected));
        // At the start of its sentence, which the name of a series need not know.
        let mut start = a.to_owned();
        start.get_mut(..1).map(str::make_ascii_uppercase).unwrap_or_default();
        let names = [("a", &*start), ("reach", &*reach)];
        let say = |key, more: &[(&str, &str)]| self.say(key, &[&names[..], more].concat());
        let there = || self.say(Key::FutureReachedAlready, &[("a", &start), ("goal", &goal)]);
        if projected.ranged {
            let there_by_all = projected.reached.latest == Some(what_if.years.0);
            return if there_by_all { there() } else { self.reaching_by_all(projected, &say, &until) };
        }
        match projected.reached {
            Reached { year: Some(first), .. } if first == what_if.years.0 => there(),
            Reached { year: Some(at), earliest: Some(early), latest: Some(late) } if early < late => {
                let more = [("year", &*year(at)), ("earliest", &*year(early)), ("latest", &*year(late))];
                say(Key::FutureReachedBetween, &more)
            }
            Reached { year: Some(at), earliest: Some(early), latest: None } => {
                let more = [("year", &*year(at)), ("earliest", &*year(early)), ("until", &*until)];
                say(Key::FutureReachedFrom, &more)
            }
            Reached { year: Some(at), .. } => say(Key::FutureReached, &[("year", &year(at))]),
            Reached { year: None, earliest: Some(early), .. } => {
                say(Key::FutureReachedPerhaps, &[("earliest", &*year(early)), ("until", &*until)])
            }
            Reached { year: None, .. } => say(Key::FutureReachedNot, &[("until", &*until)]),
        }
    }

    /// The same where no value goes first, so that there is no one year.
    fn reaching_by_all(&self, projected: &Projected, say: &Say<'_>, until: &str) -> String {
        let year = |year: i32| self.year(year.into());
        match (projected.reached.earliest, projected.reached.latest) {
            (Some(early), Some(late)) if early == late => say(Key::FutureReached, &[("year", &year(late))]),
            (Some(early), Some(late)) => {
                say(Key::FutureReachedRange, &[("earliest", &year(early)), ("latest", &year(late))])
            }
            (Some(early), None) => say(Key::FutureReachedOpen, &[("earliest", &year(early)), ("until", until)]),
            (None, _) => say(Key::FutureReachedNot, &[("until", until)]),
        }
    }

    pub(super) fn told(&self, value: f64, unit: Unit) -> String {
        match unit {
            Unit::Amount(money) => self.amount_in_full(value, &money),
            _ => self.number(short(value)),
        }
    }

    /// A part of another, and reaching it: "1/6 of China’s" and "reach 1/6 of China’s", but "level with China’s" and
    /// "draw level with China’s".
    fn to_reach(&self, part: f64, b: &str) -> (String, String) {
        if part == 1.0 {
            let level = self.say(Key::FutureLevel, &[("b", b)]);
            return (level.clone(), self.say(Key::FutureToDraw, &[("goal", &level)]));
        }
        let goal = if part > 1.0 {
            self.say(Key::FutureTimes, &[("ratio", &self.counted(Key::AnswerTimes, short(part), &[])), ("b", b)])
        } else {
            self.say(Key::FutureShare, &[("ratio", &self.part_of(part)), ("b", b)])
        };
        let reach = self.say(Key::FutureToReach, &[("goal", &goal)]);
        (goal, reach)
    }

    /// A part of a whole: "1/6", or "40%" where no small fraction is meant.
    pub fn part_of(&self, part: f64) -> String {
        let under = rounding::round(1.0 / part, 0).value;
        if part < 1.0 && (2.0..=20.0).contains(&under) && (under * part - 1.0).abs() < 1e-6 {
            let whole = |value: f64| self.number(Shown { value, place: 0 });
            return self.say(Key::FuturePart, &[("over", &whole(1.0)), ("under", &whole(under))]);
        }
        self.rate(part)
    }

    /// A rate: "36.6%".
    pub fn rate(&self, rate: f64) -> String {
        self.say(Key::AnswerPercent, &[("number", &self.number(short(rate * 100.0)))])
    }

    fn amount_in_full(&self, value: f64, money: &Money) -> String {
        self.amount(short(value), money)
    }
}

pub(super) fn last_year(what_if: &WhatIf, projected: &Projected) -> i64 {
    projected.a.last().map_or(what_if.years.1, |point| point.year).into()
}

/// Id of the series that a start is a value of.
pub(super) fn first_series(start: &Expr) -> &str {
    start.series().into_iter().next().unwrap_or_default()
}

/// Four digits, without the noughts behind.
fn short(value: f64) -> Shown {
    rounding::trimmed(rounding::round(value, rounding::place_of(value, 4)))
}

//! The inputs of mode What if: two series from a year on, a scenario of the story, and the levers moved from there.

use crate::amount::Decimal;
use crate::compare::Terms;
use crate::formula::{Expr, Function, Operator};
use crate::scenario::{Kind, LONGEST, Levers, Projected, Side, WhatIf, step_of_amount};
use crate::series::Point;
use crate::story::{Lever, Scenario, Series, Story};

/// Years that a path usually takes, where no figures run on so far.
const USUAL_YEARS: i32 = 10;

/// What is supposed.
#[derive(Clone, Debug, PartialEq)]
pub struct Supposed {
    /// Id of the series that may catch up.
    pub a: String,
    /// Id of the one that it is measured by.
    pub b: String,
    /// The year that both start from.
    pub from: i32,
    /// The last year of the paths.
    pub until: i32,
    /// Id of the scenario; `None`: the levers rest.
    pub scenario: Option<String>,
    /// Levers moved from there, named as in story files.
    pub moved: Vec<(String, Lever)>,
    /// The part of the second that the first is to reach.
    pub fraction: f64,
    /// On what terms.
    pub terms: Terms,
}

impl Supposed {
    /// The last year where none is given: that of the figures, or ten years on where they end before.
    pub fn usual_until(story: &Story, a: &str, from: i32) -> i32 {
        let last = story.series.get(a).and_then(Series::years).map(|(_, last)| last);
        last.filter(|last| *last > from + 2).unwrap_or(from.saturating_add(USUAL_YEARS))
    }

    /// The last year that a path from a year on can have.
    pub fn last_year(from: i32) -> i32 {
        from.saturating_add(LONGEST)
    }

    /// The levers of a series as they stand, in its own unit.
    pub fn levers(&self, story: &Story, series: &str) -> Levers {
        let scenario = self.own(story).map(|own| own.levers.clone()).unwrap_or_default();
        let levers = scenario.into_iter().chain(self.moved.iter().cloned()).collect();
        Levers::of(&Scenario { levers, ..Scenario::default() }, series)
    }

    /// The scenario of the story, if one is chosen.
    fn own<'a>(&self, story: &'a Story) -> Option<&'a Scenario> {
        story.scenarios.iter().find(|scenario| Some(&scenario.id) == self.scenario.as_ref())
    }

    /// The remark on the scenario (markup), as long as no lever is moved and the paths start in the year that the
    /// story's scenarios are written for.
    pub fn note<'a>(&self, story: &'a Story) -> Option<&'a str> {
        let fits = self.moved.is_empty() && self.carried_from(story).is_none();
        self.own(story).filter(|_| fits)?.note.as_deref()
    }

    /// The year that the story's scenarios are written for, which is the one it starts with; `None` where the paths
    /// start in it, or nothing says which it is.
    pub fn carried_from(&self, story: &Story) -> Option<i32> {
        let (_, year) = story.start.compare.as_ref()?.years()?;
        (self.scenario.is_some() && year != self.from).then_some(year)
    }

    /// What is to be computed.
    pub fn what_if(&self, story: &Story) -> WhatIf {
        let side = |id: &str| {
            let start = self.terms.cell(id, self.from);
            Side { start, levers: self.converted(story, id) }
        };
        let (a, b) = (side(&self.a), side(&self.b));
        WhatIf {
            a,
            b,
            years: (self.from, self.until.max(self.from)),
            fraction: self.fraction,
            sources: self.terms.sources.of_formula(),
        }
    }

    /// The same with another scenario as the story has it.
    pub fn with_scenario(&self, id: &str) -> Self {
        Self { scenario: Some(id.to_owned()), moved: Vec::new(), ..self.clone() }
    }

    /// With a lever moved to a value.
    pub fn moved_to(&self, series: &str, kind: Kind, lever: Lever) -> Vec<(String, Lever)> {
        let name = format!("{series}.{}", kind.name());
        let mut moved = self.moved.clone();
        moved.retain(|(known, _)| *known != name);
        moved.push((name, lever));
        moved
    }

    /// The formula of the value of a series in a year of its path.
    pub fn expr(&self, story: &Story, series: &str, year: i32) -> Expr {
        let (start, levers) = (self.terms.cell(series, self.from), self.converted(story, series));
        let money = story.series.get(series).map(|series| self.terms.money(series.unit));
        levers.expr(start, money, (self.from, year))
    }

    /// The formula behind the year of arrival: the years that catching up takes. Where amounts are added, or nothing is
    /// caught up with, what part of the second the first is in that year, or else in the last.
    pub fn arrival(&self, story: &Story, projected: &Projected) -> Expr {
        let year = projected.reached.year.filter(|year| *year > self.from);
        let (own, other) = (self.converted(story, &self.a), self.converted(story, &self.b));
        if year.is_some() && own.grow_only() && other.grow_only() {
            let start = |series: &str| self.terms.cell(series, self.from);
            let fraction = part(self.fraction);
            let parts =
                vec![own.started(start(&self.a)), own.rate(), other.started(start(&self.b)), other.rate(), fraction];
            return Expr::Call(Function::CatchUp, parts);
        }
        let year = projected.reached.year.unwrap_or(self.until);
        self.expr(story, &self.a, year).with(Operator::Divide, self.expr(story, &self.b, year))
    }

    /// The levers of a series in the unit of the terms.
    fn converted(&self, story: &Story, series: &str) -> Levers {
        self.levers(story, series).converted(self.terms.factor(story, series, self.from))
    }

    /// Least, greatest and step of a slider for a lever of a series, in the unit of the series.
    pub fn reach_of(&self, story: &Story, series: &str, kind: Kind) -> (f64, f64, f64) {
        let start = Terms::default().point(story, series, self.from).map_or(1.0, |point: Point| point.value);
        match kind {
            Kind::Growth => (-0.5, 1.0, 0.001),
            Kind::Base => (0.1, 3.0, 0.05),
            Kind::Extra | Kind::Once => {
                let step = step_of_amount(start);
                (-10.0 * step, 100.0 * step, step)
            }
        }
    }
}

/// A part of the other: `1 / 6` where that is meant, else as many hundredths.
fn part(fraction: f64) -> Expr {
    let whole = |number: f64| Expr::Number(Decimal::of(number));
    let under = libm::round(1.0 / fraction);
    if (under * fraction - 1.0).abs() < 1e-9 && under >= 2.0 {
        return whole(1.0).with(Operator::Divide, whole(under));
    }
    Expr::signed(crate::rates::percent(fraction), Expr::Percent)
}

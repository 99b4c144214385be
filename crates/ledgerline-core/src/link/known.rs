//! A state without what the story does not have, and without what makes no difference.

use super::{Link, Mode, Part};
use crate::amount::Currency;
use crate::scenario::Kind;
use crate::story::{Lever, Story};
use crate::supposed::Supposed;

/// What a link says in vain.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InVain {
    /// The story does not have this.
    Gone(String),
    /// This makes no difference to what the link asks.
    Idle(String),
}

impl Link {
    /// The link over an `opening`, without what it says in vain; and the first of that which is to be told.
    pub fn known(self, opening: &Self, story: &Story) -> (Self, Option<InVain>) {
        let (link, gone) = self.of_story(story);
        let (link, idle) = link.asking(opening);
        (link, gone.map(InVain::Gone).or(idle.map(InVain::Idle)))
    }

    /// The link without what the story does not have; and the first of that which is to be told.
    pub fn of_story(self, story: &Story) -> (Self, Option<String>) {
        let mut link = self;
        let mut gone = Vec::new();
        let mut keep = |part: &mut Part<String>, known: &dyn Fn(&str) -> bool| {
            if let Part::Is(id) = part
                && !known(id)
            {
                gone.push(std::mem::take(id));
                *part = Part::Unsaid;
            }
        };
        let series = |id: &str| story.series.get(id).is_some();
        for side in [&mut link.a, &mut link.b] {
            let mut part = side.take().map_or(Part::Unsaid, Part::Is);
            keep(&mut part, &series);
            *side = part.over(&Part::Unsaid);
        }
        keep(&mut link.sources, &|id| id == "all" || story.bases.get(id).is_some());
        keep(&mut link.scenario, &|id| story.scenarios.iter().any(|scenario| scenario.id == id));
        keep(&mut link.claim, &|id| story.claims.iter().any(|claim| claim.id == id));
        keep(&mut link.event, &|id| story.events.iter().any(|event| event.id == id));
        gone.extend(lost(&mut link.currency, |currency| has_currency(story, *currency)));
        let scenes = story.scenes.len();
        gone.extend(lost(&mut link.scene, |scene| (*scene as usize) <= scenes).map(|scene| format!("n={scene}")));
        link.levers.retain(|(name, lever)| {
            let unknown = unknown(name, lever, &series);
            gone.extend(unknown.map(str::to_owned));
            unknown.is_none()
        });
        link.hidden.retain(|id| story.categories.get(id).is_some());
        (link, gone.into_iter().next())
    }

    /// The link over an `opening`, without levers and a last year that What if would make nothing of; and the first of
    /// those. In other modes they wait for What if, whatever that will be asked by then.
    fn asking(mut self, opening: &Self) -> (Self, Option<String>) {
        if self.mode.or(opening.mode) != Some(Mode::WhatIf) {
            return (self, None);
        }
        let own = |id: &str| {
            [self.a.as_deref().or(opening.a.as_deref()), self.b.as_deref().or(opening.b.as_deref())].contains(&Some(id))
        };
        let from = self.when.or(opening.when).map_or(0, |(_, year)| year);
        let beyond = self.until.take_if(|until| *until <= from || *until > Supposed::last_year(from));
        let last = self.until.or(opening.until).filter(|until| *until > from).unwrap_or(Supposed::last_year(from));
        let late = |lever: &Lever| matches!(lever, Lever::Once { when, .. } if *when <= from || *when > last);
        let idle =
            |(name, lever): &(String, Lever)| late(lever) || !name.rsplit_once('.').is_some_and(|(id, _)| own(id));
        let (idle, levers): (Vec<_>, Vec<_>) = std::mem::take(&mut self.levers).into_iter().partition(idle);
        let told = beyond.map(|year| format!("u={year}")).or_else(|| Some(idle.into_iter().next()?.0));
        (Self { levers, ..self }, told)
    }

    /// The link without what it would be told to say in vain: what was moved for other questions than it asks.
    pub fn to_the_point(self) -> Self {
        self.asking(&Self::default()).0
    }
}

/// What is not known of a part that can be cleared, which then is not said.
fn lost<T: ToString>(part: &mut Part<T>, known: impl Fn(&T) -> bool) -> Option<String> {
    let Part::Is(said) = &*part else { return None };
    let said = (!known(said)).then(|| said.to_string())?;
    *part = Part::Unsaid;
    Some(said)
}

/// Whether amounts of the story are or can be told in a currency.
fn has_currency(story: &Story, currency: Currency) -> bool {
    let name = currency.to_string();
    let rated = story.rates.iter().any(|(_, rate)| [&rate.from, &rate.to].contains(&&name));
    rated || story.series.iter().any(|(_, series)| series.unit.currency == currency)
}

/// What is not known of a lever: its series, or else that series' lever.
fn unknown<'a>(name: &'a str, lever: &Lever, series: &dyn Fn(&str) -> bool) -> Option<&'a str> {
    let (id, kind) = name.rsplit_once('.').unwrap_or((name, ""));
    if !series(id) {
        return Some(id);
    }
    let once = matches!(lever, Lever::Once { .. });
    let known = Kind::ALL.into_iter().any(|known| known.name() == kind && (known == Kind::Once) == once);
    (!known).then_some(name)
}

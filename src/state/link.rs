//! The whole state as a link has it, and back.

use ledgerline_core::claim::{Reading, check};
use ledgerline_core::formula::parse;
use ledgerline_core::link::{Link, Mode, Part, View};
use ledgerline_core::story::{Series, Story};
use leptos::prelude::*;

use super::Shared;
use crate::later;

impl Shared {
    /// The state as it is, so that an effect around it follows every choice.
    pub fn link(&self) -> Link {
        let opening = self.with_story(opening);
        let (ask, year) = (&self.ask, self.year.get());
        let event = self.with_story(|story| Some(story.events.get(self.event.get()?)?.id.clone()));
        Link {
            view: Some(self.view.get()),
            mode: Some(ask.mode.get()),
            a: Some(self.a.get()),
            b: Some(self.b.get()),
            when: Some((ask.since.get().unwrap_or(year), year)),
            measure: Some(self.measure.get()),
            flow: Some(ask.flow.get()),
            prices: Part::told(ask.prices.get(), &opening.prices),
            currency: Part::told(ask.currency.get(), &opening.currency),
            sources: Part::told(ask.sources.get(), &opening.sources),
            target: ask.target.get(),
            scenario: Part::told(ask.scenario.get(), &opening.scenario),
            levers: ask.levers.get(),
            until: ask.until.get(),
            fraction: ask.fraction.get(),
            lines: Some(ask.lines.get()),
            linear: Some(ask.linear.get()),
            claim: Part::told(ask.claim.get(), &opening.claim),
            range: Part::told(self.range.get(), &opening.range),
            lanes: Part::told(self.lanes.get(), &opening.lanes),
            hidden: self.hidden.get(),
            query: Part::told(self.query.get(), &opening.query),
            event: Part::told(event, &opening.event),
            scene: Part::told(self.scene.get(), &opening.scene),
        }
    }

    /// The state as text for an address: the usual choices go unsaid.
    pub fn link_text(&self) -> String {
        let link = self.link();
        let told = Link {
            view: link.view.filter(|view| *view != Default::default()),
            mode: link.mode.filter(|mode| *mode != Mode::Compare),
            flow: link.flow.filter(|flow| *flow != Default::default()),
            lines: link.lines.filter(|lines| *lines),
            linear: link.linear.filter(|linear| *linear),
            ..link
        };
        // Before the calculator is there nothing of it can have been moved.
        match later::here() {
            Some(later) => (later.to_the_point)(told).to_string(),
            None => told.to_string(),
        }
    }

    /// Makes the choices of a link that says nothing in vain; what it does not say is as the story opens with it.
    pub fn restore(&self, link: Link) {
        let opening = self.with_story(opening);
        self.show(link, &opening);
    }

    /// Makes the choices of a scene: what it does not say stays as it is.
    pub fn follow(&self, scene: Link) {
        let current = untrack(|| self.link());
        let (scene, _) = self.with_story(|story| scene.of_story(story));
        self.show(scene, &current);
    }

    /// Makes the calculator's choices of a state; the timeline's stay.
    pub fn ask_again(&self, link: &Link) {
        let now = untrack(|| self.link());
        let hidden = now.hidden.clone();
        self.restore(Link {
            view: None,
            range: now.range,
            lanes: now.lanes,
            hidden,
            query: now.query,
            event: now.event,
            scene: now.scene,
            ..link.clone()
        });
    }

    /// The calculator as the story opens with it, in the tab that is open.
    pub fn start_over(&self) {
        self.ask_again(&Link { mode: Some(self.ask.mode.get_untracked()), ..Link::default() });
    }

    /// Reads a link's text and makes its choices; an empty one says nothing. What is wrong with it is told in `notice`; a
    /// text that is none opens the story as it usually does.
    pub fn read_link(&self, text: &str) {
        let words = self.words();
        let link = if text.is_empty() { Ok(Link::default()) } else { Link::parse(text) };
        let notice = match link {
            Ok(link) => {
                let (link, in_vain) = self.with_story(|story| link.known(&opening(story), story));
                self.restore(link);
                in_vain.map(|said| words.in_vain(&said))
            }
            Err(error) => {
                self.restore(Link::default());
                Some(words.link_error(&error))
            }
        };
        self.notice.set(notice);
    }

    /// Opens a claim: in the mode that does its sum, with its inputs, or else in the list. Tells whether the story has it.
    pub fn open_claim(&self, id: &str) -> bool {
        let found = self.with_story(|story| {
            let claim = story.claims.iter().find(|claim| claim.id == id)?;
            Some(opening_of(&check(claim, story).own, story))
        });
        let Some(opening) = found else { return false };
        let (view, opening) = match self.view.get_untracked() {
            View::Claims => (None, None),
            View::Timeline => (Some(View::Both), opening),
            View::Both | View::Calculator => (None, opening),
        };
        let opening = opening.unwrap_or(Link { mode: Some(Mode::Claims), ..Link::default() });
        batch(|| self.follow(Link { view, claim: Part::Is(id.to_owned()), ..opening }));
        true
    }

    fn show(&self, link: Link, base: &Link) {
        let ask = &self.ask;
        if let Some(view) = link.view {
            self.view.set(view);
        }
        let (since, year) = link.when.or(base.when).unwrap_or_default();
        ask.mode.set(link.mode.or(base.mode).unwrap_or_default());
        self.a.set(link.a.or(base.a.clone()).unwrap_or_default());
        self.b.set(link.b.or(base.b.clone()).unwrap_or_default());
        self.year.set(year);
        ask.since.set((since < year).then_some(since));
        self.measure.set(link.measure.or(base.measure).unwrap_or_default());
        ask.flow.set(link.flow.or(base.flow).unwrap_or_default());
        ask.prices.set(link.prices.over(&base.prices));
        ask.currency.set(link.currency.over(&base.currency));
        ask.sources.set(link.sources.over(&base.sources));
        ask.target.set(if link.target == Default::default() { base.target } else { link.target });
        ask.scenario.set(link.scenario.over(&base.scenario));
        ask.levers.set(if link.levers.is_empty() { base.levers.clone() } else { link.levers });
        ask.until.set(link.until.or(base.until));
        ask.fraction.set(link.fraction.or(base.fraction));
        ask.lines.set(link.lines.or(base.lines).unwrap_or_default());
        ask.linear.set(link.linear.or(base.linear).unwrap_or_default());
        ask.claim.set(link.claim.over(&base.claim));
        self.range.set(link.range.over(&base.range));
        self.lanes.set(link.lanes.over(&base.lanes));
        self.hidden.set(if link.hidden.is_empty() { base.hidden.clone() } else { link.hidden });
        self.query.set(link.query.over(&base.query));
        self.scene.set(link.scene.over(&base.scene));
        let event = link.event.over(&base.event);
        self.event
            .set(self.with_story(|story| story.events.iter().position(|other| Some(&other.id) == event.as_ref())));
    }
}

/// The state in which a mode does a sum that was checked; `None` where none can, or where there is no sum. In a
/// disputed year all sources answer.
pub(crate) fn opening_of(reading: &Reading, story: &Story) -> Option<Link> {
    let link = Link::opening(&parse(reading.formula.as_deref()?).ok()?, story)?;
    match (reading.result.as_ref()?, &reading.range) {
        (Ok(_), _) => Some(link),
        (Err(_), Some(_)) if link.sources == Part::Nothing => {
            Some(Link { sources: Part::Is("all".to_owned()), ..link })
        }
        (Err(_), _) => None,
    }
}

/// The state that a story opens with: its `start`, and where that is silent the first two series in the last year of
/// the first.
fn opening(story: &Story) -> Link {
    let start = Link::from(&story.start);
    let id = |wanted: Option<String>, place: usize| {
        let known = wanted.filter(|id| story.series.get(id).is_some());
        let usual = || story.series.ids().nth(place).or_else(|| story.series.ids().last());
        known.unwrap_or_else(|| usual().unwrap_or_default().to_owned())
    };
    let (a, b) = (id(start.a, 0), id(start.b, 1));
    let last = story.series.get(&a).and_then(Series::years).map(|(_, last)| (last, last));
    Link { a: Some(a), b: Some(b), when: start.when.or(last), ..start }
}

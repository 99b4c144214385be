//! What the reader asks, and what the engine answers.

use ledgerline_core::compare::{Comparison, Sources, Terms};
use ledgerline_core::formula::{Outcome, Refusal};
use ledgerline_core::words::Answer;

use crate::state::Shared;

/// A question with its answer or refusal.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    /// The question.
    pub(super) comparison: Comparison,
    /// The answer.
    pub(super) outcome: Result<Outcome, Refusal>,
}

impl Asked {
    /// The question as the choices stand, answered.
    pub(super) fn of(shared: Shared) -> Self {
        let comparison = comparison(shared);
        let outcome = shared.with_story(|story| comparison.evaluate(story));
        Self { comparison, outcome }
    }

    /// The answer in words; `None` for a refusal.
    pub(super) fn answer(&self, shared: Shared) -> Option<Answer> {
        let words = shared.words();
        let outcome = self.outcome.as_ref().ok()?;
        Some(shared.with_story(|story| words.answer(&self.comparison, outcome, story)))
    }

    /// The sentence that answers or refuses: the caption and the alternative text of every picture.
    pub(super) fn sentence(&self, shared: Shared) -> String {
        let words = shared.words();
        shared.with_story(|story| match &self.outcome {
            Ok(outcome) => words.answer(&self.comparison, outcome, story).sentence,
            Err(refusal) => words.refusal(refusal, story),
        })
    }
}

fn comparison(shared: Shared) -> Comparison {
    let ask = shared.ask;
    let terms = Terms {
        flow: ask.flow.get(),
        prices: ask.prices.get(),
        currency: ask.currency.get(),
        sources: ask.sources.with(|name| Sources::from_name(name.as_deref())),
    };
    Comparison {
        a: shared.a.get(),
        b: shared.b.get(),
        since: ask.since.get(),
        year: shared.year.get(),
        measure: shared.measure.get(),
        terms,
    }
}

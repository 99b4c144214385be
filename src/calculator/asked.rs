//! What the reader asks, and what the engine answers.

use ledgerline_core::compare::{Comparison, Sources, Terms, Yearly};
use ledgerline_core::formula::{Expr, Outcome, Refusal};
use ledgerline_core::words::{Answer, Key};

use crate::state::Shared;

/// A formula with its result and the words for it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Sum {
    /// The formula.
    pub(super) expr: Expr,
    /// Its result.
    pub(super) outcome: Result<Outcome, Refusal>,
    /// The result in words; empty for a refusal.
    pub(super) answer: Answer,
    /// The sentence that answers or refuses.
    pub(super) sentence: String,
}

/// A question with its answer or refusal.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Asked {
    /// The sums, the one that answers first.
    pub(super) sums: Vec<Sum>,
    /// The series that it is about, each once.
    pub(super) ids: Vec<String>,
    /// First and last year that it is about.
    pub(super) span: (i32, i32),
    /// On what terms.
    pub(super) terms: Terms,
    /// The comparison, where it is one, with its answer year by year: empty where that is no line of its own.
    pub(super) compared: Option<(Comparison, Vec<Yearly>)>,
    /// The terms in words, where they are not the usual ones and no sentence says them.
    pub(super) counted: Option<String>,
}

impl Asked {
    /// The comparison as the choices stand, answered.
    pub(super) fn comparison(shared: Shared) -> Self {
        let comparison = comparison(shared);
        let mut sums = vec![Sum::of(shared, &comparison)];
        sums.extend(comparison.of_second().map(|second| Sum::of(shared, &second)));
        let mut ids = vec![comparison.a.clone(), comparison.b.clone()];
        ids.dedup();
        let span = comparison.span();
        let yearly = shared.with_story(|story| comparison.yearly(story));
        // The sentence of a comparison says its terms itself.
        let asked = Self::of(shared, sums, ids, span, comparison.terms.clone());
        Self { counted: None, compared: Some((comparison, yearly)), ..asked }
    }

    /// The answer year by year, where it is a line of its own.
    pub(super) fn yearly(&self) -> &[Yearly] {
        self.compared.as_ref().map_or(&[], |(_, yearly)| yearly)
    }

    /// Sums that are told together.
    pub(super) fn of(shared: Shared, sums: Vec<Sum>, ids: Vec<String>, span: (i32, i32), terms: Terms) -> Self {
        let counted = shared.with_story(|story| shared.words().terms_counted(&terms, story));
        Self { sums, ids, span, terms, compared: None, counted }
    }

    /// The same of a path, whose sentence tells its one rate.
    pub(super) fn of_path(shared: Shared, sums: Vec<Sum>, ids: Vec<String>, span: (i32, i32), terms: Terms) -> Self {
        let told = Terms { currency: terms.currency.filter(|_| terms.prices.is_some()), ..terms.clone() };
        let counted = shared.with_story(|story| shared.words().terms_counted(&told, story));
        Self { counted, ..Self::of(shared, sums, ids, span, terms) }
    }

    /// The sentences that answer or refuse, below the choices that say the terms.
    pub(super) fn told(&self, shared: Shared) -> String {
        self.together(shared, self.sums.iter().map(|sum| sum.sentence.clone()).collect())
    }

    /// The same with the spread and the terms, for what stands alone: the caption and the alternative text of every
    /// picture.
    pub(super) fn sentence(&self, shared: Shared) -> String {
        let mut told: Vec<String> = self.sums.iter().map(|sum| sum.with_spread(shared)).collect();
        told.extend(self.counted.clone().filter(|_| self.sums.iter().any(|sum| sum.outcome.is_ok())));
        self.together(shared, told)
    }

    /// These sentences, those of the sums first.
    fn together(&self, shared: Shared, told: Vec<String>) -> String {
        let refusals = self.sums.iter().map(|sum| sum.outcome.as_ref().err()).chain(std::iter::repeat(None));
        let told: Vec<(String, Option<&Refusal>)> = told.into_iter().zip(refusals).collect();
        shared.with_story(|story| shared.words().told_together(&told, story))
    }

    /// The same of one of the sums; `None` where it has no sentence of its own.
    pub(super) fn alone(&self, shared: Shared, sum: &Sum) -> Option<String> {
        let told = Some(sum.with_spread(shared)).filter(|told| !told.is_empty())?;
        let told: Vec<String> = std::iter::once(told).chain(self.counted.clone()).collect();
        Some(shared.words().together(&told))
    }
}

impl Sum {
    /// A comparison, answered.
    pub(super) fn of(shared: Shared, comparison: &Comparison) -> Self {
        shared.with_story(|story| {
            let expr = comparison.expr(story);
            let outcome = comparison.evaluate_as(&expr, story);
            let words = shared.words();
            let told = outcome.as_ref().map(|outcome| words.answer(comparison, outcome, story));
            let sentence = match (&told, &outcome) {
                (Ok(answer), _) => answer.sentence.clone(),
                (Err(refusal), _) => words.refusal_on(refusal, &comparison.terms, &comparison.asked_of(), story),
            };
            Self { expr, answer: told.unwrap_or_default(), outcome, sentence }
        })
    }

    /// The sentence with its spread. Where no value goes first it tells the ends itself.
    pub(super) fn with_spread(&self, shared: Shared) -> String {
        let ranged = self.outcome.as_ref().is_ok_and(|outcome| outcome.ranged);
        match &self.answer.spread {
            Some(spread) if !ranged && !self.sentence.is_empty() => {
                shared.words().say(Key::CiteSpread, &[("sentence", &self.sentence), ("spread", spread)])
            }
            _ => self.sentence.clone(),
        }
    }
}

/// The terms as the choices stand.
pub(super) fn terms(shared: Shared) -> Terms {
    let ask = shared.ask;
    Terms {
        flow: ask.flow.get(),
        prices: ask.prices.get(),
        currency: ask.currency.get(),
        sources: ask.sources.with(|name| Sources::from_name(name.as_deref())),
    }
}

/// The comparison as the choices stand.
pub(super) fn comparison(shared: Shared) -> Comparison {
    Comparison {
        a: shared.a.get(),
        b: shared.b.get(),
        since: shared.ask.since.get(),
        year: shared.year.get(),
        measure: shared.measure.get(),
        terms: terms(shared),
    }
}

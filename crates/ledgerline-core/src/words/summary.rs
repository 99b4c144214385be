//! The sentence of any result: picture, caption, alternative text and share text use this one.

use super::{Key, Manner, Words};
use crate::claim::Checked;
use crate::compare::Comparison;
use crate::formula::{Expr, Outcome, Refusal};
use crate::scenario::{Projected, WhatIf};
use crate::story::Story;
use crate::target::Target;

/// Something that was asked, with what came of it.
#[derive(Clone, Copy, Debug)]
pub enum Answered<'a> {
    /// A formula.
    Formula(&'a Expr, &'a Outcome),
    /// Two series side by side, or one over time.
    Comparison(&'a Comparison, &'a Outcome),
    /// A goal.
    Target(&'a Target, &'a Outcome),
    /// Two series into the future.
    WhatIf(&'a WhatIf, &'a Projected),
    /// A claim.
    Claim(&'a Checked),
    /// Anything that has no result.
    Refused(&'a Refusal),
}

impl Words {
    /// What came of it, in a sentence or some.
    pub fn summary(&self, answered: Answered<'_>, story: &Story) -> String {
        match answered {
            Answered::Formula(expr, outcome) => self.computed(expr, outcome, story),
            Answered::Comparison(comparison, outcome) => self.answer(comparison, outcome, story).sentence,
            Answered::Target(target, outcome) => self.target(target, outcome, story).sentence,
            Answered::WhatIf(what_if, projected) => self.what_if(what_if, projected, story),
            Answered::Claim(checked) => self.claim(checked, story),
            Answered::Refused(refusal) => self.refusal(refusal, story),
        }
    }

    fn computed(&self, expr: &Expr, outcome: &Outcome, story: &Story) -> String {
        let told = self.result(outcome, Manner::of(outcome.unit));
        let (formula, answer) = (self.formula(expr, story), self.about(&told));
        let values = [("formula", formula.as_str()), ("answer", &answer)];
        match &told.spread {
            Some(spread) => self.say(Key::AnswerFormulaSpread, &[&values[..], &[("spread", spread)]].concat()),
            None => self.say(Key::AnswerFormula, &values),
        }
    }
}

//! The answers of mode Target, in words.

use super::{Answer, Key, Manner, Words, rounding};
use crate::amount::Money;
use crate::formula::Outcome;
use crate::goal::Goal;
use crate::link::Unknown;
use crate::story::Story;

impl Words {
    /// The answer to a goal. `outcome` is that goal's.
    pub fn goal(&self, goal: &Goal, outcome: &Outcome, story: &Story) -> Answer {
        let told = self.result(outcome, Manner::of(outcome.unit));
        let about =
            if told.exact { told.answer.clone() } else { self.say(Key::AnswerAbout, &[("answer", &told.answer)]) };
        let (from, by) = (self.year(goal.from.into()), self.year(goal.by.into()));
        let amount = self.goal_amount(goal, story);
        let a = self.series_long(story, &goal.series);
        let rate = self.rate(goal.growth);
        let (figure, sentence) = match goal.unknown {
            Unknown::Growth => {
                let down = outcome.value < 0.0;
                let size = Outcome { value: outcome.value.abs(), ..outcome.clone() };
                let told = self.result(&size, Manner::Percent);
                let rate =
                    if told.exact { told.answer } else { self.say(Key::AnswerAbout, &[("answer", &told.answer)]) };
                let key = if down { Key::GoalShrink } else { Key::GoalGrow };
                let values = [("a", a), ("from", &from), ("by", &by), ("amount", &amount), ("rate", &rate)];
                (self.result(outcome, Manner::Percent).answer, self.say(key, &values))
            }
            Unknown::Year => {
                let year = self.year(goal.arrival(outcome).into());
                let values = [
                    ("a", a),
                    ("from", &from),
                    ("rate", &rate),
                    ("amount", &amount),
                    ("years", &about),
                    ("year", &year),
                ];
                (year.clone(), self.say(Key::GoalYear, &values))
            }
            Unknown::Amount => {
                let values = [("a", a), ("from", &from), ("rate", &rate), ("by", &by), ("amount", &about)];
                (told.answer.clone(), self.say(Key::GoalAmount, &values))
            }
        };
        Answer { answer: figure, ..Answer::new(told, sentence) }
    }

    /// The amount that is aimed at: "$1bn", or with all that was typed where that is more.
    pub fn goal_amount(&self, goal: &Goal, story: &Story) -> String {
        const THOUSAND: f64 = 1000.0;
        let money: Money = goal.money(story);
        if goal.amount % THOUSAND == 0.0 {
            return self.amount_short(goal.amount, &money);
        }
        self.amount(rounding::trimmed(rounding::round(goal.amount, 2)), &money)
    }

    /// A rate that was typed: "10%".
    pub fn rate(&self, rate: f64) -> String {
        let number = self.number(rounding::trimmed(rounding::round(rate * 100.0, 2)));
        self.say(Key::AnswerPercent, &[("number", &number)])
    }
}

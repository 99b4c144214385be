//! Claims in words: the rule and who set it, the verdict, and the sentence of both with the result.

use super::rounding::{self, Shown};
use super::{Explained, Key, Manner, Told, Words};
use crate::amount::Decimal;
use crate::claim::{Checked, Fit, Form, Reading, Reason, Rule, RuleError, RuleErrorKind, Stated, Verdict};
use crate::compare::doubts;
use crate::date::{Bound, Edtf, Parts};
use crate::formula::{Outcome, Range, Sources, Unit, evaluate_by, parse};
use crate::story::{RuleBy, Story};

const RULES: [&str; 8] = ["exactly", "about", "roughly", "between", "at least", "at most", "more than", "fewer than"];

impl Words {
    /// The verdict in a few words, such as "holds, but not by every source"; `None` for a number without a rule.
    pub fn verdict(&self, reading: &Reading) -> Option<&str> {
        let dates = matches!(reading.rule, Some(Rule::Within(_)));
        let key = match reading.verdict.as_ref()? {
            Verdict::Holds { unanimous: true } => Key::VerdictHolds,
            Verdict::Holds { unanimous: false } => Key::VerdictHoldsNotByAll,
            Verdict::Depends if dates => Key::VerdictDependsDates,
            Verdict::Depends => Key::VerdictDepends,
            Verdict::Fails => Key::VerdictFails,
            Verdict::Unchecked(_) => Key::VerdictUnchecked,
        };
        Some(self.text(key))
    }

    /// What stands against the number of a claim or variant, in sentences; in a disputed year against those of all sources.
    pub fn doubts_of(&self, reading: &Reading, story: &Story) -> Vec<String> {
        let Some(expr) = reading.formula.as_deref().and_then(|formula| parse(formula).ok()) else { return Vec::new() };
        let by_all = || reading.range.as_ref().and_then(|_| evaluate_by(&expr, story, Sources::All).ok());
        let found = reading.result.as_ref().and_then(|found| found.as_ref().ok().cloned()).or_else(by_all);
        found.map(|outcome| self.doubts(&doubts(story, &expr, &outcome), story)).unwrap_or_default()
    }

    /// The result of a claim or variant as its rule is written: a share beside `about 75%` is told in hundredths.
    /// `None` where there is no one result.
    pub fn claim_result(&self, reading: &Reading) -> Option<Told> {
        let outcome = reading.result.as_ref()?.as_ref().ok()?;
        Some(self.result(outcome, manner(reading, outcome.unit, outcome.value)))
    }

    /// The same; where no value goes first, the range of the results.
    pub fn claim_number(&self, reading: &Reading) -> Option<Told> {
        self.claim_result(reading).or_else(|| {
            let range = reading.range.as_ref()?;
            let found = Outcome { ranged: true, ..middle(range) };
            Some(self.result(&found, manner(reading, range.unit, found.value)))
        })
    }

    /// What the claim comes to, in sentences: the result, the rule with who set it, the verdict. Caption, alternative
    /// text and share text are this.
    pub fn claim(&self, checked: &Checked, story: &Story) -> String {
        self.claimed(&checked.own, &checked.events, story)
    }

    /// What a variant comes to, in sentences.
    pub fn variant(&self, reading: &Reading, story: &Story) -> String {
        self.claimed(reading, &[], story)
    }

    fn claimed(&self, reading: &Reading, events: &[(String, Fit)], story: &Story) -> String {
        let found = self.found(reading).or_else(|| self.dated(reading, events));
        let rule = reading.rule.as_ref().map(|rule| self.rule_by(rule, reading.by));
        let so = match (&reading.verdict, &reading.result) {
            (Some(verdict), _) => Some(self.so(reading, verdict, story)),
            (None, Some(Err(reason))) => Some(self.reason(reason, story)),
            _ => None,
        };
        let mut told = [found, rule, so].into_iter().flatten();
        let first = told.next().unwrap_or_default();
        told.fold(first, |first, second| self.both(&first, &second))
    }

    /// What the sum gives.
    fn found(&self, reading: &Reading) -> Option<String> {
        if let (None, Some(range)) = (self.claim_result(reading), &reading.range) {
            let middle = middle(range);
            let spread = self.spread_alone(&middle, manner(reading, range.unit, middle.value))?;
            return Some(self.say(Key::VerdictGivesRange, &[("spread", &spread)]));
        }
        let told = self.claim_result(reading)?;
        let key = if told.spread.is_some() { Key::VerdictGivesSpread } else { Key::VerdictGives };
        let answer = self.about(&told);
        let spread = told.spread.iter().map(|spread| ("spread", spread.as_str()));
        Some(self.say(key, &[("answer", answer.as_str())].into_iter().chain(spread).collect::<Vec<_>>()))
    }

    /// How the events lie to the dates of the rule.
    fn dated(&self, reading: &Reading, events: &[(String, Fit)]) -> Option<String> {
        let Some(Rule::Within(dates)) = &reading.rule else { return None };
        let key = match reading.verdict.as_ref()? {
            Verdict::Holds { .. } => Key::VerdictInside,
            Verdict::Depends => Key::VerdictPartly,
            Verdict::Fails => Key::VerdictOutside,
            Verdict::Unchecked(_) => return None,
        };
        Some(self.count(key, events.len(), &[("dates", &self.time(dates))]))
    }

    /// Dates behind "within": those without an end on one side begin with a word of their own, such as "from".
    fn time(&self, dates: &Edtf) -> String {
        let told = self.date(dates);
        match dates.parts() {
            Parts::One(_) | Parts::Span { from: Bound::Known(_), to: Bound::Known(_) } => told,
            Parts::Span { .. } => self.say(Key::RuleTime, &[("dates", &told)]),
        }
    }

    fn so(&self, reading: &Reading, verdict: &Verdict, story: &Story) -> String {
        let dates = matches!(reading.rule, Some(Rule::Within(_)));
        let key = match verdict {
            Verdict::Holds { unanimous: true } => Key::VerdictSoHolds,
            Verdict::Holds { unanimous: false } => Key::VerdictSoHoldsNotByAll,
            Verdict::Depends if dates => Key::VerdictSoDependsDates,
            Verdict::Depends => Key::VerdictSoDepends,
            Verdict::Fails => Key::VerdictSoFails,
            Verdict::Unchecked(reason) => {
                let reason = match (reason, &reading.result) {
                    (Reason::NoResult, Some(Err(reason))) => reason,
                    _ => reason,
                };
                return self.say(Key::VerdictSoUnchecked, &[("reason", &self.reason(reason, story))]);
            }
        };
        self.text(key).to_owned()
    }

    /// Why there is no result or no verdict, in a sentence or two. For [`Reason::Story`] the claim's own `why` says
    /// more.
    pub fn reason(&self, reason: &Reason, story: &Story) -> String {
        match reason {
            Reason::Refused(refusal) => self.refusal(refusal, story),
            _ => self.explained(reason, story).message,
        }
    }

    /// Why there is no result or no verdict, and what to do about it.
    pub fn explained(&self, reason: &Reason, story: &Story) -> Explained {
        let alone = |key| Explained { message: self.text(key).to_owned(), hint: String::new() };
        match reason {
            Reason::Story | Reason::NoResult => alone(Key::VerdictNoSum),
            Reason::Formula(error) => self.syntax(error),
            Reason::Refused(refusal) => self.refused(refusal, story),
            Reason::Rule(error) => self.rule_error(error),
            Reason::Unlike => alone(Key::VerdictUnlike),
            Reason::Currencies(rule, result) => {
                let names = [("rule", self.currency(*rule)), ("result", self.currency(*result))];
                let message = self.say(Key::VerdictUnlikeMoney, &names.each_ref().map(|(name, text)| (*name, &**text)));
                Explained { message, hint: String::new() }
            }
            Reason::Undated(year) => {
                let message = self.say(Key::VerdictUndated, &[("year", &self.year((*year).into()))]);
                Explained { message, hint: String::new() }
            }
            Reason::NoEvents => alone(Key::VerdictNoEvents),
        }
    }

    /// A rule, with who set it: "The rule was set by the editor: at least 10%."
    pub fn rule_by(&self, rule: &Rule, by: Option<RuleBy>) -> String {
        let key = match (by, rule) {
            // The article gives the number alone.
            (Some(RuleBy::Author), Rule::About(_, None)) => Key::RuleByAuthorAbout,
            (Some(RuleBy::Author), Rule::Roughly(_)) => Key::RuleByAuthorRoughly,
            (Some(RuleBy::Author), _) => Key::RuleByAuthor,
            (Some(RuleBy::Editor), _) => Key::RuleByEditor,
            (None, _) => Key::RuleByNobody,
        };
        self.say(key, &[("rule", &self.rule(rule))])
    }

    /// A rule in words, with what it lets through: "about 60, from 54 to 66".
    pub fn rule(&self, rule: &Rule) -> String {
        let one = |key, x: &Stated| self.say(key, &[("x", &self.stated(x))]);
        match rule {
            Rule::Exactly(x) => one(Key::RuleExactly, x),
            Rule::About(x, None) => self.around(Key::RuleAbout, x, x.value.abs() * 0.1, &[]),
            Rule::Roughly(x) => self.around(Key::RuleRoughly, x, x.value.abs() * 0.25, &[]),
            Rule::About(x, Some(y)) => self.around(Key::RuleAboutMargin, x, y.value, &[("margin", &self.stated(y))]),
            Rule::Between(low, high) => {
                self.say(Key::RuleBetween, &[("low", &self.stated(low)), ("high", &self.stated(high))])
            }
            Rule::AtLeast(x) => one(Key::RuleAtLeast, x),
            Rule::AtMost(x) => one(Key::RuleAtMost, x),
            Rule::MoreThan(x) => one(Key::RuleMoreThan, x),
            Rule::FewerThan(x) => one(Key::RuleFewerThan, x),
            Rule::Within(dates) => self.say(Key::RuleWithin, &[("dates", &self.time(dates))]),
        }
    }

    fn around(&self, key: Key, x: &Stated, margin: f64, more: &[(&str, &str)]) -> String {
        let (low, high) = (self.like(x, x.value - margin), self.like(x, x.value + margin));
        let values = [("x", self.stated(x)), ("low", low), ("high", high)];
        let values = values.iter().map(|(name, value)| (*name, value.as_str())).chain(more.iter().copied());
        self.say(key, &values.collect::<Vec<_>>())
    }

    /// A number of a rule as it is written: "60", "75%", "1/6", "$100m".
    pub fn stated(&self, stated: &Stated) -> String {
        match stated.form {
            Form::Plain(number) => self.written(number),
            Form::Percent(number) => self.say(Key::AnswerPercent, &[("number", &self.written(number))]),
            Form::Fraction(over, under) => {
                self.say(Key::RuleFraction, &[("over", &self.written(over)), ("under", &self.written(under))])
            }
            Form::Amount(number, money) => self.amount(said(number), &money),
        }
    }

    /// Another value, written like a number of a rule.
    fn like(&self, stated: &Stated, value: f64) -> String {
        let short = |value: f64| rounding::trimmed(rounding::round(value, rounding::place_of(value, 4)));
        match stated.form {
            Form::Amount(_, money) => self.amount(short(value / money.scale.factor()), &money),
            _ if stated.in_percent() => self.say(Key::AnswerPercent, &[("number", &self.number(short(value * 100.0)))]),
            _ => self.number(short(value)),
        }
    }

    /// What is wrong with the text of a rule.
    pub fn rule_error(&self, error: &RuleError) -> Explained {
        let about = |key| self.say(key, &[("found", error.found.as_str())]);
        let write = |example: &str| self.say(Key::RuleWrite, &[("example", example)]);
        let text = |key| self.text(key).to_owned();
        let (message, hint) = match &error.kind {
            RuleErrorKind::Unknown => {
                let words = RULES.join(self.text(Key::NumberComma));
                (about(Key::RuleUnknown), self.say(Key::RuleWords, &[("words", &words)]))
            }
            RuleErrorKind::NoNumber => (about(Key::RuleNoNumber), text(Key::RuleNumbers)),
            RuleErrorKind::NoTwoNumbers => (about(Key::RuleNoTwoNumbers), write("between 5% and 15%")),
            RuleErrorKind::Backwards => (about(Key::RuleBackwards), write("between 5% and 15%")),
            RuleErrorKind::Unlike => (about(Key::RuleUnlike), text(Key::RuleAlike)),
            RuleErrorKind::Margin => (text(Key::RuleMargin), write("75% ± 5%")),
            RuleErrorKind::AboutZero => (about(Key::RuleAboutNought), write("about 0 ± 5")),
            RuleErrorKind::NoDate(error) => (about(Key::RuleNoDate), error.hint()),
            RuleErrorKind::ForDates => (about(Key::RuleForDates), write("about 60")),
            RuleErrorKind::ForNumbers => (about(Key::RuleForNumbers), write("within 2014-03/2014-04")),
        };
        Explained { message, hint }
    }
}

/// An amount as it was said: of a whole one the noughts are no digits, so that 1000 million is $1bn and not $1.000bn.
fn said(number: Decimal) -> Shown {
    let shown = Shown { value: number.value, place: number.decimals.into() };
    if number.decimals == 0 { rounding::trimmed(shown) } else { shown }
}

/// A pure number is told as its rule is written, in hundredths or as so many times; without a rule, in hundredths where
/// it is below one.
fn manner(reading: &Reading, unit: Unit, value: f64) -> Manner {
    let hundredths = reading.rule.as_ref().map_or(value.abs() < 1.0, Rule::in_percent);
    match unit {
        Unit::Ratio if hundredths => Manner::Percent,
        Unit::Ratio => Manner::Times,
        _ => Manner::of(unit),
    }
}

/// A result that stands for a range, whose ends are rounded as those of any spread.
fn middle(range: &Range) -> Outcome {
    let value = range.spread.low / 2.0 + range.spread.high / 2.0;
    Outcome::bare(value, range.unit, Some(range.spread))
}

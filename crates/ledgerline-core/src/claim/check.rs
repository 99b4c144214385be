//! Checks a claim with its variants.

use super::dates::{self, Fit};
use super::{Figure, Region, Rule, RuleError, Verdict};
use crate::amount::Currency;
use crate::compare::Terms;
use crate::formula::{Expr, Outcome, Range, Refusal, Spread, SyntaxError, Unit, over_all, parse, some_pick};
use crate::story::{Claim, ClaimKind, RuleBy, Says, Story};

/// A claim, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The claim itself.
    pub own: Reading,
    /// For a claim on dates: its events by id, and how each lies to the rule.
    pub events: Vec<(String, Fit)>,
    /// Its variants, in the order of the story.
    pub variants: Vec<Reading>,
}

/// A formula with its result, its rule and what comes of the two: that of a claim or of one of its variants.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The formula as the story writes it; `None` for dates, and for claims without one.
    pub formula: Option<String>,
    /// Its result, or why there is none; `None` without a formula.
    pub result: Option<Result<Outcome, Reason>>,
    /// All results by other sources, where no value goes first: the year of some cell is disputed.
    pub range: Option<Range>,
    /// The rule; `None` without one, or where it cannot be read (which the verdict tells).
    pub rule: Option<Rule>,
    /// Who set the rule, as far as the story tells; a rule of a variant's own is the editor's.
    pub by: Option<RuleBy>,
    /// What the rule lets through, in the unit of the result; `None` without both.
    pub region: Option<Region>,
    /// What comes of it; `None` for a number without a rule.
    pub verdict: Option<Verdict>,
}

/// Why there is no result, or no verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The story says that nothing can be computed, and why, in the claim's `why` (markup).
    Story,
    /// The formula has no result; [`Reading::result`] tells why.
    NoResult,
    /// The formula cannot be read.
    Formula(SyntaxError),
    /// The formula has no result.
    Refused(Refusal),
    /// The rule cannot be read, or is of another kind than the claim.
    Rule(RuleError),
    /// The rule and the result do not go together, such as 5% and an amount of money.
    Unlike,
    /// The rule is in one currency and the result in another.
    Currencies(Currency, Currency),
    /// The rule is an amount, which names no year, and the result is at the prices of one that its formula does not ask
    /// for.
    Undated(i32),
    /// The claim names no events.
    NoEvents,
}

impl Reason {
    /// A short name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Story => "no-sum",
            Self::NoResult => "no-result",
            Self::Formula(_) => "bad-formula",
            Self::Refused(refusal) => refusal.code(),
            Self::Rule(_) => "bad-rule",
            Self::Unlike | Self::Currencies(..) => "unlike-units",
            Self::Undated(_) => "undated-amount",
            Self::NoEvents => "no-events",
        }
    }
}

/// Checks a claim with its variants over a story. Every evaluation costs what its formula costs.
pub fn check(claim: &Claim, story: &Story) -> Checked {
    check_on(claim, story, &Terms::default())
}

/// Checks a claim as [`check`] does, at other prices, in another currency or by other sources: its formulas are put on
/// these terms where they name none themselves ([`Terms::over`]), and its rule stays. Where all sources are asked no
/// value goes first, so a rule holds for all of them, for some or for none.
pub fn check_on(claim: &Claim, story: &Story, terms: &Terms) -> Checked {
    let (says, at) = (claim.says.as_deref(), At { story, terms });
    let variants = claim.variants.iter().map(|variant| match &variant.says {
        Says::Inherited => Reading { by: claim.rule_by, ..at.number(&variant.formula, says) },
        Says::Nothing => at.number(&variant.formula, None),
        // The article makes its claim once: another rule is whoever wrote the story's.
        Says::Rule(says) => {
            Reading { by: claim.rule_by.map(|_| RuleBy::Editor), ..at.number(&variant.formula, Some(says)) }
        }
    });
    let variants = variants.collect();
    let (own, events) = match (claim.kind, &claim.formula) {
        (ClaimKind::Dates, _) => on_dates(claim, story),
        (ClaimKind::Number, Some(formula)) => (at.number(formula, says), Vec::new()),
        (ClaimKind::Number, None) | (ClaimKind::Unchecked, _) => (at.unchecked(claim), Vec::new()),
    };
    Checked { own: Reading { by: claim.rule_by, ..own }, events, variants }
}

/// A story, and the terms on which its claims are checked.
#[derive(Clone, Copy)]
struct At<'a> {
    story: &'a Story,
    terms: &'a Terms,
}

impl At<'_> {
    /// A number against a rule, or a number alone.
    fn number(self, formula: &str, says: Option<&str>) -> Reading {
        let parsed = parse(formula);
        // Where the formula says prices itself, whoever wrote it meant the rule for those.
        let prices = self.terms.prices.filter(|_| parsed.as_ref().is_ok_and(|expr| !expr.is_real()));
        let parsed = parsed.map(|expr| self.terms.over(expr));
        let told = match &parsed {
            Ok(expr) if *self.terms != Terms::default() => expr.to_string(),
            _ => formula.to_owned(),
        };
        let mut reading = Reading { formula: Some(told), ..Reading::empty() };
        match &parsed {
            Ok(expr) => reading.compute(expr, self),
            Err(error) => reading.result = Some(Err(Reason::Formula(error.clone()))),
        }
        match says.map(Rule::for_numbers) {
            None => {}
            Some(Err(error)) => reading.verdict = Some(Verdict::Unchecked(Reason::Rule(error))),
            Some(Ok(rule)) => {
                reading.region = reading.unit().and_then(|unit| Region::of(&rule, unit));
                reading.rule = Some(rule);
                reading.verdict = Some(match (&parsed, prices) {
                    (Ok(_), Some(year)) if reading.region.is_some() && reading.speaks_of_money() => {
                        reading.region = None;
                        Verdict::Unchecked(Reason::Undated(year))
                    }
                    (Ok(expr), _) => reading.judged(expr, self.story),
                    (Err(_), _) => Verdict::Unchecked(Reason::NoResult),
                });
            }
        }
        reading
    }

    /// A formula here is context: a number without a verdict.
    fn unchecked(self, claim: &Claim) -> Reading {
        let context = claim.formula.as_ref().map(|formula| self.number(formula, None));
        Reading { verdict: Some(Verdict::Unchecked(Reason::Story)), ..context.unwrap_or_else(Reading::empty) }
    }
}

fn on_dates(claim: &Claim, story: &Story) -> (Reading, Vec<(String, Fit)>) {
    let says = claim.says.as_deref().unwrap_or_default();
    match Rule::for_dates(says) {
        Ok(dates) => {
            let events = dates::fits(claim, story, &dates);
            let verdict = Some(dates::verdict(&events));
            (Reading { rule: Some(Rule::Within(dates)), verdict, ..Reading::empty() }, events)
        }
        Err(error) => {
            let verdict = Some(Verdict::Unchecked(Reason::Rule(error)));
            (Reading { verdict, ..Reading::empty() }, Vec::new())
        }
    }
}

impl Reading {
    fn empty() -> Self {
        Self { formula: None, result: None, range: None, rule: None, by: None, region: None, verdict: None }
    }

    fn compute(&mut self, expr: &Expr, At { story, terms }: At<'_>) {
        let result = terms.evaluate(expr, story);
        if let Err(Refusal::Disputed { .. } | Refusal::Gaps { .. }) = result {
            self.range = over_all(expr, story).ok();
        }
        self.result = Some(result.map_err(Reason::Refused));
    }

    fn unit(&self) -> Option<Unit> {
        self.figure().map(|figure| figure.unit)
    }

    fn speaks_of_money(&self) -> bool {
        self.rule.as_ref().and_then(Rule::currency).is_some()
    }

    /// Why the rule lets nothing through that could be the result.
    fn unlike(&self) -> Reason {
        match (self.unit(), self.rule.as_ref().and_then(Rule::currency)) {
            (None, _) => Reason::NoResult,
            (Some(Unit::Amount(money)), Some(own)) => Reason::Currencies(own, money.currency),
            _ => Reason::Unlike,
        }
    }

    /// The verdict by the region that the rule lets through.
    fn judged(&self, expr: &Expr, story: &Story) -> Verdict {
        let Some(region) = self.region else { return Verdict::Unchecked(self.unlike()) };
        let all = |spread: Spread| region.contains(spread.low) && region.contains(spread.high);
        let Some(Figure { value, spread, .. }) = self.figure() else { return Verdict::Fails };
        // Where all sources were asked no value has to go first.
        let by_all = value.is_none() && matches!(self.result, Some(Ok(_)));
        if by_all && spread.is_some_and(all) {
            return Verdict::Holds { unanimous: true };
        }
        if value.is_some_and(|value| region.contains(value)) {
            return Verdict::Holds { unanimous: spread.is_none_or(all) };
        }
        spread.map_or(Verdict::Fails, |spread| outside(region, spread, expr, story))
    }
}

/// The verdict where no preferred result is inside. Between the ends of the spread there are gaps, so where
/// neither end is inside, the picks are looked at; where there are too many, some may be.
fn outside(region: Region, spread: Spread, expr: &Expr, story: &Story) -> Verdict {
    if region.misses(spread.low, spread.high) {
        return Verdict::Fails;
    }
    let end = spread.exact && (region.contains(spread.low) || region.contains(spread.high));
    let some = end || some_pick(expr, story, &|value| region.contains(value)).unwrap_or(true);
    if some { Verdict::Depends } else { Verdict::Fails }
}

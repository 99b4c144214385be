//! The formulas and rules of claims: whether they can be read. A claim whose cannot is shown as one that cannot be
//! checked, so these are warnings.

use super::super::report::quoted;
use super::super::{Claim, ClaimKind, Says, Story};
use super::{Checker, Step};
use crate::claim::Rule;
use crate::formula::parse;
use crate::words::Words;
use std::collections::BTreeSet;

/// The formulas of claims and variants, and the series in them.
pub(super) fn formulas_can_be_read(story: &Story, checker: &mut Checker<'_, '_>) {
    let series: BTreeSet<&str> = story.series.ids().collect();
    for (index, claim) in story.claims.iter().enumerate() {
        let own = claim.formula.iter().map(|formula| (vec![], formula));
        let variants = claim.variants.iter().enumerate();
        let variants = variants.map(|(place, variant)| (variant_of(place), &variant.formula));
        for (inner, formula) in own.chain(variants) {
            let path = [&claim_of(index), inner.as_slice(), &[Step::To("formula")]].concat();
            match parse(formula) {
                Ok(expr) => unknown_series(&expr.series(), &series, &path, checker),
                Err(error) => {
                    let told = Words::english().syntax(&error);
                    let message = format!("The formula cannot be read at character {}: {}", error.at + 1, told.message);
                    checker.warning(&path, "bad-formula", message, told.hint);
                }
            }
        }
    }
}

fn unknown_series(named: &[&str], known: &BTreeSet<&str>, path: &[Step<'_>], checker: &mut Checker<'_, '_>) {
    if let Some(id) = named.iter().find(|id| !known.contains(*id)) {
        let near = checker.report.nearest(id, &mut known.iter().copied());
        let hint = near.map(|near| format!("Perhaps “{near}” is meant.")).unwrap_or_default();
        let message = format!("The formula names a series {} that the story does not have.", quoted(id));
        checker.warning(path, "unknown-series", message, hint);
    }
}

/// The rules of claims on numbers and of variants.
pub(super) fn rules_can_be_read(story: &Story, checker: &mut Checker<'_, '_>) {
    for (index, claim) in story.claims.iter().enumerate() {
        let own = claim.says.iter().filter(|_| claim.kind == ClaimKind::Number).map(|says| (vec![], says));
        for (inner, says) in own.chain(of_variants(claim)) {
            if let Err(error) = Rule::for_numbers(says) {
                let path = [&claim_of(index), inner.as_slice(), &[Step::To("says")]].concat();
                let told = Words::english().rule_error(&error);
                checker.warning(&path, "bad-rule", told.message, told.hint);
            }
        }
    }
}

fn of_variants(claim: &Claim) -> impl Iterator<Item = (Vec<Step<'static>>, &String)> {
    claim.variants.iter().enumerate().filter_map(|(place, variant)| match &variant.says {
        Says::Rule(says) => Some((variant_of(place), says)),
        Says::Inherited | Says::Nothing => None,
    })
}

fn claim_of(index: usize) -> [Step<'static>; 2] {
    [Step::To("claims"), Step::Item(index)]
}

fn variant_of(place: usize) -> Vec<Step<'static>> {
    vec![Step::To("variants"), Step::Item(place)]
}

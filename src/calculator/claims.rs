//! What the article asserts, each claim with its number, its rule and the verdict by that rule.

mod variants;
mod verdict;

use ledgerline_core::claim::{Checked, Reading, Reason, Verdict, check};
use ledgerline_core::formula::{Sources, evaluate_by, parse};
use ledgerline_core::link::Mode;
use ledgerline_core::story::Claim;
use ledgerline_core::words::{Answer, Key, Manner, Words};

use super::actions::of_claims;
use super::answer::beside;
use super::asked::Sum;
use super::sum;
use crate::parts::{El, Els, button, el, markup, said};
use crate::reactive::{Memo, RwSignal, effect};
use crate::state::{Shared, claim_opening};

/// The claims as an instrument of their own, under a heading.
pub(crate) fn claims(shared: Shared) -> El {
    let heading = shared.words().count(Key::ClaimsHeading, shared.with_story(|story| story.claims.len()), &[]);
    let section = el("section").class("calc").attr("aria-label", &heading).attr("part", "claims");
    if shared.with_story(|story| story.claims.is_empty()) {
        return section.child(said("p", shared, Key::ClaimsNone).class("help"));
    }
    section.child(el("h3").class("mode").text(&heading)).child(list(shared)).child(of_claims(shared))
}

/// All claims, in the order of the story, below what comes of them in all.
pub(super) fn list(shared: Shared) -> El {
    let words = shared.words();
    let story = shared.story();
    let label = words.count(Key::ClaimsHeading, story.claims.len(), &[]);
    let checked: Vec<Checked> = story.claims.iter().map(|claim| check(claim, &story)).collect();
    let tally = verdict::tally(&words, checked.iter().filter_map(|checked| checked.own.verdict.as_ref()));
    let items = checked.into_iter().enumerate();
    let items = items.filter_map(|(place, checked)| Some(item(shared, place, story.claims.get(place)?, checked)));
    let list = el("ul").class("claims").attr("tabindex", "-1").attr("aria-label", &label).children(items.collect());
    el("div").child(tally).child(list)
}

/// For paper the claims with their numbers and verdicts; what stands behind them is for the screen.
pub(super) fn in_short(shared: Shared) -> Els {
    let words = shared.words();
    let story = shared.story();
    if !shared.printing.get() || shared.ask.mode.get() == Mode::Claims || story.claims.is_empty() {
        return Els::new();
    }
    let item = |claim: &Claim| {
        let checked = check(claim, &story);
        let item = el("li").class("claim").child(stated(shared, claim, &checked));
        item.maybe(number(&checked.own, &words)).maybe(verdict::verdict(&checked.own, &words))
    };
    let heading = el("h3").text(&words.count(Key::ClaimsHeading, story.claims.len(), &[]));
    vec![heading, el("ul").class("claims paper").children(story.claims.iter().map(item).collect())]
}

/// The statement, and the rule by which it is judged.
fn stated(shared: Shared, claim: &Claim, checked: &Checked) -> El {
    let rule = checked.own.rule.as_ref().map(|rule| shared.words().rule_by(rule, checked.own.by));
    let rule = rule.map(|rule| el("span").class("ruled").text(&rule));
    el("span").child(el("span").class("statement").text(&claim.statement)).text(" ").maybe(rule)
}

/// A claim: folded its statement, its number and the verdict; opened all that stands behind them.
fn item(shared: Shared, place: usize, claim: &Claim, checked: Checked) -> El {
    let words = shared.words();
    let heading = el("summary").child(stated(shared, claim, &checked));
    let heading = heading.maybe(number(&checked.own, &words)).maybe(verdict::verdict(&checked.own, &words));
    let id = claim.id.clone();
    let own = Memo::new(move |_| shared.ask.claim.with(|open| open.as_deref() == Some(id.as_str())));
    let heading = heading.bind_attr("aria-current", move || own.get().then(|| "true".to_owned()));
    let open = RwSignal::new(own.get_untracked());
    let shown = move || open.get() || shared.printing.get();
    let body = move || if shown() { body(shared, place, &checked) } else { Els::new() };
    let details = el("details").child(heading).child(el("div").class("behind").bind(body));
    let held = details.clone();
    // A claim that is asked for from outside opens and comes into sight.
    effect(move |_| {
        if own.get() {
            open.set(true);
            held.html().scroll_into_view();
        }
    });
    let toggled = details.clone();
    let details = details.bind_open(shown);
    let details = details.on("toggle", move |_| {
        let now = toggled.html().has_attribute("open");
        if now != open.get_untracked() && !shared.printing.get_untracked() {
            open.set(now);
        }
    });
    el("li").class("claim").child(details)
}

pub(super) fn number(reading: &Reading, words: &Words) -> Option<El> {
    let told = words.claim_result(reading)?;
    let spread = told.reach.map(|spread| el("span").class("spread").text(&spread));
    Some(el("span").class("number").child(el("b").text(&told.answer)).maybe(spread))
}

fn body(shared: Shared, place: usize, checked: &Checked) -> Els {
    let words = shared.words();
    let story = shared.story();
    let Some(claim) = story.claims.get(place) else { return Els::new() };
    let phrase = claim.phrase.as_ref().map(|phrase| words.say(Key::ClaimsPhrase, &[("phrase", phrase)]));
    let mut parts: Els =
        [phrase, rest(shared, &checked.own)].into_iter().flatten().map(|text| el("p").text(&text)).collect();
    parts.extend(leads(shared, claim));
    // Whoever comes from the article lands on the sum itself.
    parts.extend(reckoned(shared, &checked.own));
    parts.extend([&claim.why, &claim.note].into_iter().flatten().flat_map(|text| markup(text)));
    parts.extend(events(shared, checked));
    parts.extend(variants::variants(shared, claim, checked));
    parts
}

/// What number, rule and verdict beside the statement leave unsaid: why there is no verdict.
pub(super) fn rest(shared: Shared, reading: &Reading) -> Option<String> {
    if ranges(shared, reading) {
        return Some(shared.with_story(|story| shared.words().variant(reading, story)));
    }
    let reason = match (&reading.verdict, &reading.result) {
        (Some(Verdict::Unchecked(Reason::NoResult)) | None, Some(Err(reason))) => reason,
        (Some(Verdict::Unchecked(reason)), _) => reason,
        _ => return None,
    };
    Some(shared.with_story(|story| shared.words().reason(reason, story)))
}

/// Whether a sum gives no one number, but a range: only the whole sentence tells it.
pub(super) fn ranges(shared: Shared, reading: &Reading) -> bool {
    reading.range.is_some() && shared.words().claim_result(reading).is_none()
}

/// A button to the mode that does the same sum; where none does, that.
fn leads(shared: Shared, claim: &Claim) -> Option<El> {
    if shared.with_story(|story| claim_opening(claim, story)).is_none() {
        return claim.formula.as_ref().map(|_| said("p", shared, Key::ClaimsNoMode));
    }
    let id = claim.id.clone();
    let open = move |_: &_| {
        shared.open_claim(&id);
    };
    Some(el("p").child(button(shared.words().text(Key::ClaimsOpen), open)))
}

/// The events that a claim on dates is about.
fn events(shared: Shared, checked: &Checked) -> Option<El> {
    let words = shared.words();
    let story = shared.story();
    let items = checked.events.iter().filter_map(|(id, _)| {
        let place = story.events.iter().position(|event| event.id == *id)?;
        let event = &story.events[place];
        let text = words.say(Key::TimelineEvent, &[("date", &words.date(&event.when)), ("title", &event.title)]);
        Some(el("li").child(button(&text, move |_| shared.open(place)).class("plain")))
    });
    let items: Els = items.collect();
    (!items.is_empty()).then(|| el("ul").class("variants").children(items))
}

/// The sum of a claim.
pub(super) fn reckoned(shared: Shared, reading: &Reading) -> Els {
    let words = shared.words();
    let Some(Ok(expr)) = reading.formula.as_deref().map(parse) else { return Els::new() };
    let found = match &reading.result {
        Some(Ok(outcome)) => Ok(outcome.clone()),
        // No value goes first: all of them answer.
        _ if reading.range.is_some() => shared.with_story(|story| evaluate_by(&expr, story, Sources::All)),
        _ => return Els::new(),
    };
    let Ok(outcome) = found else { return Els::new() };
    let told = words.claim_result(reading).unwrap_or_else(|| words.result(&outcome, Manner::of(outcome.unit)));
    let answer = Answer::new(told, String::new());
    let sum = Sum { expr, outcome: Ok(outcome.clone()), answer, sentence: String::new() };
    let sums = el("div").class("sums").children(sum::one(shared, &sum, &outcome));
    std::iter::once(sums).chain(beside(shared, &sum.expr, &outcome)).collect()
}

/// What the open claim says, above the sum that it is about; over other inputs the way back to its own.
pub(super) fn banner(shared: Shared) -> Els {
    let Some(id) = shared.ask.claim.get() else { return Els::new() };
    let words = shared.words();
    let story = shared.story();
    let Some(claim) = story.claims.iter().find(|claim| claim.id == id) else { return Els::new() };
    let checked = check(claim, &story);
    let own = claim_opening(claim, &story);
    let as_opened = own.as_ref().is_some_and(|own| variants::asks(&shared.link(), own));
    let told = match variants::open(shared, claim, &checked) {
        _ if as_opened => Some(words.claim(&checked, &story)),
        told => told,
    };
    let back = told.is_none() && own.is_some();
    let back = back.then(|| {
        let id = id.clone();
        button(words.text(Key::ClaimsBack), move |_| {
            shared.open_claim(&id);
        })
    });
    let told = told.unwrap_or_else(|| words.text(Key::ClaimsChanged).to_owned());
    let all = button(words.text(Key::ClaimsAll), move |_| shared.ask.mode.set(Mode::Claims));
    let close = button(words.text(Key::ClaimsClose), move |_| shared.ask.claim.set(None));
    let text = el("p").child(el("b").text(&claim.statement)).text(" ").text(&told);
    let banner = el("div").class("banner").attr("part", "claim").child(text).maybe(back);
    vec![banner.child(all).child(close)]
}

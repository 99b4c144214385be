//! What the article asserts, each claim with its number, its rule and the verdict by that rule.

mod banner;
mod choices;
mod shown;
mod variants;
mod verdict;

pub(super) use banner::banner;
pub(super) use choices::on;

use ledgerline_core::claim::{Checked, Reading, Reason, Verdict, check, check_on};
use ledgerline_core::formula::{Sources, evaluate_by, parse};
use ledgerline_core::link::{Link, Mode, Part};
use ledgerline_core::story::Claim;
use ledgerline_core::words::{Answer, Key, Manner, Words};
use leptos::prelude::untrack;

use super::answer::beside;
use super::asked::Sum;
use super::{downloads, sum};
use crate::parts::{El, Els, button, el, markup, said};
use crate::reactive::{Memo, RwSignal, effect};
use crate::state::{Shared, opening_of};

/// The claims as an instrument of their own, under a heading.
pub(crate) fn claims(shared: Shared) -> El {
    let heading = shared.words().count(Key::ClaimsHeading, shared.with_story(|story| story.claims.len()), &[]);
    let section = el("section").class("calc").attr("aria-label", &heading).attr("part", "claims");
    if shared.with_story(|story| story.claims.is_empty()) {
        return section.child(said("p", shared, Key::ClaimsNone).class("help"));
    }
    section.child(el("h3").class("mode").text(&heading)).children(checking(shared))
}

/// The choices of the terms, what comes of the claims on them, and their data.
pub(super) fn checking(shared: Shared) -> Els {
    let checked = Memo::new(move |_| {
        let terms = on(shared);
        shared.with_story(|story| story.claims.iter().map(|claim| check_on(claim, story, &terms)).collect())
    });
    let mut parts = choices::choices(shared);
    let table = shown::all(shared, checked);
    parts.extend([list(shared, checked).attr("part", "claims"), table, downloads::of_claims(shared, checked)]);
    parts
}

/// All claims, in the order of the story, below what comes of them in all.
fn list(shared: Shared, checked: Memo<Vec<Checked>>) -> El {
    let words = shared.words();
    let story = shared.story();
    let label = words.count(Key::ClaimsHeading, story.claims.len(), &[]);
    let tally =
        move || checked.with(|all| vec![verdict::tally(&shared.words(), all.iter().map(|checked| &checked.own))]);
    let item = |(place, claim): (usize, &Claim)| {
        let own = Memo::new(move |_| checked.with(|all| all.get(place).cloned()));
        item(shared, place, claim, own)
    };
    let items = story.claims.iter().enumerate().map(item).collect();
    let list = el("ul").class("claims").attr("tabindex", "-1").attr("aria-label", &label).children(items);
    el("div").child(el("div").bind(tally)).child(list)
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
fn item(shared: Shared, place: usize, claim: &Claim, checked: Memo<Option<Checked>>) -> El {
    let head = move || checked.with(|checked| checked.as_ref().map(|checked| head(shared, place, checked)));
    let id = claim.id.clone();
    let own = Memo::new(move |_| shared.ask.claim.with(|open| open.as_deref() == Some(id.as_str())));
    let heading = el("summary").bind(move || head().unwrap_or_default());
    let heading = heading.bind_attr("aria-current", move || own.get().then(|| "true".to_owned()));
    let open = RwSignal::new(own.get_untracked());
    let shown = move || open.get() || shared.printing.get();
    let behind = move || checked.with(|checked| checked.as_ref().map(|checked| body(shared, place, checked)));
    let body = move || if shown() { behind().unwrap_or_default() } else { Els::new() };
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
            // Closed by hand it is none that the page asks for any more, and can be asked for again.
            if !now && own.get_untracked() {
                shared.ask.claim.set(None);
            }
        }
    });
    el("li").class("claim").child(details)
}

/// The statement with its rule, its number before what the rule lets through, and the verdict.
fn head(shared: Shared, place: usize, checked: &Checked) -> Els {
    let words = shared.words();
    let story = shared.story();
    let Some(claim) = story.claims.get(place) else { return Els::new() };
    let number = number(&checked.own, &words).map(|number| number.maybe(shown::strip(checked)));
    let parts = [Some(stated(shared, claim, checked)), number, verdict::verdict(&checked.own, &words)];
    parts.into_iter().flatten().collect()
}

pub(super) fn number(reading: &Reading, words: &Words) -> Option<El> {
    let told = words.claim_number(reading)?;
    // Where no value goes first the ends are the answer.
    let one = reading.figure().and_then(|figure| figure.value);
    let spread = told.reach.filter(|_| one.is_some()).map(|spread| el("span").class("spread").text(&spread));
    Some(el("span").class("number").child(el("b").text(&told.answer)).maybe(spread))
}

fn body(shared: Shared, place: usize, checked: &Checked) -> Els {
    let words = shared.words();
    let story = shared.story();
    let Some(claim) = story.claims.get(place) else { return Els::new() };
    let phrase = claim.phrase.as_ref().map(|phrase| words.say(Key::ClaimsPhrase, &[("phrase", phrase)]));
    let mut parts: Els =
        [phrase, rest(shared, &checked.own)].into_iter().flatten().map(|text| el("p").text(&text)).collect();
    parts.extend(leads(shared, claim, checked));
    let picture = shown::picture(shared, place, checked);
    parts.extend(picture.clone());
    // Whoever comes from the article lands on the sum itself.
    parts.extend(reckoned(shared, &checked.own));
    parts.extend([&claim.why, &claim.note].into_iter().flatten().flat_map(|text| markup(text)));
    parts.extend(events(shared, checked));
    parts.extend(variants::variants(shared, claim, checked));
    parts.push(downloads::of_claim(shared, place, checked, shown::caption(shared, claim, checked), picture));
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
fn leads(shared: Shared, claim: &Claim, checked: &Checked) -> Option<El> {
    let Some(opening) = opening(shared, &checked.own) else {
        return checked.own.figure().is_some().then(|| said("p", shared, Key::ClaimsNoMode));
    };
    Some(el("p").child(variants::opener(shared, &claim.id, opening)))
}

/// The state in which a mode does the sum of a reading, on the terms that the reader chose.
pub(super) fn opening(shared: Shared, reading: &Reading) -> Option<Link> {
    let link = shared.with_story(|story| opening_of(reading, story))?;
    let all = untrack(|| shared.ask.sources.get()).filter(|name| name == "all" && link.sources == Part::Nothing);
    Some(match all {
        Some(all) => Link { sources: Part::Is(all), ..link },
        None => link,
    })
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

//! What the open claim says, above the sum that it is about; over other inputs the way back to its own.

use ledgerline_core::claim::{Checked, check, check_on};
use ledgerline_core::link::{Link, Mode};
use ledgerline_core::story::Claim;
use ledgerline_core::words::Key;

use super::super::history::asked;
use super::choices::on;
use super::{opening, variants};
use crate::parts::{El, Els, el};
use crate::reactive::Memo;
use crate::state::{Shared, opening_of};

/// What stands in it.
#[derive(Clone, Debug, PartialEq)]
struct Said {
    id: String,
    statement: String,
    told: String,
    /// Whether the calculator asks something else than the claim, which could be asked again.
    back: bool,
}

/// Empty where no claim is open. It is made anew where it says something else, and not at every choice: a button in it
/// keeps the focus.
pub(in super::super) fn banner(shared: Shared) -> El {
    let checked = Memo::new(move |_| {
        let id = shared.ask.claim.get()?;
        shared.with_story(|story| {
            let place = story.claims.iter().position(|claim| claim.id == id)?;
            Some((place, check(&story.claims[place], story)))
        })
    });
    // What the timeline shows is no other question.
    let now = Memo::new(move |_| asked(shared.link()));
    let found = move |found: &Option<(usize, Checked)>| {
        let (place, checked) = found.as_ref()?;
        now.with(|now| Some(said(shared, &shared.story().claims[*place], checked, now)))
    };
    let said = Memo::new(move |_| checked.with(found)).resting(shared.moving);
    el("div").bind(move || said.with(|said| said.iter().map(|said| shown(shared, said)).collect::<Els>()))
}

fn said(shared: Shared, claim: &Claim, checked: &Checked, now: &Link) -> Said {
    let (words, story) = (shared.words(), shared.story());
    let own = opening_of(&checked.own, &story);
    let as_opened = own.as_ref().is_some_and(|own| variants::asks(now, own));
    let told = if as_opened { Some(words.claim(checked, &story)) } else { variants::open(shared, claim, checked, now) };
    let back = told.is_none() && own.is_some();
    let told = told.or_else(|| on_terms(shared, claim, now));
    let told = told.unwrap_or_else(|| words.text(Key::ClaimsChanged).to_owned());
    Said { id: claim.id.clone(), statement: claim.statement.clone(), told, back }
}

/// What the claim comes to on the reader's terms, where the calculator does its sum on those.
fn on_terms(shared: Shared, claim: &Claim, now: &Link) -> Option<String> {
    let (words, story, terms) = (shared.words(), shared.story(), on(shared));
    let counted = words.terms_counted(&terms, &story)?;
    let checked = check_on(claim, &story, &terms);
    let opening = opening(shared, &checked.own)?;
    let values = [("told", &*words.claim(&checked, &story)), ("counted", &*counted)];
    variants::asks(now, &opening).then(|| words.say(Key::ClaimsCounted, &values))
}

fn shown(shared: Shared, said: &Said) -> El {
    let words = shared.words();
    let id = said.id.clone();
    let again = move || {
        shared.open_claim(&id);
    };
    let back = said.back.then(|| variants::leaving(words.text(Key::ClaimsBack), again));
    let all = variants::leaving(words.text(Key::ClaimsAll), move || shared.ask.mode.set(Mode::Claims));
    let close = variants::leaving(words.text(Key::ClaimsClose), move || shared.ask.claim.set(None));
    let text = el("p").child(el("b").text(&said.statement)).text(" ").text(&said.told);
    el("div").class("banner").attr("part", "claim").child(text).maybe(back).child(all).child(close)
}

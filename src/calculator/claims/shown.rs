//! A claim as a picture and as a table: its readings before what its rule lets through.

use ledgerline_core::claim::{Checked, Reading};
use ledgerline_core::story::{Claim, Story};
use ledgerline_core::words::{Key, Words};
use ledgerline_figure::chart::{Strip, claimed, claimed_bars, dated};
use ledgerline_figure::svg::points;

use super::super::picture::width;
use super::choices::on;
use crate::parts::{El, Els, el, on_demand, picture as drawing, plate, read_bars, rule, said, scroll, svg as svg_of};
use crate::reactive::Memo;
use crate::state::Shared;

/// The picture of a claim: its readings before what its rule lets through, or its events before the dates of the rule.
/// `None` where there is nothing to be drawn.
pub(super) fn picture(shared: Shared, place: usize, checked: &Checked) -> Option<El> {
    let story = shared.story();
    let claim = story.claims.get(place)?;
    let label = caption(shared, claim, checked);
    let found = claimed(&story, &shared.words(), claim, checked);
    let placed = if checked.events.is_empty() {
        Memo::new(move |_| claimed_bars(&found, width(shared)))
    } else {
        let checked = checked.clone();
        let on_dates = move |story: &Story| dated(story, &shared.words(), &checked, width(shared));
        Memo::new(move |_| shared.with_story(&on_dates).unwrap_or_default())
    };
    let some = placed.with_untracked(|placed| !placed.bars.is_empty());
    let drawn = || read_bars(shared, placed, move || label.clone(), || None);
    some.then(|| el("div").class("picture").attr("part", "picture").child(drawn()))
}

/// What the picture says: the claim, what comes of it, and on which terms where these are not its own.
pub(super) fn caption(shared: Shared, claim: &Claim, checked: &Checked) -> String {
    let words = shared.words();
    let terms = on(shared);
    shared.with_story(|story| {
        // Dates are what they are on any terms.
        let counted = words.terms_counted(&terms, story).filter(|_| checked.own.formula.is_some());
        let told = [claim.statement.clone(), words.claim(checked, story)];
        words.together(&told.into_iter().chain(counted).collect::<Vec<_>>())
    })
}

/// The number of a claim before what its rule lets through, without words: for the eye that runs down the list.
pub(super) fn strip(checked: &Checked) -> Option<El> {
    let strip = Strip::of(checked)?;
    let svg = drawing("dial", (strip.width, strip.height), None).child(plate("zone", &strip.zone));
    let svg = svg.children(strip.ends.iter().map(|(from, to)| rule("limit", *from, *to)).collect());
    let reach = if strip.mark.is_none() && strip.arrow.is_none() { "reach" } else { "whisker" };
    let svg = svg.maybe(strip.whisker.map(|(from, to)| rule(reach, from, to)));
    let arrow = strip.arrow.map(|arrow| svg_of("polygon").class("beyond").attr("points", &points(&arrow)));
    Some(svg.maybe(strip.mark.map(|(from, to)| rule("at", from, to))).maybe(arrow).made())
}

/// All claims and their readings as a table, made when it is asked for.
pub(super) fn all(shared: Shared, checked: Memo<Vec<Checked>>) -> El {
    let heading = said("summary", shared, Key::ClaimsTable);
    on_demand(shared, "folded", heading, move || {
        let rows = move || checked.with(|all| rows(shared, all));
        scroll(shared.words().text(Key::ClaimsTable), el("table").bind(rows)).class("scroll whole")
    })
}

fn rows(shared: Shared, all: &[Checked]) -> Els {
    let heads = [Key::ClaimsClaim, Key::ClaimsReading, Key::ClaimsSum, Key::ClaimsRule, Key::ClaimsVerdict];
    let head = |key: Key| said("th", shared, key).attr("scope", "col");
    let words = shared.words();
    let body = shared.with_story(|story| {
        let of = |(claim, checked): (&Claim, &Checked)| {
            let own = row(&words, claim, words.text(Key::ClaimsOwn), &checked.own);
            let others = claim.variants.iter().zip(&checked.variants);
            let others = others.map(|(variant, reading)| row(&words, claim, &variant.name, reading));
            std::iter::once(own).chain(others).collect::<Els>()
        };
        story.claims.iter().zip(all).flat_map(of).collect()
    });
    vec![el("thead").child(el("tr").children(heads.map(head).into())), el("tbody").children(body)]
}

fn row(words: &Words, claim: &Claim, name: &str, reading: &Reading) -> El {
    let number = words.claim_number(reading).map(|told| match told.spread.filter(|_| !told.exact) {
        Some(spread) => words.say(Key::ClaimsSpread, &[("answer", &told.answer), ("spread", &spread)]),
        None => told.answer,
    });
    let rule = reading.rule.as_ref().map(|rule| words.rule(rule));
    let cells = [Some(name.to_owned()), number, rule, words.verdict(reading).map(str::to_owned)];
    let cell = |text: Option<String>| el("td").text(&text.unwrap_or_default());
    el("tr").child(el("th").attr("scope", "row").text(&claim.statement)).children(cells.map(cell).into())
}

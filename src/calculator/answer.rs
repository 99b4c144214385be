//! The answer, large, with its sentence and its spread; or why there is none.

use ledgerline_core::formula::{Outcome, Refusal};
use ledgerline_core::series::notes;
use ledgerline_core::words::{Answer, Key};
use ledgerline_figure::chart::{PlacedRange, range};
use leptos::prelude::*;

use super::asked::Asked;
use crate::parts::{El, Els, button, el, folded, group, markup, picture, rule, said};
use crate::state::Shared;

/// Length of the little line that shows the spread, in pixels.
const RANGE: f64 = 120.0;

/// The answer or the refusal, in the same place.
pub(super) fn answer(shared: Shared, asked: Memo<Asked>) -> El {
    // The sentence is the part that is announced; the number told beside it would be noise.
    let figure = move || {
        let answer = asked.with(|asked| asked.answer(shared));
        answer.map(|answer| el("p").class("figure").attr("aria-hidden", "true").text(&answer.answer)).into_iter().collect()
    };
    let sentence = move || asked.with(|asked| asked.sentence(shared));
    let below = move || {
        asked.with(|asked| match &asked.outcome {
            Ok(outcome) => asked.answer(shared).and_then(|answer| spread(outcome, &answer)).into_iter().collect(),
            Err(refusal) => offers(shared, refusal).into_iter().collect(),
        })
    };
    let status = el("p").class("summary").attr("role", "status").bind_text(sentence);
    let remarks = move || asked.with(|asked| remarks(shared, asked)).into_iter().collect();
    el("div").class("answer").attr("part", "answer").bind(figure).child(status).bind(below).bind(remarks)
}

fn spread(outcome: &Outcome, answer: &Answer) -> Option<El> {
    let text = answer.spread.as_ref()?;
    let placed = outcome.spread.and_then(|spread| range(spread.low, outcome.value, spread.high, RANGE));
    Some(el("p").class("spread").maybe(placed.map(line)).text(text))
}

fn line(placed: PlacedRange) -> El {
    let svg = picture("range", (placed.width, 10.0), None);
    let svg = svg.child(rule("rule", (0.0, 5.0), (placed.width, 5.0)));
    svg.child(rule("at", (placed.mark, 0.0), (placed.mark, 10.0)))
}

/// The nearest years that can be asked about instead.
fn offers(shared: Shared, refusal: &Refusal) -> Option<El> {
    let words = shared.words();
    let (Refusal::Missing { series: id, year, .. }
    | Refusal::Disputed { series: id, year, .. }
    | Refusal::Unusable { series: id, year }) = refusal
    else {
        return None;
    };
    let near = shared.with_story(|story| story.series.get(id).map(|series| series.neighbours(*year)));
    let (before, after) = near.unwrap_or_default();
    let buttons = [before, after].into_iter().flatten().map(|year| {
        let text = words.say(Key::CalculatorAskYear, &[("year", &words.year(year.into()))]);
        button(&text, move |_| shared.choose(year))
    });
    Some(group("offers", words.text(Key::CalculatorOffers)).children(buttons.collect()))
}

/// The story's notes on these figures.
fn remarks(shared: Shared, asked: &Asked) -> Option<El> {
    let comparison = &asked.comparison;
    let ids = [comparison.a.as_str(), comparison.b.as_str()];
    let items: Els = shared.with_story(|story| {
        let found = notes(story, &ids, comparison.year).into_iter();
        found.map(|note| el("li").children(markup(&note.text))).collect()
    });
    let heading = said("summary", shared, Key::CalculatorNotes);
    (!items.is_empty()).then(|| folded("notes", heading).child(el("ul").children(items)))
}

//! The answer, large, with its sentence and its spread; or why there is none.

use ledgerline_core::compare::years;
use ledgerline_core::formula::{Outcome, Refusal};
use ledgerline_core::series::notes;
use ledgerline_core::words::{Answer, Key};
use ledgerline_figure::chart::{PlacedRange, range};
use leptos::prelude::*;

use super::asked::Asked;
use crate::parts::{El, Els, button, el, folded, group, left, markup, picture, rule, said};
use crate::reactive::Memo;
use crate::state::Shared;

/// Length of the little line that shows the spread, in pixels.
const RANGE: f64 = 120.0;

/// The answer or the refusal, in the same place.
pub(super) fn answer(shared: Shared, asked: Memo<Asked>) -> El {
    // The sentence is the part that is announced; the number told beside it would be noise.
    let figure = move || {
        let answer = asked.with(|asked| asked.answer(shared));
        answer
            .map(|answer| el("p").class("figure").attr("aria-hidden", "true").text(&answer.answer))
            .into_iter()
            .collect()
    };
    let sentence = move || asked.with(|asked| asked.sentence(shared));
    let status = el("p").class("summary").attr("role", "status").attr("tabindex", "-1").bind_text(sentence);
    let told = status.clone();
    let below = move || {
        asked.with(|asked| match &asked.outcome {
            Ok(outcome) => asked.answer(shared).and_then(|answer| spread(outcome, &answer)).into_iter().collect(),
            Err(refusal) => offers(shared, refusal, &told).into_iter().collect(),
        })
    };
    let notes_open = StoredValue::new(false);
    let remarks = move || asked.with(|asked| remarks(shared, asked, notes_open)).into_iter().collect();
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

/// The nearest years that can be asked about instead. The button goes with the refusal, and the focus to the sentence.
fn offers(shared: Shared, refusal: &Refusal, sentence: &El) -> Option<El> {
    let words = shared.words();
    let (Refusal::Missing { year, .. } | Refusal::Disputed { year, .. } | Refusal::Unusable { year, .. }) = refusal
    else {
        return None;
    };
    // Years in which both have a value: an offer that is refused in its turn would be none.
    let (a, b) = (shared.a.get(), shared.b.get());
    let known = shared.with_story(|story| years(story, &a, &b));
    let (earlier, later) = known.split_at(known.partition_point(|(known, _)| known < year));
    let before = earlier.iter().rev().find(|(_, valued)| *valued);
    let after = later.iter().find(|(_, valued)| *valued);
    before.or(after)?;
    let buttons = [before, after].into_iter().flatten().map(|&(year, _)| {
        let text = words.say(Key::CalculatorAskYear, &[("year", &words.year(year.into()))]);
        let sentence = sentence.clone();
        button(&text, move |_| {
            // A browser that refuses leaves the reader with the answer in sight.
            let _ = sentence.html().focus();
            shared.choose(year);
        })
    });
    Some(group("offers", words.text(Key::CalculatorOffers)).children(buttons.collect()))
}

/// The story's notes on these figures.
fn remarks(shared: Shared, asked: &Asked, open: StoredValue<bool>) -> Option<El> {
    let comparison = &asked.comparison;
    let ids = [comparison.a.as_str(), comparison.b.as_str()];
    let items: Els = shared.with_story(|story| {
        let found = notes(story, &ids, comparison.year).into_iter();
        found.map(|note| el("li").children(markup(&note.text))).collect()
    });
    let heading = said("summary", shared, Key::CalculatorNotes);
    (!items.is_empty()).then(|| left(folded(shared, "notes", heading).child(el("ul").children(items)), open))
}

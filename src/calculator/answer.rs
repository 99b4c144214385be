//! The answer, large, with its sentence, its spread and what stands against it; or why there is none.

use std::cell::Cell;
use std::rc::Rc;

use ledgerline_core::compare::{Doubt, common_basis, doubts, notes_on};
use ledgerline_core::formula::{Expr, Outcome, Refusal};
use ledgerline_core::series::notes;
use ledgerline_core::story::Note;
use ledgerline_core::words::{Answer, Key};
use ledgerline_figure::chart::{PlacedRange, range};
use ledgerline_figure::colour_of_series;
use leptos::prelude::*;

use super::asked::{Asked, Sum};
use super::offers::offers;
use crate::parts::{
    El, Els, Shape, Shapes, button, colour_class, el, folded, group, html, left, markup, picture, rule, said,
};
use crate::reactive::{Memo, effect};
use crate::state::Shared;

/// Length of the little line that shows the spread, in pixels.
const RANGE: f64 = 120.0;
/// Width of the mark on it, in pixels.
const MARK: f64 = 3.0;

/// A number and the sentence with it; where there is a refusal it is the sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Told {
    pub(super) figure: String,
    pub(super) sentence: String,
}

/// The answer or the refusal, in the same place.
pub(super) fn answer(shared: Shared, asked: Memo<Asked>) -> El {
    let figures = move || Some(asked.with(|asked| figures(shared, asked)));
    let sentence = move || asked.with(|asked| asked.told(shared));
    of_parts(shared, asked, Box::new(figures), Box::new(sentence), move || {
        Some(asked.with(|asked| below(shared, asked)))
    })
}

/// The same where what answers is known without the sums behind it, which are then made as they are shown.
pub(super) fn ahead(shared: Shared, told: Memo<Told>, asked: Memo<Asked>) -> El {
    let figures = move || {
        let figure = told.with(|told| Some(told.figure.clone()).filter(|figure| !figure.is_empty()));
        Some(html("div").class("headline").maybe(figure.map(|figure| large("figure").text(&figure))))
    };
    of_parts(shared, asked, Box::new(figures), Box::new(move || told.with(|told| told.sentence.clone())), || None)
}

fn of_parts(
    shared: Shared,
    asked: Memo<Asked>,
    figures: Box<dyn Fn() -> Option<Shape>>,
    sentence: Box<dyn Fn() -> String>,
    below: impl Fn() -> Option<Shape> + 'static,
) -> El {
    let status = el("p").class("summary").attr("role", "status").attr("tabindex", "-1").bind_text(sentence);
    let (told, taken) = (status.clone(), status.clone());
    // The same refusal, doubts and notes stand against most steps of a slider: those stay.
    let shown = shared.drawn(asked);
    let refused = Memo::new(move |_| shown.with(refused));
    let other = move || refused.with(|refused| offers(shared, refused.as_ref()?, &told)).into_iter().collect();
    let found = Memo::new(move |_| shown.with(|asked| found(shared, asked)));
    let doubt = move || found.with(|found| doubt(shared, found, &taken)).into_iter().collect();
    let noted = Memo::new(move |_| shown.with(|asked| noted(shared, asked)));
    let open = StoredValue::new(false);
    let remarks = move || noted.with(|ids| remarks(shared, ids, open)).into_iter().collect();
    let words = boxed(shared, el("div").draw(figures).child(status).draw(below));
    el("div").class("answer").attr("part", "answer").child(words).bind(other).bind(doubt).bind(remarks)
}

/// Why there is no answer, or none for one of two partners.
fn refused(asked: &Asked) -> Option<Refusal> {
    let mut told = asked.sums.iter().filter(|sum| !sum.sentence.is_empty());
    told.find_map(|sum| sum.outcome.as_ref().err()).cloned()
}

/// What is told, in a box that keeps its height while a slider moves: what stands around it is then not laid out anew at
/// each step. Where the words come to a further line it is given their height before the frame is painted, and keeps that:
/// what stands below then does not go up and down with them. A single step, as by a key, makes no box: to make it and to
/// give it up would cost what it saves.
fn boxed(shared: Shared, told: El) -> El {
    let outer = el("div").class("words").child(told.clone());
    // The greatest height since the slider moves; none before its first step.
    let held = Rc::new(Cell::new(0));
    let (around, known) = (outer.clone(), held.clone());
    let fit = move || {
        let most = known.get();
        let height = told.html().offset_height().max(most);
        if most > 0 && (height > most || !around.html().has_attribute(KEPT)) {
            around.clone().attr(KEPT, "").px(&[("--kept", height.into())]);
        }
        known.set(height);
    };
    let (free, fit) = (outer.clone(), Rc::new(fit));
    effect(move |_| {
        if shared.moving.get() {
            held.set(0);
            shared.fit_by(Some(fit.clone()));
        } else {
            // It may not have been there.
            free.html().remove_attribute(KEPT).unwrap_or_default();
            shared.fit_by(None);
        }
    });
    outer
}

/// Marks the box that keeps its height, for the stylesheet.
const KEPT: &str = "data-kept";

/// What stands against a comparison in sentences, and the basis that would do better.
#[derive(Clone, Debug, Default, PartialEq)]
struct Found {
    lines: Vec<String>,
    better: Option<String>,
}

/// The number that answers; where each of two partners has one, both by name.
fn figures(shared: Shared, asked: &Asked) -> Shape {
    let figures = html("div").class("headline");
    if !apart(asked) {
        let told = asked.sums.first().and_then(figure);
        return figures.maybe(told.map(|told| large("figure").text(&told)));
    }
    let each = asked.sums.iter().filter_map(|sum| {
        let told = figure(sum)?;
        let outcome = sum.outcome.as_ref().ok()?;
        let number = large("figure of-two").maybe(whose(shared, outcome)).child(html("span").text(&told));
        Some(std::iter::once(number).chain(spread(outcome, &sum.answer)))
    });
    figures.children(each.flatten().collect())
}

/// The sentence is the part that is announced; the number told beside it would be noise.
fn large(class: &str) -> Shape {
    html("p").class(class).attr("aria-hidden", "true")
}

/// Whether the same was asked of each of two partners.
fn apart(asked: &Asked) -> bool {
    asked.ids.len() > 1 && asked.sums.get(1).is_some_and(|second| !second.sentence.is_empty())
}

/// The partner of a result, in its hue.
fn whose(shared: Shared, outcome: &Outcome) -> Option<Shape> {
    let cell = outcome.cells.first()?;
    let name = shared.with_story(|story| {
        let class = format!("whose {}", colour_class(colour_of_series(story, &cell.series)));
        html("span").class(&class).text(shared.words().series_short(story, &cell.series))
    });
    Some(name)
}

/// The number; where none goes first, the ends of the spread.
fn figure(sum: &Sum) -> Option<String> {
    sum.outcome.as_ref().ok()?;
    Some(sum.answer.answer.clone())
}

/// What comes of it besides: the results of others, and how far each is spread.
fn below(shared: Shared, asked: &Asked) -> Shape {
    let mut parts = Shapes::new();
    // One that has nothing to say is for the sum alone; two that go apart are above.
    let told = asked.sums.iter().enumerate().filter(|(_, sum)| !sum.sentence.is_empty() && !apart(asked));
    for (place, sum) in told {
        if let Ok(outcome) = &sum.outcome {
            parts.extend((place > 0).then(|| second(shared, sum, outcome)));
            parts.extend(spread(outcome, &sum.answer));
        }
    }
    html("div").children(parts)
}

/// What really came of it beside the answer, smaller.
fn second(shared: Shared, sum: &Sum, outcome: &Outcome) -> Shape {
    let line = html("p").class("second").attr("aria-hidden", "true").maybe(whose(shared, outcome));
    let really = format!(" {} ", shared.words().text(Key::GoalTurnedOut));
    line.child(html("span").text(&really)).child(html("strong").text(&sum.answer.answer))
}

fn spread(outcome: &Outcome, answer: &Answer) -> Option<Shape> {
    let text = answer.spread.as_ref()?;
    // Without a value that goes first there is nothing to mark on the line.
    let spread = outcome.spread.filter(|_| !outcome.ranged);
    let placed = spread.and_then(|spread| range(spread.low, outcome.value, spread.high, RANGE));
    Some(html("p").class("spread").child(html("span").text(text)).maybe(placed.map(line)))
}

fn line(placed: PlacedRange) -> Shape {
    let svg = picture("range", (placed.width, 10.0), None);
    let svg = svg.child(rule("rule", (0.0, 5.0), (placed.width, 5.0)));
    // Within the line: what is drawn keeps its bounds, so a step of a slider leaves the browser's layers as they are.
    let at = placed.mark.clamp(MARK / 2.0, placed.width - MARK / 2.0);
    svg.child(rule("at", (at, 0.0), (at, 10.0)))
}

fn found(shared: Shared, asked: &Asked) -> Found {
    let told = asked.sums.iter().filter(|sum| !sum.sentence.is_empty());
    let outcomes: Vec<(&Outcome, &Expr)> =
        told.filter_map(|sum| Some((sum.outcome.as_ref().ok()?, &sum.expr))).collect();
    shared.with_story(|story| {
        let mut found: Vec<Doubt> = Vec::new();
        for doubt in outcomes.iter().flat_map(|(outcome, expr)| doubts(story, expr, outcome)) {
            if !found.iter().any(|known| known.is(&doubt)) {
                found.push(doubt);
            }
        }
        let (lines, Some((first, _))) = (shared.words().doubts(&found, story), outcomes.first()) else {
            return Found::default();
        };
        let mut all = (*first).clone();
        all.cells.extend(outcomes.iter().skip(1).flat_map(|(outcome, _)| outcome.cells.clone()));
        Found { lines, better: common_basis(story, &all).map(str::to_owned) }
    })
}

/// What stands against the number, in sentences: it leaves the page with it.
pub(super) fn doubted(shared: Shared, asked: &Asked) -> Vec<String> {
    found(shared, asked).lines
}

/// What stands against the comparison, and the pick that would do better. Nothing is swapped without being asked. The
/// button goes with the doubt, and the focus to the sentence.
fn doubt(shared: Shared, Found { lines, better }: &Found, sentence: &El) -> Option<El> {
    let words = shared.words();
    if lines.is_empty() {
        return None;
    }
    let pick = better.clone().map(|basis| {
        let named = shared.with_story(|story| words.basis(story, &basis).to_owned());
        let text = words.say(Key::CalculatorUseBasis, &[("basis", &named)]);
        let sentence = sentence.clone();
        button(&text, move |_| {
            // A browser that refuses leaves the reader with the answer in sight.
            let _ = sentence.html().focus();
            shared.ask.sources.set(Some(basis.clone()));
        })
    });
    let lines = lines.iter().map(|line| el("p").text(line));
    Some(group("doubt", words.text(Key::CalculatorDoubts)).children(lines.collect()).maybe(pick))
}

/// What stands against a sum that is told by itself, and the story's notes on its values.
pub(super) fn beside(shared: Shared, expr: &Expr, outcome: &Outcome) -> Els {
    let words = shared.words();
    shared.with_story(|story| {
        let doubts: Els =
            words.doubts(&doubts(story, expr, outcome), story).iter().map(|line| el("p").text(line)).collect();
        let doubts = (!doubts.is_empty()).then(|| group("doubt", words.text(Key::CalculatorDoubts)).children(doubts));
        let notes = listed(shared, &notes_on(story, outcome), StoredValue::new(false));
        doubts.into_iter().chain(notes).collect()
    })
}

/// Ids of the story's notes on these figures: on the values of the sums, and on the year, refused as it may be.
fn noted(shared: Shared, asked: &Asked) -> Vec<String> {
    let ids: Vec<&str> = asked.ids.iter().map(String::as_str).collect();
    shared.with_story(|story| {
        let outcomes = asked.sums.iter().filter_map(|sum| sum.outcome.as_ref().ok());
        let found = notes(story, &ids, asked.span.1).into_iter();
        found.chain(outcomes.flat_map(|outcome| notes_on(story, outcome))).map(|note| note.id.clone()).collect()
    })
}

fn remarks(shared: Shared, ids: &[String], open: StoredValue<bool>) -> Option<El> {
    shared.with_story(|story| {
        let found = ids.iter().filter_map(|id| story.notes.iter().find(|note| note.id == *id));
        listed(shared, &found.collect::<Vec<_>>(), open)
    })
}

/// Notes, each once, folded.
fn listed(shared: Shared, found: &[&Note], open: StoredValue<bool>) -> Option<El> {
    let first = |(place, note): &(usize, &Note)| !found[..*place].iter().any(|other| other.id == note.id);
    let each = found.iter().copied().enumerate().filter(first);
    let items: Els = each.map(|(_, note)| el("li").children(markup(&note.text))).collect();
    let heading = said("summary", shared, Key::CalculatorNotes);
    (!items.is_empty()).then(|| left(folded(shared, "notes", heading).child(el("ul").children(items)), open))
}

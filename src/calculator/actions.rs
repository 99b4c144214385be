//! Steps back and forth, the link to what is shown, and its data.

use ledgerline_core::compare::row;
use ledgerline_core::document::{self, Path};
use ledgerline_core::link::Mode;
use ledgerline_core::words::Key;
use web_sys::{Element, Event};

use super::answer::doubted;
use super::asked::Asked;
use super::history::History;
use super::what_if;
use crate::parts::{El, Outcome, button, copier, el, group, said, told};
use crate::reactive::{Memo, RwSignal};
use crate::state::{Around, Shared};

/// Undo, redo, start over, copy link.
pub(super) fn steps(shared: Shared) -> El {
    let words = shared.words();
    let history = History::follow(shared);
    let step = |key: Key, press: Box<dyn Fn()>| button(words.text(key), move |_| press());
    let undo = step(Key::ActionUndo, Box::new(move || history.undo(shared)));
    let undo = undo.bind_attr("aria-disabled", move || (!history.can_undo()).then(|| "true".to_owned()));
    let redo = step(Key::ActionRedo, Box::new(move || history.redo(shared)));
    let redo = redo.bind_attr("aria-disabled", move || (!history.can_redo()).then(|| "true".to_owned()));
    let reset = step(Key::ActionReset, Box::new(move || shared.start_over()));
    // The part that it was copied in comes into sight when it is followed.
    let address = move || shared.host().address(&(shared.link_text() + ";at=calculator"));
    let (link, told) = copier(shared, Key::ActionLink, address);
    let bar = group("actions", words.text(Key::ActionLabel));
    bar.child(undo).child(redo).child(reset).child(link).child(told)
}

/// The downloads of what is shown. `around` is the element that holds the drawing, `paths` are its lines.
pub(super) fn downloads(shared: Shared, asked: Memo<Asked>, around: El, paths: impl Fn() -> Vec<Path> + 'static) -> El {
    let words = shared.words();
    let outcome = RwSignal::new(Outcome::default());
    let file = move |ending: &str| asked.with_untracked(|asked| file(shared, asked, ending));
    let text = move |ending: &'static str, kind: &'static str, make: Box<dyn Fn() -> Option<String>>| {
        move |_: &_| {
            let Some(text) = make() else { return };
            let saved = shared.files().save(&file(ending), kind, &text);
            outcome.set(if saved { Outcome::Nothing } else { Outcome::Refused(Key::CiteUnsaved, text) });
        }
    };
    let words_around = move || asked.with_untracked(|asked| words_around(shared, asked));
    let (drawn, painted) = (around.clone(), around);
    let svg = move || Some(shared.files().svg(&drawing(&drawn)?, &words_around()));
    let png = move |_: &_| {
        if let Some(drawing) = drawing(&painted)
            && !shared.files().save_png(&file("png"), &drawing, &words_around())
        {
            outcome.set(Outcome::Refused(Key::CiteUnsaved, shared.files().svg(&drawing, &words_around())));
        }
    };
    let csv =
        text("csv", "text/csv", Box::new(move || Some(asked.with_untracked(|asked| csv(shared, asked, &paths())))));
    let json =
        text("json", "application/json", Box::new(move || Some(asked.with_untracked(|asked| json(shared, asked)))));
    let bar = group("actions", words.text(Key::ActionSave)).child(said("span", shared, Key::ActionSave));
    let bar = bar.child(saver(shared, Key::ActionCsv, "csv", csv));
    let bar = bar.child(saver(shared, Key::ActionSvg, "svg", text("svg", "image/svg+xml", Box::new(svg))));
    let bar = bar.child(saver(shared, Key::ActionPng, "png", png));
    let bar = bar.child(saver(shared, Key::ActionJson, "json", json));
    el("div").child(bar).child(told(shared, outcome))
}

/// The download of all claims with their results and verdicts.
pub(super) fn of_claims(shared: Shared) -> El {
    let words = shared.words();
    let outcome = RwSignal::new(Outcome::default());
    let save = move |_: &_| {
        let text = shared.with_story(|story| format!("{:#}\n", document::claims(story, &shared.words())));
        let name = shared.with_story(|story| format!("{}-claims.json", story.id));
        let saved = shared.files().save(&name, "application/json", &text);
        outcome.set(if saved { Outcome::Nothing } else { Outcome::Refused(Key::CiteUnsaved, text) });
    };
    let bar = group("actions", words.text(Key::ActionSave)).child(said("span", shared, Key::ActionSave));
    el("div").child(bar.child(saver(shared, Key::ActionJson, "json", save))).child(told(shared, outcome))
}

/// A button that saves. The page finds it by its kind, for `element.download()`.
fn saver(shared: Shared, key: Key, kind: &str, save: impl Fn(&Event) + 'static) -> El {
    button(shared.words().text(key), save).attr("data-save", kind)
}

fn drawing(around: &El) -> Option<Element> {
    around.find_any("svg.chart")
}

/// A file by its story and question: `dprk-russia-ratio-2013.csv`.
fn file(shared: Shared, asked: &Asked, ending: &str) -> String {
    let question = match shared.ask.mode.get_untracked() {
        Mode::Compare => shared.measure.get_untracked().name(),
        mode => mode.name(),
    };
    let (from, until) = asked.span;
    let years = if from == until { until.to_string() } else { format!("{from}-{until}") };
    shared.with_story(|story| format!("{}-{question}-{years}.{ending}", story.id))
}

/// What a picture says when it stands alone: the story that it is from, the answer with what stands against it, and
/// whose values are in it.
fn words_around(shared: Shared, asked: &Asked) -> Around {
    let words = shared.words();
    shared.with_story(|story| {
        let outcomes = asked.sums.iter().filter_map(|sum| sum.outcome.as_ref().ok());
        let rows = outcomes.flat_map(|outcome| &outcome.cells).filter_map(|cell| row(story, cell));
        let mut names: Vec<String> = Vec::new();
        for source in rows.filter_map(|row| story.sources.get(row.source.as_deref()?)) {
            if !names.contains(&source.publisher) {
                names.push(source.publisher.clone());
            }
        }
        let count = names.len();
        let named = words.list(&names);
        let told = || words.count(Key::CiteSources, count, &[("sources", &named)]);
        let sources = if count == 0 { String::new() } else { told() };
        let caption = words.together(&[vec![asked.sentence(shared)], doubted(shared, asked)].concat());
        Around { title: story.title.clone(), caption, sources }
    })
}

fn csv(shared: Shared, asked: &Asked, paths: &[Path]) -> String {
    let ids: Vec<&str> = asked.ids.iter().map(String::as_str).collect();
    let results = asked.sums.iter().filter_map(|sum| Some((sum.expr.to_string(), sum.outcome.as_ref().ok()?)));
    let (results, sentence, doubts) = (results.collect::<Vec<_>>(), asked.sentence(shared), doubted(shared, asked));
    let answered = document::Answered { sentence: &sentence, doubts: &doubts, results: &results, paths, ids: &ids };
    shared.with_story(|story| document::csv(story, &shared.words(), &answered))
}

fn json(shared: Shared, asked: &Asked) -> String {
    let (words, sources) = (shared.words(), asked.terms.sources.of_formula());
    shared.with_story(|story| {
        let results = asked.sums.iter().map(|sum| {
            let outcome = sum.outcome.clone().map_err(ledgerline_core::claim::Reason::Refused);
            document::result(&sum.expr.to_string(), &outcome, sources, story, &words)
        });
        let mut results: Vec<_> = results.collect();
        if shared.ask.mode.get_untracked() == Mode::WhatIf {
            results.extend(what_if::document(shared));
        }
        format!("{:#}\n", document::Json::List(results))
    })
}

//! The data of what is shown, and its picture, as files.

use ledgerline_core::claim::Checked;
use ledgerline_core::compare::row;
use ledgerline_core::document::{self, Path};
use ledgerline_core::formula::Outcome as Found;
use ledgerline_core::link::Mode;
use ledgerline_core::story::Claim;
use ledgerline_core::words::Key;
use web_sys::{Element, Event};

use super::answer::doubted;
use super::asked::Asked;
use super::claims::on;
use super::what_if;
use crate::parts::{El, Outcome, button, el, group, said, told};
use crate::reactive::{Memo, RwSignal};
use crate::state::{Around, Shared};
use leptos::prelude::untrack;

/// What a place has for files: their names by ending, its tables, and the words around its drawing.
struct Kept {
    name: Box<dyn Fn(&str) -> String>,
    csv: Box<dyn Fn() -> String>,
    json: Box<dyn Fn() -> String>,
    around: Box<dyn Fn() -> Around>,
}

/// The downloads of an answer. `place` is the element that holds the drawing, `paths` are its lines.
pub(super) fn downloads(shared: Shared, asked: Memo<Asked>, place: El, paths: impl Fn() -> Vec<Path> + 'static) -> El {
    let kept = Kept {
        name: Box::new(move |ending| asked.with_untracked(|asked| file(shared, asked, ending))),
        csv: Box::new(move || asked.with_untracked(|asked| csv(shared, asked, &paths()))),
        json: Box::new(move || asked.with_untracked(|asked| json(shared, asked))),
        around: Box::new(move || asked.with_untracked(|asked| words_around(shared, asked))),
    };
    let kinds = ["csv", "svg", "png", "json"].map(|kind| (kind, true));
    bar(shared, &kinds, kept, place)
}

/// The downloads of all claims with their results and verdicts, on the terms that the reader chose.
pub(super) fn of_claims(shared: Shared, checked: Memo<Vec<Checked>>) -> El {
    let name = move |ending: &str| shared.with_story(|story| format!("{}-claims.{ending}", story.id));
    let csv = move || {
        shared.with_story(|story| {
            let all = |all: &Vec<Checked>| {
                let claims: Vec<(&Claim, &Checked)> = story.claims.iter().zip(all).collect();
                document::claims_csv(story, &shared.words(), &untrack(|| on(shared)), &claims)
            };
            checked.with_untracked(all)
        })
    };
    let json = move || {
        let terms = untrack(|| on(shared));
        shared.with_story(|story| format!("{:#}\n", document::claims(story, &shared.words(), &terms)))
    };
    let around = move || Around { title: String::new(), caption: String::new(), sources: String::new() };
    let kept = Kept { name: Box::new(name), csv: Box::new(csv), json: Box::new(json), around: Box::new(around) };
    bar(shared, &[("csv", true), ("json", true)], kept, el("div"))
}

/// The downloads of one claim. The page asks for the tables of all, and for the picture of the one that is open.
pub(super) fn of_claim(shared: Shared, place: usize, checked: &Checked, caption: String, picture: Option<El>) -> El {
    let named = move |ending: &str| {
        shared.with_story(|story| {
            let claim = story.claims.get(place).map(|claim| claim.id.as_str()).unwrap_or_default();
            format!("{}-{claim}.{ending}", story.id)
        })
    };
    let (listed, written, drawn) = (checked.clone(), checked.clone(), checked.clone());
    let csv = move || {
        shared.with_story(|story| {
            let claim = story.claims.get(place).map(|claim| (claim, &listed));
            document::claims_csv(story, &shared.words(), &untrack(|| on(shared)), claim.as_slice())
        })
    };
    let json = move || {
        let sources = untrack(|| on(shared)).sources;
        shared.with_story(|story| {
            let told = |claim| document::claim(claim, &written, sources.of_formula(), story, &shared.words());
            story.claims.get(place).map(|claim| format!("{:#}\n", told(claim))).unwrap_or_default()
        })
    };
    let around = move || {
        let readings = std::iter::once(&drawn.own).chain(&drawn.variants);
        let outcomes = readings.filter_map(|reading| reading.result.as_ref()?.as_ref().ok());
        let sources = named_sources(shared, outcomes);
        let words = shared.words();
        shared.with_story(|story| {
            // What stands against a number leaves the page with it.
            let told = [vec![caption.clone()], words.doubts_of(&drawn.own, story)].concat();
            Around { title: story.title.clone(), caption: words.together(&told), sources }
        })
    };
    let kept = Kept { name: Box::new(named), csv: Box::new(csv), json: Box::new(json), around: Box::new(around) };
    match picture {
        Some(picture) => bar(shared, &[("csv", false), ("svg", true), ("png", true), ("json", false)], kept, picture),
        None => bar(shared, &[("csv", false), ("json", false)], kept, el("div")),
    }
}

/// Buttons for these kinds of file. The page finds a button by its kind, for `element.download()`, where it may.
fn bar(shared: Shared, kinds: &[(&'static str, bool)], kept: Kept, place: El) -> El {
    let outcome = RwSignal::new(Outcome::default());
    let kept = std::rc::Rc::new(kept);
    let bar = group("actions", shared.words().text(Key::ActionSave)).child(said("span", shared, Key::ActionSave));
    let bar = kinds.iter().fold(bar, |bar, (kind, found)| {
        let (kind, kept, place) = (*kind, kept.clone(), place.clone());
        let button =
            button(shared.words().text(label(kind)), move |_: &Event| save(shared, kind, &kept, &place, outcome));
        bar.child(if *found { button.attr("data-save", kind) } else { button })
    });
    el("div").child(bar).child(told(shared, outcome))
}

fn label(kind: &str) -> Key {
    match kind {
        "csv" => Key::ActionCsv,
        "svg" => Key::ActionSvg,
        "png" => Key::ActionPng,
        _ => Key::ActionJson,
    }
}

/// Saves a file of a kind; where the page does not let us, its text stands there.
fn save(shared: Shared, kind: &str, kept: &Kept, place: &El, outcome: RwSignal<Outcome>) {
    let name = (kept.name)(kind);
    let svg = |drawing: &Element| shared.files().svg(drawing, &(kept.around)());
    let text = match (kind, drawing(place)) {
        ("csv", _) => (kept.csv)(),
        ("json", _) => (kept.json)(),
        ("svg", Some(drawing)) => svg(&drawing),
        (_, Some(drawing)) => {
            let saved = shared.files().save_png(&name, &drawing, &(kept.around)());
            return outcome.set(if saved {
                Outcome::Nothing
            } else {
                Outcome::Refused(Key::CiteUnsaved, svg(&drawing))
            });
        }
        _ => return,
    };
    let saved = shared.files().save(&name, mime(kind), &text);
    outcome.set(if saved { Outcome::Nothing } else { Outcome::Refused(Key::CiteUnsaved, text) });
}

fn mime(kind: &str) -> &'static str {
    match kind {
        "csv" => "text/csv",
        "svg" => "image/svg+xml",
        _ => "application/json",
    }
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
    let sources = named_sources(shared, asked.sums.iter().filter_map(|sum| sum.outcome.as_ref().ok()));
    let caption = shared.words().together(&[vec![asked.sentence(shared)], doubted(shared, asked)].concat());
    Around { title: shared.with_story(|story| story.title.clone()), caption, sources }
}

/// Whose values are in these results, each once.
fn named_sources<'a>(shared: Shared, outcomes: impl Iterator<Item = &'a Found>) -> String {
    let words = shared.words();
    shared.with_story(|story| {
        let rows = outcomes.flat_map(|outcome| &outcome.cells).filter_map(|cell| row(story, cell));
        let mut names: Vec<String> = Vec::new();
        for source in rows.filter_map(|row| story.sources.get(row.source.as_deref()?)) {
            if !names.contains(&source.publisher) {
                names.push(source.publisher.clone());
            }
        }
        let named = words.list(&names);
        let told = || words.count(Key::CiteSources, names.len(), &[("sources", &named)]);
        if names.is_empty() { String::new() } else { told() }
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

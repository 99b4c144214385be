//! The data of what is shown, and its picture, as files.

use std::rc::Rc;

use ledgerline_core::claim::{Checked, Figure};
use ledgerline_core::compare::Terms;
use ledgerline_core::document::{self, Path};
use ledgerline_core::link::Mode;
use ledgerline_core::story::{Claim, Story};
use ledgerline_core::words::{Key, Words};
use web_sys::{Element, Event};

use super::answer::doubted;
use super::asked::Asked;
use super::claims::on;
use super::what_if;
use crate::parts::{El, Outcome, button, el, group, said, told};
use crate::reactive::{Memo, RwSignal};
use crate::state::{Around, Shared};
use leptos::prelude::untrack;

/// What a place has for files: their names by ending, its tables, and its drawing.
struct Kept {
    name: Box<dyn Fn(&str) -> String>,
    csv: Box<dyn Fn() -> String>,
    json: Box<dyn Fn() -> String>,
    drawn: Option<Drawn>,
}

/// The element that holds a drawing, and the words around it.
struct Drawn {
    place: El,
    around: Box<dyn Fn() -> Around>,
}

/// The downloads of an answer. `place` is the element that holds the drawing, `paths` are its lines.
pub(super) fn downloads(shared: Shared, asked: Memo<Asked>, place: El, paths: impl Fn() -> Vec<Path> + 'static) -> El {
    let paths = Rc::new(paths);
    let drawn = paths.clone();
    let around = move || asked.with_untracked(|asked| words_around(shared, asked, &drawn()));
    let kept = Kept {
        name: Box::new(move |ending| asked.with_untracked(|asked| file(shared, asked, ending))),
        csv: Box::new(move || asked.with_untracked(|asked| csv(shared, asked, &paths()))),
        json: Box::new(move || asked.with_untracked(|asked| json(shared, asked))),
        drawn: Some(Drawn { place, around: Box::new(around) }),
    };
    let kinds = ["csv", "svg", "png", "json"].map(|kind| (kind, true));
    bar(shared, &kinds, kept)
}

/// The downloads of all claims with their results and verdicts, on the terms that the reader chose.
pub(super) fn of_claims(shared: Shared, checked: Memo<Vec<Checked>>) -> El {
    let name = move |ending: &str| shared.with_story(|story| format!("{}-claims.{ending}", story.id));
    let told = move |document: Document| {
        shared.with_story(|story| {
            let all = |all: &Vec<Checked>| {
                let claims: Vec<(&Claim, &Checked)> = story.claims.iter().zip(all).collect();
                document(story, &shared.words(), &untrack(|| on(shared)), &claims)
            };
            checked.with_untracked(all)
        })
    };
    let (csv, json) = (move || told(document::claims_csv), move || told(claims_json));
    let kept = Kept { name: Box::new(name), csv: Box::new(csv), json: Box::new(json), drawn: None };
    bar(shared, &[("csv", true), ("json", true)], kept)
}

/// Writes claims as they were checked on some terms.
type Document = fn(&Story, &Words, &Terms, &[(&Claim, &Checked)]) -> String;

fn claims_json(story: &Story, words: &Words, terms: &Terms, claims: &[(&Claim, &Checked)]) -> String {
    format!("{:#}\n", document::claims(story, words, terms, claims))
}

/// The downloads of one claim. The page asks for the tables of all, and for the picture of the one that is open.
pub(super) fn of_claim(shared: Shared, place: usize, checked: &Checked, caption: String, picture: Option<El>) -> El {
    let named = move |ending: &str| {
        shared.with_story(|story| {
            let claim = story.claims.get(place).map(|claim| claim.id.as_str()).unwrap_or_default();
            format!("{}-{claim}.{ending}", story.id)
        })
    };
    let checked = Rc::new(checked.clone());
    let (listed, written) = (checked.clone(), checked.clone());
    let csv = move || {
        shared.with_story(|story| {
            let claim = story.claims.get(place).map(|claim| (claim, &*listed));
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
        let words = shared.words();
        shared.with_story(|story| {
            let sources = sources_told(shared, &document::publishers(story, checked.figures()));
            // What stands against a number leaves the page with it.
            let told = [vec![caption.clone()], words.doubts_of(&checked.own, story)].concat();
            Around { title: story.title.clone(), caption: words.together(&told), sources }
        })
    };
    let drawn = picture.map(|place| Drawn { place, around: Box::new(around) });
    let kinds: &[_] = match &drawn {
        Some(_) => &[("csv", false), ("svg", true), ("png", true), ("json", false)],
        None => &[("csv", false), ("json", false)],
    };
    bar(shared, kinds, Kept { name: Box::new(named), csv: Box::new(csv), json: Box::new(json), drawn })
}

/// Buttons for these kinds of file. The page finds a button by its kind, for `element.download()`, where it may.
fn bar(shared: Shared, kinds: &[(&'static str, bool)], kept: Kept) -> El {
    let outcome = RwSignal::new(Outcome::default());
    let kept = Rc::new(kept);
    let bar = group("actions", shared.words().text(Key::ActionSave)).child(said("span", shared, Key::ActionSave));
    let bar = kinds.iter().fold(bar, |bar, (kind, found)| {
        let (kind, kept) = (*kind, kept.clone());
        let button = button(shared.words().text(label(kind)), move |_: &Event| save(shared, kind, &kept, outcome));
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
fn save(shared: Shared, kind: &str, kept: &Kept, outcome: RwSignal<Outcome>) {
    let (name, files) = ((kept.name)(kind), shared.files());
    let drawn = || kept.drawn.as_ref().and_then(|drawn| Some((drawn.drawing()?, (drawn.around)())));
    let text = match kind {
        "csv" => (kept.csv)(),
        "json" => (kept.json)(),
        _ => {
            let Some((drawing, around)) = drawn() else { return };
            if kind == "png" && files.save_png(&name, &drawing, &around) {
                return outcome.set(Outcome::Nothing);
            }
            files.svg(&drawing, &around)
        }
    };
    // A picture that cannot be painted stands there as the text that it is made of.
    let saved = kind != "png" && files.save(&name, mime(kind), &text);
    outcome.set(if saved { Outcome::Nothing } else { Outcome::Refused(Key::CiteUnsaved, text) });
}

fn mime(kind: &str) -> &'static str {
    match kind {
        "csv" => "text/csv",
        "svg" => "image/svg+xml",
        _ => "application/json",
    }
}

impl Drawn {
    fn drawing(&self) -> Option<Element> {
        self.place.find_any("svg.chart")
    }
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
fn words_around(shared: Shared, asked: &Asked, paths: &[Path]) -> Around {
    let figures = asked.sums.iter().filter_map(|sum| sum.outcome.as_ref().ok()).map(Figure::from);
    let mut years: Vec<i32> = paths.iter().filter(|path| !path.of.is_empty()).flat_map(years_of).collect();
    years.sort_unstable();
    years.dedup();
    let named = |story: &Story| {
        let names = document::publishers_of_picture(story, figures, &asked.terms, (&asked.ids, &years));
        sources_told(shared, &names)
    };
    let sources = shared.with_story(named);
    let caption = shared.words().together(&[vec![asked.sentence(shared)], doubted(shared, asked)].concat());
    Around { title: shared.with_story(|story| story.title.clone()), caption, sources }
}

fn years_of(path: &Path) -> impl Iterator<Item = i32> + '_ {
    path.points.iter().map(|point| point.year)
}

/// Whose values these are.
fn sources_told(shared: Shared, names: &[&str]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let words = shared.words();
    // Names may have commas of their own.
    words.count(Key::CiteSources, names.len(), &[("sources", &names.join(words.text(Key::SumAnd)))])
}

fn csv(shared: Shared, asked: &Asked, paths: &[Path]) -> String {
    let ids: Vec<&str> = asked.ids.iter().map(String::as_str).collect();
    let results = asked.sums.iter().filter_map(|sum| Some((sum.expr.to_string(), sum.outcome.as_ref().ok()?)));
    let (results, sentence, doubts) = (results.collect::<Vec<_>>(), asked.sentence(shared), doubted(shared, asked));
    let terms = asked.terms.clone();
    let answered =
        document::Answered { sentence: &sentence, doubts: &doubts, results: &results, paths, terms, ids: &ids };
    shared.with_story(|story| document::csv(story, &shared.words(), &answered))
}

fn json(shared: Shared, asked: &Asked) -> String {
    let (words, sources) = (shared.words(), asked.terms.sources.of_formula());
    shared.with_story(|story| {
        let results = asked.sums.iter().map(|sum| {
            let outcome = sum.outcome.clone().map_err(ledgerline_core::claim::Reason::Refused);
            let (formula, sentence) = (sum.expr.to_string(), asked.alone(shared, sum));
            let sum = document::Asked { formula: &formula, outcome: &outcome, sources, sentence: sentence.as_deref() };
            document::result(sum, story, &words)
        });
        let mut results: Vec<_> = results.collect();
        if shared.ask.mode.get_untracked() == Mode::WhatIf {
            results.extend(what_if::document(shared));
        }
        format!("{:#}\n", document::Json::List(results))
    })
}

//! Mode What if: two paths that the reader's levers move, and what they lead to.

use ledgerline_core::compare::Comparison;
use ledgerline_core::document::{self, Json};
use ledgerline_core::float;
use ledgerline_core::formula::{Expr, Outcome, Refusal, Unit};
use ledgerline_core::scenario::Projected;
use ledgerline_core::story::Story;
use ledgerline_core::supposed::Supposed;
use ledgerline_core::words::{Answer, Key, Manner, Words};
use ledgerline_figure::chart::{self, Chart, Ground};

use super::answer::Told;
use super::asked::{Asked, Sum, comparison};
use super::picture::width;
use super::sentence::{fill, partner, year};
use super::target::between;
use super::{answer, downloads, levers, paths, sum, terms as choices, years};
use crate::parts::{El, Els, Item, Remark, chart as over_years, choice, el, folded, said, year_field};
use crate::reactive::Memo;
use crate::state::Shared;

/// Parts of the other series that can be asked about.
const PARTS: [f64; 7] = [0.02, 0.05, 0.1, 1.0 / 6.0, 0.25, 0.5, 1.0];

/// What is supposed, and what comes of it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Future {
    pub(super) supposed: Supposed,
    pub(super) projected: Result<Projected, Refusal>,
}

/// The sentence, its answer and what stands behind it.
pub(super) fn what_if(shared: Shared) -> Els {
    let future = Memo::new(move |_| {
        let supposed = supposed(shared);
        let projected = shared.with_story(|story| supposed.what_if(story).evaluate(story));
        Future { supposed, projected }
    });
    let first = Memo::new(move |_| future.with(|future| first(shared, future)));
    let asked = Memo::new(move |_| future.with(|future| first.with(|first| asked(shared, future, first))));
    let (told, later) = (asked.resting(shared.moving), future.resting(shared.moving));
    let open = sum::Open::folded();
    let (shown, chart) = (shared.drawn(asked), chart(shared, shared.drawn(future)));
    let label = move || shown.with(|asked| asked.sentence(shared));
    let picture = over_years(shared, chart, move || width(shared), label, |_| {});
    let picture = el("div").class("picture").attr("part", "picture").child(picture);
    let answer = answer::ahead(shared, first, asked).bind(move || later.with(|future| sways(shared, future)));
    let result = el("div").class("result").child(answer).child(picture);
    let sums = el("div").class("sums").bind(move || sum::sum(shared, told, open));
    let downloads = downloads::downloads(shared, asked, result.clone(), move || {
        let paths = |future: &Future| {
            asked.with_untracked(|asked| chart.with_untracked(|chart| paths::of_what_if(shared, asked, chart, future)))
        };
        future.with_untracked(paths)
    });
    let remark = Remark::new("remark");
    vec![
        sentence(shared, remark, future),
        remark.line(),
        levers::levers(shared, future),
        result,
        sums,
        years::of_chart(shared, chart.resting(shared.moving)),
        downloads,
    ]
}

/// What is supposed with its paths, for programs.
pub(super) fn document(shared: Shared) -> Option<Json> {
    let supposed = supposed(shared);
    shared.with_story(|story| {
        let projected = supposed.what_if(story).evaluate(story).ok()?;
        Some(document::what_if(&supposed, &projected, story))
    })
}

/// Whether the same has an answer for other series, from another year or on other terms.
pub(super) fn answers(shared: Shared, story: &Story, asked: &Comparison) -> bool {
    supposed_of(shared, story, asked.clone()).what_if(story).evaluate(story).is_ok()
}

fn supposed(shared: Shared) -> Supposed {
    let asked = comparison(shared);
    shared.with_story(|story| supposed_of(shared, story, asked))
}

fn supposed_of(shared: Shared, story: &Story, asked: Comparison) -> Supposed {
    let (ask, from) = (shared.ask, asked.year);
    let (until, scenario) = (ask.until.get().filter(|until| *until > from), ask.scenario.get());
    Supposed {
        until: until.unwrap_or_else(|| Supposed::usual_until(story, &asked.a, from)).min(Supposed::last_year(from)),
        // The story's first scenario is where a reader starts.
        scenario: scenario.or_else(|| story.scenarios.first().map(|first| first.id.clone())),
        moved: ask.levers.get(),
        fraction: ask.fraction.get().filter(|part| *part > 0.0).unwrap_or(PARTS[3]),
        terms: asked.terms,
        a: asked.a,
        b: asked.b,
        from,
    }
}

/// When the part is reached, or that it is not, in a sentence with what comes of it.
fn first(shared: Shared, Future { supposed, projected }: &Future) -> Told {
    let words = shared.words();
    shared.with_story(|story| match projected {
        Ok(projected) => {
            let until = words.year(supposed.until.into());
            let never = || words.say(Key::SupposedNot, &[("year", &until)]);
            let sentence = words.what_if(&supposed.what_if(story), projected, story);
            Told { figure: arrival(&words, projected).unwrap_or_else(never), sentence }
        }
        Err(refusal) => {
            let sentence = words.refusal_on(refusal, &supposed.terms, &[&supposed.a, &supposed.b], story);
            Told { figure: String::new(), sentence }
        }
    })
}

fn asked(shared: Shared, Future { supposed, projected }: &Future, first: &Told) -> Asked {
    let words = shared.words();
    let sums = shared.with_story(|story| {
        let one = |expr: Expr| {
            let outcome = match projected {
                Ok(_) => supposed.terms.evaluate(&expr, story),
                Err(refusal) => Err(refusal.clone()),
            };
            let told = outcome.as_ref().map(|outcome| words.result(outcome, by_size(outcome)));
            let answer = told.map(|told| Answer::new(told, String::new())).unwrap_or_default();
            Sum { expr, outcome, answer, sentence: String::new() }
        };
        let end = |id: &str| one(supposed.expr(story, id, supposed.until));
        let mut sums = vec![end(&supposed.a), end(&supposed.b)];
        // The year of the answer comes first, by the formula behind it.
        let arrival = projected.as_ref().ok().map(|projected| one(supposed.arrival(story, projected)));
        sums.splice(..0, arrival.filter(|arrival| arrival.outcome.is_ok()));
        let answer = first.figure.clone();
        sums[0].answer = Answer { answer, spread: None, reach: None, ..sums[0].answer.clone() };
        sums[0].sentence.clone_from(&first.sentence);
        sums
    });
    let mut ids = vec![supposed.a.clone(), supposed.b.clone()];
    ids.dedup();
    Asked::of_path(shared, sums, ids, (supposed.from, supposed.until), supposed.terms.clone())
}

/// A part of the other is told in hundredths.
fn by_size(outcome: &Outcome) -> Manner {
    match outcome.unit {
        Unit::Ratio if outcome.value.abs() < 1.0 => Manner::Percent,
        Unit::Ratio => Manner::Times,
        unit => Manner::of(unit),
    }
}

/// When the part is reached, if it is; where no value goes first, the earliest and the latest year.
fn arrival(words: &Words, projected: &Projected) -> Option<String> {
    let reached = projected.reached;
    if !projected.ranged {
        return reached.year.map(|year| words.year(year.into()));
    }
    let earliest = reached.earliest?;
    let open = || words.say(Key::SupposedEarliest, &[("year", &words.year(earliest.into()))]);
    Some(reached.latest.map_or_else(open, |latest| between(words, (earliest, latest))))
}

fn sentence(shared: Shared, remark: Remark, future: Memo<Future>) -> El {
    fill(shared, "p", Key::SupposedSentence, move |name| match name {
        "year" => vec![year(shared, Key::GoalFrom)],
        "by" => vec![until(shared, remark, future)],
        "scenario" => vec![scenario(shared, future)],
        "a" => vec![partner(shared, Key::CalculatorFirst, shared.a)],
        "b" => vec![partner(shared, Key::CalculatorSecond, shared.b)],
        "part" => vec![part(shared, future)],
        "flow" => choices::flow(shared, true),
        "sources" => vec![choices::sources(shared)],
        _ => choices::money(shared),
    })
}

fn until(shared: Shared, remark: Remark, future: Memo<Future>) -> El {
    let years = move || {
        let from = shared.year.get();
        (from.saturating_add(1), Supposed::last_year(from))
    };
    let until = Memo::new(move |_| future.with(|future| future.supposed.until));
    let put = move |year: i32| shared.ask.until.set(Some(year));
    year_field((shared, remark), shared.words().text(Key::SupposedUntil), years, move || until.get(), put)
}

fn scenario(shared: Shared, future: Memo<Future>) -> El {
    let chosen = Memo::new(move |_| future.with(|future| future.supposed.scenario.clone()));
    let items = move || {
        let (words, chosen) = (shared.words(), chosen.get());
        shared.with_story(|story| {
            // That its levers are moved is said below: said here, it would break the lines of the sentence anew.
            let items = story.scenarios.iter().map(|scenario| {
                let (value, text) = (scenario.id.clone(), scenario.name.clone());
                Item { chosen: chosen.as_ref() == Some(&value), value, text }
            });
            let mut items: Vec<Item> = items.collect();
            if items.is_empty() {
                items.push(Item { value: String::new(), text: words.text(Key::SupposedOwn).to_owned(), chosen: true });
            }
            items
        })
    };
    choice(shared.words().text(Key::SupposedScenario), items, move |id| {
        shared.ask.scenario.set(Some(id).filter(|id| !id.is_empty()));
        shared.ask.levers.set(Vec::new());
    })
}

fn part(shared: Shared, future: Memo<Future>) -> El {
    let fraction = Memo::new(move |_| future.with(|future| future.supposed.fraction));
    let items = move || {
        let (words, chosen) = (shared.words(), fraction.get());
        let mut parts = PARTS.to_vec();
        if !parts.contains(&chosen) {
            parts.push(chosen);
        }
        let item = |part: f64| {
            let text = if part == 1.0 { words.text(Key::SupposedAll).to_owned() } else { words.part_of(part) };
            Item { value: part.to_string(), text, chosen: part == chosen }
        };
        parts.into_iter().map(item).collect()
    };
    choice(shared.words().text(Key::SupposedPart), items, move |part| {
        shared.ask.fraction.set(float::parse(&part));
    })
}

/// What a step of each lever does, the one that matters most first.
fn sways(shared: Shared, Future { supposed, projected }: &Future) -> Els {
    let Ok(projected) = projected else { return Els::new() };
    if projected.sways.is_empty() {
        return Els::new();
    }
    let words = shared.words();
    shared.with_story(|story| {
        let what_if = supposed.what_if(story);
        let others = projected.sways.iter().skip(1);
        let items = others.map(|sway| el("li").text(&words.sway(sway, &what_if, projected, story)));
        let list = el("ol").children(items.collect());
        vec![folded(shared, "notes", said("summary", shared, Key::SupposedSways)).child(list)]
    })
}

fn chart(shared: Shared, future: Memo<Future>) -> Memo<Chart> {
    let still = Memo::new(move |_| future.with(|future| Supposed { moved: Vec::new(), ..future.supposed.clone() }));
    let ground = move |still: &Supposed| shared.with_story(|story| Ground::of(story, &shared.words(), still));
    let ground = Memo::new(move |_| still.with(ground));
    let drawn = move |future: &Future, ground: &Ground| {
        let projected = future.projected.as_ref().ok();
        shared.with_story(|story| chart::supposed(story, &shared.words(), &future.supposed, projected, ground))
    };
    Memo::new(move |_| future.with(|future| ground.with(|ground| drawn(future, ground))))
}

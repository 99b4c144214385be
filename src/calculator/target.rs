//! Mode Target: what it takes to get somewhere, and what really happened.

use ledgerline_core::compare::Comparison;
use ledgerline_core::formula::Outcome;
use ledgerline_core::goal::Goal;
use ledgerline_core::link::{FURTHEST, Unknown};
use ledgerline_core::rates;
use ledgerline_core::story::Story;
use ledgerline_core::target::Target as Solved;
use ledgerline_core::words::{Answer, Key, Manner, Words};
use ledgerline_figure::chart::{self, Chart};

use super::asked::{Asked, Sum, terms};
use super::picture::width;
use super::sentence::{fill, partner, year};
use super::{answer, claims, downloads, paths, sum, terms as choices, years};
use crate::parts::{El, Els, Item, Remark, chart as over_years, choice, el, field, year_field};
use crate::reactive::Memo;
use crate::state::Shared;

/// The sentence, its answer and what stands behind it.
pub(super) fn target(shared: Shared) -> Els {
    let goal = Memo::new(move |_| goal(shared));
    let asked = Memo::new(move |_| goal.with(|goal| asked(shared, goal)));
    let resting = asked.resting(shared.moving);
    let open = sum::Open::at_first();
    let (to, shown) = (shared.drawn(goal), shared.drawn(asked));
    let chart = Memo::new(move |_| to.with(|goal| shown.with(|asked| drawn(shared, goal, asked.span.1))));
    let picture = el("div").class("picture").attr("part", "picture").child(picture(shared, chart, shown));
    let result = el("div").class("result").child(answer::answer(shared, asked)).child(picture);
    let sums = el("div").class("sums").bind(move || sum::sum(shared, resting, open));
    let downloads = downloads::downloads(shared, asked, result.clone(), move || {
        asked.with_untracked(|asked| chart.with_untracked(|chart| paths::drawn(shared, asked, chart)))
    });
    let table = years::of_chart(shared, chart.resting(shared.moving));
    let remark = Remark::new("remark");
    vec![claims::banner(shared), sentence(shared, remark, goal), remark.line(), result, sums, table, downloads]
}

/// Whether the same target has an answer for another series, from another year or on other terms.
pub(super) fn answers(shared: Shared, story: &Story, asked: &Comparison) -> bool {
    let given = shared.ask.target.get();
    Goal::of(story, &asked.a, asked.year, given, asked.terms.clone()).target().evaluate(story).is_ok()
}

fn goal(shared: Shared) -> Goal {
    let (series, from, given) = (shared.a.get(), shared.year.get(), shared.ask.target.get());
    shared.with_story(|story| Goal::of(story, &series, from, given, terms(shared)))
}

fn asked(shared: Shared, goal: &Goal) -> Asked {
    let words = shared.words();
    let target = goal.target();
    let (mut sums, until) = shared.with_story(|story| {
        let outcome = target.evaluate(story);
        let told = outcome.as_ref().map(|outcome| words.goal(goal, outcome, story));
        let sentence = match (&told, &outcome) {
            (Ok(answer), _) => answer.sentence.clone(),
            (Err(refusal), _) => words.refusal_on(refusal, &goal.terms, &[&goal.series], story),
        };
        let arrival = outcome.as_ref().ok().map(|outcome| arrival(&target, outcome));
        let (until, figure) = match goal.unknown {
            Unknown::Year => (arrival.map(|(_, latest)| latest), arrival.map(|years| between(&words, years))),
            _ => (Some(goal.by), None),
        };
        let answer = told.unwrap_or_default();
        let answer = Answer { answer: figure.unwrap_or_else(|| answer.answer.clone()), ..answer };
        let expr = target.expr(story).unwrap_or_else(|_| target.start.clone());
        (vec![Sum { expr, answer, outcome, sentence }], until)
    });
    let until_known = until.filter(|until| *until > goal.from && sums[0].outcome.is_ok());
    sums.extend(until_known.and_then(|until| happened(shared, goal, until)));
    let span = (goal.from, until.unwrap_or(goal.from));
    // What really happened is told with the terms already.
    let said = sums.get(1).is_some_and(|record| !record.sentence.is_empty());
    let asked = Asked::of_path(shared, sums, vec![goal.series.clone()], span, goal.terms.clone());
    Asked { counted: asked.counted.filter(|_| !said), ..asked }
}

/// What really happened beside what it would have taken, where there are figures. Beside an amount the answer itself tells
/// the amount that came, whose value is for the sum alone.
fn happened(shared: Shared, goal: &Goal, until: i32) -> Option<Sum> {
    let words = shared.words();
    let record = goal.record(until);
    if goal.unknown != Unknown::Amount {
        let record = Some(Sum::of(shared, &record)).filter(|record| record.outcome.is_ok())?;
        let sentence = words.say(Key::GoalReally, &[("sentence", &record.sentence)]);
        return Some(Sum { sentence, ..record });
    }
    let expr = record.terms.cell(&goal.series, until);
    let outcome = shared.with_story(|story| record.terms.evaluate(&expr, story)).ok()?;
    let answer = Answer::new(words.result(&outcome, Manner::of(outcome.unit)), String::new());
    Some(Sum { expr, answer, outcome: Ok(outcome), sentence: String::new() })
}

/// The year of arrival twice; where no value goes first, the earliest and the latest.
fn arrival(target: &Solved, outcome: &Outcome) -> (i32, i32) {
    let ends = outcome.spread.filter(|_| outcome.ranged);
    ends.map_or_else(
        || (target.year(outcome.value), target.year(outcome.value)),
        |spread| (target.year(spread.low), target.year(spread.high)),
    )
}

/// A year, or from one to another.
pub(super) fn between(words: &Words, (earliest, latest): (i32, i32)) -> String {
    let (early, late) = (words.year(earliest.into()), words.year(latest.into()));
    if earliest == latest { late } else { words.say(Key::SupposedBetween, &[("earliest", &early), ("latest", &late)]) }
}

fn sentence(shared: Shared, remark: Remark, goal: Memo<Goal>) -> El {
    let unknown = Memo::new(move |_| goal.with(|goal| goal.unknown));
    let rest = move || {
        let key = match unknown.get() {
            Unknown::Growth => Key::GoalGrowth,
            Unknown::Year => Key::GoalByGrowth,
            Unknown::Amount => Key::GoalHowFar,
        };
        vec![fill(shared, "span", key, move |name| match name {
            "a" => vec![partner(shared, Key::GoalSeries, shared.a)],
            "year" => vec![year(shared, Key::GoalFrom)],
            "amount" => vec![amount(shared, remark, goal)],
            "unit" => vec![unit(shared, goal)],
            "by" => vec![by(shared, remark, goal)],
            "growth" => vec![growth(shared, remark, goal)],
            "flow" => choices::flow(shared, false),
            "sources" => vec![choices::sources(shared)],
            _ => choices::money(shared),
        })]
    };
    el("p").class("sentence").child(ask(shared, unknown)).child(el("span").bind(rest))
}

const UNKNOWNS: [Key; 3] = [Key::GoalAskGrowth, Key::GoalAskYear, Key::GoalAskAmount];

fn ask(shared: Shared, unknown: Memo<Unknown>) -> El {
    let items = move || {
        let words = shared.words();
        let item = |(unknown_, key): (Unknown, Key)| Item {
            value: unknown_.name().to_owned(),
            text: words.text(key).to_owned(),
            chosen: unknown_ == unknown.get(),
        };
        Unknown::ALL.into_iter().zip(UNKNOWNS).map(item).collect()
    };
    let label = shared.words().text(Key::GoalAsk).to_owned();
    choice(&label, items, move |name| {
        shared.ask.target.update(|target| target.unknown = Unknown::from_name(&name));
    })
}

fn amount(shared: Shared, remark: Remark, goal: Memo<Goal>) -> El {
    // What is kept is the amount in the series' own unit, whatever it is told in.
    let own = move |amount: f64| shared.with_story(|story| goal.with_untracked(|goal| goal.in_own(amount, story)));
    let put = move |amount: f64| {
        let amount = own(amount);
        shared.ask.target.update(|target| target.amount = Some(amount));
    };
    field((shared, remark), shared.words().text(Key::GoalTo), move || goal.with(|goal| goal.amount), put)
}

fn unit(shared: Shared, goal: Memo<Goal>) -> El {
    el("span").bind_text(move || {
        let money = shared.with_story(|story| goal.with(|goal| goal.money(story)));
        money.map(|money| shared.words().unit(&money)).unwrap_or_default()
    })
}

fn by(shared: Shared, remark: Remark, goal: Memo<Goal>) -> El {
    let put = move |year: i32| shared.ask.target.update(|target| target.by = Some(year));
    let years = move || goal.with(|goal| (goal.from.saturating_add(1), FURTHEST));
    year_field((shared, remark), shared.words().text(Key::GoalBy), years, move || goal.with(|goal| goal.by), put)
}

fn growth(shared: Shared, remark: Remark, goal: Memo<Goal>) -> El {
    let put = move |percent: f64| shared.ask.target.update(|target| target.growth = Some(rates::of_percent(percent)));
    field(
        (shared, remark),
        shared.words().text(Key::GoalRate),
        move || goal.with(|goal| rates::percent(goal.growth)),
        put,
    )
}

fn picture(shared: Shared, chart: Memo<Chart>, asked: Memo<Asked>) -> El {
    let label = move || asked.with(|asked| asked.sentence(shared));
    let choose = move |year: i32| shared.ask.target.update(|target| target.by = Some(year));
    over_years(shared, chart, move || width(shared), label, choose)
}

fn drawn(shared: Shared, goal: &Goal, year: i32) -> Chart {
    shared.with_story(|story| chart::aimed(story, &shared.words(), goal, year))
}

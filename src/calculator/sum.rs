//! "Show the sum": the formula, the values in it, the unrounded result, and the values that were not taken. Where
//! there is no sum, the values that are known of the year all the same.

use ledgerline_core::amount::Decimal;
use ledgerline_core::formula::{Factor, Flow, Outcome, Refusal, Sources, Step, TracedCell, part, steps_by};
use ledgerline_core::story::{Story, ValueRow};
use ledgerline_core::words::{Cited, Key, rounding};
use ledgerline_figure::colour_of_series;
use leptos::prelude::*;

use super::asked::{Asked, Sum};
use crate::parts::{El, Els, Entry, cell, copier, el, folded, left, row, row_head, said, scroll, sources, values};
use crate::reactive::Memo;
use crate::state::Shared;

/// As many cells are told each by itself.
const FEW: usize = 4;

/// Which folded parts the reader has left open.
#[derive(Clone, Copy)]
pub(super) struct Open {
    sum: StoredValue<bool>,
    others: StoredValue<bool>,
}

impl Open {
    /// The sum is open at first: it is what this instrument is for.
    pub(super) fn at_first() -> Self {
        Self { sum: StoredValue::new(true), others: StoredValue::new(false) }
    }
}

impl Open {
    /// Where the sum is not the whole of the matter, it is folded at first.
    pub(super) fn folded() -> Self {
        Self { sum: StoredValue::new(false), others: StoredValue::new(false) }
    }
}

/// The sums, or what is known without one.
pub(super) fn sum(shared: Shared, asked: Memo<Asked>, open: Open) -> Els {
    asked.with(|asked| match asked.sums.first().map(|sum| &sum.outcome) {
        Some(Ok(_)) => vec![told(shared, asked, open)],
        _ => known(shared, asked, open).into_iter().collect(),
    })
}

fn told(shared: Shared, asked: &Asked, open: Open) -> El {
    let part = folded(shared, "sum", said("summary", shared, Key::CalculatorSum)).attr("part", "sum");
    let sums = asked.sums.iter().filter_map(|sum| Some(one(shared, sum, sum.outcome.as_ref().ok()?)));
    let part = part.children(sums.flatten().collect());
    let outcomes = asked.sums.iter().filter_map(|sum| sum.outcome.as_ref().ok());
    let mut cells: Vec<TracedCell> = Vec::new();
    for cell in outcomes.flat_map(|outcome| &outcome.cells) {
        if !cells.iter().any(|known| (known.row, &known.series, known.flow) == (cell.row, &cell.series, cell.flow)) {
            cells.push(cell.clone());
        }
    }
    let ranged = asked.sums.iter().filter_map(|sum| sum.outcome.as_ref().ok()).any(|outcome| outcome.ranged);
    left(part.maybe(others(shared, &cells, ranged, open)), open.sum)
}

/// One sum: the formula in its language and in words, the values, the rates and indices, the steps, the result.
pub(super) fn one(shared: Shared, sum: &Sum, outcome: &Outcome) -> Els {
    let words = shared.words();
    let text = sum.expr.to_string();
    let named = shared.with_story(|story| words.formula(&sum.expr, story));
    let formula = said("p", shared, Key::CalculatorFormula).class("formula").text(" ").child(el("code").text(&text));
    let formula = formula.child(el("span").class("in-words").text(&named));
    let table = shared.with_story(|story| values(shared, &entries(story, &outcome.cells, outcome.ranged, true), false));
    let foot = el("tfoot").attr("role", "rowgroup").children(factors(shared, outcome));
    let foot = foot.children(steps(shared, sum, outcome)).child(total(shared, sum, outcome));
    let (cited, told) = (sum.clone(), outcome.clone());
    let text = move || {
        let link = shared.host().address(&(shared.link_text() + ";at=calculator"));
        let sentence = cited.with_spread(shared);
        let cited = Cited { sentence: &sentence, expr: &cited.expr, outcome: &told, link: &link };
        shared.with_story(|story| shared.words().citation(cited, story))
    };
    let (copy, copied) = copier(shared, Key::CiteCopy, text);
    let cite = el("div").class("cite").child(copy).child(copied);
    vec![formula, scroll(&words.say(Key::CalculatorSumOf, &[("formula", &named)]), table.child(foot)), cite]
}

/// The price indices and exchange rates that entered.
fn factors(shared: Shared, outcome: &Outcome) -> Els {
    let words = shared.words();
    let line = |factor: &Factor| {
        let value = shared.with_story(|story| words.factor(factor, story));
        let (name, source) = shared.with_story(|story| {
            let (name, source) = factor.named(story).unwrap_or_default();
            (name.to_owned(), source.map(str::to_owned))
        });
        row()
            .child(row_head(&name))
            .child(cell().text(&words.year(factor.year.into())))
            .child(cell().class("n").text(&value))
            .child(cell())
            .child(cell().children(sources(shared, source.iter())))
            .child(cell().text(words.text(if factor.rate { Key::CalculatorRate } else { Key::CalculatorPriceIndex })))
    };
    outcome.factors.iter().map(line).collect()
}

/// The parts that were computed on the way, where there are any.
fn steps(shared: Shared, sum: &Sum, outcome: &Outcome) -> Els {
    let words = shared.words();
    let sources = if outcome.ranged { Sources::All } else { Sources::Preferred };
    let mut found = shared.with_story(|story| steps_by(&sum.expr, story, sources)).unwrap_or_default();
    found.pop();
    let line = |step: &Step| {
        let told = words.stepped(step);
        let part = cell().attr("colspan", "2").child(el("code").text(&step.formula));
        row().class("step").child(part).child(cell().class("n").text(&told)).child(cell().attr("colspan", "3"))
    };
    found.iter().map(line).collect()
}

fn total(shared: Shared, sum: &Sum, outcome: &Outcome) -> El {
    row()
        .class("total")
        .child(row_head(&shared.words().sum(&sum.expr, outcome)))
        .child(cell().text(shared.words().text(Key::CalculatorResult)))
        .child(cell().class("n").text(&sum.answer.unrounded))
        .child(cell().attr("colspan", "3").text(&sum.answer.rounding))
}

/// The values of the same cells that were not taken, under a sentence for each cell.
fn others(shared: Shared, cells: &[TracedCell], ranged: bool, open: Open) -> Option<El> {
    shared.with_story(|story| {
        let entries = entries(story, cells, ranged, false);
        let heading = told_of(shared, &entries, cells.len());
        let heading = heading.child(said("u", shared, Key::CalculatorSeeAll));
        listed(shared, &entries, heading, Key::CalculatorOthers, open.others)
    })
}

/// Sentences for a few cells, one line for many. `all` counts the cells of the sum.
fn told_of(shared: Shared, entries: &[Entry], all: usize) -> El {
    let words = shared.words();
    let cells: Vec<&[Entry]> =
        entries.chunk_by(|a, b| std::ptr::eq(a.series, b.series) && a.row.when == b.row.when).collect();
    if cells.len() > FEW {
        let counted = [("cells", words.whole(cells.len())), ("all", words.whole(all))];
        let counted = counted.each_ref().map(|(name, count)| (*name, count.as_str()));
        return el("summary").text(&words.count(Key::CalculatorOthersOver, entries.len(), &counted)).text(" ");
    }
    let told = cells.into_iter().filter_map(|cell| reach(shared, cell));
    told.fold(el("summary"), |heading, sentence| heading.text(&sentence).text(" "))
}

/// How far the other values of one cell reach: "4 other values for Russia in 2013 run from $104m to $123m."
fn reach(shared: Shared, entries: &[Entry]) -> Option<String> {
    let words = shared.words();
    let Entry { series, row, .. } = entries.first()?;
    let values = || entries.iter().map(|entry| entry.value);
    let low = values().min_by(|a, b| a.value.total_cmp(&b.value))?;
    let high = values().max_by(|a, b| a.value.total_cmp(&b.value))?;
    let told = |value: Decimal| words.amount(rounding::cell(value), &series.unit);
    let (low, high, year) = (told(low), told(high), words.year(row.when.into()));
    let (key, ends) = if low == high {
        (Key::CalculatorOthersSame, vec![("low", low.as_str())])
    } else {
        (Key::CalculatorOthersRun, vec![("low", low.as_str()), ("high", high.as_str())])
    };
    let named = [("name", series.short.as_str()), ("year", &year)];
    Some(words.count(key, entries.len(), &[&named[..], &ends].concat()))
}

/// The values of the years that gave no answer. They stand where the sum would, open or closed as that was left.
fn known(shared: Shared, asked: &Asked, open: Open) -> Option<El> {
    let words = shared.words();
    let years = refused(asked);
    shared.with_story(|story| {
        let of_years = |id| years.iter().flat_map(move |year| of_year(story, id, *year, Flow::Total));
        let entries: Vec<Entry> = asked.ids.iter().flat_map(|id| of_years(id)).map(|(_, entry)| entry).collect();
        let told = words.years_listed(&years);
        let heading = el("summary").text(&words.count(Key::CalculatorKnown, entries.len(), &[("years", &told)]));
        listed(shared, &entries, heading, Key::CalculatorKnownTable, open.sum)
    })
}

/// The years that the refusal is about, else the one that was asked about.
fn refused(asked: &Asked) -> Vec<i32> {
    let refusal = asked.sums.first().and_then(|sum| sum.outcome.as_ref().err());
    let years = refusal.map(Refusal::years).unwrap_or_default();
    if years.is_empty() { vec![asked.span.1] } else { years }
}

fn listed(shared: Shared, entries: &[Entry], heading: El, label: Key, open: StoredValue<bool>) -> Option<El> {
    let words = shared.words();
    (!entries.is_empty()).then(|| {
        let table = scroll(words.text(label), values(shared, entries, true));
        left(folded(shared, "others", heading).child(table), open)
    })
}

/// The values of all cells: those that count, or all others. Where none goes first, all that differ by source count.
fn entries<'a>(story: &'a Story, cells: &'a [TracedCell], ranged: bool, counted: bool) -> Vec<Entry<'a>> {
    let of_cell = |cell: &'a TracedCell| {
        let rows = of_year(story, &cell.series, cell.year, cell.flow).into_iter();
        rows.filter(move |(place, entry)| cell.counts(*place, entry.row, ranged) == counted).map(|(_, entry)| entry)
    };
    cells.iter().flat_map(of_cell).collect()
}

/// The values of a series in a year, each with its place among the rows.
fn of_year<'a>(story: &'a Story, id: &str, year: i32, flow: Flow) -> Vec<(usize, Entry<'a>)> {
    let Some(series) = story.series.get(id) else { return Vec::new() };
    let colour = colour_of_series(story, id);
    let of_row = |(place, row): (usize, &'a ValueRow)| {
        let value = part(row, flow).filter(|_| row.when == year)?;
        Some((place, Entry { series, colour, row, flow, value }))
    };
    series.values.iter().enumerate().filter_map(of_row).collect()
}

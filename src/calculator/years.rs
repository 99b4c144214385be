//! The figures behind the picture, year by year: the same data as a table.

use ledgerline_core::compare::{self, Sources, Terms, Yearly};
use ledgerline_core::story::Story;
use ledgerline_core::words::Key;
use ledgerline_figure::colour_of_series;

use super::asked::Asked;
use super::picture::manner;
use crate::parts::{El, colour_class, el, on_demand, said, scroll};
use crate::reactive::Memo;
use crate::state::Shared;

/// A row a year, gaps in words.
pub(super) fn years(shared: Shared, asked: Memo<Asked>) -> El {
    let table = move || {
        let table = el("table").bind(move || {
            asked.with(|asked| {
                let lines = asked.yearly.as_ref().map(|(_, lines)| lines.as_slice()).unwrap_or_default();
                vec![caption(shared, lines), body(shared, asked, lines)]
            })
        });
        scroll(shared.words().text(Key::CalculatorAllYears), table)
    };
    on_demand(shared, "folded", said("summary", shared, Key::CalculatorAllYears), table)
}

fn ids(shared: Shared) -> Vec<String> {
    let mut ids = vec![shared.a.get(), shared.b.get()];
    ids.dedup();
    ids
}

fn caption(shared: Shared, lines: &[Yearly]) -> El {
    let words = shared.words();
    let year = said("th", shared, Key::TableYear).attr("scope", "col");
    shared.with_story(|story| {
        let head = |id: &str, name: &str| {
            let class = format!("n {}", colour_class(colour_of_series(story, id)));
            el("th").attr("scope", "col").class(&class).text(name)
        };
        let answers =
            lines.iter().map(|line| head(&line.series, &words.yearly_head(line, shared.measure.get(), story)));
        let heads = ids(shared).into_iter().map(|id| head(&id, words.series_short(story, &id)));
        el("thead").child(el("tr").child(year).children(answers.collect()).children(heads.collect()))
    })
}

fn body(shared: Shared, asked: &Asked, lines: &[Yearly]) -> El {
    let words = shared.words();
    let (ids, terms, manner) = (ids(shared), &asked.terms, manner(shared));
    let (from, until) = if lines.is_empty() { (i32::MIN, i32::MAX) } else { asked.span };
    shared.with_story(|story| {
        let known = compare::years(story, &ids[0], ids.last().unwrap_or(&ids[0]));
        let none = || words.text(Key::StatusNone).to_owned();
        let answer = |line: &Yearly, year: i32| {
            let point = line.points.iter().find(|point| point.year == year);
            point.map_or_else(none, |point| words.reading(point, manner, asked.terms.sources == Sources::All))
        };
        // What is asked of a span has answers in it alone.
        let known = known.into_iter().filter(|(year, _)| (from..=until).contains(year));
        let rows = known.map(|(year, _)| {
            let answers = lines.iter().map(|line| el("td").class("n").text(&answer(line, year)));
            let cells = ids.iter().map(|id| el("td").class("n").text(&told(shared, story, terms, id, year)));
            el("tr")
                .child(el("th").attr("scope", "row").text(&words.year(year.into())))
                .children(answers.chain(cells).collect())
        });
        el("tbody").children(rows.collect())
    })
}

/// The value on the reader's terms; without one what the series knows of the year.
fn told(shared: Shared, story: &Story, terms: &Terms, id: &str, year: i32) -> String {
    let words = shared.words();
    match terms.take(story, id, year) {
        Ok(taken) if taken.ranged => words.reach_of(&taken.point, |value| words.amount_full(value, &taken.money)),
        Ok(taken) => words.amount_full(taken.point.value, &taken.money),
        Err(_) if *terms == Terms::default() => {
            story.series.get(id).map(|series| words.cell(series, year)).unwrap_or_default()
        }
        Err(_) => words.text(Key::StatusNone).to_owned(),
    }
}

//! The figures behind the picture, year by year: the same data as a table.

use ledgerline_core::compare::{self, Terms};
use ledgerline_core::story::Story;
use ledgerline_core::words::Key;
use ledgerline_figure::colour_of_series;

use super::asked as terms;
use crate::parts::{El, colour_class, el, folded, said, scroll};
use crate::state::Shared;

/// A row a year, gaps in words.
pub(super) fn years(shared: Shared) -> El {
    let words = shared.words();
    let table = el("table").bind(move || vec![caption(shared), body(shared)]);
    let heading = said("summary", shared, Key::CalculatorAllYears);
    folded(shared, "folded", heading).child(scroll(words.text(Key::CalculatorAllYears), table))
}

fn ids(shared: Shared) -> Vec<String> {
    let mut ids = vec![shared.a.get(), shared.b.get()];
    ids.dedup();
    ids
}

fn caption(shared: Shared) -> El {
    let words = shared.words();
    let year = said("th", shared, Key::TableYear).attr("scope", "col");
    shared.with_story(|story| {
        let heads = ids(shared).into_iter().map(|id| {
            let class = format!("n {}", colour_class(colour_of_series(story, &id)));
            el("th").attr("scope", "col").class(&class).text(words.series_short(story, &id))
        });
        el("thead").child(el("tr").child(year).children(heads.collect()))
    })
}

fn body(shared: Shared) -> El {
    let words = shared.words();
    let (ids, terms) = (ids(shared), terms::terms(shared));
    shared.with_story(|story| {
        let known = compare::years(story, &ids[0], ids.last().unwrap_or(&ids[0]));
        let rows = known.into_iter().map(|(year, _)| {
            let cells = ids.iter().map(|id| el("td").class("n").text(&told(shared, story, &terms, id, year)));
            el("tr").child(el("th").attr("scope", "row").text(&words.year(year.into()))).children(cells.collect())
        });
        el("tbody").children(rows.collect())
    })
}

/// The value on the reader's terms; without one what the series knows of the year.
fn told(shared: Shared, story: &Story, terms: &Terms, id: &str, year: i32) -> String {
    let words = shared.words();
    match terms.take(story, id, year) {
        Ok(taken) => words.amount_full(taken.point.value, &taken.money),
        Err(_) if *terms == Terms::default() => {
            story.series.get(id).map(|series| words.cell(series, year)).unwrap_or_default()
        }
        Err(_) => words.text(Key::StatusNone).to_owned(),
    }
}

//! Ten years of the compared series in small, for the list to read.

use ledgerline_core::words::Key;
use ledgerline_figure::chart;
use ledgerline_figure::timeline::logarithmic;

use crate::parts::{El, Els, el, years};
use crate::state::Shared;

/// Height of the lines of a decade, and what stands beside them, in pixels.
const SPARK: f64 = 46.0;
const BESIDE: f64 = 112.0;

/// The compared series in ten years, on the same scale as in all others; nothing where there are no figures.
pub(crate) fn decade(shared: Shared, first: i32) -> El {
    let make = move || {
        let words = shared.words();
        let (a, b) = (shared.a.get(), shared.b.get());
        let ids = [a.as_str(), b.as_str()];
        let size = ((shared.width.get() - BESIDE).max(100.0), SPARK);
        shared.with_story(|story| {
            let Some(placed) = chart::over_decade(story, &words, &ids, first, size, logarithmic(story, &ids)) else {
                return Els::new();
            };
            let year = |year: i32| words.year(year.into());
            let ends = [year(first), year(first + 9)];
            let end = |place: usize| el("span").attr("aria-hidden", "true").text(&ends[place]);
            let values = placed.ends().map(|(id, from, to)| {
                let told = |year| story.series.get(id).map(|series| words.cell(series, year)).unwrap_or_default();
                let name = words.series_short(story, id);
                let values =
                    [("first", &*year(from)), ("last", &*year(to)), ("from", &*told(from)), ("to", &*told(to))];
                words.say(Key::DecadeCell, &[&values[..], &[("name", name)]].concat())
            });
            let values = words.list(&values.collect::<Vec<_>>());
            let said = [("first", &*ends[0]), ("last", &*ends[1]), ("values", &*values)];
            let said = words.say(Key::DecadeAll, &said);
            vec![end(0), years(&placed, Some(&said)).made(), end(1)]
        })
    };
    el("div").bind(make)
}

//! Bars that are read by pointer, finger and keys: what is known at the place under the cursor stands below them.

use std::rc::Rc;

use ledgerline_core::words::Key;
use ledgerline_figure::chart::{PlacedBars, Stop};

use super::cursor::{Cursor, Places};
use super::{El, bars, colour_class, el, html, picture, rule};
use crate::reactive::{Memo, RwSignal};
use crate::state::Shared;

/// How far the cursor reaches above and below a mark, in pixels.
const REACH: f64 = 9.0;

/// The bars with their cursor and the reading. `label` says in words what they show, `help` stands where nothing is read.
pub(crate) fn read_bars(
    shared: Shared,
    placed: Memo<PlacedBars>,
    label: impl Fn() -> String + 'static,
    help: impl Fn() -> Option<Key> + 'static,
) -> El {
    let at = RwSignal::new(None);
    let drawn = move || {
        // Without a value there is no bar, and the sentence says why.
        let some = placed.with(|placed| !placed.bars.is_empty());
        some.then(|| placed.with(|placed| bars(placed, &label())))
    };
    let stage = el("div").class("stage").draw(drawn).child(cursor(shared, placed, at).slider(shared));
    el("div").child(stage).child(readout(shared, placed, at, help))
}

/// The place over the bars that is read, by the number of the mark.
fn cursor(shared: Shared, placed: Memo<PlacedBars>, at: RwSignal<Option<i32>>) -> Cursor {
    let count = move || placed.with(|placed| i32::try_from(placed.stops.len()).unwrap_or(i32::MAX));
    let places =
        move |_: Option<&_>| Some(count()).filter(|last| *last > 0).map(|last| Places { first: 1, last, rest: None });
    let cross = |placed: &PlacedBars, stop: &Stop| {
        let svg = picture("over", (placed.width, placed.height), None);
        svg.child(rule("cross", (stop.x, stop.y - REACH), (stop.x, stop.y + REACH)))
    };
    Cursor {
        name: Key::CalculatorCursorBars,
        at,
        places: Memo::new(places),
        told: Box::new(move |at| placed.with(|placed| Some(read(shared, stop(placed, at)?)))),
        line: Box::new(move |at| placed.with(|placed| Some(cross(placed, stop(placed, at)?)))),
        under: Rc::new(move |x, y| placed.with(|placed| i32::try_from(placed.stop_at(x, y)? + 1).ok())),
        choose: None,
    }
}

/// The mark of a number, from 1 on.
fn stop(placed: &PlacedBars, at: i32) -> Option<&Stop> {
    placed.stops.get(usize::try_from(at).ok()?.checked_sub(1)?)
}

/// "China: Daily NK, Chinese customs: $6.545bn"
fn read(shared: Shared, stop: &Stop) -> String {
    let words = shared.words();
    let told = stop.told.join(words.text(Key::SumAnd));
    words.say(Key::CalculatorBySource, &[("source", &stop.name), ("value", &told)])
}

/// What is known under the cursor, in the place of the help. It is read out by the slider.
fn readout(
    shared: Shared,
    placed: Memo<PlacedBars>,
    at: RwSignal<Option<i32>>,
    help: impl Fn() -> Option<Key> + 'static,
) -> El {
    let values = move || {
        placed.with(|placed| {
            let words = shared.words();
            let Some(stop) = at.get().and_then(|at| stop(placed, at)) else {
                return help().map(|key| html("p").class("help").text(words.text(key)));
            };
            let name = html("span").class(colour_class(stop.colour)).text(&stop.name);
            let value = html("span").text(&format!(" {}", stop.told.join(words.text(Key::SumAnd))));
            let told = html("p").class("readout").attr("aria-hidden", "true");
            Some(told.child(html("span").child(name).child(value)))
        })
    };
    el("div").class("reading").draw(values)
}

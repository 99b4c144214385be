//! The marked year as a control: a native slider over the axis, whose thumb is the year's label in the drawing.

use ledgerline_core::words::Key;
use ledgerline_figure::timeline::{PlacedTimeline, YearSlider};
use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use crate::later;
use crate::parts::{El, el, number_of};
use crate::reactive::Memo;
use crate::state::Shared;

/// The slider over the years of the figures that are in sight; hidden where there are none.
pub(super) fn slider(shared: Shared, placed: Memo<PlacedTimeline>) -> El {
    let slider = Memo::new(move |_| placed.with(|placed| placed.slider));
    let end = move |of: fn(&YearSlider) -> i32| slider.get().map(|slider| of(&slider).to_string());
    let place = move || {
        let slider = slider.get();
        slider.map(|slider| vec![("left", slider.x), ("top", slider.y), ("width", slider.width)]).unwrap_or_default()
    };
    // A browser keeps the value within the ends, so it is set again when they change.
    let value = move || {
        slider.track();
        shared.year.get().into()
    };
    let typed = move |event: &Event| {
        if let Some(year) = number_of(event) {
            later::with(|later| (later.step)(&shared));
            shared.choose(year as i32);
        }
    };
    let keys = move |event: &Event| {
        if let Some(key) = event.dyn_ref::<KeyboardEvent>().filter(|key| key.shift_key()) {
            later::with(|later| (later.stretch)(&shared, key));
        }
    };
    let input = el("input").attr("type", "range").class("years").attr("step", "1");
    input
        .attr("aria-label", shared.words().text(Key::TimelineYear))
        .bind_attr("hidden", move || slider.get().is_none().then(String::new))
        .bind_attr("min", move || end(|slider| slider.first))
        .bind_attr("max", move || end(|slider| slider.last))
        .bind_value(value)
        .bind_attr("aria-valuetext", move || Some(in_words(shared)))
        .bind_px(place)
        .on("input", typed)
        // The plot would take the pointer for a drag of its own.
        .on("pointerdown", Event::stop_propagation)
        .on("keydown", keys)
}

/// The year with its span and the figures that are compared.
fn in_words(shared: Shared) -> String {
    let (words, year) = (shared.words(), shared.year.get());
    let ids = [shared.a.get(), shared.b.get()];
    let values: Vec<String> = shared.with_story(|story| {
        let series = ids.iter().filter_map(|id| story.series.get(id));
        let cell = |series| (words.cell(series, year), &series.short);
        let said = series
            .map(cell)
            .map(|(value, name)| words.say(Key::TimelineYearCell, &[("name", name), ("value", &value)]));
        said.collect()
    });
    let name = words.year(year.into());
    let name = match shared.ask.since.get() {
        Some(since) => words.say(Key::TimelineYearSince, &[("year", &name), ("since", &words.year(since.into()))]),
        None => name,
    };
    words.say(Key::TimelineYearValues, &[("year", &name), ("values", &words.list(&values))])
}

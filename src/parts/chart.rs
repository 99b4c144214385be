//! A chart over the years that is read by pointer and keys: the values of the year under the cursor stand below it.

use std::rc::Rc;

use ledgerline_core::series::Point;
use ledgerline_core::words::{Key, Manner};
use ledgerline_figure::amount::log_advised;
use ledgerline_figure::chart::{self, Chart, PlacedYears};
use ledgerline_figure::lines::{EndName, Reach, Track};

use super::cursor::{Cursor, Places};
use super::{El, Els, Shape, Shapes, button, colour_class, el, group, html, picture, rule, shapes, text, years};
use crate::reactive::{Memo, RwSignal};
use crate::state::Shared;

/// Height of the lines, in pixels.
const HEIGHT: f64 = 200.0;
/// What keeps a line of text its height where there is nothing to say.
const BLANK: &str = "\u{a0}";

/// The chart with the choice of its scale and the reading of its values. `label` says in words what it shows; `width`
/// is in pixels; `choose` is told the year that the reader picks.
pub(crate) fn chart(
    shared: Shared,
    chart: Memo<Chart>,
    width: impl Fn() -> f64 + Copy + Send + Sync + 'static,
    label: impl Fn() -> String + 'static,
    choose: impl Fn(i32) + Copy + 'static,
) -> El {
    let linear = shared.ask.linear;
    // Where no values lie far apart, a logarithmic scale would only hide the differences.
    let apart = Memo::new(move |_| {
        chart.with(|chart| {
            log_advised(chart.tracks.iter().flat_map(|track| track.points.iter().map(|point| point.value)))
        })
    });
    let log = Memo::new(move |_| apart.get() && !linear.get());
    let placed = Memo::new(move |_| {
        let words = shared.words();
        chart.with(|chart| chart::years(&words, chart, (width(), HEIGHT), log.get()))
    });
    let at = RwSignal::new(None);
    let drawn = move || {
        let text = label();
        let names = |placed: &PlacedYears| shapes(chart::ends(placed).iter().map(end_name).collect());
        placed.with(|placed| is_some(placed).then(|| years(placed, Some(&text)).child(names(placed))))
    };
    let stage = el("div").class("stage").draw(drawn).child(cursor(shared, chart, placed, at, choose).slider(shared));
    let scale = move || if apart.get() { scales(shared, log) } else { Els::new() };
    let nothing = move || placed.with(|placed| (!is_some(placed)).then(String::new));
    el("div").bind_attr("hidden", nothing).child(stage).child(readout(shared, chart, at)).bind(scale)
}

/// Whether there is anything to see.
fn is_some(placed: &PlacedYears) -> bool {
    !placed.years.is_empty()
}

/// The year over the chart that is read.
fn cursor(
    shared: Shared,
    chart: Memo<Chart>,
    placed: Memo<PlacedYears>,
    at: RwSignal<Option<i32>>,
    choose: impl Fn(i32) + 'static,
) -> Cursor {
    let places = move |_: Option<&_>| {
        placed.with(|placed| {
            let (first, last) = (placed.years.first()?.0, placed.years.last()?.0);
            Some(Places { first, last, rest: read_at(chart) })
        })
    };
    // What is read out of the chart waits until a slider beside it rests.
    let resting = chart.resting(shared.moving);
    let cross = |placed: &PlacedYears, x: f64| {
        let svg = picture("over", (placed.width, placed.height), None);
        svg.child(rule("cross", (x, placed.area.y), (x, placed.area.bottom())))
    };
    Cursor {
        name: Key::CalculatorCursor,
        at,
        places: Memo::new(places),
        told: Box::new(move |year| Some(read(shared, resting, year))),
        line: Box::new(move |year| placed.with(|placed| Some(cross(placed, placed.x_of(year)?)))),
        under: Rc::new(move |x, _| placed.with(|placed| placed.year_at(x))),
        choose: Some(Rc::new(choose)),
    }
}

/// The name of a path at its end. A picture that is saved finds there that the line is named.
fn end_name(EndName { name, colour, words, stroke: [from, to] }: &EndName) -> Shape {
    let words = words.iter().map(|line| text("name", line)).collect();
    shapes(Shapes::new())
        .class(colour_class(*colour))
        .attr("data-end", name)
        .child(rule("lead", *from, *to))
        .children(words)
}

/// The year that is read where none is pointed at: the marked one, else the last.
fn read_at(chart: Memo<Chart>) -> Option<i32> {
    chart.with(|chart| {
        let last = || chart.tracks.iter().filter_map(|track| Some(track.points.last()?.year)).max();
        chart.year.or_else(last)
    })
}

/// "2013: China $6.545bn; Russia $112.7m"
fn read(shared: Shared, chart: Memo<Chart>, year: i32) -> String {
    let words = shared.words();
    let values: Vec<String> = chart.with(|chart| {
        let of = chart.tracks.iter().filter_map(|track| {
            let point = track.points.iter().find(|point| point.year == year);
            let value = match point {
                Some(point) => told(shared, chart, track, point),
                // A path that was not computed there is no gap.
                None if track.supposed => return None,
                None => words.text(Key::CalculatorCursorNone).to_owned(),
            };
            Some(words.say(Key::TimelineYearCell, &[("name", &track.name), ("value", &value)]))
        });
        of.collect()
    });
    let values = values.join(words.text(Key::SumAnd));
    words.say(Key::TimelineYearValues, &[("year", &words.year(year.into())), ("values", &values)])
}

fn told(shared: Shared, chart: &Chart, track: &Track, point: &Point) -> String {
    point_told(shared, point, chart.manner, (track.reach == Reach::Ends, track.supposed))
}

/// What a point says, in a chart and in its table: one that is supposed was computed. `ends`: no value goes first.
pub(crate) fn point_told(shared: Shared, point: &Point, manner: Manner, (ends, supposed): (bool, bool)) -> String {
    let words = shared.words();
    if supposed { words.reckoned(point, manner, ends) } else { words.reading(point, manner, ends) }
}

/// The values under the cursor, in colour, a line for each series whether it has one or not: what stands below stays
/// where it is. They are read out by the slider.
fn readout(shared: Shared, chart: Memo<Chart>, at: RwSignal<Option<i32>>) -> El {
    let values = move || {
        let year = at.get().or_else(|| read_at(chart))?;
        let words = shared.words();
        let values = chart.with(|chart| {
            let value = |track: &Track| {
                let value = match track.points.iter().find(|point| point.year == year) {
                    Some(point) => told(shared, chart, track, point),
                    // Of a path that was not computed there the line alone stands.
                    None if track.supposed => return html("span").text(BLANK),
                    None => words.text(Key::CalculatorCursorNone).to_owned(),
                };
                let name = html("span").class(colour_class(track.colour)).text(&track.name);
                html("span").child(name).child(html("span").text(&format!(" {value}")))
            };
            chart.tracks.iter().map(value).collect::<Shapes>()
        });
        let year = html("b").text(&words.year(year.into()));
        Some(html("p").class("readout rows").attr("aria-hidden", "true").child(year).children(values))
    };
    el("div").draw(values)
}

/// The choice of the scale, and what it means.
fn scales(shared: Shared, log: Memo<bool>) -> Els {
    let words = shared.words();
    let scale = |key: Key, value: bool| {
        let on = move || Some((log.get() == value).to_string());
        button(words.text(key), move |_| shared.ask.linear.set(!value)).bind_attr("aria-pressed", on)
    };
    let group = group("switch", words.text(Key::CalculatorScale));
    let group = group.child(scale(Key::CalculatorLog, true)).child(scale(Key::CalculatorLinear, false));
    let help = move || {
        let key = if log.get() { Key::CalculatorLogHelp } else { Key::CalculatorLinearHelp };
        shared.words().text(key).to_owned()
    };
    vec![group, el("p").class("help").bind_text(help)]
}

//! The levers: sliders with typed fields beside them.

use ledgerline_core::formula::Unit;
use ledgerline_core::rates;
use ledgerline_core::scenario::{Kind, Levers};
use ledgerline_core::story::Lever;
use ledgerline_core::supposed::Supposed;
use ledgerline_core::words::{Key, rounding};
use ledgerline_figure::colour_of_series;
use ledgerline_figure::svg::fixed;

use super::what_if::Future;
use crate::parts::{El, Els, Remark, colour_class, el, field, said, slider, year_field};
use crate::reactive::Memo;
use crate::state::Shared;

/// The levers of both series. They stay in place while they are moved.
pub(super) fn levers(shared: Shared, future: Memo<Future>) -> El {
    let ids = Memo::new(move |_| {
        let mut ids = vec![shared.a.get(), shared.b.get()];
        ids.dedup();
        (ids, shared.year.get())
    });
    let still = Memo::new(move |_| future.with(|future| still(&future.supposed)));
    let note = move || still.with(|supposed| note(shared, supposed));
    let remark = Remark::new("remark-levers");
    let all = move || ids.get().0.into_iter().map(|id| of_series((shared, remark), future, id)).collect();
    let levers = el("div").class("levers").bind(all);
    el("div").class("levering").child(el("div").class("stacked").bind(note)).child(levers).child(remark.line())
}

/// The same whatever a lever that is moved is moved to.
fn still(supposed: &Supposed) -> Supposed {
    let moved = supposed.moved.iter().map(|(name, _)| (name.clone(), Lever::Number(0.0)));
    Supposed { moved: moved.collect(), ..supposed.clone() }
}

/// What is to be known of the scenario as it stands. Where levers are moved, the story's own note keeps its room: else
/// the sliders would leap away from the pointer that moves the first of them.
fn note(shared: Shared, supposed: &Supposed) -> Els {
    if supposed.moved.is_empty() {
        return unmoved(shared, supposed).into_iter().collect();
    }
    let before = unmoved(shared, &Supposed { moved: Vec::new(), ..supposed.clone() });
    let room = before.map(|note| el("div").class("room").attr("aria-hidden", "true").child(note));
    room.into_iter().chain([said("p", shared, Key::SupposedNote).class("help")]).collect()
}

fn unmoved(shared: Shared, supposed: &Supposed) -> Option<El> {
    let words = shared.words();
    let help = |text: &str| el("p").class("help").text(text);
    shared.with_story(|story| match supposed.carried_from(story) {
        Some(year) => {
            let (year, from) = (words.year(year.into()), words.year(supposed.from.into()));
            Some(help(&words.say(Key::SupposedCarried, &[("year", &year), ("from", &from)])))
        }
        None => supposed.note(story).map(|note| el("div").class("help").children(crate::parts::markup(note))),
    })
}

fn of_series((shared, remark): (Shared, Remark), future: Memo<Future>, id: String) -> El {
    let words = shared.words();
    let (name, colour) = shared
        .with_story(|story| (words.series_short(story, &id).to_owned(), colour_class(colour_of_series(story, &id))));
    let owned = id.clone();
    let levers = Memo::new(move |_| future.with(|future| shared.with_story(|story| of(future, story, &owned))));
    let lever = |kind| lever((shared, remark), (future, levers), &id, &name, kind);
    let rows: Els = Kind::ALL.into_iter().map(lever).collect();
    el("fieldset").child(el("legend").class(colour).text(&name)).children(rows)
}

fn lever(
    (shared, remark): (Shared, Remark),
    (future, levers): (Memo<Future>, Memo<Levers>),
    id: &str,
    name: &str,
    kind: Kind,
) -> El {
    let words = shared.words();
    let text = told_kind(shared, id, kind);
    let named = |key: Key| words.say(key, &[("lever", &text), ("name", name)]);
    let reach = future.with_untracked(|future| shared.with_story(|story| future.supposed.reach_of(story, id, kind)));
    // Of the four of a series one is moved at a time.
    let value = Memo::new(move |_| levers.with(|levers| told(levers, kind)));
    let value = move || value.get();
    let put = setter(shared, future, id.to_owned(), kind);
    let (slide, typed) = (put.clone(), put.clone());
    let spoken = move || shared.words().number(rounding::trimmed(rounding::round(shown(value(), kind), 4)));
    let slider = slider(shared, &named(Key::SupposedSlide), reach, value, spoken, move |value| {
        remark.clear();
        slide(value, None);
    });
    let track = el("span").class("track").child(slider).child(rests(reach, kind));
    let typed = move |value: f64| typed(kept(value, kind), None);
    let field = field((shared, remark), &named(Key::SupposedSlide), move || shown(value(), kind), typed);
    // To be told from the slider where one hears the two, not where one reads of it.
    let field = field.attr("aria-label", &named(Key::SupposedType));
    // In a box of its own, so that another number in it is laid out within.
    let typed = |field: El| el("span").class("typed").child(field);
    let row = el("div").class("lever").child(el("span").text(&text)).child(track).child(typed(field));
    if kind != Kind::Once {
        return row;
    }
    let when = move || levers.with(|levers| levers.once.map(|(when, _)| when));
    let when = move || when().unwrap_or_else(|| shared.year.get() + 1);
    let years = move || future.with(|future| (future.supposed.from + 1, future.supposed.until));
    let put = move |year: i32| put(value(), Some(year));
    row.child(typed(year_field((shared, remark), &named(Key::SupposedWhen), years, when, put)))
}

/// A mark where the lever rests, so that a fall is not a shorter rise. It stays: to draw the part of the line between it
/// and the thumb would cost every step a style and a picture of its own.
fn rests(reach: (f64, f64, f64), kind: Kind) -> El {
    let part = (told(&Levers::default(), kind) - reach.0) / (reach.1 - reach.0);
    let part = fixed(part.clamp(0.0, 1.0), 3);
    el("span").class("rests").style("inset-inline-start", &format!("calc(7.5px + (100% - 16px) * {part})"))
}

/// What a lever moves, with its unit.
fn told_kind(shared: Shared, id: &str, kind: Kind) -> String {
    let words = shared.words();
    let key = match kind {
        Kind::Growth => return words.text(Key::SupposedGrowth).to_owned(),
        Kind::Base => return words.text(Key::SupposedBase).to_owned(),
        Kind::Extra => Key::SupposedExtra,
        Kind::Once => Key::SupposedOnce,
    };
    let unit =
        shared.with_story(|story| story.series.get(id).map(|series| words.named_unit(Unit::Amount(series.unit))));
    words.say(key, &[("unit", &unit.unwrap_or_default())])
}

fn of(future: &Future, story: &ledgerline_core::story::Story, id: &str) -> Levers {
    future.supposed.levers(story, id)
}

/// What a lever stands at.
fn told(levers: &Levers, kind: Kind) -> f64 {
    match kind {
        Kind::Growth => levers.growth,
        Kind::Extra => levers.extra,
        Kind::Once => levers.once.map_or(0.0, |(_, amount)| amount),
        Kind::Base => levers.base,
    }
}

/// Growth is typed in hundredths.
fn shown(value: f64, kind: Kind) -> f64 {
    if kind == Kind::Growth { rates::percent(value) } else { value }
}

/// What is typed for a lever, as it counts: no path starts below zero.
fn kept(value: f64, kind: Kind) -> f64 {
    match kind {
        Kind::Growth => rates::of_percent(value),
        Kind::Base => value.max(0.0),
        Kind::Extra | Kind::Once => value,
    }
}

/// Moves a lever; a one-off also in its year.
fn setter(shared: Shared, future: Memo<Future>, id: String, kind: Kind) -> std::rc::Rc<dyn Fn(f64, Option<i32>)> {
    std::rc::Rc::new(move |value, year| {
        let moved = future.with_untracked(|future| {
            let lever = match kind {
                Kind::Once => {
                    let own = shared.with_story(|story| of(future, story, &id)).once.map(|(when, _)| when);
                    let first = future.supposed.from + 1;
                    // In a year that is not on the path it would have no effect.
                    let when = year.or(own).unwrap_or(first).clamp(first, future.supposed.until.max(first));
                    Lever::Once { when, amount: value }
                }
                _ => Lever::Number(value),
            };
            future.supposed.moved_to(&id, kind, lever)
        });
        shared.ask.levers.set(moved);
    })
}

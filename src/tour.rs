//! The guided tour: the story's scenes in their order, each a state of the whole widget with a caption.

use gloo_timers::callback::Timeout;
use ledgerline_core::link::{Link, Mode, Part, View};
use ledgerline_core::words::Key;
use leptos::prelude::{LocalStorage, SetValue, StoredValue, untrack};

use crate::later;
use crate::parts::{El, Els, button, el, markup};
use crate::reactive::{RwSignal, effect};
use crate::state::Shared;

/// While the tour plays, a scene stays so long, and so much longer for each letter of its caption: milliseconds.
const STAY: u32 = 3000;
const LETTER: u32 = 55;

/// The button that begins the tour, and while it goes its scene in place of that.
pub(crate) fn tour(shared: Shared) -> El {
    let count = scenes(shared);
    let under_way = crate::reactive::Memo::new(move |_| shared.scene.get().is_some());
    let make = move || match (count, under_way.get()) {
        (0, _) => Els::new(),
        (_, false) => {
            let words = shared.words();
            vec![button(words.text(Key::TourStart), move |_| go(shared, 1)).class("begin")]
        }
        (_, true) => vec![later::place(shared, "tour", shared.words().text(Key::TourStart), |later| later.scene)],
    };
    el("div").class("tour-place").bind(make)
}

fn scenes(shared: Shared) -> u32 {
    // No story has more scenes than a number can count.
    shared.with_story(|story| u32::try_from(story.scenes.len()).unwrap_or(u32::MAX))
}

/// Shows a scene, by its number from 1; one that is not there changes nothing.
fn go(shared: Shared, number: u32) {
    let link = shared.with_story(|story| {
        let place = usize::try_from(number.checked_sub(1)?).ok()?;
        Some(Link::from(&story.scenes.get(place)?.state))
    });
    if let Some(link) = link {
        // The claim of an earlier scene would seem to speak of this one's number.
        let claim = if link.claim == Part::Unsaid { Part::Nothing } else { link.claim.clone() };
        let link = Link { claim, ..link };
        // A scene shows its event, whatever was searched for before.
        shared.query.set(None);
        shared.hidden.set(Vec::new());
        shared.follow(link);
        shared.scene.set(Some(number));
    }
}

fn step(shared: Shared, by: i32) {
    let here = shared.scene.get_untracked().unwrap_or_default();
    go(shared, here.saturating_add_signed(by));
}

/// The caption with its controls. They stay while the scenes change, and so does the focus.
pub(crate) fn scene(shared: Shared) -> El {
    let playing = RwSignal::new(false);
    play(shared, playing);
    let (words, count) = (shared.words(), scenes(shared));
    let here = move || shared.scene.get().unwrap_or(1);
    let progress = move || {
        let values = [("place", &*here().to_string()), ("count", &*count.to_string())];
        shared.words().say(Key::TourProgress, &values)
    };
    let caption = move || words_of(shared, usize::try_from(here()).unwrap_or_default().saturating_sub(1));
    // All captions take the room of the longest, so that the controls stay under the finger.
    let room = (0..usize::try_from(count).unwrap_or_default())
        .map(|place| el("div").class("room").attr("aria-hidden", "true").children(words_of(shared, place)));
    let told = move || match (shared.ask.mode.get(), shared.view.get()) {
        (Mode::Compare, View::Both | View::Calculator) => later::with(|later| (later.told)(shared)).unwrap_or_default(),
        _ => String::new(),
    };
    let to = move |key: Key, by: i32, end: u32| {
        let press = move |_: &_| {
            playing.set(false);
            step(shared, by);
        };
        let ended = move || (here() == end).then(|| "true".to_owned());
        button(words.text(key), press).bind_attr("aria-disabled", ended)
    };
    let words = shared.words();
    let toggle = button("", move |_| playing.update(|playing| *playing = !*playing)).class("play");
    let toggle = toggle
        .bind_text(move || shared.words().text(if playing.get() { Key::TourPause } else { Key::TourPlay }).to_owned());
    let leave = button(words.text(Key::TourLeave), move |_| {
        playing.set(false);
        shared.scene.set(None);
    });
    let controls = el("div").class("steps").child(to(Key::TourBack, -1, 1)).child(to(Key::TourNext, 1, count));
    el("section")
        .class("tour")
        .attr("aria-label", words.text(Key::TourStart))
        .child(el("p").class("kicker").bind_text(progress))
        .child(
            el("div")
                .class("captions stacked")
                .child(el("div").class("caption").attr("aria-live", "polite").bind(caption))
                .children(room.collect()),
        )
        .child(el("p").class("reckoned").bind_text(told))
        .child(controls.child(toggle).child(leave))
}

/// The title and the caption of a scene, by its place.
fn words_of(shared: Shared, place: usize) -> Els {
    shared.with_story(|story| match story.scenes.get(place) {
        Some(scene) => [vec![el("h3").text(&scene.title)], markup(&scene.caption)].concat(),
        None => Els::new(),
    })
}

/// Goes on by itself while the tour plays, and stops at its end. The button that begins this is not there for readers
/// who want no motion: see the style sheet.
fn play(shared: Shared, playing: RwSignal<bool>) {
    let timer: StoredValue<Option<Timeout>, LocalStorage> = StoredValue::new_local(None);
    effect(move |_| {
        let here = shared.scene.get().filter(|_| playing.get());
        timer.set_value(None);
        let Some(here) = here else { return };
        if here >= scenes(shared) {
            playing.set(false);
            return;
        }
        let letters = shared.with_story(|story| {
            let scene = usize::try_from(here).ok()?.checked_sub(1)?;
            u32::try_from(story.scenes.get(scene)?.caption.chars().count()).ok()
        });
        let stay = STAY + LETTER * letters.unwrap_or_default();
        timer.set_value(Some(Timeout::new(stay, move || untrack(|| step(shared, 1)))));
    });
}

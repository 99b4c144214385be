//! The picture, film or recording of an event.

use ledgerline_core::story::Media;
use ledgerline_core::words::Key;
use leptos::prelude::queue_microtask;
use wasm_bindgen::JsCast;
use web_sys::HtmlAnchorElement;

use crate::parts::{El, Els, button, el, link};
use crate::reactive::RwSignal;
use crate::state::Shared;

/// Endings of files that browsers play by themselves.
const PLAYABLE: [&str; 6] = [".mp4", ".webm", ".ogg", ".mp3", ".m4a", ".wav"];
/// What a third party's player may do in its frame.
const MAY: &str = "allow-scripts allow-same-origin allow-presentation";

/// The picture, film or recording of an event, with its credit. What is no file of its own is a link: no player of a
/// third party is in the page before somebody asks for it.
pub(crate) fn media(shared: Shared, media: &Media) -> El {
    let size = |name: &str, element: El, pixels: Option<u32>| {
        element.maybe_attr(name, pixels.map(|pixels| pixels.to_string()).as_deref())
    };
    let own = PLAYABLE.iter().any(|ending| media.src.ends_with(ending));
    let shown = match media.kind.as_str() {
        "image" => el("img").attr("loading", "lazy").attr("decoding", "async").attr("alt", &media.alt),
        "video" if own => el("video").attr("controls", "").attr("preload", "none").attr("aria-label", &media.alt),
        "audio" if own => el("audio").attr("controls", "").attr("preload", "none").attr("aria-label", &media.alt),
        _ => return elsewhere(shared, media),
    };
    // The address comes last: what is asked for is then known to be lazy.
    let shown = size("height", size("width", shown, media.width), media.height).attr("referrerpolicy", "no-referrer");
    el("figure").class("media").child(shown.attr("src", &media.src)).maybe(credit(media))
}

fn credit(media: &Media) -> Option<El> {
    media.credit.as_ref().map(|credit| el("figcaption").class("small").text(credit))
}

/// What lies with a third party: a link, and a button that puts its player into the page.
fn elsewhere(shared: Shared, media: &Media) -> El {
    let words = shared.words();
    let link = link(&media.src, &media.alt);
    let link = link.attr("aria-label", &words.say(Key::CalculatorNewWindow, &[("name", &media.alt)]));
    let offered = if matches!(&*media.kind, "video" | "audio") { third_party(&link) } else { None };
    let figure = el("figure").class("media");
    let figure = match offered {
        Some(host) => figure.child(player(&words.say(Key::MediaPlay, &[("host", &host)]), media.clone())),
        None => figure,
    };
    figure.child(el("p").child(link)).maybe(credit(media))
}

/// The host that a link leads to, by https. One that the page itself comes from is none: its frame could take the
/// sandbox away.
fn third_party(link: &El) -> Option<String> {
    let link: &HtmlAnchorElement = link.html().unchecked_ref();
    let (host, page) = (link.host(), link.base_uri().ok().flatten().unwrap_or_default());
    (link.protocol() == "https:" && page.split('/').nth(2) != Some(&host)).then_some(host)
}

/// A button, and once it is pressed the player in its place.
fn player(label: &str, media: Media) -> El {
    let playing = RwSignal::new(false);
    let label = label.to_owned();
    let make = move || -> Els {
        if !playing.get() {
            return vec![button(&label, move |_| playing.set(true))];
        }
        let frame = el("iframe").class(&media.kind).attr("title", &media.alt).attr("sandbox", MAY);
        let frame = frame.attr("allow", "fullscreen; encrypted-media").attr("referrerpolicy", "no-referrer");
        let frame = frame.attr("src", &media.src);
        let focus = frame.clone();
        // The button that had the focus is gone; a browser that refuses leaves the reader beside the player.
        queue_microtask(move || focus.html().focus().unwrap_or_default());
        vec![frame]
    };
    el("div").bind(make)
}

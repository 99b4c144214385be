//! What a reader comes to after the timeline is there: the calculator, the claims, the tour under way, files and links;
//! and of the timeline itself what may join it a moment later.
//!
//! All of it lies behind [`parts`], and behind that runs the cut that `cargo xtask build` makes through the module: the
//! loader fetches the later half when its place comes near or the reader turns to the widget. So the first half may
//! name nothing of the later one but through [`Later`].

use std::cell::OnceCell;
use std::future::Future;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use ledgerline_core::date::Edtf;
use ledgerline_core::link::Link;
use ledgerline_core::story::Media;
use ledgerline_core::words::{Key, Words};
use ledgerline_figure::timeline::{Marked, PlacedOverview, PlacedTimeline};
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::KeyboardEvent;

use crate::calculator;
use crate::embed::files::FILES;
use crate::parts::{El, Els, button, el, guarded, link_copier, said};
use crate::reactive::Memo;
use crate::state::{Files, Shared, Stage};
use crate::timeline::{self, Local, Sieve};
use crate::tour;

/// The ways into the later half.
pub(crate) struct Later {
    /// The calculator.
    pub(crate) calculator: fn(Shared) -> El,
    /// The claims on their own.
    pub(crate) claims: fn(Shared) -> El,
    /// The scene of the tour under way.
    pub(crate) scene: fn(Shared) -> El,
    /// The picture, film or recording of an event.
    pub(crate) media: fn(Shared, &Media) -> El,
    /// A copy of the link to what is shown.
    pub(crate) link: fn(Shared) -> El,
    /// Ten years of figures for the list to read, from their first.
    pub(crate) decade: fn(Shared, i32) -> El,
    /// The words of a query, folded.
    pub(crate) needles: fn(&Shared, &str) -> Vec<String>,
    /// Looks for them in the story's events.
    pub(crate) sieve: fn(&Shared) -> Sieve,
    /// Appends a text with them marked.
    pub(crate) mark: fn(&Shared, El, &str, &[String]) -> El,
    /// The events of a cluster that no zooming parts, where one is asked for.
    pub(crate) crowd: fn(Shared, Local) -> Option<El>,
    /// The grip that pulls a span of years open.
    pub(crate) grip: fn(Shared, Local, Memo<PlacedTimeline>, Memo<Marked>) -> El,
    /// The date that a text means which is none of a story's.
    pub(crate) meant: fn(&str) -> Option<Edtf>,
    /// The ends of the window over the strip.
    pub(crate) handles: fn(Shared, Memo<PlacedOverview>, timeline::Frame) -> El,
    /// Makes the span longer or shorter by key.
    pub(crate) stretch: fn(&Shared, &KeyboardEvent),
    /// Takes note of a step of a slider: only what is in this half waits for the frames behind it.
    pub(crate) step: fn(&Shared),
    /// What the calculator says, in a sentence.
    pub(crate) told: fn(Shared) -> String,
    /// Adds the messages of this half.
    pub(crate) complete: fn(&Words),
    /// A state without what it would be told to say in vain.
    pub(crate) to_the_point: fn(Link) -> Link,
    /// Makes the choices of a link's text.
    pub(crate) read_link: fn(&Shared, &str),
    /// Opens a claim; tells whether the story has it.
    pub(crate) open_claim: fn(&Shared, &str) -> bool,
    /// Saves and draws for keeping.
    pub(crate) files: &'static dyn Files,
}

static LATER: Later = Later {
    calculator: calculator::calculator,
    claims: calculator::claims,
    scene: tour::scene,
    media: timeline::media,
    link: link_copier,
    decade: timeline::decade,
    needles: timeline::needles,
    sieve: timeline::sieve,
    mark: timeline::mark,
    crowd: timeline::crowd,
    grip: timeline::grip,
    meant: Edtf::meant,
    handles: timeline::handles,
    stretch: timeline::stretch,
    step: Shared::step,
    told: calculator::told,
    complete: Words::complete,
    to_the_point: Link::to_the_point,
    read_link: Shared::read_link,
    open_claim: Shared::open_claim,
    files: &FILES,
};

#[wasm_split(later, fallible)]
fn parts() -> Result<&'static Later, SplitLoaderError> {
    Ok(&LATER)
}

thread_local! {
    static HERE: OnceCell<&'static Later> = const { OnceCell::new() };
}

/// The later half, once it is there.
pub(crate) fn here() -> Option<&'static Later> {
    HERE.with(|here| here.get().copied())
}

/// Takes the later half into use. The loader has put it into this instance, so asking for it takes no time.
pub(crate) fn arrived() {
    let mut asked = pin!(parts());
    let mut context = Context::from_waker(Waker::noop());
    // The first time it asks the loader, and has the answer by the second.
    for _ in 0..2 {
        if let Poll::Ready(Ok(later)) = asked.as_mut().poll(&mut context) {
            HERE.with(|here| {
                here.get_or_init(|| later);
            });
            return;
        }
    }
}

/// A place for something of the later half, which is fetched when the place comes near. `name` is what the loader calls
/// it by, should the program stop while making it.
pub(crate) fn place(shared: Shared, name: &'static str, label: &str, make: fn(&Later) -> fn(Shared) -> El) -> El {
    let stage = Memo::new(move |_| shared.later.get());
    let place = el("div");
    shared.host().nearby(&place);
    let (again, label) = (place.clone(), label.to_owned());
    place.bind(move || match (stage.get(), here()) {
        (Stage::There, Some(later)) => vec![guarded(shared, &again, name, || make(later)(shared))],
        (stage, _) => vec![waiting(shared, &label, stage, again.clone())],
    })
}

/// Something of the later half that nobody waits for: it is there when that is.
pub(crate) fn once(shared: Shared, make: impl Fn(&Later) -> El) -> Els {
    maybe(shared, |later| Some(make(later)))
}

/// The same for what may not be there at all.
pub(crate) fn maybe(shared: Shared, make: impl Fn(&Later) -> Option<El>) -> Els {
    match (shared.later.get(), here()) {
        (Stage::There, Some(later)) => make(later).into_iter().collect(),
        _ => Els::new(),
    }
}

/// Says that something is on its way, or that it cannot be had now.
fn waiting(shared: Shared, label: &str, stage: Stage, place: El) -> El {
    let section = el("section").class("waiting").attr("aria-label", label);
    if stage != Stage::Missing {
        return section.attr("aria-busy", "true").child(said("p", shared, Key::LaterComing).class("help"));
    }
    let again = button(shared.words().text(Key::LaterAgain), move |_| shared.host().nearby(&place));
    section.children(vec![said("p", shared, Key::LaterMissing).attr("role", "status"), again])
}

/// Does something with the later half, if it is there.
pub(crate) fn with<T>(call: impl FnOnce(&'static Later) -> T) -> Option<T> {
    here().map(call)
}

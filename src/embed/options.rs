//! What the host element asks for. It comes from a page that we do not know, so whatever makes no sense
//! is taken as not said.

use ledgerline_core::link::View;
use ledgerline_core::story::Story;
use wasm_bindgen::prelude::*;

use crate::later;
use crate::state::Shared;

/// Languages that have a catalogue of messages.
const CATALOGUES: [&str; 1] = ["en"];

/// The attributes of the element, and its width at the start.
#[derive(Debug, Default)]
pub(super) struct Options {
    /// `both`, `timeline`, `calculator` or `claims`; anything else leaves it to the story.
    pub(super) view: String,
    /// Nearest BCP 47 language in the page; empty if there is none.
    pub(super) lang: String,
    /// Names of the parts to leave out, with spaces between.
    pub(super) without: String,
    /// CSS pixels.
    pub(super) width: f64,
}

/// What `element.select()` is asked for.
#[derive(Debug, Default)]
pub(super) struct Target {
    /// Id of an event.
    pub(super) event: Option<String>,
    /// A year.
    pub(super) year: Option<i32>,
    /// Id of a claim.
    pub(super) claim: Option<String>,
}

#[wasm_bindgen]
extern "C" {
    /// A small object of the page. Its fields are asked for one by one: what reads a whole type of unknown values, with
    /// words for every error that nobody is told, weighs more than all of this file.
    pub type Asked;

    #[wasm_bindgen(catch, method, structural, indexing_getter)]
    fn field(this: &Asked, name: &str) -> Result<JsValue, JsValue>;
}

impl Asked {
    fn text(&self, name: &str) -> Option<String> {
        self.field(name).ok()?.as_string()
    }

    fn number(&self, name: &str) -> Option<f64> {
        self.field(name).ok()?.as_f64().filter(|number| number.is_finite())
    }
}

impl Options {
    /// What the element asks for.
    pub(super) fn of(asked: &Asked) -> Self {
        let text = |name: &str| asked.text(name).unwrap_or_default();
        let width = asked.number("width").unwrap_or_default();
        Self { view: text("view"), lang: text("lang"), without: text("without"), width }
    }

    /// The page's view, else the story's, else both instruments.
    pub(super) fn view(&self, story: &Story) -> View {
        let own = story.start.view.as_deref().unwrap_or_default();
        View::from_name(&self.view).or_else(|| View::from_name(own)).unwrap_or_default()
    }

    /// The first language of page and story that has a catalogue, with its region; else English.
    pub(super) fn language(&self, story: &Story) -> String {
        let wanted = [self.lang.as_str(), story.lang.as_str()];
        let known = wanted.into_iter().find(|tag| has_catalogue(tag));
        usual(known.unwrap_or("en")).to_owned()
    }
}

impl Target {
    /// What the page asks for.
    pub(super) fn of(asked: &Asked) -> Self {
        // A year with a fraction is none.
        let year = asked.number("year").filter(|year| year.fract() == 0.0).map(|year| year as i32);
        Self { event: asked.text("event"), year, claim: asked.text("claim") }
    }

    /// Does what is asked, as if the reader had chosen it; tells whether the story has it.
    pub(super) fn choose(&self, shared: Shared) -> bool {
        let place = |id: &String| shared.with_story(|story| story.events.iter().position(|event| event.id == *id));
        if let Some(event) = self.event.as_ref().and_then(place) {
            shared.open(event);
            return true;
        }
        if let Some(claim) = &self.claim {
            return later::with(|later| (later.open_claim)(&shared, claim)).unwrap_or_default();
        }
        let known = |year: &i32| shared.years().is_some_and(|(first, last)| (first..=last).contains(year));
        match self.year.filter(known) {
            Some(year) => {
                shared.choose(year);
                true
            }
            None => false,
        }
    }
}

/// How a language is written, whatever the page around it says.
pub(super) fn direction(tag: &str) -> &'static str {
    let primary = tag.split('-').next().unwrap_or_default();
    if ["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"].contains(&primary) { "rtl" } else { "ltr" }
}

/// The language with its script or region. What else may stand in a tag changes no word, and where it is not as it should
/// be `Intl` throws.
fn usual(tag: &str) -> &str {
    let (end, part) = tag.match_indices('-').next().map_or((tag.len(), ""), |(at, _)| (at, &tag[at + 1..]));
    let part = part.split('-').next().unwrap_or_default();
    let fits = matches!(part.len(), 2 | 4) && part.bytes().all(|byte| byte.is_ascii_alphabetic());
    tag.get(..if fits { end + 1 + part.len() } else { end }).unwrap_or(tag)
}

fn has_catalogue(tag: &str) -> bool {
    let primary = tag.split('-').next().unwrap_or_default();
    CATALOGUES.iter().any(|known| known.eq_ignore_ascii_case(primary))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(view: &str, lang: &str) -> Options {
        Options { view: view.to_owned(), lang: lang.to_owned(), ..Options::default() }
    }

    fn story(view: &str, lang: &str) -> Story {
        let mut story = Story::default();
        story.start.view = Some(view.to_owned());
        story.lang = lang.to_owned();
        story
    }

    #[test]
    fn the_page_goes_before_the_story_and_the_story_before_the_default() {
        assert_eq!(options("timeline", "").view(&story("calculator", "")), View::Timeline);
        assert_eq!(options("", "").view(&story("calculator", "")), View::Calculator);
        assert_eq!(options("sideways", "").view(&story("", "")), View::Both);
    }

    #[test]
    fn a_language_keeps_its_region_and_one_without_catalogue_gives_way() {
        assert_eq!(options("", "EN-in").language(&story("", "de")), "EN-in");
        assert_eq!(options("", "de").language(&story("", "en-GB")), "en-GB");
        assert_eq!(options("", "zz").language(&story("", "")), "en");
    }

    #[test]
    fn of_a_tag_that_is_none_the_language_is_left() {
        for (tag, usual) in [
            ("en-", "en"),
            ("en-x", "en"),
            ("en-1", "en"),
            ("en-GB_x", "en"),
            ("en-é1", "en"),
            ("en-GB-x", "en-GB"),
            ("en-Latn-GB", "en-Latn"),
            ("en-u-nu-arab", "en"),
        ] {
            assert_eq!(options("", tag).language(&story("", "")), usual, "{tag}");
        }
    }
}

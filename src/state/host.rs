//! What only the page around the element can do: `embed` does it, the instruments ask for it.

use web_sys::Element;

use crate::parts::El;

/// The words around a drawing that stands alone.
pub(crate) struct Around {
    /// Above it: the story that it is from.
    pub(crate) title: String,
    /// Below it, and in its place for those who do not see it: what it shows.
    pub(crate) caption: String,
    /// Last: whose values they are; empty where there are none.
    pub(crate) sources: String,
}

/// A service of the page.
pub(crate) trait Host {
    /// The address that opens the story in this state, told as behind `#ll=`.
    fn address(&self, state: &str) -> String;
    /// Copies a text. `refused` is called where the page does not let us.
    fn copy(&self, text: &str, done: Box<dyn FnOnce()>, refused: Box<dyn FnOnce()>);
    /// The parts that stopped the program before, by name, with spaces between.
    fn without(&self) -> &str;
    /// Has what belongs to this place fetched when it comes near.
    fn nearby(&self, place: &El);
}

/// What becomes a file.
pub(crate) trait Files: Sync {
    /// Saves a text as a file; tells whether the page lets us.
    fn save(&self, name: &str, kind: &str, text: &str) -> bool;
    /// A drawing of ours as SVG that stands alone, in the colours that it has.
    fn svg(&self, drawing: &Element, around: &Around) -> String;
    /// The same painted, and saved as a PNG; tells whether the page lets us.
    fn save_png(&self, name: &str, drawing: &Element, around: &Around) -> bool;
}

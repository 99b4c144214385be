//! Where things go: scales, ticks, placed timelines and charts, their SVG text and the static edition.
//! Everything placed is plain data in pixels, with y growing downwards; views only write it out.

pub mod amount;
pub mod around;
pub mod chart;
pub mod html;
pub mod lines;
pub mod reading;
pub mod svg;
pub mod text;
pub mod time;
pub mod timeline;

use ledgerline_core::story::{Colour, Story};

/// A rectangle in pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// Right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// Lower edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }
}

/// The colour of a series: that of its actor, else grey.
pub fn colour_of_series(story: &Story, id: &str) -> Colour {
    let actor = story.series.get(id).and_then(|series| series.actor.as_deref());
    actor.map_or(Colour::Grey, |actor| colour_of_actor(story, actor))
}

/// The colour of an actor, else grey.
pub fn colour_of_actor(story: &Story, id: &str) -> Colour {
    story.actors.get(id).and_then(|actor| actor.colour).unwrap_or(Colour::Grey)
}

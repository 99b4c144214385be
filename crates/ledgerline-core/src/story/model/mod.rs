//! The types of the story file, one to one with its JSON.

mod claims;
mod events;
mod figures;
mod people;
mod scenes;

pub use claims::*;
pub use events::*;
pub use figures::*;
pub use people::*;
pub use scenes::*;

use super::Map;
use super::read::{Form, SchemaAddress, Version, record};
use super::report::Kind;
use crate::date::Edtf;

record! {
    /// A whole story as read from its file.
    #[derive(Default)]
    pub struct Story {
        /// Names the story in links.
        required id: String as Form::Id(Kind::Story),
        /// BCP 47 language of the texts.
        required lang: String as Form::Language,
        /// Headline.
        required title: String,
        /// Two or three sentences (markup).
        optional summary: String as Form::Markup,
        /// Day of the last change.
        optional updated: Option<Edtf>,
        /// The article that the story belongs to.
        optional article: Option<Article>,
        /// Publications.
        optional sources: Map<Source> as Form::Named(Kind::Source),
        /// Who acts.
        optional actors: Map<Actor> as Form::Named(Kind::Actor),
        /// Definitions by which values were counted.
        optional bases: Map<Basis> as Form::Named(Kind::Basis),
        /// Remarks on series and years.
        optional notes: Vec<Note>,
        /// The figures.
        optional series: Map<Series> as Form::Named(Kind::Series),
        /// Price indices.
        optional deflators: Map<Deflator> as Form::Named(Kind::Deflator),
        /// Exchange rates.
        optional rates: Map<Rate> as Form::Named(Kind::Rate),
        /// Kinds of events.
        optional categories: Map<Category> as Form::Named(Kind::Category),
        /// Rows of the timeline; empty: one lane a category.
        optional lanes: Vec<Lane>,
        /// Background bands.
        optional eras: Vec<Era>,
        /// What happened, ordered by date (earliest start, earliest end, file order).
        optional events: Vec<Event>,
        /// What the article asserts.
        optional claims: Vec<Claim>,
        /// Named sets of levers.
        optional scenarios: Vec<Scenario>,
        /// The guided tour.
        optional scenes: Vec<Scene>,
        /// The state the widget opens with.
        optional start: State,
    }
    also {
        /// Version of the format.
        required ledgerline: Version => Version::pass,
        /// Address of the schema, for editing programs that check while one writes.
        optional schema("$schema"): SchemaAddress => SchemaAddress::pass,
    }
}

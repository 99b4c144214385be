//! The article, its sources and who acts.

use crate::date::Edtf;
use crate::story::read::{Form, choices, record};

record! {
    /// The article a story belongs to.
    #[derive(Default)]
    pub struct Article {
        /// Headline of the article.
        required title: String,
        /// Who wrote it.
        optional author: Option<String>,
        /// Who published it.
        optional publisher: Option<String>,
        /// When.
        optional published: Option<Edtf>,
        /// Where it can be read.
        optional url: Option<String> as Form::Link,
    }
}

record! {
    /// A publication that a value or an event rests on.
    #[derive(Default)]
    pub struct Source {
        /// Who published it.
        required publisher: String,
        /// Its title.
        optional title: Option<String>,
        /// `http:` or `https:` address.
        optional url: Option<String> as Form::Link,
        /// Day of publication.
        optional date: Option<Edtf>,
        /// Terms under which it may be used.
        optional licence: Option<String>,
        /// Whether a state owns or directs the publisher.
        optional state_media: bool,
    }
}

record! {
    /// Someone who acts: a country, an organisation, a person.
    #[derive(Default)]
    pub struct Actor {
        /// Name shown.
        required name: String,
        /// Remark (markup).
        optional note: Option<String> as Form::Markup,
        /// Colour in timeline, chart, table and sentence.
        optional colour: Option<Colour>,
    }
}

choices! {
    /// The palette: each name has a shade for light and one for dark pages.
    pub enum Colour {
        /// Brick red.
        Red = "red",
        /// Steel blue.
        Blue = "blue",
        /// Forest green.
        Green = "green",
        /// Violet.
        Purple = "purple",
        /// Burnt orange.
        Orange = "orange",
        /// Blue-green.
        Teal = "teal",
        /// Earth brown.
        Brown = "brown",
        /// Neutral.
        Grey = "grey",
    }
}

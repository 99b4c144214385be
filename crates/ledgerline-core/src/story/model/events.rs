//! What happened.

use crate::date::Edtf;
use crate::story::read::{Form, record};
use crate::story::report::Kind;

const MEDIA: &[&str] = &["image", "video", "audio"];

record! {
    /// A kind of event.
    #[derive(Default)]
    pub struct Category {
        /// Name shown.
        required name: String,
    }
}

record! {
    /// A row of the timeline.
    #[derive(Default)]
    pub struct Lane {
        /// Name shown.
        required name: String,
        /// Ids of the actors whose events it takes; empty: whatever no other lane takes.
        optional actors: Vec<String> as Form::Ref(Kind::Actor),
    }
}

record! {
    /// A background band.
    pub struct Era {
        /// How long it lasted.
        required when: Edtf,
        /// Name shown.
        required name: String,
    }
}

record! {
    /// Something that happened.
    pub struct Event {
        /// Names the event in links and claims.
        required id: String as Form::Id(Kind::Event),
        /// When, at its true precision.
        required when: Edtf,
        /// Headline.
        required title: String,
        /// Label on the timeline; the title if absent.
        optional short: Option<String>,
        /// What happened (markup).
        optional text: String as Form::Markup,
        /// Ids of the actors.
        optional actors: Vec<String> as Form::Ref(Kind::Actor),
        /// Id of the category.
        optional category: Option<String> as Form::Ref(Kind::Category),
        /// 1 (least) to 5.
        optional importance: u8,
        /// A picture, film or recording.
        optional media: Option<Media>,
        /// Ids of the sources.
        optional sources: Vec<String> as Form::Ref(Kind::Source),
        /// Whether the article mentions it.
        optional in_article: bool,
    }
}

record! {
    /// A picture, film or recording of an event.
    #[derive(Default)]
    pub struct Media {
        /// `image`, `video` or `audio`.
        required kind: String as Form::OneOf(MEDIA),
        /// `https:` address.
        required src: String as Form::SecureLink,
        /// Width in pixels.
        optional width: Option<u32>,
        /// Height in pixels.
        optional height: Option<u32>,
        /// Words in place of the picture.
        required alt: String,
        /// Whose it is.
        optional credit: Option<String>,
    }
}

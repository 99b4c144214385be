//! Links that could not be followed, in words.

use super::{Key, Words};
use crate::link::{InVain, LinkError};

impl Words {
    /// What a link that is shown says in vain.
    pub fn in_vain(&self, said: &InVain) -> String {
        let (key, name) = match said {
            InVain::Gone(name) => (Key::LinkGone, name),
            InVain::Idle(name) => (Key::LinkIdle, name),
        };
        self.say(key, &[("name", name)])
    }

    /// Why a link opens nothing.
    pub fn link_error(&self, error: &LinkError) -> String {
        match error {
            LinkError::Version(version) => self.say(Key::LinkVersion, &[("version", &version.to_string())]),
            LinkError::TooLong => self.text(Key::LinkTooLong).to_owned(),
            LinkError::Damaged(part) if part.is_empty() => self.text(Key::LinkCut).to_owned(),
            LinkError::Damaged(part) => self.say(Key::LinkDamaged, &[("part", part)]),
        }
    }
}

//! A state without what the story does not have.

use super::{Link, Part};
use crate::story::Story;

impl Link {
    /// The link without the ids that the story does not have, and the first of those that is to be told.
    pub fn known(&self, story: &Story) -> (Self, Option<String>) {
        let mut link = self.clone();
        let mut gone = Vec::new();
        let mut keep = |part: &mut Part<String>, known: &dyn Fn(&str) -> bool| {
            if let Part::Is(id) = part
                && !known(id)
            {
                gone.push(std::mem::take(id));
                *part = Part::Unsaid;
            }
        };
        let series = |id: &str| story.series.get(id).is_some();
        for side in [&mut link.a, &mut link.b] {
            let mut part = side.take().map_or(Part::Unsaid, Part::Is);
            keep(&mut part, &series);
            *side = part.over(&Part::Unsaid);
        }
        keep(&mut link.sources, &|id| id == "all" || story.bases.get(id).is_some());
        keep(&mut link.scenario, &|id| story.scenarios.iter().any(|scenario| scenario.id == id));
        keep(&mut link.claim, &|id| story.claims.iter().any(|claim| claim.id == id));
        keep(&mut link.event, &|id| story.events.iter().any(|event| event.id == id));
        link.levers.retain(|(name, _)| {
            let id = name.rsplit_once('.').map_or(name.as_str(), |(id, _)| id);
            let known = series(id);
            if !known {
                gone.push(id.to_owned());
            }
            known
        });
        link.hidden.retain(|id| story.categories.get(id).is_some());
        (link, gone.into_iter().next())
    }
}

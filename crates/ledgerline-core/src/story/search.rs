//! Finding events by words in their title and text and in the names of their actors and of their kind.

use super::Story;
use crate::words::Locale;

/// Parts the events in the text that is folded at once; no story text holds it.
const PART: char = '\u{1}';

/// The words of every event, folded. Made once, when something is searched for.
pub struct Haystack(Vec<String>);

impl Haystack {
    /// The words of a story's events.
    pub fn new(story: &Story, locale: &dyn Locale) -> Self {
        let mut all = String::new();
        for event in &story.events {
            let kind = event.category.as_deref().and_then(|id| Some(story.categories.get(id)?.name.as_str()));
            let own = [event.title.as_str(), event.text.as_str(), kind.unwrap_or_default()];
            let actors = event.actors.iter().filter_map(|id| Some(story.actors.get(id)?.name.as_str()));
            for words in own.into_iter().chain(actors) {
                all.extend(words.chars().filter(|letter| *letter != PART));
                all.push(' ');
            }
            all.push(PART);
        }
        Self(locale.fold(&all).split(PART).map(str::to_owned).collect())
    }

    /// Whether an event has all of these words, folded by [`needles`], in any order.
    pub fn has(&self, event: usize, needles: &[String]) -> bool {
        self.0.get(event).is_some_and(|text| needles.iter().all(|needle| text.contains(needle.as_str())))
    }
}

/// The words of a query, folded.
pub fn needles(query: &str, locale: &dyn Locale) -> Vec<String> {
    locale.fold(query).split_whitespace().map(str::to_owned).collect()
}

/// A text cut where words of a query begin and end; `true` for what was searched for. A text that folding makes
/// longer or shorter comes back whole.
pub fn marked<'a>(text: &'a str, needles: &[String], locale: &dyn Locale) -> Vec<(&'a str, bool)> {
    let folded: Vec<char> = locale.fold(text).chars().collect();
    let places: Vec<usize> = text.char_indices().map(|(place, _)| place).chain([text.len()]).collect();
    if needles.is_empty() || folded.len() + 1 != places.len() {
        return vec![(text, false)];
    }
    let mut hit = vec![false; folded.len()];
    for needle in needles.iter().map(|needle| needle.chars().collect::<Vec<_>>()) {
        for start in 0..folded.len() {
            if folded[start..].starts_with(&needle) {
                hit[start..start + needle.len()].fill(true);
            }
        }
    }
    let mut begun = 0;
    let runs = hit.chunk_by(|a, b| a == b).map(|run| {
        let piece = &text[places[begun]..places[begun + run.len()]];
        begun += run.len();
        (piece, run[0])
    });
    runs.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::English;

    #[test]
    fn an_event_is_found_by_all_words_in_title_text_actors_and_kind() {
        let text = r#"{"ledgerline":1,"id":"a","lang":"en","title":"","summary":"","actors":{"un":{"name":"United Nations"}},
            "categories":{"aid":{"name":"Relief"}},
            "events":[{"id":"a","when":"2001","title":"A Bridge","text":"It opens.","actors":["un"]},
                      {"id":"b","when":"2002","title":"A treaty","category":"aid"}]}"#;
        let story = crate::story::read(text.as_bytes()).story.unwrap();
        let haystack = Haystack::new(&story, &English);
        let found = |query: &str| {
            let needles = needles(query, &English);
            (0..2).filter(|event| haystack.has(*event, &needles)).collect::<Vec<_>>()
        };
        assert_eq!(found("bridge NATIONS"), [0]);
        assert_eq!(found("a"), [0, 1]);
        assert!(found("opens treaty").is_empty());
        assert_eq!(found("relief treaty"), [1]);
        assert_eq!(found(" "), [0, 1]);
    }

    #[test]
    fn what_was_searched_for_is_marked_and_nothing_is_lost() {
        let needles = needles("ridge br", &English);
        assert_eq!(marked("A Bridge", &needles, &English), [("A ", false), ("Bridge", true)]);
        assert_eq!(marked("A Bridge", &[], &English), [("A Bridge", false)]);
        assert!(marked("", &needles, &English).is_empty());
    }
}

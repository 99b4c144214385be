//! The timeline as a list to read: which events, in which order, under which year.

use ledgerline_core::story::{Event, Story};

/// The events of one year, as indices into the story's events, by date.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReadingYear {
    /// The year in which they start; where that is open, the year in which they end.
    pub year: i32,
    /// Indices into the story's events.
    pub events: Vec<usize>,
}

/// A category with the number of its events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CategoryCount<'a> {
    /// Id of the category.
    pub id: &'a str,
    /// Name shown.
    pub name: &'a str,
    /// Its events.
    pub events: usize,
}

/// Every category that has events, in the order of the story.
pub fn categories(story: &Story) -> Vec<CategoryCount<'_>> {
    let count = |id: &str| story.events.iter().filter(|event| event.category.as_deref() == Some(id)).count();
    let all =
        story.categories.iter().map(|(id, category)| CategoryCount { id, name: &category.name, events: count(id) });
    all.filter(|category| category.events > 0).collect()
}

/// The categories that are hidden after a press on one: where all were shown, all others; else it comes or goes, and
/// where none is left all are shown again.
pub fn pressed(story: &Story, hidden: &[String], category: &str) -> Vec<String> {
    let mut after = Vec::new();
    let mut left = false;
    for CategoryCount { id, .. } in categories(story) {
        let was = hidden.iter().any(|other| other == id);
        let goes = if hidden.is_empty() { id != category } else { was != (id == category) };
        left |= !goes;
        if goes {
            after.push(id.to_owned());
        }
    }
    if left { after } else { Vec::new() }
}

/// The events whose category is not hidden, as indices by date. One without a category is of none that is picked.
pub fn shown(story: &Story, hidden: &[String]) -> Vec<usize> {
    let visible = |event: &Event| match &event.category {
        Some(category) => !hidden.contains(category),
        None => hidden.is_empty(),
    };
    (0..story.events.len()).filter(|&index| visible(&story.events[index])).collect()
}

/// The events before and after one of the story, among those that are shown.
pub fn beside(shown: &[usize], event: usize) -> [Option<usize>; 2] {
    let place = shown.partition_point(|other| *other < event);
    let rest = shown.get(place..).unwrap_or_default();
    let after = rest.iter().find(|other| **other > event);
    [place.checked_sub(1).and_then(|before| shown.get(before)).copied(), after.copied()]
}

/// The `most` important of these events, by date; of equally important ones those of the article first,
/// then the earlier. `open` is always among them.
pub fn most_important(story: &Story, events: &[usize], most: usize, open: Option<usize>) -> Vec<usize> {
    let mut ranked = events.to_vec();
    ranked.sort_by_key(|&index| {
        let event = &story.events[index];
        (Some(index) != open, u8::MAX - event.importance, !event.in_article)
    });
    ranked.truncate(most);
    ranked.sort_unstable();
    ranked
}

/// These events under their years. `events` is in the order of the story, which is by date.
pub fn by_year(story: &Story, events: &[usize]) -> Vec<ReadingYear> {
    let mut years: Vec<ReadingYear> = Vec::new();
    for &index in events {
        let year = year_of(&story.events[index]);
        match years.last_mut() {
            Some(last) if last.year == year => last.events.push(index),
            _ => years.push(ReadingYear { year, events: vec![index] }),
        }
    }
    years
}

/// The first year of the ten that a year belongs to.
pub fn decade(year: i32) -> i32 {
    year - year.rem_euclid(10)
}

fn year_of(event: &Event) -> i32 {
    let days = event.when.interval();
    let year = days.start.or(days.end).map_or(0, |day| day.ymd().0);
    // Dates are written with nine digits of the year at most.
    i32::try_from(year).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledgerline_core::date::Edtf;
    use ledgerline_core::story::{Category, Map};

    fn event(when: &str, category: &str, importance: u8, in_article: bool) -> Event {
        Event {
            id: String::new(),
            when: Edtf::parse(when).unwrap(),
            title: String::new(),
            short: None,
            text: String::new(),
            actors: Vec::new(),
            category: Some(category.to_owned()),
            importance,
            media: None,
            sources: Vec::new(),
            in_article,
        }
    }

    fn story() -> Story {
        let category = |id: &str| (id.to_owned(), Category { name: id.to_uppercase() });
        Story {
            categories: Map(vec![category("aid"), category("war"), category("art")]),
            events: vec![
                event("../1950", "aid", 1, false),
                event("1961-07-06", "war", 3, false),
                event("1961-07-11", "war", 3, true),
                event("2000", "aid", 5, false),
            ],
            ..Story::default()
        }
    }

    #[test]
    fn categories_are_counted_and_empty_ones_left_out() {
        let story = story();
        let counts: Vec<_> = categories(&story).into_iter().map(|found| (found.name, found.events)).collect();
        assert_eq!(counts, [("AID", 2), ("WAR", 2)]);
    }

    #[test]
    fn a_hidden_category_takes_its_events_along() {
        assert_eq!(shown(&story(), &["war".to_owned()]), [0, 3]);
    }

    #[test]
    fn a_press_picks_a_category_alone_then_adds_and_the_last_one_gone_brings_all_back() {
        let mut story = story();
        story.events.push(event("2001", "art", 1, false));
        let alone = pressed(&story, &[], "war");
        assert_eq!(alone, ["aid", "art"]);
        let two = pressed(&story, &alone, "aid");
        assert_eq!(two, ["art"]);
        assert_eq!(pressed(&story, &two, "war"), ["war", "art"]);
        assert!(pressed(&story, &alone, "war").is_empty());
        assert!(pressed(&story, &two, "art").is_empty());
    }

    #[test]
    fn an_event_without_a_category_is_of_none_that_is_picked() {
        let mut story = story();
        story.events[1].category = None;
        assert_eq!(shown(&story, &[]), [0, 1, 2, 3]);
        assert_eq!(shown(&story, &["aid".to_owned()]), [2]);
    }

    #[test]
    fn the_most_important_come_by_date_and_the_article_breaks_ties() {
        let story = story();
        assert_eq!(most_important(&story, &[0, 1, 2, 3], 2, None), [2, 3]);
    }

    #[test]
    fn the_open_event_is_always_listed() {
        let story = story();
        assert_eq!(most_important(&story, &[0, 1, 2, 3], 2, Some(0)), [0, 3]);
    }

    #[test]
    fn an_event_lies_between_its_neighbours_even_where_it_is_hidden_itself() {
        assert_eq!(beside(&[0, 2, 3], 2), [Some(0), Some(3)]);
        assert_eq!(beside(&[0, 2, 3], 1), [Some(0), Some(2)]);
        assert_eq!(beside(&[0, 2, 3], 3), [Some(2), None]);
        assert_eq!(beside(&[], 7), [None, None]);
    }

    #[test]
    fn events_stand_under_the_year_they_start_in_or_else_end_in() {
        let years = by_year(&story(), &[0, 1, 2, 3]);
        let seen: Vec<_> = years.iter().map(|year| (year.year, year.events.as_slice())).collect();
        assert_eq!(seen, [(1950, &[0][..]), (1961, &[1, 2][..]), (2000, &[3][..])]);
    }
}

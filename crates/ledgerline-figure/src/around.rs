//! What the figures did around an event.

use ledgerline_core::story::{Event, Series, Story};

/// A series and the years of it that stand around an event.
#[derive(Clone, Debug, PartialEq)]
pub struct Around<'a> {
    /// Id of the series.
    pub id: &'a str,
    /// The series.
    pub series: &'a Series,
    /// Three years and one year before the event, its first and its last year, one and three years after; ascending,
    /// none twice, and only those that the series speaks of. Never empty.
    pub years: Vec<i32>,
}

/// How many years around an event are told.
const NEAR: i32 = 1;
const FAR: i32 = 3;

/// The series of the event's actors; where its actors have none, those with an id in `otherwise`. In the
/// order of the story. Nothing for an event whose years are open or outside all figures.
pub fn around<'a>(story: &'a Story, event: &Event, otherwise: &[&str]) -> Vec<Around<'a>> {
    let Some((first, last)) = event.when.years() else { return Vec::new() };
    let before = [FAR, NEAR].map(|years| first.saturating_sub(years));
    let after = [NEAR, FAR].map(|years| last.saturating_add(years));
    let mut years: Vec<i32> = before.into_iter().chain([first, last]).chain(after).collect();
    years.dedup();
    let acts = |series: &Series| series.actor.as_ref().is_some_and(|actor| event.actors.contains(actor));
    let own = story.series.iter().any(|(_, series)| acts(series));
    let wanted = story.series.iter().filter(|(id, series)| if own { acts(series) } else { otherwise.contains(id) });
    wanted.filter_map(|(id, series)| within(id, series, &years)).collect()
}

fn within<'a>(id: &'a str, series: &'a Series, years: &[i32]) -> Option<Around<'a>> {
    let (first, last) = series.years()?;
    let years: Vec<i32> = years.iter().copied().filter(|year| (first..=last).contains(year)).collect();
    (!years.is_empty()).then_some(Around { id, series, years })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ledgerline_core::date::Edtf;
    use ledgerline_core::story::{Map, ValueRow};

    fn series(actor: &str, years: [i32; 2]) -> Series {
        let row = |when| ValueRow { when, ..ValueRow::default() };
        Series { actor: Some(actor.to_owned()), values: years.map(row).to_vec(), ..Series::default() }
    }

    fn story() -> Story {
        let russia = ("russia".to_owned(), series("russia", [1990, 2014]));
        let china = ("china".to_owned(), series("china", [1988, 2024]));
        Story { series: Map(vec![russia, china]), ..Story::default() }
    }

    fn event(when: &str, actor: &str) -> Event {
        Event {
            id: String::new(),
            when: Edtf::parse(when).unwrap(),
            title: String::new(),
            short: None,
            text: String::new(),
            actors: vec![actor.to_owned()],
            category: None,
            importance: 3,
            media: None,
            sources: Vec::new(),
            in_article: false,
        }
    }

    fn ids_and_years(when: &str, actor: &str) -> Vec<(String, Vec<i32>)> {
        let story = story();
        let found = around(&story, &event(when, actor), &["china"]);
        found.into_iter().map(|around| (around.id.to_owned(), around.years)).collect()
    }

    #[test]
    fn an_event_shows_the_figures_of_its_actor_one_and_three_years_around() {
        assert_eq!(ids_and_years("2010-06-05", "russia"), [("russia".to_owned(), vec![2007, 2009, 2010, 2011, 2013])]);
    }

    #[test]
    fn a_long_event_shows_its_first_and_last_year() {
        assert_eq!(
            ids_and_years("2000/2005", "china"),
            [("china".to_owned(), vec![1997, 1999, 2000, 2005, 2006, 2008])]
        );
    }

    #[test]
    fn years_that_a_series_does_not_reach_are_left_out() {
        assert_eq!(ids_and_years("2014", "russia"), [("russia".to_owned(), vec![2011, 2013, 2014])]);
        assert_eq!(ids_and_years("1961", "russia"), []);
        assert_eq!(ids_and_years("1948/..", "russia"), []);
    }

    #[test]
    fn actors_without_figures_leave_the_stage_to_the_comparison() {
        assert_eq!(ids_and_years("2006-10-14", "un"), [("china".to_owned(), vec![2003, 2005, 2006, 2007, 2009])]);
    }
}

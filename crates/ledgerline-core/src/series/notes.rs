//! Which of the story's notes belong beside a number.

use crate::date::Day;
use crate::story::{Applies, Note, Story};

/// The notes that apply to one of these series in a year, in the order of the story.
pub fn notes<'a>(story: &'a Story, ids: &[&str], year: i32) -> Vec<&'a Note> {
    let applies =
        |note: &&Note| note.applies.iter().any(|applies| ids.iter().any(|id| holds(story, applies, id, year)));
    story.notes.iter().filter(applies).collect()
}

fn holds(story: &Story, applies: &Applies, id: &str, year: i32) -> bool {
    let series = applies.series.as_deref().is_none_or(|series| series == id);
    let when = applies.when.as_ref().is_none_or(|when| {
        let days = when.interval();
        let (first, last) = (Day::from_ymd(year.into(), 1, 1), Day::from_ymd(year.into(), 12, 31));
        days.start.is_none_or(|start| start <= last) && days.end.is_none_or(|end| end >= first)
    });
    let basis = applies.basis.as_deref().is_none_or(|basis| {
        let rows = story.series.get(id).into_iter().flat_map(|series| series.rows(year));
        rows.into_iter().any(|row| row.basis.as_deref() == Some(basis))
    });
    series && when && basis
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::date::Edtf;
    use crate::story::{Map, Series, ValueRow};

    fn story() -> Story {
        let row = ValueRow { when: 2014, basis: Some("kotra".to_owned()), ..ValueRow::default() };
        let series = Series { values: vec![row], ..Series::default() };
        let note = |id: &str, applies: Applies| Note { id: id.to_owned(), text: String::new(), applies: vec![applies] };
        let oil = Applies { series: Some("china".to_owned()), when: Edtf::parse("2014/..").ok(), basis: None };
        let basis = Applies { basis: Some("kotra".to_owned()), ..Applies::default() };
        let nowhere = Note { id: "general".to_owned(), ..Note::default() };
        Story {
            series: Map(vec![("china".to_owned(), series.clone()), ("russia".to_owned(), series)]),
            notes: vec![note("oil", oil), note("basis", basis), nowhere],
            ..Story::default()
        }
    }

    fn ids(series: &str, year: i32) -> Vec<String> {
        notes(&story(), &[series], year).into_iter().map(|note| note.id.clone()).collect()
    }

    #[test]
    fn notes_stand_where_series_year_and_basis_match() {
        assert_eq!(ids("china", 2014), ["oil", "basis"]);
        assert_eq!(ids("china", 2013), [] as [&str; 0]);
        assert_eq!(ids("russia", 2014), ["basis"]);
        assert_eq!(ids("china", 2030), ["oil"]);
    }
}

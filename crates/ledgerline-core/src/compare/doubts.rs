//! What stands against putting values side by side, and the pick that would do better.

use crate::formula::{Expr, Outcome, TracedCell};
use crate::series::notes;
use crate::story::{Note, Story, ValueRow};

/// What stands against a comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The story does not call these two bases comparable.
    Bases(String, String),
    /// A part and its total were counted by two bases, comparable as they may be.
    Share(String, String),
    /// Two series count different things: their ids.
    Definitions(String, String),
}

impl Doubt {
    /// Whether it is the same doubt, whichever side comes first.
    pub fn is(&self, other: &Self) -> bool {
        let turned = match self.clone() {
            Self::Bases(left, right) => Self::Bases(right, left),
            Self::Share(left, right) => Self::Share(right, left),
            Self::Definitions(left, right) => Self::Definitions(right, left),
        };
        self == other || turned == *other
    }
}

/// The doubts about a result. `share` tells that it is a part of a total.
pub fn doubts(story: &Story, outcome: &Outcome, share: bool) -> Vec<Doubt> {
    let mut found: Vec<Doubt> = Vec::new();
    for (place, cell) in outcome.cells.iter().enumerate() {
        for other in &outcome.cells[..place] {
            let doubt = bases(story, other, cell, share).or_else(|| definitions(story, other, cell));
            let doubt = doubt.filter(|doubt| !found.iter().any(|known| known.is(doubt)));
            found.extend(doubt);
        }
    }
    found
}

/// Id of a basis that has a value for every cell of the result, so that all is counted by one.
pub fn common_basis<'a>(story: &'a Story, outcome: &Outcome) -> Option<&'a str> {
    let counts = |basis: &str| {
        outcome.cells.iter().all(|cell| {
            let expr = Expr::cell(&cell.series, cell.year).pinned(basis);
            crate::formula::evaluate(&expr, story).is_ok()
        })
    };
    story.bases.ids().find(|basis| counts(basis))
}

/// The notes of the story on the cells of a result, each once.
pub fn notes_on<'a>(story: &'a Story, outcome: &Outcome) -> Vec<&'a Note> {
    let mut found: Vec<&Note> = Vec::new();
    for cell in &outcome.cells {
        let own = notes(story, &[cell.series.as_str()], cell.year);
        found.extend(own.into_iter().filter(|note| !found.iter().any(|known| known.id == note.id)).collect::<Vec<_>>());
    }
    found
}

fn bases(story: &Story, left: &TracedCell, right: &TracedCell, share: bool) -> Option<Doubt> {
    let (left, right) = (basis(story, left)?, basis(story, right)?);
    if left == right {
        return None;
    }
    let (left, right) = (left.to_owned(), right.to_owned());
    let calls = |one: &str, other: &str| {
        story.bases.get(one).is_some_and(|basis| basis.comparable_with.iter().any(|known| known == other))
    };
    match calls(&left, &right) || calls(&right, &left) {
        false => Some(Doubt::Bases(left, right)),
        true => share.then_some(Doubt::Share(left, right)),
    }
}

fn definitions(story: &Story, left: &TracedCell, right: &TracedCell) -> Option<Doubt> {
    let definition = |cell: &TracedCell| story.series.get(&cell.series)?.definition.clone();
    let differ = definition(left)? != definition(right)?;
    differ.then(|| Doubt::Definitions(left.series.clone(), right.series.clone()))
}

fn basis<'a>(story: &'a Story, cell: &TracedCell) -> Option<&'a str> {
    row(story, cell)?.basis.as_deref()
}

/// The row that a cell of a result was taken from.
pub fn row<'a>(story: &'a Story, cell: &TracedCell) -> Option<&'a ValueRow> {
    story.series.get(&cell.series)?.values.get(cell.row)
}

//! What stands against putting values side by side, and the pick that would do better.

use super::is_total_of;
use crate::formula::{Expr, Operator, Outcome, Sources, TracedCell, at_ends};
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
    /// The ends of the spread set values of these pairs of bases side by side, which the story does not call comparable.
    Ends(Vec<(String, String)>),
}

/// As many pairs at the ends are named.
const PAIRS: usize = 3;

impl Doubt {
    /// Whether it is the same doubt, whichever side comes first.
    pub fn is(&self, other: &Self) -> bool {
        let turned = match self.clone() {
            Self::Bases(left, right) => Self::Bases(right, left),
            Self::Share(left, right) => Self::Share(right, left),
            Self::Definitions(left, right) => Self::Definitions(right, left),
            ends @ Self::Ends(_) => ends,
        };
        self == other || turned == *other
    }

    /// The pairs at the ends of all results, each once, whichever side comes first.
    pub(crate) fn ends(found: &[Self]) -> Option<Self> {
        let mut pairs: Vec<(String, String)> = Vec::new();
        for (left, right) in found.iter().flat_map(|doubt| if let Self::Ends(pairs) = doubt { &pairs[..] } else { &[] })
        {
            if !pairs.iter().any(|(a, b)| (a, b) == (left, right) || (b, a) == (left, right)) {
                pairs.push((left.clone(), right.clone()));
            }
        }
        (!pairs.is_empty()).then_some(Self::Ends(pairs))
    }
}

/// The doubts about the result of a formula: about the values taken, and about those at the ends of its spread.
pub fn doubts(story: &Story, expr: &Expr, outcome: &Outcome) -> Vec<Doubt> {
    doubts_by(story, expr, outcome, if outcome.ranged { Sources::All } else { Sources::Preferred })
}

/// The same where a source was named beside the formula. `sources` are those that `outcome` was computed with.
pub fn doubts_by(story: &Story, expr: &Expr, outcome: &Outcome, sources: Sources<'_>) -> Vec<Doubt> {
    let mut found: Vec<Doubt> = Vec::new();
    // Nothing stands against a thing beside itself.
    if matches!(expr, Expr::Binary { left, right, .. } if left == right) {
        return found;
    }
    let part = part_of_total(story, expr);
    for (place, cell) in outcome.cells.iter().enumerate() {
        for other in &outcome.cells[..place] {
            let share = part.is_some_and(|part| is_part(story, part, other, cell) || is_part(story, part, cell, other));
            let doubt = bases(story, other, cell, share).or_else(|| definitions(story, other, cell));
            let doubt = doubt.filter(|doubt| !found.iter().any(|known| known.is(doubt)));
            found.extend(doubt);
        }
    }
    found.extend(at_the_ends(story, (expr, sources), outcome, &found));
    found
}

/// Id of the series that is divided by something with a total of it inside.
fn part_of_total<'a>(story: &Story, expr: &'a Expr) -> Option<&'a str> {
    let Expr::Binary { operator: Operator::Divide, left, right } = expr else { return None };
    let parts = left.series();
    let part = *parts.first().filter(|part| parts.iter().all(|other| other == *part))?;
    right.series().iter().any(|whole| is_total_of(story, whole, part)).then_some(part)
}

fn is_part(story: &Story, part: &str, cell: &TracedCell, whole: &TracedCell) -> bool {
    cell.series == part && is_total_of(story, &whole.series, part)
}

/// Pairs of values that meet at one end of the spread alone.
fn at_the_ends(
    story: &Story,
    (expr, sources): (&Expr, Sources<'_>),
    outcome: &Outcome,
    known: &[Doubt],
) -> Option<Doubt> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for values in at_ends(expr, story, sources)? {
        let bases: Vec<Vec<&str>> =
            outcome.cells.iter().zip(values).map(|(cell, value)| bases_of(story, cell, value)).collect();
        for (place, here) in bases.iter().enumerate() {
            for there in &bases[..place] {
                let Some((left, right)) = apart(story, there, here) else { continue };
                let pair = Doubt::Bases(left.to_owned(), right.to_owned());
                let again = pairs.iter().any(|(a, b)| pair.is(&Doubt::Bases(a.clone(), b.clone())));
                if !again && !known.iter().any(|known| known.is(&pair)) && pairs.len() < PAIRS {
                    pairs.push((left.to_owned(), right.to_owned()));
                }
            }
        }
    }
    (!pairs.is_empty()).then_some(Doubt::Ends(pairs))
}

/// The bases by which a cell has this value.
fn bases_of<'a>(story: &'a Story, cell: &TracedCell, value: f64) -> Vec<&'a str> {
    let Some(series) = story.series.get(&cell.series) else { return Vec::new() };
    let taken = series.values.get(cell.row);
    let named = cell.tag.is_some();
    let counts = |row: &&ValueRow| if named { taken == Some(*row) } else { row.status.in_spread() };
    let has = |row: &&ValueRow| crate::formula::part(row, cell.flow).is_some_and(|part| part.value == value);
    series.rows(cell.year).filter(counts).filter(has).filter_map(|row| row.basis.as_deref()).collect()
}

/// The first pair of bases, where no pair is one basis or called comparable.
fn apart<'a>(story: &Story, left: &[&'a str], right: &[&'a str]) -> Option<(&'a str, &'a str)> {
    let alike = |one: &str, other: &str| one == other || comparable(story, one, other);
    let any = left.iter().any(|one| right.iter().any(|other| alike(one, other)));
    left.first().copied().zip(right.first().copied()).filter(|_| !any)
}

/// Whether the story calls the two comparable, on either of them.
fn comparable(story: &Story, one: &str, other: &str) -> bool {
    let calls = |one: &str, other: &str| {
        story.bases.get(one).is_some_and(|basis| basis.comparable_with.iter().any(|known| known == other))
    };
    calls(one, other) || calls(other, one)
}

/// Id of a basis that has a value for every cell of the result, so that all is counted by one. It has none that the story
/// keeps out of its ranges, and with it nothing stands against the comparison any more.
pub fn common_basis<'a>(story: &'a Story, outcome: &Outcome) -> Option<&'a str> {
    let counts = |basis: &str| {
        let by = |cell: &TracedCell| {
            let row = of_basis(story, cell, basis)?;
            Some(TracedCell { row, tag: Some(basis.to_owned()), ..cell.clone() })
        };
        let Some(cells) = outcome.cells.iter().map(by).collect::<Option<Vec<TracedCell>>>() else { return false };
        let apart = |(place, cell): (usize, &TracedCell)| {
            cells[..place].iter().any(|other| definitions(story, other, cell).is_some())
        };
        !cells.iter().enumerate().any(apart)
    };
    story.bases.ids().find(|basis| counts(basis))
}

/// Place of the row that a basis, taken by itself, has for a cell and for the part of it that is asked for.
fn of_basis(story: &Story, cell: &TracedCell, basis: &str) -> Option<usize> {
    let taken = crate::formula::evaluate(&Expr::cell(&cell.series, cell.year).pinned(basis), story).ok()?;
    let row = taken.cells.first()?.row;
    let value = story.series.get(&cell.series)?.values.get(row)?;
    let part = crate::formula::part(value, cell.flow).is_some();
    (part && value.status.in_spread() && value.basis.as_deref() == Some(basis)).then_some(row)
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
    match comparable(story, &left, &right) {
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

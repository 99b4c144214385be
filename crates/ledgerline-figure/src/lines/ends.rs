//! Names of paths that part from one another: in a column at their right ends, where several would fight for the place
//! beside them.

use ledgerline_core::story::Colour;

use super::{LABEL_SIZE, PlacedLine};
use crate::Rect;
use crate::text::{Anchor, BOLD, PlacedText, width, wrapped};

/// Height of a line of words, and the room between two names.
const LINE: f64 = 15.0;
const APART: f64 = 4.0;

/// Length of the stroke from a path to its name.
const STROKE: f64 = 12.0;

/// The widest name, as a part of the width of all.
const WIDEST: f64 = 0.3;

/// A name at the end of its line.
#[derive(Clone, Debug, PartialEq)]
pub struct EndName {
    /// The name as a whole.
    pub name: String,
    /// The colour of the line.
    pub colour: Colour,
    /// Its lines of words.
    pub words: Vec<PlacedText>,
    /// The stroke that leads to it.
    pub stroke: [(f64, f64); 2],
}

/// Whether the names of these lines stand in a column: of lines that are supposed, by name.
pub fn apart<'a>(supposed: impl Iterator<Item = &'a str>) -> bool {
    supposed.filter(|name| !name.is_empty()).count() > 1
}

/// The width of the column with these names, of a picture so wide.
pub fn column<'a>(supposed: impl Iterator<Item = &'a str>, all: f64) -> f64 {
    let widest = supposed.flat_map(|name| broken(name, all)).map(|words| width(&words, LABEL_SIZE * BOLD));
    STROKE + widest.fold(0.0, f64::max).min(all / 2.0)
}

fn broken(name: &str, all: f64) -> Vec<String> {
    wrapped(name, LABEL_SIZE * BOLD, all * WIDEST)
}

/// A name with its place: the line that it is of, its words, and how high it stands.
struct Held {
    line: usize,
    words: Vec<String>,
    end: (f64, f64),
    top: f64,
}

impl Held {
    fn height(&self) -> f64 {
        LINE * self.words.len() as f64 + APART
    }
}

/// Names of the lines that are supposed, in the order of their ends; `all` is the width of the picture. Where there is no
/// room for all the last lines have none.
pub fn end_names(lines: &[PlacedLine], area: Rect, all: f64) -> Vec<EndName> {
    let mut held: Vec<Held> = Vec::new();
    for (place, line) in lines.iter().enumerate().filter(|(_, line)| line.path && !line.name.is_empty()) {
        let Some(end) = end(line) else { continue };
        let words = broken(&line.name, all);
        let next = Held { line: place, top: 0.0, end, words };
        if held.iter().chain([&next]).map(Held::height).sum::<f64>() <= area.bottom() {
            held.push(next);
        }
    }
    held.sort_by(|a, b| a.end.1.total_cmp(&b.end.1));
    part(&mut held, area.bottom());
    let placed = held.into_iter().map(|Held { line, words, end, top }| {
        let middle = top + LINE * words.len() as f64 / 2.0;
        let x = area.right() + STROKE;
        let line_of = |(row, text): (usize, &String)| {
            PlacedText::new(x, top + LINE * (row as f64 + 1.0) - 4.0, Anchor::Start, text)
        };
        let words = words.iter().enumerate().map(line_of).collect();
        let PlacedLine { name, colour, .. } = &lines[line];
        EndName { name: name.clone(), colour: *colour, words, stroke: [end, (x - 3.0, middle)] }
    });
    placed.collect()
}

/// Where a line ends: where no value goes first, between its ends.
fn end(line: &PlacedLine) -> Option<(f64, f64)> {
    let last = line.marks.last()?;
    let ends: Vec<f64> =
        line.runs.iter().filter_map(|run| run.last()).filter(|(x, _)| *x == last.x).map(|(_, y)| *y).collect();
    Some((last.x, ends.iter().sum::<f64>() / ends.len().max(1) as f64))
}

/// Each as near to its end as the others leave room, between the upper edge and `bottom`.
fn part(held: &mut [Held], bottom: f64) {
    let mut free = 0.0_f64;
    for name in held.iter_mut() {
        name.top = free.max(name.end.1 - name.height() / 2.0);
        free = name.top + name.height();
    }
    let mut limit = bottom;
    for name in held.iter_mut().rev() {
        name.top = name.top.min(limit - name.height());
        limit = name.top;
    }
}

//! Name and value above a bar.

use super::scale::EDGE;
use crate::lines::LABEL_SIZE;
use crate::text::{Anchor, BOLD, PlacedText, width as text_width, wrapped};

const BASELINE: f64 = 14.0;
/// Size at which the words are measured.
const SIZE: f64 = LABEL_SIZE * BOLD;
/// Height of a line of words.
const LINE: f64 = 17.0;
/// From the last baseline to the bar.
const BELOW: f64 = 8.0;
/// Least room between name and value on one line.
const APART: f64 = 12.0;

/// The baseline of a line of words below a place.
pub(super) fn named(row: usize) -> f64 {
    BASELINE + LINE * row as f64
}

/// The words above a bar, and where that begins below them.
pub(super) struct Headed {
    pub(super) name: Vec<PlacedText>,
    pub(super) value: Vec<PlacedText>,
    pub(super) y: f64,
}

/// Name and value above a bar.
pub(super) fn headed(name: &str, value: &str, top: f64, width: f64) -> Headed {
    let [name, value] = words(name, value, top, width);
    let last = name.iter().chain(&value).map(|line| line.y).fold(top + BASELINE, f64::max);
    Headed { name, value, y: last + BELOW }
}

/// On one line where both fit, else one below the other.
fn words(name: &str, value: &str, top: f64, width: f64) -> [Vec<PlacedText>; 2] {
    let room = width - 2.0 * EDGE;
    let both = text_width(name, SIZE) + APART + text_width(value, SIZE);
    let line = |row: usize, text: &str| PlacedText::new(EDGE, top + named(row), Anchor::Start, text);
    if both <= room {
        let value = PlacedText::new(width - EDGE, top + BASELINE, Anchor::End, value);
        return [vec![line(0, name)], vec![value]];
    }
    let (names, values) = (wrapped(name, SIZE, room), wrapped(value, SIZE, room));
    let below = names.len();
    let lines =
        |texts: Vec<String>, from: usize| texts.iter().enumerate().map(|(row, text)| line(from + row, text)).collect();
    [lines(names, 0), lines(values, below)]
}

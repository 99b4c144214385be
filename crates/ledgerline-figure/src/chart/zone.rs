//! What rules let through, behind bars.

use super::heads::named;
use super::scale::Stroke;
use crate::Rect;
use crate::lines::LABEL_SIZE;
use crate::text::{Anchor, PlacedText, width as text_width, wrapped};

/// What the rules of a claim let through, in pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Zone {
    /// Behind each bar that has a rule.
    pub rects: Vec<Rect>,
    /// Their ends, as far as they have such.
    pub ends: Vec<Stroke>,
    /// Each rule, below the bars that it is for.
    pub words: Vec<PlacedText>,
}

/// Above and below a bar the zone is seen.
pub(super) const BEYOND: f64 = 5.0;

impl Zone {
    /// Puts what a rule lets through behind a bar.
    pub(super) fn put(&mut self, bar: &Rect, (from, to): (f64, f64), edges: &[f64]) {
        let (y, height) = (bar.y - BEYOND, bar.height + 2.0 * BEYOND);
        self.rects.push(Rect { x: from, y, width: (to - from).max(0.0), height });
        self.ends.extend(edges.iter().map(|x| ((*x, y), (*x, y + height))));
    }

    /// Puts the rule's words below a place, within the picture: in the middle of it as far as they have room there. Tells
    /// where they end.
    pub(super) fn tell(&mut self, words: &str, x: f64, y: f64, width: f64) -> f64 {
        let lines = wrapped(words, LABEL_SIZE, width);
        let widest = lines.iter().map(|line| text_width(line, LABEL_SIZE)).fold(0.0, f64::max);
        let x = x.clamp((widest / 2.0).min(width / 2.0), (width - widest / 2.0).max(width / 2.0));
        let line = |(row, line): (usize, &String)| PlacedText::new(x, y + named(row), Anchor::Middle, line);
        self.words.extend(lines.iter().enumerate().map(line));
        self.words.last().map_or(y, |line| line.y)
    }
}

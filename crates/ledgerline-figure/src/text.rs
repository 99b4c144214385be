//! Placed text and how wide it will be.

/// Font size of eras, lanes, ticks and amounts, in pixels.
pub const SMALL_SIZE: f64 = 11.5;

/// Which point of a text stands at its place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    #[default]
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A line of text in its place.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedText {
    /// Place of the anchor.
    pub x: f64,
    /// Baseline.
    pub y: f64,
    /// Which point stands at `x`.
    pub anchor: Anchor,
    /// What it says.
    pub text: String,
}

impl Anchor {
    /// As SVG's `text-anchor` has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }

    /// Where a text of this width begins whose anchor stands at a place.
    pub(crate) fn left(self, x: f64, width: f64) -> f64 {
        match self {
            Self::Start => x,
            Self::Middle => x - width / 2.0,
            Self::End => x - width,
        }
    }
}

impl PlacedText {
    /// A text at a place.
    pub fn new(x: f64, y: f64, anchor: Anchor, text: &str) -> Self {
        Self { x, y, anchor, text: text.to_owned() }
    }

    /// Left and right end at a font size.
    pub fn ends(&self, size: f64) -> (f64, f64) {
        let width = width(&self.text, size);
        let left = self.anchor.left(self.x, width);
        (left, left + width)
    }
}

/// Bold letters, and those of some faces with serifs, are so much wider than the average that [`width`] knows.
pub const BOLD: f64 = 1.18;

/// Width of a line in pixels, estimated from averages over common sans-serif faces; wide rather than narrow.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size
}

/// A text in lines that are no wider than so many pixels, broken between words.
pub fn wrapped(text: &str, size: f64, most: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}"), size) <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Average advance of a letter in ems.
fn advance(letter: char) -> f64 {
    match letter {
        'i' | 'j' | 'l' | '.' | ',' | ':' | ';' | '\'' | '’' | '|' | '!' => 0.30,
        'f' | 't' | 'r' | 'I' | ' ' | '(' | ')' | '/' | '-' => 0.38,
        'm' | 'w' | 'M' | 'W' | '%' | '—' => 0.92,
        'A'..='Z' => 0.68,
        '0'..='9' | '$' | 'a'..='z' => 0.58,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ff60}' => 1.0,
        '\u{300}'..='\u{36f}' => 0.0,
        _ => 0.65,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_between_words_and_hold_them_all() {
        let text = "China’s trade with North Korea was about 58 times Russia’s in 2013.";
        let lines = wrapped(text, 12.0, 160.0);
        assert!(lines.len() > 1 && lines.iter().all(|line| width(line, 12.0) <= 160.0), "{lines:?}");
        assert_eq!(lines.join(" "), text);
        assert_eq!(wrapped("unbreakable", 12.0, 10.0), ["unbreakable"]);
        assert!(wrapped("", 12.0, 10.0).is_empty());
    }
}

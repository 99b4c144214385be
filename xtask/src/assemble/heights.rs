//! How high the widget is with a story, by view and by the width of its column, and the rule of style that keeps as much
//! free. The founding story's are measured by `cargo xtask heights` and lie with the sources.
//!
//! All is said for text of 16 pixels. The widget's sizes are those of the text around it, so under text of another size
//! everything grows alike, the widths at which lines break too; but what is drawn in pixels stays, and larger text needs
//! less than that. The rule is in `em` for this reason, of the box and of what stands in it.

use std::collections::BTreeMap;
use std::fmt::{self, Write};
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use serde::{Deserialize, Serialize};

use super::read_text;
use crate::project;

/// What the widget shows, as the attribute `view` has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum View {
    /// Timeline and calculator.
    Both,
    /// The timeline alone.
    Timeline,
    /// The calculator alone.
    Calculator,
    /// The list of claims.
    Claims,
}

/// Every view.
pub const VIEWS: [View; 4] = [View::Both, View::Timeline, View::Calculator, View::Claims];

/// Widths from the narrowest column that is looked at to the widest, in pixels.
pub const WIDTHS: std::ops::RangeInclusive<u32> = 240..=1400;
/// From one measured width to the next, in pixels.
pub const STEP: u32 = 20;

/// The size of text that heights are told for, in pixels.
pub const TEXT: u32 = 16;

/// Words break otherwise in another face and engine: a fiftieth more is kept free, and up to the next ten pixels.
const SPARE: u32 = 50;
const ROUND: u32 = 10;
/// Neighbouring widths share a rule as long as it keeps no more than this much too much free.
const TOO_MUCH: f64 = 1.05;

impl fmt::Display for View {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Both => "both",
            Self::Timeline => "timeline",
            Self::Calculator => "calculator",
            Self::Claims => "claims",
        })
    }
}

impl View {
    /// The view of this name.
    pub fn named(name: &str) -> Result<Self> {
        match VIEWS.into_iter().find(|view| view.to_string() == name) {
            Some(view) => Ok(view),
            None => bail!("there is no view {name:?}; there are both, timeline, calculator and claims"),
        }
    }
}

/// For each view, measured widths of the column and heights of the widget, the narrowest first, in pixels at [`TEXT`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Heights(pub BTreeMap<View, Vec<(u32, u32)>>);

impl Heights {
    /// Where the founding story's lie.
    pub fn file() -> PathBuf {
        project::root().join("src/embed/host/heights.json")
    }

    /// The founding story's.
    pub fn founding() -> Result<Self> {
        serde_json::from_str(&read_text(&Self::file())?).context("heights.json; `cargo xtask heights` writes it")
    }

    /// Writes them for the founding story, a view a line.
    pub fn write(&self) -> Result<()> {
        let lines: Vec<String> = self
            .0
            .iter()
            .map(|(view, pairs)| Ok(format!("  \"{view}\": {}", serde_json::to_string(pairs)?)))
            .collect::<Result<_>>()?;
        fs::write(Self::file(), format!("{{\n{}\n}}\n", lines.join(",\n")))?;
        Ok(())
    }

    /// What to keep free in a column of this width around text of this size, both in pixels: between two measured widths,
    /// what the higher needs.
    pub fn reserved(&self, view: View, width: u32, text: u32) -> u32 {
        let spans = self.spans(view);
        let fits = spans.iter().rev().find(|(from, _)| from * text <= width * TEXT).or(spans.first());
        fits.map_or(0, |(_, height)| (height * text).div_ceil(TEXT))
    }

    /// From each of these widths on, this much; from a measured width to the next, what the higher of the two needs.
    fn spans(&self, view: View) -> Vec<(u32, u32)> {
        let measured = self.0.get(&view).map(Vec::as_slice).unwrap_or_default();
        let after = measured.iter().skip(1).chain(measured.last());
        measured.iter().zip(after).map(|((from, height), (_, next))| (*from, with_spare(*height.max(next)))).collect()
    }

    /// The fewest rules that keep nowhere too much free.
    fn steps(&self, view: View) -> Vec<(u32, u32)> {
        let mut steps: Vec<(u32, u32, u32)> = Vec::new();
        for (from, height) in self.spans(view) {
            match steps.last_mut() {
                Some((_, low, high)) if fits(height.min(*low), height.max(*high)) => {
                    (*low, *high) = (height.min(*low), height.max(*high));
                }
                _ => steps.push((from, height, height)),
            }
        }
        steps.into_iter().map(|(from, _, high)| (from, high)).collect()
    }

    /// The rule of style that keeps the room of the widget free, for a box of this class around the element, or around the
    /// `div` that becomes it: the room depends on the width of the column, not of the window. A browser that knows no
    /// containers keeps free what the narrowest column needs. `flow-root` keeps the margins of the static edition inside.
    /// Where no widget can come, without scripts and on paper, the text alone has the room that it needs, unfolded on paper.
    pub fn rule(&self, view: View, class: &str) -> String {
        let steps = self.steps(view);
        let narrowest = steps.first().map_or(0, |(_, height)| *height);
        let mut css = format!(".{class} {{ container-type: inline-size }}\n");
        let _ = writeln!(css, ".{class} > :not(script) {{ display: flow-root; min-height: {}em }}", em(narrowest));
        for (from, height) in steps.into_iter().skip(1) {
            let _ = writeln!(
                css,
                "@container (min-width: {}em) {{ .{class} > :not(script) {{ min-height: {}em }} }}",
                em(from),
                em(height)
            );
        }
        let _ = writeln!(css, "@media print, (scripting: none) {{ .{class} > :not(script) {{ min-height: 0 }} }}");
        let _ = write!(css, "@media print {{ .{class} details::details-content {{ content-visibility: visible }} }}");
        css
    }
}

/// Pixels at [`TEXT`] as parts of the text's size.
fn em(pixels: u32) -> f64 {
    f64::from(pixels) / f64::from(TEXT)
}

fn fits(low: u32, high: u32) -> bool {
    f64::from(high) <= f64::from(low) * TOO_MUCH
}

fn with_spare(height: u32) -> u32 {
    (height + height.div_ceil(SPARE)).next_multiple_of(ROUND)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heights() -> Heights {
        Heights(BTreeMap::from([(View::Both, vec![(300, 1000), (320, 990), (340, 700), (360, 690), (380, 900)])]))
    }

    #[test]
    fn between_two_measured_widths_the_higher_is_kept_free() {
        let reserved = |width| heights().reserved(View::Both, width, TEXT);
        assert_eq!((reserved(325), reserved(345), reserved(365)), (1010, 720, 920));
        // Below and above what was measured: what is nearest.
        assert_eq!((reserved(100), reserved(2000)), (1020, 920));
    }

    #[test]
    fn larger_text_needs_more_and_breaks_sooner() {
        // As high as a column of 320 at 16 pixels, and larger by the same.
        assert_eq!(heights().reserved(View::Both, 400, 20), 1263);
        assert_eq!(heights().reserved(View::Both, 425, 20), 900);
    }

    #[test]
    fn neighbours_that_need_about_as_much_share_a_rule() {
        let rule = heights().rule(View::Both, "room");
        assert_eq!(
            rule,
            ".room { container-type: inline-size }\n\
             .room > :not(script) { display: flow-root; min-height: 63.75em }\n\
             @container (min-width: 21.25em) { .room > :not(script) { min-height: 45em } }\n\
             @container (min-width: 22.5em) { .room > :not(script) { min-height: 57.5em } }\n\
             @media print, (scripting: none) { .room > :not(script) { min-height: 0 } }\n\
             @media print { .room details::details-content { content-visibility: visible } }"
        );
    }

    #[test]
    fn the_founding_story_was_measured_in_every_view_and_width() -> Result<()> {
        let heights = Heights::founding()?;
        for view in VIEWS {
            let measured = heights.0.get(&view).context("a view is missing")?;
            assert!(measured.iter().map(|(width, _)| *width).eq(WIDTHS.step_by(STEP as usize)), "{view}");
            assert!(measured.iter().all(|(_, height)| *height > 200), "{view}");
        }
        Ok(())
    }
}

//! Verdicts with their marks, and how many there are of each.

use ledgerline_core::claim::{Reading, Rule, Verdict};
use ledgerline_core::words::{Key, Words};
use ledgerline_figure::svg::fixed;

use crate::parts::{El, Els, el, picture, svg};

/// Width of a mark, and of what is drawn in it, in pixels.
const MARK: f64 = 12.0;
const RADIUS: f64 = 4.5;

/// The verdict with its mark.
pub(super) fn verdict(reading: &Reading, words: &Words) -> Option<El> {
    let text = words.verdict(reading)?;
    let mark = mark(reading.verdict.as_ref()?);
    Some(el("span").class("verdict").child(mark).text(" ").text(text))
}

/// A ring that is as full as the claim is backed: by all sources, not by every one, by some, by none. Of what cannot be
/// checked only its dashes.
fn mark(verdict: &Verdict) -> El {
    let (class, filled) = match verdict {
        Verdict::Holds { unanimous: true } => ("ring", 1.0),
        Verdict::Holds { unanimous: false } => ("ring", 0.75),
        Verdict::Depends => ("ring", 0.5),
        Verdict::Fails => ("ring", 0.0),
        Verdict::Unchecked(_) => ("ring hollow", 0.0),
    };
    let circle = |class: &str, radius: f64| {
        svg("circle").class(class).at(&[("cx", MARK / 2.0), ("cy", MARK / 2.0), ("r", radius)])
    };
    // Half as wide as the ring, and as thick as that is wide, a stroke is a slice.
    let around = std::f64::consts::PI * RADIUS;
    let slice = circle("slice", RADIUS / 2.0).at(&[("stroke-width", RADIUS)]);
    let slice = slice.attr("stroke-dasharray", &format!("{} {}", fixed(around * filled, 2), fixed(around, 2)));
    let slice = slice.attr("transform", "rotate(-90 6 6)");
    let picture = picture("mark-of", (MARK, MARK), None);
    picture.maybe((filled > 0.0).then_some(slice)).child(circle(class, RADIUS)).made()
}

/// "13 hold · 4 do not hold", as far as there are such.
pub(super) fn tally<'a>(words: &Words, readings: impl Iterator<Item = &'a Reading>) -> El {
    let judged = |reading: &'a Reading| Some((reading.verdict.as_ref()?, is_dated(reading)));
    let all: Vec<(&Verdict, bool)> = readings.filter_map(judged).collect();
    let counted = |of: fn(&Verdict, bool) -> bool, key: Key| {
        let mut found = all.iter().filter(|(verdict, dated)| of(verdict, *dated)).map(|(verdict, _)| *verdict);
        let first = found.next()?;
        let text = words.count(key, 1 + found.count(), &[]);
        Some(el("li").child(mark(first)).text(" ").text(&text))
    };
    let counts = [
        counted(|verdict, _| matches!(verdict, Verdict::Holds { unanimous: true }), Key::ClaimsHold),
        counted(|verdict, _| matches!(verdict, Verdict::Holds { unanimous: false }), Key::ClaimsHoldNotByAll),
        counted(|verdict, dated| !dated && matches!(verdict, Verdict::Depends), Key::ClaimsDepend),
        counted(|verdict, dated| dated && matches!(verdict, Verdict::Depends), Key::ClaimsDependDates),
        counted(|verdict, _| matches!(verdict, Verdict::Fails), Key::ClaimsFail),
        counted(|verdict, _| matches!(verdict, Verdict::Unchecked(_)), Key::ClaimsUnchecked),
    ];
    let counts: Els = counts.into_iter().flatten().collect();
    el("ul").class("tally").attr("aria-label", words.text(Key::ClaimsTally)).children(counts)
}

fn is_dated(reading: &Reading) -> bool {
    matches!(reading.rule, Some(Rule::Within(_)))
}

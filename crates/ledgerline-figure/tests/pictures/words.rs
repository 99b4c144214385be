//! Words among the lines: where they may stand.

use crate::helpers::{WIDTHS, picture, story};
use crate::links::LINKS;
use ledgerline_figure::Rect;
use ledgerline_figure::chart::PlacedYears;
use ledgerline_figure::lines::{LABEL_SIZE, Mark, PlacedLine, Reach};
use ledgerline_figure::text::{BOLD, PlacedText};

pub(crate) fn pictures() -> impl Iterator<Item = (String, PlacedYears)> {
    let story = story();
    let all = LINKS.iter().flat_map(|link| WIDTHS.map(|width| (*link, width)));
    all.map(move |(link, width)| (format!("{link} at {width}"), picture(&story, link, width)))
}

/// What the letters of a text cover, from the height of its capitals to its baseline.
pub(crate) fn letters(text: &PlacedText, size: f64) -> Rect {
    let (left, right) = text.ends(size);
    Rect { x: left, y: text.y - 9.0, width: right - left, height: 10.0 }
}

pub(crate) fn overlap(a: &Rect, b: &Rect) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

pub(crate) fn values(placed: &PlacedYears) -> Vec<&Mark> {
    placed.lines.lines.iter().filter_map(|line| line.mark.as_ref()).filter(|mark| !mark.label.text.is_empty()).collect()
}

#[test]
fn a_value_stands_within_the_lines_and_on_no_other_words() {
    let mut faults = Vec::new();
    for (title, placed) in pictures() {
        let area = placed.area;
        let mut taken: Vec<Rect> = placed.lines.amounts.iter().map(|amount| letters(&amount.label, 12.0)).collect();
        for value in values(&placed) {
            let rect = letters(&value.label, LABEL_SIZE * BOLD);
            let within = rect.x >= area.x - 0.1 && rect.right() <= area.right() + 1.1 && value.label.y <= area.bottom();
            if !within || rect.y < 0.0 || taken.iter().any(|other| overlap(&rect, other)) {
                faults.push(format!("{title}: {:?}", value.label));
            }
            taken.push(rect);
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_ends_of_a_value_stand_on_no_outline() {
    let mut told = 0;
    for (title, placed) in pictures() {
        for line in placed.lines.lines.iter().filter(|line| line.reach == Reach::Ends) {
            let Some(mark) = line.mark.as_ref().filter(|mark| !mark.label.text.is_empty()) else { continue };
            let rect = letters(&mark.label, LABEL_SIZE * BOLD);
            assert!(!crossed(line, &rect), "{title}: {:?}", mark.label);
            told += 1;
        }
    }
    assert!(told > 20, "{told}");
}

/// Whether a line runs through a rectangle.
pub(crate) fn crossed(line: &PlacedLine, rect: &Rect) -> bool {
    let part = |pair: &[(f64, f64)]| {
        let (from, to) = (pair[0], pair[1]);
        let places = (0..=200).map(|step| f64::from(step) / 200.0);
        let mut places = places.map(|part| (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part));
        places.any(|(x, y)| rect.x < x && x < rect.right() && rect.y < y && y < rect.bottom())
    };
    line.runs.iter().any(|run| run.windows(2).any(part))
}

#[test]
fn no_line_runs_through_an_amount_of_the_axis() {
    let mut faults = Vec::new();
    for (title, placed) in pictures() {
        let amounts: Vec<&PlacedText> = placed.lines.amounts.iter().map(|amount| &amount.label).collect();
        let told: Vec<&&PlacedText> = amounts.iter().filter(|label| !label.text.is_empty()).collect();
        assert!(told.len() > 1 || told.len() == amounts.len(), "{title}: {told:?}");
        let all = &placed.lines.lines;
        let struck = |label: &PlacedText| all.iter().any(|line| crossed(line, &letters(label, 11.5)));
        faults.extend(told.iter().filter(|label| struck(label)).map(|label| format!("{title}: {}", label.text)));
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn zero_needs_no_unit_on_an_axis_of_amounts() {
    let told: Vec<String> = pictures()
        .flat_map(|(_, placed)| placed.lines.amounts)
        .filter(|amount| amount.zero)
        .map(|amount| amount.label.text)
        .collect();
    assert!(told.contains(&"0".to_owned()) && told.contains(&"0%".to_owned()), "{told:?}");
    assert!(told.iter().all(|zero| ["0", "0%", ""].contains(&zero.as_str())), "{told:?}");
}

#[test]
fn a_value_is_nearest_to_its_own_mark() {
    let mut faults = Vec::new();
    for (title, placed) in pictures() {
        let marks: Vec<&Mark> = placed.lines.lines.iter().filter_map(|line| line.mark.as_ref()).collect();
        for mark in values(&placed) {
            let from = |other: &Mark| (other.y - (mark.label.y - 4.5)).abs();
            if marks.iter().any(|other| from(other) < from(mark) - 0.1) {
                faults.push(format!("{title}: {}", mark.label.text));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
}

//! Names beside lines: none stands on another's line, nor nearer to it than to its own.

use crate::helpers::{WIDTHS, picture, story};
use crate::words::{crossed, letters, overlap, pictures, values};
use ledgerline_figure::Rect;
use ledgerline_figure::chart::PlacedYears;
use ledgerline_figure::lines::{LABEL_SIZE, PlacedLine};
use ledgerline_figure::text::{BOLD, PlacedText};

fn names(placed: &PlacedYears) -> impl Iterator<Item = (usize, &PlacedLine, &PlacedText)> {
    let named = placed.lines.lines.iter().enumerate();
    named.filter_map(|(place, line)| Some((place, line, line.label.as_ref()?)))
}

/// How near a line comes to the letters of a name, in pixels.
fn distance(line: &PlacedLine, name: &Rect) -> f64 {
    let near = |(x, y): (f64, f64)| libm::hypot(x - x.clamp(name.x, name.right()), y - y.clamp(name.y, name.bottom()));
    let part = |pair: &[(f64, f64)]| {
        let ((x1, y1), (x2, y2)) = (pair[0], pair[1]);
        let steps = (0..=50).map(|step| f64::from(step) / 50.0);
        steps.map(|part| near((x1 + (x2 - x1) * part, y1 + (y2 - y1) * part))).fold(f64::INFINITY, f64::min)
    };
    let of = |run: &Vec<(f64, f64)>| match run.as_slice() {
        [place] => near(*place),
        run => run.windows(2).map(part).fold(f64::INFINITY, f64::min),
    };
    line.runs.iter().map(of).fold(f64::INFINITY, f64::min)
}

#[test]
fn a_name_is_nearer_to_its_own_line_than_to_any_other() {
    let (mut faults, mut told) = (Vec::new(), 0);
    for (title, placed) in pictures() {
        for (own, line, name) in names(&placed) {
            let rect = letters(name, LABEL_SIZE);
            let others = placed.lines.lines.iter().enumerate().filter(|(place, _)| *place != own);
            let nearest = others.map(|(_, other)| distance(other, &rect)).fold(f64::INFINITY, f64::min);
            told += 1;
            if distance(line, &rect) >= nearest {
                faults.push(format!("{title}: {}", name.text));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults of {told}:\n{}", faults.len(), faults.join("\n"));
    assert!(told > 500, "{told}");
}

#[test]
fn a_name_stands_on_no_other_words_and_on_no_mark_of_a_value_below_the_scale() {
    for (title, placed) in pictures() {
        let small = placed.lines.lines.iter().flat_map(|line| &line.below).map(|mark| letters(&mark.label, 11.5));
        let amounts = placed.lines.amounts.iter().map(|amount| letters(&amount.label, 11.5));
        let bold =
            values(&placed).into_iter().map(|mark| &mark.label).chain(placed.goal.as_ref().map(|goal| &goal.label));
        let mut taken: Vec<Rect> =
            small.chain(amounts).chain(bold.map(|label| letters(label, LABEL_SIZE * BOLD))).collect();
        let arrows = placed.lines.lines.iter().flat_map(|line| &line.below);
        taken.extend(arrows.map(|mark| Rect { x: mark.x - 4.0, y: mark.y - 6.0, width: 8.0, height: 6.0 }));
        for (_, _, name) in names(&placed) {
            let rect = letters(name, LABEL_SIZE * BOLD);
            assert!(!taken.iter().any(|other| overlap(&rect, other)), "{title}: {name:?}");
            assert!(rect.x >= placed.area.x - 0.1 && rect.right() <= placed.area.right() + 1.1, "{title}: {name:?}");
            taken.push(rect);
        }
    }
}

#[test]
fn in_a_free_picture_a_name_does_not_stand_on_its_own_line() {
    let story = story();
    for link in ["m=target;a=inter_korean;y=2015;t=growth;to=5000;by=2024", "m=target;a=russia;t=growth;to=50;by=2020"]
    {
        for width in WIDTHS {
            let placed = picture(&story, link, width);
            assert!(placed.lines.lines[0].label.is_some(), "{link} at {width}");
            for (_, line, name) in names(&placed) {
                assert!(!crossed(line, &letters(name, LABEL_SIZE)), "{link} at {width}: {name:?}");
            }
        }
    }
}

#[test]
fn the_level_of_a_span_is_named_with_its_series_on_no_line() {
    let (story, mut told) = (story(), Vec::new());
    for (measure, width) in ["mean", "median"].into_iter().flat_map(|measure| WIDTHS.map(|width| (measure, width))) {
        for linear in ["", ";k=linear"] {
            let link = format!("m=compare;a=russia;b=china;y=1997/2013;as={measure}{linear}");
            let placed = picture(&story, &link, width);
            for (_, _, name) in names(&placed).filter(|(_, line, _)| line.supposed) {
                let rect = letters(name, LABEL_SIZE);
                assert!(!placed.lines.lines.iter().any(|line| crossed(line, &rect)), "{link} at {width}: {name:?}");
                told.push(name.text.clone());
            }
        }
    }
    assert!(told.len() > 5 && told.contains(&"China, mean".to_owned()), "{told:?}");
}

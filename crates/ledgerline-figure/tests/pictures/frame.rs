//! What stands in and around the lines: years, their wash, the year that is asked about.

use crate::helpers::{WIDTHS, picture, story};
use crate::words::pictures;
use ledgerline_figure::lines::LABEL_SIZE;
use ledgerline_figure::svg;
use ledgerline_figure::text::{Anchor, BOLD, PlacedText};

#[test]
fn the_wash_of_a_span_stays_on_the_scale_of_the_years() {
    let story = story();
    for link in [
        "m=compare;a=russia;b=inter_korean;y=1990/2013;as=median;s=russian-customs",
        "m=compare;a=russia;b=china;y=1988/2013;as=mean;c=RUB",
        "m=compare;a=russia;b=china;y=2030/2040;as=mean",
        "m=compare;a=russia;b=china;y=1900/1950;as=mean",
    ] {
        for width in WIDTHS {
            let placed = picture(&story, link, width);
            let (wash, area) = (placed.span.expect(link), placed.area);
            let within = wash.x >= area.x && wash.right() <= area.right() && wash.width > 0.0;
            assert!(within, "{link} at {width}: {wash:?} in {area:?}");
        }
    }
}

#[test]
fn a_picture_without_any_value_has_nothing_in_it() {
    let placed = picture(&story(), "m=compare;a=inter_korean;b=total;y=2005/2013;as=mean;p=2024;c=RUB", 420.0);
    assert!(placed.years.is_empty() && placed.ticks.is_empty() && placed.lines.amounts.is_empty(), "{placed:?}");
    assert_eq!((placed.year, placed.span, placed.height), (None, None, 0.0));
}

#[test]
fn the_line_of_the_year_stands_at_its_value_and_its_name_within_the_picture() {
    let story = story();
    for link in ["m=target;a=russia;t=year;to=1000;g=0.02", "m=compare;a=russia;b=china;y=2024;d=lines"] {
        for width in WIDTHS {
            let placed = picture(&story, link, width);
            let at = placed.lines.lines.iter().filter_map(|line| line.mark.as_ref()).map(|mark| mark.x);
            let at: Vec<f64> = at.chain(placed.goal.as_ref().map(|goal| goal.x)).collect();
            let name = placed.year.as_ref().unwrap();
            assert!(!at.is_empty() && at.iter().all(|x| placed.rule == Some(*x)), "{link} at {width}: {at:?}");
            let (left, right) = name.ends(LABEL_SIZE * BOLD);
            assert!(left >= 0.0 && right <= placed.width, "{link} at {width}: {left} to {right}");
            assert_eq!(placed.rule, placed.x_of(name.text.parse().unwrap()));
        }
    }
}

#[test]
fn no_year_of_the_axis_touches_the_one_that_is_asked_about() {
    for (title, placed) in pictures() {
        let Some(year) = &placed.year else { continue };
        let (left, right) = year.ends(LABEL_SIZE * BOLD);
        for tick in &placed.ticks {
            let (from, to) = PlacedText::new(tick.x, 0.0, Anchor::Middle, &tick.label).ends(LABEL_SIZE);
            assert!(to + 4.0 <= left || right + 4.0 <= from, "{title}: {} and {}", tick.label, year.text);
        }
    }
}

#[test]
fn a_year_that_stands_alone_is_as_easily_seen_as_a_line() {
    let placed = picture(&story(), "m=compare;a=russia;b=inter_korean;as=difference;d=lines;f=balance;y=2013", 420.0);
    let drawn = svg::years(&placed, "");
    let dots = drawn.lines().filter(|line| line.starts_with("<circle class=\"alone "));
    assert_eq!(
        dots.clone().count(),
        placed.lines.lines.iter().flat_map(|line| &line.runs).filter(|run| run.len() == 1).count()
    );
    assert!(dots.clone().count() > 3 && dots.clone().all(|dot| dot.ends_with("r=\"3.0\"/>")), "{drawn}");
}

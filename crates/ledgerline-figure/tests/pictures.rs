//! The calculator's pictures over the years, as links have them.

mod helpers;

use helpers::{WIDTHS, picture, story};

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

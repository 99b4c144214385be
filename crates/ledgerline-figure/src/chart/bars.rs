//! Bars for a year, from zero, with direct labels, the spread as whiskers and every source's value as a mark.

use ledgerline_core::series::Point;
use ledgerline_core::story::Colour;

use super::heads::{Headed, headed};
use super::scale::{EDGE, Scale, Stroke};
use super::stops::{Stop, stops as stops_of};
use super::zone::Zone;
use crate::Rect;
use crate::text::PlacedText;

/// A bar to be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Bar {
    /// Id of the series.
    pub series: String,
    /// Its colour.
    pub colour: Colour,
    /// Its name.
    pub name: String,
    /// The value in words.
    pub value: String,
    /// The value with its spread.
    pub point: Point,
    /// Whether none of the values goes first: the bar ends where the least does.
    pub ranged: bool,
    /// The values of all sources, each in words.
    pub sources: Vec<(f64, String)>,
}

/// Bars, in pixels.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlacedBars {
    /// Width of all.
    pub width: f64,
    /// Height of all.
    pub height: f64,
    /// The bars, from top to bottom.
    pub bars: Vec<PlacedBar>,
    /// What can be read of them, from the first bar to the last.
    pub stops: Vec<Stop>,
    /// Zero, where bars lie on both sides of it.
    pub zero: Option<Stroke>,
    /// What the rule of a claim lets through; `None` where nothing is claimed.
    pub zone: Option<Zone>,
}

/// A bar, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacedBar {
    /// Id of the series.
    pub series: String,
    /// Its colour.
    pub colour: Colour,
    /// Name of the series, in as many lines as it takes.
    pub name: Vec<PlacedText>,
    /// The value: at the other end of the name's line, or where there is no room in lines of its own.
    pub value: Vec<PlacedText>,
    /// The bar itself; left of zero for a negative value.
    pub rect: Rect,
    /// The spread as a line with two ends; `None` where all sources agree.
    pub whisker: Option<[Stroke; 3]>,
    /// The value of each source, where they differ: its place and what it is.
    pub marks: Vec<((f64, f64), String)>,
    /// The ladder: where the least bar has gone into this one once, twice and so on.
    pub rungs: Vec<f64>,
}

pub(super) const BAR: f64 = 14.0;
/// Between a bar and the words of the next.
pub(super) const GAP: f64 = 12.0;
/// Half the height of a whisker's ends.
const END: f64 = 5.0;
/// Something that is not nothing must be seen.
const LEAST: f64 = 1.0;
/// Rungs that stand closer, in pixels, would be a grey.
const RUNG: f64 = 3.0;

/// The bars, the greatest first. `ladder` divides the greater ones by the least.
pub fn bars(mut wanted: Vec<Bar>, width: f64, ladder: bool) -> PlacedBars {
    wanted.sort_by(|a, b| b.point.value.total_cmp(&a.point.value));
    wanted.dedup_by(|a, b| a.series == b.series);
    let points: Vec<Point> = wanted.iter().map(|bar| bar.point).collect();
    let scale = Scale::of(&points, &[], width);
    let ladder = ladder && !wanted.iter().any(|bar| bar.ranged);
    let step = wanted.last().map_or(0.0, |bar| bar.point.value);
    let x = |value: f64| scale.x(value);
    let rungs = |bar: &Bar| if ladder { rungs(bar.point.value, step, &x) } else { Vec::new() };
    let mut all = PlacedBars { width, ..PlacedBars::default() };
    let mut top = 0.0;
    for bar in &wanted {
        let placed = PlacedBar { rungs: rungs(bar), ..place(bar, top, &scale) };
        all.stops.extend(stops_of(bar, placed.rect.y + BAR / 2.0, &x));
        top = placed.rect.bottom() + GAP;
        all.bars.push(placed);
    }
    all.height = all.bars.last().map_or(0.0, |last| last.rect.bottom() + EDGE);
    all.zero = scale.zero().map(|x| ((x, 0.0), (x, all.height)));
    all
}

/// A bar below a place, without a ladder.
pub(super) fn place(bar: &Bar, top: f64, scale: &Scale) -> PlacedBar {
    let x = |value: f64| scale.x(value);
    let Point { value, low, high, .. } = bar.point;
    // What every source grants, where none goes first.
    let value = match bar.ranged {
        true if low > 0.0 => low,
        true => high.min(0.0),
        false => value,
    };
    let (from, to) = (x(value.min(0.0)), x(value.max(0.0)));
    let Headed { name, value: told, y } = headed(&bar.name, &bar.value, top, scale.width());
    let middle = y + BAR / 2.0;
    let apart = high > low;
    let marks = bar.sources.iter().filter(|_| apart).map(|(value, told)| ((x(*value), middle), told.clone()));
    PlacedBar {
        series: bar.series.clone(),
        colour: bar.colour,
        name,
        value: told,
        rect: Rect { x: from, y, width: (to - from).max(if value == 0.0 { 0.0 } else { LEAST }), height: BAR },
        whisker: apart.then(|| whisker(x(low), x(high), middle)),
        marks: marks.collect(),
        rungs: Vec::new(),
    }
}

/// Where a step has gone into a value once, twice and so on; none where they would stand too close to be counted.
fn rungs(value: f64, step: f64, x: &dyn Fn(f64) -> f64) -> Vec<f64> {
    let apart = x(step) - x(0.0);
    if !(step > 0.0 && value >= 2.0 * step && apart >= RUNG) {
        return Vec::new();
    }
    let count = (value / step) as usize;
    (1..=count).map(|rung| x(step * rung as f64)).filter(|rung| *rung < x(value) - 0.5).collect()
}

fn whisker(low: f64, high: f64, y: f64) -> [Stroke; 3] {
    let end = |x: f64| ((x, y - END), (x, y + END));
    [((low, y), (high, y)), end(low), end(high)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lines::LABEL_SIZE;
    use crate::text::{Anchor, BOLD};
    use proptest::prelude::*;

    fn bar(series: &str, value: f64) -> Bar {
        let point = Point { year: 2013, value, low: value, high: value };
        let (name, told) = (series.to_owned(), String::new());
        Bar {
            series: series.to_owned(),
            colour: Colour::Grey,
            name,
            value: told,
            point,
            ranged: false,
            sources: Vec::new(),
        }
    }

    fn rungs(values: [f64; 2]) -> Vec<usize> {
        let [a, b] = values;
        bars(vec![bar("a", a), bar("b", b)], 400.0, true).bars.iter().map(|bar| bar.rungs.len()).collect()
    }

    #[test]
    fn the_ladder_counts_how_often_the_short_bar_goes_into_the_long_one() {
        assert_eq!(rungs([10.0, 58.5]), [5, 0]);
        assert_eq!(rungs([60.0, 20.0]), [2, 0]);
    }

    fn box_of(text: &PlacedText) -> Rect {
        let (left, right) = text.ends(LABEL_SIZE * BOLD);
        Rect { x: left, y: text.y - LABEL_SIZE, width: right - left, height: LABEL_SIZE + 3.0 }
    }

    #[test]
    fn name_and_value_share_a_line_where_both_fit() {
        let placed = bars(vec![Bar { value: "$6.545bn".to_owned(), ..bar("China", 1.0) }], 280.0, false);
        let bar = &placed.bars[0];
        assert_eq!((bar.name.len(), bar.value.len()), (1, 1));
        assert_eq!((bar.name[0].y, bar.value[0].anchor), (bar.value[0].y, Anchor::End));
    }

    proptest! {
        #[test]
        fn words_never_meet_words_nor_bars_and_stay_in_the_picture(
            names in prop::collection::vec("[A-Za-z]{1,14}( [A-Za-z]{1,14}){0,4}", 1..4),
            value in "₽[0-9]{1,3},[0-9]{3}m \\(2010 prices\\)( to ₽[0-9]{1,3},[0-9]{3}m \\(2010 prices\\))?",
            width in 280.0f64..900.0,
        ) {
            let wanted = names.iter().enumerate().map(|(place, name)| {
                let (series, name) = (format!("{place}"), name.clone());
                Bar { series, name, value: value.clone(), ..bar("", 1.0 + place as f64) }
            });
            let placed = bars(wanted.collect(), width, false);
            let texts = placed.bars.iter().flat_map(|bar| bar.name.iter().chain(&bar.value));
            let mut boxes: Vec<Rect> = texts.map(box_of).collect();
            prop_assert!(boxes.iter().all(|text| text.x >= 0.0 && text.right() <= width), "{boxes:?}");
            boxes.extend(placed.bars.iter().map(|bar| bar.rect));
            for (place, one) in boxes.iter().enumerate() {
                let meets = |other: &&Rect| {
                    one.x < other.right() && other.x < one.right() && one.y < other.bottom() && other.y < one.bottom()
                };
                prop_assert_eq!(boxes[..place].iter().find(meets), None);
            }
            prop_assert!(boxes.iter().all(|one| one.bottom() <= placed.height));
        }
    }

    #[test]
    fn there_is_no_ladder_where_it_could_not_be_counted() {
        assert_eq!(rungs([10.0, 19.0]), [0, 0]);
        assert_eq!(rungs([1.0, 1000.0]), [0, 0]);
        assert_eq!(rungs([-5.0, 20.0]), [0, 0]);
        assert_eq!(rungs([0.0, 20.0]), [0, 0]);
    }
}

//! How long an event lasted, as a bar that is as sure of its ends as the date is.

use ledgerline_core::date::{Bound, Edtf, Form, Parts, Point, Qualifier};

/// A piece of a bar, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// Left end.
    pub from: f64,
    /// Right end.
    pub to: f64,
    /// From 4, the bar itself, down to 1, where it has all but faded.
    pub strength: u8,
}

/// What an event covers.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// Its pieces, from left to right; none for what is no wider than a dot.
    pub pieces: Vec<Piece>,
    /// Whether the event lies somewhere in it and does not fill it, as "199X" does.
    pub loose: bool,
}

/// What covers less is a dot alone, in pixels.
const LEAST: f64 = 12.0;
/// A soft end is so long.
const SOFT: f64 = 9.0;
/// A bar without an end fades over so much.
const FADE: f64 = 72.0;

/// How sure an end is.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Sharp,
    Soft,
    Open,
}

/// The bar of a date whose known days begin at `from` and end at `to`, in pixels. It is cut to `(left, right)`.
pub(super) fn bar(date: &Edtf, (from, to): (f64, f64), (left, right): (f64, f64)) -> Bar {
    let (start, end) = ends(date);
    let wide = to - from >= LEAST;
    if !wide && (start, end) == (End::Sharp, End::Sharp) {
        return Bar::default();
    }
    let mut pieces = steps(from, start, -1.0);
    pieces.reverse();
    if wide {
        pieces.push(Piece { from, to, strength: 4 });
    }
    pieces.extend(steps(to, end, 1.0));
    for piece in &mut pieces {
        (piece.from, piece.to) = (piece.from.max(left), piece.to.min(right));
    }
    pieces.retain(|piece| piece.to > piece.from);
    Bar { pieces, loose: loose(date) }
}

/// What lies beyond an end, nearest first.
fn steps(at: f64, end: End, side: f64) -> Vec<Piece> {
    let length = match end {
        End::Sharp => return Vec::new(),
        End::Soft => SOFT / 3.0,
        End::Open => FADE / 3.0,
    };
    let step = |number: u8| {
        let (near, far) = (at + side * length * f64::from(number), at + side * length * f64::from(number + 1));
        Piece { from: near.min(far), to: near.max(far), strength: 3 - number }
    };
    (0..3).map(step).collect()
}

fn ends(date: &Edtf) -> (End, End) {
    let of = |point: &Point| if point.qualifier == Qualifier::Certain { End::Sharp } else { End::Soft };
    let bound = |bound: &Bound| bound.point().map_or(End::Open, of);
    match date.parts() {
        Parts::One(point) => (of(point), of(point)),
        Parts::Span { from, to } => (bound(from), bound(to)),
    }
}

fn loose(date: &Edtf) -> bool {
    match date.parts() {
        Parts::One(point) => !matches!(point.form, Form::Year(_) | Form::Month(..) | Form::Day(..) | Form::Season(..)),
        Parts::Span { .. } => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strengths(date: &str, ends: (f64, f64)) -> Vec<u8> {
        let bar = bar(&Edtf::parse(date).unwrap(), ends, (0.0, 1000.0));
        bar.pieces.iter().map(|piece| piece.strength).collect()
    }

    #[test]
    fn a_sure_year_is_one_bar_and_a_sure_day_a_dot_alone() {
        assert_eq!(strengths("2014", (100.0, 160.0)), [4]);
        assert!(strengths("2014-06-05", (100.0, 100.2)).is_empty());
    }

    #[test]
    fn about_then_has_soft_ends_even_around_a_day() {
        assert_eq!(strengths("2014~", (100.0, 160.0)), [1, 2, 3, 4, 3, 2, 1]);
        assert_eq!(strengths("2014-06-05~", (100.0, 100.2)), [1, 2, 3, 3, 2, 1]);
    }

    #[test]
    fn an_open_end_fades_and_the_known_one_does_not() {
        assert_eq!(strengths("2014/..", (100.0, 100.0)), [3, 2, 1]);
        assert_eq!(strengths("../2014", (100.0, 100.0)), [1, 2, 3]);
        assert_eq!(strengths("2014/2015~", (100.0, 200.0)), [4, 3, 2, 1]);
    }

    #[test]
    fn an_unknown_digit_makes_a_loose_bar() {
        let loose = |text: &str| bar(&Edtf::parse(text).unwrap(), (0.0, 90.0), (0.0, 1000.0)).loose;
        assert!(loose("199X") && loose("2004-XX") && !loose("1990/1999"));
    }

    #[test]
    fn pieces_stay_within_the_picture_and_in_order() {
        let date = Edtf::parse("1990~/2020~").unwrap();
        let pieces = bar(&date, (-500.0, 2000.0), (0.0, 1000.0)).pieces;
        assert_eq!(pieces, [Piece { from: 0.0, to: 1000.0, strength: 4 }]);
    }
}

//! What a series knows of a year: one value, several, only unusable ones, or none.

mod notes;

pub use notes::notes;

use crate::story::{Series, Status, ValueRow};

/// What a series knows of a year. Only a valued cell enters a formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell<'a> {
    /// There is a value to show first.
    Valued {
        /// That value.
        row: &'a ValueRow,
        /// All values that differ by source only, this one among them.
        spread: Vec<&'a ValueRow>,
    },
    /// There are values, and none is to be shown first.
    Disputed {
        /// The values that differ by source only.
        rows: Vec<&'a ValueRow>,
    },
    /// There are only derived, contradicted or outlying values.
    Unusable {
        /// Those values.
        rows: Vec<&'a ValueRow>,
    },
    /// There is no value.
    Missing {
        /// What the story says of the gap (markup).
        note: Option<&'a str>,
    },
}

/// A valued year, with the least and the greatest of its values, in the unit of the series.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The year.
    pub year: i32,
    /// The value shown first.
    pub value: f64,
    /// The least by any source.
    pub low: f64,
    /// The greatest by any source.
    pub high: f64,
}

impl Point {
    /// The point in another unit, of which so many make one of its own.
    pub fn times(self, factor: f64) -> Self {
        Self { value: self.value * factor, low: self.low * factor, high: self.high * factor, ..self }
    }
}

impl Status {
    /// Whether values of this kind stand side by side as the spread of a year.
    pub fn in_spread(self) -> bool {
        matches!(self, Self::Reported | Self::Mirror | Self::Estimate)
    }
}

impl ValueRow {
    /// The value, in the unit of the series.
    pub fn number(&self) -> Option<f64> {
        self.value.map(|value| value.value)
    }
}

impl Series {
    /// All rows of a year, in file order.
    pub fn rows(&self, year: i32) -> impl Iterator<Item = &ValueRow> {
        self.values.iter().filter(move |row| row.when == year)
    }

    /// What the series knows of a year.
    pub fn cell(&self, year: i32) -> Cell<'_> {
        judge(self.rows(year).collect())
    }

    /// First and last year that any row names, those of missing values too.
    pub fn years(&self) -> Option<(i32, i32)> {
        let years = || self.values.iter().map(|row| row.when);
        Some((years().min()?, years().max()?))
    }

    /// The years that rows name, ascending, none twice.
    pub fn named_years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = self.values.iter().map(|row| row.when).collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The valued years, ascending.
    pub fn points(&self) -> Vec<Point> {
        let mut rows: Vec<&ValueRow> = self.values.iter().collect();
        rows.sort_by_key(|row| row.when);
        rows.chunk_by(|a, b| a.when == b.when).filter_map(|rows| point(rows.to_vec())).collect()
    }

    /// The value of a year with its range; `None` unless the year is valued.
    pub fn point(&self, year: i32) -> Option<Point> {
        point(self.rows(year).collect())
    }

    /// Whether this is a total that holds the series of this id.
    pub fn is_total_of(&self, part: &str) -> bool {
        self.includes.iter().any(|id| id == part)
    }

    /// The nearest years before and after these that have a value of a source or basis.
    pub fn neighbours_by(&self, tag: &str, (first, last): (i32, i32)) -> (Option<i32>, Option<i32>) {
        let by = |row: &&ValueRow| row.source.as_deref() == Some(tag) || row.basis.as_deref() == Some(tag);
        let years = || self.values.iter().filter(by).filter(|row| row.value.is_some()).map(|row| row.when);
        (years().filter(|year| *year < first).max(), years().filter(|year| *year > last).min())
    }

    /// The nearest valued years before and after a year.
    pub fn neighbours(&self, year: i32) -> (Option<i32>, Option<i32>) {
        let points = self.points();
        let before = points.iter().rev().find(|point| point.year < year);
        let after = points.iter().find(|point| point.year > year);
        (before.map(|point| point.year), after.map(|point| point.year))
    }
}

/// What the rows of one year tell.
fn judge(rows: Vec<&ValueRow>) -> Cell<'_> {
    let has_value = |row: &&ValueRow| row.value.is_some() && row.status != Status::Missing;
    let valued: Vec<&ValueRow> = rows.iter().copied().filter(has_value).collect();
    let spread: Vec<&ValueRow> = valued.iter().copied().filter(|row| row.status.in_spread()).collect();
    let preferred = spread.iter().copied().find(|row| row.preferred == Some(true));
    let sole = || spread.first().copied().filter(|row| spread.len() == 1 && row.preferred != Some(false));
    match preferred.or_else(sole) {
        Some(row) => Cell::Valued { row, spread },
        None if !spread.is_empty() => Cell::Disputed { rows: spread },
        None if !valued.is_empty() => Cell::Unusable { rows: valued },
        None => Cell::Missing { note: rows.iter().find_map(|row| row.note.as_deref()) },
    }
}

fn point(rows: Vec<&ValueRow>) -> Option<Point> {
    let Cell::Valued { row, spread } = judge(rows) else { return None };
    let value = row.number()?;
    let (low, high) = bounds(&spread)?;
    Some(Point { year: row.when, value, low, high })
}

/// Least and greatest value of some rows.
pub fn bounds(rows: &[&ValueRow]) -> Option<(f64, f64)> {
    let values = rows.iter().filter_map(|row| row.number());
    values.fold(None, |range, value| {
        let (low, high) = range.unwrap_or((value, value));
        Some((value.min(low), value.max(high)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::amount::Decimal;

    fn row(when: i32, value: &str, status: Status, preferred: Option<bool>) -> ValueRow {
        ValueRow { when, value: Decimal::parse(value), status, preferred, ..ValueRow::default() }
    }

    fn series() -> Series {
        let values = vec![
            row(2013, "112.71", Status::Reported, Some(true)),
            row(2013, "123", Status::Mirror, None),
            row(2013, "5", Status::Outlier, None),
            row(1991, "1420", Status::Reported, Some(false)),
            row(1996, "924", Status::Outlier, None),
            row(2015, "84", Status::Estimate, None),
            ValueRow {
                when: 2020,
                status: Status::Missing,
                note: Some("Not published.".to_owned()),
                ..ValueRow::default()
            },
        ];
        Series { values, ..Series::default() }
    }

    #[test]
    fn a_preferred_value_stands_with_the_spread_and_without_outliers() {
        let series = series();
        let Cell::Valued { row, spread } = series.cell(2013) else { panic!("2013 has values") };
        assert_eq!((row.number(), spread.len()), (Some(112.71), 2));
        assert_eq!(series.point(2013), Some(Point { year: 2013, value: 112.71, low: 112.71, high: 123.0 }));
    }

    #[test]
    fn a_sole_value_is_taken_unless_it_is_marked_as_not_preferred() {
        assert!(matches!(series().cell(2015), Cell::Valued { .. }));
        assert!(matches!(series().cell(1991), Cell::Disputed { .. }));
    }

    #[test]
    fn outliers_alone_are_unusable_and_gaps_are_missing_with_their_note() {
        let series = series();
        assert!(matches!(series.cell(1996), Cell::Unusable { .. }));
        assert_eq!(series.cell(2020), Cell::Missing { note: Some("Not published.") });
        assert_eq!(series.cell(1950), Cell::Missing { note: None });
    }

    #[test]
    fn neighbours_are_the_nearest_years_with_values() {
        assert_eq!(series().neighbours(2014), (Some(2013), Some(2015)));
        assert_eq!(series().neighbours(2016), (Some(2015), None));
    }
}

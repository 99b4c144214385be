//! Dates in words, at the precision they have.

use super::{Key, MonthForm, Words};
use crate::date::{Bound, Day, Edtf, Form, Parts, Point, Qualifier};

impl Words {
    /// A date in words: "Thursday 5 June 2014", "19–20 July 2000", "1995–1996", "until 1991", "about 1948".
    pub fn date(&self, date: &Edtf) -> String {
        match date.parts() {
            Parts::One(point) => self.point(point, true),
            Parts::Span { from, to } => self.span(from, to),
        }
    }

    /// A date under the heading of its year: "5 June", "19–20 July"; "in the year" for a whole year.
    /// A date that reaches beyond one year is told in full.
    pub fn date_in_year(&self, date: &Edtf) -> String {
        match date.parts() {
            Parts::One(Point { form, qualifier: Qualifier::Certain }) => match *form {
                Form::Day(_, month, day) => self.day_month(day, month),
                Form::Month(_, month) => self.month(month, MonthForm::Alone),
                Form::Year(_) => self.text(Key::DateInTheYear).to_owned(),
                _ => self.date(date),
            },
            Parts::Span { from: Bound::Known(from), to: Bound::Known(to) } if certain(from, to) => {
                match (from.form, to.form) {
                    (Form::Day(year, month, day), Form::Day(until, last, end)) if year == until => {
                        self.days((month, day), (last, end))
                    }
                    _ => self.date(date),
                }
            }
            _ => self.date(date),
        }
    }

    /// A year: 2014, "44 BCE", "17,000".
    pub fn year(&self, year: i64) -> String {
        if year <= 0 {
            let before = self.plain_year(1 - year);
            return self.say(Key::DateBce, &[("year", &before)]);
        }
        self.plain_year(year)
    }

    /// A day without its weekday: "5 June 2014".
    pub fn a_day(&self, day: Day) -> String {
        let (year, month, date) = day.ymd();
        self.day(year, month, date, false)
    }

    fn plain_year(&self, year: i64) -> String {
        // Nine digits at most, which a float holds exactly.
        if year < 10_000 { year.to_string() } else { self.locale().number(year as f64, 0) }
    }

    fn span(&self, from: &Bound, to: &Bound) -> String {
        match (from, to) {
            (Bound::Known(from), Bound::Known(to)) => self.between(from, to),
            (Bound::Known(from), Bound::Open) => self.one(Key::DateFrom, "date", &self.point(from, false)),
            (Bound::Known(from), Bound::Unknown) => self.one(Key::DateFromUnknown, "date", &self.point(from, false)),
            (Bound::Open, Bound::Known(to)) => self.one(Key::DateUntil, "date", &self.point(to, false)),
            (_, Bound::Known(to)) => self.one(Key::DateUntilUnknown, "date", &self.point(to, false)),
            _ => String::new(),
        }
    }

    fn between(&self, from: &Point, to: &Point) -> String {
        if from == to {
            return self.point(from, true);
        }
        if certain(from, to) {
            match (from.form, to.form) {
                (Form::Day(year, month, day), Form::Day(until, last, end)) if year == until && year > 0 => {
                    let days = self.days((month, day), (last, end));
                    return self.say(Key::DateDaysOfYear, &[("days", &days), ("year", &self.year(year))]);
                }
                (Form::Month(year, month), Form::Month(until, last)) if year == until && year > 0 => {
                    let from = self.month(month, MonthForm::Alone);
                    return self.range(&from, &self.say_month(until, last));
                }
                (Form::Year(from), Form::Year(to)) if from > 0 => {
                    return self.say(Key::DateYears, &[("from", &self.year(from)), ("to", &self.year(to))]);
                }
                _ => {}
            }
        }
        self.range(&self.point(from, false), &self.point(to, false))
    }

    /// Two days of one year: "19–20 July", "30 March – 2 April".
    fn days(&self, (month, day): (u8, u8), (last, end): (u8, u8)) -> String {
        if month == last {
            let days = self.say(Key::DateYears, &[("from", &day.to_string()), ("to", &end.to_string())]);
            return self.say(Key::DateDayMonth, &[("day", &days), ("month", &self.month(month, MonthForm::WithDay))]);
        }
        self.range(&self.day_month(day, month), &self.day_month(end, last))
    }

    fn point(&self, point: &Point, alone: bool) -> String {
        let told = self.form(&point.form, alone && point.qualifier == Qualifier::Certain);
        let key = match point.qualifier {
            Qualifier::Certain => return told,
            Qualifier::Approximate => Key::DateAbout,
            Qualifier::Uncertain => Key::DatePerhaps,
            Qualifier::Both => Key::DatePerhapsAbout,
        };
        self.one(key, "date", &told)
    }

    fn form(&self, form: &Form, weekday: bool) -> String {
        match *form {
            Form::Year(year) => self.year(year),
            Form::Month(year, month) => self.say_month(year, month),
            Form::Day(year, month, day) => self.day(year, month, day, weekday),
            Form::Season(year, season) => self.season(year, season),
            Form::Decade(year) => self.one(Key::DateDecade, "year", &self.year(year)),
            Form::Century(year) => self.century(year),
            Form::SomeMonth(year) => self.one(Key::DateSomeMonth, "year", &self.year(year)),
            Form::SomeDay(year, month) => self.one(Key::DateSomeDay, "month", &self.say_month(year, month)),
            Form::SomeDayOfYear(year) => self.one(Key::DateSomeDayOfYear, "year", &self.year(year)),
        }
    }

    fn day(&self, year: i64, month: u8, day: u8, weekday: bool) -> String {
        let date = self.say(Key::DateDaysOfYear, &[("days", &self.day_month(day, month)), ("year", &self.year(year))]);
        // Before the Gregorian calendar was made, nobody lived by the weekday that it would give.
        if !weekday || year <= 1582 {
            return date;
        }
        let name = self.locale().weekday(Day::from_ymd(year, month, day).weekday());
        self.say(Key::DateWithWeekday, &[("weekday", &name), ("date", &date)])
    }

    fn season(&self, year: i64, season: u8) -> String {
        let (key, named) = match season {
            21 => (Key::DateSpring, self.year(year)),
            22 => (Key::DateSummer, self.year(year)),
            23 => (Key::DateAutumn, self.year(year)),
            _ => {
                let next = format!("{:02}", (year + 1).rem_euclid(100));
                let both = if year > 0 { Key::DateYears } else { Key::DateRange };
                let to = if year > 0 { next } else { self.year(year + 1) };
                (Key::DateWinter, self.say(both, &[("from", &self.year(year)), ("to", &to)]))
            }
        };
        self.one(key, "year", &named)
    }

    fn century(&self, year: i64) -> String {
        let from = self.year(year);
        let to = self.year(if year < 0 { year - 99 } else { year + 99 });
        self.say(if year > 0 { Key::DateYears } else { Key::DateRange }, &[("from", &from), ("to", &to)])
    }

    fn day_month(&self, day: u8, month: u8) -> String {
        let month = self.month(month, MonthForm::WithDay);
        self.say(Key::DateDayMonth, &[("day", &day.to_string()), ("month", &month)])
    }

    fn say_month(&self, year: i64, month: u8) -> String {
        let month = self.month(month, MonthForm::Alone);
        self.say(Key::DateMonthYear, &[("month", &month), ("year", &self.year(year))])
    }

    fn month(&self, month: u8, form: MonthForm) -> String {
        self.locale().month(month, form)
    }

    fn range(&self, from: &str, to: &str) -> String {
        self.say(Key::DateRange, &[("from", from), ("to", to)])
    }

    fn one(&self, key: Key, name: &str, value: &str) -> String {
        self.say(key, &[(name, value)])
    }
}

fn certain(from: &Point, to: &Point) -> bool {
    from.qualifier == Qualifier::Certain && to.qualifier == Qualifier::Certain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_told_at_the_precision_they_have() {
        let told = [
            ("2014-06-05", "Thursday 5 June 2014"),
            ("2000-07-19/2000-07-20", "19–20 July 2000"),
            ("2014-06-05/2014-06-05", "Thursday 5 June 2014"),
            ("2014-03-30/2014-04-02", "30 March – 2 April 2014"),
            ("2013-12-30/2014-01-02", "30 December 2013 – 2 January 2014"),
            ("2014-10", "October 2014"),
            ("2014-03/2014-05", "March – May 2014"),
            ("2014", "2014"),
            ("1995/1996", "1995–1996"),
            ("2017/..", "from 2017"),
            ("../1991", "until 1991"),
            ("1948~", "about 1948"),
            ("1948?", "perhaps 1948"),
            ("2014-06-05?", "perhaps 5 June 2014"),
            ("199X", "the 1990s"),
            ("19XX", "1900–1999"),
            ("2004-XX", "2004, month not known"),
            ("2014-21", "spring 2014"),
            ("2014-24", "winter 2014–15"),
            ("-0043", "44 BCE"),
            ("-0043-03-15", "15 March 44 BCE"),
            ("Y17000", "17,000"),
        ];
        let words = Words::english();
        for (text, expected) in told {
            assert_eq!(words.date(&Edtf::parse(text).unwrap()), expected, "{text}");
        }
    }

    #[test]
    fn under_its_year_a_date_leaves_the_year_out() {
        let told = [
            ("2014-06-05", "5 June"),
            ("2000-07-19/2000-07-20", "19–20 July"),
            ("2014-10", "October"),
            ("2014", "in the year"),
            ("1995/1996", "1995–1996"),
        ];
        for (text, expected) in told {
            assert_eq!(Words::english().date_in_year(&Edtf::parse(text).unwrap()), expected, "{text}");
        }
    }
}

//! Published cases. Source: Library of Congress, "Extended Date/Time Format (EDTF) Specification" (2019),
//! https://www.loc.gov/standards/datetime/, sections Level 0, Level 1 and (as refusals) Level 2.

use ledgerline_core::date::{DateErrorKind, Day, Edtf, Interval};

/// Text, first day, last day; `None` where the end is open or unknown.
type Case = (&'static str, Option<(i64, u8, u8)>, Option<(i64, u8, u8)>);

const ACCEPTED: &[Case] = &[
    // Level 0: date, time interval.
    ("1985-04-12", Some((1985, 4, 12)), Some((1985, 4, 12))),
    ("1985-04", Some((1985, 4, 1)), Some((1985, 4, 30))),
    ("1985", Some((1985, 1, 1)), Some((1985, 12, 31))),
    ("1964/2008", Some((1964, 1, 1)), Some((2008, 12, 31))),
    ("2004-06/2006-08", Some((2004, 6, 1)), Some((2006, 8, 31))),
    ("2004-02-01/2005-02-08", Some((2004, 2, 1)), Some((2005, 2, 8))),
    ("2004-02-01/2005-02", Some((2004, 2, 1)), Some((2005, 2, 28))),
    ("2004-02-01/2005", Some((2004, 2, 1)), Some((2005, 12, 31))),
    ("2005/2006-02", Some((2005, 1, 1)), Some((2006, 2, 28))),
    // Level 1: letter-prefixed calendar year, seasons.
    ("Y170000002", Some((170_000_002, 1, 1)), Some((170_000_002, 12, 31))),
    ("Y-170000002", Some((-170_000_002, 1, 1)), Some((-170_000_002, 12, 31))),
    ("2001-21", Some((2001, 3, 1)), Some((2001, 5, 31))),
    // Level 1: qualification of a date, complete.
    ("1984?", Some((1984, 1, 1)), Some((1984, 12, 31))),
    ("2004-06~", Some((2004, 6, 1)), Some((2004, 6, 30))),
    ("2004-06-11%", Some((2004, 6, 11)), Some((2004, 6, 11))),
    // Level 1: unspecified digits from the right.
    ("201X", Some((2010, 1, 1)), Some((2019, 12, 31))),
    ("20XX", Some((2000, 1, 1)), Some((2099, 12, 31))),
    ("2004-XX", Some((2004, 1, 1)), Some((2004, 12, 31))),
    ("1985-04-XX", Some((1985, 4, 1)), Some((1985, 4, 30))),
    ("1985-XX-XX", Some((1985, 1, 1)), Some((1985, 12, 31))),
    // Level 1: extended interval.
    ("1985-04-12/..", Some((1985, 4, 12)), None),
    ("1985-04/..", Some((1985, 4, 1)), None),
    ("1985/..", Some((1985, 1, 1)), None),
    ("../1985-04-12", None, Some((1985, 4, 12))),
    ("../1985-04", None, Some((1985, 4, 30))),
    ("../1985", None, Some((1985, 12, 31))),
    ("1985-04-12/", Some((1985, 4, 12)), None),
    ("1985-04/", Some((1985, 4, 1)), None),
    ("1985/", Some((1985, 1, 1)), None),
    ("/1985-04-12", None, Some((1985, 4, 12))),
    ("/1985-04", None, Some((1985, 4, 30))),
    ("/1985", None, Some((1985, 12, 31))),
    // Level 1: negative calendar year.
    ("-1985", Some((-1985, 1, 1)), Some((-1985, 12, 31))),
    // From the story format: seasons, years before the common era, qualified ends.
    ("2014-22", Some((2014, 6, 1)), Some((2014, 8, 31))),
    ("2014-23", Some((2014, 9, 1)), Some((2014, 11, 30))),
    ("2011-24", Some((2011, 12, 1)), Some((2012, 2, 29))),
    ("-0043", Some((-43, 1, 1)), Some((-43, 12, 31))),
    ("-0043-03-15", Some((-43, 3, 15)), Some((-43, 3, 15))),
    ("-004X", Some((-49, 1, 1)), Some((-40, 12, 31))),
    ("0000", Some((0, 1, 1)), Some((0, 12, 31))),
    ("000X", Some((0, 1, 1)), Some((9, 12, 31))),
    ("1984~/2004-06?", Some((1984, 1, 1)), Some((2004, 6, 30))),
    ("199X~", Some((1990, 1, 1)), Some((1999, 12, 31))),
];

/// Date-times, level 2, and what no level knows.
const REFUSED: &[(&str, DateErrorKind)] = &[
    ("1985-04-12T23:20:30", DateErrorKind::DateTime),
    ("1985-04-12T23:20:30Z", DateErrorKind::DateTime),
    ("1985-04-12T23:20:30+04:30", DateErrorKind::DateTime),
    ("Y-17E7", DateErrorKind::NotADate),
    ("1950S2", DateErrorKind::NotADate),
    ("2001-34", DateErrorKind::NoSuchMonth(34)),
    ("[1667,1668,1670..1672]", DateErrorKind::NotADate),
    ("{1960,1961-12}", DateErrorKind::NotADate),
    ("2004-06~-11", DateErrorKind::NotADate),
    ("?2004-06", DateErrorKind::NotADate),
    ("156X-12-25", DateErrorKind::NotADate),
    ("1XXX-12", DateErrorKind::NotADate),
    ("XXXX", DateErrorKind::NotADate),
    ("1984-1X", DateErrorKind::NotADate),
    ("2004-XX-11", DateErrorKind::NotADate),
    ("2004-06-XX/2004-07-03", DateErrorKind::UnspecifiedInInterval),
    ("", DateErrorKind::Empty),
    ("/", DateErrorKind::NoEnd),
    ("../..", DateErrorKind::NoEnd),
    ("1985/1986/1987", DateErrorKind::NotADate),
    ("-0000", DateErrorKind::MinusZero),
    ("-00XX", DateErrorKind::MinusZero),
    ("Y2014", DateErrorKind::NotADate),
    ("Y012345", DateErrorKind::NotADate),
    ("Y1234567890", DateErrorKind::TooFar),
    ("+2014", DateErrorKind::NotADate),
    ("2014-13", DateErrorKind::NoSuchMonth(13)),
    ("2014-00", DateErrorKind::NoSuchMonth(0)),
    ("2014-04-31", DateErrorKind::NoSuchDay { day: 31, last: 30 }),
    ("2013-02-29", DateErrorKind::NoSuchDay { day: 29, last: 28 }),
    ("2014-04-00", DateErrorKind::NoSuchDay { day: 0, last: 30 }),
    ("2014/2013", DateErrorKind::EndBeforeStart),
    ("2014-05/2014-03", DateErrorKind::EndBeforeStart),
    ("２０１４", DateErrorKind::NotADate),
];

#[test]
fn published_dates_cover_the_days_they_should() {
    for &(text, start, end) in ACCEPTED {
        let date = Edtf::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let day = |(year, month, day)| Day::from_ymd(year, month, day);
        assert_eq!(date.interval(), Interval { start: start.map(day), end: end.map(day) }, "{text}");
        assert_eq!(date.to_string(), text);
    }
}

#[test]
fn what_levels_0_and_1_do_not_know_is_refused_with_its_reason() {
    for &(text, kind) in REFUSED {
        assert_eq!(Edtf::parse(text).map_err(|error| error.kind), Err(kind), "{text}");
    }
}

#[test]
fn the_right_form_is_suggested_where_it_can_be_guessed() {
    for (text, meant) in [
        ("2014/3/21", Some("2014-03-21")),
        ("2014/03", Some("2014-03")),
        ("21.03.2014", Some("2014-03-21")),
        ("03/21/2014", Some("2014-03-21")),
        ("3.2014", Some("2014-03")),
        ("March 2014", Some("2014-03")),
        ("21 March 2014", Some("2014-03-21")),
        ("March 21st, 2014", Some("2014-03-21")),
        ("2014-3-21", Some("2014-03-21")),
        ("20140321", Some("2014-03-21")),
        ("2014-03-21T10:00:00Z", Some("2014-03-21")),
        ("c. 1950", Some("1950~")),
        ("~1950", Some("1950~")),
        ("1990s", Some("199X")),
        ("44 BCE", Some("-0043")),
        ("spring 2014", Some("2014-21")),
        ("17000", Some("Y17000")),
        ("Y2014", Some("2014")),
        ("2013-2014", Some("2013/2014")),
        ("2013–2014", Some("2013/2014")),
        ("March 2013 to June 2014", Some("2013-03/2014-06")),
        ("1948/present", Some("1948/..")),
        ("2014/2013", Some("2013/2014")),
        ("2004-06-XX/2004-07-03", Some("2004-06/2004-07-03")),
        ("2014-04-31", None),
        ("2014-13", None),
        ("some day", None),
        ("", None),
    ] {
        let meant = meant.map(str::to_owned);
        assert_eq!(Edtf::parse(text).map_err(|error| error.meant), Err(meant), "{text}");
    }
}

#[test]
fn years_span_from_the_first_to_the_last_day() {
    let years = |text: &str| Edtf::parse(text).ok().and_then(|date| date.years());
    assert_eq!(years("1985/1995"), Some((1985, 1995)));
    assert_eq!(years("2010-24"), Some((2010, 2011)));
    assert_eq!(years("Y-170000002"), Some((-170_000_002, -170_000_002)));
    assert_eq!(years("1985/.."), None);
}

#[test]
fn known_days_have_their_numbers_and_weekdays() {
    assert_eq!(Day::from_ymd(1970, 1, 1), Day(0));
    assert_eq!(Day::from_ymd(2000, 3, 1), Day(11_017));
    assert_eq!(Day::from_ymd(0, 3, 1), Day(-719_468));
    assert_eq!(Day::from_ymd(1970, 1, 1).weekday(), 4);
    assert_eq!(Day::from_ymd(2014, 3, 21).weekday(), 5);
    assert_eq!(Day::from_ymd(1948, 9, 9).weekday(), 4);
    assert_eq!(Day::from_ymd(2014, 4, 31), Day::from_ymd(2014, 4, 30));
}

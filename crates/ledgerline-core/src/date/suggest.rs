//! Guesses which date a text that is not EDTF means. Only called where the parser finds none; it checks every guess.

use super::{Form, parse};

const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const SEASONS: [&str; 5] = ["spring", "summer", "autumn", "winter", "fall"];
const CIRCA: [&str; 5] = ["c", "ca", "circa", "about", "around"];
const OTHER: [&str; 9] = ["bc", "bce", "ad", "ce", "s", "in", "of", "on", "y"];

/// The date that was probably meant, in EDTF.
pub(super) fn suggest(text: &str) -> Option<String> {
    // Longer texts are no dates, and a guess must not cost much.
    let text: String = (text.len() <= 60).then(|| text.trim().to_ascii_lowercase())?;
    let candidates = [time_cut(&text), whole(&text), interval(&text)];
    candidates.into_iter().flatten().find(|guess| parse::parts(guess).is_ok())
}

/// `2014-03-21T10:00Z` without its time.
fn time_cut(text: &str) -> Option<String> {
    let (date, time) = text.split_at_checked(10)?;
    time.starts_with(['t', ' ']).then(|| date.to_owned())
}

/// Two dates with something between them that is not a slash, ends the wrong way round, or unspecified digits.
fn interval(text: &str) -> Option<String> {
    let between = ["/", "..", "–", "—", " - ", " to ", " until ", "-"];
    let (from, to) = between.iter().find_map(|mark| text.split_once(mark))?;
    if matches!(to.trim(), "now" | "today" | "present" | "ongoing") {
        return Some(format!("{}/..", end(from)?));
    }
    let (from, to) = (end(from)?, end(to)?);
    let straight = format!("{from}/{to}");
    Some(if parse::parts(&straight).is_ok() { straight } else { format!("{to}/{from}") })
}

/// An end of an interval: as it stands, or guessed.
fn end(text: &str) -> Option<String> {
    let text = text.trim().to_ascii_uppercase();
    match parse::point(&text) {
        Ok(point) => Some(match point.form {
            Form::Decade(year) | Form::Century(year) | Form::SomeMonth(year) | Form::SomeDayOfYear(year) => {
                Form::Year(year).to_string()
            }
            Form::SomeDay(year, month) => Form::Month(year, month).to_string(),
            _ => text,
        }),
        // “13” alone is a month that does not exist more often than a year.
        Err(_) => (text.len() > 2).then(|| whole(&text.to_ascii_lowercase()))?,
    }
}

/// One date, from the numbers and words in the text.
fn whole(text: &str) -> Option<String> {
    let (numbers, words) = tokens(text);
    let month = words.iter().find_map(|word| MONTHS.iter().position(|month| word.starts_with(month)));
    let season = words.iter().find_map(|word| SEASONS.iter().position(|season| word == season));
    let known = |word: &&str| {
        let listed = CIRCA.contains(word) || OTHER.contains(word) || SEASONS.contains(word);
        listed || MONTHS.iter().any(|month| word.starts_with(month))
    };
    if !words.iter().all(known) {
        return None;
    }
    let mut guess = match (numbers.as_slice(), month, season) {
        ([year], None, Some(season)) => format!("{year:0>4}-{}", 21 + if season == 4 { 2 } else { season }),
        ([year], Some(month), None) => format!("{year:0>4}-{:02}", month + 1),
        ([a, b], Some(month), None) => day(a, &(month + 1).to_string(), b)?,
        ([year], None, None) => lone(year, &words)?,
        ([year, month], None, None) if year.len() == 4 => format!("{year}-{month:0>2}"),
        ([month, year], None, None) if year.len() == 4 => format!("{year}-{month:0>2}"),
        ([a, b, c], None, None) => day(a, b, c)?,
        _ => return None,
    };
    if words.iter().any(|word| CIRCA.contains(word)) || text.starts_with('~') {
        guess.push('~');
    } else if text.starts_with('?') {
        guess.push('?');
    }
    Some(guess)
}

/// A text with one number: a year, `1990s`, `44 bc`, `20140321`, a year of five digits.
fn lone(year: &str, words: &[&str]) -> Option<String> {
    let value: i64 = year.parse().ok()?;
    if words.iter().any(|word| matches!(*word, "bc" | "bce")) {
        return Some(Form::Year(1 - value).to_string());
    }
    if words.contains(&"s") && year.len() == 4 && year.ends_with('0') {
        return Some(Form::Decade(value).to_string());
    }
    match (year.len(), year.get(..4), year.get(4..6), year.get(6..)) {
        (8, Some(year), Some(month), Some(day)) => Some(format!("{year}-{month}-{day}")),
        _ => Some(Form::Year(value).to_string()),
    }
}

/// Year first or year last; the middle is the month, unless only the other order can be.
fn day(a: &str, b: &str, c: &str) -> Option<String> {
    let (year, month, day) = match (a.len(), c.len()) {
        (4, _) => (a, b, c),
        (_, 4) if b.parse::<u8>().ok()? > 12 => (c, a, b),
        (_, 4) => (c, b, a),
        _ => return None,
    };
    Some(format!("{year}-{month:0>2}-{day:0>2}"))
}

/// Runs of digits and runs of letters.
fn tokens(text: &str) -> (Vec<&str>, Vec<&str>) {
    let digits = |c: char| !c.is_ascii_digit();
    let letters = |c: char| !c.is_alphabetic();
    let words = text.split(letters).filter(|word| !word.is_empty() && !matches!(*word, "st" | "nd" | "rd" | "th"));
    (text.split(digits).filter(|run| !run.is_empty()).collect(), words.collect())
}

//! The known name that is nearest to one that is not known.

/// Names beyond these are not looked at, so that hostile files cost little.
const MOST: usize = 1_000;
const LONGEST: usize = 40;

/// The nearest of the candidates, if one is near enough to be meant.
pub(crate) fn nearest<'a>(name: &str, candidates: &mut dyn Iterator<Item = &'a str>) -> Option<&'a str> {
    let name: Vec<char> = name.to_ascii_lowercase().chars().take(LONGEST + 1).collect();
    if name.len() > LONGEST {
        return None;
    }
    let allowed = name.len().div_ceil(3).min(4);
    let measured = candidates.take(MOST).map(|candidate| (distance(&name, candidate), candidate));
    measured.filter(|(steps, _)| *steps <= allowed).min_by_key(|(steps, _)| *steps).map(|(_, candidate)| candidate)
}

/// Letters to insert, remove or replace to get from one to the other.
fn distance(name: &[char], candidate: &str) -> usize {
    let mut row: Vec<usize> = (0..=name.len()).collect();
    for (i, theirs) in candidate.to_ascii_lowercase().chars().take(LONGEST).enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        for (ours, above) in name.iter().zip(row.iter_mut().skip(1)) {
            let replaced = diagonal + usize::from(*ours != theirs);
            diagonal = *above;
            left = replaced.min(left + 1).min(*above + 1);
            *above = left;
        }
        row[0] = i + 1;
    }
    row.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn find<'a>(name: &str, candidates: &'a [&'a str]) -> Option<&'a str> {
        nearest(name, &mut candidates.iter().copied())
    }

    #[test]
    fn a_slip_of_the_pen_finds_the_name() {
        assert_eq!(find("vlaue", &["when", "value", "status"]), Some("value"));
        assert_eq!(find("Russia", &["china", "russia"]), Some("russia"));
        assert_eq!(find("rusia", &["china", "russia"]), Some("russia"));
        assert_eq!(find("colour", &[]), None);
    }

    #[test]
    fn what_is_far_away_is_not_offered() {
        assert_eq!(find("weather", &["when", "value"]), None);
        assert_eq!(find(&"a".repeat(10_000), &["a"]), None);
    }

    #[test]
    fn distance_counts_single_letters() {
        let count = |a: &str, b: &str| distance(&a.chars().collect::<Vec<_>>(), b);
        assert_eq!(count("kitten", "sitting"), 3);
        assert_eq!(count("", "abc"), 3);
        assert_eq!(count("abc", ""), 3);
        assert_eq!(count("abc", "abc"), 0);
    }
}

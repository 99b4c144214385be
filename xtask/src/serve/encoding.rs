//! Which precompressed form a browser takes.

/// A form of a file: the header's value and the file's further ending.
pub(super) type Form = (&'static str, &'static str);

/// The smaller first.
const FORMS: [Form; 2] = [("br", ".br"), ("gzip", ".gz")];

/// The forms that an `Accept-Encoding` header allows, the smaller first.
pub(super) fn accepted(header: &str) -> impl Iterator<Item = Form> + '_ {
    FORMS.into_iter().filter(move |(name, _)| allows(header, name))
}

/// An encoding is allowed where it is named, unless with the weight 0 (RFC 9110, 12.5.3).
fn allows(header: &str, encoding: &str) -> bool {
    header.split(',').any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let named = parts.next().is_some_and(|name| name.eq_ignore_ascii_case(encoding));
        named && !parts.any(refuses)
    })
}

fn refuses(weight: &str) -> bool {
    weight.strip_prefix("q=").is_some_and(|number| number.parse() == Ok(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(header: &str) -> Vec<&str> {
        accepted(header).map(|(name, _)| name).collect()
    }

    #[test]
    fn the_smaller_form_comes_first_whatever_the_order() {
        assert_eq!(names("gzip, deflate, br, zstd"), ["br", "gzip"]);
        assert_eq!(names("gzip;q=1.0, br;q=0.5"), ["br", "gzip"]);
    }

    #[test]
    fn what_is_not_named_or_refused_is_not_sent() {
        assert_eq!(names("gzip, br;q=0"), ["gzip"]);
        assert_eq!(names("identity"), [""; 0]);
        assert_eq!(names(""), [""; 0]);
    }
}

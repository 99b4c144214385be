//! What the distribution's files are served with. One table, used by the demo's CDN and written out for common servers,
//! so that what is tested is what is shipped.

pub mod aws;
pub mod servers;

use std::fmt::Write;

/// A header's name and value.
pub type Header = (&'static str, &'static str);

/// Sent with every file: any page may load it, measure it, and nobody may guess its type.
pub const COMMON: [Header; 4] = [
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Timing-Allow-Origin", "*"),
    ("X-Content-Type-Options", "nosniff"),
];

const HASH_DIGITS: usize = 12;
/// Asked for again each time: an update is seen as soon as it is there.
const FRESH: &str = "no-cache";
const EVERGREEN: &str = "public, max-age=300, stale-while-revalidate=86400";
const IMMUTABLE: &str = "public, max-age=31536000, immutable";

/// A file name with the hash of the content before the ending: `a.wasm` becomes `a-0123456789ab.wasm`.
pub fn hashed_name(name: &str, hex: &str) -> String {
    let hash = hex.get(..HASH_DIGITS).unwrap_or(hex);
    match name.rsplit_once('.') {
        Some((stem, ending)) => format!("{stem}-{hash}.{ending}"),
        None => format!("{name}-{hash}"),
    }
}

/// Whether the name carries the hash of the content, so that the content under it never changes.
pub fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let stem = name.split('.').next().unwrap_or(name);
    stem.rsplit_once('-')
        .is_some_and(|(_, hash)| hash.len() == HASH_DIGITS && hash.bytes().all(|b| b.is_ascii_hexdigit()))
}

/// Whether the path leads through a folder named by a version, whose files never change.
pub fn is_pinned(path: &str) -> bool {
    let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
    folders.split('/').any(|folder| {
        let numbers: Vec<&str> = folder.split('.').collect();
        numbers.len() == 3 && numbers.iter().all(|number| number.parse::<u32>().is_ok())
    })
}

/// How long a file may be kept.
pub fn cache_control(path: &str) -> &'static str {
    if path.ends_with("sw.js") {
        FRESH
    } else if is_hashed(path) || is_pinned(path) {
        IMMUTABLE
    } else {
        EVERGREEN
    }
}

/// The media types, by the endings of files.
const TYPES: [(&str, &str); 10] = [
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("jpg", "image/jpeg"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("ts", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
];

/// The media type of a file.
pub fn content_type(path: &str) -> &'static str {
    let ending = path.rsplit('.').next().unwrap_or(path);
    TYPES.iter().find(|(known, _)| *known == ending).map_or("application/octet-stream", |(_, kind)| kind)
}

/// The `_headers` file of Netlify and Cloudflare Pages. Every file has its own entry: both hosts join the
/// values of overlapping patterns. `folder` is where the distribution lies in the site, as in `/ledgerline/`.
pub fn static_host_file<'a>(folder: &str, paths: impl Iterator<Item = &'a str>) -> String {
    let mut text = format!("{folder}*\n");
    for (name, value) in COMMON {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for path in paths {
        for address in [Some(path), short(path)].into_iter().flatten() {
            let (kind, cache) = (content_type(path), cache_control(path));
            let _ = write!(text, "{folder}{address}\n  Content-Type: {kind}\n  Cache-Control: {cache}\n");
        }
    }
    text
}

/// The address that these hosts give a page besides, or lead to, and look up its headers by: `/frame` for `frame.html`,
/// `/` for `index.html`.
fn short(path: &str) -> Option<&str> {
    let stem = path.strip_suffix(".html")?;
    Some(stem.strip_suffix("index").filter(|folder| folder.is_empty() || folder.ends_with('/')).unwrap_or(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hashed_name_is_recognised_and_kept_for_ever() {
        let name = hashed_name("ledgerline.wasm", "0123456789abcdef");
        assert_eq!(name, "ledgerline-0123456789ab.wasm");
        assert!(is_hashed(&name));
        assert!(is_hashed("stories/dprk-russia-0123456789ab.json"));
        assert_eq!(cache_control(&name), IMMUTABLE);
    }

    #[test]
    fn an_evergreen_name_is_asked_for_again() {
        assert!(!is_hashed("embed.js"));
        assert!(!is_hashed("stories/dprk-russia.json"));
        assert!(cache_control("embed.js").contains("max-age=300"));
    }

    #[test]
    fn a_worker_is_always_asked_for_and_a_pinned_file_never() {
        assert_eq!(cache_control("sw.js"), FRESH);
        assert_eq!(cache_control("/0.1.0/ledgerline-sw.js"), FRESH);
        assert_eq!(cache_control("/0.1.0/embed.js"), IMMUTABLE);
        assert_eq!(cache_control("v1.2/embed.js"), EVERGREEN);
    }

    #[test]
    fn the_static_host_file_has_an_entry_for_each_file() {
        let text = static_host_file("/", ["embed.js", "a-0123456789ab.wasm"].into_iter());
        assert!(text.starts_with("/*\n  Access-Control-Allow-Origin: *\n"));
        assert!(text.contains("/a-0123456789ab.wasm\n  Content-Type: application/wasm\n"));
        assert_eq!(text.matches("Cache-Control").count(), 2);
    }

    #[test]
    fn in_a_folder_of_a_site_every_entry_names_the_folder() {
        let text = static_host_file("/a/", ["index.html"].into_iter());
        let entries: Vec<&str> = text.lines().filter(|line| !line.starts_with(' ')).collect();
        assert_eq!(entries, ["/a/*", "/a/index.html", "/a/"]);
    }

    #[test]
    fn a_page_has_its_headers_under_its_short_address_too() {
        let text = static_host_file("/", ["index.html", "0.1.0/frame.html"].into_iter());
        let entry = |address: &str, cache| {
            format!("{address}\n  Content-Type: text/html; charset=utf-8\n  Cache-Control: {cache}\n")
        };
        for address in ["/index.html", "/"] {
            assert!(text.contains(&entry(address, EVERGREEN)), "{text}");
        }
        for address in ["/0.1.0/frame.html", "/0.1.0/frame"] {
            assert!(text.contains(&entry(address, IMMUTABLE)), "{text}");
        }
    }
}

//! What the distribution's files are served with. One table, used by the demo's CDN and written out for common servers,
//! so that what is tested is what is shipped.

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

/// The media type of a file, by its ending.
pub fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("svg") => "image/svg+xml",
        Some("ts") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("webmanifest") => "application/manifest+json",
        _ => "application/octet-stream",
    }
}

/// The `_headers` file of Netlify and Cloudflare Pages. Every file has its own entry: both hosts join the
/// values of overlapping patterns.
pub fn static_host_file<'a>(paths: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::from("/*\n");
    for (name, value) in COMMON {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for path in paths {
        let _ =
            write!(text, "/{path}\n  Content-Type: {}\n  Cache-Control: {}\n", content_type(path), cache_control(path));
    }
    text
}

/// The file's rules as patterns: of two that fit, the later counts.
const RULES: [(&str, &str); 4] = [
    (".", EVERGREEN),
    ("-[0-9a-f]{12}\\.[a-z]+$", IMMUTABLE),
    ("/[0-9]+\\.[0-9]+\\.[0-9]+/", IMMUTABLE),
    ("sw\\.js$", FRESH),
];

/// A part of a configuration of nginx: two maps for the context `http`, a location for the server.
pub fn nginx() -> String {
    let mut text = String::from("# In `http { … }`:\nmap $uri $ledgerline_cache {\n");
    // Of the patterns of a map, nginx takes the first that fits.
    for (pattern, value) in RULES.iter().rev() {
        let _ = writeln!(text, "  \"~{pattern}\" \"{value}\";");
    }
    text.push_str("}\n\n# In `server { … }`:\nlocation /ledgerline/ {\n");
    text.push_str(
        "  types { text/html html; text/css css; text/javascript js; application/json json; application/wasm wasm;\n",
    );
    text.push_str("    image/png png; image/svg+xml svg; text/plain ts; application/manifest+json webmanifest; }\n");
    text.push_str("  gzip_static on;    # brotli_static on, where nginx has ngx_brotli\n");
    for (name, value) in COMMON {
        let _ = writeln!(text, "  add_header {name} \"{value}\" always;");
    }
    text.push_str("  add_header Cache-Control $ledgerline_cache;\n}\n");
    text
}

/// A site of Caddy.
pub fn caddy() -> String {
    let mut text = String::from("cdn.example {\n  root * /srv\n");
    for (name, value) in COMMON {
        let _ = writeln!(text, "  header /ledgerline/* {name} \"{value}\"");
    }
    for (at, (pattern, value)) in RULES.iter().enumerate() {
        let _ = writeln!(text, "  @rule{at} path_regexp ^/ledgerline/.*{pattern}");
        let _ = writeln!(text, "  header @rule{at} Cache-Control \"{value}\"");
    }
    text.push_str("  file_server {\n    precompressed br gzip\n  }\n}\n");
    text
}

/// `.htaccess` for Apache with mod_headers, mod_mime and mod_rewrite.
pub fn apache() -> String {
    let mut text = String::from("AddType application/wasm .wasm\nAddType application/manifest+json .webmanifest\n");
    text.push_str("AddType text/javascript .js\nAddType text/plain .ts\n");
    for (name, value) in COMMON {
        let _ = writeln!(text, "Header set {name} \"{value}\"");
    }
    for (pattern, value) in RULES {
        let _ = writeln!(text, "Header set Cache-Control \"{value}\" \"expr=%{{REQUEST_URI}} =~ m#{pattern}#\"");
    }
    text.push_str("RewriteEngine On\n");
    for (name, ending) in [("br", "br"), ("gzip", "gz")] {
        let _ = write!(
            text,
            "RewriteCond %{{HTTP:Accept-Encoding}} {name}\nRewriteCond %{{REQUEST_FILENAME}}\\.{ending} -f\n\
             RewriteRule ^(.+)$ $1.{ending} [L,E=LEDGERLINE:{name}]\n"
        );
        let _ = writeln!(text, "Header set Content-Encoding {name} \"expr=%{{REQUEST_FILENAME}} =~ m#\\.{ending}$#\"");
        let _ = writeln!(text, "RemoveLanguage .{ending}\nRemoveEncoding .{ending}");
    }
    text.push_str("Header append Vary Accept-Encoding\n");
    text
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
    fn every_server_gets_every_header() {
        for text in [nginx(), caddy(), apache()] {
            for value in COMMON.iter().map(|(name, _)| *name).chain([FRESH, EVERGREEN, IMMUTABLE]) {
                assert!(text.contains(value), "{value} is not in\n{text}");
            }
        }
    }

    #[test]
    fn the_static_host_file_has_an_entry_for_each_file() {
        let text = static_host_file(["embed.js", "a-0123456789ab.wasm"].into_iter());
        assert!(text.starts_with("/*\n  Access-Control-Allow-Origin: *\n"));
        assert!(text.contains("/a-0123456789ab.wasm\n  Content-Type: application/wasm\n"));
        assert_eq!(text.matches("Cache-Control").count(), 2);
    }
}

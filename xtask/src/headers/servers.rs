//! The header files for nginx, Caddy and Apache. `cargo xtask test servers` starts these servers with them.

use std::fmt::Write;

use super::{COMMON, EVERGREEN, FRESH, IMMUTABLE, TYPES};

/// How long files are kept, as patterns of paths: of two that fit, the later counts.
const RULES: [(&str, &str); 4] = [
    (".", EVERGREEN),
    ("-[0-9a-f]{12}\\.[a-z]+$", IMMUTABLE),
    ("/[0-9]+\\.[0-9]+\\.[0-9]+/.", IMMUTABLE),
    ("sw\\.js$", FRESH),
];

/// The forms that lie beside a file: the coding's name and the file's further ending.
const CODINGS: [(&str, &str); 2] = [("br", "br"), ("gzip", "gz")];

/// A part of a configuration of nginx: a map for the context `http`, a location for the server.
pub fn nginx() -> String {
    let mut text = String::from("# In `http { … }`:\nmap $uri $ledgerline_cache {\n");
    // Of the patterns of a map, nginx takes the first that fits.
    for (pattern, value) in RULES.iter().rev() {
        let _ = writeln!(text, "  \"~{pattern}\" \"{value}\";");
    }
    text.push_str("}\n\n# In `server { … }`:\nlocation /ledgerline/ {\n  types {\n");
    for (ending, kind) in TYPES {
        let _ = writeln!(text, "    \"{kind}\" {ending};");
    }
    text.push_str("  }\n  gzip_static on;    # and brotli_static, where nginx has ngx_brotli\n  gzip_vary on;\n");
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
    for (ending, kind) in TYPES {
        let _ = writeln!(text, "  @{ending} path_regexp ^/ledgerline/.*\\.{ending}$");
        // Once the file server has set what it takes the file for.
        let _ = writeln!(text, "  header @{ending} {{\n    Content-Type \"{kind}\"\n    defer\n  }}");
    }
    for (at, (pattern, value)) in RULES.iter().enumerate() {
        // Only for what is there: else the answer that a file is missing would be kept as long as the file.
        let _ = writeln!(
            text,
            "  @rule{at} {{\n    file {{path}} {{path}}index.html\n    path_regexp ^/ledgerline.*{pattern}\n  }}"
        );
        let _ = writeln!(text, "  header @rule{at} Cache-Control \"{value}\"");
    }
    text.push_str("  file_server {\n    precompressed br gzip\n  }\n}\n");
    text
}

/// `.htaccess` for Apache with mod_headers, mod_mime and mod_rewrite. A request for a file goes on to its compressed form,
/// so every pattern also fits that.
pub fn apache() -> String {
    let mut text = String::new();
    for (ending, kind) in TYPES {
        let _ = writeln!(text, "<FilesMatch \"\\.{ending}(\\.br|\\.gz)?$\">\n  ForceType \"{kind}\"\n</FilesMatch>");
    }
    for (name, value) in COMMON {
        let _ = writeln!(text, "Header set {name} \"{value}\"");
    }
    for (pattern, value) in RULES {
        let pattern = pattern.replace('$', "(\\.br|\\.gz)?$");
        let _ = writeln!(text, "Header set Cache-Control \"{value}\" \"expr=%{{REQUEST_URI}} =~ m#{pattern}#\"");
    }
    text.push_str("RewriteEngine On\n");
    for (name, ending) in CODINGS {
        let _ = write!(
            text,
            "RewriteCond %{{HTTP:Accept-Encoding}} {name}\nRewriteCond %{{REQUEST_FILENAME}}\\.{ending} -f\n\
             RewriteRule ^(.+)$ $1.{ending} [L]\n"
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
    fn caddy_lets_nobody_keep_that_a_file_is_missing() {
        let text = caddy();
        let kept = text.matches("Cache-Control").count();
        assert_eq!((kept, text.matches("    file {path} {path}index.html\n").count()), (RULES.len(), RULES.len()));
    }

    #[test]
    fn every_server_gets_every_header() {
        for text in [nginx(), caddy(), apache()] {
            let values = COMMON.iter().map(|(name, _)| *name).chain([FRESH, EVERGREEN, IMMUTABLE]);
            for value in values.chain(TYPES.iter().map(|(_, kind)| *kind)) {
                assert!(text.contains(value), "{value} is not in\n{text}");
            }
        }
    }
}

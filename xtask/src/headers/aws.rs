//! S3 and CloudFront: a script that uploads every file with its type and caching, and the headers of the distribution.

use std::fmt::Write;

use serde_json::json;

use super::{COMMON, cache_control, content_type, is_hashed, is_pinned};

/// A script for the AWS command line: it names each file, since a sync by patterns leaves alone what an earlier run of it
/// has uploaded with other headers.
pub fn s3<'a>(paths: impl Iterator<Item = &'a str>) -> String {
    let mut paths: Vec<&str> = paths.filter(|path| !path.starts_with("hosting/")).collect();
    paths.sort_by_key(|path| turn(path));
    let mut text = String::from(
        "#!/bin/sh\n# Uploads this folder: sh hosting/s3.sh s3://BUCKET/ledgerline\n\
         # CloudFront compresses, so the .br and .gz files stay here.\n\
         set -eu\nto=\"${1%/}\"\ncd \"$(dirname \"$0\")/..\"\n\
         put() { aws s3 cp \"$1\" \"$to/$1\" --no-guess-mime-type --content-type \"$2\" --cache-control \"$3\"; }\n",
    );
    for path in paths {
        let _ = writeln!(text, "put '{path}' '{}' '{}'", content_type(path), cache_control(path));
    }
    text
}

/// What others name comes before those who name it, and the scripts and workers that make the new build known, last.
fn turn(path: &str) -> u8 {
    match path {
        "embed.js" => 3,
        "sw.js" | "ledgerline-sw.js" => 4,
        _ if is_hashed(path) || is_pinned(path) => 0,
        _ if path.ends_with(".html") => 2,
        _ => 1,
    }
}

/// The configuration of a response headers policy, for `aws cloudfront create-response-headers-policy`. The managed policy
/// *SimpleCORS* has but the first of these headers.
pub fn cloudfront() -> String {
    let list = |items: &[&str]| json!({ "Quantity": items.len(), "Items": items });
    let own = COMMON.iter().filter(|(name, _)| !name.starts_with("Access-Control") && !name.starts_with("X-Content"));
    let own: Vec<_> = own.map(|(name, value)| json!({ "Header": name, "Value": value, "Override": true })).collect();
    let policy = json!({
        "Name": "ledgerline",
        "CorsConfig": {
            "AccessControlAllowOrigins": list(&["*"]),
            "AccessControlAllowHeaders": list(&["*"]),
            "AccessControlAllowMethods": list(&["GET", "HEAD"]),
            "AccessControlAllowCredentials": false,
            "OriginOverride": true,
        },
        "SecurityHeadersConfig": { "ContentTypeOptions": { "Override": true } },
        "CustomHeadersConfig": { "Quantity": own.len(), "Items": own },
    });
    format!("{policy:#}\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_uploaded_once_with_its_own_headers_and_the_workers_last() {
        let text =
            s3(["sw.js", "embed.js", "index.html", "0.1.0/sw.js", "a-0123456789ab.wasm", "hosting/x"].into_iter());
        let put: Vec<&str> = text.lines().filter(|line| line.starts_with("put '")).collect();
        assert_eq!(
            put,
            [
                "put '0.1.0/sw.js' 'text/javascript; charset=utf-8' 'no-cache'",
                "put 'a-0123456789ab.wasm' 'application/wasm' 'public, max-age=31536000, immutable'",
                "put 'index.html' 'text/html; charset=utf-8' 'public, max-age=300, stale-while-revalidate=86400'",
                "put 'embed.js' 'text/javascript; charset=utf-8' 'public, max-age=300, stale-while-revalidate=86400'",
                "put 'sw.js' 'text/javascript; charset=utf-8' 'no-cache'",
            ]
        );
    }

    #[test]
    fn cloudfront_gets_every_header() {
        let policy = cloudfront();
        for name in
            ["AccessControlAllowOrigins", "Cross-Origin-Resource-Policy", "Timing-Allow-Origin", "ContentTypeOptions"]
        {
            assert!(policy.contains(name), "{name}");
        }
    }
}

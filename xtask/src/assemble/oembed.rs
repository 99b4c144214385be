//! The answer of oEmbed 1.0 for a story: rich content, a frame.

use anyhow::Result;
use ledgerline_figure::html::escape;
use serde_json::json;

use super::about::{About, Files, Picture};

/// How wide the frame is said to be: a column of text. It may be narrower, and is as wide as its place at most.
pub(super) const WIDTH: u32 = 640;
/// The size of the text in `frame.html`, in pixels (`style/page.css`).
pub(super) const TEXT: u32 = 17;

/// The answer, in which the frame is `height` pixels high.
pub(super) fn answer(about: &About, picture: Option<&Picture>, height: u32, url: &str) -> Result<Vec<u8>> {
    let files = Files::of(about);
    let html = format!(
        "<iframe src=\"{url}{}\" title=\"{}\" width=\"{WIDTH}\" height=\"{height}\" \
         style=\"border:0;max-width:100%\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>",
        files.frame(),
        escape(&about.title)
    );
    let mut answer = json!({
        "version": "1.0",
        "type": "rich",
        "provider_name": "Ledgerline",
        "provider_url": url,
        "title": about.title,
        "width": WIDTH,
        "height": height,
        "html": html,
        "cache_age": 3600,
    });
    if let Some(picture) = picture {
        answer["thumbnail_url"] = json!(format!("{url}{}", files.picture()));
        answer["thumbnail_width"] = json!(picture.width);
        answer["thumbnail_height"] = json!(picture.height);
    }
    Ok(serde_json::to_vec_pretty(&answer)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about() -> About {
        let text = str::to_owned;
        About { name: text("mine"), title: text("Q&A <\"1\">"), summary: text("s"), lang: text("de") }
    }

    #[test]
    fn a_title_is_plain_in_json_and_escaped_in_the_frame() -> Result<()> {
        let answer: serde_json::Value = serde_json::from_slice(&answer(&about(), None, 3000, "https://cdn.example/")?)?;
        assert_eq!(answer["title"], "Q&A <\"1\">");
        let html = answer["html"].as_str().unwrap_or_default();
        assert!(html.contains("title=\"Q&amp;A &lt;&quot;1&quot;&gt;\""), "{html}");
        assert!(html.contains("src=\"https://cdn.example/stories/mine.frame.html\""), "{html}");
        assert_eq!(answer["height"], 3000);
        // The picture of another story is none of this one.
        assert!(answer["thumbnail_url"].is_null());
        Ok(())
    }
}

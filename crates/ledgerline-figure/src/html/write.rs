//! Small pieces of HTML text. Whatever comes from a story is escaped before it gets here.

/// Text that may stand in HTML and SVG, between tags and in attributes.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            // Control characters have no place in either.
            letter if letter.is_control() && letter != '\n' => {}
            letter => safe.push(letter),
        }
    }
    safe
}

/// An element around HTML, on a line of its own where it is a block.
pub(super) fn element(name: &str, inner: &str) -> String {
    let inline = matches!(name, "strong" | "em" | "code" | "td" | "th");
    let end = if inline { "" } else { "\n" };
    format!("<{name}>{inner}</{name}>{end}")
}

/// A folded part with a heading.
pub(super) fn details(heading: &str, body: &str) -> String {
    element("details", &(element("summary", &escape(heading)) + body))
}

/// A row of a table.
pub(super) fn row(cell: &str, cells: &[String]) -> String {
    element("tr", &cells.iter().map(|inner| element(cell, inner)).collect::<String>())
}

/// A link around HTML; the HTML alone where the address is none for links.
pub(super) fn link(address: Option<&str>, inner: &str) -> String {
    let safe = address.filter(|url| ["https://", "http://", "mailto:"].iter().any(|scheme| url.starts_with(scheme)));
    match safe {
        Some(url) => format!("<a href=\"{}\" rel=\"noopener noreferrer\">{inner}</a>", escape(url)),
        None => inner.to_owned(),
    }
}

//! The static edition: what stands in the tag before any script runs, and stays if none does.

mod markup;
mod write;

pub use write::escape;

use ledgerline_core::claim::{Reading, check};
use ledgerline_core::compare::{Comparison, Measure};
use ledgerline_core::story::{Claim, Event, Series, Story, ValueRow};
use ledgerline_core::words::{Key, Words};

use markup::paragraphs;
use write::{details, element, link, row};

/// A short summary, then events, values and claims folded away. Plain HTML without scripts and styles, to be
/// put into the tag; its headings begin at level 3.
pub fn static_edition(story: &Story, words: &Words) -> String {
    let mut html = element("h3", &escape(&story.title));
    html += &paragraphs(&story.summary);
    html += &comparison(story, words).map(|sentence| element("p", &escape(&sentence))).unwrap_or_default();
    html += &folded(words, Key::StaticEvents, story.events.len(), &events(story, words));
    for (_, series) in story.series.iter() {
        let heading = words.say(Key::StaticValues, &[("series", &series.name), ("unit", &words.unit(&series.unit))]);
        html += &details(&heading, &values(story, series, words));
    }
    html + &folded(words, Key::StaticClaims, story.claims.len(), &claims(story, words))
}

fn folded(words: &Words, key: Key, count: usize, body: &str) -> String {
    if count == 0 { String::new() } else { details(&words.count(key, count, &[]), body) }
}

/// The sentence that the calculator opens with.
fn comparison(story: &Story, words: &Words) -> Option<String> {
    let start = story.start.compare.as_ref()?;
    let (since, year) = start.years()?;
    let comparison = Comparison {
        a: start.a.clone()?,
        b: start.b.clone()?,
        since: (since < year).then_some(since),
        year,
        measure: start.measure.as_deref().and_then(Measure::from_name).unwrap_or_default(),
        ..Comparison::default()
    };
    let outcome = comparison.evaluate(story).ok()?;
    Some(words.answer(&comparison, &outcome, story).sentence)
}

fn events(story: &Story, words: &Words) -> String {
    let items = story.events.iter().map(|event| element("li", &self::event(story, event, words)));
    element("ol", &items.collect::<String>())
}

fn event(story: &Story, event: &Event, words: &Words) -> String {
    let mut html =
        element("p", &format!("{}: {}", escape(&words.date(&event.when)), element("strong", &escape(&event.title))));
    html += &paragraphs(&event.text);
    let sources: Vec<String> = event.sources.iter().filter_map(|id| source(story, id)).collect();
    if !sources.is_empty() {
        let label = words.count(Key::StaticSource, sources.len(), &[]);
        html += &element("p", &format!("{} {}", escape(&label), sources.join(", ")));
    }
    html
}

fn source(story: &Story, id: &str) -> Option<String> {
    let source = story.sources.get(id)?;
    Some(link(source.url.as_deref(), &escape(&source.publisher)))
}

fn values(story: &Story, series: &Series, words: &Words) -> String {
    let heads = [Key::TableYear, Key::TableValue, Key::TableBasis, Key::TableSource, Key::TableStatus];
    let head = row("th", &heads.map(|key| escape(words.text(key))));
    let mut rows: Vec<&ValueRow> = series.values.iter().collect();
    rows.sort_by_key(|row| row.when);
    let body = rows.into_iter().map(|value| row("td", &cells(story, value, words)));
    element("table", &(element("thead", &head) + &element("tbody", &body.collect::<String>())))
}

fn cells(story: &Story, value: &ValueRow, words: &Words) -> [String; 5] {
    let basis = value.basis.as_deref().and_then(|id| story.bases.get(id));
    [
        escape(&words.year(value.when.into())),
        escape(&value.value.map_or_else(String::new, |number| words.written(number))),
        basis.map_or_else(String::new, |basis| escape(&basis.name)),
        value.source.as_deref().and_then(|id| source(story, id)).unwrap_or_default(),
        escape(words.status(value.status)),
    ]
}

fn claims(story: &Story, words: &Words) -> String {
    let items = story.claims.iter().map(|claim| element("li", &self::claim(claim, story, words)));
    element("ul", &items.collect::<String>())
}

/// The statement, what comes of it by its rule, what stands against its number, its formula; the same for each variant;
/// and the remarks.
fn claim(claim: &Claim, story: &Story, words: &Words) -> String {
    let checked = check(claim, story);
    let code = |formula: &str| element("code", &escape(formula));
    let lines = |sentence: String, reading: &Reading| {
        let lines = [vec![sentence], words.doubts_of(reading, story)].concat();
        lines.iter().map(|line| element("p", &escape(line))).collect::<String>()
    };
    let mut html = element("p", &element("strong", &escape(&claim.statement)));
    html += &lines(words.claim(&checked, story), &checked.own);
    html += &claim.formula.as_deref().map(|formula| element("p", &code(formula))).unwrap_or_default();
    for (variant, reading) in claim.variants.iter().zip(&checked.variants) {
        html += &element("p", &format!("{}: {}", escape(&variant.name), code(&variant.formula)));
        html += &lines(words.variant(reading, story), reading);
    }
    for text in [&claim.why, &claim.note].into_iter().flatten() {
        html += &paragraphs(text);
    }
    html
}

//! The calculator's pictures over the years, from the text of a link.

use ledgerline_core::compare::{Comparison, Sources, Terms};
use ledgerline_core::formula::Outcome;
use ledgerline_core::goal::Goal;
use ledgerline_core::link::{Link, Mode, Part};
use ledgerline_core::story::{self, Story};
use ledgerline_core::supposed::Supposed;
use ledgerline_core::words::Words;
use ledgerline_figure::amount::log_advised;
use ledgerline_figure::chart::{self, Chart, Compared, Ground, PlacedYears};

/// Widths of a picture on a small phone, on a wide one, and beside the answer.
pub(crate) const WIDTHS: [f64; 3] = [288.0, 380.0, 420.0];

/// The founding story.
pub(crate) fn story() -> Story {
    story::read(include_bytes!("../../../../stories/dprk-russia.json")).story.expect("the founding story reads")
}

/// The picture of a link, without its version, at a width.
pub(crate) fn picture(story: &Story, link: &str, width: f64) -> PlacedYears {
    let (chart, linear) = drawn(story, link);
    let log =
        !linear && log_advised(chart.tracks.iter().flat_map(|track| track.points.iter().map(|point| point.value)));
    chart::years(&Words::english(), &chart, (width, 200.0), log)
}

/// What the picture of a link draws, and whether it is to be linear.
pub(crate) fn drawn(story: &Story, link: &str) -> (Chart, bool) {
    let link = Link::parse(&format!("1;{link}")).expect("the link reads");
    let is = |part: &Part<String>| part.over(&Part::Unsaid);
    let terms = Terms {
        flow: link.flow.unwrap_or_default(),
        prices: link.prices.over(&Part::Unsaid),
        currency: link.currency.over(&Part::Unsaid),
        sources: Sources::from_name(is(&link.sources).as_deref()),
    };
    let chart = match link.mode {
        Some(Mode::Target) => target(story, &link, terms),
        Some(Mode::WhatIf) => what_if(story, &link, terms),
        _ => compared(story, &link, terms),
    };
    (chart, link.linear == Some(true))
}

fn what_if(story: &Story, link: &Link, terms: Terms) -> Chart {
    let (a, b) = (link.a.clone().unwrap(), link.b.clone().unwrap());
    let from = link.when.map_or(2013, |(_, year)| year);
    let supposed = Supposed {
        until: link.until.unwrap_or_else(|| Supposed::usual_until(story, &a, from)),
        scenario: link.scenario.over(&Part::Unsaid).or_else(|| Some(story.scenarios.first()?.id.clone())),
        moved: link.levers.clone(),
        fraction: link.fraction.unwrap_or(1.0 / 6.0),
        terms,
        a,
        b,
        from,
    };
    let projected = supposed.what_if(story).evaluate(story).ok();
    let ground = Ground::of(story, &Words::english(), &supposed);
    chart::supposed(story, &Words::english(), &supposed, projected.as_ref(), &ground)
}

fn compared(story: &Story, link: &Link, terms: Terms) -> Chart {
    let (since, year) = link.when.unwrap_or((2013, 2013));
    let comparison = Comparison {
        a: link.a.clone().unwrap(),
        b: link.b.clone().unwrap(),
        since: Some(since).filter(|since| *since < year),
        year,
        measure: link.measure.unwrap_or_default(),
        terms,
    };
    let yearly = comparison.yearly(story);
    let asked = [Some(comparison.clone()), comparison.of_second()];
    let outcomes: Vec<Outcome> = asked.iter().flatten().filter_map(|asked| asked.evaluate(story).ok()).collect();
    Compared { comparison: &comparison, yearly: &yearly, outcomes: outcomes.iter().collect() }
        .chart(story, &Words::english())
}

fn target(story: &Story, link: &Link, terms: Terms) -> Chart {
    let from = link.when.map_or(2013, |(_, year)| year);
    let goal = Goal::of(story, link.a.as_deref().unwrap(), from, link.target, terms);
    let year = goal.target().path(story).ok().and_then(|path| Some(path.last()?.year));
    chart::aimed(story, &Words::english(), &goal, year.unwrap_or(from))
}

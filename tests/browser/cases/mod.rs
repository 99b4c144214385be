//! What is promised to newsrooms and readers, one file a theme.

mod accessibility;
mod answers;
mod calculator;
mod calculator_ways;
mod checking;
mod data;
mod digits;
mod element;
mod embedding;
mod failures;
mod frames;
mod layout;
mod loading;
mod offline;
mod paper;
mod recipes;
mod sight;
mod stories;
mod timeline;
mod timeline_cards;
mod timeline_finds;
mod timeline_span;
mod timeline_ways;

use crate::Case;
use crate::engine::{ALL, Engine};
use crate::page::Page;

/// Every case.
pub(crate) fn all() -> Vec<Case> {
    THEMES.iter().flat_map(|theme| theme.iter()).copied().collect()
}

const THEMES: &[&[Case]] = &[
    loading::CASES,
    failures::CASES,
    layout::CASES,
    accessibility::CASES,
    timeline::CASES,
    timeline_cards::CASES,
    timeline_finds::CASES,
    timeline_span::CASES,
    timeline_ways::CASES,
    calculator::CASES,
    calculator_ways::CASES,
    answers::CASES,
    checking::CASES,
    data::CASES,
    digits::CASES,
    element::CASES,
    embedding::CASES,
    frames::CASES,
    offline::CASES,
    paper::CASES,
    recipes::CASES,
    sight::CASES,
    stories::CASES,
];

type Run = fn(&Page) -> anyhow::Result<()>;

/// A case for every engine.
const fn everywhere(name: &'static str, run: Run) -> Case {
    Case { name, engines: &ALL, run }
}

/// A case for the engines that can show it.
const fn only(engines: &'static [Engine], name: &'static str, run: Run) -> Case {
    Case { name, engines, run }
}

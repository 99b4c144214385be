//! What is true in a story, and how to say it: dates, amounts, series, formulas, claims, comparisons, the
//! story file and the words. No DOM, no pixels, no clock, no locale data.

pub mod amount;
pub mod claim;
pub mod compare;
pub mod date;
pub mod document;
pub mod float;
pub mod formula;
pub mod goal;
pub mod link;
pub mod rates;
pub mod scenario;
pub mod series;
pub mod story;
pub mod supposed;
pub mod target;
pub mod words;

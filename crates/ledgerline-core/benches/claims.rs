//! How long it takes to check each claim of the founding story: one line a claim, its id and the median in
//! nanoseconds. `cargo bench -p ledgerline-core --bench claims`
//!
//! `cargo xtask bench calc` runs this and holds each line against its goal of 50,000 ns.

use std::hint::black_box;
use std::time::Instant;

use ledgerline_core::claim::check;
use ledgerline_core::story::{self, Claim, Story};

const STORY: &[u8] = include_bytes!("../../../stories/dprk-russia.json");
/// Measurements of a claim; the median of them is told.
const ROUNDS: usize = 31;
/// Checks in one measurement.
const CHECKS: u32 = 200;

fn main() {
    let story = story::read(STORY).story.expect("the founding story reads");
    for claim in &story.claims {
        println!("{} {:.0}", claim.id, median(claim, &story));
    }
}

/// Nanoseconds that a check takes: rule, formula, spread and variants.
fn median(claim: &Claim, story: &Story) -> f64 {
    let mut times: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            for _ in 0..CHECKS {
                black_box(check(black_box(claim), black_box(story)));
            }
            start.elapsed().as_secs_f64() * 1e9 / f64::from(CHECKS)
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times[ROUNDS / 2]
}

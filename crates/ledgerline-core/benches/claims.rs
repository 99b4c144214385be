//! How long it takes to check each claim of the founding story: one line a claim, its id and the median in
//! nanoseconds. Fails if one takes longer than the goal. `cargo bench -p ledgerline-core --bench claims`

use std::hint::black_box;
use std::process::ExitCode;
use std::time::Instant;

use ledgerline_core::claim::check;
use ledgerline_core::story::{self, Claim, Story};

const STORY: &[u8] = include_bytes!("../../../stories/dprk-russia.json");
/// Measurements of a claim; the median of them is told.
const ROUNDS: usize = 201;
/// Checks in one measurement: few, so that most measurements are not interrupted by other work of the machine.
const CHECKS: u32 = 10;
/// Nanoseconds that no claim may take.
const GOAL: f64 = 50_000.0;

fn main() -> ExitCode {
    let story = story::read(STORY).story.expect("the founding story reads");
    let mut slow = 0;
    for claim in &story.claims {
        let median = median(claim, &story);
        println!("{} {median:.0}", claim.id);
        slow += u8::from(median > GOAL);
    }
    if slow > 0 {
        eprintln!("{slow} claims take longer than {GOAL} ns");
    }
    ExitCode::from(slow.min(1))
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

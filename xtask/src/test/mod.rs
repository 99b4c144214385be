//! `cargo xtask test`: everything that must hold, stage by stage.

mod browser;
mod budget;
pub mod hosts;
mod licences;
mod netlify;
mod request;
pub mod servers;
mod stage;
mod xvfb;

pub use budget::print_sizes;

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::doctor::{self, Group};
use crate::step::seconds;
use crate::trunk;
use stage::{STAGES, Stage};

/// How a stage ended.
struct Outcome {
    name: &'static str,
    time: Duration,
    /// None where the stage was left out because one that it needs had failed.
    passed: Option<bool>,
}

/// Runs all stages, or only the named one.
pub fn run(only: Option<&str>) -> Result<()> {
    let stages: Vec<&Stage> = STAGES.iter().filter(|stage| only.is_none_or(|name| name == stage.name)).collect();
    if stages.is_empty() {
        let names: Vec<&str> = STAGES.iter().map(|stage| stage.name).collect();
        bail!("there is no such stage; stages are {}", names.join(", "));
    }
    let start = Instant::now();
    let groups: Vec<Group> = stages.iter().flat_map(|s| s.groups).copied().collect();
    eprintln!("== tools");
    doctor::ensure(&groups)?;
    let mut outcomes = vec![Outcome { name: "tools", time: start.elapsed(), passed: Some(true) }];
    for stage in stages {
        let outcome = run_stage(stage, &outcomes);
        outcomes.push(outcome);
    }
    print_table(&outcomes, start.elapsed());
    match outcomes.iter().filter(|o| o.passed != Some(true)).count() {
        0 => Ok(()),
        failed => {
            bail!("{failed} stages did not pass; `cargo xtask test --only STAGE` runs one again")
        }
    }
}

/// The test task, then the second front door and the header files on real servers. Run weekly: compiling Trunk takes over
/// ten minutes.
pub fn ci() -> Result<()> {
    run(None)?;
    eprintln!("== trunk");
    trunk::check_same_files()?;
    eprintln!("== servers");
    servers::run()
}

fn run_stage(stage: &Stage, before: &[Outcome]) -> Outcome {
    let blocked = stage.after.is_some_and(|needed| before.iter().any(|o| o.name == needed && o.passed != Some(true)));
    let start = Instant::now();
    let passed = (!blocked).then(|| {
        eprintln!("== {}: {}", stage.name, stage.what);
        (stage.run)().inspect_err(|error| eprintln!("{} failed: {error:#}", stage.name)).is_ok()
    });
    Outcome { name: stage.name, time: start.elapsed(), passed }
}

fn print_table(outcomes: &[Outcome], total: Duration) {
    println!();
    for outcome in outcomes {
        let word = match outcome.passed {
            Some(true) => "passed",
            Some(false) => "FAILED",
            None => "left out",
        };
        println!("{:<14} {word:<9} {:>12}", outcome.name, seconds(outcome.time));
    }
    println!("{:<24} {:>12}", "all", seconds(total));
}

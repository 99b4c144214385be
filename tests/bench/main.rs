//! `cargo xtask bench timeline`: the same events in Ledgerline, TimelineJS3 and vis-timeline, from the same server, in
//! the same Chromium, over the same slow line and a slowed processor.
//!
//! `cargo xtask bench calc` measures a step of the calculator's sliders in the same way; the engine alone is measured
//! natively by `cargo bench -p ledgerline-core`.

// What the browser tests share with this: they are modules of both, so `crate::page` means the same in each.
#![allow(dead_code, reason = "the benchmark uses less of the browser tests' tools than they do")]

#[path = "../browser/engine.rs"]
mod engine;
#[path = "../browser/find.rs"]
mod find;
#[path = "../browser/input.rs"]
mod input;
mod measure;
#[path = "../browser/newsroom.rs"]
mod newsroom;
#[path = "../browser/page.rs"]
mod page;
mod pages;
#[path = "../browser/process.rs"]
mod process;
mod slider;
mod table;

use anyhow::Result;

use measure::Run;
use pages::{Folder, Peer};

fn main() -> Result<()> {
    // Cargo adds a word of its own.
    let words: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with("--")).collect();
    match words.first().map(String::as_str) {
        Some("calc") => slider::run(),
        _ => timeline(&words),
    }
}

/// Every peer with every number of events, each in a browser of its own. Words name the numbers wanted.
fn timeline(words: &[String]) -> Result<()> {
    let wanted: Vec<usize> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let sizes = if wanted.is_empty() { vec![40, 1000, 10_000] } else { wanted };
    let only: Vec<Peer> = Peer::ALL.into_iter().filter(|peer| words.iter().any(|word| word == peer.name())).collect();
    let peers = if only.is_empty() { Peer::ALL.to_vec() } else { only };
    let folder = Folder::make(&sizes)?;
    let server = folder.serve()?;
    let mut runs: Vec<Run> = Vec::new();
    for events in sizes {
        for width in [412, 1280] {
            let mut rounds: Vec<Vec<Run>> = peers.iter().map(|_| Vec::new()).collect();
            // By turns, so that a slow moment of the machine meets all of them.
            for _ in 0..if events < SLOW { ROUNDS } else { 1 } {
                for (peer, own) in peers.iter().zip(&mut rounds) {
                    let run = measure::run(&server, *peer, events, width);
                    let run = run.unwrap_or_else(|error| Run::failed(*peer, events, width, &error));
                    println!("{}", table::line(&run));
                    own.push(run);
                }
            }
            runs.extend(rounds.into_iter().filter_map(middle));
        }
    }
    table::print(&runs);
    Ok(())
}

/// So often each page is opened; pages with as many events as this only once, for a peer takes minutes with them.
const ROUNDS: usize = 5;
const SLOW: usize = 1000;

/// The run of which as many were interactive sooner as later.
fn middle(mut runs: Vec<Run>) -> Option<Run> {
    runs.sort_by(|a, b| a.interactive.total_cmp(&b.interactive));
    let place = runs.len() / 2;
    runs.into_iter().nth(place)
}

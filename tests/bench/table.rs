//! What was measured, as a table, and how the peers compare.

use crate::measure::Run;
use crate::pages::Peer;

/// A line for one page.
pub(crate) fn line(run: &Run) -> String {
    let head = format!("{:>6} events {:>5} px  {:<11}", run.events, run.width, run.peer.name());
    if let Some(why) = &run.failed {
        return format!("{head} {why}");
    }
    let frames = |frames: Option<(f64, f64)>| {
        frames.map_or_else(|| format!("{:>9}", "–"), |(most, worst)| format!("{most:>4.0}/{worst:<4.0}"))
    };
    format!(
        "{head} {:>7.1} kB  paint {:>6.0}  event {:>6.0}  interactive {:>6.0}  blocked {:>6.0} ms  {:>6.0} nodes  {:>5.1} MB  drag {} zoom {} ms",
        run.wire / 1000.0,
        run.paint,
        run.event,
        run.interactive,
        run.blocked,
        run.nodes,
        run.heap / 1e6,
        frames(run.drag),
        frames(run.zoom),
    )
}

/// All lines, then how many times sooner ours is interactive than each peer.
pub(crate) fn print(runs: &[Run]) {
    println!("\nof each the middle one by when it was interactive; frames: 95th percentile / worst\n");
    for run in runs {
        println!("{}", line(run));
    }
    println!("\ninteractive, times sooner than");
    for ours in runs.iter().filter(|run| run.peer == Peer::Ledgerline) {
        let peers = runs.iter().filter(|run| run.peer != Peer::Ledgerline);
        let ratios = peers.filter(|run| (run.events, run.width) == (ours.events, ours.width)).map(|run| {
            let ratio = run.interactive / ours.interactive;
            let told = if ratio.is_nan() { "not at rest in time".to_owned() } else { format!("{ratio:.1}") };
            format!("{} {told}", run.peer.name())
        });
        let ratios: Vec<String> = ratios.collect();
        println!("{:>6} events {:>5} px  {}", ours.events, ours.width, ratios.join(", "));
    }
}

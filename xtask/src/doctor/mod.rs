//! `cargo xtask doctor`: what a machine needs for this project, what it has, and how it gets the rest.

mod apt;
mod browsers;
mod needs;
mod npm;
mod rust;

pub use browsers::Browsers;
pub use needs::Group;

use anyhow::{Context, Result, bail};

use needs::{NEEDS, Need};

/// Lists everything; with `fix`, gets what is missing.
pub fn run(fix: bool) -> Result<()> {
    if fix {
        get_missing(&Group::ALL)?;
    }
    let mut missing = 0;
    for need in NEEDS {
        let found = (need.found)();
        missing += usize::from(found.is_none());
        print_line(need, found.as_deref());
    }
    if missing == 0 {
        println!("\nNothing is missing.");
        return Ok(());
    }
    bail!("{missing} of {} are missing; `cargo xtask doctor --fix` gets them", NEEDS.len())
}

/// Sees to it that all needs of these groups are met. A task calls this first, so that a bare machine gets
/// what the task takes and nothing more.
pub fn ensure(groups: &[Group]) -> Result<()> {
    get_missing(groups)
}

fn get_missing(groups: &[Group]) -> Result<()> {
    for need in NEEDS.iter().filter(|need| groups.contains(&need.group)) {
        // Looked at one after the other, since getting one may bring the next as well.
        if (need.found)().is_some() {
            continue;
        }
        eprintln!("      {} is missing: {} ({})", need.name, need.how, need.takes);
        (need.fix)().with_context(|| format!("cannot get {}", need.name))?;
        if (need.found)().is_none() {
            bail!("{} is still missing after: {}", need.name, need.how);
        }
    }
    Ok(())
}

fn print_line(need: &Need, found: Option<&str>) {
    let group = need.group.name();
    match found {
        Some(version) => println!("there    {group:<9} {:<16} {version}", need.name),
        None => {
            println!("MISSING  {group:<9} {:<16} {} ({})", need.name, need.how, need.takes);
        }
    }
}

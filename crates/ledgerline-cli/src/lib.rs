//! The command-line tool for editors: checks a story, computes formulas and
//! claims over it, prints its static edition and the schema of the format.
//!
//! It is a library with a `main` of a few lines, so that other programs can call it too.

mod args;
mod calc;
mod check;
mod claims;
mod render;

use args::Command;
use std::io::{self, Write};
use std::process::ExitCode;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Done, and nothing was found. Exit code 0.
    Clean,
    /// There are findings. Exit code 1.
    Findings,
    /// The tool could not do its work. Exit code 2.
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        Self::from(match outcome {
            Outcome::Clean => 0,
            Outcome::Findings => 1,
            Outcome::Failed => 2,
        })
    }
}

/// Runs the tool with these arguments. What was asked for goes to `out`, why it could not be done to `err`.
pub fn run(arguments: lexopt::Parser, out: &mut dyn Write, err: &mut dyn Write) -> Outcome {
    let done = match args::read(arguments) {
        Ok(command) => carry_out(&command, out, err),
        Err(error) => {
            let told = writeln!(err, "ledgerline-tool: {error}\nTry “ledgerline-tool --help”.");
            told.map(|()| Outcome::Failed)
        }
    };
    // Nobody reads any more, so there is nobody to tell.
    done.unwrap_or(Outcome::Failed)
}

fn carry_out(command: &Command, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<Outcome> {
    match command {
        Command::Check { story, json } => check::check(story, *json, out, err),
        Command::Calc { story, formula, json, source } => {
            let asked = calc::Asked { formula, source: source.as_deref(), json: *json };
            calc::calc(story, &asked, out, err)
        }
        Command::Claims { story, json, on } => claims::claims(story, *json, on, out, err),
        Command::Render { story } => render::render(story, out, err),
        Command::Schema => schema(out),
        Command::Help => out.write_all(args::HELP.as_bytes()).map(|()| Outcome::Clean),
        Command::Version => writeln!(out, "ledgerline-tool {}", env!("CARGO_PKG_VERSION")).map(|()| Outcome::Clean),
    }
}

fn schema(out: &mut dyn Write) -> io::Result<Outcome> {
    serde_json::to_writer_pretty(&mut *out, &ledgerline_core::story::schema())?;
    writeln!(out)?;
    Ok(Outcome::Clean)
}

//! Reads the command line.

use lexopt::{Arg, Error, Parser};
use std::path::PathBuf;

/// What the tool is asked to do.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Check a story file.
    Check {
        /// The file.
        story: PathBuf,
        /// Whether programs read the answer.
        json: bool,
    },
    /// Print the static edition of a story.
    Render {
        /// The file.
        story: PathBuf,
    },
    /// Print the JSON Schema of the format.
    Schema,
    /// Print how the tool is used.
    Help,
    /// Print the version of the tool.
    Version,
}

/// How the tool is used.
pub(crate) const HELP: &str = "\
Checks and prints Ledgerline stories.

Usage: ledgerline-tool COMMAND

Commands:
  check STORY [--json]   Say everything that is wrong with a story file, with line and column
  render STORY           Print the static edition, which goes between the tags of <ledger-line>
  schema                 Print the JSON Schema of the story format

Options:
  --json                 Print the findings as JSON
  -h, --help             Print this
  -V, --version          Print the version

Exit codes: 0 nothing found, 1 findings, 2 could not run
";

/// Reads the arguments; the error says what was not understood.
pub(crate) fn read(mut arguments: Parser) -> Result<Command, Error> {
    let mut words = Vec::new();
    let mut json = false;
    while let Some(argument) = arguments.next()? {
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Command::Version),
            Arg::Long("json") => json = true,
            Arg::Value(word) => words.push(word),
            other => return Err(other.unexpected()),
        }
    }
    let mut words = words.into_iter();
    let name = words.next().ok_or("a command is missing")?;
    let name = name.to_string_lossy();
    let command = match &*name {
        "check" => Command::Check { story: story(&mut words)?, json },
        "render" => Command::Render { story: story(&mut words)? },
        "schema" => Command::Schema,
        "help" => Command::Help,
        _ => return Err(format!("there is no command “{name}”").into()),
    };
    if json && !matches!(command, Command::Check { .. }) {
        return Err("only “check” takes --json".into());
    }
    match words.next() {
        Some(word) => Err(format!("did not expect “{}”", word.to_string_lossy()).into()),
        None => Ok(command),
    }
}

fn story(words: &mut dyn Iterator<Item = std::ffi::OsString>) -> Result<PathBuf, Error> {
    words.next().map(PathBuf::from).ok_or_else(|| "the path of a story is missing".into())
}

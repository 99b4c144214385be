//! Reads the command line.

use lexopt::{Arg, Error, Parser, ValueExt};
use std::ffi::OsString;
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
    /// Compute a formula.
    Calc {
        /// The file.
        story: PathBuf,
        /// The formula.
        formula: String,
        /// Whether programs read the answer.
        json: bool,
        /// The source or basis whose values are taken where there are any.
        source: Option<String>,
    },
    /// Hold the claims against their rules.
    Claims {
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
Checks, computes and prints Ledgerline stories.

Usage: ledgerline-tool COMMAND

Commands:
  check STORY [--json]   Say everything that is wrong with a story file, with line and column
  calc STORY 'FORMULA' [--json] [--source NAME]
                         Compute a formula over the figures of a story: value, spread, unit and trace
  claims STORY [--json]  Hold every claim of a story against its rule
  render STORY           Print the static edition, which goes between the tags of <ledger-line>
  schema                 Print the JSON Schema of the story format

Options:
  --json                 Print the answer as JSON, numbers unrounded
  --source NAME          Take the values of this source or basis in the years that have one;
                         “all”: the spread over all sources, in disputed years too
  -h, --help             Print this
  -V, --version          Print the version

A formula may begin with a minus sign: what stands behind the story is taken for it.

Exit codes: 0 done and nothing found, 1 findings or a formula without a result, 2 could not run
";

/// The options, wherever they stand.
#[derive(Default)]
struct Options {
    json: bool,
    source: Option<String>,
}

/// Reads the arguments; the error says what was not understood.
pub(crate) fn read(mut arguments: Parser) -> Result<Command, Error> {
    let mut words = Vec::new();
    let mut options = Options::default();
    loop {
        // What stands in the place of a formula may begin with a minus sign.
        if let ([name, _], true) = (words.as_slice(), begins_with_minus(&mut arguments))
            && name == "calc"
        {
            words.push(arguments.value()?);
            continue;
        }
        let Some(argument) = arguments.next()? else { break };
        match argument {
            Arg::Short('h') | Arg::Long("help") => return Ok(Command::Help),
            Arg::Short('V') | Arg::Long("version") => return Ok(Command::Version),
            Arg::Long("json") => options.json = true,
            Arg::Long("source") => options.source = Some(arguments.value()?.string()?),
            Arg::Value(word) => words.push(word),
            other => return Err(other.unexpected()),
        }
    }
    command(words.into_iter(), options)
}

/// Whether the next argument is no option: `-russia[2013]`, `-(1 + 2)`, and not `-h`, `-V` or `--json`.
fn begins_with_minus(arguments: &mut Parser) -> bool {
    let Some(next) = arguments.try_raw_args().and_then(|raw| raw.peek().map(|next| next.to_owned())) else {
        return false;
    };
    let next = next.to_string_lossy();
    next.starts_with('-') && !next.starts_with("--") && !matches!(&*next, "-" | "-h" | "-V")
}

fn command(mut words: impl Iterator<Item = OsString>, options: Options) -> Result<Command, Error> {
    let name = words.next().ok_or("a command is missing")?;
    let name = name.to_string_lossy();
    let Options { json, source } = options;
    if json && !matches!(&*name, "check" | "calc" | "claims") {
        return Err("only “check”, “calc” and “claims” take --json".into());
    }
    if source.is_some() && name != "calc" {
        return Err("only “calc” takes --source".into());
    }
    let command = match &*name {
        "check" => Command::Check { story: story(&mut words)?, json },
        "calc" => Command::Calc { story: story(&mut words)?, formula: formula(&mut words)?, json, source },
        "claims" => Command::Claims { story: story(&mut words)?, json },
        "render" => Command::Render { story: story(&mut words)? },
        "schema" => Command::Schema,
        "help" => Command::Help,
        _ => return Err(format!("there is no command “{name}”").into()),
    };
    match words.next() {
        Some(word) => Err(format!("did not expect “{}”", word.to_string_lossy()).into()),
        None => Ok(command),
    }
}

fn story(words: &mut dyn Iterator<Item = OsString>) -> Result<PathBuf, Error> {
    words.next().map(PathBuf::from).ok_or_else(|| "the path of a story is missing".into())
}

fn formula(words: &mut dyn Iterator<Item = OsString>) -> Result<String, Error> {
    words.next().ok_or("the formula is missing")?.string()
}

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
        /// The terms that they are put on, where they name none themselves.
        on: On,
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

/// Terms as they are asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct On {
    /// Base year of constant prices.
    pub(crate) prices: Option<i32>,
    /// Currency, by its code.
    pub(crate) currency: Option<String>,
    /// `all`, or a basis.
    pub(crate) source: Option<String>,
}

/// How the tool is used.
pub(crate) const HELP: &str = "\
Checks, computes and prints Ledgerline stories.

Usage: ledgerline-tool COMMAND

Commands:
  check STORY [--json]   Say everything that is wrong with a story file, with line and column
  calc STORY 'FORMULA' [--json] [--source NAME]
                         Compute a formula over the figures of a story: value, spread, unit and trace
  claims STORY [--json] [--source BASIS] [--prices YEAR] [--currency CODE]
                         Hold every claim of a story against its rule, on its own terms or on others
  render STORY           Print the static edition, which goes between the tags of <ledger-line>
  schema                 Print the JSON Schema of the story format

Options:
  --json                 Print the answer as JSON, numbers unrounded
  --source NAME          Take the values of this source or basis in the years that have one;
                         “all”: the spread over all sources, in disputed years too;
                         “claims” takes “all” or a basis, and nothing in its place where it has no value
  --prices YEAR          Take all values at the prices of this year
  --currency CODE        Take all values in this currency, such as RUB, at the average rate of the year
  -h, --help             Print this
  -V, --version          Print the version

A formula may begin with a minus sign: what stands behind the story is taken for it.

Exit codes: 0 done and nothing found, 1 findings or a formula without a result, 2 could not run
";

/// The options, wherever they stand.
#[derive(Default)]
struct Options {
    json: bool,
    on: On,
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
            Arg::Long("source") => options.on.source = Some(arguments.value()?.string()?),
            Arg::Long("prices") => options.on.prices = Some(arguments.value()?.parse()?),
            Arg::Long("currency") => options.on.currency = Some(arguments.value()?.string()?),
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
    let Options { json, on } = options;
    if json && !matches!(&*name, "check" | "calc" | "claims") {
        return Err("only “check”, “calc” and “claims” take --json".into());
    }
    if on.source.is_some() && !matches!(&*name, "calc" | "claims") {
        return Err("only “calc” and “claims” take --source".into());
    }
    if (on.prices.is_some() || on.currency.is_some()) && name != "claims" {
        return Err("only “claims” takes --prices and --currency: in a formula these are real(…) and in(…)".into());
    }
    let command = match &*name {
        "check" => Command::Check { story: story(&mut words)?, json },
        "calc" => Command::Calc { story: story(&mut words)?, formula: formula(&mut words)?, json, source: on.source },
        "claims" => Command::Claims { story: story(&mut words)?, json, on },
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

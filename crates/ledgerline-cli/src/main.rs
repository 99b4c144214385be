//! The command-line tool.

use std::io::{stderr, stdout};
use std::process::ExitCode;

fn main() -> ExitCode {
    ledgerline_cli::run(lexopt::Parser::from_env(), &mut stdout().lock(), &mut stderr().lock()).into()
}

//! The project's tasks, and the two servers (a CDN and a newsroom) that the demo and the browser tests share.

pub mod assemble;
pub mod bench;
pub mod build;
pub mod cli;
pub mod demo;
pub mod doctor;
pub mod headers;
pub mod measure;
pub mod project;
pub mod publish;
pub mod run;
pub mod serve;
pub mod static_edition;
pub mod step;
pub mod test;
pub mod trunk;

use std::process::ExitCode;

/// Turns a task's result into an exit code: 0 done, 1 something is wrong with the project or the machine.
/// The error is printed with all its causes, the nearest first.
pub fn report(result: anyhow::Result<()>) -> ExitCode {
    let Err(error) = result else {
        return ExitCode::SUCCESS;
    };
    eprintln!("error: {error}");
    for cause in error.chain().skip(1) {
        eprintln!("  because: {cause}");
    }
    ExitCode::FAILURE
}

//! The shipped distribution in Chromium, Firefox and WebKitGTK, driven through WebDriver. Every case runs
//! in every engine that can show it, as a test of its own, named `engine::case`.
//!
//! Host pages lie in `tests/hosts`, one folder each. Cases find things by role and name, as a reader's
//! assistive technology does, and wait for conditions, never for a time.

mod cases;
mod engine;
mod find;
mod hosts;
mod input;
mod newsroom;
mod page;
mod pool;
mod process;

use std::process::ExitCode;
use std::sync::Arc;

use libtest_mimic::{Arguments, Failed, Trial};

use engine::Engine;
use page::Page;
use pool::Pool;

/// One thing that is promised, shown in the engines that can show it.
#[derive(Clone, Copy)]
struct Case {
    name: &'static str,
    engines: &'static [Engine],
    run: fn(&Page) -> anyhow::Result<()>,
}

fn main() -> ExitCode {
    let mut arguments = Arguments::from_args();
    // A browser is not one thread: two at a time keep two cores busy.
    arguments.test_threads.get_or_insert(2);
    let pool = Arc::new(Pool::default());
    let results = hosts::Results::default();
    let mut all = trials(&pool);
    match hosts::trials(&pool, &results) {
        Ok(more) => all.extend(more),
        Err(error) => panic!("the host pages cannot be read: {error:#}"),
    }
    let conclusion = libtest_mimic::run(&arguments, all);
    pool.close();
    if let Err(error) = hosts::report(&results) {
        eprintln!("{error:#}");
    }
    conclusion.exit_code()
}

fn trials(pool: &Arc<Pool>) -> Vec<Trial> {
    let mut all = Vec::new();
    for engine in engine::ALL {
        for case in cases::all() {
            if case.engines.contains(&engine) {
                all.push(trial(pool.clone(), engine, case));
            }
        }
    }
    all
}

fn trial(pool: Arc<Pool>, engine: Engine, case: Case) -> Trial {
    Trial::test(format!("{engine}::{}", case.name), move || {
        pool.with(engine, |page| (case.run)(page)).map_err(|error| Failed::from(format!("{error:#}")))
    })
}

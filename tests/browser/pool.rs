//! Browsers are slow to start, so one that has done its case well takes the next one of its engine.

use std::sync::{Mutex, PoisonError};

use anyhow::Result;

use crate::engine::Engine;
use crate::page::{Browser, Page};

/// Browsers that wait for a case.
#[derive(Default)]
pub(crate) struct Pool {
    idle: Mutex<Vec<Browser>>,
}

impl Pool {
    /// Runs a case in a browser of an engine. On a busy machine a driver loses a click or a second, so a case that
    /// fails is tried once more; what fails twice has failed.
    pub(crate) fn with(&self, engine: Engine, case: impl Fn(&Page) -> Result<()>) -> Result<()> {
        let Err(error) = self.once(engine, &case) else { return Ok(()) };
        eprintln!("tried again in {engine}, since at first: {error:#}");
        self.once(engine, &case)
    }

    /// A browser in which a case failed is not used again.
    fn once(&self, engine: Engine, case: impl Fn(&Page) -> Result<()>) -> Result<()> {
        let browser = match self.take(engine) {
            Some(browser) => browser,
            None => Browser::start(engine)?,
        };
        let page = Page::new(browser)?;
        let result = case(&page).map_err(|error| page.explain(error));
        if let (Ok(()), Ok(browser)) = (&result, page.leave()) {
            self.idle().push(browser);
        }
        result
    }

    /// Ends all browsers.
    pub(crate) fn close(&self) {
        self.idle().clear();
    }

    fn take(&self, engine: Engine) -> Option<Browser> {
        let mut idle = self.idle();
        let at = idle.iter().position(|browser| browser.engine == engine)?;
        Some(idle.swap_remove(at))
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Browser>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

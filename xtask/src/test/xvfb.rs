//! A virtual display.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Stdio};

use anyhow::{Context, Result};

use crate::run;

/// A running X server without a screen; it ends with this value.
pub(super) struct Xvfb {
    server: Child,
    name: String,
}

impl Xvfb {
    /// Starts one on a display that the server itself finds to be free, so that runs do not meet.
    pub(super) fn start(program: &Path) -> Result<Self> {
        let server = run::program(program)
            .args(["-displayfd", "1", "-screen", "0", "1600x1400x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .context("cannot start Xvfb")?;
        let mut display = Self { server, name: String::new() };
        display.name = format!(":{}", display.read_number()?);
        Ok(display)
    }

    /// The display's name, as DISPLAY takes it.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The server writes its number when it is ready, and closes the pipe if it fails.
    fn read_number(&mut self) -> Result<u32> {
        let pipe = self.server.stdout.take().context("Xvfb has no output")?;
        let mut line = String::new();
        BufReader::new(pipe).read_line(&mut line)?;
        line.trim().parse().context("Xvfb found no free display")
    }
}

impl Drop for Xvfb {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

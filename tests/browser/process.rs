//! Programs that the tests start: the drivers, which start the browsers.

use std::ffi::OsString;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

const PATIENCE: Duration = Duration::from_secs(20);

/// A program with everything that it starts, in a group of its own. Dropping it ends the group.
pub(crate) struct Process {
    child: Child,
}

impl Process {
    /// Starts a command; nothing of what it prints is shown.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let name = command.get_program().to_os_string();
        let child = command
            .process_group(0)
            .stdin(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .with_context(|| missing(&name))?;
        Ok(Self { child })
    }

    fn signal_group(&self, signal: &str) {
        let group = format!("-{}", self.child.id());
        let _ = Command::new("kill").args([signal, "--", &group]).stderr(Stdio::null()).status();
    }

    fn ends_within(&mut self, time: Duration) -> bool {
        let start = Instant::now();
        while start.elapsed() < time {
            if !matches!(self.child.try_wait(), Ok(None)) {
                return true;
            }
            sleep(Duration::from_millis(20));
        }
        false
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.signal_group("-TERM");
        if !self.ends_within(Duration::from_secs(3)) {
            self.signal_group("-KILL");
            let _ = self.child.wait();
        }
    }
}

fn missing(name: &OsString) -> String {
    let name = name.display();
    format!("{name} could not be started; `cargo xtask doctor --fix` gets what the browser tests need")
}

/// A port of this machine that nobody listens on.
pub(crate) fn free_port() -> Result<u16> {
    Ok(TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?.local_addr()?.port())
}

/// Waits until somebody listens on the port.
pub(crate) fn wait_for(port: u16) -> Result<()> {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(());
        }
        sleep(Duration::from_millis(20));
    }
    bail!("nothing listens on port {port} after {} s", PATIENCE.as_secs())
}

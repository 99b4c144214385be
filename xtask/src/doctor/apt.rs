//! What comes from Debian's packages.

use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::run;

/// Browsers, and the faces that pages name. What fits in those need not fit in the wider ones that stand in for them.
const PACKAGES: [&str; 7] =
    ["chromium", "chromium-driver", "firefox-esr", "webkit2gtk-driver", "xvfb", "fonts-liberation", "fontconfig"];

const SERVERS: [&str; 3] = ["nginx-light", "caddy", "apache2"];

/// What stands for Arial and Times New Roman, if it is as wide as they are.
pub(super) fn fonts() -> Option<String> {
    let family = |name: &str| run::first_line(run::program("fc-match").args(["--format", "%{family}", name]));
    let as_wide = |name: &str, twin: &str| family(name).filter(|found| found.contains(name) || found.contains(twin));
    let sans = as_wide("Arial", "Liberation Sans")?;
    Some(format!("{sans}, {}", as_wide("Times New Roman", "Liberation Serif")?))
}

/// Installs browsers, drivers, faces and the virtual display.
pub(super) fn install() -> Result<()> {
    packages(&PACKAGES)
}

/// The servers, if all are there.
pub(super) fn servers() -> Option<String> {
    let programs = ["nginx", "caddy", "apache2"];
    programs.iter().all(|name| run::find_server(name).is_some()).then(|| programs.join(", "))
}

/// Installs the servers.
pub(super) fn install_servers() -> Result<()> {
    packages(&SERVERS)
}

fn packages(names: &[&str]) -> Result<()> {
    if run::find("apt-get").is_none() {
        bail!("there is no apt-get here; install by hand what these Debian packages hold: {}", names.join(" "));
    }
    run::wait(as_root()?.args(["apt-get", "update"]))?;
    let mut command = as_root()?;
    command.args(["apt-get", "install", "-y", "--no-install-recommends"]);
    run::wait(command.args(names))
}

/// A command that runs its arguments as root: plainly, if that is who we are.
fn as_root() -> Result<Command> {
    let root = run::first_line(run::program("id").arg("-u")).is_some_and(|id| id == "0");
    let wrapper = if root { "env" } else { "sudo" };
    run::find(wrapper).with_context(|| format!("neither root nor {wrapper}: run as root"))?;
    let mut command = run::program(wrapper);
    command.arg("DEBIAN_FRONTEND=noninteractive");
    Ok(command)
}

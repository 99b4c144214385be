//! The list of needs. Pins: the toolchain in `rust-toolchain.toml`, npm packages in `package.json`,
//! Trunk and geckodriver in `rust.rs`; browsers are the distribution's current ones, as readers have them.

use anyhow::{Result, bail};

use super::{apt, browsers, npm, rust};

/// What a need is for; each task asks only for the groups it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Making and serving the distribution.
    Build,
    /// Formatting and lints.
    Lint,
    /// Browsers and their drivers.
    Browsers,
    /// The second front door.
    Trunk,
    /// The servers that header files are made for.
    Servers,
}

impl Group {
    /// All groups.
    pub const ALL: [Self; 5] = [Self::Build, Self::Lint, Self::Browsers, Self::Trunk, Self::Servers];

    /// The group as `doctor` prints it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Build => "build",
            Self::Lint => "lint",
            Self::Browsers => "browsers",
            Self::Trunk => "trunk",
            Self::Servers => "servers",
        }
    }
}

/// One thing that a machine must have.
pub(super) struct Need {
    /// What it is called.
    pub(super) name: &'static str,
    /// What it is for.
    pub(super) group: Group,
    /// Its version if it is there.
    pub(super) found: fn() -> Option<String>,
    /// How a machine gets it, in words.
    pub(super) how: &'static str,
    /// About how long that takes on two cores and a common line.
    pub(super) takes: &'static str,
    /// Gets it.
    pub(super) fix: fn() -> Result<()>,
}

const APT: &str =
    "apt-get installs chromium chromium-driver firefox-esr webkit2gtk-driver xvfb fonts-liberation fontconfig";
const SERVERS: &str = "apt-get installs nginx-light caddy apache2";
const RUSTUP: &str = "rustup adds it to the pinned toolchain";

/// Everything, in the order in which it is got.
pub(super) const NEEDS: &[Need] = &[
    Need {
        name: "rust",
        group: Group::Build,
        found: rust::toolchain,
        how: "rustup toolchain install",
        takes: "1 min",
        fix: rust::add_toolchain,
    },
    Need {
        name: "wasm target",
        group: Group::Build,
        found: rust::wasm_target,
        how: RUSTUP,
        takes: "10 s",
        fix: rust::add_wasm_target,
    },
    Need {
        name: "source of std",
        group: Group::Build,
        found: rust::std_source,
        how: RUSTUP,
        takes: "10 s",
        fix: rust::add_std_source,
    },
    Need {
        name: "node",
        group: Group::Build,
        found: npm::node,
        how: "from nodejs.org or the system's packages, 18 or later",
        takes: "by hand",
        fix: by_hand,
    },
    Need { name: "npm", group: Group::Build, found: npm::npm, how: "comes with node", takes: "by hand", fix: by_hand },
    Need {
        name: "npm packages",
        group: Group::Build,
        found: npm::packages,
        how: "npm ci",
        takes: "10 s",
        fix: npm::install,
    },
    Need {
        name: "rustfmt",
        group: Group::Lint,
        found: rust::rustfmt,
        how: RUSTUP,
        takes: "10 s",
        fix: rust::add_rustfmt,
    },
    Need { name: "clippy", group: Group::Lint, found: rust::clippy, how: RUSTUP, takes: "10 s", fix: rust::add_clippy },
    Need {
        name: "chromium",
        group: Group::Browsers,
        found: browsers::chromium,
        how: APT,
        takes: "2 min",
        fix: apt::install,
    },
    Need {
        name: "chromedriver",
        group: Group::Browsers,
        found: browsers::chromedriver,
        how: APT,
        takes: "2 min",
        fix: apt::install,
    },
    Need {
        name: "firefox",
        group: Group::Browsers,
        found: browsers::firefox,
        how: APT,
        takes: "2 min",
        fix: apt::install,
    },
    Need {
        name: "WebKitWebDriver",
        group: Group::Browsers,
        found: browsers::webkit_driver,
        how: APT,
        takes: "2 min",
        fix: apt::install,
    },
    Need {
        name: "MiniBrowser",
        group: Group::Browsers,
        found: browsers::mini_browser,
        how: APT,
        takes: "2 min",
        fix: apt::install,
    },
    Need { name: "fonts", group: Group::Browsers, found: apt::fonts, how: APT, takes: "2 min", fix: apt::install },
    Need { name: "Xvfb", group: Group::Browsers, found: browsers::xvfb, how: APT, takes: "2 min", fix: apt::install },
    Need {
        name: "geckodriver",
        group: Group::Browsers,
        found: rust::geckodriver,
        how: "cargo install, into target/tools",
        takes: "4 min",
        fix: rust::install_geckodriver,
    },
    Need {
        name: "trunk",
        group: Group::Trunk,
        found: rust::trunk,
        how: "cargo install, into target/tools",
        takes: "12 min",
        fix: rust::install_trunk,
    },
    Need {
        name: "nginx, caddy, apache2",
        group: Group::Servers,
        found: apt::servers,
        how: SERVERS,
        takes: "1 min",
        fix: apt::install_servers,
    },
];

fn by_hand() -> Result<()> {
    bail!("this one has to be installed by hand")
}

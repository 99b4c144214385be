//! The three engines, and how a driver of each is started.

use std::env;
use std::ffi::OsString;
use std::fmt;
use std::process::{Command, Stdio};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

use crate::process::{Process, free_port, wait_for};

/// A browser engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Engine {
    /// Of Chrome and Edge.
    Chromium,
    /// Of Firefox.
    Firefox,
    /// Of Safari, as WebKitGTK.
    WebKit,
}

/// Every engine.
pub(crate) const ALL: [Engine; 3] = [Engine::Chromium, Engine::Firefox, Engine::WebKit];

/// A driver that listens. Dropping it ends it and its browser.
pub(crate) struct Driver {
    /// Where it listens.
    pub(crate) address: String,
    _process: Process,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl Engine {
    /// Starts a driver; each has one session, so that none waits for another.
    pub(crate) fn driver(self) -> Result<Driver> {
        let port = free_port()?;
        let (variable, program) = match self {
            Self::Chromium => ("LEDGERLINE_CHROMEDRIVER", "chromedriver"),
            Self::Firefox => ("LEDGERLINE_GECKODRIVER", "geckodriver"),
            Self::WebKit => ("LEDGERLINE_WEBKITDRIVER", "WebKitWebDriver"),
        };
        let mut command = Command::new(env::var_os(variable).unwrap_or_else(|| program.into()));
        command.arg(format!("--port={port}")).stdout(Stdio::null());
        // WebKitGTK draws on the display that `xtask` starts. Its sandbox needs rights that a container does
        // not give; the pages are our own.
        command.env("GDK_BACKEND", "x11").env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
        let process = Process::start(&mut command)?;
        wait_for(port).with_context(|| format!("{program} does not answer"))?;
        Ok(Driver { address: format!("http://127.0.0.1:{port}"), _process: process })
    }

    /// What a session asks for, as WebDriver has it.
    pub(crate) fn capabilities(self) -> Map<String, Value> {
        let all = match self {
            Self::Chromium => chromium(),
            Self::Firefox => firefox(),
            Self::WebKit => webkit(),
        };
        all.as_object().cloned().unwrap_or_default()
    }
}

fn chromium() -> Value {
    let flags = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];
    let mut options = json!({ "args": flags });
    set(&mut options, "binary", env::var_os("LEDGERLINE_CHROMIUM"));
    json!({ "goog:chromeOptions": options, "goog:loggingPrefs": { "browser": "ALL" } })
}

fn firefox() -> Value {
    let mut options = json!({ "args": ["-headless"], "prefs": { "dom.w3c_touch_events.enabled": 1 } });
    set(&mut options, "binary", env::var_os("LEDGERLINE_FIREFOX"));
    json!({ "moz:firefoxOptions": options })
}

fn webkit() -> Value {
    let mut options = json!({ "args": ["--automation"] });
    set(&mut options, "binary", env::var_os("LEDGERLINE_MINIBROWSER"));
    json!({ "webkitgtk:browserOptions": options })
}

fn set(options: &mut Value, name: &str, value: Option<OsString>) {
    if let Some(value) = value {
        options[name] = json!(value.to_string_lossy());
    }
}

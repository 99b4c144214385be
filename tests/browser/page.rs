//! A browser with a page in it, seen from a test: everything waits until it is done.

use std::future::Future;
use std::sync::{Arc, OnceLock};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Error, Result, bail};
use serde_json::{Value, json};
use thirtyfour::session::handle::SessionHandle;
use thirtyfour::session::scriptret::ScriptRet;
use thirtyfour::{Capabilities, WebDriver};
use tokio::runtime::Runtime;

use crate::engine::{Driver, Engine};
use crate::newsroom::Newsroom;

/// How long a condition may take to come true.
const PATIENCE: Duration = Duration::from_secs(15);

/// A running browser. Dropping it ends it.
pub(crate) struct Browser {
    /// Its engine.
    pub(crate) engine: Engine,
    session: WebDriver,
    _driver: Driver,
}

/// A browser in a newsroom of its own.
pub(crate) struct Page {
    browser: Browser,
    /// The servers behind the page.
    pub(crate) newsroom: Newsroom,
}

impl Browser {
    /// Starts a driver and a browser.
    pub(crate) fn start(engine: Engine) -> Result<Self> {
        let driver = engine.driver()?;
        let capabilities = Capabilities::from(engine.capabilities());
        let session = runtime()
            .block_on(WebDriver::new(&driver.address, capabilities))
            .with_context(|| format!("{engine} does not start"))?;
        Ok(Self { engine, session, _driver: driver })
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = runtime().block_on(self.session.clone().quit());
    }
}

impl Page {
    /// Puts a browser into a newsroom.
    pub(crate) fn new(browser: Browser) -> Result<Self> {
        let page = Self { browser, newsroom: Newsroom::open()? };
        page.window(1280, 1000)?;
        Ok(page)
    }

    /// Leaves the newsroom.
    pub(crate) fn leave(self) -> Result<Browser> {
        self.wait(self.handle().goto("about:blank"))?;
        Ok(self.browser)
    }

    /// The engine of the browser.
    pub(crate) fn engine(&self) -> Engine {
        self.browser.engine
    }

    /// Opens a host page, by the name of its folder, and waits until each widget on it stands or has failed.
    pub(crate) fn open(&self, case: &str) -> Result<()> {
        self.visit(case)?;
        self.settled()
    }

    /// Opens a host page without waiting for a widget.
    pub(crate) fn visit(&self, case: &str) -> Result<()> {
        let address = format!("{}/{case}/", self.newsroom.site.origin());
        Ok(self.wait(self.handle().goto(address))?)
    }

    /// Waits until each widget of the page stands with all its parts, as for a reader who turns to it, or has failed.
    pub(crate) fn settled(&self) -> Result<()> {
        self.stands()?;
        self.js("document.querySelectorAll('ledger-line').forEach((e) => e.dispatchEvent(new Event('focusin')))")?;
        let coming = "(e) => e.shadowRoot && e.shadowRoot.querySelector('[aria-busy=true]')";
        self.until(&format!("![...document.querySelectorAll('ledger-line')].some({coming})"))
    }

    /// Waits until each widget of the page stands or has failed.
    pub(crate) fn stands(&self) -> Result<()> {
        let script = "const done = arguments[arguments.length - 1]; \
             customElements.whenDefined('ledger-line').then(() => Promise.allSettled( \
               [...document.querySelectorAll('ledger-line')].map((e) => e.ready))).then((all) => done(all.length));";
        self.wait(self.handle().execute_async(script, Vec::new()))?;
        Ok(())
    }

    /// Sets the size of the page's view, in CSS pixels; Firefox and WebKitGTK have a least width.
    pub(crate) fn window(&self, width: u32, height: u32) -> Result<()> {
        if self.engine() == Engine::Chromium {
            // Its windows have a least width, too; what it shows of a device has none.
            let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
            return self.devtools("Emulation.setDeviceMetricsOverride", size);
        }
        let set = |w: i64, h: i64| self.wait(self.handle().set_window_rect(0, 0, w as u32, h as u32));
        set(width.into(), height.into())?;
        let inner = self.js("return [outerWidth - innerWidth, outerHeight - innerHeight]")?;
        let frame = |at: usize| inner[at].as_i64().unwrap_or_default().clamp(0, 300);
        set(i64::from(width) + frame(0), i64::from(height) + frame(1))?;
        Ok(())
    }

    /// Gives Chromium a command of its developers' tools.
    pub(crate) fn devtools(&self, command: &str, parameters: Value) -> Result<()> {
        self.wait(self.browser.session.cdp().send_raw(command, parameters))?;
        Ok(())
    }

    /// Runs the body of a function in the page; its value comes back as JSON.
    pub(crate) fn js(&self, body: &str) -> Result<Value> {
        Ok(self.execute(body, Vec::new())?.json().clone())
    }

    /// Runs the body of a function with arguments.
    pub(crate) fn execute(&self, body: &str, arguments: Vec<Value>) -> Result<ScriptRet> {
        Ok(self.wait(self.handle().execute(body, arguments))?)
    }

    /// Runs the body of an asynchronous function in the page and waits for its value.
    pub(crate) fn js_async(&self, body: &str) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; \
             (async () => {{ {body} }})().then((value) => done({{ value }}), (error) => done({{ error: String(error) }}));"
        );
        let answer = self.wait(self.handle().execute_async(script, Vec::new()))?.json().clone();
        match answer.get("error") {
            Some(error) => bail!("the page says {error}"),
            None => Ok(answer["value"].clone()),
        }
    }

    /// Goes a step back. Not at once: chromedriver runs a script again that it sees the page leave in, and so goes two.
    pub(crate) fn back(&self) -> Result<()> {
        self.js("setTimeout(() => history.back(), 100)")?;
        Ok(())
    }

    /// Waits until an expression is true in the page.
    pub(crate) fn until(&self, expression: &str) -> Result<()> {
        let body = format!("return !!({expression});");
        let held = self.poll(|| Ok((self.js(&body)? == json!(true)).then_some(())))?;
        held.with_context(|| format!("this never came true: {expression}"))
    }

    /// What the widget shows, as text.
    pub(crate) fn text(&self) -> Result<String> {
        let shown = self.js("const { shadowRoot } = document.querySelector('ledger-line'); \
             return [...shadowRoot.children].map((e) => e.innerText || '').join('\\n');")?;
        Ok(shown.as_str().unwrap_or_default().to_owned())
    }

    /// Waits until the widget's text contains these words.
    pub(crate) fn shows(&self, words: &str) -> Result<()> {
        let shown = self.poll(|| Ok(self.text()?.contains(words).then_some(())))?;
        match shown {
            Some(()) => Ok(()),
            None => bail!("the widget does not show {words:?} but:\n{}", self.text()?),
        }
    }

    /// Tries until there is a value, or patience ends.
    pub(crate) fn poll<T>(&self, mut attempt: impl FnMut() -> Result<Option<T>>) -> Result<Option<T>> {
        let start = Instant::now();
        loop {
            let found = attempt()?;
            if found.is_some() || start.elapsed() > PATIENCE {
                return Ok(found);
            }
            sleep(Duration::from_millis(40));
        }
    }

    /// Adds to an error what the page has to say.
    pub(crate) fn explain(&self, error: Error) -> Error {
        let record = self.js("return window.record ? JSON.stringify(window.record) : ''");
        match record {
            Ok(Value::String(record)) if !record.is_empty() => error.context(format!("the page recorded {record}")),
            _ => error,
        }
    }

    /// The WebDriver session.
    pub(crate) fn handle(&self) -> &Arc<SessionHandle> {
        self.browser.session.handle()
    }

    /// Waits for the driver.
    pub(crate) fn wait<F: Future>(&self, future: F) -> F::Output {
        runtime().block_on(future)
    }
}

fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build();
        runtime.unwrap_or_else(|error| panic!("no runtime for the drivers: {error}"))
    })
}

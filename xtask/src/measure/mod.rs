//! How high the widget is: a browser opens it with a story, in every view and at every width of a column.

mod faces;

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

pub use faces::faces;

use crate::assemble::heights::{Heights, STEP, VIEWS, View, WIDTHS};
use crate::project::{self, NAME};
use crate::run;
use crate::serve::{Cdn, Server};

/// What a page's text is set in, if nobody says. The face decides how high the widget is; the size is small, since what is
/// measured for smaller text has room for larger.
pub const FONT: &str = "16px/1.5 Georgia, serif";

/// All views together take half a minute where nothing else runs.
const PATIENCE: Duration = Duration::from_secs(300);

/// A browser at work; dropping it ends it.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Measures the widget of a distribution with a story, in a page with this font.
pub fn heights(dist: &Path, story: &Path, font: &str) -> Result<Heights> {
    let folder = project::target_dir().join(NAME).join("measure");
    fs::create_dir_all(&folder)?;
    let page = include_str!("page.html").replace("/* faces */", &faces()?);
    fs::write(folder.join("index.html"), page)?;
    fs::copy(story, folder.join("story.json")).with_context(|| format!("cannot read {}", project::shown(story)))?;
    let (cdn, page) = (Cdn::new(dist).start(0)?, Cdn::new(&folder).start(0)?);
    let views = VIEWS.map(|view| view.to_string()).join(",");
    let query = format!("widths={},{},{STEP}&views={views}&font={}", WIDTHS.start(), WIDTHS.end(), encoded(font));
    let address = format!("{}/?cdn={}&{query}", page.origin(), cdn.origin());
    let _browser = Running(browser(&folder, &address)?.spawn().context("Chromium does not start")?);
    let start = Instant::now();
    loop {
        let told: Vec<(View, Vec<(u32, u32)>)> = VIEWS.into_iter().filter_map(|view| told(&page, view)).collect();
        if told.len() == VIEWS.len() {
            return Ok(Heights(told.into_iter().collect()));
        }
        if let Some(why) = page.requests().iter().find_map(|line| line.strip_prefix("GET /failed?").map(str::to_owned))
        {
            bail!("the widget does not stand with {}: {}", project::shown(story), why.replace("%20", " "));
        }
        if start.elapsed() > PATIENCE {
            bail!("the browser did not come to an end in {} seconds", PATIENCE.as_secs());
        }
        sleep(Duration::from_millis(100));
    }
}

/// What the page has told of a view: heights, in the order of the widths.
fn told(page: &Server, view: View) -> Option<(View, Vec<(u32, u32)>)> {
    let begin = format!("GET /{view}?");
    let list = page.requests().iter().find_map(|line| line.strip_prefix(&begin).map(str::to_owned))?;
    let heights = list.split("%2C").map_while(|height| height.parse().ok());
    Some((view, WIDTHS.step_by(STEP as usize).zip(heights).collect()))
}

fn browser(folder: &Path, address: &str) -> Result<Command> {
    let found = run::find_any(&["chromium", "google-chrome", "chrome", "chromium-browser"]);
    let mut command = run::program(found.context("Chromium is missing; `cargo xtask doctor --fix` gets it")?);
    command.args(["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=1500,1000"]);
    command.arg(format!("--user-data-dir={}", folder.join("profile").display())).arg(address);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    Ok(command)
}

/// A text as part of an address.
fn encoded(text: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_');
    text.bytes().map(|byte| if plain(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_font_goes_into_an_address() {
        assert_eq!(encoded("17px/1.5 Georgia, serif"), "17px%2F1.5%20Georgia%2C%20serif");
    }
}

//! `cargo xtask demo`: the widget in an article, across two origins, as a newsroom has it.

use std::thread;

use anyhow::Result;

use crate::build;
use crate::project;
use crate::run;
use crate::serve::{Cdn, Server, Site};
use crate::static_edition;
use crate::step::Steps;

/// What the demo may vary.
#[derive(Default)]
pub struct Options {
    /// The distribution's port; 0 takes a free one.
    pub port_cdn: u16,
    /// The newsroom's port; 0 takes a free one.
    pub port_page: u16,
    /// Whether to open the page in the person's browser.
    pub open: bool,
}

/// Builds what changed, serves both origins and stays until it is stopped.
pub fn run(options: &Options) -> Result<()> {
    let mut steps = Steps::new(4);
    build::in_steps(&mut steps, &build::Options::default())?;
    let (cdn, site) = steps.run("Two servers on this machine", || start(options))?;
    let page = format!("{}/article/", site.origin());
    println!("\nThe distribution   {}/embed.js", cdn.origin());
    println!("The article        {page}\n\nOpen the article in a browser. Ctrl-C stops both.");
    if options.open {
        open(&page);
    }
    loop {
        thread::park();
    }
}

fn start(options: &Options) -> Result<(Server, Server)> {
    let cdn = Cdn::new(project::dist()).start(options.port_cdn)?;
    let edition = static_edition::of(&project::default_story())?;
    let site = Site::new(project::hosts(), cdn.origin()).static_edition(edition).start(options.port_page)?;
    Ok((cdn, site))
}

/// Opens the page if the system has a way to; the address is printed in any case.
fn open(page: &str) {
    let opener = run::find_any(&["xdg-open", "open"]);
    if let Some(opener) = opener {
        let _ = run::program(opener).arg(page).spawn();
    }
}

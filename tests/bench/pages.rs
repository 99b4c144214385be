//! The pages that are compared: one for each peer and number of events, in a folder that one server serves.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};
use xtask::assemble::manifest::Manifest;
use xtask::project;
use xtask::serve::{Cdn, Server};

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Peer {
    /// Ours.
    Ledgerline,
    /// Of Knight Lab; without its fonts, which come from elsewhere.
    TimelineJs,
    /// Of vis.js.
    Vis,
}

impl Peer {
    /// Every peer, ours first.
    pub(crate) const ALL: [Self; 3] = [Self::Ledgerline, Self::TimelineJs, Self::Vis];

    /// Its name.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ledgerline => "ledgerline",
            Self::TimelineJs => "timelinejs",
            Self::Vis => "vis",
        }
    }

    /// What draws it, in the page.
    fn body(self, events: usize) -> String {
        match self {
            Self::Ledgerline => format!(
                "<ledger-line story='ledgerline-{events}.json' view='timeline'></ledger-line>\
                 <script async src='embed.js'></script>"
            ),
            Self::TimelineJs => format!(
                "<link rel='stylesheet' href='timelinejs.css'><div id='place' style='height: 600px'></div>\
                 <script src='timelinejs.js'></script><script>\
                 fetch('timelinejs-{events}.json').then((answer) => answer.json()).then((data) => {{\
                   new TL.Timeline('place', data, {{ font: null, hash_bookmark: false, width: innerWidth }}); }});</script>"
            ),
            Self::Vis => format!(
                "<link rel='stylesheet' href='vis.css'><div id='place'></div><script src='vis.js'></script><script>\
                 fetch('vis-{events}.json').then((answer) => answer.json()).then((data) => {{\
                   new vis.Timeline(place, new vis.DataSet(data), {{ maxHeight: 600 }}); }});</script>"
            ),
        }
    }

    /// Finds, in the page, an event that can be seen.
    pub(crate) fn event(self) -> &'static str {
        match self {
            Self::Ledgerline => "document.querySelector('ledger-line')?.shadowRoot?.querySelector('.target, .entry')",
            Self::TimelineJs => "document.querySelector('.tl-timemarker-content-container')",
            Self::Vis => "document.querySelector('.vis-item')",
        }
    }

    /// Finds what is dragged.
    pub(crate) fn track(self) -> &'static str {
        match self {
            Self::Ledgerline => "document.querySelector('ledger-line').shadowRoot.querySelector('.plot')",
            Self::TimelineJs => "document.querySelector('.tl-timenav')",
            Self::Vis => "document.querySelector('.vis-panel.vis-center')",
        }
    }
}

/// The folder. Dropping it takes it away.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Writes the pages, the events and what each peer needs, compressed as a web server sends them.
    pub(crate) fn make(sizes: &[usize]) -> Result<Self> {
        let folder = Self(std::env::temp_dir().join(format!("ledgerline-bench-{}", std::process::id())));
        fs::create_dir_all(&folder.0)?;
        let npm = |package: &str, file: &str| project::npm_package(package).join(file);
        let copies = [
            (npm("@knight-lab/timelinejs", "dist/js/timeline.js"), "timelinejs.js"),
            (npm("@knight-lab/timelinejs", "dist/css/timeline.css"), "timelinejs.css"),
            (npm("vis-timeline", "standalone/umd/vis-timeline-graph2d.min.js"), "vis.js"),
            (npm("vis-timeline", "styles/vis-timeline-graph2d.min.css"), "vis.css"),
        ];
        for (from, name) in copies {
            fs::copy(&from, folder.0.join(name)).with_context(|| format!("{} is missing: npm ci", from.display()))?;
        }
        copy_all(&distribution(), &folder.0)?;
        let module = module()?;
        for events in sizes {
            for (name, text) in data(*events) {
                fs::write(folder.0.join(name), text)?;
            }
            for peer in Peer::ALL {
                fs::write(folder.0.join(format!("{}-{events}.html", peer.name())), page(peer, *events, &module))?;
            }
        }
        folder.compress()?;
        Ok(folder)
    }

    /// Serves it.
    pub(crate) fn serve(&self) -> Result<Server> {
        Cdn::new(&self.0).start(0)
    }

    fn compress(&self) -> Result<()> {
        let files = fs::read_dir(&self.0)?.filter_map(|entry| Some(entry.ok()?.path()));
        let plain = files.filter(|file| {
            let ending = file.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
            ["html", "js", "css", "json"].contains(&ending) && !file.with_extension(format!("{ending}.br")).exists()
        });
        let script = project::root().join("xtask/src/assemble/compress.mjs");
        let status = Command::new("node").arg(script).arg("9").args(plain).status()?;
        ensure!(status.success(), "the files could not be compressed");
        Ok(())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn distribution() -> PathBuf {
    std::env::var_os("LEDGERLINE_DIST").map_or_else(project::dist, PathBuf::from)
}

fn copy_all(from: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(from).context("there is no distribution; `cargo xtask build` makes it")? {
        let file = entry?.path();
        if file.is_file() {
            fs::copy(&file, to.join(file.file_name().unwrap_or_default()))?;
        }
    }
    Ok(())
}

/// The module that the pinned tag asks for ahead of the script.
fn module() -> Result<String> {
    let files = Manifest::read(&distribution())?.files;
    let module = files.into_iter().find(|file| file.first_load && file.path.ends_with(".wasm"));
    Ok(module.context("the distribution has no module")?.path)
}

/// Every peer's data is asked for ahead of its script, and our module as the pinned tag has it.
fn page(peer: Peer, events: usize, module: &str) -> String {
    let record = include_str!("record.js");
    let (event, body) = (peer.event(), peer.body(events));
    let data = format!("{}-{events}.json", peer.name());
    let ahead = |name: &str| format!("<link rel='preload' as='fetch' crossorigin='anonymous' href='{name}'>");
    let own = if peer == Peer::Ledgerline { ahead(module) } else { String::new() };
    let ahead = format!("{}{own}", ahead(&data));
    format!(
        "<!doctype html><html lang='en'><meta charset='utf-8'><meta name='viewport' content='width=device-width'>\
         <title>{events} events</title>{ahead}<script>{record}\nwatch(() => {event});</script>\
         <body style='margin: 0'><h1>{events} events</h1>{body}</body></html>"
    )
}

/// The same events for each peer: days spread over 120 years, with titles and a sentence.
fn data(events: usize) -> [(String, String); 3] {
    let all: Vec<(String, String, String)> = (0..events).map(event).collect();
    let kinds = ["war", "trade", "art"];
    let ours = all.iter().enumerate().map(|(place, (when, title, text))| {
        json!({ "id": format!("event-{place}"), "when": when, "title": title, "text": text,
                "category": kinds[place % 3], "importance": place % 5 + 1 })
    });
    let ours = json!({ "ledgerline": 1, "id": "bench", "lang": "en", "title": "Generated events",
        "summary": "As many as are asked for.", "events": ours.collect::<Vec<Value>>(),
        "categories": { "war": { "name": "War" }, "trade": { "name": "Trade" }, "art": { "name": "Art" } } });
    let knight = all.iter().map(|(when, title, text)| {
        let part = |from: usize, to: usize| when[from..to].parse::<u32>().unwrap_or_default();
        json!({ "start_date": { "year": part(0, 4), "month": part(5, 7), "day": part(8, 10) },
                "text": { "headline": title, "text": text } })
    });
    let knight = json!({ "events": knight.collect::<Vec<Value>>() });
    let vis = all
        .iter()
        .enumerate()
        .map(|(place, (when, title, text))| json!({ "id": place, "start": when, "content": title, "title": text }));
    let vis = Value::from(vis.collect::<Vec<Value>>());
    [
        (format!("ledgerline-{events}.json"), ours.to_string()),
        (format!("timelinejs-{events}.json"), knight.to_string()),
        (format!("vis-{events}.json"), vis.to_string()),
    ]
}

fn event(place: usize) -> (String, String, String) {
    // Steps that share no factor with the lengths, so that no two years look alike.
    let (year, month, day) = (1900 + place * 37 % 120, place * 7 % 12 + 1, place * 11 % 28 + 1);
    let (who, what) =
        (["Parliament", "The harbour", "A union", "The bank", "A poet"], ["opens", "closes", "votes", "moves"]);
    let title = format!("{} {} for the {place}th time", who[place % 5], what[place % 4]);
    let text = format!("In the year {year} this was the {place}th thing that anybody wrote down about it.");
    (format!("{year:04}-{month:02}-{day:02}"), title, text)
}

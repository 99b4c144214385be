//! One page, opened and handled as a reader would, with what that cost.

use std::time::Duration;

use anyhow::{Context, Error, Result, bail};
use serde_json::{Value, json};
use xtask::serve::Server;

use crate::engine::Engine;
use crate::page::{Browser, Page};
use crate::pages::Peer;

/// So long a page may take to come to rest. TimelineJS3 takes minutes with 10,000 events.
const LONGEST: Duration = Duration::from_secs(150);
/// The line: bits a second and milliseconds.
const LINE: (f64, u32) = (1.6e6, 150);
/// The processor is slowed by this factor.
const SLOWER: u32 = 4;

/// What a page cost.
pub(crate) struct Run {
    /// Whose.
    pub(crate) peer: Peer,
    /// How many events.
    pub(crate) events: usize,
    /// Width of the page in CSS pixels.
    pub(crate) width: u32,
    /// Bytes over the line, with heads.
    pub(crate) wire: f64,
    /// First paint, first event in sight, interactive: milliseconds after the navigation.
    pub(crate) paint: f64,
    /// When the first event was in sight.
    pub(crate) event: f64,
    /// When the main thread came to rest.
    pub(crate) interactive: f64,
    /// How long tasks kept the main thread beyond 50 ms each.
    pub(crate) blocked: f64,
    /// Nodes of the page, inner roots counted.
    pub(crate) nodes: f64,
    /// Bytes of the script's heap.
    pub(crate) heap: f64,
    /// Lengths of the frames while dragging: 95th percentile and worst, in milliseconds.
    pub(crate) drag: Option<(f64, f64)>,
    /// The same while zooming.
    pub(crate) zoom: Option<(f64, f64)>,
    /// Why it has no figures.
    pub(crate) failed: Option<String>,
}

impl Run {
    /// A page that could not be measured.
    pub(crate) fn failed(peer: Peer, events: usize, width: u32, error: &Error) -> Self {
        let none = f64::NAN;
        let failed = Some(format!("{error:#}").lines().next().unwrap_or_default().to_owned());
        let (wire, paint, event, interactive, blocked, nodes, heap) = (none, none, none, none, none, none, none);
        Self {
            peer,
            events,
            width,
            wire,
            paint,
            event,
            interactive,
            blocked,
            nodes,
            heap,
            drag: None,
            zoom: None,
            failed,
        }
    }
}

/// Opens and handles a page.
pub(crate) fn run(server: &Server, peer: Peer, events: usize, width: u32) -> Result<Run> {
    let page = slowed(width)?;
    let timeouts = thirtyfour::TimeoutConfiguration::new(Some(LONGEST * 2), Some(LONGEST * 2), None);
    page.wait(page.handle().update_timeouts(timeouts))?;
    page.wait(page.handle().goto(format!("{}/{}-{events}.html", server.origin(), peer.name())))?;
    let settled = page.js_async(&format!("return await settled({})", LONGEST.as_millis()))?;
    if settled != json!(true) {
        bail!("not at rest after {} s", LONGEST.as_secs());
    }
    let seen =
        page.js("return { ...seen, wire: wire(), nodes: nodes(document), heap: performance.memory.usedJSHeapSize }")?;
    let number = |name: &str| seen[name].as_f64().unwrap_or(f64::NAN);
    let handled = width > 1000;
    Ok(Run {
        peer,
        events,
        width,
        wire: number("wire"),
        paint: number("paint"),
        event: number("event"),
        interactive: number("event").max(number("last")),
        blocked: number("blocked"),
        nodes: number("nodes"),
        heap: number("heap"),
        drag: if handled { Some(drag(&page, peer)?) } else { None },
        zoom: if handled { Some(zoom(&page, peer)?) } else { None },
        failed: None,
    })
}

/// A fresh Chromium with a slow line and a slow processor.
pub(crate) fn slowed(width: u32) -> Result<Page> {
    let page = Page::new(Browser::start(Engine::Chromium)?)?;
    page.window(width, 900)?;
    let tell = |command: &str, with: Value| page.devtools(command, with);
    tell("Network.enable", json!({}))?;
    let bytes = LINE.0 / 8.0;
    tell(
        "Network.emulateNetworkConditions",
        json!({ "offline": false, "latency": LINE.1, "downloadThroughput": bytes, "uploadThroughput": bytes }),
    )?;
    slow(&page, f64::from(SLOWER))?;
    Ok(page)
}

/// Slows the processor by a rate of the browser's tools.
pub(crate) fn slow(page: &Page, rate: f64) -> Result<()> {
    page.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": rate }))
}

/// Slows the processor as many times as it is said to be: on a machine of few cores the browser's own slowing takes
/// more. Gives the rate that does it, and how many times slower a computation is then.
pub(crate) fn calibrated(page: &Page) -> Result<(f64, f64)> {
    let wanted = f64::from(SLOWER);
    slow(page, 1.0)?;
    let fast = computed(page)?;
    let (mut rate, mut slower) = (wanted, wanted);
    for _ in 0..CORRECTIONS {
        slow(page, rate)?;
        slower = computed(page)? / fast;
        if (slower / wanted - 1.0).abs() < 0.05 {
            break;
        }
        rate = (1.0 + (rate - 1.0) * (wanted - 1.0) / (slower - 1.0).max(0.1)).clamp(1.0, 2.0 * wanted);
    }
    Ok((rate, slower))
}

/// So often the rate is corrected at most.
const CORRECTIONS: usize = 5;

/// Milliseconds that a computation takes, the least of several: a browser that has just been started has other work
/// too, which makes some of them slower, and none quicker. Each is long, for the browser slows by stopping for a moment
/// again and again.
fn computed(page: &Page) -> Result<f64> {
    let time = page.js(
        "const work = () => { let x = 1; for (let step = 0; step < 1e7; step += 1) x = (x * 1103515245 + 12345) | 0; \
           return x; }; const timed = () => { const start = performance.now(); work(); return performance.now() - start; }; \
         timed(); return Math.min(...Array.from({ length: 15 }, timed));",
    )?;
    time.as_f64().filter(|time| *time > 0.0).context("the page told no time")
}

/// Sixty moves of the mouse to the left and back, one a frame.
fn drag(page: &Page, peer: Peer) -> Result<(f64, f64)> {
    let (x, y) = middle(page, peer)?;
    // A start at rest, in the middle of what there is to drag through.
    if peer == Peer::Ledgerline {
        for _ in 0..3 {
            page.js("document.querySelector('ledger-line').shadowRoot.querySelectorAll('.zoom button')[1].click()")?;
        }
    }
    let step = |place: i64| {
        let far = if place < 30 { place } else { 60 - place };
        json!({ "type": "pointerMove", "duration": 16, "x": x - far * 12, "y": y, "origin": "viewport" })
    };
    let mut moves = vec![
        json!({ "type": "pointerMove", "duration": 0, "x": x, "y": y, "origin": "viewport" }),
        json!({ "type": "pointerDown", "button": 0 }),
    ];
    moves.extend((1..=60).map(step));
    moves.push(json!({ "type": "pointerUp", "button": 0 }));
    filmed(
        page,
        json!([{ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": moves }]),
    )
}

/// Twenty notches of the wheel, with Ctrl where that zooms; six presses of the button where no wheel does.
fn zoom(page: &Page, peer: Peer) -> Result<(f64, f64)> {
    let (x, y) = middle(page, peer)?;
    if peer == Peer::TimelineJs {
        page.js("window.filmed = film()")?;
        for _ in 0..6 {
            page.js("document.querySelector('.tl-menubar-button').click()")?;
        }
        return frames(page);
    }
    let notch = |place: i64| {
        let delta = if place < 10 { -100 } else { 100 };
        json!({ "type": "scroll", "x": x, "y": y, "deltaX": 0, "deltaY": delta, "duration": 0, "origin": "viewport" })
    };
    let wheel = json!({ "type": "wheel", "id": "wheel", "actions": (0..20).map(notch).collect::<Vec<_>>() });
    if peer == Peer::Vis {
        return filmed(page, json!([wheel]));
    }
    let mut keys = vec![json!({ "type": "keyDown", "value": "\u{E009}" })];
    keys.extend((0..19).map(|_| json!({ "type": "pause", "duration": 0 })));
    keys.push(json!({ "type": "keyUp", "value": "\u{E009}" }));
    filmed(page, json!([{ "type": "key", "id": "keyboard", "actions": keys }, wheel]))
}

fn middle(page: &Page, peer: Peer) -> Result<(i64, i64)> {
    let track = peer.track();
    page.js(&format!("{track}.scrollIntoView({{ block: 'center' }})"))?;
    // Ground without an event, so that nothing else is pressed.
    let place = page.js(&format!(
        "const r = {track}.getBoundingClientRect(); return [r.left + r.width * 0.6, r.top + r.height * 0.3]"
    ))?;
    let whole = |at: usize| place[at].as_f64().unwrap_or_default() as i64;
    Ok((whole(0), whole(1)))
}

fn filmed(page: &Page, actions: Value) -> Result<(f64, f64)> {
    page.js("window.filmed = film()")?;
    page.act(actions)?;
    frames(page)
}

/// 95th percentile and worst of the frames that were filmed.
fn frames(page: &Page) -> Result<(f64, f64)> {
    let frames = page.js_async("await new Promise((done) => setTimeout(done, 300)); return window.filmed.stop()")?;
    let mut frames: Vec<f64> = frames.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    frames.sort_by(f64::total_cmp);
    let Some(worst) = frames.last().copied() else { bail!("no frame was seen") };
    Ok((frames[(frames.len() * 95).div_ceil(100).saturating_sub(1)], worst))
}

//! A step of a slider: from the input to the picture that is drawn anew.

use anyhow::Result;
use serde_json::{Value, json};

use crate::input::LEFT;
use crate::measure::slowed;
use crate::page::Page;

const STEPS: usize = 20;

/// Milliseconds from one to the next.
const APART: u32 = 400;

/// Notes for each input the time that passes until its frame is painted, and how much of that was work: what runs at
/// once, and the frame itself. The rest is the wait for the screen. A message comes as soon as the work before it is
/// done, where a timer would wait.
const NOTE: &str = "window.steps = []; const soon = (call) => { const { port1, port2 } = new MessageChannel(); \
       port1.onmessage = call; port2.postMessage(0); }; arguments[0].addEventListener('input', () => { \
       const start = performance.now(); let ran = start; soon(() => { ran = performance.now(); }); \
       requestAnimationFrame(() => { const frame = performance.now(); \
         soon(() => { const end = performance.now(); \
           window.steps.push([end - start, Math.max(0, Math.min(ran, frame) - start) + end - frame]); }); }); }, true);";

/// Presses the arrow key on the year's slider and on a lever, on the processor slowed four times, and tells what each
/// step took.
pub(crate) fn run() -> Result<()> {
    let page = slowed(1280)?;
    page.open("plain")?;
    page.find("slider", "Year")?;
    steps(&page, "all(document.body, 'slider', 'Year')[0]", "the year's slider")?;
    page.click("tab", "What if")?;
    page.find("slider", "Russia: Growth a year, %")?;
    steps(&page, "all(document.body, 'slider', 'Russia: Growth a year, %')[0]", "a lever of What if")
}

fn steps(page: &Page, slider: &str, name: &str) -> Result<()> {
    let note = NOTE.replace("arguments[0]", "slider");
    page.search(&format!("const slider = {slider}; slider.focus(); {note}"), Vec::new())?;
    // All in one command: to ask the page meanwhile would be work of its own.
    let step = [
        json!({ "type": "keyDown", "value": LEFT }),
        json!({ "type": "keyUp", "value": LEFT }),
        json!({ "type": "pause", "duration": APART }),
    ];
    let all: Vec<Value> = std::iter::repeat_n(step, STEPS).flatten().collect();
    page.act(json!([{ "type": "key", "id": "keyboard", "actions": all }]))?;
    page.until(&format!("window.steps.length === {STEPS}"))?;
    let steps = page.js("return window.steps")?;
    let of = |part: usize| {
        let mut times: Vec<f64> =
            steps.as_array().into_iter().flatten().filter_map(|step| step[part].as_f64()).collect();
        times.sort_by(f64::total_cmp);
        let at =
            |share: usize| times.get((times.len() * share / 100).min(times.len() - 1)).copied().unwrap_or_default();
        format!("median {:.0} ms, 95th percentile {:.0} ms", at(50), at(95))
    };
    println!("{name}, processor slowed 4 times, {STEPS} steps: until painted {}; work {}", of(0), of(1));
    Ok(())
}

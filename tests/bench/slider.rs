//! A step of a slider: from the input to the picture that is drawn anew.

use anyhow::Result;
use serde_json::{Value, json};

use crate::input::{LEFT, RIGHT};
use crate::measure::{calibrated, slowed};
use crate::page::Page;

const STEPS: usize = 20;

/// Milliseconds from one to the next.
const APART: u32 = 400;

/// A drag goes so many moves to one side and back, so often, each so many milliseconds after the one before.
const FAR: i64 = 8;
const ROUNDS: usize = 3;
const PACE: u32 = 32;

/// And each drag is made so often: what else the machine has to do makes one slower, and none quicker.
const RUNS: usize = 3;

/// Width of the thumb and of a move, in pixels: a year is wider than a step of a lever.
const YEAR: (f64, i64) = (44.0, -26);
const LEVER: (f64, i64) = (16.0, 4);

/// Notes for each input the time until the frame of its answer is painted, and until the frame after that is, which has
/// the pictures unless they wait for the slider to pause; and how much of the first was work: what runs at once, and the
/// frame itself. The rest is the wait for the screen. A message comes as soon as the work before it is done, where a timer
/// would wait.
const NOTE: &str = "window.steps = []; window.watching?.abort(); \
       const { signal } = window.watching = new AbortController(); const calls = [], { port1, port2 } = new MessageChannel(); \
       port1.onmessage = () => calls.shift()(performance.now()); \
       const painted = (call) => requestAnimationFrame(() => { const frame = performance.now(); \
         calls.push((end) => call(end, frame)); port2.postMessage(0); }); \
       let step; slider.addEventListener('input', () => { const own = step = { start: performance.now() }; \
         painted((end, frame) => { own.work = own.ran - own.start + end - frame; \
           painted((all) => window.steps.push([end - own.start, own.work, all - own.start])); }); }, { capture: true, signal }); \
       window.addEventListener('input', () => { step.ran = performance.now(); }, { signal });";

/// A slider that does nothing but write its value: what the browser itself takes for a step.
const BARE: &str = "data:text/html,<!doctype html><title>Bare</title><input type=range aria-label=Bare min=0 max=100 \
     step=0.5 style='width:300px'><p>0<script>document.querySelector('input').addEventListener('input', (event) => { \
     document.querySelector('p').textContent = event.target.value; })</script>";

/// Presses the arrow key on the year's slider and on a lever, and drags both, on the processor slowed four times, and
/// tells what each step took. First the same on a page with nothing but a slider.
pub(crate) fn run() -> Result<()> {
    let page = slowed(1280)?;
    let (rate, slower) = calibrated(&page)?;
    println!("the processor is slowed {slower:.1} times, by the rate {rate:.1} of the browser's tools");
    page.wait(page.handle().goto(BARE))?;
    let bare = "document.querySelector('input')";
    steps(&page, bare, "a page with a slider alone")?;
    drag(&page, bare, LEVER, "a page with a slider alone")?;
    page.open("plain")?;
    page.find("slider", "Year")?;
    let year = "all(document.body, 'slider', 'Year')[0]";
    steps(&page, year, "the year's slider")?;
    drag(&page, year, YEAR, "the year's slider")?;
    page.click("tab", "What if")?;
    page.find("slider", "Russia: Growth a year, %")?;
    let lever = "all(document.body, 'slider', 'Russia: Growth a year, %')[0]";
    steps(&page, lever, "a lever of What if")?;
    drag(&page, lever, LEVER, "a lever of What if")
}

/// Single steps by key, with a rest after each: to the left, and back to where the slider was.
fn steps(page: &Page, slider: &str, name: &str) -> Result<()> {
    watch(page, slider)?;
    // All in one command: to ask the page meanwhile would be work of its own.
    let step = |key: char| {
        [
            json!({ "type": "keyDown", "value": key }),
            json!({ "type": "keyUp", "value": key }),
            json!({ "type": "pause", "duration": APART }),
        ]
    };
    let all: Vec<Value> = [LEFT, RIGHT].into_iter().flat_map(|key| vec![key; STEPS / 2]).flat_map(step).collect();
    page.act(json!([{ "type": "key", "id": "keyboard", "actions": all }]))?;
    page.until(&format!("window.steps.length === {STEPS}"))?;
    tell(page, &format!("{name}, by key"))
}

/// To and fro by mouse, in moves of `by` pixels: one step comes upon the other.
fn drag(page: &Page, slider: &str, way: (f64, i64), name: &str) -> Result<()> {
    for run in 1..=RUNS {
        watch(page, slider)?;
        dragged(page, slider, way)?;
        page.until("window.steps.length > 0")?;
        tell(page, &format!("{name}, dragged, run {run} of {RUNS}"))?;
    }
    Ok(())
}

fn dragged(page: &Page, slider: &str, (thumb, by): (f64, i64)) -> Result<()> {
    let place = "const box = slider.getBoundingClientRect(); \
         const part = (slider.value - slider.min) / (slider.max - slider.min);";
    let at = format!("[box.left + {thumb} / 2 + (box.width - {thumb}) * part, box.top + box.height / 2]");
    let at = page.search(&format!("const slider = {slider}; {place} return {at}"), Vec::new())?;
    let [x, y] = [0, 1].map(|axis| at[axis].as_f64().unwrap_or_default().round() as i64);
    // A move that takes its time would be made in several.
    let go = |far: i64| {
        [
            json!({ "type": "pointerMove", "duration": 0, "x": x + far * by, "y": y, "origin": "viewport" }),
            json!({ "type": "pause", "duration": PACE }),
        ]
    };
    let mut moves: Vec<Value> = go(0).into();
    moves.push(json!({ "type": "pointerDown", "button": 0 }));
    for _ in 0..ROUNDS {
        moves.extend((1..=FAR).chain((0..FAR).rev()).flat_map(go));
    }
    moves.push(json!({ "type": "pointerUp", "button": 0 }));
    let mouse = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": moves });
    page.act(json!([mouse]))
}

/// Notes the steps of a slider from now on.
fn watch(page: &Page, slider: &str) -> Result<()> {
    let into = "slider.scrollIntoView({ block: 'center' }); slider.focus();";
    page.search(&format!("const slider = {slider}; {into} {NOTE}"), Vec::new())?;
    Ok(())
}

fn tell(page: &Page, name: &str) -> Result<()> {
    // The last is noted two frames after it was made.
    let steps = page.js_async("await new Promise((done) => setTimeout(done, 500)); return window.steps")?;
    let count = steps.as_array().map_or(0, Vec::len);
    let of = |part: usize| {
        let mut times: Vec<f64> =
            steps.as_array().into_iter().flatten().filter_map(|step| step[part].as_f64()).collect();
        times.sort_by(f64::total_cmp);
        let at =
            |share: usize| times.get((times.len() * share / 100).min(times.len() - 1)).copied().unwrap_or_default();
        format!("{:.1} ms (95th percentile {:.1})", at(50), at(95))
    };
    let (answer, work, all) = (of(0), of(1), of(2));
    println!(
        "{name}, {count} steps: answer painted after {answer}, of it work {work}; the frame behind it after {all}"
    );
    Ok(())
}

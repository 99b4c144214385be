//! A step of a slider: from the input to the picture that is drawn anew.

use anyhow::Result;
use serde_json::{Value, json};

use crate::input::{LEFT, RIGHT};
use crate::measure::{calibrated, slow, slowed};
use crate::page::Page;

/// Steps by key in a round, and the milliseconds from one to the next.
const STEPS: usize = 10;
const APART: u32 = 400;

/// A drag goes so many moves to one side and back, so often, each so many milliseconds after the one before.
const FAR: i64 = 8;
const TIMES: usize = 3;
const PACE: u32 = 32;

/// Every slider is stepped and dragged so often, by turns with the others: what else the machine has to do makes a round
/// slower, and none quicker, and may go on for minutes.
const ROUNDS: usize = 6;

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

/// A slider, on the page that has it, with the tab that shows it and its own name there.
struct Slider<'a> {
    name: &'a str,
    page: &'a Page,
    shown: Option<(&'a str, &'a str)>,
    /// Finds it, in script.
    found: &'a str,
    way: (f64, i64),
}

/// Median and 95th percentile, in milliseconds.
#[derive(Clone, Copy)]
struct Times(f64, f64);

/// What steps took until the answer was painted, how much of that was work, and until the frame behind it was painted.
struct Taken {
    count: usize,
    answer: Times,
    work: Times,
    all: Times,
}

/// Presses the arrow key on the year's slider and on a lever, and drags both, on the processor slowed four times, and
/// tells what a step took. By turns with them the same on a page with nothing but a slider.
pub(crate) fn run() -> Result<()> {
    let (bare, page) = (slowed(1280)?, slowed(1280)?);
    let (rate, slower) = calibrated(&bare)?;
    println!("the processor is slowed {slower:.1} times, by the rate {rate:.1} of the browser's tools");
    slow(&bare, 1.0)?;
    slow(&page, 1.0)?;
    bare.wait(bare.handle().goto(BARE))?;
    page.open("plain")?;
    page.find("slider", "Year")?;
    let (year, lever) = ("Year", "Russia: Growth a year, %");
    let found = |name: &str| format!("all(document.body, 'slider', '{name}')[0]");
    let (found_year, found_lever) = (found(year), found(lever));
    let sliders = [
        Slider {
            name: "a page with a slider alone",
            page: &bare,
            shown: None,
            found: "document.querySelector('input')",
            way: LEVER,
        },
        Slider {
            name: "the year's slider",
            page: &page,
            shown: Some(("Compare", year)),
            found: &found_year,
            way: YEAR,
        },
        Slider {
            name: "a lever of What if",
            page: &page,
            shown: Some(("What if", lever)),
            found: &found_lever,
            way: LEVER,
        },
    ];
    let mut rounds: Vec<Vec<[Taken; 2]>> = Vec::new();
    for round in 1..=ROUNDS {
        println!("round {round} of {ROUNDS}");
        rounds.push(sliders.iter().map(|slider| slider.round(rate)).collect::<Result<_>>()?);
    }
    println!("until the answer is painted, medians in ms: the least of {ROUNDS} rounds, and their middle");
    for (place, slider) in sliders.iter().enumerate() {
        for (way, told) in WAYS.iter().enumerate() {
            let of = |part: fn(&Taken) -> Times| least_and_middle(rounds.iter().map(|each| part(&each[place][way]).0));
            let (answer, work) = (of(|taken| taken.answer), of(|taken| taken.work));
            let told = format!("{}, {told}", slider.name);
            println!("{told:38} {:5.1} {:5.1}   of it work {:5.1} {:5.1}", answer.0, answer.1, work.0, work.1);
        }
    }
    Ok(())
}

const WAYS: [&str; 2] = ["by key", "dragged"];

fn least_and_middle(times: impl Iterator<Item = f64>) -> (f64, f64) {
    let mut times: Vec<f64> = times.collect();
    times.sort_by(f64::total_cmp);
    let at = |place: usize| times.get(place).copied().unwrap_or(f64::NAN);
    (at(0), at(times.len() / 2))
}

impl Slider<'_> {
    /// By key, then dragged. Only meanwhile its page is slowed: a slowed page that rests takes a processor, too.
    fn round(&self, rate: f64) -> Result<[Taken; 2]> {
        if let Some((tab, slider)) = self.shown {
            self.page.click("tab", tab)?;
            self.page.find("slider", slider)?;
        }
        let told = |way: &str| -> Result<Taken> {
            let taken = taken(self.page)?;
            taken.tell(&format!("{}, {way}", self.name));
            Ok(taken)
        };
        slow(self.page, rate)?;
        steps(self.page, self.found)?;
        let [by_key, dragged] = WAYS;
        let by_key = told(by_key)?;
        drag(self.page, self.found, self.way)?;
        let dragged = told(dragged)?;
        slow(self.page, 1.0)?;
        Ok([by_key, dragged])
    }
}

/// Single steps by key, with a rest after each: to the left, and back to where the slider was.
fn steps(page: &Page, slider: &str) -> Result<()> {
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
    page.until(&format!("window.steps.length === {STEPS}"))
}

/// To and fro by mouse, in moves of `by` pixels: one step comes upon the other.
fn drag(page: &Page, slider: &str, (thumb, by): (f64, i64)) -> Result<()> {
    watch(page, slider)?;
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
    for _ in 0..TIMES {
        moves.extend((1..=FAR).chain((0..FAR).rev()).flat_map(go));
    }
    moves.push(json!({ "type": "pointerUp", "button": 0 }));
    let mouse = json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" }, "actions": moves });
    page.act(json!([mouse]))?;
    page.until("window.steps.length > 0")
}

/// Notes the steps of a slider from now on.
fn watch(page: &Page, slider: &str) -> Result<()> {
    let into = "slider.scrollIntoView({ block: 'center' }); slider.focus();";
    page.search(&format!("const slider = {slider}; {into} {NOTE}"), Vec::new())?;
    Ok(())
}

/// What the steps took since [`watch`].
fn taken(page: &Page) -> Result<Taken> {
    // The last is noted two frames after it was made.
    let steps = page.js_async("await new Promise((done) => setTimeout(done, 500)); return window.steps")?;
    let of = |part: usize| {
        let mut times: Vec<f64> =
            steps.as_array().into_iter().flatten().filter_map(|step| step[part].as_f64()).collect();
        times.sort_by(f64::total_cmp);
        let at = |share: usize| {
            times.get((times.len() * share / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
        };
        Times(at(50), at(95))
    };
    Ok(Taken { count: steps.as_array().map_or(0, Vec::len), answer: of(0), work: of(1), all: of(2) })
}

impl Taken {
    fn tell(&self, name: &str) {
        let told = |times: Times| format!("{:.1} ms (95th percentile {:.1})", times.0, times.1);
        let (count, answer, work, all) = (self.count, told(self.answer), told(self.work), told(self.all));
        println!(
            "{name}, {count} steps: answer painted after {answer}, of it work {work}; the frame behind it after {all}"
        );
    }
}

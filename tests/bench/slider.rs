//! A step of the year's slider: from the key to the picture that is drawn anew.

use anyhow::Result;
use serde_json::{Value, json};

use crate::input::RIGHT;
use crate::measure::slowed;

const STEPS: usize = 20;

/// Presses the arrow key on the year's slider, on the processor slowed four times, and tells what each step took.
pub(crate) fn run() -> Result<()> {
    let page = slowed(1280)?;
    page.open("plain")?;
    page.find("slider", "Year")?;
    page.search(
        "const slider = all(document.body, 'slider', 'Year')[0]; slider.focus(); slider.value = 1995; \
         slider.dispatchEvent(new Event('input', { bubbles: true })); window.steps = []; \
         slider.addEventListener('input', () => { const start = performance.now(); \
           requestAnimationFrame(() => setTimeout(() => window.steps.push(performance.now() - start))); }, true);",
        Vec::new(),
    )?;
    for _ in 0..STEPS {
        page.press(RIGHT)?;
    }
    page.until(&format!("window.steps.length === {STEPS}"))?;
    let steps = page.js("return window.steps")?;
    let mut steps: Vec<f64> = steps.as_array().into_iter().flatten().filter_map(Value::as_f64).collect();
    steps.sort_by(f64::total_cmp);
    let at = |part: usize| {
        steps.get((steps.len() * part / 100).min(steps.len().saturating_sub(1))).map(|ms| json!(ms.round()))
    };
    println!("a step of the year's slider, processor slowed 4 times, {STEPS} steps:");
    println!("median {} ms, 95th percentile {} ms", at(50).unwrap_or_default(), at(95).unwrap_or_default());
    Ok(())
}

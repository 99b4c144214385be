//! What a reader's hands do: click, tap, press keys.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::WebElement;
use thirtyfour::common::command::{Actions, Command};

use crate::page::Page;

/// Keys as WebDriver writes them.
pub(crate) const TAB: char = '\u{E004}';
/// The Enter key.
pub(crate) const ENTER: char = '\u{E007}';
/// The Escape key.
pub(crate) const ESCAPE: char = '\u{E00C}';
/// The arrow to the right.
pub(crate) const RIGHT: char = '\u{E014}';
/// The End key.
pub(crate) const END: char = '\u{E010}';
/// The key that deletes what is behind the cursor, or chosen.
pub(crate) const DELETE: char = '\u{E017}';
/// The arrow to the left.
pub(crate) const LEFT: char = '\u{E012}';

impl Page {
    /// Clicks with the mouse.
    pub(crate) fn click(&self, role: &str, name: &str) -> Result<()> {
        let element = self.find(role, name)?;
        self.wait(element.scroll_into_view())?;
        Ok(self.wait(element.click())?)
    }

    /// Taps with a finger.
    pub(crate) fn tap(&self, role: &str, name: &str) -> Result<()> {
        let element = self.find(role, name)?;
        self.wait(element.scroll_into_view())?;
        let finger = [
            json!({ "type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": origin(&element) }),
            json!({ "type": "pointerDown", "button": 0 }),
            json!({ "type": "pointerUp", "button": 0 }),
        ];
        self.act(json!([{
            "type": "pointer", "id": "finger", "parameters": { "pointerType": "touch" }, "actions": finger,
        }]))
    }

    /// Presses a key wherever the focus is.
    pub(crate) fn press(&self, key: char) -> Result<()> {
        let strokes = ["keyDown", "keyUp"].map(|kind| json!({ "type": kind, "value": key }));
        self.act(json!([{ "type": "key", "id": "keyboard", "actions": strokes }]))
    }

    /// Chooses an option of a combobox by what it says.
    pub(crate) fn choose(&self, name: &str, option: &str) -> Result<()> {
        let combobox = self.find("combobox", name)?;
        let options = self.wait(combobox.find_all(thirtyfour::By::Tag("option")))?;
        for each in &options {
            if self.wait(each.text())?.trim() == option {
                return Ok(self.wait(each.click())?);
            }
        }
        bail!("{name} has no option {option:?}")
    }

    /// Types a number into a field, in place of what it holds, and leaves the field by Enter.
    pub(crate) fn type_into(&self, name: &str, text: &str) -> Result<()> {
        let field = self.find("spinbutton", name)?;
        self.wait(field.scroll_into_view())?;
        // As a hand does it: a field that WebDriver clears takes that for a choice, and shows again what counts.
        self.execute("arguments[0].focus(); arguments[0].select()", vec![field.to_json()?])?;
        self.wait(field.send_keys(text))?;
        self.press(ENTER)
    }

    /// Waits until a field holds this.
    pub(crate) fn until_value(&self, name: &str, value: &str) -> Result<()> {
        let held = self.poll(|| {
            let field = self.find("spinbutton", name)?;
            Ok((self.wait(field.prop("value"))?.as_deref() == Some(value)).then_some(()))
        })?;
        held.with_context(|| format!("{name} never holds {value}"))
    }

    /// Makes actions as WebDriver has them: one list for each device.
    pub(crate) fn act(&self, actions: Value) -> Result<()> {
        self.wait(self.handle().cmd(Command::PerformActions(Actions::from(actions))))?;
        Ok(())
    }
}

fn origin(element: &WebElement) -> Value {
    // The name that WebDriver gives to a reference to an element.
    json!({ "element-6066-11e4-a52e-4f735466cecf": element.element_id().to_string() })
}

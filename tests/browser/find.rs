//! Finding by role and accessible name.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use thirtyfour::WebElement;

use crate::page::Page;

const LIBRARY: &str = include_str!("find.js");

impl Page {
    /// Waits for an element of the widget, by role and name. A name that begins with `~` is a part of one.
    pub(crate) fn find(&self, role: &str, name: &str) -> Result<WebElement> {
        let found = self.poll(|| {
            let script = format!("{LIBRARY}\nreturn all(document.body, arguments[0], arguments[1])[0] || null;");
            let value = self.execute(&script, vec![json!(role), json!(name)])?;
            Ok(value.element().ok())
        })?;
        match found {
            Some(element) => Ok(element),
            None => bail!("no {role} named {name:?}; there are {:?}", self.names(role)?),
        }
    }

    /// Whether there is such an element now.
    pub(crate) fn has(&self, role: &str, name: &str) -> Result<bool> {
        let script = "return all(document.body, arguments[0], arguments[1]).length > 0;";
        Ok(self.search(script, vec![json!(role), json!(name)])? == json!(true))
    }

    /// Waits until no such element is there any more.
    pub(crate) fn gone(&self, role: &str, name: &str) -> Result<()> {
        let gone = self.poll(|| Ok((!self.has(role, name)?).then_some(())))?;
        gone.with_context(|| format!("{role} {name:?} is still there"))
    }

    /// The names of all elements of a role, in the order of the page.
    pub(crate) fn names(&self, role: &str) -> Result<Vec<String>> {
        let script = "return all(document.body, arguments[0], '').map(name);";
        let names = self.search(script, vec![json!(role)])?;
        Ok(serde_json::from_value(names)?)
    }

    /// Role and name of the element that has the focus, as in `button Close`.
    pub(crate) fn focus(&self) -> Result<String> {
        let script = "const e = focused(); return e ? `${role(e)} ${name(e)}` : '';";
        let focus = self.search(script, Vec::new())?;
        Ok(focus.as_str().unwrap_or_default().to_owned())
    }

    /// Runs a script that may use the functions of `find.js`.
    pub(crate) fn search(&self, script: &str, arguments: Vec<Value>) -> Result<Value> {
        Ok(self.execute(&format!("{LIBRARY}\n{script}"), arguments)?.json().clone())
    }
}

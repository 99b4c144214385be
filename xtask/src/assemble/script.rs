//! `embed.js`: one classic script made of what the build knows, wasm-bindgen's glue and the element's class.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use serde::Serialize;

use super::glue;
use crate::build::split;

/// What the script knows of its build: the constant `BUILD` that the files of `src/embed/loader` read.
#[derive(Debug, Serialize)]
pub struct Build {
    /// The product's version.
    pub version: String,
    /// The module.
    pub module: Hashed,
    /// The part of it that is fetched later.
    pub later: Hashed,
    /// The default story's file name, relative to the distribution.
    pub story: String,
    /// The name of both modules' sections that hold the stylesheet.
    pub sheet: String,
    /// The messages that are needed before the module runs, by key without `loader.`.
    pub words: BTreeMap<String, String>,
}

/// A file that belongs to this build and no other.
#[derive(Debug, Serialize)]
pub struct Hashed {
    /// Its name, relative to the distribution.
    pub name: String,
    /// What it must hash to, as `fetch` takes it.
    pub integrity: String,
}

/// Where the glue takes the module's functions. They go through `watched` of `src/embed/loader`, which sees the
/// module stop, whoever called it.
const EXPORTS: &str = "wasm = instance.exports;";
const WATCHED: &str = "wasm = watched(instance.exports);";

/// How the glue asks for what the first part of the module knows the later one by, and the loader's answer to that.
fn require() -> [String; 2] {
    [format!("require(\"{}\")", split::LINK), "link(() => wasm)".to_owned()]
}

/// The loader's files, in their order.
pub const LOADER: [&str; 9] =
    ["start", "engine", "protocol", "outer", "address", "place", "widget", "element", "claims"];

/// The script, not yet minified. Everything stays inside one function, so that the page gets no new global. The glue is
/// made anew for each instance: it keeps the instance's memory.
pub fn compose(build: &Build, glue: &str, loader: &str) -> Result<String> {
    if !glue.contains("wasm_bindgen") {
        bail!("the glue defines no `wasm_bindgen`; it must be made with --target no-modules");
    }
    if glue.matches(EXPORTS).count() != 1 {
        bail!("the glue of this wasm-bindgen takes the module's functions in another way than `{EXPORTS}`");
    }
    let [require, link] = require();
    if glue.matches(&require).count() != 1 {
        bail!("the glue of this wasm-bindgen asks for the later part of the module in another way than `{require}`");
    }
    let glue = glue::lean(&glue.replace(EXPORTS, WATCHED).replace(&require, &link));
    let build = serde_json::to_string(build)?;
    Ok(format!(
        "(function () {{\n\"use strict\";\nconst BUILD = {build};\nconst glue = () => {{\n{glue}\nreturn \
         wasm_bindgen;\n}};\n{loader}\n}})();\n"
    ))
}

/// Fails if the script makes code from text, which no newsroom's policy allows. The glue's own words for
/// showing a function, a template that begins with `Function(`, are no call.
pub fn refuse_eval(script: &str) -> Result<()> {
    for call in ["eval(", "Function("] {
        for (at, _) in script.match_indices(call) {
            let before = script[..at].chars().next_back().unwrap_or(' ');
            if before.is_alphanumeric() || "_$`'\"".contains(before) {
                continue;
            }
            let around: String = script[at..].chars().take(60).collect();
            bail!("embed.js makes code from text, which a strict policy refuses: `{around}`");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hashed(name: &str) -> Hashed {
        Hashed { name: name.to_owned(), integrity: "sha384-x".to_owned() }
    }

    fn build() -> Build {
        Build {
            version: "0.1.0".to_owned(),
            module: hashed("ledgerline-0.wasm"),
            later: hashed("ledgerline-later-0.wasm"),
            story: "stories/x-0.json".to_owned(),
            sheet: "css".to_owned(),
            words: BTreeMap::from([("failed".to_owned(), "It \"failed\".".to_owned())]),
        }
    }

    #[test]
    fn the_script_is_one_function_with_build_glue_and_loader_in_this_order() -> Result<()> {
        let [require, link] = require();
        let glue = format!("const import1 = {require}; let wasm_bindgen = 1; {EXPORTS}");
        let script = compose(&build(), &glue, "class Element {}")?;
        assert!(script.starts_with("(function () {\n\"use strict\";\nconst BUILD = {\"version\":"));
        assert!(script.contains(r#""failed":"It \"failed\".""#));
        assert!(script.find("wasm_bindgen") < script.find("class Element"));
        assert!(script.contains(WATCHED) && script.contains(&link) && !script.contains(&require));
        assert!(script.ends_with("})();\n"));
        Ok(())
    }

    #[test]
    fn glue_of_another_kind_is_refused() {
        for glue in ["export default 1;", "let wasm_bindgen = 1;", &format!("let wasm_bindgen = 1; {EXPORTS}")] {
            assert!(compose(&build(), glue, "").is_err(), "{glue}");
        }
    }

    #[test]
    fn code_made_from_text_is_refused() {
        for script in ["a=eval('1')", "new Function('return this')", "g=Function(\"x\")()"] {
            assert!(refuse_eval(script).is_err(), "{script}");
        }
    }

    #[test]
    fn names_that_only_look_like_it_pass() {
        for script in ["`Function(${e})`", "isFunction(a)", "medieval(x)", "a_eval(1)"] {
            assert!(refuse_eval(script).is_ok(), "{script}");
        }
    }
}

//! A state as text.

use std::fmt::{self, Display, Formatter, Write as _};

use super::names::flow_name;
use super::{Link, Mode, Part, Unknown, VERSION, View};
use crate::compare::Measure;
use crate::float::text;
use crate::story::Lever;

impl Display for Link {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{VERSION}")?;
        let mut out = Out(f);
        self.calculator(&mut out)?;
        self.inputs(&mut out)?;
        self.timeline(&mut out)
    }
}

impl Link {
    fn calculator(&self, out: &mut Out<'_, '_>) -> fmt::Result {
        out.maybe("v", self.view.map(View::name))?;
        out.maybe("m", self.mode.map(Mode::name))?;
        out.maybe("a", self.a.as_deref())?;
        out.maybe("b", self.b.as_deref())?;
        out.maybe("y", self.when.map(years).as_deref())?;
        out.maybe("as", self.measure.map(Measure::name))?;
        out.maybe("f", self.flow.map(flow_name))?;
        out.part("p", &self.prices)?;
        out.part("c", &self.currency)?;
        out.part("s", &self.sources)
    }

    fn inputs(&self, out: &mut Out<'_, '_>) -> fmt::Result {
        out.maybe("t", self.target.unknown.map(Unknown::name))?;
        out.number("to", self.target.amount)?;
        out.number("by", self.target.by.map(f64::from))?;
        out.number("g", self.target.growth)?;
        out.part("sc", &self.scenario)?;
        out.list("l", self.levers.iter().map(lever))?;
        out.number("u", self.until.map(f64::from))?;
        out.number("fr", self.fraction)?;
        out.maybe("d", self.lines.map(|lines| if lines { "lines" } else { "bars" }))?;
        out.maybe("k", self.linear.map(|linear| if linear { "linear" } else { "log" }))?;
        out.part("cl", &self.claim)
    }

    fn timeline(&self, out: &mut Out<'_, '_>) -> fmt::Result {
        out.part("r", &self.range)?;
        out.part("ln", &self.lanes)?;
        out.list("h", self.hidden.iter().map(|id| encoded(id)))?;
        out.part("q", &self.query)?;
        out.part("e", &self.event)?;
        out.part("n", &self.scene)
    }
}

struct Out<'a, 'f>(&'a mut Formatter<'f>);

impl Out<'_, '_> {
    fn maybe(&mut self, key: &str, value: Option<&str>) -> fmt::Result {
        match value {
            Some(value) => write!(self.0, ";{key}={}", encoded(value)),
            None => Ok(()),
        }
    }

    fn part(&mut self, key: &str, part: &Part<impl ToString>) -> fmt::Result {
        match part {
            Part::Unsaid => Ok(()),
            Part::Nothing => self.maybe(key, Some("")),
            Part::Is(value) => self.maybe(key, Some(&value.to_string())),
        }
    }

    fn number(&mut self, key: &str, value: Option<f64>) -> fmt::Result {
        match value {
            Some(value) => write!(self.0, ";{key}={}", text(value)),
            None => Ok(()),
        }
    }

    fn list(&mut self, key: &str, items: impl Iterator<Item = String>) -> fmt::Result {
        let text = items.collect::<Vec<_>>().join(",");
        if text.is_empty() { Ok(()) } else { write!(self.0, ";{key}={text}") }
    }
}

fn years((from, until): (i32, i32)) -> String {
    if from == until { from.to_string() } else { format!("{from}/{until}") }
}

fn lever((name, lever): &(String, Lever)) -> String {
    let name = encoded(name);
    match lever {
        Lever::Number(number) => format!("{name}:{}", text(*number)),
        Lever::Once { when, amount } => format!("{name}:{when}:{}", text(*amount)),
    }
}

/// Text with everything percent-encoded that an address or this format could take for its own.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => out.push(char::from(byte)),
            // Writing to a string cannot fail.
            _ => drop(write!(out, "%{byte:02X}")),
        }
    }
    out
}

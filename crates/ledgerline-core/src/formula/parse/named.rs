//! Cells and calls: what begins with a name.

use super::{Parsed, Parser, short};
use crate::formula::{Expr, Function, MOST_CELLS, NAMES, SyntaxError, SyntaxKind};

impl Parser<'_> {
    /// A cell or a call: both begin with a name.
    pub(super) fn named(&mut self) -> Parsed {
        let mark = self.scan.mark();
        let name = self.scan.take_while(|letter| letter.is_alphanumeric() || letter == '_');
        if !name.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_') {
            return Err(self.scan.error_at(mark, SyntaxKind::Capitals(short(name))));
        }
        match self.scan.peek() {
            Some('[') => self.cell(name),
            Some('(') => self.nested(|parser| {
                parser.scan.bracket('(')?;
                parser.call(mark, name)
            }),
            _ if NAMES.contains(&name) => self.scan.bracket('(').and_then(|()| self.call(mark, name)),
            _ => Err(self.scan.error_at(mark, SyntaxKind::NoYear(short(name)))),
        }
    }

    fn cell(&mut self, series: &str) -> Parsed {
        self.scan.bracket('[')?;
        let year = self.year()?;
        let range = self.scan.mark();
        let until = if self.scan.take('.') {
            self.scan.bracket('.')?;
            Some(self.year()?)
        } else {
            None
        };
        if let Some(until) = until.filter(|until| *until < year) {
            return Err(self.scan.error_at(range, SyntaxKind::Backwards(year, until)));
        }
        let tag = if self.scan.take('@') { Some(self.tag()?) } else { None };
        self.scan.bracket(']')?;
        self.cells += i64::from(until.unwrap_or(year)) - i64::from(year) + 1;
        if self.cells > MOST_CELLS {
            return Err(self.scan.error_at(range, SyntaxKind::TooManyCells));
        }
        Ok(Expr::Cell { series: series.to_owned(), year, until, tag })
    }

    fn tag(&mut self) -> Result<String, SyntaxError> {
        let mark = self.scan.mark();
        let tag = self.scan.take_while(|letter| letter != ']').trim();
        if tag.is_empty() { Err(self.scan.error_at(mark, SyntaxKind::NoTag)) } else { Ok(tag.to_owned()) }
    }

    fn year(&mut self) -> Result<i32, SyntaxError> {
        let mark = self.scan.mark();
        let minus = self.scan.take('-');
        let digits = self.scan.take_while(char::is_alphanumeric);
        let year = digits.parse::<i32>().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
        let found = if digits.is_empty() { self.scan.ahead() } else { short(digits) };
        let year = year.ok_or_else(|| self.scan.error_at(mark, SyntaxKind::BadYear(found)))?;
        Ok(if minus { -year } else { year })
    }

    /// What stands between the brackets of a call.
    fn call(&mut self, mark: usize, name: &str) -> Parsed {
        if name == "in" {
            let currency = self.currency()?;
            self.scan.bracket(',')?;
            let part = self.expr()?;
            self.scan.bracket(')')?;
            return Ok(Expr::In(currency, Box::new(part)));
        }
        if name == "real" {
            let part = self.expr()?;
            self.scan.bracket(',')?;
            let year = self.year()?;
            self.scan.bracket(')')?;
            return Ok(Expr::Real(Box::new(part), year));
        }
        let unknown = SyntaxKind::UnknownFunction(short(name));
        let function = Function::from_name(name).ok_or_else(|| self.scan.error_at(mark, unknown))?;
        let parts = self.arguments(function)?;
        match misuse(function, &parts) {
            Some(kind) => Err(self.scan.error_at(mark, kind)),
            None => Ok(Expr::Call(function, parts)),
        }
    }

    fn arguments(&mut self, function: Function) -> Result<Vec<Expr>, SyntaxError> {
        let mut parts = Vec::new();
        if self.scan.take(')') {
            return Ok(parts);
        }
        loop {
            let mark = self.scan.mark();
            let part = self.expr()?;
            // What splits a range is itself a range, and is looked at where it stands.
            let any = function.takes_ranges() || function.splits();
            parts.push(if any { part } else { self.single(mark, part)? });
            if !self.scan.take(',') {
                self.scan.bracket(')')?;
                return Ok(parts);
            }
        }
    }
}

/// What is wrong with the arguments of a function, as far as their form tells.
fn misuse(function: Function, parts: &[Expr]) -> Option<SyntaxKind> {
    if !function.arity().contains(&parts.len()) {
        return Some(SyntaxKind::Arity(function, parts.len()));
    }
    if function == Function::Falls && !parts.iter().all(Expr::is_list) {
        return Some(SyntaxKind::NoRange(function));
    }
    let cells = parts.iter().all(|part| matches!(part, Expr::Cell { .. }));
    (function.splits() && !cells).then_some(SyntaxKind::NoCell(function))
}

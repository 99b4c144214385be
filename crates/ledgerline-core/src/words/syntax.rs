//! What is wrong with the text of a formula, in words.

use super::{Key, Words};
use crate::formula::{Function, NAMES, SyntaxError, SyntaxKind};
use crate::story::nearest::nearest;

/// What is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub hint: String,
}

const CELL: &str = "china[2013]";
const RANGE: &str = "china[2004..2013]";

impl Words {
    /// What is wrong with the text of a formula.
    pub fn syntax(&self, error: &SyntaxError) -> Explained {
        Explained { message: self.wrong(&error.kind), hint: self.hint(&error.kind) }
    }

    fn wrong(&self, kind: &SyntaxKind) -> String {
        let about = |key, found: &str| self.say(key, &[("found", found)]);
        let of = |key, function: &Function| self.say(key, &[("function", function.name())]);
        match kind {
            SyntaxKind::TooLong => self.text(Key::FormulaTooLong).to_owned(),
            SyntaxKind::TooDeep => self.text(Key::FormulaTooDeep).to_owned(),
            SyntaxKind::TooManyCells => self.text(Key::FormulaTooManyCells).to_owned(),
            SyntaxKind::NoValue(found) if found.is_empty() => self.text(Key::FormulaNoValue).to_owned(),
            SyntaxKind::NoValue(found) => about(Key::FormulaNoValueBefore, found),
            SyntaxKind::NotExpected(found) => about(Key::FormulaNotExpected, found),
            SyntaxKind::NoBracket { wanted, found } => self.no_bracket(*wanted, found),
            SyntaxKind::BadNumber(found) => about(Key::FormulaBadNumber, found),
            SyntaxKind::Capitals(found) => about(Key::FormulaCapitals, found),
            SyntaxKind::NoYear(found) => about(Key::FormulaNoYear, found),
            SyntaxKind::BadYear(found) => about(Key::FormulaBadYear, found),
            SyntaxKind::Backwards(..) => self.text(Key::FormulaBackwards).to_owned(),
            SyntaxKind::NoTag => self.text(Key::FormulaNoTag).to_owned(),
            SyntaxKind::UnknownFunction(found) => about(Key::FormulaUnknownFunction, found),
            SyntaxKind::Arity(function, count) => {
                self.count(Key::FormulaArity, *count, &[("function", function.name())])
            }
            SyntaxKind::RangeHere(found) => about(Key::FormulaRangeHere, found),
            SyntaxKind::NoRange(function) => of(Key::FormulaNoRange, function),
            SyntaxKind::NoCell(function) => of(Key::FormulaNoCell, function),
            SyntaxKind::NoCurrency(found) => about(Key::FormulaNoCurrency, found),
        }
    }

    fn hint(&self, kind: &SyntaxKind) -> String {
        let write = |example: &str| self.say(Key::FormulaWrite, &[("example", example)]);
        match kind {
            SyntaxKind::TooLong | SyntaxKind::TooDeep | SyntaxKind::TooManyCells => {
                self.text(Key::FormulaShorter).to_owned()
            }
            SyntaxKind::NoValue(_) => self.say(Key::FormulaValues, &[("example", CELL)]),
            SyntaxKind::NotExpected(_) => self.text(Key::FormulaOperators).to_owned(),
            SyntaxKind::NoBracket { .. } => self.say(Key::FormulaBrackets, &[("example", CELL), ("range", RANGE)]),
            SyntaxKind::BadNumber(_) => self.text(Key::FormulaNumbers).to_owned(),
            SyntaxKind::Capitals(found) => write(&found.to_ascii_lowercase()),
            SyntaxKind::NoYear(found) => write(&format!("{found}[2013]")),
            SyntaxKind::BadYear(_) => write(CELL),
            SyntaxKind::Backwards(from, until) => write(&format!("{until}..{from}")),
            SyntaxKind::NoTag => write("china[2013 @ kotra]"),
            SyntaxKind::UnknownFunction(found) => self.known_functions(found),
            SyntaxKind::Arity(function, _) | SyntaxKind::NoRange(function) | SyntaxKind::NoCell(function) => {
                write(function.usage())
            }
            SyntaxKind::RangeHere(_) => self.text(Key::FormulaRanges).to_owned(),
            SyntaxKind::NoCurrency(_) => self.text(Key::FormulaCurrencies).to_owned(),
        }
    }

    fn no_bracket(&self, wanted: char, found: &str) -> String {
        let wanted = wanted.to_string();
        match found {
            "" => self.say(Key::FormulaNoBracket, &[("wanted", &wanted)]),
            found => self.say(Key::FormulaNoBracketBefore, &[("wanted", &wanted), ("found", found)]),
        }
    }

    fn known_functions(&self, found: &str) -> String {
        match nearest(found, &mut NAMES.into_iter()) {
            Some(name) => self.say(Key::RefusalDidYouMean, &[("name", name)]),
            None => self.say(Key::FormulaFunctions, &[("names", &self.list(&NAMES.map(str::to_owned)))]),
        }
    }
}

//! What is wrong with the text of a formula. Words for it are in `words`.

use super::Function;

/// What is wrong with the text of a formula, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SyntaxError {
    /// Place in the text, in characters from 0.
    pub at: usize,
    /// What is wrong.
    pub kind: SyntaxKind,
}

/// What is wrong with the text of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxKind {
    /// More than 2,000 characters.
    TooLong,
    /// More than 32 brackets in each other.
    TooDeep,
    /// More than 1,000 cells.
    TooManyCells,
    /// A value is wanted here; there is this instead, or nothing.
    NoValue(String),
    /// Behind the formula, or between two parts, there is this.
    NotExpected(String),
    /// This bracket is wanted; there is something else instead, or nothing.
    NoBracket {
        /// The bracket.
        wanted: char,
        /// What is there.
        found: String,
    },
    /// No number, such as `1e3` or `1.`.
    BadNumber(String),
    /// Names are in small letters.
    Capitals(String),
    /// A name without a year.
    NoYear(String),
    /// No year, such as `20x3`.
    BadYear(String),
    /// A range that ends before it starts.
    Backwards(i32, i32),
    /// Nothing behind `@`.
    NoTag,
    /// No function of this name.
    UnknownFunction(String),
    /// A wrong number of arguments.
    Arity(Function, usize),
    /// A range where one value is wanted.
    RangeHere(String),
    /// A function of a range got something else.
    NoRange(Function),
    /// `exports`, `imports` and `balance` want a cell.
    NoCell(Function),
    /// `in` wants a currency first.
    NoCurrency(String),
}

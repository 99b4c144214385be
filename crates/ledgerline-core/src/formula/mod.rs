//! The formula behind every number: its language, its tree, its evaluation with spread and trace, and its refusals.
//!
//! A formula is read ([`parse`]), its cells are looked up and its units checked (`resolve`), and then it is
//! computed for the preferred values (`node`) and over all sources (`spread`).

mod bounds;
mod cells;
mod counted;
mod evaluate;
mod expr;
mod function;
mod node;
mod outcome;
mod parse;
mod prices;
mod print;
mod refusal;
mod resolve;
mod scan;
mod signature;
mod slopes;
mod spread;
mod syntax;
mod units;

pub use cells::part;
pub(crate) use evaluate::{at_ends, some_pick};
pub use evaluate::{evaluate, evaluate_by, over_all, steps, steps_by};
pub use expr::{Expr, Operator};
pub use function::Function;
pub(crate) use function::NAMES;
pub use outcome::{Factor, Flow, Outcome, Range, Sources, Spread, Step, TracedCell, Unit, Warning};
pub use parse::parse;
pub use refusal::{Above, Refusal, locate};
pub use syntax::{SyntaxError, SyntaxKind};

/// So many values a formula takes at most.
const MOST_CELLS: i64 = 1_000;

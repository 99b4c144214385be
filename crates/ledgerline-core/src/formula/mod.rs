//! The formula behind every number: its tree, its evaluation with spread and trace, and its refusals.

mod evaluate;
mod expr;
mod outcome;
mod refusal;
mod spread;

pub use evaluate::evaluate;
pub use expr::{Expr, Operator};
pub use outcome::{Outcome, Spread, TracedCell, Unit};
pub use refusal::Refusal;

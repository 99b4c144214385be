//! Claims: what the article asserts, checked by the rule that its author or the editor declared.
//!
//! [`check`] does one claim with its variants, [`check_on`] on other terms, and gives plain data; [`Words`](crate::words::Words) says it:
//! `claim` and `variant` the whole, `verdict` the few words beside a number, `claim_result` the number itself with
//! its spread, `rule_by` the rule with who set it, `reason` why there is none.
//!
//! The sum is the engine's and the rule is somebody's: a verdict always stands beside both, and none of them says
//! "true" or "false".

mod check;
mod dates;
mod figure;
mod number;
mod region;
mod rule;

pub use check::{Checked, Reading, Reason, check, check_on};
pub use dates::Fit;
pub use figure::Figure;
pub use number::{Form, Stated};
pub use region::{End, Region};
pub use rule::{Rule, RuleError, RuleErrorKind};

/// What comes of a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// The preferred result, or every event, is inside the rule.
    Holds {
        /// Whether all of the spread is inside; false reads "not by every source".
        unanimous: bool,
    },
    /// The preferred result is outside or absent, and that of some other pick of sources is inside; or some of
    /// the events are, or parts of their dates.
    Depends,
    /// The whole spread, or every event, is outside.
    Fails,
    /// There is nothing to hold against the rule, or no rule that could be read.
    Unchecked(Reason),
}

impl Verdict {
    /// The name in JSON: `holds`, `depends`, `fails` or `unchecked`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Holds { .. } => "holds",
            Self::Depends => "depends",
            Self::Fails => "fails",
            Self::Unchecked(_) => "unchecked",
        }
    }

    /// Whether every source leads to this verdict; `None` where there is none.
    pub fn unanimous(&self) -> Option<bool> {
        match self {
            Self::Holds { unanimous } => Some(*unanimous),
            Self::Depends => Some(false),
            Self::Fails => Some(true),
            Self::Unchecked(_) => None,
        }
    }
}

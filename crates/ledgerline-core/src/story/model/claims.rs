//! What the article asserts.

use crate::story::read::{Form, choices, record};
use crate::story::report::Kind;

record! {
    /// What the article asserts.
    #[derive(Default)]
    pub struct Claim {
        /// Names the claim in links and in the host page.
        required id: String as Form::Id(Kind::Claim),
        /// The assertion in the story's words.
        required statement: String,
        /// A few words of the article, to find the place.
        optional phrase: Option<String>,
        /// What kind of check it allows.
        required kind: ClaimKind,
        /// The formula, as text.
        optional formula: Option<String>,
        /// The rule, as text.
        optional says: Option<String>,
        /// Who set the rule.
        optional rule_by: Option<RuleBy>,
        /// Ids of the events it is about.
        optional events: Vec<String> as Form::Ref(Kind::Event),
        /// Other readings.
        optional variants: Vec<Variant>,
        /// Remark (markup).
        optional note: Option<String> as Form::Markup,
        /// Why it cannot be checked.
        optional why: Option<String> as Form::Markup,
    }
}

choices! {
    /// What kind of check a claim allows.
    #[derive(Default)]
    pub enum ClaimKind {
        /// A formula against a rule.
        Number = "number",
        /// Events against an interval.
        Dates = "dates",
        /// Nothing that could be computed.
        #[default]
        Unchecked = "unchecked",
    }
}

choices! {
    /// Who set the rule of a claim.
    pub enum RuleBy {
        /// The number stands in the article.
        Author = "author",
        /// The editor read a word as a number.
        Editor = "editor",
    }
}

record! {
    /// Another reading of a claim.
    #[derive(Default)]
    pub struct Variant {
        /// Name shown.
        required name: String,
        /// The formula, as text.
        required formula: String,
        /// Its rule.
        optional says: Says,
    }
}

/// What a variant says of its rule.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Says {
    /// Not written: the claim's own rule.
    #[default]
    Inherited,
    /// Written as `null`: a number without a verdict.
    Nothing,
    /// A rule of its own.
    Rule(String),
}

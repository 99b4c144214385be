//! What the widget shows: states, scenes and scenarios.

use crate::date::Edtf;
use crate::link::FURTHEST;
use crate::story::read::{Form, record};
use crate::story::report::Kind;

const VIEWS: &[&str] = &["both", "timeline", "calculator", "claims"];
const MEASURES: &[&str] = &["ratio", "difference", "share", "index", "change", "growth", "mean", "median"];
const FLOWS: &[&str] = &["total", "exports", "imports", "balance"];
const PICKS: &[&str] = &["preferred", "all"];

record! {
    /// A named set of levers.
    #[derive(Default)]
    pub struct Scenario {
        /// Names the scenario in links.
        required id: String as Form::Id(Kind::Scenario),
        /// Name shown.
        required name: String,
        /// Remark (markup).
        optional note: Option<String> as Form::Markup,
        /// Levers such as `russia.growth`.
        required levers: Vec<(String, Lever)>,
    }
}

/// How far a lever is moved.
#[derive(Clone, Debug, PartialEq)]
pub enum Lever {
    /// A rate, an amount a year or a factor.
    Number(f64),
    /// An amount once, in a year.
    Once {
        /// The year.
        when: i32,
        /// In the unit of the series.
        amount: f64,
    },
}

record! {
    /// A step of the guided tour.
    #[derive(Default)]
    pub struct Scene {
        /// Heading.
        required title: String,
        /// What to see (markup).
        optional caption: String as Form::Markup,
        /// What the widget shows.
        required state: State,
    }
}

record! {
    /// What the widget shows: written in scenes and in `start`. Absent parts stay as they are.
    #[derive(Default)]
    pub struct State {
        /// `both`, `timeline`, `calculator` or `claims`.
        optional view: Option<String> as Form::OneOf(VIEWS),
        /// Years in sight.
        optional range: Option<Edtf>,
        /// Id of the open event.
        optional event: Option<String> as Form::Ref(Kind::Event),
        /// What is compared.
        optional compare: Option<CompareState>,
        /// Id of the open claim.
        optional claim: Option<String> as Form::Ref(Kind::Claim),
        /// Id of the scenario.
        optional scenario: Option<String> as Form::Ref(Kind::Scenario),
    }
}

record! {
    /// The calculator's choices in mode Compare, as written. Absent parts stay as they are.
    #[derive(Default)]
    pub struct CompareState {
        /// Id of the first series.
        optional a: Option<String> as Form::Ref(Kind::Series),
        /// Id of the second series.
        optional b: Option<String> as Form::Ref(Kind::Series),
        /// A year or a span of years.
        optional when: Option<Edtf>,
        /// `ratio`, `difference`, `share`, `index`, `change`, `growth`, `mean` or `median`.
        optional measure("as"): Option<String> as Form::OneOf(MEASURES),
        /// `total`, `exports`, `imports` or `balance`.
        optional flow: Option<String> as Form::OneOf(FLOWS),
        /// `current`, or the base year of constant prices.
        optional prices: Option<String> as Form::Prices,
        /// Currency to show amounts in.
        optional currency: Option<String> as Form::Currency,
        /// `preferred`, `all` or the id of a basis.
        optional sources: Option<String> as Form::RefOr(Kind::Basis, PICKS),
    }
}

impl CompareState {
    /// First and last year that is compared, where both are years that figures can have.
    pub fn years(&self) -> Option<(i32, i32)> {
        self.when.as_ref()?.years().filter(|(first, last)| *first >= -FURTHEST && *last <= FURTHEST)
    }
}

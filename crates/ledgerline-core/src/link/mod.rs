//! The whole state of a reader as a short text, which addresses carry after `#ll=` and pages in `state`.
//!
//! The text is told in `docs/link.md`. What a state does not name is as the story opens with it.

mod known;
mod names;
mod opened;
mod read;
mod write;

pub use known::InVain;
pub use names::{Mode, Unknown, View};
pub use read::FURTHEST;
pub use read::year_of;
pub(crate) use read::{FASTEST, GREATEST};

use crate::amount::Currency;
use crate::compare::Measure;
use crate::date::Edtf;
use crate::formula::Flow;
use crate::story::{Lever, State};

/// Version of the text that is written. Others are not read.
pub const VERSION: u32 = 1;

/// No longer text is read, in bytes.
const LONGEST: usize = 8000;

/// Everything that a reader can choose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Link {
    /// Which instruments are shown.
    pub view: Option<View>,
    /// Which tab of the calculator is open.
    pub mode: Option<Mode>,
    /// Id of the first series.
    pub a: Option<String>,
    /// Id of the second series.
    pub b: Option<String>,
    /// First and last year that is asked about; the same twice for one year. The last is not before the first.
    pub when: Option<(i32, i32)>,
    /// What is asked of the two series.
    pub measure: Option<Measure>,
    /// Which part of the values.
    pub flow: Option<Flow>,
    /// Base year of constant prices; current prices without one.
    pub prices: Part<i32>,
    /// Currency of all amounts; that of the series without one.
    pub currency: Part<Currency>,
    /// `all`, or the id of a basis; the preferred values without one.
    pub sources: Part<String>,
    /// The inputs of mode Target.
    pub target: Target,
    /// Id of the scenario that mode What if started from.
    pub scenario: Part<String>,
    /// Levers that were moved from there, named `SERIES.growth` and so on as in story files.
    pub levers: Vec<(String, Lever)>,
    /// The last year of the paths of mode What if.
    pub until: Option<i32>,
    /// The fraction of the other series that mode What if asks about.
    pub fraction: Option<f64>,
    /// Whether a year is drawn among the others, over the years.
    pub lines: Option<bool>,
    /// Whether the scale is linear where a logarithmic one is advised.
    pub linear: Option<bool>,
    /// Id of the open claim.
    pub claim: Part<String>,
    /// Years in sight on the timeline.
    pub range: Part<Edtf>,
    /// How the timeline's rows are made, by the timeline's own names.
    pub lanes: Part<String>,
    /// Ids of the categories that are not shown.
    pub hidden: Vec<String>,
    /// What is searched for.
    pub query: Part<String>,
    /// Id of the open event.
    pub event: Part<String>,
    /// Number of the scene of the guided tour, from 1.
    pub scene: Part<u32>,
}

/// The inputs of mode Target: what is solved for, and the two that are given.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Target {
    /// What is solved for.
    pub unknown: Option<Unknown>,
    /// The amount to reach, in the unit of the series.
    pub amount: Option<f64>,
    /// The year to reach it by.
    pub by: Option<i32>,
    /// Growth a year: 0.1 is 10%.
    pub growth: Option<f64>,
}

/// A part of a state that the reader can also clear.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Part<T> {
    /// Not named: as the story opens with it.
    #[default]
    Unsaid,
    /// Cleared.
    Nothing,
    /// Chosen.
    Is(T),
}

/// Why a text is no state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It is of another version.
    Version(u32),
    /// It is longer than any state.
    TooLong,
    /// This part of it, as written, makes no sense.
    Damaged(String),
}

impl<T: Clone> Part<T> {
    /// What a state says, so that it reads back as `chosen` over an `opening`. What is chosen is always said: the
    /// opening may change, and links stay.
    pub fn told(chosen: Option<T>, opening: &Self) -> Self {
        match (chosen, opening) {
            (Some(chosen), _) => Self::Is(chosen),
            (None, Self::Is(_)) => Self::Nothing,
            (None, _) => Self::Unsaid,
        }
    }

    /// What it comes to over an opening.
    pub fn over(&self, opening: &Self) -> Option<T> {
        match (self, opening) {
            (Self::Is(chosen), _) | (Self::Unsaid, Self::Is(chosen)) => Some(chosen.clone()),
            _ => None,
        }
    }

    fn named(name: Option<T>) -> Self {
        name.map_or(Self::Unsaid, Self::Is)
    }
}

impl Link {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl From<&State> for Link {
    /// A state of the story: of a scene, or the one it opens with.
    fn from(state: &State) -> Self {
        let compare = state.compare.clone().unwrap_or_default();
        let when = compare.years();
        // The usual choice, where a state names it, undoes another.
        let usual = |name: Option<String>, usual: &str| match name {
            Some(name) if name == usual => Part::Nothing,
            name => Part::named(name),
        };
        let prices = match usual(compare.prices, "current") {
            Part::Is(year) => Part::named(year.parse().ok()),
            Part::Nothing => Part::Nothing,
            Part::Unsaid => Part::Unsaid,
        };
        Self {
            view: state.view.as_deref().and_then(View::from_name),
            a: compare.a,
            b: compare.b,
            when,
            measure: compare.measure.as_deref().and_then(Measure::from_name),
            flow: compare.flow.as_deref().and_then(names::flow),
            prices,
            currency: Part::named(compare.currency.as_deref().and_then(read::currency)),
            sources: usual(compare.sources, "preferred"),
            scenario: Part::named(state.scenario.clone()),
            claim: Part::named(state.claim.clone()),
            range: Part::named(state.range.clone()),
            event: Part::named(state.event.clone()),
            ..Self::default()
        }
    }
}

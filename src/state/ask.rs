//! What is asked of the calculator, beyond the two series, the year and the measure.

use ledgerline_core::amount::Currency;
use ledgerline_core::formula::Flow;
use ledgerline_core::link::{Mode, Target};
use ledgerline_core::story::Lever;

use crate::reactive::RwSignal;

/// The calculator's further choices. Cheap to copy: everything in it is a handle.
#[derive(Clone, Copy, Default)]
pub struct Ask {
    /// The open tab.
    pub mode: RwSignal<Mode>,
    /// The first year of a span that ends with the year; `None`: that year alone.
    pub since: RwSignal<Option<i32>>,
    /// Which part of the values.
    pub flow: RwSignal<Flow>,
    /// Base year of constant prices; `None`: current prices.
    pub prices: RwSignal<Option<i32>>,
    /// Currency of all amounts; `None`: that of the series.
    pub currency: RwSignal<Option<Currency>>,
    /// `all`, or the id of a basis; `None`: the preferred values.
    pub sources: RwSignal<Option<String>>,
    /// The inputs of mode Target.
    pub target: RwSignal<Target>,
    /// Id of the scenario that mode What if started from.
    pub scenario: RwSignal<Option<String>>,
    /// Levers that were moved from there.
    pub levers: RwSignal<Vec<(String, Lever)>>,
    /// The last year of its paths.
    pub until: RwSignal<Option<i32>>,
    /// The fraction of the other series to overtake.
    pub fraction: RwSignal<Option<f64>>,
    /// Whether a year is drawn among the others, over the years.
    pub lines: RwSignal<bool>,
    /// Whether the scale is to be linear where a logarithmic one is advised.
    pub linear: RwSignal<bool>,
    /// Id of the open claim.
    pub claim: RwSignal<Option<String>>,
}

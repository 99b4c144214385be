//! The names that states, attributes and story files use for the choices among a few.

use crate::formula::Flow;

/// Which instruments are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// Timeline and calculator.
    #[default]
    Both,
    /// The timeline alone.
    Timeline,
    /// The calculator alone.
    Calculator,
    /// The claims of the article.
    Claims,
}

/// A tab of the calculator.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Mode {
    /// Two series, or one over the years.
    #[default]
    Compare,
    /// Growth, year or amount that is to be reached.
    Target,
    /// Paths that levers move.
    WhatIf,
    /// The claims of the article, each with its sum.
    Claims,
}

/// What mode Target solves for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Unknown {
    /// The growth a year that is needed.
    #[default]
    Growth,
    /// The year in which the amount is reached.
    Year,
    /// The amount that is reached.
    Amount,
}

const FLOWS: [(&str, Flow); 4] =
    [("total", Flow::Total), ("exports", Flow::Exports), ("imports", Flow::Imports), ("balance", Flow::Balance)];

impl View {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Both, Self::Timeline, Self::Calculator, Self::Claims];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Timeline => "timeline",
            Self::Calculator => "calculator",
            Self::Claims => "claims",
        }
    }

    /// The view of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|view| view.name() == name)
    }
}

impl Mode {
    /// All of them, in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::Compare, Self::Target, Self::WhatIf, Self::Claims];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Compare => "compare",
            Self::Target => "target",
            Self::WhatIf => "whatif",
            Self::Claims => "claims",
        }
    }

    /// The mode of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

impl Unknown {
    /// All of them, in the order of the reader's choice.
    pub const ALL: [Self; 3] = [Self::Growth, Self::Year, Self::Amount];

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Growth => "growth",
            Self::Year => "year",
            Self::Amount => "amount",
        }
    }

    /// The unknown of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unknown| unknown.name() == name)
    }
}

/// The part of a value that has this name.
pub(super) fn flow(name: &str) -> Option<Flow> {
    FLOWS.iter().find(|(known, _)| *known == name).map(|(_, flow)| *flow)
}

/// The name of a part of a value.
pub(super) fn flow_name(flow: Flow) -> &'static str {
    FLOWS[flow as usize].0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_is_found_by_its_name() {
        assert!(View::ALL.into_iter().all(|view| View::from_name(view.name()) == Some(view)));
        assert!(Mode::ALL.into_iter().all(|mode| Mode::from_name(mode.name()) == Some(mode)));
        assert!(Unknown::ALL.into_iter().all(|unknown| Unknown::from_name(unknown.name()) == Some(unknown)));
        for (name, known) in FLOWS {
            assert_eq!((flow(name), flow_name(known)), (Some(known), name));
        }
        assert_eq!(View::from_name("sideways"), None);
    }
}

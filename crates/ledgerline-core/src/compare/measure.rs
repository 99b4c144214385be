//! What is asked of one or two series.

/// What is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// How many times the smaller goes into the greater.
    #[default]
    Ratio,
    /// By how much the greater exceeds the smaller.
    Difference,
    /// What part of a total one has.
    Share,
    /// By what part one changed over a span.
    Change,
    /// By what part a year it grew over a span.
    Growth,
    /// What it is where the first year of a span is 100.
    Index,
    /// Its mean over a span.
    Mean,
    /// Its median over a span.
    Median,
}

impl Measure {
    /// All of them, in the order of the reader's choice.
    pub const ALL: [Self; 8] =
        [Self::Ratio, Self::Difference, Self::Share, Self::Change, Self::Growth, Self::Index, Self::Mean, Self::Median];

    /// The name that states and story files use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ratio => "ratio",
            Self::Difference => "difference",
            Self::Share => "share",
            Self::Change => "change",
            Self::Growth => "growth",
            Self::Index => "index",
            Self::Mean => "mean",
            Self::Median => "median",
        }
    }

    /// The measure of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }

    /// Whether it is asked of each series by itself, over a span of years.
    pub fn is_over_time(self) -> bool {
        !matches!(self, Self::Ratio | Self::Difference | Self::Share)
    }
}

//! Two series in one year: how many times, by how much, what share.

use crate::formula::{self, Expr, Operator, Outcome, Refusal};
use crate::story::Story;

/// What is asked of two series.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Measure {
    /// How many times the smaller goes into the greater.
    #[default]
    Ratio,
    /// By how much the greater exceeds the smaller.
    Difference,
    /// What part of a total one has.
    Share,
}

/// Two series in one year, and what is asked of them.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// Id of the first series.
    pub a: String,
    /// Id of the second series.
    pub b: String,
    /// The year.
    pub year: i32,
    /// What is asked.
    pub measure: Measure,
}

impl Measure {
    /// All of them, in the order of the reader's choice.
    pub const ALL: [Self; 3] = [Self::Ratio, Self::Difference, Self::Share];

    /// The name that states and story files use.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ratio => "ratio",
            Self::Difference => "difference",
            Self::Share => "share",
        }
    }

    /// The measure of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }
}

impl Comparison {
    /// The ids in the order of the formula: the greater first, for a share the part first. Which is greater
    /// is told by the preferred values; where one has none, the order stays as chosen.
    pub fn sides(&self, story: &Story) -> (&str, &str) {
        let swapped = match self.measure {
            Measure::Share => is_total_of(story, &self.a, &self.b),
            Measure::Ratio | Measure::Difference => {
                let value = |id: &str| Some(story.series.get(id)?.point(self.year)?.value);
                value(&self.a).zip(value(&self.b)).is_some_and(|(a, b)| b > a)
            }
        };
        if swapped { (&self.b, &self.a) } else { (&self.a, &self.b) }
    }

    /// The formula that answers.
    pub fn expr(&self, story: &Story) -> Expr {
        let (left, right) = self.sides(story);
        let operator = match self.measure {
            Measure::Ratio | Measure::Share => Operator::Divide,
            Measure::Difference => Operator::Subtract,
        };
        Expr::cell(left, self.year).with(operator, Expr::cell(right, self.year))
    }

    /// The answer.
    ///
    /// # Errors
    /// [`Refusal::NotATotal`] for a share of something that does not hold the other; else as
    /// [`formula::evaluate`].
    pub fn evaluate(&self, story: &Story) -> Result<Outcome, Refusal> {
        if self.measure == Measure::Share {
            let (part, whole) = self.sides(story);
            if !is_total_of(story, whole, part) {
                return Err(Refusal::NotATotal { part: part.to_owned(), whole: whole.to_owned() });
            }
        }
        formula::evaluate(&self.expr(story), story)
    }
}

/// Id of the first total that holds the series.
pub fn total_of<'a>(story: &'a Story, part: &str) -> Option<&'a str> {
    story.series.iter().find(|(_, series)| series.is_total_of(part)).map(|(id, _)| id)
}

fn is_total_of(story: &Story, whole: &str, part: &str) -> bool {
    story.series.get(whole).is_some_and(|series| series.is_total_of(part))
}

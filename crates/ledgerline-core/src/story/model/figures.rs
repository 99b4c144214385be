//! Series, their values, and what they are compared by.

use crate::amount::{Decimal, Money};
use crate::date::Edtf;
use crate::story::read::{Form, Prices as PriceBasis, choices, record};
use crate::story::report::Kind;

record! {
    /// A way of counting.
    #[derive(Default)]
    pub struct Basis {
        /// Name shown.
        required name: String,
        /// Remark (markup).
        optional note: Option<String> as Form::Markup,
        /// Ids of the bases whose values may stand beside these.
        optional comparable_with: Vec<String> as Form::Ref(Kind::Basis),
    }
}

record! {
    /// A remark that is shown where it applies.
    #[derive(Default)]
    pub struct Note {
        /// Names the note.
        required id: String as Form::Id(Kind::Note),
        /// The remark (markup).
        required text: String as Form::Markup,
        /// Where it holds; nowhere in particular if absent.
        optional applies: Vec<Applies> as Form::OneOrMany,
    }
}

record! {
    /// The series and years that a note is about.
    #[derive(Default)]
    pub struct Applies {
        /// Id of the series; all series if absent.
        optional series: Option<String> as Form::Ref(Kind::Series),
        /// Years; all years if absent.
        optional when: Option<Edtf>,
        /// Basis; all bases if absent.
        optional basis: Option<String> as Form::Ref(Kind::Basis),
    }
}

record! {
    /// Figures of one thing, year by year.
    #[derive(Default)]
    pub struct Series {
        /// Id of the actor, which gives the colour.
        optional actor: Option<String> as Form::Ref(Kind::Actor),
        /// Full name, such as "DPRK–Russia trade".
        required name: String,
        /// Short name, for direct labels and choices.
        optional short: String,
        /// Currency and scale, such as `USD m`.
        required unit: Money,
        /// Whose books `exports` and `imports` are seen from.
        optional seen_from: Option<String>,
        /// What is counted.
        optional definition: Option<String>,
        /// How sentences name it; the name if absent.
        optional in_words: Option<InWords>,
        /// Ids of the series that are parts of this one, so that shares of it make sense.
        optional includes: Vec<String> as Form::Ref(Kind::Series),
        /// All values, in file order.
        required values: Vec<ValueRow>,
    }
    also {
        /// At which prices: `current`, or the base year of constant prices.
        optional prices: PriceBasis => PriceBasis::put,
    }
}

record! {
    /// How a sentence names a series at first and afterwards, and its parts.
    #[derive(Default)]
    pub struct InWords {
        /// "China’s trade with North Korea".
        required long: String,
        /// "China’s".
        required short: String,
        /// "North Korea’s exports to China"; the exports in the long name if absent.
        optional exports: Option<String>,
        /// "North Korea’s imports from China"; the imports in the long name if absent.
        optional imports: Option<String>,
        /// "North Korea’s trade balance with China"; the trade balance in the long name if absent.
        optional balance: Option<String>,
    }
}

record! {
    /// One stated, derived or missing value of a year.
    #[derive(Default)]
    pub struct ValueRow {
        /// The year.
        required when: i32,
        /// The value in the unit of the series; absent if missing.
        optional value: Option<Decimal>,
        /// Its part that went out.
        optional exports: Option<Decimal>,
        /// Its part that came in.
        optional imports: Option<Decimal>,
        /// Id of the source.
        optional source: Option<String> as Form::Ref(Kind::Source),
        /// Id of the basis.
        optional basis: Option<String> as Form::Ref(Kind::Basis),
        /// Who compiled it, where source and basis do not say.
        optional reporter: Option<String>,
        /// What kind of value it is.
        optional status: Status,
        /// How far to trust it.
        optional confidence: Option<Confidence>,
        /// `Some(true)`: the value to show first. `Some(false)`: not even when it is the only one.
        optional preferred: Option<bool>,
        /// Remark (markup).
        optional note: Option<String> as Form::Markup,
    }
}

choices! {
    /// What kind of value a row holds.
    #[derive(Default)]
    pub enum Status {
        /// Stated by the source.
        #[default]
        Reported = "reported",
        /// Compiled from the partners' reports.
        Mirror = "mirror",
        /// Estimated by the source.
        Estimate = "estimate",
        /// Computed from something else that the source states.
        Derived = "derived",
        /// Contradicted by better sources.
        Contradicted = "contradicted",
        /// Out of line.
        Outlier = "outlier",
        /// Known to be absent.
        Missing = "missing",
    }
}

choices! {
    /// How far a value is to be trusted.
    pub enum Confidence {
        /// Several sources agree, or the origin is plain.
        High = "high",
        /// One good source.
        Medium = "medium",
        /// Weak or indirect.
        Low = "low",
    }
}

record! {
    /// A price index, year by year.
    #[derive(Default)]
    pub struct Deflator {
        /// The currency it deflates.
        required currency: String as Form::Currency,
        /// Name shown.
        required name: String,
        /// Id of the source.
        optional source: Option<String> as Form::Ref(Kind::Source),
        /// Remark (markup).
        optional note: Option<String> as Form::Markup,
        /// Index by year, ascending.
        required values: Vec<(i32, Decimal)>,
    }
}

record! {
    /// An exchange rate, year by year: units of `to` for one of `from`.
    #[derive(Default)]
    pub struct Rate {
        /// Currency that is exchanged.
        required from: String as Form::Currency,
        /// Currency that is paid.
        required to: String as Form::Currency,
        /// Name shown.
        required name: String,
        /// Id of the source.
        optional source: Option<String> as Form::Ref(Kind::Source),
        /// Remark (markup).
        optional note: Option<String> as Form::Markup,
        /// Rate by year, ascending.
        required values: Vec<(i32, Decimal)>,
    }
}

//! Reads `says`: the rule by which a claim holds.

use super::number::{Form, Stated};
use crate::amount::Currency;
use crate::date::{DateError, Edtf};

/// A rule.
#[derive(Clone, Debug, PartialEq)]
pub enum Rule {
    /// `exactly 3`: rounds to it, at the decimals written.
    Exactly(Stated),
    /// `about 60` (within a tenth of it) or `about 75% ± 5%`.
    About(Stated, Option<Stated>),
    /// `roughly 60`: within a quarter of it.
    Roughly(Stated),
    /// `between 5% and 15%`: with both ends.
    Between(Stated, Stated),
    /// `at least 10%`
    AtLeast(Stated),
    /// `at most 10%`
    AtMost(Stated),
    /// `more than 10%`: not 10%.
    MoreThan(Stated),
    /// `fewer than 10`: not 10.
    FewerThan(Stated),
    /// `within 2014-03/2014-04`, for dates.
    Within(Edtf),
}

/// Why a text is no rule. Words for it are in `words`.
#[derive(Clone, Debug, PartialEq)]
pub struct RuleError {
    /// The part that is at fault, cut after forty characters.
    pub found: String,
    /// What is wrong.
    pub kind: RuleErrorKind,
}

/// What is wrong with a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum RuleErrorKind {
    /// It begins with none of the words.
    Unknown,
    /// No number, percentage, fraction or amount.
    NoNumber,
    /// `between` without two numbers.
    NoTwoNumbers,
    /// `between` with the greater first.
    Backwards,
    /// Two numbers that do not go together, such as `100 USD m ± 5%`.
    Unlike,
    /// `±` with a number below zero.
    Margin,
    /// A part of zero is zero.
    AboutZero,
    /// No date.
    NoDate(DateError),
    /// A rule on dates for a number.
    ForDates,
    /// A rule on numbers for dates.
    ForNumbers,
}

use RuleErrorKind as Kind;

type Read = Result<Rule, RuleError>;
type Reader<'a> = (&'a str, &'a dyn Fn(&str) -> Read);

impl Rule {
    /// Reads a rule.
    ///
    /// # Errors
    /// What keeps the text from being one.
    pub fn parse(text: &str) -> Result<Self, RuleError> {
        let text = text.trim();
        let behind = |word: &str| text.strip_prefix(word).filter(|rest| rest.starts_with(char::is_whitespace));
        let one = |make: fn(Stated) -> Self| move |rest: &str| number(rest).map(make);
        let readers: [Reader<'_>; 9] = [
            ("exactly", &one(Self::Exactly)),
            ("about", &about),
            ("roughly", &|rest| number(rest).and_then(|x| not_zero(x, rest)).map(Self::Roughly)),
            ("between", &between),
            ("at least", &one(Self::AtLeast)),
            ("at most", &one(Self::AtMost)),
            ("more than", &one(Self::MoreThan)),
            ("fewer than", &one(Self::FewerThan)),
            ("within", &within),
        ];
        let found = readers.iter().find_map(|(word, read)| Some(read(behind(word)?)));
        found.unwrap_or_else(|| Err(RuleError::new(Kind::Unknown, text)))
    }

    /// The numbers in it.
    pub(super) fn stated(&self) -> Vec<&Stated> {
        match self {
            Self::About(x, Some(y)) | Self::Between(x, y) => vec![x, y],
            Self::About(x, None)
            | Self::Exactly(x)
            | Self::Roughly(x)
            | Self::AtLeast(x)
            | Self::AtMost(x)
            | Self::MoreThan(x)
            | Self::FewerThan(x) => vec![x],
            Self::Within(_) => vec![],
        }
    }

    /// The currency of its first number, where that is an amount.
    pub(super) fn currency(&self) -> Option<Currency> {
        match self.stated().first()?.form {
            Form::Amount(_, money) => Some(money.currency),
            _ => None,
        }
    }

    /// Whether its first number is written in hundredths or as a fraction below one, so that a result beside it is
    /// best told in hundredths, too.
    pub fn in_percent(&self) -> bool {
        self.stated().first().is_some_and(|stated| stated.in_percent())
    }

    /// Reads a rule for a number.
    ///
    /// # Errors
    /// As [`Rule::parse`]; and for a rule on dates.
    pub fn for_numbers(text: &str) -> Result<Self, RuleError> {
        match Self::parse(text)? {
            Self::Within(_) => Err(RuleError::new(Kind::ForDates, text)),
            rule => Ok(rule),
        }
    }

    /// Reads a rule for events: the dates that they should lie within.
    ///
    /// # Errors
    /// As [`Rule::parse`]; and for a rule on numbers.
    pub fn for_dates(text: &str) -> Result<Edtf, RuleError> {
        match Self::parse(text)? {
            Self::Within(dates) => Ok(dates),
            _ => Err(RuleError::new(Kind::ForNumbers, text)),
        }
    }
}

impl RuleError {
    fn new(kind: RuleErrorKind, text: &str) -> Self {
        Self { found: text.trim().chars().take(40).collect(), kind }
    }
}

fn number(text: &str) -> Result<Stated, RuleError> {
    Stated::parse(text.trim()).ok_or_else(|| RuleError::new(Kind::NoNumber, text))
}

fn not_zero(x: Stated, text: &str) -> Result<Stated, RuleError> {
    if x.value == 0.0 { Err(RuleError::new(Kind::AboutZero, text)) } else { Ok(x) }
}

fn about(text: &str) -> Read {
    let Some((x, y)) = text.split_once('±') else {
        return number(text).and_then(|x| not_zero(x, text)).map(|x| Rule::About(x, None));
    };
    let (x, y) = (number(x)?, number(y)?);
    let percent = |stated: &Stated| matches!(stated.form, Form::Percent(_));
    // `60 ± 5%` could be 3 more or 5 hundredths more, so it is neither.
    if !x.goes_with(&y) || percent(&x) != percent(&y) {
        return Err(RuleError::new(Kind::Unlike, text));
    }
    if y.value < 0.0 { Err(RuleError::new(Kind::Margin, text)) } else { Ok(Rule::About(x, Some(y))) }
}

fn between(text: &str) -> Read {
    let (low, high) = text.split_once(" and ").ok_or_else(|| RuleError::new(Kind::NoTwoNumbers, text))?;
    let (low, high) = (number(low)?, number(high)?);
    if !low.goes_with(&high) {
        return Err(RuleError::new(Kind::Unlike, text));
    }
    if low.value > high.value { Err(RuleError::new(Kind::Backwards, text)) } else { Ok(Rule::Between(low, high)) }
}

fn within(text: &str) -> Read {
    let date = Edtf::parse(text.trim());
    date.map(Rule::Within).map_err(|error| RuleError::new(Kind::NoDate(error), text))
}

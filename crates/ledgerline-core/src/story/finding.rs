//! What the reader has to say about a story file.

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The story shows, but something in it is probably not as meant.
    Warning,
    /// The story cannot be shown until this is mended.
    Error,
}

/// Where in the file something stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// A path such as `series.russia.values[3].when`; empty for the whole file.
    pub path: String,
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
}

/// One thing the reader found, with the place and the next step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Whether the story can still be shown.
    pub severity: Severity,
    /// A stable name such as `unknown-field`, for tools.
    pub code: &'static str,
    /// Where.
    pub place: Place,
    /// What is wrong, a whole sentence in English.
    pub message: String,
    /// What to do about it, a whole sentence; empty where nothing can be advised.
    pub hint: String,
}

/// What came of reading a story file.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The story, if no finding is an error.
    pub story: Option<super::Story>,
    /// What is wrong, in the order of the file.
    pub findings: Vec<Finding>,
}

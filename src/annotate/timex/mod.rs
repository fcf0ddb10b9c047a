//! Dates, times, durations and recurrences in the terms of TIMEX3.

use super::Rule;
use crate::text::Span;

/// What a time expression denotes, as TimeML divides them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexKind {
    /// A calendar date of any width: a day, a month, a decade.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurrence.
    Set,
}

impl TimexKind {
    /// The word TimeML writes.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// One time expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// The words, determiner and approximator inside: `the 1990s`, `more than a year ago`.
    pub span: Span,
    /// What they denote.
    pub kind: TimexKind,
    /// The value as TimeML writes it: `2022-11-29`, `2023-07`, `P1Y`, `XXXX-WXX-4` for a Thursday nothing places.
    pub value: String,
    /// The rule that read it.
    pub rule: Rule,
    /// The date it was reckoned from, ISO 8601, when the words alone do not place it.
    pub reference: Option<String>,
    /// Whether the value could be otherwise.
    pub certain: bool,
    /// The other values it could have, most likely first.
    pub rivals: Vec<String>,
}

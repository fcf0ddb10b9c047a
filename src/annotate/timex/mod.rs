//! Dates, times, durations and recurrences in the terms of TIMEX3.
//!
//! Two steps: [`find`] reads what the words say by themselves, an [`Expression`] with its [`Reading`];
//! [`resolve_all`] gives each a value by the date it is reckoned from, and without one a value with `X` for what is
//! open. Words live in `lexicon/*/time.tsv`, one table a language; a new one needs its table and a line in [`Language`].

mod calendar;
mod find;
mod holiday;
mod length;
mod numeric;
mod phrase;
mod sequence;
mod value;
mod widen;
mod words;
mod wrap;
mod year;

pub use calendar::{Date, days_in_month};
pub use find::find;
pub use holiday::Holiday;
pub use sequence::resolve_all;
pub use words::{Language, Unit};
pub(crate) use words::{TABLES, month_names};
pub(super) use wrap::join_wrapped;

use super::Rule;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// The rules by which time expressions are read; `lexicon/rules.tsv` says each in a sentence.
pub mod rule {
    use super::Rule;

    /// A month with a day, perhaps a weekday and a year.
    pub const MONTH_DAY: Rule = "month-day";
    /// A month.
    pub const MONTH: Rule = "month";
    /// The second day of a range.
    pub const RANGE: Rule = "day-of-range";
    /// A date in figures.
    pub const FIGURES: Rule = "date-in-figures";
    /// A year.
    pub const YEAR: Rule = "year";
    /// A decade.
    pub const DECADE: Rule = "decade";
    /// A century.
    pub const CENTURY: Rule = "century";
    /// A weekday.
    pub const WEEKDAY: Rule = "weekday";
    /// `today`, `yesterday`.
    pub const RELATIVE_DAY: Rule = "relative-day";
    /// `last`, `this`, `next`.
    pub const SHIFTED: Rule = "last-this-next";
    /// `ago`, `earlier`, `later`.
    pub const AGO: Rule = "ago";
    /// `the same day`.
    pub const SAME_DAY: Rule = "same-day";
    /// A quarter or half of a year.
    pub const QUARTER: Rule = "quarter";
    /// A season.
    pub const SEASON: Rule = "season";
    /// A time of day.
    pub const CLOCK: Rule = "time-of-day";
    /// A length of time.
    pub const DURATION: Rule = "duration";
    /// A recurrence.
    pub const SET: Rule = "recurrence";
    /// A holiday.
    pub const HOLIDAY: Rule = "holiday";
    /// `now`, `recently`.
    pub const REFERENCE: Rule = "vague-time";

    /// Every rule, for the test that each is explained.
    pub const ALL: [Rule; 19] = [
        MONTH_DAY,
        MONTH,
        RANGE,
        FIGURES,
        YEAR,
        DECADE,
        CENTURY,
        WEEKDAY,
        RELATIVE_DAY,
        SHIFTED,
        AGO,
        SAME_DAY,
        QUARTER,
        SEASON,
        CLOCK,
        DURATION,
        SET,
        HOLIDAY,
        REFERENCE,
    ];
}

/// The year of a date, as far as its words give it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Year {
    /// Not given.
    Open,
    /// Given.
    Is(i32),
    /// Given as so many years from the reference: `last year`.
    Shift(i32),
}

/// A season in the code of TIMEX3.
pub type Season = &'static str;

/// A season as its number, on its way between workers.
mod season_number {
    use super::Season;
    use crate::text::{number_of, of_number};
    use serde::{Deserializer, Serializer};

    const SEASONS: [Season; 4] = ["SP", "SU", "FA", "WI"];

    pub fn serialize<S: Serializer>(season: &Season, serializer: S) -> Result<S::Ok, S::Error> {
        number_of(season, SEASONS.into_iter(), serializer)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Season, D::Error> {
        of_number(SEASONS.into_iter(), deserializer)
    }
}

/// What the words of an expression say, before any other date is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reading {
    /// A whole value: a length, a recurrence, a decade, `PRESENT_REF`.
    Fixed(String),
    /// A date as printed; what is missing is open.
    Calendar {
        /// The year.
        year: Year,
        /// The month, 1 to 12.
        month: Option<u8>,
        /// The day of the month, 1 to 31; may not exist in that month.
        day: Option<u8>,
        /// The weekday printed with it, 1 to 7.
        weekday: Option<u8>,
    },
    /// A weekday, and -1 for `last`, 0 for `this`, 1 for `next`.
    Weekday {
        /// 1 (Monday) to 7.
        weekday: u8,
        /// Which of them.
        shift: Option<i32>,
    },
    /// `last October`: a month and which of them.
    Month {
        /// 1 to 12.
        month: u8,
        /// Which of them.
        shift: i32,
    },
    /// So many units from the reference.
    Unit {
        /// The unit, also the width of the value.
        unit: Unit,
        /// How many.
        shift: i32,
    },
    /// So many units from the reference, where the words tell how wide the date is: `ten years ago this week`.
    Within {
        /// The unit that is counted.
        unit: Unit,
        /// How many.
        shift: i32,
        /// The width of the value: a day, a week or a month.
        width: Unit,
    },
    /// The week of a month's day: `the week of March 18`.
    WeekOf {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
        /// Its year.
        year: Year,
    },
    /// So many units from the date the text spoke of before.
    Apart {
        /// The unit, also the width of the value.
        unit: Unit,
        /// How many.
        shift: i32,
    },
    /// A season in the code of TIMEX3.
    Season {
        /// `SP`, `SU`, `FA`, `WI`.
        #[serde(with = "season_number")]
        season: Season,
        /// Its year.
        year: Year,
        /// Which of them, for `last summer`.
        shift: Option<i32>,
    },
    /// A quarter of a year.
    Quarter {
        /// 1 to 4.
        quarter: u8,
        /// Its year.
        year: Year,
    },
    /// A holiday.
    Holiday {
        /// How it falls.
        holiday: Holiday,
        /// Its year.
        year: Year,
        /// Which of them, for `last Easter`.
        shift: Option<i32>,
    },
    /// The quarter or month spoken of before, so many years on.
    SamePart {
        /// How many.
        years: i32,
        /// Whether the words name a stretch (`period`) rather than a year alone.
        is_named: bool,
    },
    /// The quarter or month spoken of before, in a year.
    SamePartOf {
        /// The year.
        year: i32,
    },
    /// A fiscal year.
    FiscalYear {
        /// Years from the reference.
        shift: i32,
    },
    /// Half a year.
    Half {
        /// 1 or 2.
        half: u8,
        /// Its year.
        year: Year,
    },
}

/// Which way the sentence looks from its own day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tense {
    /// Back.
    Past,
    /// Ahead.
    Future,
    /// No verb tells.
    Open,
}

/// A time expression as found, not yet placed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Expression {
    /// The words, determiner and approximator inside.
    pub span: Span,
    /// What they denote.
    pub kind: TimexKind,
    /// What they say.
    pub reading: Reading,
    /// The time of day with its `T`, as in `T19:38` or `TNI`.
    pub time: Option<String>,
    /// The rule that read them.
    #[serde(with = "crate::annotate::rule_number")]
    pub rule: Rule,
    /// Which way the sentence looks.
    pub tense: Tense,
    /// What narrows the value without changing it.
    pub modifier: Option<Modifier>,
}

/// What narrows or loosens a value, as TimeML divides it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Modifier {
    /// `early 2023`.
    Start,
    /// `mid-2023`.
    Mid,
    /// `late 2023`.
    End,
    /// `about 1970`, `some 50 years`.
    Approximate,
    /// `more than a year ago`.
    Before,
    /// `less than a year ago`.
    After,
    /// `more than two years`.
    MoreThan,
    /// `less than two years`.
    LessThan,
    /// `at least two years`.
    EqualOrMore,
    /// `at most two years`, `up to two years`.
    EqualOrLess,
}

impl Modifier {
    /// The word TimeML writes.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approximate => "APPROX",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
            Self::MoreThan => "MORE_THAN",
            Self::LessThan => "LESS_THAN",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::EqualOrLess => "EQUAL_OR_LESS",
        }
    }
}

/// What a time expression denotes, as TimeML divides them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// What narrows or loosens the value.
    pub modifier: Option<Modifier>,
    /// The rule that read it.
    pub rule: Rule,
    /// The date it was reckoned from, ISO 8601, when the words alone do not place it.
    pub reference: Option<String>,
    /// Whether the value could be otherwise.
    pub certain: bool,
    /// The other values it could have, most likely first.
    pub rivals: Vec<String>,
}

//! The table of time words into what each may mean.

use super::holiday::Holiday;
use crate::annotate::lexicon::{self, HashedMap, rows};
use crate::annotate::token::{add_word, find_tokens};
use crate::text::Span;
use std::sync::LazyLock;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Unit {
    /// 1 s.
    Second,
    /// 60 s.
    Minute,
    /// 60 min.
    Hour,
    /// A calendar day.
    Day,
    /// Monday to Sunday.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// Two weeks.
    Fortnight,
    /// A calendar month.
    Month,
    /// Three calendar months.
    Quarter,
    /// A calendar year.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

impl Unit {
    fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "S" => Self::Second,
            "M" => Self::Minute,
            "H" => Self::Hour,
            "D" => Self::Day,
            "W" => Self::Week,
            "K" => Self::Weekend,
            "F" => Self::Fortnight,
            "O" => Self::Month,
            "Q" => Self::Quarter,
            "Y" => Self::Year,
            "E" => Self::Decade,
            "C" => Self::Century,
            _ => return None,
        })
    }

    /// A length of so many units as TIMEX3 writes it; `X` units where the number is not known.
    #[must_use]
    pub fn duration(self, amount: Option<u32>) -> String {
        let amount =
            |factor: u32| amount.map_or("X".to_owned(), |amount| amount.saturating_mul(factor).to_string());
        match self {
            Self::Second => format!("PT{}S", amount(1)),
            Self::Minute => format!("PT{}M", amount(1)),
            Self::Hour => format!("PT{}H", amount(1)),
            Self::Day => format!("P{}D", amount(1)),
            Self::Week => format!("P{}W", amount(1)),
            Self::Weekend => format!("P{}WE", amount(1)),
            Self::Fortnight => format!("P{}W", amount(2)),
            Self::Month => format!("P{}M", amount(1)),
            Self::Quarter => format!("P{}Q", amount(1)),
            Self::Year => format!("P{}Y", amount(1)),
            Self::Decade => format!("P{}DE", amount(1)),
            Self::Century => format!("P{}CE", amount(1)),
        }
    }

    /// Half of it.
    pub(super) fn half_duration(self) -> Option<&'static str> {
        Some(match self {
            Self::Minute => "PT30S",
            Self::Hour => "PT30M",
            Self::Day => "PT12H",
            Self::Year => "P6M",
            Self::Decade => "P5Y",
            Self::Century => "P50Y",
            _ => return None,
        })
    }
}

macro_rules! time_words {
    ($($(#[$doc:meta])* $field:ident: $kind:ident = $class:literal;)*) => {
        /// What a word may mean; most fields are empty.
        #[derive(Clone, Copy, Debug)]
        pub struct TimeWord {
            $($(#[$doc])* pub $field: time_words!(@kind $kind),)*
        }

        impl TimeWord {
            /// No time word at all.
            pub const NOTHING: Self = Self { $($field: time_words!(@none $kind),)* };

            fn add(&mut self, class: &str, value: &'static str) {
                match class {
                    $($class => self.$field = time_words!(@read $kind value),)*
                    _ => {}
                }
            }
        }
    };
    (@kind number) => { Option<i32> };
    (@kind code) => { Option<&'static str> };
    (@kind unit) => { Option<Unit> };
    (@kind flag) => { bool };
    (@none flag) => { false };
    (@none $kind:ident) => { None };
    (@read number $value:ident) => { $value.parse().ok() };
    (@read code $value:ident) => { Some($value) };
    (@read unit $value:ident) => { Unit::from_code($value) };
    (@read flag $value:ident) => {{ let _ = $value; true }};
}

time_words! {
    /// 1 to 12.
    month: number = "month";
    /// 1 (Monday) to 7.
    weekday: number = "weekday";
    /// The same of a plural.
    weekdays: number = "weekdays";
    /// `day`.
    unit: unit = "unit";
    /// `days`.
    units: unit = "units";
    /// `NI` for night.
    part: code = "part";
    /// `NI` for nights.
    parts: code = "parts";
    /// `12:00` for noon.
    clock: code = "clock";
    /// `WI` for winter.
    season: code = "season";
    /// 2 for two.
    number: number = "number";
    /// 1 for a.
    article: number = "article";
    /// A number left open: `several`.
    vague: flag = "vague";
    /// 2 for second.
    ordinal: number = "ordinal";
    /// Days from today.
    day: number = "day";
    /// Nights from tonight.
    night: number = "night";
    /// -1 for last.
    shift: number = "shift";
    /// `same`, `that`.
    same: number = "same";
    /// `PAST_REF` for recently.
    reference: code = "reference";
    /// `FUTURE_REF` for the future.
    ref_noun: code = "ref_noun";
    /// `recent`.
    recent: flag = "recent";
    /// -1 for ago.
    ago: number = "ago";
    /// -1 for earlier, 1 for later.
    apart: number = "apart";
    /// `P1D` for daily.
    set: code = "set";
    /// `every`.
    every: flag = "every";
    /// `per`.
    per: flag = "per";
    /// `twice`.
    often: flag = "often";
    /// `early`.
    edge: code = "edge";
    /// `end` in `end of`.
    edge_of: flag = "edge_of";
    /// `about`.
    approximator: flag = "approximator";
    /// 12 for p.m.
    half: number = "half";
    /// `UTC`.
    zone: flag = "zone";
    /// `will`.
    future: flag = "future";
    /// `in`, before years.
    year_before: flag = "year_before";
    /// 199 for nineties.
    decade: number = "decade";
    /// `Super`, before a weekday that is no date.
    epithet: flag = "epithet";
    /// `people`, behind counts that are no years.
    counted: flag = "counted";
    /// `nearly`, before counts that are no years.
    counter: flag = "counter";
    /// `for`, before lengths.
    length_before: flag = "length_before";
    /// `full`, inside lengths.
    length_adjective: flag = "length_adjective";
    /// `during`, before seasons.
    season_before: flag = "season_before";
    /// `was`, which looks back.
    past_verb: flag = "past_verb";
    /// `half` in `first half of`.
    half_of: flag = "half_of";
    /// Begins the name of a holiday.
    holiday: flag = "holiday";
    /// Ends or begins a fixed phrase: `time` in `at this time`.
    phrase: flag = "phrase";
    /// `P1W` for weeklong.
    length: code = "length";
    /// `right` in `right now`.
    degree: flag = "degree";
    /// `after` behind a length that it measures: `a day after`.
    link: flag = "link";
    /// `ET`, a zone only behind a.m. and p.m.
    short_zone: flag = "short_zone";
    /// What a quarter of business is about: `earnings`.
    business: flag = "business";
    /// `fiscal`.
    fiscal: flag = "fiscal";
    /// `its`.
    owner: flag = "owner";
    /// `attacks`, behind September 11.
    attack: flag = "attack";
    /// A stretch of time that comes again each year: `period`, `quarter`.
    period: flag = "period";
    /// What a report's day or year is the object of: `end` in `to end the day`.
    period_verb: flag = "period_verb";
    /// `percent` in `percent a year`.
    per_unit: flag = "per_unit";
    /// `another`, `these`, `first`: before a length, inside it.
    length_determiner: flag = "length_determiner";
    /// `in`, before parts of the day: `in the evening`.
    part_before: flag = "part_before";
    /// `dawn`, a part of the day short enough to be a point: `at dawn`.
    point: flag = "point";
    /// `року`, which follows a year in figures.
    year_noun: flag = "year_noun";
    /// -1 for `vor`, which stands before the length it counts back.
    ago_before: number = "ago_before";
    /// Months and weekdays are written small in this language.
    is_small: flag = "small";
}

/// A language with a table of time words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// `lexicon/en/time.tsv`, also for texts of no known language.
    #[default]
    English,
    /// `lexicon/de/time.tsv`.
    German,
    /// `lexicon/uk/time.tsv`.
    Ukrainian,
}

/// The tables, in the order of [`Language`].
pub(crate) const TABLES: [&str; 3] = [
    include_str!("../../../lexicon/en/time.tsv"),
    include_str!("../../../lexicon/de/time.tsv"),
    include_str!("../../../lexicon/uk/time.tsv"),
];

impl Language {
    /// The language of an ISO 639-1 code, English where there is no table for it.
    #[must_use]
    pub fn of(code: Option<&str>) -> Self {
        match code {
            Some("de") => Self::German,
            Some("uk") => Self::Ukrainian,
            _ => Self::English,
        }
    }
}

#[derive(Default)]
struct Table {
    words: HashedMap<TimeWord>,
    holidays: HashedMap<Holiday>,
}

static WORDS: LazyLock<[Table; 3]> = LazyLock::new(|| TABLES.map(Table::read));

impl Table {
    fn read(file: &'static str) -> Self {
        let mut table = Self::default();
        for row in rows(file) {
            let mut columns = row.split('\t');
            let (Some(word), Some(class)) = (columns.next(), columns.next()) else { continue };
            let value = columns.next().unwrap_or_default();
            let mut tokens = Vec::new();
            find_tokens(word, Span::new(0, word.len()), lexicon::get(), &mut tokens);
            let Some(first) = tokens.first() else { continue };
            table.words.entry(first.hash).or_insert(TimeWord::NOTHING).add(class, value);
            if let Some(holiday) = Holiday::parse(value).filter(|_| class == "holiday") {
                let hash = tokens.iter().fold(0, |hash, token| add_word(hash, token.hash));
                table.holidays.insert(hash, holiday);
            }
        }
        table
    }
}

/// What a word may mean, if it is a time word.
#[must_use]
pub fn time_word(language: Language, hash: u64) -> Option<&'static TimeWord> {
    WORDS[language as usize].words.get(&hash)
}

/// The names of the twelve months, in each language the first that its table lists.
pub fn month_names() -> [Vec<&'static str>; 12] {
    let mut names: [Vec<&'static str>; 12] = Default::default();
    for (at, table) in TABLES.into_iter().enumerate() {
        for row in rows(table) {
            let mut columns = row.split('\t');
            let (Some(name), Some("month"), Some(number)) = (columns.next(), columns.next(), columns.next())
            else {
                continue;
            };
            let month = number.parse::<usize>().ok().and_then(|number| names.get_mut(number.checked_sub(1)?));
            if let Some(month) = month.filter(|month| month.len() == at) {
                month.push(name);
            }
        }
    }
    names
}

/// The holidays, by the hash of their words in sequence.
pub(super) fn holidays(language: Language) -> &'static HashedMap<Holiday> {
    &WORDS[language as usize].holidays
}

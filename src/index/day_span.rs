//! A TIMEX3 or ISO 8601 value into the days it covers: `2023-04` is 1 to 30 April 2023.
//!
//! Knows the calendar only: a value that is not placed on it (`P1D`, `XXXX-WXX-4`, `PAST_REF`) covers
//! nothing. The inverse, [`DaySpan::to_iso`], gives the shortest range that reads back as the same days.

use crate::annotate::timex::{Date, days_in_month};
use serde::{Deserialize, Serialize};

/// A closed interval of days, each counted from 1970-01-01, within the years 1 to 9999.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct DaySpan {
    /// The first day.
    pub first: i32,
    /// The last day, not before the first.
    pub last: i32,
}

/// What stands between the ends of a range.
const RANGE_SIGN: &str = "..";
/// The first day the calendar counts: 1 January of year 1.
const FIRST_DAY: i32 = -719_162;
/// The last day the calendar counts: 31 December 9999.
const LAST_DAY: i32 = 2_932_896;

impl DaySpan {
    /// Every day of the calendar.
    pub const EVER: Self = Self { first: FIRST_DAY, last: LAST_DAY };

    /// The days from one to the other, whichever comes first; kept within the calendar.
    #[must_use]
    pub fn new(a: i32, b: i32) -> Self {
        let (first, last) = (a.min(b), a.max(b));
        Self { first: first.clamp(FIRST_DAY, LAST_DAY), last: last.clamp(FIRST_DAY, LAST_DAY) }
    }

    fn between(first: Date, last: Date) -> Self {
        Self::new(number(first), number(last))
    }

    /// The days a value covers: a day, week, weekend, month, quarter, half, season, year, decade or century,
    /// with or without a time of day; nothing for anything else. Winter ends in the year after its own.
    #[must_use]
    pub fn of_value(value: &str) -> Option<Self> {
        let date = value.split('T').next().unwrap_or(value);
        let mut parts = date.split('-');
        let year = parts.next()?;
        if !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let part = parts.next();
        let rest = parts.next();
        if parts.next().is_some() || (date.len() < value.len() && rest.is_none()) {
            return None;
        }
        let number: i32 = year.parse().ok()?;
        match (year.len(), part) {
            (2, None) => years(number * 100, 100),
            (3, None) => years(number * 10, 10),
            (4, None) => years(number, 1),
            (4, Some(part)) if (1..=9999).contains(&number) => within_year(number, part, rest),
            _ => None,
        }
    }

    /// The days of a range as addresses write it: `2022-11..2023-04`, `2023`, `..2023`, `2022-W16..`.
    /// Ends the wrong way round are taken the right way round.
    #[must_use]
    pub fn of_range(text: &str) -> Option<Self> {
        let Some((from, to)) = text.split_once(RANGE_SIGN) else { return Self::of_value(text) };
        let end = |text: &str| if text.is_empty() { Some(Self::EVER) } else { Self::of_value(text) };
        let (from, to) = (end(from)?, end(to)?);
        if from.first <= to.last {
            Some(Self::new(from.first, to.last))
        } else {
            Some(Self::new(to.first, from.last))
        }
    }

    /// The shortest range of years, months or days that [`DaySpan::of_range`] reads as these days.
    #[must_use]
    pub fn to_iso(self) -> String {
        let (from, to) = (Date::from_number(self.first.into()), Date::from_number(self.last.into()));
        let is_month_end = to.day == days_in_month(to.year, to.month);
        let width = match () {
            () if from.day > 1 || !is_month_end => 10,
            () if from.month > 1 || to.month < 12 => 7,
            () => 4,
        };
        let end = |date: Date, is_open: bool| {
            let text = if is_open { String::new() } else { date.to_string() };
            text.get(..width).unwrap_or_default().to_owned()
        };
        let (from, to) = (end(from, self.first == FIRST_DAY), end(to, self.last == LAST_DAY));
        if from == to && !from.is_empty() { from } else { [from, to].join(RANGE_SIGN) }
    }

    /// How many days there are; at least one.
    #[must_use]
    pub fn n_days(self) -> u32 {
        u32::try_from(self.last.saturating_sub(self.first)).unwrap_or(0) + 1
    }

    /// Whether a day is in both.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Whether these days answer a question for `range`: some of them lie in it, and they are no vaguer than it.
    /// So a whole year is no answer to the question for one of its months.
    #[must_use]
    pub fn falls_in(self, range: Self) -> bool {
        self.overlaps(range) && self.n_days() <= range.n_days()
    }
}

/// A day as its number, which fits: the calendar has 10,000 years.
pub(crate) fn number(date: Date) -> i32 {
    i32::try_from(date.number()).unwrap_or(FIRST_DAY)
}

fn years(from: i32, n_years: i32) -> Option<DaySpan> {
    let (from, to) = (from.max(1), from + n_years - 1);
    Some(DaySpan::between(Date::new(from, 1, 1)?, Date::new(to, 12, 31)?))
}

fn months(year: i32, from: u8, n_months: i64) -> Option<DaySpan> {
    let first = Date::new(year, from, 1)?;
    let last = first.plus_months(n_months - 1);
    let last = Date::new(last.year, last.month, days_in_month(last.year, last.month))?;
    Some(DaySpan::between(first, last))
}

fn within_year(year: i32, part: &str, rest: Option<&str>) -> Option<DaySpan> {
    let bytes = part.as_bytes();
    match (bytes, rest) {
        ([b'W', week @ ..], _) if week.len() == 2 => weeks(year, two_digits(week)?, rest),
        (b"SP", None) => months(year, 3, 3),
        (b"SU", None) => months(year, 6, 3),
        (b"FA", None) => months(year, 9, 3),
        (b"WI", None) => months(year, 12, 3),
        ([b'Q', quarter @ b'1'..=b'4'], None) => months(year, 3 * (quarter - b'1') + 1, 3),
        ([b'H', half @ b'1'..=b'2'], None) => months(year, 6 * (half - b'1') + 1, 6),
        (month, None) => months(year, two_digits(month)?, 1),
        (month, Some(day)) => {
            let day = Date::new(year, two_digits(month)?, two_digits(day.as_bytes())?)?;
            Some(DaySpan::between(day, day))
        }
    }
}

fn two_digits(bytes: &[u8]) -> Option<u8> {
    match bytes {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => Some((tens - b'0') * 10 + ones - b'0'),
        _ => None,
    }
}

/// A week of ISO 8601, a weekday or the weekend of it.
fn weeks(year: i32, week: u8, rest: Option<&str>) -> Option<DaySpan> {
    // 4 January always lies in the first week.
    let fourth = Date::new(year, 1, 4)?;
    let monday = fourth.plus_days(i64::from(week) * 7 - 6 - i64::from(fourth.weekday()));
    if week == 0 || monday.plus_days(3).iso_week() != (year, week) {
        return None;
    }
    let (from, to) = match rest.map(str::as_bytes) {
        None => (0, 6),
        Some(b"WE") => (5, 6),
        Some([day @ b'1'..=b'7']) => (i64::from(day - b'1'), i64::from(day - b'1')),
        Some(_) => return None,
    };
    Some(DaySpan::between(monday.plus_days(from), monday.plus_days(to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(value: &str) -> String {
        let Some(span) = DaySpan::of_value(value) else { return "nothing".to_owned() };
        let day = |number: i32| Date::from_number(number.into()).to_string();
        if span.first == span.last { day(span.first) } else { [day(span.first), day(span.last)].join(" to ") }
    }

    #[test]
    fn a_value_covers_its_days() {
        for (value, expected) in [
            ("2023-04-20", "2023-04-20"),
            ("2023-04-20T10:00", "2023-04-20"),
            ("2023-04-20TNI", "2023-04-20"),
            ("2023-04", "2023-04-01 to 2023-04-30"),
            ("2024-02", "2024-02-01 to 2024-02-29"),
            ("2023", "2023-01-01 to 2023-12-31"),
            ("202", "2020-01-01 to 2029-12-31"),
            ("20", "2000-01-01 to 2099-12-31"),
            ("2023-W16", "2023-04-17 to 2023-04-23"),
            ("2023-W16-4", "2023-04-20"),
            ("2023-W16-WE", "2023-04-22 to 2023-04-23"),
            ("2020-W53", "2020-12-28 to 2021-01-03"),
            ("2023-Q1", "2023-01-01 to 2023-03-31"),
            ("2023-H2", "2023-07-01 to 2023-12-31"),
            ("2023-SP", "2023-03-01 to 2023-05-31"),
            ("2023-SU", "2023-06-01 to 2023-08-31"),
            ("2023-FA", "2023-09-01 to 2023-11-30"),
            ("2023-WI", "2023-12-01 to 2024-02-29"),
        ] {
            assert_eq!(days(value), expected, "{value}");
        }
    }

    #[test]
    fn what_the_calendar_cannot_place_covers_nothing() {
        for value in [
            "",
            "-",
            "P1D",
            "PT2H",
            "PAST_REF",
            "XXXX-WXX-4",
            "XXXX-04-20",
            "2023-02-30",
            "2023-13",
            "2023-W00",
            "2023-W53",
            "2023-W16-8",
            "2023-Q5",
            "2023-H3",
            "2023-XX",
            "20234",
            "2",
            "T10:00",
            "2023T10:00",
            "2023-04-20-1",
            "２０２３",
            "0000",
            "2023-Q1-1",
            "+023",
            "2023-04-2０",
        ] {
            assert_eq!(days(value), "nothing", "{value}");
        }
    }

    #[test]
    fn a_range_is_written_as_short_as_it_reads_back() {
        for text in [
            "2023",
            "2022..2023",
            "2022-11..2023-04",
            "2022-11",
            "2023-04-20",
            "2023-04-17..2023-04-23",
            "..2023",
            "2023-04..",
        ] {
            assert_eq!(DaySpan::of_range(text).map(DaySpan::to_iso).as_deref(), Some(text));
        }
        for (text, short) in [
            ("2023-01..2023-12", "2023"),
            ("202", "2020..2029"),
            ("2023-04..2022-11", "2022-11..2023-04"),
            ("2023-W16", "2023-04-17..2023-04-23"),
            ("..", ".."),
        ] {
            assert_eq!(DaySpan::of_range(text).map(DaySpan::to_iso).as_deref(), Some(short), "{text}");
        }
        for text in ["soon", "2023..soon", "2023...2024", ""] {
            assert_eq!(DaySpan::of_range(text), None, "{text}");
        }
    }

    #[test]
    fn a_year_is_no_answer_to_the_question_for_a_month() {
        let span = |text| DaySpan::of_range(text).expect("a range");
        assert!(span("2023-04-20").falls_in(span("2023-04")));
        assert!(span("2023-W17").falls_in(span("2023-04")), "a week that ends in May began in April");
        assert!(!span("2023").falls_in(span("2023-04")));
        assert!(span("2023").falls_in(span("2022..2023")));
        assert!(!span("2021").falls_in(span("2022..2023")));
    }
}

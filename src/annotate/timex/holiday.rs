//! Holidays of the word tables, fixed and computed, into days.

use super::calendar::{Date, days_in_month};
use super::words::holidays;
use crate::annotate::token::{Token, add_word};

/// How a holiday falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub enum Holiday {
    /// On a day of the calendar.
    Fixed {
        /// 1 to 12.
        month: u8,
        /// 1 to 31.
        day: u8,
    },
    /// So many days from Easter Sunday of the Gregorian churches.
    Easter(i32),
    /// So many days from Easter Sunday of the Julian churches.
    Orthodox(i32),
    /// On the so-manieth such weekday of a month, 9 for the last.
    Nth {
        /// 1 to 12.
        month: u8,
        /// 1 (Monday) to 7.
        weekday: u8,
        /// 1 to 4, or 9.
        nth: u8,
        /// Days added to it.
        plus: u8,
    },
}

impl Holiday {
    /// Reads `12-25`, `E-2`, `O+0`, `11/4/4`, `11/1/1+1`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if let Some(days) = text.strip_prefix('E') {
            return days.parse().ok().map(Self::Easter);
        }
        if let Some(days) = text.strip_prefix('O') {
            return days.parse().ok().map(Self::Orthodox);
        }
        if let Some((month, day)) = text.split_once('-') {
            return Some(Self::Fixed { month: month.parse().ok()?, day: day.parse().ok()? });
        }
        let (rule, plus) = text.split_once('+').unwrap_or((text, "0"));
        let mut parts = rule.split('/').map(|part| part.parse().ok());
        let mut next = || parts.next().flatten();
        Some(Self::Nth { month: next()?, weekday: next()?, nth: next()?, plus: plus.parse().ok()? })
    }

    /// The day in a year.
    #[must_use]
    pub fn day(self, year: i32) -> Option<Date> {
        match self {
            Self::Fixed { month, day } => Date::new(year, month, day),
            Self::Easter(days) => Some(easter(year)?.plus_days(i64::from(days))),
            Self::Orthodox(days) => Some(orthodox_easter(year)?.plus_days(i64::from(days))),
            Self::Nth { month, weekday, nth, plus } => {
                let date = if nth == 9 {
                    let last = Date::new(year, month, days_in_month(year, month))?;
                    last.plus_days(-((i64::from(last.weekday()) + 7 - i64::from(weekday)) % 7))
                } else {
                    let first = Date::new(year, month, 1)?;
                    let ahead = (i64::from(weekday) + 7 - i64::from(first.weekday())) % 7;
                    first.plus_days(ahead + 7 * (i64::from(nth) - 1))
                };
                Some(date.plus_days(i64::from(plus)))
            }
        }
    }
}

/// Easter Sunday by the anonymous Gregorian computus (Meeus, *Astronomical Algorithms*, chapter 8).
fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, u8::try_from(n / 31).ok()?, u8::try_from(n % 31 + 1).ok()?)
}

/// Easter Sunday of the Julian calendar (Meeus, same chapter), in the Gregorian calendar.
fn orthodox_easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 4, year % 7, year % 19);
    let d = (19 * c + 15) % 30;
    let e = (2 * a + 4 * b - d + 34) % 7;
    let n = d + e + 114;
    let julian = Date::new(year, u8::try_from(n / 31).ok()?, u8::try_from(n % 31 + 1).ok()?)?;
    Some(julian.plus_days(i64::from(year / 100 - year / 400 - 2)))
}

/// Tokens in the longest name of a holiday.
const MAX_TOKENS: usize = 6;

/// The longest holiday that begins at the first token, with its length in tokens.
pub(super) fn longest(language: super::words::Language, tokens: &[Token]) -> Option<(usize, Holiday)> {
    let mut best = None;
    let mut hash = 0;
    for (at, token) in tokens.iter().take(MAX_TOKENS).enumerate() {
        hash = add_word(hash, token.hash);
        if let Some(holiday) = holidays(language).get(&hash) {
            best = Some((at + 1, *holiday));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn movable_feasts_fall_as_printed_calendars_say() {
        let day = |rule: &str, year| {
            Holiday::parse(rule).and_then(|rule| rule.day(year)).map(|day| day.to_string())
        };
        assert_eq!(day("E0", 2023).as_deref(), Some("2023-04-09"));
        assert_eq!(day("E-2", 2024).as_deref(), Some("2024-03-29"));
        assert_eq!(day("O0", 2023).as_deref(), Some("2023-04-16"));
        assert_eq!(day("11/4/4", 2022).as_deref(), Some("2022-11-24"));
        assert_eq!(day("5/1/9", 2023).as_deref(), Some("2023-05-29"));
        assert_eq!(day("11/1/1+1", 2020).as_deref(), Some("2020-11-03"));
    }
}

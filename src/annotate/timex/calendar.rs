//! Days of the proleptic Gregorian calendar, by counting.

use std::fmt;

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// The year, 1 to 9999.
    pub year: i32,
    /// The month, 1 to 12.
    pub month: u8,
    /// The day of the month, 1 to 31.
    pub day: u8,
}

impl Date {
    /// The day, if the calendar has it.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `2023-04-20`, with anything after it left out.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let part = |range: std::ops::Range<usize>| {
            text.get(range).filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
        };
        let dashes = text.as_bytes().get(4) == Some(&b'-') && text.as_bytes().get(7) == Some(&b'-');
        if !dashes {
            return None;
        }
        Self::new(part(0..4)?.parse().ok()?, part(5..7)?.parse().ok()?, part(8..10)?.parse().ok()?)
    }

    /// Days since 1970-01-01, by counting from 1 March of year 0 in eras of 400 years.
    #[must_use]
    pub fn number(self) -> i64 {
        let year = i64::from(self.year) - i64::from(self.month <= 2);
        let era = year.div_euclid(400);
        let year_of_era = year.rem_euclid(400);
        let month = (i64::from(self.month) + 9) % 12;
        let day_of_year = (153 * month + 2) / 5 + i64::from(self.day) - 1;
        era * 146_097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719_468
    }

    /// The day of a [`Date::number`], kept within the years 1 to 9999.
    #[must_use]
    pub fn from_number(number: i64) -> Self {
        let number = number + 719_468;
        let era = number.div_euclid(146_097);
        let day_of_era = number.rem_euclid(146_097);
        let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let shifted = (5 * day_of_year + 2) / 153;
        let narrow = |value: i64| u8::try_from(value).unwrap_or(1);
        let month = narrow(if shifted < 10 { shifted + 3 } else { shifted - 9 });
        let year = year_of_era + era * 400 + i64::from(month <= 2);
        let day = narrow(day_of_year - (153 * shifted + 2) / 5 + 1);
        Self { year: i32::try_from(year.clamp(1, 9999)).unwrap_or(1), month, day }
    }

    /// The day so many days on.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        Self::from_number(self.number().saturating_add(days.clamp(-4_000_000, 4_000_000)))
    }

    /// The day so many months on; the last day of the month where the month is shorter.
    #[must_use]
    pub fn plus_months(self, months: i64) -> Self {
        let count = (i64::from(self.year) * 12 + i64::from(self.month) - 1 + months.clamp(-120_000, 120_000))
            .clamp(12, 119_999);
        let year = i32::try_from(count.div_euclid(12)).unwrap_or(1);
        let month = u8::try_from(count.rem_euclid(12) + 1).unwrap_or(1);
        Self { year, month, day: self.day.min(days_in_month(year, month)) }
    }

    /// The weekday, Monday 1 to Sunday 7.
    #[must_use]
    pub fn weekday(self) -> u8 {
        u8::try_from((self.number() + 3).rem_euclid(7) + 1).unwrap_or(1)
    }

    /// The year and number of its ISO 8601 week.
    #[must_use]
    pub fn iso_week(self) -> (i32, u8) {
        let thursday = self.plus_days(4 - i64::from(self.weekday()));
        let first = Self { year: thursday.year, month: 1, day: 1 };
        (thursday.year, u8::try_from((thursday.number() - first.number()) / 7 + 1).unwrap_or(1))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// The number of days in a month, 1 to 12.
#[must_use]
pub fn days_in_month(year: i32, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).expect("a date")
    }

    #[test]
    fn numbers_and_days_round_trip() {
        for number in (-700_000..200_000).step_by(97) {
            assert_eq!(Date::from_number(number).number(), number);
        }
        assert_eq!(date("1970-01-01").number(), 0);
    }

    #[test]
    fn weekdays_and_weeks_agree_with_printed_calendars() {
        assert_eq!(date("2022-11-29").weekday(), 2);
        assert_eq!(date("2023-04-20").weekday(), 4);
        assert_eq!(date("2021-01-03").iso_week(), (2020, 53));
        assert_eq!(date("2024-12-30").iso_week(), (2025, 1));
        assert_eq!(date("2023-04-20").iso_week(), (2023, 16));
    }

    #[test]
    fn days_that_the_calendar_lacks_are_none() {
        assert_eq!(Date::parse("2023-02-29"), None);
        assert_eq!(Date::parse("2024-02-29").map(|day| day.plus_months(12)), Date::parse("2025-02-28"));
        assert_eq!(Date::parse("20230420"), None);
    }
}

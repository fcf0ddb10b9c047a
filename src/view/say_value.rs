//! A TIMEX3 value in words: `2023-W16` → `17 to 23 April 2023`, `2023-SU` → `summer 2023`, `P3D` → `3 days`.
//!
//! What has no words here stays as TimeML writes it.

use super::say_days::{days_in_words, iso_date};
use crate::index::{DaySpan, when_slugs};

/// The value in words.
#[must_use]
pub fn value_in_words(value: &str) -> String {
    let (date, time) = value.split_once('T').unwrap_or((value, ""));
    let day = match when_slugs(date).last() {
        Some(slug) if slug.len() == date.len() => Some(iso_date(slug)),
        _ => say_part(date).or_else(|| say_weekday(date)),
    };
    let words = match (day, say_time(time)) {
        (Some(day), None) if time.is_empty() => Some(day),
        (Some(day), Some(time)) => Some([day, time].join(", ")),
        _ => say_fixed(value).map(str::to_owned).or_else(|| say_length(value)),
    };
    words.unwrap_or_else(|| value.to_owned())
}

/// `PAST_REF` and its like.
fn say_fixed(value: &str) -> Option<&'static str> {
    Some(match value {
        "PAST_REF" => "some time before",
        "PRESENT_REF" => "now",
        "FUTURE_REF" => "some time ahead",
        _ => return None,
    })
}

/// A quarter, half, season, week, weekend, decade or century.
fn say_part(date: &str) -> Option<String> {
    let is_figures = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if is_figures(date) && date.len() == 3 {
        return Some([date, "0s"].concat());
    }
    if let Some(year) = date.strip_prefix("FY").filter(|year| is_figures(year)) {
        return Some(["fiscal year", year].join(" "));
    }
    let (year, part) = date.split_once('-')?;
    let name = match part {
        "SP" => "spring",
        "SU" => "summer",
        "FA" => "autumn",
        "WI" => "winter",
        "Q1" => "first quarter of",
        "Q2" => "second quarter of",
        "Q3" => "third quarter of",
        "Q4" => "fourth quarter of",
        "H1" => "first half of",
        "H2" => "second half of",
        _ if part.starts_with('W') => return DaySpan::of_value(date).map(days_in_words),
        _ => return None,
    };
    is_figures(year).then(|| [name, year].join(" "))
}

/// `XXXX-WXX-4`: a weekday that nothing places.
fn say_weekday(date: &str) -> Option<String> {
    let day = match date.strip_prefix("XXXX-WXX-")? {
        "1" => "Monday",
        "2" => "Tuesday",
        "3" => "Wednesday",
        "4" => "Thursday",
        "5" => "Friday",
        "6" => "Saturday",
        "7" => "Sunday",
        _ => return None,
    };
    Some(["a", day].join(" "))
}

/// `TNI`, `T19:38`, without its `T`.
fn say_time(time: &str) -> Option<String> {
    Some(match time {
        "MO" => "morning".to_owned(),
        "MI" => "midday".to_owned(),
        "AF" => "afternoon".to_owned(),
        "EV" => "evening".to_owned(),
        "NI" => "night".to_owned(),
        _ => time.bytes().all(|byte| byte.is_ascii_digit() || byte == b':').then(|| time.to_owned())?,
    })
    .filter(|time| !time.is_empty())
}

/// `P3D`, `PT20M`, `PXY`: a length of one unit.
fn say_length(value: &str) -> Option<String> {
    let rest = value.strip_prefix('P')?;
    let (rest, is_clock) = rest.strip_prefix('T').map_or((rest, false), |rest| (rest, true));
    let split = rest.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == 'X'))?;
    let (amount, unit) = rest.split_at(split);
    let unit = match (unit, is_clock) {
        ("S", true) => "second",
        ("M", true) => "minute",
        ("H", true) => "hour",
        ("D", false) => "day",
        ("W", false) => "week",
        ("WE", false) => "weekend",
        ("M", false) => "month",
        ("Q", false) => "quarter",
        ("Y", false) => "year",
        ("DE", false) => "decade",
        ("CE", false) => return (amount == "1").then(|| "1 century".to_owned()),
        _ => return None,
    };
    Some(match amount {
        "" => return None,
        "1" => ["1", unit].join(" "),
        "X" => ["some ", unit, "s"].concat(),
        _ => [amount, " ", unit, "s"].concat(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_read_as_a_person_would_say_them() {
        for (value, words) in [
            ("2023-04-20", "20 April 2023"),
            ("2023-04-20T19:38", "20 April 2023, 19:38"),
            ("2023-04-20TNI", "20 April 2023, night"),
            ("2023-W16", "17 to 23 April 2023"),
            ("2023-W16-WE", "22 to 23 April 2023"),
            ("2023-SU", "summer 2023"),
            ("2023-Q1", "first quarter of 2023"),
            ("199", "1990s"),
            ("P3D", "3 days"),
            ("PT1H", "1 hour"),
            ("PXY", "some years"),
            ("PRESENT_REF", "now"),
            ("XXXX-WXX-4", "a Thursday"),
        ] {
            assert_eq!(value_in_words(value), words);
        }
    }

    #[test]
    fn what_has_no_words_stays() {
        for odd in ["XXXX-XX-XXTNI", "P2Y6M", "18", "XXXX", "", "P", "PT", "T", "2023-W99X", "XXXX-SP"] {
            assert_eq!(value_in_words(odd), odd);
        }
    }
}

//! Days in words: `20 April 2023`, `17 to 23 April 2023`, `November 2022 to April 2023`, `2009 to 2013`.

use crate::annotate::timex::Date;
use crate::index::DaySpan;

/// The months in English; `ui` says them in other languages.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The parts of an ISO 8601 date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IsoParts<'a> {
    /// The year as it is written.
    pub year: &'a str,
    /// The month, from 0.
    pub month: Option<usize>,
    /// The day of the month, from 1.
    pub day: Option<u8>,
}

/// The parts of a date as wide as it is known, without its time of day; nothing where it is no such date.
#[must_use]
pub fn iso_parts(value: &str) -> Option<IsoParts<'_>> {
    let date = value.split('T').next().unwrap_or(value);
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let month = month.map(|month| month.parse().ok().and_then(|at: usize| at.checked_sub(1)));
    let month = month.map(|month| month.filter(|at| *at < MONTHS.len()));
    let day = day.map(|day| day.parse().ok().filter(|day| (1..=31).contains(day)));
    match (month, day, parts.next()) {
        (None, ..) => Some(IsoParts { year, month: None, day: None }),
        (Some(month @ Some(_)), None, _) => Some(IsoParts { year, month, day: None }),
        (Some(month @ Some(_)), Some(day @ Some(_)), None) => Some(IsoParts { year, month, day }),
        _ => None,
    }
}

/// An ISO 8601 date as a reader says it: `2023-04-20` → `20 April 2023`, `2023-04` → `April 2023`.
///
/// A time of day is left out. What is no such date stays as it is.
#[must_use]
pub fn iso_date(value: &str) -> String {
    let Some(IsoParts { year, month, day }) = iso_parts(value) else { return value.to_owned() };
    match (month.map(|month| MONTHS[month]), day) {
        (None, _) => year.to_owned(),
        (Some(month), None) => format!("{month} {year}"),
        (Some(month), Some(day)) => format!("{day} {month} {year}"),
    }
}

/// Days in words, as short as says them all. A range without a beginning or an end says so.
#[must_use]
pub fn days_in_words(days: DaySpan) -> String {
    let iso = days.to_iso();
    let (from, to) = iso.split_once("..").unwrap_or((&iso, &iso));
    match (from.is_empty(), to.is_empty()) {
        (true, true) => "any day".to_owned(),
        (true, false) => format!("until {}", iso_date(to)),
        (false, true) => format!("from {}", iso_date(from)),
        (false, false) if from == to => iso_date(from),
        (false, false) => format!("{} to {}", beginning(from, to), iso_date(to)),
    }
}

/// The first end of a range, without what its last end says again.
fn beginning(from: &str, to: &str) -> String {
    let label = iso_date(from);
    let shared = if from.get(..7) == to.get(..7) && from.len() == 10 {
        7
    } else if from.get(..4) == to.get(..4) {
        4
    } else {
        return label;
    };
    let tail = iso_date(&from[..shared]);
    label.strip_suffix(tail.as_str()).map_or(label.clone(), |short| short.trim_end().to_owned())
}

/// The name of a month in three letters.
pub(super) fn short_month(date: Date) -> String {
    let month = format!("2000-{:02}", date.month);
    iso_date(&month).chars().take(3).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_once() {
        for (range, words) in [
            ("2023-04-20", "20 April 2023"),
            ("2023-W16", "17 to 23 April 2023"),
            ("2023-W17", "24 to 30 April 2023"),
            ("2023-W18", "1 to 7 May 2023"),
            ("2023-W13", "27 March to 2 April 2023"),
            ("2024-W01..2024-W01", "1 to 7 January 2024"),
            ("2020-W53", "28 December 2020 to 3 January 2021"),
            ("2023-Q1", "January to March 2023"),
            ("2022-11..2023-04", "November 2022 to April 2023"),
            ("2023", "2023"),
            ("202", "2020 to 2029"),
            ("..2023", "until 2023"),
            ("2023-04..", "from April 2023"),
            ("..", "any day"),
        ] {
            assert_eq!(days_in_words(DaySpan::of_range(range).expect("a range")), words, "{range}");
        }
    }

    #[test]
    fn a_date_reads_as_wide_as_it_is_known() {
        assert_eq!(iso_date("2023-04-20"), "20 April 2023");
        assert_eq!(iso_date("2023-04-05T10:00:00Z"), "5 April 2023");
        assert_eq!(iso_date("2023-04"), "April 2023");
        assert_eq!(iso_date("2023"), "2023");
    }

    #[test]
    fn what_is_no_date_stays() {
        for odd in ["", "2023-13", "2023-00", "2023-04-00", "2023-W16-4", "-", "2023-SP", "1-2-3-4"] {
            assert_eq!(iso_date(odd), odd);
        }
    }
}

//! Days in words: `20 April 2023`, `17 to 23 April 2023`, `November 2022 to April 2023`, `2009 to 2013`.

use crate::annotate::timex::Date;
use crate::index::{DaySpan, when_label};

/// Days in words, as short as says them all. A range without a beginning or an end says so.
#[must_use]
pub fn days_in_words(days: DaySpan) -> String {
    let iso = days.to_iso();
    let (from, to) = iso.split_once("..").unwrap_or((&iso, &iso));
    match (from.is_empty(), to.is_empty()) {
        (true, true) => "any day".to_owned(),
        (true, false) => format!("until {}", when_label(to)),
        (false, true) => format!("from {}", when_label(from)),
        (false, false) if from == to => when_label(from),
        (false, false) => format!("{} to {}", beginning(from, to), when_label(to)),
    }
}

/// The first end of a range, without what its last end says again.
fn beginning(from: &str, to: &str) -> String {
    let label = when_label(from);
    let shared = if from.get(..7) == to.get(..7) && from.len() == 10 {
        7
    } else if from.get(..4) == to.get(..4) {
        4
    } else {
        return label;
    };
    let tail = when_label(&from[..shared]);
    label.strip_suffix(tail.as_str()).map_or(label.clone(), |short| short.trim_end().to_owned())
}

/// The name of a month in three letters.
pub(super) fn short_month(date: Date) -> String {
    let month = format!("2000-{:02}", date.month);
    when_label(&month).chars().take(3).collect()
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
}

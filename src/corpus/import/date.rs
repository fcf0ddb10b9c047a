//! A publication date as somebody wrote it into its ISO 8601 form.
//!
//! [`read_iso`] is strict, for values a person keeps; [`read_any`] also takes the
//! forms that pages and other programs write. A time of day is dropped, never
//! moved to another time zone. Does not find dates inside running text.

/// Reads `2023-04-20`, `2023-04` or `2023`, with or without a time of day behind a full date.
pub fn read_iso(written: &str) -> Option<String> {
    let written = written.trim();
    let (date, time) = match written.get(10..11) {
        Some("T" | "t" | " ") => (&written[..10], &written[11..]),
        _ => (written, ""),
    };
    if !time.is_empty() && !is_time(time) {
        return None;
    }
    let mut parts = date.split('-');
    let year = number(parts.next()?, 4)?;
    let month = parts.next().map(|part| number(part, 2).ok_or(())).transpose().ok()?;
    let day = parts.next().map(|part| number(part, 2).ok_or(())).transpose().ok()?;
    if parts.next().is_some() {
        return None;
    }
    match (month, day) {
        (None, _) => (year > 0).then(|| format!("{year:04}")),
        (Some(month), None) => {
            (year > 0 && (1..=12).contains(&month)).then(|| format!("{year:04}-{month:02}"))
        }
        (Some(month), Some(day)) => day_of(year, month, day),
    }
}

/// Reads every form of [`read_iso`], `20230420`, `2023/04/20`, `20.04.2023`, `April 20, 2023`,
/// `20 Apr 2023` and `Thu, 20 Apr 2023 10:00:00 GMT`. A date such as `04/05/2023`, which two
/// countries read differently, gives nothing; so does the first day of 1970 or of the year 1,
/// by which programs write that they know no date.
pub fn read_any(written: &str) -> Option<String> {
    let date = read_iso(written).or_else(|| read_numbers(written)).or_else(|| read_words(written))?;
    (!matches!(date.as_str(), "1970-01-01" | "0001-01-01")).then_some(date)
}

fn read_numbers(written: &str) -> Option<String> {
    let date = written.trim().split(['T', ' ']).next()?;
    if date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit()) {
        return day_of(number(&date[..4], 4)?, number(&date[4..6], 2)?, number(&date[6..], 2)?);
    }
    let parts: Vec<&str> = date.split(['/', '.', '-']).collect();
    let [a, b, c] = parts[..] else { return None };
    let (first, second, third) = (any_number(a)?, any_number(b)?, any_number(c)?);
    match (a.len(), c.len()) {
        (4, _) => day_of(first, second, third),
        (_, 4) if date.contains('.') || first > 12 => day_of(third, second, first),
        (_, 4) if second > 12 => day_of(third, first, second),
        _ => None,
    }
}

/// The words of a date in English, in either order; weekday and time of day are passed over.
fn read_words(written: &str) -> Option<String> {
    let (mut year, mut month, mut day) = (None, None, None);
    for word in written.split([' ', ',', '.', '\u{a0}']).filter(|word| !word.is_empty()).take(6) {
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if let Some(found) = month_of(word) {
            month = month.or(Some(found));
        } else if let (4, Some(found)) = (word.len(), any_number(word)) {
            year = year.or(Some(found));
        } else if let (1..=2, Some(found)) = (digits.len(), any_number(digits)) {
            day = day.or(Some(found));
        }
    }
    match (year?, month?, day) {
        (year, month, Some(day)) => day_of(year, month, day),
        (year, month, None) => Some(format!("{year:04}-{month:02}")),
    }
}

fn month_of(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_ascii_lowercase();
    let is_month = |month: &&str| {
        word.len() >= 3 && (month.starts_with(&word) || (word == "sept" && **month == *"september"))
    };
    let at = MONTHS.iter().position(is_month)?;
    u32::try_from(at + 1).ok()
}

/// A day that the calendar has.
fn day_of(year: u32, month: u32, day: u32) -> Option<String> {
    let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => return None,
    };
    (year > 0 && year <= 9999 && (1..=last).contains(&day)).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// Whether this is a time of day, with or without a zone: `10:00`, `10:00:00.5+02:00`, `10:00 UTC`.
fn is_time(written: &str) -> bool {
    let bytes = written.as_bytes();
    let hour = written.get(..2).and_then(|hour| number(hour, 2));
    let minute = written.get(3..5).and_then(|minute| number(minute, 2));
    hour.is_some_and(|hour| hour <= 24)
        && bytes.get(2) == Some(&b':')
        && minute.is_some_and(|minute| minute < 60)
        && bytes[5..].iter().all(|byte| byte.is_ascii_alphanumeric() || b":.,+- ".contains(byte))
}

fn number(digits: &str, length: usize) -> Option<u32> {
    if digits.len() == length { any_number(digits) } else { None }
}

fn any_number(digits: &str) -> Option<u32> {
    let is_number =
        !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_iso_date_keeps_its_width_and_loses_its_time() {
        for (written, expected) in [
            ("2023-04-20", "2023-04-20"),
            (" 2023-04 ", "2023-04"),
            ("2023", "2023"),
            ("2023-04-20T23:30:00-04:00", "2023-04-20"),
            ("2023-04-20 10:00", "2023-04-20"),
            ("2024-02-29", "2024-02-29"),
        ] {
            assert_eq!(read_iso(written).as_deref(), Some(expected), "{written}");
        }
    }

    #[test]
    fn what_the_calendar_does_not_have_is_no_date() {
        for written in [
            "2023-02-29",
            "2023-13",
            "2023-00-10",
            "0000",
            "23-04-20",
            "2023-4-2",
            "April 20",
            "yesterday",
            "",
            "2023-04-20-01",
            "2023-04-20Tnoon",
            "２０２３",
            "2023-04-20é",
            "+023",
        ] {
            assert_eq!(read_iso(written), None, "{written}");
        }
    }

    #[test]
    fn the_forms_that_pages_write_are_read() {
        for (written, expected) in [
            ("20230420", "2023-04-20"),
            ("20230420T101500", "2023-04-20"),
            ("2023/04/20", "2023-04-20"),
            ("2023/4/5 10:11", "2023-04-05"),
            ("20.4.2023", "2023-04-20"),
            ("20/04/2023", "2023-04-20"),
            ("04/20/2023", "2023-04-20"),
            ("April 20, 2023", "2023-04-20"),
            ("Apr. 20, 2023, 10:15 AM", "2023-04-20"),
            ("20th April 2023", "2023-04-20"),
            ("Thu, 20 Apr 2023 10:00:00 GMT", "2023-04-20"),
            ("Sept 2021", "2021-09"),
        ] {
            assert_eq!(read_any(written).as_deref(), Some(expected), "{written}");
        }
        for written in
            ["04/05/2023", "1970-01-01T00:00:00Z", "0001-01-01", "31 April 2023", "soon", "ma 2023"]
        {
            assert_eq!(read_any(written), None, "{written}");
        }
    }
}

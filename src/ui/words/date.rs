//! Dates in words.

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

/// An ISO 8601 date as a reader says it: `2023-04-20` → `20 April 2023`, `2023-04` → `April 2023`.
///
/// A time of day is left out. What is no such date stays as it is.
#[must_use]
pub fn iso_date(value: &str) -> String {
    let date = value.split('T').next().unwrap_or(value);
    let mut parts = date.split('-');
    let (year, month, day) = (parts.next().unwrap_or_default(), parts.next(), parts.next());
    let month = month.map(|month| month.parse::<usize>().ok().and_then(|at| MONTHS.get(at.checked_sub(1)?)));
    let day = day.map(|day| day.parse::<u8>().ok().filter(|day| (1..=31).contains(day)));
    match (month, day, parts.next()) {
        (None, ..) => date.to_owned(),
        (Some(Some(month)), None, _) => format!("{month} {year}"),
        (Some(Some(month)), Some(Some(day)), None) => format!("{day} {month} {year}"),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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

//! Numbers and plurals.

/// A whole number with a comma at each thousand: `12,345`.
#[must_use]
pub fn number(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A number with its noun: `1 article`, `12,345 articles`.
#[must_use]
pub fn counted(n: u32, one: &str, many: &str) -> String {
    let mut out = number(n.into());
    out.push(' ');
    out.push_str(if n == 1 { one } else { many });
    out
}

/// `5 articles`.
#[must_use]
pub fn articles(n: u32) -> String {
    counted(n, "article", "articles")
}

/// A part of a whole, rounded to a whole percent, but never to 0 or 100 when it is not: `less than 1 %`.
#[must_use]
pub fn percent(part: u64, whole: u64) -> String {
    if part == 0 || whole == 0 {
        return "0 %".to_owned();
    }
    // Rounded half up; saturating because a share never needs more than 64 bits of characters.
    let share = part.saturating_mul(100).saturating_add(whole / 2) / whole;
    match share {
        0 => "less than 1 %".to_owned(),
        100.. if part < whole => "more than 99 %".to_owned(),
        share => number(share) + " %",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_parted() {
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(1_000), "1,000");
        assert_eq!(number(12_345_678), "12,345,678");
    }

    #[test]
    fn one_is_singular() {
        assert_eq!(articles(0), "0 articles");
        assert_eq!(articles(1), "1 article");
        assert_eq!(articles(20_000), "20,000 articles");
    }

    #[test]
    fn a_part_is_never_called_nothing_or_all() {
        assert_eq!(percent(1, 10_000), "less than 1 %");
        assert_eq!(percent(9_999, 10_000), "more than 99 %");
        assert_eq!(percent(1, 8), "13 %");
        assert_eq!(percent(5, 5), "100 %");
        assert_eq!(percent(0, 0), "0 %");
    }
}

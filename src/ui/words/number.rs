//! Numbers and plurals.

use super::phrase::{Counted, Language, Phrase, language};

/// A whole number with a sign between its thousands: `12,345`, German `12.345`, Ukrainian with a no-break space.
#[must_use]
pub fn number(n: u64) -> String {
    let sign = match language() {
        Language::English => ',',
        Language::German => '.',
        Language::Ukrainian => '\u{a0}',
    };
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3 * sign.len_utf8());
    for (at, digit) in digits.char_indices() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(sign);
        }
        out.push(digit);
    }
    out
}

/// A number with its noun: `1 article`, `12,345 articles`; where a language has two forms. See [`Counted`].
#[must_use]
pub fn counted(n: u32, one: &str, many: &str) -> String {
    let mut out = number(n.into());
    out.push(' ');
    out.push_str(if n == 1 { one } else { many });
    out
}

const N_ARTICLES: Counted = counted!(
    ["{0} article", "{0} articles"],
    ["{0} Artikel", "{0} Artikel"],
    ["{0} стаття", "{0} статті", "{0} статей"],
);
const IN_N_ARTICLES: Counted = counted!(
    ["in {0} article", "in {0} articles"],
    ["in {0} Artikel", "in {0} Artikeln"],
    ["у {0} статті", "у {0} статтях", "у {0} статтях"],
);
const OF_N_ARTICLES: Counted = counted!(
    ["of {0} article", "of {0} articles"],
    ["von {0} Artikel", "von {0} Artikeln"],
    ["з {0} статті", "з {0} статей", "з {0} статей"],
);

/// `5 articles`.
#[must_use]
pub fn articles(n: u32) -> String {
    N_ARTICLES.say(n)
}

/// `in 5 articles`.
#[must_use]
pub fn in_articles(n: u32) -> String {
    IN_N_ARTICLES.say(n)
}

/// `of 5 articles`.
#[must_use]
pub fn of_articles(n: u32) -> String {
    OF_N_ARTICLES.say(n)
}

const PERCENT: Phrase = phrase!("{0} %", "{0}\u{a0}%", "{0}\u{a0}%");
const HARDLY_ANY: Phrase = phrase!("less than 1 %", "unter 1\u{a0}%", "менше 1\u{a0}%");
const NEARLY_ALL: Phrase = phrase!("more than 99 %", "über 99\u{a0}%", "понад 99\u{a0}%");

/// A part of a whole, rounded to a whole percent, but never to 0 or 100 when it is not: `less than 1 %`.
#[must_use]
pub fn percent(part: u64, whole: u64) -> String {
    if part == 0 || whole == 0 {
        return PERCENT.with(["0"]);
    }
    // Rounded half up; saturating because a share never needs more than 64 bits of characters.
    let share = part.saturating_mul(100).saturating_add(whole / 2) / whole;
    match share {
        0 => HARDLY_ANY.text().to_owned(),
        100.. if part < whole => NEARLY_ALL.text().to_owned(),
        share => PERCENT.with([&number(share)]),
    }
}

/// A count that came as a length.
pub(super) fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::super::phrase::speak;
    use super::*;

    #[test]
    fn thousands_are_parted() {
        assert_eq!(number(0), "0");
        assert_eq!(number(999), "999");
        assert_eq!(number(1_000), "1,000");
        assert_eq!(number(12_345_678), "12,345,678");
    }

    #[test]
    fn thousands_are_parted_as_the_language_does() {
        speak(Language::German);
        assert_eq!((number(1_234), articles(12_345)), ("1.234".to_owned(), "12.345 Artikel".to_owned()));
        assert_eq!((percent(1, 8), percent(1, 999)), ("13\u{a0}%".to_owned(), "unter 1\u{a0}%".to_owned()));
        speak(Language::Ukrainian);
        assert_eq!(number(1_234_567), "1\u{a0}234\u{a0}567");
        assert_eq!(
            [1, 3, 11, 21].map(in_articles),
            ["у 1 статті", "у 3 статтях", "у 11 статтях", "у 21 статті"]
        );
        assert_eq!([1, 3, 12, 25].map(articles), ["1 стаття", "3 статті", "12 статей", "25 статей"]);
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

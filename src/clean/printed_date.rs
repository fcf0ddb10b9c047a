//! The date a page prints under its headline, as ISO 8601.
//!
//! Only complete dates are read, and only those that can be read in one way:
//! `3/4/2019` may be March or April and gives nothing.

use super::line::{Line, hash_words};
use super::phrase::Prehashed;
use std::collections::HashMap;
use std::sync::LazyLock;

const CALENDAR: &str = include_str!("../../lexicon/clean/calendar.txt");

/// The longest line, in words, that can be a timestamp; `Updated Nov. 19, 2019 8:21 am ET / Original Nov. 19, 2019 8:02 am ET` has 19.
const MAX_TIMESTAMP_WORDS: f32 = 22.0;

/// How many words of a timestamp may say something else, as a section or an author.
const MAX_OTHER_WORDS: usize = 4;

/// A date printed in a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PrintedDate {
    /// ISO 8601, a whole day.
    pub iso: String,
    /// Words of the line that have nothing to do with a date.
    pub n_other: usize,
}

#[derive(Clone, Copy)]
enum Token {
    Number(u32, usize),
    Month(u32),
    Near,
    Other,
}

/// The date of a line that is a timestamp: little else may stand in it.
pub(super) fn find_timestamp(line: &Line<'_>) -> Option<PrintedDate> {
    if line.n_words > MAX_TIMESTAMP_WORDS || line.n_number == 0 && !line.is_dense {
        return None;
    }
    find_printed_date(line.text).filter(|date| date.n_other <= MAX_OTHER_WORDS)
}

/// The first complete date in `text`.
pub(super) fn find_printed_date(text: &str) -> Option<PrintedDate> {
    if !has_year(text) {
        return None;
    }
    let tokens = read_tokens(text);
    let n_other = tokens.iter().filter(|token| matches!(token, Token::Other)).count();
    let iso = (0..tokens.len()).find_map(|at| read_date(&tokens[at..]))?;
    Some(PrintedDate { iso, n_other })
}

/// Whether four digits stand in a row: every date that is read has a year.
fn has_year(text: &str) -> bool {
    let is_other = |byte: &u8| !byte.is_ascii_digit();
    text.len() >= 4 && text.as_bytes().split(is_other).any(|digits| digits.len() == 4)
}

fn calendar() -> &'static HashMap<u64, u32, Prehashed> {
    static WORDS: LazyLock<HashMap<u64, u32, Prehashed>> = LazyLock::new(|| {
        let mut words: HashMap<u64, u32, Prehashed> = HashMap::default();
        for line in CALENDAR.lines().filter(|line| !line.starts_with('#')) {
            let Some((month, names)) = line.split_once(": ") else { continue };
            for hash in names.split_whitespace().flat_map(hash_words) {
                words.entry(hash).or_insert(month.parse().unwrap_or(0));
            }
        }
        words
    });
    &WORDS
}

fn read_tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = &word[..word.len() - letters.len()];
        if let Ok(number) = digits.parse() {
            tokens.push(Token::Number(number, digits.len()));
        }
        let is_ordinal = !digits.is_empty() && matches!(letters, "st" | "nd" | "rd" | "th" | "º");
        if !letters.is_empty() && !is_ordinal {
            read_letters(letters, &mut tokens);
        }
    }
    tokens
}

fn read_letters(letters: &str, tokens: &mut Vec<Token>) {
    // 2018年8月16日 stands without spaces.
    if letters.starts_with(['年', '月', '日']) {
        let rest: String = letters.chars().skip(1).collect();
        tokens.push(Token::Near);
        return tokens.extend(read_tokens(&rest));
    }
    let known = hash_words(letters).first().and_then(|hash| calendar().get(hash).copied());
    tokens.push(match known {
        Some(0) => Token::Near,
        Some(month) => Token::Month(month),
        None => Token::Other,
    });
}

fn read_date(tokens: &[Token]) -> Option<String> {
    use Token::{Month, Near, Number};
    match *tokens {
        [Month(m), Number(d, _), Number(y, 4), ..] => iso(y, m, d),
        [Number(d, _), Month(m), Number(y, 4), ..] => iso(y, m, d),
        [Number(d, _), Near, Month(m), Near, Number(y, 4), ..] => iso(y, m, d),
        [Number(d, _), Near, Month(m), Number(y, 4), ..] => iso(y, m, d),
        [Number(y, 4), Near, Number(m, _), Near, Number(d, _), ..] => iso(y, m, d),
        [Number(y, 4), Number(m, 2), Number(d, 2), ..] => iso(y, m, d),
        [Number(d, 1..=2), Number(m, 1..=2), Number(y, 4), ..] if m <= 12 && (d > 12 || d == m) => {
            iso(y, m, d)
        }
        [Number(m, 1..=2), Number(d, 1..=2), Number(y, 4), ..] if m <= 12 && d > 12 => iso(y, m, d),
        _ => None,
    }
}

/// The earliest and latest year a page can be dated; the first newspaper is of 1605.
const YEARS: std::ops::RangeInclusive<u32> = 1605..=2100;

fn iso(year: u32, month: u32, day: u32) -> Option<String> {
    let longest = match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (YEARS.contains(&year) && (1..=longest).contains(&day)).then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// The date in front of a given value, `2023-04-20T10:00Z` → `2023-04-20`, if it is one; `2023-04` and `2023` stay as they are.
pub(super) fn read_given_date(given: &str) -> Option<String> {
    let given = given.trim();
    let date = given.split(['T', ' ']).next().unwrap_or_default();
    let mut parts = date.split('-');
    let mut part = |length: usize| {
        parts.next().map(|part| {
            let is_number = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            if is_number { part.parse::<u32>().ok() } else { None }
        })
    };
    let (year, month, day) = (part(4)??, part(2), part(2));
    if parts.next().is_some() {
        return None;
    }
    match (month, day) {
        (None, _) => iso(year, 1, 1).map(|_| format!("{year:04}")),
        (Some(Some(month)), None) => iso(year, month, 1).map(|_| format!("{year:04}-{month:02}")),
        (Some(Some(month)), Some(Some(day))) => iso(year, month, day),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Option<String> {
        find_printed_date(text).map(|date| date.iso)
    }

    #[test]
    fn dates_are_read_as_pages_print_them() {
        let expected = [
            ("Updated 1:39 am EST, Wednesday, November 20, 2019", "2019-11-20"),
            ("Mon 18 Nov 2019 18.54 GMT", "2019-11-18"),
            ("Published November 20th, 2019 - 07:29 GMT", "2019-11-20"),
            ("21/06/2014 Tony Carter", "2014-06-21"),
            ("11/19/2019 by Lars Brandle", "2019-11-19"),
            ("2018-08-16", "2018-08-16"),
            ("sexta-feira, 22 de outubro de 2010 às 20:13", "2010-10-22"),
            ("publiziert am 25. September 2018", "2018-09-25"),
            ("2018年8月16日", "2018-08-16"),
            ("21 апреля 2023 года", "2023-04-21"),
        ];
        for (text, iso) in expected {
            assert_eq!(date(text).as_deref(), Some(iso), "{text}");
        }
    }

    #[test]
    fn what_is_no_date_or_two_dates_gives_nothing() {
        for text in ["3/4/2019", "31 June 2020", "November 2019", "in 2019", "10 p.m.", "1234567890 12 2020"]
        {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn given_dates_lose_their_time_and_must_exist() {
        assert_eq!(read_given_date("2023-04-20T10:00:00Z").as_deref(), Some("2023-04-20"));
        assert_eq!(read_given_date("2023-04").as_deref(), Some("2023-04"));
        assert_eq!(read_given_date("2023").as_deref(), Some("2023"));
        for text in ["2023-02-30", "20.4.2023", "yesterday", "2023-4-1", "2023-04-20-1", ""] {
            assert_eq!(read_given_date(text), None, "{text}");
        }
    }
}

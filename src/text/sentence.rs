//! Sentences: spans that begin at a word and end after the mark that closes them.
//!
//! Works on one paragraph at a time and never looks across a line break. Rules
//! follow Unicode's sentence bounds (UAX 29) with what those leave open:
//! abbreviations, initials, ordinals and closing quotation marks.

use super::{FastSet, Span};
use std::sync::LazyLock;

/// Words that end in a full stop without ending a sentence.
const ABBREVIATIONS: &str = include_str!("../../lexicon/en/abbreviations.txt");

/// The sentences of `text` inside `within`, in order, white space trimmed.
///
/// A line break always ends a sentence. Every character that is not white
/// space belongs to exactly one sentence.
#[must_use]
pub fn split_sentences(text: &str, within: Span) -> Vec<Span> {
    let mut sentences = Vec::new();
    push_sentences(text, within, &mut sentences);
    sentences
}

/// Appends what [`split_sentences`] gives.
pub fn push_sentences(text: &str, within: Span, sentences: &mut Vec<Span>) {
    let slice = within.of(text);
    let (offset, mut start, mut at) = (within.start as usize, 0, 0);
    while let Some((stop, c)) = next_stop(slice, at) {
        at = stop + c.len_utf8();
        let is_end = match c {
            '\n' | '\u{2028}' | '\u{2029}' => true,
            '.' | '!' | '?' | '…' | '。' | '！' | '？' => {
                let after = slice[at..]
                    .trim_start_matches(|next| is_closing(next) || matches!(next, '.' | '!' | '?' | '…'));
                at = slice.len() - after.len();
                ends_sentence(&slice[..stop], c, after)
            }
            _ => false,
        };
        if is_end {
            push_trimmed(sentences, text, offset + start, offset + at);
            start = at;
        }
    }
    push_trimmed(sentences, text, offset + start, within.end as usize);
}

/// The next character from `at` on that may end a sentence, told by its first byte, and where it stands.
fn next_stop(slice: &str, at: usize) -> Option<(usize, char)> {
    let may_end = |byte: &u8| matches!(byte, b'\n' | b'.' | b'!' | b'?' | 0xe2 | 0xe3 | 0xef);
    let stop = at + slice.as_bytes()[at..].iter().position(may_end)?;
    Some((stop, slice[stop..].chars().next()?))
}

fn push_trimmed(sentences: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let Some(slice) = text.get(start..end) else { return };
    let trimmed = slice.trim_start();
    let start = start + slice.len() - trimmed.len();
    let trimmed = trimmed.trim_end();
    if !trimmed.is_empty() {
        sentences.push(Span::new(start, start + trimmed.len()));
    }
}

fn is_closing(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | ')' | ']')
}

/// Whether the stop between `before` and `after` ends a sentence.
fn ends_sentence(before: &str, stop: char, after: &str) -> bool {
    if matches!(stop, '。' | '！' | '？') {
        return true;
    }
    let rest = after.trim_start();
    if rest.len() == after.len() {
        return rest.is_empty();
    }
    let opens = rest.trim_start_matches(['"', '\'', '“', '‘', '„', '«', '(', '[', '-', '–', '—', ' ']);
    let Some(next) = opens.chars().next() else { return true };
    if next.is_lowercase() {
        return false;
    }
    stop != '.' || !is_abbreviation(last_word(before), next) && !is_ordinal(last_word(before), rest)
}

/// Whether a number of one or two figures and what follows make a date as German prints it: `29. November 2022`.
fn is_ordinal(word: &str, rest: &str) -> bool {
    let is_figure = |word: &str, n: std::ops::RangeInclusive<usize>| {
        n.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit())
    };
    let mut words = rest.split(' ').skip(1);
    is_figure(word, 1..=2)
        && words
            .next()
            .is_some_and(|year| year.len() >= 4 && year.is_char_boundary(4) && is_figure(&year[..4], 4..=4))
}

fn last_word(before: &str) -> &str {
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| c.is_alphanumeric() || matches!(c, '.' | '\'' | '’'))
        .last()
        .map_or(before.len(), |(at, _)| at);
    &before[start..]
}

/// Whether the stop after `word` belongs to the word rather than the sentence.
fn is_abbreviation(word: &str, next: char) -> bool {
    let mut chars = word.chars();
    let (Some(first), second) = (chars.next(), chars.next()) else { return false };
    if second.is_none() {
        return first.is_uppercase();
    }
    // "U.S. Secretary" goes on, "in the U.S. The" may not: without a parse, going on is the rarer harm.
    if word.contains('.') && word.split('.').all(|part| part.chars().count() <= 1) {
        return true;
    }
    let listed = abbreviations();
    // Lower case leaves a third of a letter's bytes at least: so much the Kelvin sign, `k` then, keeps.
    if word.len() > 3 * listed.longest {
        return false;
    }
    let lower = word.to_lowercase();
    if lower == "no" {
        return next.is_ascii_digit() && first.is_uppercase();
    }
    listed.words.contains(lower.as_str())
}

struct Abbreviations {
    words: FastSet<&'static str>,
    /// The length of the longest, in bytes.
    longest: usize,
}

fn abbreviations() -> &'static Abbreviations {
    static LISTED: LazyLock<Abbreviations> = LazyLock::new(|| {
        let lines = || ABBREVIATIONS.lines().filter(|line| !line.starts_with('#'));
        Abbreviations { words: lines().collect(), longest: lines().map(str::len).max().unwrap_or(0) }
    });
    &LISTED
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let whole = Span::new(0, text.len());
        split_sentences(text, whole).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn stops_of_abbreviations_and_initials_do_not_end() {
        assert_eq!(
            sentences("In Bucharest, U.S. Secretary of State Antony J. Blinken met Dr. Ruiz. He left."),
            ["In Bucharest, U.S. Secretary of State Antony J. Blinken met Dr. Ruiz.", "He left."]
        );
        assert_eq!(
            sentences("Kyiv’s St. Michael’s Square. Yes?! No."),
            ["Kyiv’s St. Michael’s Square.", "Yes?!", "No."]
        );
    }

    #[test]
    fn closing_quotes_stay_with_their_sentence() {
        assert_eq!(
            sentences("“We are at war.” Stoltenberg said so."),
            ["“We are at war.”", "Stoltenberg said so."]
        );
        assert_eq!(sentences("“Why?” he asked."), ["“Why?” he asked."]);
    }

    #[test]
    fn numbers_and_lines() {
        assert_eq!(sentences("It cost $3.5 million. One\nTwo"), ["It cost $3.5 million.", "One", "Two"]);
    }

    #[test]
    fn nothing_but_space_is_no_sentence() {
        assert!(sentences(" \n\t ").is_empty());
    }
}

//! Raw text into [`Line`]s: the units that are kept or cut, with what the rules ask of them.
//!
//! A *line* is a stretch between line breaks without the white space around it, or
//! several that were wrapped at a margin; empty ones are not listed. Its *words* are hashes of folded words, so that
//! phrases can be compared without allocating. Judges nothing.

use crate::text::{Span, fold_char};

use super::phrase::function_words;
use super::wrap::{Margin, split_stretches};

/// Words of a line that are kept for comparing phrases; longer lines are prose, and only their head is compared.
const MAX_WORDS: usize = 64;

/// Bytes of a line to a word, fewer than in most languages so that one allocation does.
const BYTES_A_WORD: usize = 5;

/// The longest label, in bytes.
const MAX_LABEL: usize = 60;

/// How a line ends, closing quotation marks and brackets left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// With the mark that ends a sentence.
    Stop,
    /// With a colon, comma, semicolon or dash: something follows.
    Open,
    /// With a word, number or other sign.
    Bare,
}

/// One line of raw text.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    /// Where it stands in the raw text, white space trimmed.
    pub span: Span,
    /// Its text.
    pub text: &'a str,
    /// Hashes of its first words, see [`hash_words`].
    pub words: Vec<u64>,
    /// Its length in words; a Chinese or Japanese character counts as half a word.
    pub n_words: f32,
    /// How many of [`Line::words`] are function words of some language.
    pub n_function: u32,
    /// How many words begin with an upper-case letter.
    pub n_capital: u32,
    /// How many words are numbers.
    pub n_number: u32,
    /// How it ends.
    pub ending: Ending,
    /// Whether an empty line stands before it.
    pub after_blank: bool,
    /// Whether it is written in a script without spaces or capitals, so that shares of words say little.
    pub is_dense: bool,
}

/// Calls `visit` for every line of `raw` that is not empty: its text, where it stands, and whether an empty
/// line stands before it. Lines that were wrapped at a margin are one, with the breaks in its text.
pub(super) fn for_each_line<'a>(raw: &'a str, mut visit: impl FnMut(&'a str, Span, bool)) {
    let mut stretches = Vec::with_capacity(raw.len() / LINE_BYTES);
    stretches.extend(split_stretches(raw));
    let margin = Margin::find(raw, &stretches);
    let mut rest = &stretches[..];
    while let [first, behind @ ..] = rest {
        let (mut last, mut next) = (first, behind);
        while let ([below, behind @ ..], Some(margin)) = (next, margin) {
            if !margin.goes_on(raw, last, below, std::ptr::eq(last, first)) {
                break;
            }
            (last, next) = (below, behind);
        }
        let span = Span { start: first.span.start, end: last.span.end };
        visit(span.of(raw), span, first.after_blank);
        rest = next;
    }
}

/// Bytes of a line, fewer than in most texts so that one allocation does.
pub(super) const LINE_BYTES: usize = 48;

/// Calls `visit` with the [key](Line::key) and the [length](Line::n_words) of every line of `raw`, without
/// reading more of it.
pub(super) fn for_each_key(raw: &str, mut visit: impl FnMut(u64, f32)) {
    for_each_line(raw, |text, _, _| {
        let (mut hash, mut n_kept, mut n_words) = (0, 0, 0.0);
        for_each_word(text, |word| {
            n_words += word.length();
            if n_kept < MAX_WORDS {
                hash = chain(hash, word.hash);
                n_kept += 1;
            }
        });
        visit(key_of(hash, n_kept, n_words), n_words);
    });
}

/// See [`Line::key`].
fn key_of(hash: u64, n_kept: usize, n_words: f32) -> u64 {
    if n_kept < MAX_WORDS { hash } else { chain(hash, n_words.to_bits().into()) }
}

/// White space and the invisible marks that scraped pages hold in its place.
pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{ad}')
}

impl<'a> Line<'a> {
    /// Reads one line that stands at `span`.
    pub(super) fn new(text: &'a str, span: Span, after_blank: bool) -> Self {
        let mut line = Self {
            span,
            text,
            words: Vec::with_capacity((text.len() / BYTES_A_WORD + 1).min(MAX_WORDS)),
            n_words: 0.0,
            n_function: 0,
            n_capital: 0,
            n_number: 0,
            ending: ending(text),
            after_blank,
            is_dense: false,
        };
        let function_words = function_words();
        let mut n_dense = 0;
        for_each_word(text, |word| {
            line.n_words += word.length();
            n_dense += u32::from(word.is_dense);
            line.n_capital += u32::from(word.is_capital);
            line.n_number += u32::from(word.is_number);
            if line.words.len() < MAX_WORDS {
                line.words.push(word.hash);
                line.n_function += u32::from(function_words.contains_key(&word.hash));
            }
        });
        line.is_dense = n_dense as f32 > line.n_words / 2.0;
        line
    }

    /// The same words where they stand in another text.
    pub(super) fn moved<'b>(self, text: &'b str, span: Span, after_blank: bool) -> Line<'b> {
        let Self { words, n_words, n_function, n_capital, n_number, ending, is_dense, .. } = self;
        Line { span, text, words, n_words, n_function, n_capital, n_number, ending, after_blank, is_dense }
    }

    /// The share of function words, 0 to 1: 0 in menus, about 0.45 in English prose.
    pub(super) fn function_share(&self) -> f32 {
        self.n_function as f32 / self.words.len().max(1) as f32
    }

    /// Whether the line reads like a paragraph of a story: long, closed, with function words.
    pub(super) fn is_prose(&self) -> bool {
        self.n_words >= PROSE_WORDS
            && self.ending == Ending::Stop
            && (self.is_dense || self.n_words >= LONG_WORDS || self.function_share() >= PROSE_FUNCTION_SHARE)
    }

    /// A hash of the line's words, equal for lines that differ only in case, accents, marks and numbers.
    /// Long lines add their length, since only their first words are kept.
    pub(super) fn key(&self) -> u64 {
        let hash = self.words.iter().fold(0, |hash, word| chain(hash, *word));
        key_of(hash, self.words.len(), self.n_words)
    }

    /// Whether the line holds a mail address, a handle or a web address.
    pub(super) fn has_address(&self) -> bool {
        self.text.contains('@')
            || self.text.contains("http")
            || self.text.contains("www.")
            || self.text.contains(".com")
    }

    /// The number of words before the colon, bar or dash that ends a label, as in `Read more: …`.
    pub(super) fn label_words(&self) -> Option<usize> {
        let end = self.text.find([':', '|', '–', '：'])?;
        (end <= MAX_LABEL).then(|| hash_words(&self.text[..end]).len())
    }

    /// Whether the line begins with a quotation mark.
    pub(super) fn is_quoted(&self) -> bool {
        self.text.starts_with(['"', '“', '„', '«', '‘', '\'', '‹'])
    }
}

/// The fewest words of a paragraph; jusText's "short" block of 70 characters is about as long.
const PROSE_WORDS: f32 = 12.0;

/// A closed line of so many words is prose in any language, also in those whose function words are not listed.
const LONG_WORDS: f32 = 18.0;

/// The least share of function words in shorter prose. English news has 0.35 to 0.5, inflected languages 0.15 to 0.3.
const PROSE_FUNCTION_SHARE: f32 = 0.1;

fn ending(text: &str) -> Ending {
    let last = text.chars().rev().find(|c| {
        !matches!(c, '"' | '\'' | '”' | '’' | '»' | '“' | ')' | ']' | '›' | '」' | '』') && !is_space(*c)
    });
    match last {
        Some('.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟') => Ending::Stop,
        Some(':' | ',' | ';' | '-' | '–' | '—' | '：' | '、') => Ending::Open,
        _ => Ending::Bare,
    }
}

/// A word on its way into a [`Line`].
pub(super) struct HashedWord {
    /// The hash of the folded word; all numbers have one hash.
    pub hash: u64,
    /// Whether it begins with an upper-case letter.
    pub is_capital: bool,
    /// Whether it is a number.
    pub is_number: bool,
    /// Whether it is one character of a script without spaces.
    pub is_dense: bool,
}

impl HashedWord {
    /// What it counts for in the length of a line.
    fn length(&self) -> f32 {
        if self.is_dense { 0.5 } else { 1.0 }
    }
}

const FNV_OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// The hash of every number, and of `#` in a phrase.
pub(super) const NUMBER: u64 = 0x23;

/// Continues the hash of a phrase by one word.
pub(super) fn chain(hash: u64, word: u64) -> u64 {
    (hash.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The word hashes of `text`.
pub(super) fn hash_words(text: &str) -> Vec<u64> {
    let mut words = Vec::new();
    for_each_word(text, |word| words.push(word.hash));
    words
}

/// Calls `visit` for every word of `text`: runs of letters and digits, apostrophes dropped.
pub(super) fn for_each_word(text: &str, mut visit: impl FnMut(HashedWord)) {
    let mut word: Option<HashedWord> = None;
    let mut previous = ' ';
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_alphanumeric() {
            let run = ascii_run(rest);
            read_run(run, &mut word);
            previous = char::from(run[run.len() - 1]);
            rest = &rest[run.len()..];
            continue;
        }
        rest = &rest[c.len_utf8()..];
        if is_dense(c) || is_copyright(c) {
            if let Some(word) = word.take() {
                visit(finish(word));
            }
            let sign = if is_copyright(c) { '©' } else { c };
            visit(HashedWord {
                hash: fnv(FNV_OFFSET, sign),
                is_capital: false,
                is_number: false,
                is_dense: true,
            });
        } else if let Some(is_number) = read_sign(c) {
            let word = word.get_or_insert_with(|| HashedWord {
                hash: FNV_OFFSET,
                is_capital: c.is_uppercase(),
                is_number: true,
                is_dense: false,
            });
            word.is_number &= is_number;
            word.hash = hash_letter(word.hash, c);
        } else if !joins(c, previous)
            && let Some(word) = word.take()
        {
            visit(finish(word));
        }
        previous = c;
    }
    if let Some(word) = word {
        visit(finish(word));
    }
}

/// The ASCII letters and digits that `text` begins with.
fn ascii_run(text: &str) -> &[u8] {
    let bytes = text.as_bytes();
    let end = bytes.iter().position(|byte| !byte.is_ascii_alphanumeric()).unwrap_or(bytes.len());
    &bytes[..end]
}

/// Goes on with a word by ASCII letters and digits, which nearly all text is.
fn read_run(run: &[u8], word: &mut Option<HashedWord>) {
    let word = word.get_or_insert_with(|| HashedWord {
        hash: FNV_OFFSET,
        is_capital: run[0].is_ascii_uppercase(),
        is_number: true,
        is_dense: false,
    });
    for byte in run {
        word.is_number &= byte.is_ascii_digit();
        word.hash = fnv(word.hash, char::from(byte.to_ascii_lowercase()));
    }
}

/// Whether a sign of a word is a digit; `None` for other signs. The common scripts are told apart by range,
/// because the general tables take most of the time.
fn read_sign(c: char) -> Option<bool> {
    match c {
        '0'..='9' => Some(true),
        'a'..='z' | 'A'..='Z' => Some(false),
        '\0'..='\u{a9}' => None,
        '\u{d7}' | '\u{f7}' | '\u{2010}'..='\u{2027}' => None,
        '\u{c0}'..='\u{24f}' | '\u{400}'..='\u{481}' | '\u{48a}'..='\u{52f}' | '\u{ac00}'..='\u{d7a3}' => {
            Some(false)
        }
        _ if c.is_alphabetic() => Some(false),
        _ => c.is_numeric().then_some(true),
    }
}

/// Whether a mark stands inside a word: an apostrophe, a joining mark, a separator after a digit.
fn joins(c: char, previous: char) -> bool {
    match c {
        '\'' | '’' | 'ʼ' => read_sign(previous).is_some(),
        '.' | ',' => previous.is_ascii_digit(),
        '\u{300}'..='\u{36f}' | '\u{ad}' | '\u{200d}' => true,
        _ => false,
    }
}

fn finish(word: HashedWord) -> HashedWord {
    if word.is_number { HashedWord { hash: NUMBER, ..word } } else { word }
}

fn hash_letter(hash: u64, c: char) -> u64 {
    if c.is_ascii() {
        return fnv(hash, c.to_ascii_lowercase());
    }
    // Cyrillic folds by arithmetic: the general way is several times slower and prose is mostly such letters.
    match c {
        'а'..='я' if c != 'й' => return fnv(hash, c),
        'А'..='Я' if c != 'Й' => {
            return fnv(hash, char::from_u32(c as u32 + 0x20).unwrap_or(c));
        }
        _ => {}
    }
    if matches!(c, '\u{ac00}'..='\u{d7a3}') {
        return fnv(hash, c);
    }
    let mut hash = hash;
    fold_char(c, |c| hash = fnv(hash, c));
    hash
}

fn fnv(hash: u64, c: char) -> u64 {
    (hash ^ u64::from(u32::from(c))).wrapping_mul(FNV_PRIME)
}

/// The copyright sign is a word: notices begin with it.
fn is_copyright(c: char) -> bool {
    matches!(c, '©' | 'ⓒ' | 'Ⓒ')
}

fn is_dense(c: char) -> bool {
    c >= '\u{e00}'
        && matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '\u{e00}'..='\u{eff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_compare_by_folded_letters_and_all_numbers_are_one() {
        assert_eq!(hash_words("Don’t  SHARE: 1,700"), hash_words("dont share 5"));
        assert_eq!(hash_words("Читать"), hash_words("читать"));
        assert_eq!(hash_words("関連記事").len(), 4);
    }

    #[test]
    fn lines_are_trimmed_and_remember_the_gap_before_them() {
        let mut seen = Vec::new();
        for_each_line("\u{feff} One \r\n\n\tTwo.”\n", |text, span, after_blank| {
            seen.push((text, after_blank, Line::new(text, span, after_blank).ending));
        });
        assert_eq!(seen, [("One", false, Ending::Bare), ("Two.”", true, Ending::Stop)]);
    }
}

//! Words: runs of letters or digits as Unicode bounds them, with their spans.
//!
//! ASCII text with the usual quotation marks and dashes is bounded by hand, which
//! is several times faster; everything else is handed to the Unicode tables. Both
//! follow the same rules (UAX 29), and a test holds them equal.

use super::Span;
use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

/// What a [`Word`] is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WordKind {
    /// Letters, possibly with digits and inner apostrophes: `Putin`, `don’t`, `A5`.
    Letters,
    /// Digits with their inner separators: `1,700`, `3.5`.
    Number,
    /// One mark that is neither letter, digit nor space.
    Mark,
}

/// One word or mark of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// What it is made of.
    pub kind: WordKind,
}

impl Word {
    /// The text of the word.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        self.span.of(text)
    }

    /// Whether the word is letters or a number, so worth indexing.
    #[must_use]
    pub fn is_term(self) -> bool {
        self.kind != WordKind::Mark
    }
}

/// The words and marks of `text` in order, by Unicode's word bounds (UAX 29); white space is left out.
#[must_use]
pub fn split_words(text: &str) -> Words<'_> {
    Words { text, at: 0, hard: None }
}

/// The iterator of [`split_words`].
#[derive(Clone)]
pub struct Words<'a> {
    text: &'a str,
    at: usize,
    /// A stretch that needs the Unicode tables, and where it begins.
    hard: Option<(UWordBoundIndices<'a>, usize)>,
}

impl Iterator for Words<'_> {
    type Item = Word;

    fn next(&mut self) -> Option<Word> {
        loop {
            if let Some((bounds, base)) = &mut self.hard {
                let base = *base;
                match bounds.find_map(|(start, word)| bounded(base + start, word)) {
                    Some(word) => return Some(word),
                    None => self.hard = None,
                }
            }
            let bytes = self.text.as_bytes();
            let first = *bytes.get(self.at)?;
            if first.is_ascii_alphanumeric() || first == b'_' {
                match scan_word(bytes, self.at) {
                    Some(word) => {
                        self.at = word.span.end as usize;
                        return Some(word);
                    }
                    None => self.start_hard(),
                }
            } else if let Some(len) = easy_mark(bytes, self.at) {
                let start = self.at;
                self.at += len;
                let is_space = first.is_ascii_whitespace() || first == b'\x0b';
                if is_hard(bytes, self.at) {
                    self.at = start;
                    self.start_hard();
                } else if !is_space {
                    return Some(Word { span: Span::new(start, self.at), kind: WordKind::Mark });
                }
            } else {
                self.start_hard();
            }
        }
    }
}

impl Words<'_> {
    /// Hands everything up to the next plain space to the Unicode tables.
    fn start_hard(&mut self) {
        let rest = &self.text[self.at..];
        let skipped = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_whitespace()).len();
        let space = rest.as_bytes()[skipped..].iter().zip(skipped..).find_map(|(byte, at)| {
            let is_plain = byte.is_ascii_whitespace() && !is_hard(rest.as_bytes(), at + 1);
            is_plain.then_some(at)
        });
        let end = space.unwrap_or(rest.len());
        self.hard = Some((rest[..end].split_word_bound_indices(), self.at));
        self.at += end;
    }
}

fn bounded(start: usize, word: &str) -> Option<Word> {
    let first = word.chars().next()?;
    let kind = if first.is_whitespace() {
        return None;
    } else if !word.chars().any(char::is_alphanumeric) {
        WordKind::Mark
    } else if first.is_numeric() && !word.chars().any(char::is_alphabetic) {
        WordKind::Number
    } else {
        WordKind::Letters
    };
    Some(Word { span: Span::new(start, start + word.len()), kind })
}

/// The length of a character that is surely a word of its own: ASCII that is no letter or digit, or one of
/// the quotation marks, dashes and ellipses U+2010 to U+2016 and U+201A to U+2026 without U+2024.
fn easy_mark(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes[at..] {
        [byte, ..] if byte.is_ascii() => Some(1),
        [0xe2, 0x80, 0x90..=0x96 | 0x9a..=0xa3 | 0xa5 | 0xa6, ..] => Some(3),
        _ => None,
    }
}

/// Whether what begins at `at` may join what stands before it in a way only the tables know.
fn is_hard(bytes: &[u8], at: usize) -> bool {
    let is_line_end = at > 0 && bytes[at - 1] == b'\r' && bytes.get(at) == Some(&b'\n');
    bytes.get(at).is_some_and(|byte| !byte.is_ascii()) && easy_mark(bytes, at).is_none() && !is_line_end
}

/// The word of ASCII letters, digits and underscores at `start`, with the separators that Unicode allows
/// inside; `None` when the tables are needed.
fn scan_word(bytes: &[u8], start: usize) -> Option<Word> {
    let (mut at, mut has_letter) = (start, false);
    loop {
        match bytes.get(at) {
            Some(byte) if byte.is_ascii_alphabetic() || *byte == b'_' => {
                has_letter |= byte.is_ascii_alphabetic();
                at += 1;
            }
            Some(byte) if byte.is_ascii_digit() => at += 1,
            _ => {
                let len = separator_len(bytes, at);
                if len > 0 && is_hard(bytes, at + len) {
                    return None;
                }
                if len == 0 || !joins(bytes, at, len) {
                    break;
                }
                at += len;
            }
        }
    }
    if is_hard(bytes, at) && bytes[at..].first_chunk() != Some(&RIGHT_QUOTE) {
        return None;
    }
    let has_digit = bytes[start..at].iter().any(u8::is_ascii_digit);
    let kind = match (has_letter, has_digit) {
        (true, _) => WordKind::Letters,
        (false, true) if bytes[start].is_ascii_digit() => WordKind::Number,
        (false, true) => WordKind::Letters,
        (false, false) => WordKind::Mark,
    };
    Some(Word { span: Span::new(start, at), kind })
}

/// U+2019, the apostrophe of typographers, in UTF-8.
const RIGHT_QUOTE: [u8; 3] = [0xe2, 0x80, 0x99];

/// The length of a separator that may stand inside a word, or 0.
fn separator_len(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at..) {
        Some([b'\'' | b'.' | b':' | b',' | b';', ..]) => 1,
        Some([0xe2, 0x80, 0x99, ..]) => 3,
        _ => 0,
    }
}

/// Whether the separator joins its neighbors: letters around an apostrophe, stop or colon, digits around an
/// apostrophe, stop, comma or semicolon.
fn joins(bytes: &[u8], at: usize, len: usize) -> bool {
    let before = bytes[at - 1];
    let after = bytes.get(at + len).copied().unwrap_or(b' ');
    let letters = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
    let digits = before.is_ascii_digit() && after.is_ascii_digit();
    match bytes[at] {
        b',' | b';' => digits,
        b':' => letters,
        _ => letters || digits,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        split_words(text).map(|word| word.of(text)).collect()
    }

    fn by_the_tables(text: &str) -> Vec<Word> {
        text.split_word_bound_indices().filter_map(|(start, word)| bounded(start, word)).collect()
    }

    #[test]
    fn words_keep_inner_apostrophes_and_separators() {
        assert_eq!(
            words("Putin’s 1,700 tanks, U.S.-made."),
            ["Putin’s", "1,700", "tanks", ",", "U.S", ".", "-", "made", "."]
        );
    }

    #[test]
    fn kinds_follow_the_content() {
        let kinds: Vec<_> = split_words("A5 30 ☞").map(|word| word.kind).collect();
        assert_eq!(kinds, [WordKind::Letters, WordKind::Number, WordKind::Mark]);
    }

    #[test]
    fn the_fast_way_and_the_tables_agree() {
        let pieces = [
            "a",
            "B",
            "z9",
            "7",
            "_",
            "'",
            "’",
            ".",
            ",",
            ";",
            ":",
            "-",
            "—",
            "“",
            "”",
            "…",
            " ",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "é",
            "ї",
            "e\u{301}",
            "\u{301}",
            "\u{200d}",
            "日本",
            "カナ",
            "🇺🇦",
            "👩\u{200d}🚀",
            "\u{ad}",
            "\u{a0}",
            "·",
            "‘",
            "(",
            "\"",
            "\u{0}",
            "\u{b}",
            "א\"ב",
            "₣",
            "½",
            "Ⅳ",
            "\u{202f}",
            "․",
            "\u{feff}",
        ];
        let mut state = 88_172_645_463_325_252_u64;
        for _ in 0..40_000 {
            let mut text = String::new();
            for _ in 0..(state >> 7) % 9 + 1 {
                state ^= state << 13;
                state ^= state >> 7;
                state ^= state << 17;
                text.push_str(pieces[usize::try_from(state % pieces.len() as u64).expect("small")]);
            }
            let fast: Vec<_> = split_words(&text).collect();
            assert_eq!(fast, by_the_tables(&text), "{text:?}");
        }
    }
}

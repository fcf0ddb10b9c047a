//! The cleaned text into [`Token`]s: words with a folded hash and their looks, made once and read by every finder.
//!
//! Differs from [`split_words`](crate::text::split_words) where names and dates need it: the possessive `'s` stands
//! apart, the full stop of an abbreviation or initial belongs to its word (`St.`, `U.S.`, `J.`), a number keeps its
//! inner marks. Hashes ignore case, diacritics and those full stops, so `U.S.` and `US` are one word.

use super::lexicon::Lexicon;
use crate::text::{Span, fold_char};

/// What a token looks like, as bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look(u8);

impl Look {
    /// Made of letters, possibly with digits after the first.
    pub const LETTERS: Self = Self(1);
    /// Made of digits and their inner marks.
    pub const NUMBER: Self = Self(2);
    /// Begins with a capital letter.
    pub const CAPITAL: Self = Self(4);
    /// Two letters or more, none of them small.
    pub const ALL_CAPS: Self = Self(8);
    /// White space stands before it.
    pub const SPACED: Self = Self(16);
    /// An initial (`J.`) or letters each with a full stop (`J.K.`).
    pub const DOTTED: Self = Self(32);
    /// The possessive `'s`.
    pub const POSSESSIVE: Self = Self(64);

    fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// One word, number or mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// Equal for words that differ in case, diacritics or the full stops of an abbreviation only.
    pub hash: u64,
    /// The value of a plain number below a million million, else [`Token::NO_NUMBER`].
    pub number: u32,
    /// The mark in ASCII, curly quotes and dashes straightened; 0 for words and numbers.
    pub mark: u8,
    look: Look,
}

impl Token {
    /// The [`Token::number`] of what is no plain number.
    pub const NO_NUMBER: u32 = u32::MAX;

    /// Whether the token looks so.
    #[must_use]
    pub fn is(&self, look: Look) -> bool {
        self.look.0 & look.0 != 0
    }

    /// Whether it is a word that begins with a capital letter.
    #[must_use]
    pub fn is_capital(&self) -> bool {
        self.is(Look::CAPITAL)
    }

    /// Whether it is a word that begins with a small letter.
    #[must_use]
    pub fn is_lower(&self) -> bool {
        self.is(Look::LETTERS) && !self.is(Look::CAPITAL)
    }

    /// Whether it is this mark.
    #[must_use]
    pub fn is_mark(&self, mark: u8) -> bool {
        self.mark == mark
    }

    /// The text of the token.
    #[must_use]
    pub fn of<'a>(&self, text: &'a str) -> &'a str {
        self.span.of(text)
    }
}

/// Start value and factor of FNV-1a, by which words are hashed: simple, and the same on every machine.
const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_FACTOR: u64 = 0x0100_0000_01b3;

/// The hash of a word: case, diacritics and full stops do not count.
#[must_use]
pub fn hash_word(word: &str) -> u64 {
    let mut hash = FNV_START;
    if word.is_ascii() {
        for byte in word.bytes().filter(|byte| *byte != b'.') {
            hash = step(hash, byte.to_ascii_lowercase());
        }
        return hash;
    }
    for c in word.chars() {
        fold_char(c, |folded| {
            if folded != '.' {
                let mut buffer = [0; 4];
                hash = folded.encode_utf8(&mut buffer).bytes().fold(hash, step);
            }
        });
    }
    hash
}

fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ u64::from(byte)).wrapping_mul(FNV_FACTOR)
}

/// The hash of a sequence of words, one word added at a time; begin with 0.
#[must_use]
pub fn add_word(sequence: u64, word: u64) -> u64 {
    (sequence.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

/// The tokens of `text` inside `within`, appended to `tokens`.
pub fn find_tokens(text: &str, within: Span, lexicon: &Lexicon, tokens: &mut Vec<Token>) {
    let end = within.end as usize;
    let mut at = within.start as usize;
    let mut is_spaced = true;
    while at < end {
        let Some(c) = text[at..end].chars().next() else { return };
        if c.is_whitespace() || is_ignorable(c) {
            is_spaced |= c.is_whitespace();
            at += c.len_utf8();
            continue;
        }
        let slice = &text[at..end];
        let (length, mut token) = read_token(slice, c, tokens.last(), is_spaced, lexicon);
        token.span = Span::new(at, at + length);
        if is_spaced {
            token.look = token.look.with(Look::SPACED);
        }
        tokens.push(token);
        is_spaced = false;
        at += length;
    }
}

/// Marks of direction and joining that stand inside words without a meaning of their own.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{feff}' | '\u{2060}')
}

fn read_token(
    slice: &str,
    first: char,
    last: Option<&Token>,
    is_spaced: bool,
    lexicon: &Lexicon,
) -> (usize, Token) {
    if first.is_ascii_digit() {
        return read_number(slice);
    }
    if first.is_alphanumeric() {
        return read_word(slice, first, lexicon);
    }
    let follows_word = !is_spaced && last.is_some_and(|last| last.is(Look::LETTERS) || last.is(Look::NUMBER));
    if follows_word && is_apostrophe(first) {
        let mut rest = slice[first.len_utf8()..].chars();
        let is_s = matches!(rest.next(), Some('s' | 'S'));
        if is_s && !rest.next().is_some_and(char::is_alphanumeric) {
            return (first.len_utf8() + 1, bare(b'\'', Look::POSSESSIVE));
        }
    }
    (first.len_utf8(), bare(mark_of(first), Look::default()))
}

fn bare(mark: u8, look: Look) -> Token {
    Token { span: Span::default(), hash: step(FNV_START, mark), number: Token::NO_NUMBER, mark, look }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '＇' | '`')
}

fn mark_of(c: char) -> u8 {
    match c {
        '“' | '”' | '„' | '«' | '»' | '‟' => b'"',
        '–' | '—' | '―' => b'_',
        '‐' | '‑' | '‒' | '−' => b'-',
        '…' => b'.',
        '•' | '·' | '●' | '▪' => b'*',
        c if is_apostrophe(c) => b'\'',
        c if c.is_ascii() => u8::try_from(c).unwrap_or(b'?'),
        _ => b'\x01',
    }
}

/// Digits with inner separators that are followed by digits: `1,700`, `3.5`, `7:38`.
fn read_number(slice: &str) -> (usize, Token) {
    let bytes = slice.as_bytes();
    let (mut length, mut number, mut is_plain) = (0, 0_u64, true);
    while length < bytes.len() {
        match bytes[length] {
            digit @ b'0'..=b'9' => number = number.saturating_mul(10).saturating_add(u64::from(digit - b'0')),
            b',' if bytes
                .get(length + 1..length + 4)
                .is_some_and(|next| next.iter().all(u8::is_ascii_digit)) => {}
            b'.' | b':' if bytes.get(length + 1).is_some_and(u8::is_ascii_digit) => is_plain = false,
            _ => break,
        }
        length += 1;
    }
    let number = if is_plain { u32::try_from(number).unwrap_or(Token::NO_NUMBER) } else { Token::NO_NUMBER };
    let token = Token { number, hash: hash_word(&slice[..length]), ..bare(0, Look::NUMBER) };
    (length, token)
}

fn read_word(slice: &str, first: char, lexicon: &Lexicon) -> (usize, Token) {
    let mut look = Look::LETTERS;
    if first.is_uppercase() {
        look = look.with(Look::CAPITAL);
    }
    if let Some(length) = dotted_length(slice) {
        let capitals = if first.is_uppercase() { Look::ALL_CAPS } else { Look::default() };
        let token =
            Token { hash: hash_word(&slice[..length]), ..bare(0, look.with(Look::DOTTED).with(capitals)) };
        return (length, token);
    }
    let Measured { length, n_letters, has_small, hash } = measure_word(slice);
    if n_letters > 1 && !has_small && first.is_uppercase() {
        look = look.with(Look::ALL_CAPS);
    }
    let takes_stop = slice[length..].starts_with('.') && n_letters <= 6 && lexicon.is_abbreviation(hash);
    (length + usize::from(takes_stop), Token { hash, ..bare(0, look) })
}

/// The word at the start of a text.
struct Measured {
    /// In bytes.
    length: usize,
    n_letters: usize,
    /// Whether one of its letters is small.
    has_small: bool,
    /// As [`hash_word`] gives it.
    hash: u64,
}

fn measure_word(slice: &str) -> Measured {
    let mut word = Measured { length: 0, n_letters: 0, has_small: false, hash: FNV_START };
    for byte in slice.bytes().take_while(u8::is_ascii_alphanumeric) {
        word.length += 1;
        word.n_letters += usize::from(byte.is_ascii_alphabetic());
        word.has_small |= byte.is_ascii_lowercase();
        word.hash = step(word.hash, byte.to_ascii_lowercase());
    }
    match slice.as_bytes().get(word.length) {
        Some(b'\'' | b'`' | 128..) => measure_any_word(slice),
        _ => word,
    }
}

/// The same of a word with letters beyond ASCII or an apostrophe.
fn measure_any_word(slice: &str) -> Measured {
    let (mut length, mut n_letters, mut has_small) = (0, 0, false);
    let mut chars = slice.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let is_inside = if is_apostrophe(c) {
            next.is_some_and(char::is_alphabetic) && !is_possessive(&slice[at + c.len_utf8()..])
        } else {
            c.is_alphanumeric() || is_ignorable(c) || is_combining(c)
        };
        if !is_inside {
            break;
        }
        n_letters += usize::from(c.is_alphabetic());
        has_small |= c.is_lowercase();
        length = at + c.len_utf8();
    }
    Measured { length, n_letters, has_small, hash: hash_word(&slice[..length]) }
}

fn is_combining(c: char) -> bool {
    !c.is_ascii() && unicode_normalization::char::is_combining_mark(c)
}

/// Whether what follows an apostrophe is an `s` that ends the word.
fn is_possessive(rest: &str) -> bool {
    let mut chars = rest.chars();
    matches!(chars.next(), Some('s' | 'S')) && !chars.next().is_some_and(char::is_alphanumeric)
}

/// The length of letters each followed by a full stop (`U.S.`, `p.m.`) or of one initial (`J.`).
fn dotted_length(slice: &str) -> Option<usize> {
    let bytes = slice.as_bytes();
    let mut length = 0;
    let mut n_letters = 0;
    while bytes.get(length).is_some_and(u8::is_ascii_alphabetic) && bytes.get(length + 1) == Some(&b'.') {
        length += 2;
        n_letters += 1;
    }
    // "U.S" at the end of a quotation has lost its last stop.
    let ends_bare = bytes.get(length).is_some_and(u8::is_ascii_alphabetic)
        && !slice[length + 1..].chars().next().is_some_and(|c| c.is_alphanumeric() || is_apostrophe(c));
    match n_letters {
        0 => None,
        1 if ends_bare && bytes[length].is_ascii_uppercase() == bytes[0].is_ascii_uppercase() => Some(3),
        1 => {
            let goes_on = slice[2..].trim_start().chars().next().is_some_and(char::is_uppercase);
            (bytes[0].is_ascii_uppercase() && goes_on).then_some(2)
        }
        _ => Some(length),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::lexicon;

    fn words(text: &str) -> Vec<&str> {
        let mut tokens = Vec::new();
        find_tokens(text, Span::new(0, text.len()), lexicon::get(), &mut tokens);
        tokens.iter().map(|token| token.of(text)).collect()
    }

    #[test]
    fn possessives_stand_apart_and_abbreviations_keep_their_stop() {
        assert_eq!(
            words("Kyiv’s St. Michael's Square, O'Brien don’t."),
            ["Kyiv", "’s", "St.", "Michael", "'s", "Square", ",", "O'Brien", "don’t", "."]
        );
        assert_eq!(
            words("U.S.-made J.K. Rowling, A. Smith."),
            ["U.S.", "-", "made", "J.K.", "Rowling", ",", "A.", "Smith", "."]
        );
    }

    #[test]
    fn numbers_keep_their_inner_marks() {
        assert_eq!(
            words("1,700 at 7:38 in 1990s, 3.5."),
            ["1,700", "at", "7:38", "in", "1990", "s", ",", "3.5", "."]
        );
    }

    #[test]
    fn hashes_ignore_case_marks_and_stops() {
        assert_eq!(hash_word("U.S."), hash_word("us"));
        assert_eq!(hash_word("Łódź"), hash_word("lodz"));
        assert_ne!(hash_word("Kyiv"), hash_word("Kiev"));
    }
}

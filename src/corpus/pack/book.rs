//! Texts into bytes by a *book* of the words a corpus uses often, and back to the letter.
//!
//! A word of the book stands as a *code* of one to three bytes, the shorter the more often it is used. A
//! single space between two such words is left out. Words of which the book does not know are spelled, and
//! what has no byte of its own stands as it is ([`super::alphabet`] says which byte says what). Texts come
//! to less than half their length so, which counts in memory, and a compressor that the site is sent through
//! makes less of them than of plain text.
//!
//! The book has each word in the *usual case*, as in `Brazil`, `IBM` and `bank`; a word that begins a line and is
//! usually small is expected to have a capital there. A mark stands only before a word that is otherwise.

use super::alphabet::{
    ALL_UPPER, BAND, BYTES, CAPITAL, CHARACTERS, END, LOWER, MOST_PLAIN, PLAIN, ROOM, UPPER, push_code,
    take_code,
};
use std::collections::{BTreeMap, HashMap};

/// How often a word is used at least to be worth an entry.
const MIN_USES: u32 = 2;
/// The shortest text worth a code, in bytes.
const MIN_BYTES: usize = 2;

/// What separates the words of a written book; no word holds it.
const SEPARATOR: char = '\n';

/// The case of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Case {
    Lower,
    /// The first letter is a capital.
    Capital,
    Upper,
}

impl Case {
    const ALL: [Self; 3] = [Self::Lower, Self::Capital, Self::Upper];

    /// The mark before a word that has this case and is expected to have another.
    fn mark(self) -> u8 {
        match self {
            Self::Lower => LOWER,
            Self::Capital => CAPITAL,
            Self::Upper => UPPER,
        }
    }

    fn from_mark(byte: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|case| case.mark() == byte)
    }

    /// The case that a word of the book is expected to have.
    fn expected(usual: Self, is_upper: bool, begins_line: bool) -> Self {
        match usual {
            _ if is_upper => Self::Upper,
            Self::Lower if begins_line => Self::Capital,
            usual => usual,
        }
    }
}

/// A word of a book.
#[derive(Clone, Copy)]
struct Entry {
    /// Where its small form ends in the text of the book.
    end: u32,
    /// Whether it is letters rather than a single sign.
    is_word: bool,
    usual: Case,
}

/// The words that codes stand for, in order of their codes.
#[derive(Default)]
pub struct Book {
    text: String,
    entries: Vec<Entry>,
}

impl Book {
    /// Reads what [`BookBuilder::finish`] wrote.
    #[must_use]
    pub fn read(written: &str) -> Self {
        let mut book = Self { text: String::with_capacity(written.len()), entries: Vec::new() };
        for word in written.split(SEPARATOR).filter(|word| !word.is_empty()) {
            let usual = if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
                book.text.push_str(word);
                Case::Lower
            } else {
                let (usual, small) = read_case(word).unwrap_or_else(|| (Case::Lower, word.to_owned()));
                book.text.push_str(&small);
                usual
            };
            let end = u32::try_from(book.text.len()).unwrap_or(u32::MAX);
            book.entries.push(Entry { end, is_word: is_word(word), usual });
        }
        book
    }

    /// The small form of the word of a code.
    fn word(&self, code: usize) -> Option<(&str, Entry)> {
        let entry = *self.entries.get(code)?;
        let start = code.checked_sub(1).map_or(0, |before| self.entries[before].end);
        Some((self.text.get(start as usize..entry.end as usize)?, entry))
    }

    /// The text that was written as `bytes`; `None` where they were not written with this book.
    #[must_use]
    pub fn decode(&self, bytes: &[u8]) -> Option<String> {
        let mut text = Vec::with_capacity(bytes.len() * 5 / 2);
        let mut rest = bytes;
        let (mut is_behind_word, mut is_upper, mut begins_line, mut mark) = (false, false, true, None);
        while let [first, after @ ..] = rest {
            let character = CHARACTERS[usize::from(*first)];
            if character != 0 {
                let is_letter = character.is_ascii_lowercase();
                let is_capital = is_letter && (is_upper || mark.is_some());
                text.push(if is_capital { character.to_ascii_uppercase() } else { character });
                mark = mark.filter(|case| is_letter && *case == Case::Upper);
                begins_line = character == b'\n' || begins_line && !is_letter;
                (is_behind_word, rest) = (false, after);
            } else if let Some((code, after)) = take_code(rest)
                && let Some((word, entry)) = self.word(code)
            {
                if is_behind_word && entry.is_word {
                    text.push(b' ');
                }
                let expected = Case::expected(entry.usual, is_upper, begins_line);
                push_in_case(mark.take().unwrap_or(expected), word, &mut text);
                begins_line &= !entry.is_word;
                (is_behind_word, rest) = (entry.is_word, after);
            } else if *first == PLAIN {
                let (n, after) = after.split_first()?;
                text.extend_from_slice(str::from_utf8(after.get(..usize::from(*n))?).ok()?.as_bytes());
                (is_behind_word, mark, rest) = (false, None, &after[usize::from(*n)..]);
            } else if *first == ALL_UPPER {
                (is_upper, rest) = (true, after);
            } else {
                (mark, rest) = (Some(Case::from_mark(*first)?), after);
            }
        }
        String::from_utf8(text).ok()
    }
}

/// Writes the word whose small form is `small`.
fn push_in_case(case: Case, small: &str, text: &mut Vec<u8>) {
    let start = text.len();
    match case {
        Case::Lower => text.extend_from_slice(small.as_bytes()),
        Case::Capital if small.as_bytes().first().is_some_and(u8::is_ascii) => {
            text.extend_from_slice(small.as_bytes());
            text[start].make_ascii_uppercase();
        }
        Case::Upper if small.is_ascii() => {
            text.extend_from_slice(small.as_bytes());
            text[start..].make_ascii_uppercase();
        }
        _ => text.extend_from_slice(in_case(case, small).as_bytes()),
    }
}

fn in_case(case: Case, small: &str) -> String {
    let mut letters = small.chars();
    match case {
        Case::Lower => small.to_owned(),
        Case::Capital => letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect(),
        Case::Upper => letters.flat_map(char::to_uppercase).collect(),
    }
}

/// Whether an entry is letters rather than a single sign.
fn is_word(entry: &str) -> bool {
    entry.starts_with(char::is_alphabetic)
}

/// The pieces of a text that may have an entry, and what stands between them: letters in a row, single signs
/// beyond ASCII, ASCII signs in a row.
fn split(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let first = rest.chars().next()?;
        let end = if first.is_alphabetic() {
            rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len())
        } else if first.is_ascii() {
            rest.find(|c: char| c.is_alphabetic() || !c.is_ascii()).unwrap_or(rest.len())
        } else {
            first.len_utf8()
        };
        let (piece, after) = rest.split_at(end);
        rest = after;
        Some(piece)
    })
}

/// The case of a word and its small form, where the two give the word again.
fn read_case(word: &str) -> Option<(Case, String)> {
    let small = word.to_lowercase();
    let case = Case::ALL.into_iter().find(|case| in_case(*case, &small) == word)?;
    Some((case, small))
}

/// Counts words, then writes texts.
#[derive(Default)]
pub struct BookBuilder {
    words: BTreeMap<String, Uses>,
}

/// How often a word is used.
#[derive(Default)]
struct Uses {
    n_all: u32,
    /// In each case, where it says something: not in a text in capitals, and no capital that begins a line.
    n_cases: [u32; Case::ALL.len()],
}

impl Uses {
    /// The case it has most often, of several the smaller.
    fn usual(&self) -> Case {
        let most = self.n_cases.iter().max();
        let at = self.n_cases.iter().position(|n| Some(n) == most);
        Case::ALL[at.unwrap_or_default()]
    }
}

impl BookBuilder {
    /// Counts the words of a text.
    pub fn count(&mut self, text: &str) {
        let is_upper = is_upper(text);
        let mut begins_line = true;
        for piece in split(text) {
            if may_have_entry(piece)
                && let Some((case, small)) = read_case(piece)
            {
                let uses = self.words.entry(small).or_default();
                uses.n_all += 1;
                let says_nothing = is_upper || begins_line && case == Case::Capital;
                uses.n_cases[case as usize] += u32::from(!says_nothing);
            }
            begins_line = piece.contains('\n') || begins_line && !is_word(piece);
        }
    }

    /// The words used often: as they are written in a pack, and for writing texts by them.
    #[must_use]
    pub fn finish(self) -> (String, Writer) {
        let often = self.words.into_iter().filter(|(_, uses)| uses.n_all >= MIN_USES);
        let mut words: Vec<(String, Uses)> = often.collect();
        words.sort_by(|(a, n), (b, m)| m.n_all.cmp(&n.n_all).then_with(|| a.cmp(b)));
        words.truncate(ROOM.iter().sum());
        let mut rest = &mut words[..];
        for (n_bytes, room) in (1..).zip(ROOM) {
            let (these, others) = rest.split_at_mut(room.min(rest.len()));
            // Words in order take less room when the pack is compressed, those of a case together. What shares its
            // first byte stays about as frequent, which tells a compressor more of that byte than order saves.
            let band = if n_bytes == 2 { BAND } else { room };
            these
                .chunks_mut(band)
                .for_each(|words| words.sort_by_key(|(small, uses)| (uses.usual(), small.clone())));
            rest = others;
        }
        let written: Vec<String> = words.iter().map(|(small, uses)| in_case(uses.usual(), small)).collect();
        let codes = words.into_iter().zip(0..).map(|((small, uses), code)| (small, (code, uses.usual())));
        (written.join(&SEPARATOR.to_string()), Writer { codes: codes.collect() })
    }
}

/// Writes texts with the codes of a book.
pub struct Writer {
    /// By small form.
    codes: HashMap<String, (usize, Case)>,
}

impl Writer {
    /// The numbers of the words of a text.
    pub fn numbers<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let pieces = split(text).filter(|piece| is_word(piece));
        pieces.filter_map(|piece| Some(self.codes.get(&piece.to_lowercase())?.0))
    }

    /// A text in codes.
    #[must_use]
    pub fn encode(&self, text: &str) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(text.len() / 2);
        let is_upper = is_upper(text);
        bytes.extend(is_upper.then_some(ALL_UPPER));
        // A space that is left out if a word of the book follows.
        let mut has_space = false;
        let (mut is_behind_word, mut begins_line) = (false, true);
        for piece in split(text) {
            if let Some((mark, code)) = self.find(piece, is_upper, begins_line) {
                if has_space && !is_word(piece) {
                    bytes.push(BYTES[usize::from(b' ')]);
                }
                bytes.extend(mark);
                push_code(code, &mut bytes);
                (is_behind_word, has_space) = (is_word(piece), false);
                begins_line &= !is_word(piece);
            } else if piece == " " && is_behind_word {
                has_space = true;
            } else {
                if has_space {
                    bytes.push(BYTES[usize::from(b' ')]);
                }
                push_piece(piece, is_upper, &mut begins_line, &mut bytes);
                (is_behind_word, has_space) = (false, false);
            }
        }
        if has_space {
            bytes.push(BYTES[usize::from(b' ')]);
        }
        bytes
    }

    /// The mark before a piece, if it needs one, and its code; nothing without an entry.
    fn find(&self, piece: &str, is_upper: bool, begins_line: bool) -> Option<(Option<u8>, usize)> {
        let (case, small) = if may_have_entry(piece) { read_case(piece)? } else { return None };
        let (code, usual) = *self.codes.get(&small)?;
        let is_expected = in_case(Case::expected(usual, is_upper, begins_line), &small) == piece;
        Some(((!is_expected).then(|| case.mark()), code))
    }
}

/// Whether a text is all in capitals.
fn is_upper(text: &str) -> bool {
    text.contains(char::is_uppercase) && !text.contains(char::is_lowercase)
}

fn may_have_entry(piece: &str) -> bool {
    piece.len() >= MIN_BYTES && (is_word(piece) || !piece.is_ascii())
}

/// Writes a piece without an entry.
fn push_piece(piece: &str, is_upper: bool, begins_line: &mut bool, bytes: &mut Vec<u8>) {
    if piece.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        *begins_line = false;
        push_spelled(piece, is_upper, bytes);
    } else if piece.bytes().all(|byte| BYTES.get(usize::from(byte)).is_some_and(|byte| *byte != END)) {
        *begins_line |= piece.contains('\n');
        bytes.extend(piece.bytes().map(|byte| BYTES[usize::from(byte)]));
    } else {
        push_plain(piece, bytes);
    }
}

/// Writes letters of ASCII. In a text in capitals all are.
fn push_spelled(letters: &str, is_upper: bool, bytes: &mut Vec<u8>) {
    let case = if is_upper { Some(Case::Lower) } else { read_case(letters).map(|(case, _)| case) };
    bytes.extend(case.filter(|case| *case != Case::Lower).map(Case::mark));
    for letter in letters.bytes() {
        bytes.extend((case.is_none() && letter.is_ascii_uppercase()).then_some(CAPITAL));
        bytes.push(BYTES[usize::from(letter.to_ascii_lowercase())]);
    }
}

fn push_plain(piece: &str, bytes: &mut Vec<u8>) {
    let mut rest = piece;
    while !rest.is_empty() {
        let mut end = rest.len().min(MOST_PLAIN);
        while !rest.is_char_boundary(end) {
            end -= 1;
        }
        bytes.extend([PLAIN, end as u8]);
        bytes.extend(&rest.as_bytes()[..end]);
        rest = &rest[end..];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip(texts: &[&str]) {
        let mut builder = BookBuilder::default();
        // Three times, so that every word has an entry.
        (0..MIN_USES).for_each(|_| texts.iter().for_each(|text| builder.count(text)));
        let (written, writer) = builder.finish();
        let book = Book::read(&written);
        for text in texts {
            assert_eq!(book.decode(&writer.encode(text)).as_deref(), Some(*text));
            // Without any entry all stands as it is.
            let (_, plain) = BookBuilder::default().finish();
            assert_eq!(Book::default().decode(&plain.encode(text)).as_deref(), Some(*text));
        }
    }

    #[test]
    fn texts_come_back_to_the_letter() {
        round_trip(&["DOW FALLS 3 PCT, ẞ I.B.M. A ǅ", "ÉTÉ \u{4}the", "日本 “A” ΣΊΣΥΦΟΣ"]);
        round_trip(&["", " ", "a b", "The NATO chief’s visit  to Kyiv, Ukraine.\n\nKYIV Kyiv kyiv kYiV "]);
        round_trip(&[
            "\u{1}\u{2}\u{3}\0 x\u{1}the",
            "Straße STRASSE ǅungla İstanbul ΣΊΣΥΦΟΣ ﬁn ﬁN",
            "the 3rd the",
        ]);
        round_trip(&[
            "“Die Straße” — “die Straße”",
            "日本 日本語",
            "e\u{301}te\u{301} ete\u{301}",
            "the’ the ’ ’the",
        ]);
    }

    #[test]
    fn a_space_is_left_out_between_words_only() {
        let mut builder = BookBuilder::default();
        (0..MIN_USES).for_each(|_| builder.count("the war"));
        let (_, writer) = builder.finish();
        assert_eq!(writer.encode("the war"), [LOWER, 0x66, 0x67]);
        assert_eq!(writer.encode("The x "), [0x66, 0x10, 0x57, 0x10]);
    }

    #[test]
    fn a_mark_stands_before_an_unusual_case_only() {
        let mut builder = BookBuilder::default();
        (0..MIN_USES).for_each(|_| builder.count("banks in Brazil, IBM"));
        let (written, writer) = builder.finish();
        assert_eq!(written, "banks\nin\nBrazil\nIBM");
        let line_break = BYTES[usize::from(b'\n')];
        let expected = [0x68, CAPITAL, 0x66, line_break, 0x66, line_break, LOWER, 0x68];
        assert_eq!(writer.encode("Brazil Banks\nBanks\nbrazil"), expected);
        assert_eq!(writer.encode("IN BRAZIL"), [ALL_UPPER, 0x67, 0x68]);
    }
}
